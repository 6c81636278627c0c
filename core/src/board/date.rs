//! Calendar days, as they are stored (ISO). How people type them: [`Date::typed`].
//!
//! Absent on purpose: the time of day, time zones, and how a date is shown (that is the browser's locale).

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, Days as Span, NaiveDate};
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Why a text is not a date.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum DateError {
    /// It is none, or none that is known here.
    #[error("'{0}' is not a date: write it like 2026-03-12, 12 mar, fri or +2w")]
    Unknown(String),
    /// It is one day in one country and another in the next: each as it can be typed.
    #[error("'{0}' can be {1} or {2}: type the one that is meant")]
    Either(String, String, String),
}

/// A day between 1900 and 9999. The default is the first day of 1970.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Date(NaiveDate);

impl Date {
    /// The day with this year, month and day of the month.
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        NaiveDate::from_ymd_opt(year, month, day).and_then(Self::from_naive)
    }

    /// The day as chrono has it, where it lies in the range.
    pub fn from_naive(date: NaiveDate) -> Option<Self> {
        (1900..=9999).contains(&date.year()).then_some(Self(date))
    }

    /// The day as chrono has it.
    pub const fn naive(self) -> NaiveDate {
        self.0
    }

    /// Calendar days from another day to this one; negative where this one is earlier.
    pub fn days_since(self, other: Self) -> i64 {
        (self.0 - other.0).num_days()
    }

    /// So many calendar days later.
    pub fn plus_days(self, days: u64) -> Option<Self> {
        self.0.checked_add_days(Span::new(days)).and_then(Self::from_naive)
    }

    /// So many calendar days earlier.
    pub fn minus_days(self, days: u64) -> Option<Self> {
        self.0.checked_sub_days(Span::new(days)).and_then(Self::from_naive)
    }
}

impl FromStr for Date {
    type Err = DateError;

    /// ISO 8601: `2026-03-12`, and nothing else.
    fn from_str(text: &str) -> Result<Self, DateError> {
        iso(text).ok_or_else(|| DateError::Unknown(text.to_owned()))
    }
}

#[inline(never)]
fn iso(text: &str) -> Option<Date> {
    let mut parts = text.split('-');
    let mut number = |digits: usize| {
        let part = parts.next()?;
        let sound = part.len() == digits && part.bytes().all(|b| b.is_ascii_digit());
        if sound { part.parse().ok() } else { None }
    };
    let (year, month, day) = (number(4)?, number(2)?, number(2)?);
    let nothing_follows = parts.next().is_none();
    Date::new(i32::try_from(year).ok()?, month, day).filter(|_| nothing_follows)
}

impl TryFrom<String> for Date {
    type Error = DateError;
    fn try_from(text: String) -> Result<Self, DateError> {
        text.parse()
    }
}

impl From<Date> for String {
    fn from(date: Date) -> Self {
        date.to_string()
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.0.year(), self.0.month(), self.0.day())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stored_date_is_iso_and_nothing_else() {
        for text in [
            "2026-13-01",
            "2023-02-29",
            "2026-3-1",
            "0000-01-01",
            "10000-01-01",
            "1899-12-31",
            "٢٠٢٦-٠٣-١٢",
            "2026-03-12T00:00",
            "2026-03-12-",
            "-026-03-12",
            "+026-03-12",
        ] {
            assert!(text.parse::<Date>().is_err(), "{text}");
        }
        assert_eq!("2028-02-29".parse::<Date>().map(|date| date.to_string()), Ok("2028-02-29".to_owned()));
    }
}
