//! Who outside waits for an item, and by when.

use serde::{Deserialize, Serialize};

use super::{Date, Name};

/// A team or a person outside who waits for our item.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Awaited {
    /// Who waits.
    pub who: Name,
    /// The day they need it; it acts as a deadline.
    pub by: Date,
}

impl Awaited {
    /// What a person typed: `Payments 12 mar; Search team fri`. Each part ends with a date.
    pub fn typed(text: &str, today: Date) -> Result<Vec<Self>, String> {
        text.split(';')
            .map(str::trim)
            .filter(|part| !part.is_empty())
            .map(|part| Self::typed_one(part, today))
            .collect()
    }

    fn typed_one(part: &str, today: Date) -> Result<Self, String> {
        let words: Vec<&str> = part.split_whitespace().collect();
        let at = |split: usize| {
            let (who, date) = words.split_at(split);
            let by = Date::typed(&date.join(" "), today).ok()?;
            Some(Self { who: who.join(" ").parse().ok()?, by })
        };
        // The longest date first: in "Payments 12 mar" it is "12 mar", not "mar".
        let found = (words.len().saturating_sub(Date::WORDS)..words.len()).find_map(at);
        found.ok_or_else(|| format!("'{part}' needs a name and a date, such as Payments 12 mar"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn those_who_wait_are_typed_with_the_day_they_need_it() {
        let today = Date::new(2026, 3, 2).unwrap();
        let typed = Awaited::typed("Team Payments 12 mar; Search 2026-04-01;", today).unwrap();
        let said: Vec<String> = typed.iter().map(|a| format!("{} {}", a.who, a.by)).collect();
        assert_eq!(said, ["Team Payments 2026-03-12", "Search 2026-04-01"]);
        assert!(Awaited::typed("Payments", today).is_err());
        assert!(Awaited::typed("fri", today).is_err());
    }
}
