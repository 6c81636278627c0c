//! Days as other programs write them: moments with a zone, and dates with or without a time.
//!
//! A day that depends on who reads it (3/4, or a day without a year) is not one.

use chrono::DateTime;

use crate::board::Date;

/// The day in UTC of a moment, in milliseconds since 1970. Where the reader's own zone is known, use that instead.
pub fn utc_day(milliseconds: i64) -> Option<Date> {
    DateTime::from_timestamp_millis(milliseconds).and_then(|moment| Date::from_naive(moment.date_naive()))
}

/// The day of a moment such as `2021-01-07T22:30:00.000Z` where the reader is; a bare date is that day.
pub(super) fn day_of_moment(text: &str, local_day: &dyn Fn(i64) -> Option<Date>) -> Option<Date> {
    let text = text.trim();
    text.parse().ok().or_else(|| {
        DateTime::parse_from_rfc3339(text).ok().and_then(|moment| local_day(moment.timestamp_millis()))
    })
}

/// The day that a text names, whatever time it adds: `2025-06-18`, `2025-06-18 00:00:00.0`, `18/Jun/25 12:00 AM`,
/// `18 Jun 2025`. `None` where the day depends on today or on the country.
pub(super) fn written_day(text: &str, today: Date) -> Option<Date> {
    let text = text.trim();
    iso_start(text).or_else(|| day_month_year(text)).or_else(|| {
        // Numbers alone, in whatever order, are another program's way.
        text.contains(char::is_alphabetic).then_some(())?;
        let later = today.plus_days(400)?;
        let day = Date::typed(text, today).ok()?;
        (Date::typed(text, later).ok()? == day).then_some(day)
    })
}

fn iso_start(text: &str) -> Option<Date> {
    let (day, rest) = text.split_at_checked(10)?;
    let ends = rest.is_empty() || rest.starts_with(['T', ' ']);
    day.parse().ok().filter(|_| ends)
}

/// `18/Jun/25` and `18-Jun-2025`, with or without a time behind.
fn day_month_year(text: &str) -> Option<Date> {
    let date = text.split_whitespace().next()?;
    let [day, month, year] = date.split(['/', '-']).collect::<Vec<_>>()[..] else { return None };
    let named = month.len() >= 3 && month.bytes().all(|b| b.is_ascii_alphabetic());
    let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    if !named || !all_digits(day) || !all_digits(year) {
        return None;
    }
    let century = if year.len() == 2 { "20" } else { "" };
    // The year is written out, so the day from which it is seen does not matter.
    Date::typed(&format!("{day} {month} {century}{year}"), Date::default()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn days_are_read_as_other_programs_write_them() {
        for text in [
            "2025-06-18",
            "2025-06-18 00:00:00.0",
            "2025-06-18T23:59:00.000+0000",
            "18/Jun/25 12:00 AM",
            "18/Jun/2025",
            "18-Jun-25",
            " 18 June 2025 ",
            "Jun 18, 2025",
        ] {
            assert_eq!(written_day(text, date("2026-11-21")), Some(date("2025-06-18")), "{text}");
        }
    }

    #[test]
    fn a_day_that_depends_on_the_reader_is_none() {
        for text in [
            "",
            "soon",
            "fri",
            "+2w",
            "today",
            "12 mar",
            "01/02/2026",
            "18/06/25",
            "18/06/2025",
            "18.6.2025",
            "2026-3-1",
            "2023-02-29",
            "2026-01-011",
            "٢٠٢٦-٠٣-١٢",
            "31/Feb/25",
            "18/Jun/25x",
        ] {
            assert_eq!(written_day(text, date("2026-11-21")), None, "{text}");
        }
    }

    #[test]
    fn a_moment_is_a_day_where_the_reader_is() {
        let auckland = |ms: i64| utc_day(ms + 13 * 3_600_000);
        let moment = "2026-01-07T22:30:00.000Z";
        assert_eq!(day_of_moment(moment, &utc_day), Some(date("2026-01-07")));
        assert_eq!(day_of_moment(moment, &auckland), Some(date("2026-01-08")));
        assert_eq!(day_of_moment("2026-01-07", &auckland), Some(date("2026-01-07")));
        assert_eq!(day_of_moment("yesterday", &utc_day), None);
        assert_eq!(utc_day(i64::MAX), None);
    }
}
