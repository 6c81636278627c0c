//! Counting in working days: day numbers and dates.
//!
//! Day 0 is the first working day on or after the start. A point lies between days: point `p` is the moment before
//! day `p` begins. Everything is arithmetic on whole numbers; a century costs no more than a week.

use chrono::{Datelike, NaiveDate};

use crate::board::{Calendar, Date, Weekdays, sort_by_key};

/// A day number, or the point right before that day.
pub type Point = i64;

/// A run of days off: its first day, the day after it, and how many weekdays of work are off before it.
#[derive(Clone, Copy, Debug)]
struct Off {
    from: i64,
    to: i64,
    before: i64,
}

/// A board's calendar, ready for counting.
#[derive(Clone, Debug)]
pub struct WorkDays {
    /// Working weekdays among the first `n` days of a week.
    in_week: [i64; 8],
    off: Vec<Off>,
    /// Working days before the start, of all days since the year 1.
    base: i64,
}

impl WorkDays {
    /// Counts from a start.
    pub fn new(calendar: &Calendar, start: Date) -> Self {
        let mut days = Self {
            in_week: in_week(calendar.weekdays),
            off: Vec::with_capacity(calendar.days_off.len()),
            base: 0,
        };
        let mut runs: Vec<(i64, i64)> =
            calendar.days_off.iter().map(|off| (serial(off.first()), serial(off.last()) + 1)).collect();
        sort_by_key(&mut runs, |run| *run);
        let mut end = i64::MIN;
        for (from, to) in runs {
            let from = from.max(end);
            if from < to {
                let before = days.off_before(i64::MAX);
                days.off.push(Off { from, to, before });
                end = to;
            }
        }
        days.base = days.worked_before(serial(start));
        days
    }

    /// The point at which something can start that starts on a date: the first working day on or after it.
    pub fn start(&self, date: Date) -> Point {
        self.worked_before(serial(date)) - self.base
    }

    /// The point at which something is finished that is finished on a date: the number of the first working day
    /// after it.
    pub fn finish(&self, date: Date) -> Point {
        self.worked_before(serial(date) + 1) - self.base
    }

    /// The date of a working day; `None` where it lies after 9999 (or before 1900).
    pub fn date(&self, day: Point) -> Option<Date> {
        let worked = self.base.checked_add(day)?;
        let runs = self.off.partition_point(|off| self.weekdays_before(off.from) - off.before <= worked);
        let off = runs.checked_sub(1).map_or(0, |last| self.off_until_end_of(&self.off[last]));
        let weekdays = worked.checked_add(off)?;
        let (weeks, rest) = (weekdays.div_euclid(self.in_week[7]), weekdays.rem_euclid(self.in_week[7]));
        let in_week = i64::try_from(self.in_week.partition_point(|before| *before <= rest)).ok()?;
        let serial = weeks.checked_mul(7)?.checked_add(in_week)?;
        NaiveDate::from_num_days_from_ce_opt(i32::try_from(serial).ok()?).and_then(Date::from_naive)
    }

    fn off_until_end_of(&self, off: &Off) -> i64 {
        off.before + self.weekdays_before(off.to) - self.weekdays_before(off.from)
    }

    fn worked_before(&self, serial: i64) -> i64 {
        self.weekdays_before(serial) - self.off_before(serial)
    }

    /// Working weekdays from the first day of the year 1, a Monday, up to a day, days off among them.
    fn weekdays_before(&self, serial: i64) -> i64 {
        let days = serial - 1;
        let rest = usize::try_from(days.rem_euclid(7)).unwrap_or_default();
        days.div_euclid(7) * self.in_week[7] + self.in_week[rest]
    }

    fn off_before(&self, serial: i64) -> i64 {
        let run =
            self.off.partition_point(|off| off.from < serial).checked_sub(1).map(|last| &self.off[last]);
        run.map_or(0, |off| {
            off.before + self.weekdays_before(off.to.min(serial)) - self.weekdays_before(off.from)
        })
    }
}

fn serial(date: Date) -> i64 {
    i64::from(date.naive().num_days_from_ce())
}

fn in_week(weekdays: Weekdays) -> [i64; 8] {
    let mut counts = [0; 8];
    for day in 0..7 {
        counts[day + 1] = counts[day] + i64::from(weekdays.has(day));
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn calendar(weekdays: &str, off: &[&str]) -> Calendar {
        Calendar {
            start: None,
            weekdays: weekdays.parse().unwrap(),
            days_off: off.iter().map(|text| text.parse().unwrap()).collect(),
        }
    }

    #[test]
    fn day_0_is_the_first_working_day_on_or_after_the_start() {
        let days = WorkDays::new(&Calendar::default(), date("2026-03-07"));
        let shown: Vec<_> = (-2..=5).map(|day| days.date(day).unwrap().to_string()).collect();
        assert_eq!(
            shown,
            [
                "2026-03-05",
                "2026-03-06",
                "2026-03-09",
                "2026-03-10",
                "2026-03-11",
                "2026-03-12",
                "2026-03-13",
                "2026-03-16"
            ]
        );
    }

    #[test]
    fn a_start_counts_from_the_next_working_day_and_a_finish_ends_with_the_last_one() {
        let days = WorkDays::new(&Calendar::default(), date("2026-03-02"));
        for (day, start, finish) in [
            ("2026-03-06", 4, 5),
            ("2026-03-07", 5, 5),
            ("2026-03-08", 5, 5),
            ("2026-03-09", 5, 6),
            ("2026-02-27", -1, 0),
        ] {
            assert_eq!((days.start(date(day)), days.finish(date(day))), (start, finish), "{day}");
        }
    }

    #[test]
    fn days_off_are_not_counted_however_they_overlap() {
        let off = ["2021-12-27..2021-12-31", "2021-12-29..2022-01-02", "2021-12-25", "2021-12-30"];
        let days = WorkDays::new(&calendar("mon,tue,wed,thu,fri", &off), date("2021-12-23"));
        let shown: Vec<_> = (0..4).map(|day| days.date(day).unwrap().to_string()).collect();
        assert_eq!(shown, ["2021-12-23", "2021-12-24", "2022-01-03", "2022-01-04"]);
    }

    #[test]
    fn counting_and_naming_days_agree_with_a_walk_through_the_calendar() {
        let calendar =
            calendar("sun,tue,thu", &["2026-03-10..2026-03-19", "2026-04-02", "2026-01-01..2026-01-31"]);
        let days = WorkDays::new(&calendar, date("2026-03-01"));
        let mut number = days.start(date("2025-12-01"));
        let mut day = date("2025-12-01");
        while day < date("2026-06-01") {
            assert_eq!(days.start(day), number, "{day}");
            if calendar.why_off(day).is_none() {
                assert_eq!(days.date(number), Some(day));
                number += 1;
            }
            assert_eq!(days.finish(day), number, "{day}");
            day = day.plus_days(1).unwrap();
        }
    }

    #[test]
    fn after_9999_there_is_no_date() {
        let days = WorkDays::new(&Calendar::default(), date("9999-12-30"));
        assert_eq!(days.date(1), Some(date("9999-12-31")));
        assert_eq!(days.date(2), None);
        assert_eq!(days.date(i64::MAX), None);
        let never = WorkDays::new(&calendar("mon", &["1900-01-01..9999-12-31"]), date("2026-03-02"));
        assert_eq!(never.date(0), None);
    }
}
