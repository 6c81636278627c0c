//! A day as a person types it, in whatever field a day is asked for.
//!
//! A text that is one day to one reader and another to the next is not guessed: both are named, as they can be typed.

use chrono::{Datelike, Months, Weekday};

use super::{Date, DateError, folded};

const MONTHS: [&str; 12] = [
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

impl Date {
    /// The most words of a date.
    pub const WORDS: usize = 5;

    /// What a person typed, seen from a day: `2026-03-12`, `12 mar`, `mar 12 2026`, `12.3.`, `25/3/2026`, `fri`,
    /// `next fri`, `today`, `tomorrow`, `+3d`, `+2w`, `+1m`, `end of week`, `end of next month`, `end of march`. A day
    /// without a year is the next such day, at most three months back; a weekday is the next one after the day; a week
    /// ends on its Friday.
    pub fn typed(text: &str, today: Self) -> Result<Self, DateError> {
        let plain = folded(text.trim()).replace(',', " ");
        if let Some(found) = of_numbers(plain.trim(), today) {
            return found;
        }
        let words: Vec<&str> = plain.split([' ', '/', '.']).filter(|word| !word.is_empty()).collect();
        let found = match words.as_slice() {
            [one] => one.parse().ok().or_else(|| word(one, today)),
            ["end", "of", rest @ ..] | ["the", "end", "of", rest @ ..] => end_of(rest, today),
            ["next", day] => weekday(day).and_then(|day| next(day, today)?.plus_days(7)),
            [day, month] => day_and_month(day, month, None, today),
            [day, month, year] => day_and_month(day, month, Some(year.parse().ok().unwrap_or(0)), today),
            _ => None,
        };
        found.ok_or_else(|| DateError::Unknown(text.trim().to_owned()))
    }
}

fn word(word: &str, today: Date) -> Option<Date> {
    match word {
        "today" => Some(today),
        "tomorrow" => today.plus_days(1),
        "yesterday" => today.minus_days(1),
        "eow" => end_of(&["week"], today),
        "eom" => end_of(&["month"], today),
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
        Some('m') => today.naive().checked_add_months(Months::new(number)).and_then(Date::from_naive),
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
    (1..=7).filter_map(|days| after.plus_days(days)).find(|date| date.naive().weekday() == day)
}

fn month(word: &str) -> Option<u32> {
    let found = MONTHS.iter().position(|name| word.len() >= 3 && name.starts_with(word));
    found.and_then(|index| u32::try_from(index + 1).ok())
}

/// A day and a month named in either order.
fn day_and_month(first: &str, second: &str, year: Option<i32>, today: Date) -> Option<Date> {
    let (day, month) = match (month(first), month(second)) {
        (None, Some(month)) => (first, month),
        (Some(month), None) => (second, month),
        _ => return None,
    };
    let day: u32 = day.trim_end_matches(|c: char| c.is_ascii_alphabetic()).parse().ok()?;
    in_year(month, day, year, today)
}

/// A day of a year; without one the next such day, at most three months back.
fn in_year(month: u32, day: u32, year: Option<i32>, today: Date) -> Option<Date> {
    if let Some(year) = year {
        return Date::new(year, month, day);
    }
    let year = today.naive().year();
    let mut near = (year - 1..=year + 1).filter_map(|year| Date::new(year, month, day));
    near.find(|date| today.days_since(*date) <= 92)
}

/// A date of numbers alone: `12.3.` and `12.3.2026`, with the day first wherever dots are written, and `25/3` or
/// `3/25/2026`, which are the month first in one country and the day in the next: taken where only one can be meant.
/// `None` for a text that is none of these.
fn of_numbers(text: &str, today: Date) -> Option<Result<Date, DateError>> {
    let sign = if text.contains('/') { '/' } else { '.' };
    let parts: Vec<&str> = text.trim_end_matches('.').split(sign).map(str::trim).collect();
    let number = |text: &str, digits: usize| {
        let sound = (1..=digits).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
        text.parse::<u32>().ok().filter(|_| sound)
    };
    let (first, second, year) = match parts[..] {
        [first, second] => (first, second, None),
        [first, second, year] if year.len() == 4 => {
            (first, second, Some(i32::try_from(number(year, 4)?).ok()?))
        }
        _ => return None,
    };
    let (first, second) = (number(first, 2)?, number(second, 2)?);
    let day_first = in_year(second, first, year, today);
    let month_first = in_year(first, second, year, today).filter(|_| sign == '/');
    let unknown = || DateError::Unknown(text.to_owned());
    Some(match (day_first, month_first) {
        (Some(one), Some(other)) if one != other => {
            let year = year.map(|year| format!(" {year}")).unwrap_or_default();
            let typed = |date: Date| {
                let name = MONTHS.get(date.naive().month0() as usize).and_then(|name| name.get(..3));
                format!("{} {}{year}", date.naive().day(), name.unwrap_or_default())
            };
            Err(DateError::Either(text.to_owned(), typed(one), typed(other)))
        }
        (one, other) => one.or(other).ok_or_else(unknown),
    })
}

/// The last day of a week of work or of a month: `week`, `the week`, `next month`, `march`, `march 2027`. What is over
/// is not meant: at a weekend the week is the next one, and a month without a year the next such one.
fn end_of(words: &[&str], today: Date) -> Option<Date> {
    let (year, this_month) = (today.naive().year(), today.naive().month());
    match *words {
        ["the" | "this", what] => end_of(&[what], today),
        ["week"] => next(Weekday::Fri, today.minus_days(1)?),
        ["next", "week"] => end_of(&["week"], today)?.plus_days(7),
        ["month"] => last_of(year, this_month),
        ["next", "month"] if this_month == 12 => last_of(year + 1, 1),
        ["next", "month"] => last_of(year, this_month + 1),
        [name] => {
            let month = month(name)?;
            (year..=year + 1).filter_map(|year| last_of(year, month)).find(|date| *date >= today)
        }
        [name, year] => last_of(year.parse().ok()?, month(name)?),
        _ => None,
    }
}

fn last_of(year: i32, month: u32) -> Option<Date> {
    (28..=31).rev().find_map(|day| Date::new(year, month, day))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn typed(text: &str, today: &str) -> String {
        Date::typed(text, date(today)).map_or_else(|why| why.to_string(), |date| date.to_string())
    }

    #[test]
    fn dates_are_understood_as_people_type_them() {
        for (text, meant) in [
            ("2026-04-01", "2026-04-01"),
            ("fri", "2026-03-13"),
            ("Thursday", "2026-03-19"),
            ("next fri", "2026-03-20"),
            ("tues", "2026-03-17"),
            ("12 mar", "2026-03-12"),
            ("12.mar.", "2026-03-12"),
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
            assert_eq!(typed(text, "2026-03-12"), meant, "{text}");
        }
    }

    #[test]
    fn a_date_of_numbers_is_taken_where_only_one_can_be_meant() {
        for (text, meant) in [
            ("12.3.2026", "2026-03-12"),
            ("12. 3. 2026", "2026-03-12"),
            ("12.3.", "2026-03-12"),
            ("1.4", "2026-04-01"),
            ("5.12.", "2026-12-05"),
            ("25/3", "2026-03-25"),
            ("3/25", "2026-03-25"),
            ("3/25/2027", "2027-03-25"),
            ("25/03/2027.", "2027-03-25"),
            ("5/5", "2026-05-05"),
            ("3/12", "'3/12' can be 3 dec or 12 mar: type the one that is meant"),
            ("01/02/2026", "'01/02/2026' can be 1 feb 2026 or 2 jan 2026: type the one that is meant"),
        ] {
            assert_eq!(typed(text, "2026-03-12"), meant, "{text}");
        }
    }

    #[test]
    fn the_end_of_a_week_is_its_friday_and_of_a_month_its_last_day() {
        for (text, today, meant) in [
            ("end of week", "2026-03-12", "2026-03-13"),
            ("End of the week", "2026-03-13", "2026-03-13"),
            ("the end of this week", "2026-03-14", "2026-03-20"),
            ("eow", "2026-03-15", "2026-03-20"),
            ("end of next week", "2026-03-09", "2026-03-20"),
            ("end of month", "2026-02-12", "2026-02-28"),
            ("end of the month", "2026-03-31", "2026-03-31"),
            ("eom", "2028-02-01", "2028-02-29"),
            ("end of next month", "2026-12-12", "2027-01-31"),
            ("end of march", "2026-03-31", "2026-03-31"),
            ("end of feb", "2026-03-12", "2027-02-28"),
            ("end of April 2028", "2026-03-12", "2028-04-30"),
        ] {
            assert_eq!(typed(text, today), meant, "{text}");
        }
    }

    #[test]
    fn a_day_long_gone_means_the_next_year() {
        assert_eq!(typed("5 jan", "2026-11-21"), "2027-01-05");
        assert_eq!(typed("1 nov", "2026-11-21"), "2026-11-01");
    }

    #[test]
    fn a_day_of_the_last_weeks_of_a_year_is_still_near_in_january() {
        assert_eq!(typed("20 dec", "2026-01-05"), "2025-12-20");
        assert_eq!(typed("1 oct", "2026-01-05"), "2026-10-01");
    }

    #[test]
    fn the_leap_day_is_the_next_one_there_is() {
        assert_eq!(typed("29 feb", "2027-06-01"), "2028-02-29");
        assert!(Date::typed("29 feb", date("2026-03-12")).is_err());
    }

    #[test]
    fn what_is_not_one_clear_date_is_refused() {
        for text in [
            "",
            "soon",
            "3/4",
            "01/02/2026",
            "1.2.26",
            "1.2.3",
            "12.13.",
            "30.2.",
            "13/13",
            "0/5",
            "./.",
            "31 feb",
            "2026-13-01",
            "2023-02-29",
            "2026-3-1",
            "end of time",
            "end of",
            "end of march april",
            "+99999999999w",
            "+9999999m",
        ] {
            assert!(Date::typed(text, date("2026-03-12")).is_err(), "{text}");
        }
    }
}
