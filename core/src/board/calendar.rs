//! When a board's work is done: its weekdays, its days off and its first day; and the numbers that its planning
//! counts with where an item says nothing.
//!
//! Absent on purpose: counting in working days. That is the schedule's affair.

use std::fmt;
use std::str::FromStr;

use chrono::Datelike;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::{Capacity, Date, DateError, Days, Percent, is_default};

/// Why a text is no part of a calendar.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum CalendarError {
    /// No weekday, or a word that is none.
    #[error("'{0}' is not a list of weekdays: write it like mon,tue,wed,thu,fri")]
    Weekdays(String),
    /// One of a range's days is not a date.
    #[error("{0}")]
    Date(#[from] DateError),
}

/// The weekdays that are worked on; at least one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Weekdays(u8);

impl Weekdays {
    /// Their short names as people read them, Monday first.
    pub const SHOWN: [&'static str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    /// Their short names as they are stored, Monday first.
    pub const NAMES: [&'static str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

    /// The weekdays at these places of the week, 0 for Monday. `None` where there is not one.
    pub fn of(days: impl IntoIterator<Item = usize>) -> Option<Self> {
        let mask = days.into_iter().filter(|day| *day < 7).fold(0, |mask, day| mask | 1 << day);
        (mask != 0).then_some(Self(mask))
    }

    /// True where this weekday is one of them; 0 is Monday.
    pub const fn has(self, day: usize) -> bool {
        day < 7 && self.0 & (1 << day) != 0
    }

    /// The places of the week that are worked on, Monday first.
    pub fn days(self) -> impl Iterator<Item = usize> {
        (0..7).filter(move |day| self.has(*day))
    }
}

impl Default for Weekdays {
    /// Monday to Friday.
    fn default() -> Self {
        Self(0b1_1111)
    }
}

impl FromStr for Weekdays {
    type Err = CalendarError;

    /// `mon,tue,wed`, whatever the case; whole names, spaces and semicolons do too.
    fn from_str(text: &str) -> Result<Self, CalendarError> {
        let wrong = || CalendarError::Weekdays(text.trim().to_owned());
        let words = text.split([',', ';', ' ']).filter(|word| !word.is_empty());
        let mut mask = 0;
        for word in words {
            let short = word.get(..3).unwrap_or(word);
            let place = Self::NAMES.iter().position(|name| name.eq_ignore_ascii_case(short));
            mask |= 1 << place.ok_or_else(wrong)?;
        }
        if mask == 0 { Err(wrong()) } else { Ok(Self(mask)) }
    }
}

impl TryFrom<String> for Weekdays {
    type Error = CalendarError;
    #[inline(never)]
    fn try_from(text: String) -> Result<Self, CalendarError> {
        text.parse()
    }
}

impl From<Weekdays> for String {
    fn from(days: Weekdays) -> Self {
        days.to_string()
    }
}

impl fmt::Display for Weekdays {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<&str> = self.days().map(|day| Self::NAMES[day]).collect();
        f.write_str(&names.join(","))
    }
}

/// One day or a range of days on which nobody works.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DaysOff {
    /// What it is, such as "Christmas"; may be empty.
    #[serde(default, skip_serializing_if = "is_default")]
    pub name: String,
    /// One end of the range.
    pub from: Date,
    /// The other end; the same for a single day. Both ends are off.
    pub to: Date,
}

impl DaysOff {
    /// The first day of it.
    pub fn first(&self) -> Date {
        self.from.min(self.to)
    }

    /// The last day of it.
    pub fn last(&self) -> Date {
        self.from.max(self.to)
    }
}

impl DaysOff {
    /// What a person typed, seen from a day: `24 dec`, `24 dec .. 31 dec Christmas`, `fri Company day`. The name
    /// follows the days.
    pub fn typed(text: &str, today: Date) -> Result<Self, CalendarError> {
        let (from, rest) = match text.split_once("..") {
            Some((from, rest)) => (Some(Date::typed(from, today)?), rest),
            None => (None, text),
        };
        let seen_from = from.unwrap_or(today);
        let words: Vec<&str> = rest.split_whitespace().collect();
        let date = |count: &usize| Date::typed(&words[..*count].join(" "), seen_from).ok();
        let count = (1..=words.len().min(Date::WORDS)).rev().find(|count| date(count).is_some());
        let to =
            count.and_then(|count| date(&count)).ok_or_else(|| DateError::Unknown(text.trim().to_owned()))?;
        let name = words.get(count.unwrap_or(0)..).unwrap_or_default().join(" ");
        Ok(Self { name, from: from.unwrap_or(to), to })
    }
}

impl FromStr for DaysOff {
    type Err = CalendarError;

    /// `2026-12-24` or `2026-12-24..2026-12-31`.
    fn from_str(text: &str) -> Result<Self, CalendarError> {
        let (from, to) = text.split_once("..").unwrap_or((text, text));
        Ok(Self { name: String::new(), from: from.trim().parse()?, to: to.trim().parse()? })
    }
}

/// When a board's work is done.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Calendar {
    /// The day the plan starts: day 0 is the first working day on or after it. `None` where nobody has said.
    #[serde(default, skip_serializing_if = "is_default")]
    pub start: Option<Date>,
    /// The weekdays that are worked on.
    #[serde(default, skip_serializing_if = "is_default")]
    pub weekdays: Weekdays,
    /// Days off, in the order they were entered.
    #[serde(default, skip_serializing_if = "is_default")]
    pub days_off: Vec<DaysOff>,
}

impl Calendar {
    /// Why a day is not worked on: the name of the day off, or an empty text for a weekday that is not worked.
    /// `None` for a working day.
    pub fn why_off(&self, date: Date) -> Option<&str> {
        let off = self.days_off.iter().find(|off| off.first() <= date && date <= off.last());
        let weekday = date.naive().weekday().num_days_from_monday() as usize;
        off.map(|off| off.name.as_str()).or_else(|| (!self.weekdays.has(weekday)).then_some(""))
    }
}

/// The numbers that a board's planning counts with where an item says nothing of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Planning {
    /// Working days that an item without a duration counts.
    pub guess: Days,
    /// Percent of slack behind an external item.
    pub buffer: Percent,
    /// Up to so many days to spare an item is near-critical.
    pub near_critical: Days,
    /// So many working days before its latest start a card says when to start.
    pub start_soon: Days,
    /// How much the team can take on, where somebody has said.
    #[serde(skip_serializing_if = "is_default")]
    pub capacity: Option<Capacity>,
}

impl Default for Planning {
    fn default() -> Self {
        let days = |n: u32| Days::try_from(n).unwrap_or_default();
        Self {
            guess: days(3),
            buffer: Percent::try_from(20).unwrap_or_default(),
            near_critical: days(2),
            start_soon: days(5),
            capacity: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weekdays_are_written_as_people_list_them() {
        assert_eq!(Weekdays::default().to_string(), "mon,tue,wed,thu,fri");
        assert_eq!("Sunday; mon".parse::<Weekdays>().map(|days| days.to_string()), Ok("mon,sun".to_owned()));
        for text in ["", "mo", "mon,someday", "mönday"] {
            assert!(text.parse::<Weekdays>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_range_of_days_off_may_be_given_from_either_end() {
        let off: DaysOff = "2026-12-31..2026-12-24".parse().unwrap();
        assert_eq!(
            (off.first().to_string(), off.last().to_string()),
            ("2026-12-24".into(), "2026-12-31".into())
        );
        assert_eq!("2026-05-01".parse::<DaysOff>().map(|off| off.first() == off.last()), Ok(true));
        assert!("2026-12-24..soon".parse::<DaysOff>().is_err());
    }

    #[test]
    fn days_off_are_typed_with_their_name_behind() {
        let today = Date::new(2026, 12, 1).unwrap();
        let typed = |text| {
            DaysOff::typed(text, today).map(|off| (off.name, off.from.to_string(), off.to.to_string()))
        };
        let off = |name: &str, from: &str, to: &str| Ok((name.to_owned(), from.to_owned(), to.to_owned()));
        assert_eq!(typed("24 dec .. 2 jan Winter break"), off("Winter break", "2026-12-24", "2027-01-02"));
        assert_eq!(typed("2026-12-08"), off("", "2026-12-08", "2026-12-08"));
        assert_eq!(typed("fri Company day"), off("Company day", "2026-12-04", "2026-12-04"));
        assert!(typed("Christmas").is_err() && typed("").is_err() && typed("soon .. fri").is_err());
    }

    #[test]
    fn a_day_that_is_not_worked_on_says_why() {
        let mut christmas: DaysOff = "2026-12-24..2026-12-28".parse().unwrap();
        christmas.name = "Christmas".to_owned();
        let calendar = Calendar { days_off: vec![christmas], ..Calendar::default() };
        let why = |text: &str| calendar.why_off(text.parse().unwrap());
        assert_eq!(why("2026-12-24"), Some("Christmas"));
        assert_eq!(why("2026-12-19"), Some(""));
        assert_eq!(why("2026-12-29"), None);
    }
}
