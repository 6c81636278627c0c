//! How much a team can take on: in working days, or in person-months.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::{Days, Decimal, QuantityError, folded};

/// How much a team can take on until the goal is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Capacity {
    /// Working days, all people together: held against durations.
    Days(Days),
    /// Person-months: held against efforts.
    PersonMonths(Decimal),
}

impl FromStr for Capacity {
    type Err = QuantityError;
    /// `40`, `40 days`, `8w`, `2.5 pm`, `3 person-months`.
    fn from_str(text: &str) -> Result<Self, QuantityError> {
        let text = folded(text.trim());
        let number = text.trim_end_matches(|letter: char| letter.is_alphabetic() || letter == '-').trim_end();
        match text[number.len()..].trim() {
            "pm" | "person-month" | "person-months" | "months" | "month" => {
                number.parse().map(Self::PersonMonths)
            }
            "day" | "days" => number.parse().map(Self::Days),
            "week" | "weeks" => format!("{number}w").parse().map(Self::Days),
            _ => text.parse().map(Self::Days),
        }
    }
}

impl fmt::Display for Capacity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Days(days) if days.get() == 1 => f.write_str("1 day"),
            Self::Days(days) => write!(f, "{} days", days.get()),
            Self::PersonMonths(months) if *months == Decimal::from(1) => f.write_str("1 person-month"),
            Self::PersonMonths(months) => write!(f, "{months} person-months"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_capacity_is_typed_in_days_weeks_or_person_months() {
        for (typed, read) in [
            ("40", "40 days"),
            ("1 day", "1 day"),
            ("8 weeks", "40 days"),
            ("2w", "10 days"),
            ("2.5 pm", "2.5 person-months"),
            ("1 Person-Month", "1 person-month"),
        ] {
            assert_eq!(typed.parse::<Capacity>().map(|capacity| capacity.to_string()), Ok(read.to_owned()));
        }
        for wrong in ["", "much", "-3 days", "1.5 days", "pm"] {
            assert!(wrong.parse::<Capacity>().is_err(), "{wrong}");
        }
    }
}
