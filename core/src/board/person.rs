//! A person, or a team that acts as one, of a board's roster.

use serde::{Deserialize, Serialize};

use super::{Name, PersonId};

/// Somebody who can own, be asked or be told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Who this is.
    pub id: PersonId,
    /// What they are called.
    pub name: Name,
}

impl Person {
    /// At most two letters that stand for the person in a ring, as the name has them: capitals are the style's work.
    pub fn initials(&self) -> String {
        let name = self.name.as_str();
        let account = name.split('@').next().filter(|part| !part.is_empty()).unwrap_or(name);
        let words: Vec<&str> = account.split([' ', '.', '-', '_']).filter(|w| !w.is_empty()).collect();
        let first = |word: &&str| word.chars().find(|c| c.is_alphanumeric());
        match words.as_slice() {
            [] => String::new(),
            [one] => one.chars().filter(|c| c.is_alphanumeric()).take(2).collect(),
            [one, .., last] => [first(one), first(last)].into_iter().flatten().collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_come_from_the_first_and_the_last_word() {
        for (name, initials) in
            [("Ana Maria Silva", "AS"), ("jane.doe@example.com", "jd"), ("Payments", "Pa"), ("李 雷", "李雷")]
        {
            let person = Person { id: PersonId::new(uuid::Uuid::nil()), name: name.parse().unwrap() };
            assert_eq!(person.initials(), initials);
        }
    }
}
