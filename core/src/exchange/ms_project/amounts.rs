//! Times as MS Project writes them, in working days: durations such as `PT8H0M0S` and lags in tenths of a minute.
//!
//! What is not a whole number of working days is rounded up, so that nothing is planned earlier than it was.

/// A minute in seconds.
const MINUTE: i64 = 60;
/// An hour in seconds.
const HOUR: i64 = 3_600;
/// A day on the clock, in seconds.
const DAY: i64 = 24 * HOUR;
/// Longer than anything that a board holds, and short enough to be counted with.
const MOST: i64 = 1_000_000_000_000;

/// An amount of time: of work, or on the clock ("elapsed").
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Amount {
    /// Seconds; negative for a lead.
    pub(super) seconds: i64,
    /// True where nights and weekends count.
    pub(super) elapsed: bool,
}

/// How long the file's working days and weeks are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Clock {
    /// Seconds of work a day.
    day: i64,
    /// Working days a week.
    week: i64,
}

impl Clock {
    /// From minutes a day, eight hours where the file says nothing sensible, and working days a week.
    pub(super) fn new(minutes: Option<i64>, week: i64) -> Self {
        Self { day: minutes.filter(|n| (1..=1_440).contains(n)).unwrap_or(480) * MINUTE, week }
    }

    /// Whole working days, and whether they say the same as the amount.
    pub(super) fn days(self, amount: Amount) -> (i64, bool) {
        let (dividend, divisor) =
            if amount.elapsed { (amount.seconds * self.week, DAY * 7) } else { (amount.seconds, self.day) };
        let up = i64::from(dividend.rem_euclid(divisor) > 0);
        (dividend.div_euclid(divisor) + up, up == 0 && !amount.elapsed)
    }

    /// An amount in words: `12 h`, `3 days`, `2 elapsed days`, `-1 h 30 min`.
    pub(super) fn words(self, amount: Amount) -> String {
        let (day, what) = if amount.elapsed { (DAY, "elapsed ") } else { (self.day, "") };
        let all = amount.seconds.abs();
        let sign = if amount.seconds < 0 { "-" } else { "" };
        let (hours, minutes) = (all / HOUR, all % HOUR / MINUTE);
        match (all / day, all % day) {
            (1, 0) => format!("{sign}1 {what}day"),
            (days, 0) => format!("{sign}{days} {what}days"),
            _ if minutes == 0 => format!("{sign}{hours} {what}h"),
            _ => format!("{sign}{hours} {what}h {minutes} min"),
        }
    }
}

/// Working days in words.
pub(super) fn counted(days: i64) -> String {
    format!("{days} working day{}", if days.abs() == 1 { "" } else { "s" })
}

/// The codes of the units that count nights and weekends; from 35 on they are estimates.
pub(super) const fn is_elapsed(code: i64) -> bool {
    matches!(if code > 34 { code - 32 } else { code }, 4 | 6 | 8 | 10 | 12 | 20)
}

/// The codes of percent.
pub(super) const fn is_percent(code: i64) -> bool {
    matches!(code, 19 | 20 | 51 | 52)
}

/// The seconds of a duration in hours, minutes and seconds, which is how MS Project writes all of them. Days, weeks
/// and months are not taken: it is not said whether they are working days.
pub(super) fn seconds(text: &str) -> Option<i64> {
    let mut rest = text.trim().strip_prefix("PT")?;
    let mut total = 0_i64;
    if rest.is_empty() {
        return None;
    }
    while !rest.is_empty() {
        let end = rest.find(|c: char| c.is_ascii_alphabetic())?;
        let (number, tail) = rest.split_at_checked(end)?;
        let unit = match tail.get(..1)? {
            "H" => HOUR,
            "M" => MINUTE,
            "S" => 1,
            _ => return None,
        };
        total = total.checked_add(times(number, unit)?).filter(|total| *total <= MOST)?;
        rest = tail.get(1..)?;
    }
    Some(total)
}

/// A decimal times a unit; parts of a second count as one.
fn times(number: &str, unit: i64) -> Option<i64> {
    let (whole, part) = number.split_once('.').unwrap_or((number, "0"));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit()).then_some(());
    digits(whole)?;
    digits(part)?;
    let part = part.get(..6).unwrap_or(part);
    let scale = 10_i64.checked_pow(u32::try_from(part.len()).ok()?)?;
    let fraction = (part.parse::<i64>().ok()? * unit + scale - 1) / scale;
    whole.parse::<i64>().ok()?.checked_mul(unit)?.checked_add(fraction)
}

/// The seconds of a lag in tenths of a minute.
pub(super) fn of_tenths(tenths: i64) -> Option<i64> {
    tenths.checked_mul(MINUTE / 10).filter(|seconds| seconds.abs() <= MOST)
}

/// So many percent of an amount.
pub(super) fn percent_of(amount: Amount, percent: i64) -> Option<Amount> {
    let seconds = amount.seconds.checked_mul(percent)?;
    (seconds.abs() <= MOST).then_some(Amount { seconds: seconds.div_euclid(100), ..amount })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_read_in_hours_minutes_and_seconds() {
        for (text, meant) in [
            ("PT8H0M0S", Some(28_800)),
            ("PT0H0M0S", Some(0)),
            ("PT90M", Some(5_400)),
            ("PT0.5H", Some(1_800)),
            ("PT0H0M0.25S", Some(1)),
            ("PT1000000000000000H", None),
            ("PT9223372036854775807H", None),
            ("P5D", None),
            ("PT", None),
            ("PT-8H", None),
            ("PTH", None),
            ("PT8", None),
            ("8h", None),
            ("", None),
        ] {
            assert_eq!(seconds(text), meant, "{text}");
        }
    }

    #[test]
    fn what_is_not_whole_is_rounded_up() {
        let clock = Clock::new(Some(480), 5);
        for (hours, elapsed, days, same, words) in [
            (8, false, 1, true, "1 day"),
            (12, false, 2, false, "12 h"),
            (1, false, 1, false, "1 h"),
            (0, false, 0, true, "0 days"),
            (-8, false, -1, true, "-1 day"),
            (-12, false, -1, false, "-12 h"),
            (24, true, 1, false, "1 elapsed day"),
            (72, true, 3, false, "3 elapsed days"),
            (168, true, 5, false, "7 elapsed days"),
        ] {
            let amount = Amount { seconds: hours * HOUR, elapsed };
            assert_eq!((clock.days(amount), clock.words(amount).as_str()), ((days, same), words));
        }
    }

    #[test]
    fn a_day_is_as_long_as_the_file_says_and_else_eight_hours() {
        for (minutes, days) in [(Some(480), 2), (Some(600), 2), (Some(960), 1), (Some(0), 2), (None, 2)] {
            let amount = Amount { seconds: 16 * HOUR, elapsed: false };
            assert_eq!(Clock::new(minutes, 5).days(amount).0, days, "{minutes:?}");
        }
    }

    #[test]
    fn units_are_told_by_their_codes() {
        let elapsed: Vec<i64> = (0..=60).filter(|code| is_elapsed(*code)).collect();
        assert_eq!(elapsed, [4, 6, 8, 10, 12, 20, 36, 38, 40, 42, 44, 52]);
        let percent: Vec<i64> = (0..=60).filter(|code| is_percent(*code)).collect();
        assert_eq!(percent, [19, 20, 51, 52]);
    }
}
