//! Calendar days, as they are stored (ISO) and as people type them.
//!
//! Absent on purpose: the time of day, time zones, and how a date is shown (that is the browser's locale).

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, Days as Span, Months, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Why a text is not a date.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("'{0}' is not a date: write it like 2026-03-12, 12 mar, fri or +2w")]
pub struct DateError(pub String);

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

    /// What a person typed, seen from a day: `2026-03-12`, `12 mar`, `mar 12 2026`, `12.3.`, `fri`, `next fri`,
    /// `today`, `tomorrow`, `+3d`, `+2w`, `+1m`. A day without a year is the next such day, at most three months
    /// back; a weekday is the next one after the day.
    pub fn typed(text: &str, today: Self) -> Result<Self, DateError> {
        let plain = text.trim().to_lowercase().replace(',', " ");
        let words: Vec<&str> = plain.split([' ', '/', '.']).filter(|word| !word.is_empty()).collect();
        let found = match words.as_slice() {
            [one] => one.parse().ok().or_else(|| word(one, today)),
            ["next", day] => weekday(day).and_then(|day| next(day, today)?.plus_days(7)),
            [day, month] => day_and_month(day, month, None, today),
            [day, month, year] => day_and_month(day, month, Some(year.parse().ok().unwrap_or(0)), today),
            _ => None,
        };
        found.ok_or_else(|| DateError(text.trim().to_owned()))
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

fn word(word: &str, today: Date) -> Option<Date> {
    match word {
        "today" => Some(today),
        "tomorrow" => today.plus_days(1),
        "yesterday" => today.minus_days(1),
        _ => shift(word, today).or_else(|| weekday(word).and_then(|day| next(day, today))),
    }
}

/// `+3`, `+3d`, `+2w`, `+1m`.
fn shift(word: &str, today: Date) -> Option<Date> {
    let amount = word.strip_prefix('+')?;
    let unit = amount.chars().last().filter(char::is_ascii_alphabetic);
    let number: u32 = amount.trim_end_matches(|c: char| c.is_ascii_alphabetic()).parse().ok()?;
    match unit {
        None | Some('d') => today.plus_days(u64::from(number)),
        Some('w') => today.plus_days(u64::from(number) * 7),
        Some('m') => today.0.checked_add_months(Months::new(number)).and_then(Date::from_naive),
        Some(_) => None,
    }
}

/// The weekday that a word of at least three letters begins.
fn weekday(word: &str) -> Option<Weekday> {
    const NAMES: [(&str, Weekday); 7] = [
        ("monday", Weekday::Mon),
        ("tuesday", Weekday::Tue),
        ("wednesday", Weekday::Wed),
        ("thursday", Weekday::Thu),
        ("friday", Weekday::Fri),
        ("saturday", Weekday::Sat),
        ("sunday", Weekday::Sun),
    ];
    let found = NAMES.iter().find(|(name, _)| word.len() >= 3 && name.starts_with(word));
    found.map(|(_, day)| *day)
}

fn next(day: Weekday, after: Date) -> Option<Date> {
    (1..=7).filter_map(|days| after.plus_days(days)).find(|date| date.0.weekday() == day)
}

fn month(word: &str) -> Option<u32> {
    const NAMES: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let found = NAMES.iter().position(|name| word.len() >= 3 && name.starts_with(word));
    found.and_then(|index| u32::try_from(index + 1).ok())
}

/// A day and a month named in either order. Two bare numbers are not taken: 3/4 is March in one country and April
/// in another; only `3.4.`, which no one reads as March, would be clear, and it is not worth a rule.
fn day_and_month(first: &str, second: &str, year: Option<i32>, today: Date) -> Option<Date> {
    let (day, month) = match (month(first), month(second)) {
        (None, Some(month)) => (first, month),
        (Some(month), None) => (second, month),
        _ => return None,
    };
    let day: u32 = day.trim_end_matches(|c: char| c.is_ascii_alphabetic()).parse().ok()?;
    if let Some(year) = year {
        return Date::new(year, month, day);
    }
    let year = today.0.year();
    let mut near = (year - 1..=year + 1).filter_map(|year| Date::new(year, month, day));
    near.find(|date| today.days_since(*date) <= 92)
}

impl FromStr for Date {
    type Err = DateError;

    /// ISO 8601: `2026-03-12`, and nothing else.
    fn from_str(text: &str) -> Result<Self, DateError> {
        iso(text).ok_or_else(|| DateError(text.to_owned()))
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

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn dates_are_understood_as_people_type_them() {
        let thursday = date("2026-03-12");
        for (typed, meant) in [
            ("2026-04-01", "2026-04-01"),
            ("fri", "2026-03-13"),
            ("Thursday", "2026-03-19"),
            ("next fri", "2026-03-20"),
            ("tues", "2026-03-17"),
            ("thurs", "2026-03-19"),
            ("12 mar", "2026-03-12"),
            ("mar 5", "2026-03-05"),
            ("3rd april", "2026-04-03"),
            ("5 dec", "2026-12-05"),
            ("1 nov 2025", "2025-11-01"),
            ("Nov 1, 2027", "2027-11-01"),
            ("+2w", "2026-03-26"),
            ("+3", "2026-03-15"),
            ("+1m", "2026-04-12"),
            ("today", "2026-03-12"),
            (" tomorrow ", "2026-03-13"),
        ] {
            assert_eq!(Date::typed(typed, thursday), Ok(date(meant)), "{typed}");
        }
    }

    #[test]
    fn a_day_long_gone_means_the_next_year() {
        assert_eq!(Date::typed("5 jan", date("2026-11-21")), Ok(date("2027-01-05")));
        assert_eq!(Date::typed("1 nov", date("2026-11-21")), Ok(date("2026-11-01")));
    }

    #[test]
    fn a_day_of_the_last_weeks_of_a_year_is_still_near_in_january() {
        assert_eq!(Date::typed("20 dec", date("2026-01-05")), Ok(date("2025-12-20")));
        assert_eq!(Date::typed("1 oct", date("2026-01-05")), Ok(date("2026-10-01")));
    }

    #[test]
    fn the_leap_day_is_the_next_one_there_is() {
        assert_eq!(Date::typed("29 feb", date("2027-06-01")), Ok(date("2028-02-29")));
        assert!(Date::typed("29 feb", date("2026-03-12")).is_err());
    }

    #[test]
    fn what_is_not_one_clear_date_is_refused() {
        for text in [
            "",
            "soon",
            "3/4",
            "01/02/2026",
            "31 feb",
            "2026-13-01",
            "2023-02-29",
            "2026-3-1",
            "+99999999999w",
            "+9999999m",
        ] {
            assert!(Date::typed(text, date("2026-03-12")).is_err(), "{text}");
        }
        for text in [
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
    }
}
