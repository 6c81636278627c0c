//! The date axis: two lines of ticks, the finer the wider a day is; and the days that are not worked on.

use chrono::{Datelike, Months};

use super::scale::{Scale, Span};
use crate::board::{Calendar, Date};

/// How days and months are written: the browser's locale, or anything else.
#[derive(Clone, Copy)]
pub struct Writing<'a> {
    /// A day: `Thu 12 Mar`.
    pub day: &'a dyn Fn(Date) -> String,
    /// A month, with its year or without.
    pub month: &'a dyn Fn(Date, bool) -> String,
}

/// What lies between two ticks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unit {
    Day,
    Week,
    Month,
    Quarter,
    Year,
}

impl Unit {
    /// The upper and the lower line for a day so wide. The lower one has room for its words.
    fn of(day: f64) -> (Self, Self) {
        match day {
            22.0.. => (Self::Month, Self::Day),
            3.6.. => (Self::Month, Self::Week),
            1.4.. => (Self::Year, Self::Month),
            0.4.. => (Self::Year, Self::Quarter),
            _ => (Self::Year, Self::Year),
        }
    }

    /// The beginning of the unit that a day is in.
    fn begin(self, date: Date) -> Date {
        let day = date.naive();
        let months = match self {
            Self::Day => return date,
            Self::Week => {
                return date.minus_days(u64::from(day.weekday().num_days_from_monday())).unwrap_or(date);
            }
            Self::Month => day.month(),
            Self::Quarter => day.month0() / 3 * 3 + 1,
            Self::Year => 1,
        };
        Date::new(day.year(), months, 1).unwrap_or(date)
    }

    /// The beginning of the unit after it; `None` after 9999.
    fn next(self, begin: Date) -> Option<Date> {
        let months = match self {
            Self::Day => return begin.plus_days(1),
            Self::Week => return begin.plus_days(7),
            Self::Month => 1,
            Self::Quarter => 3,
            Self::Year => 12,
        };
        begin.naive().checked_add_months(Months::new(months)).and_then(Date::from_naive)
    }

    fn words(self, date: Date, writing: Writing<'_>, upper: bool) -> String {
        match self {
            Self::Day | Self::Week => date.naive().day().to_string(),
            Self::Month => (writing.month)(date, upper),
            Self::Quarter => format!("Q{}", date.naive().month0() / 3 + 1),
            Self::Year => date.naive().year().to_string(),
        }
    }
}

/// A unit of the axis with its words.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// From its first to its last day.
    pub span: Span,
    /// Its words.
    pub text: String,
}

/// Days off that have been entered by hand.
#[derive(Clone, Debug, PartialEq)]
pub struct Off {
    /// Where.
    pub span: Span,
    /// What they are, with the days.
    pub words: String,
    /// Their name alone; may be empty.
    pub name: String,
}

/// What is seen of the date axis.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Axis {
    /// Months or years.
    pub upper: Vec<Tick>,
    /// What lies in them; empty where the upper line says it all.
    pub lower: Vec<Tick>,
    /// Days off.
    pub off: Vec<Off>,
}

/// The part of the axis that a stretch of the scale touches.
pub fn axis(scale: &Scale, calendar: &Calendar, seen: Span, writing: Writing<'_>) -> Axis {
    let (upper, lower) = Unit::of(scale.day);
    let ticks = |unit, is_upper| ticks(scale, unit, seen, &|date| unit_words(unit, date, writing, is_upper));
    Axis {
        upper: ticks(upper, true),
        lower: if upper == lower { Vec::new() } else { ticks(lower, false) },
        off: off(scale, calendar, seen, writing),
    }
}

fn unit_words(unit: Unit, date: Date, writing: Writing<'_>, upper: bool) -> String {
    unit.words(date, writing, upper)
}

fn ticks(scale: &Scale, unit: Unit, seen: Span, say: &dyn Fn(Date) -> String) -> Vec<Tick> {
    let last = scale.date(seen.end());
    let mut ticks = Vec::new();
    let mut begin = unit.begin(scale.date(seen.x));
    while begin <= last {
        let next = unit.next(begin);
        let end = next.map_or(scale.end(last), |next| scale.x(next));
        // What begins before the axis begins with it.
        ticks.push(Tick { span: Span::between(scale.x(begin), end), text: say(begin) });
        match next {
            Some(next) => begin = next,
            None => break,
        }
    }
    ticks
}

fn off(scale: &Scale, calendar: &Calendar, seen: Span, writing: Writing<'_>) -> Vec<Off> {
    let all = calendar.days_off.iter().map(|off| {
        let (first, last) = (off.first(), off.last());
        let days = (writing.day)(first);
        let days = if first == last { days } else { format!("{days} to {}", (writing.day)(last)) };
        let name = if off.name.is_empty() { "Day off" } else { off.name.as_str() };
        Off { span: scale.span(first, last), words: format!("{name}, {days}"), name: off.name.clone() }
    });
    all.filter(|off| off.span.width > 0.0 && off.span.x <= seen.end() && off.span.end() >= seen.x).collect()
}

/// The stretches of a week, from Monday, that are not worked on; none where they would be too thin to tell apart.
pub fn weekends(scale: &Scale, calendar: &Calendar) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    if scale.day < 2.0 {
        return spans;
    }
    let mut x = 0.0;
    for day in 0..7 {
        if !calendar.weekdays.has(day) {
            match spans.last_mut() {
                Some(last) if (last.end() - x).abs() < 1e-6 => last.width += scale.day,
                _ => spans.push(Span { x, width: scale.day }),
            }
        }
        x += scale.day;
    }
    spans
}

#[cfg(test)]
mod tests {
    use super::super::lines::Extent;
    use super::*;

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn drawn(day: f64, calendar: &Calendar) -> Axis {
        let scale = Scale::new(Extent { first: date("2026-03-04"), last: date("2026-05-31") }, day);
        let month =
            |date: Date, year: bool| date.naive().format(if year { "%b %Y" } else { "%b" }).to_string();
        let writing = Writing { day: &|date| date.to_string(), month: &month };
        axis(&scale, calendar, Span { x: 0.0, width: scale.width() }, writing)
    }

    fn words(ticks: &[Tick]) -> Vec<&str> {
        ticks.iter().map(|tick| tick.text.as_str()).collect()
    }

    #[test]
    fn the_wider_a_day_is_the_finer_are_the_ticks() {
        let plain = Calendar::default();
        let days = drawn(30.0, &plain);
        assert_eq!(words(&days.upper), ["Feb 2026", "Mar 2026", "Apr 2026", "May 2026"]);
        assert_eq!(words(&days.lower)[..3], ["23", "24", "25"]);
        assert_eq!(words(&drawn(8.0, &plain).lower)[..3], ["23", "2", "9"]);
        let months = drawn(2.0, &plain);
        assert_eq!(
            (words(&months.upper), words(&months.lower)),
            (vec!["2026"], vec!["Feb", "Mar", "Apr", "May"])
        );
        assert_eq!(words(&drawn(0.5, &plain).lower), ["Q1", "Q2"]);
        assert_eq!((words(&drawn(0.1, &plain).upper), drawn(0.1, &plain).lower.len()), (vec!["2026"], 0));
    }

    #[test]
    fn only_what_is_seen_has_ticks() {
        let scale = Scale::new(Extent { first: date("2026-03-04"), last: date("2099-03-31") }, 40.0);
        let writing = Writing { day: &|date| date.to_string(), month: &|date, _| date.to_string() };
        let seen = Span { x: 100_000.0, width: 1_200.0 };
        assert!(axis(&scale, &Calendar::default(), seen, writing).lower.len() < 40);
    }

    #[test]
    fn ticks_stand_side_by_side_without_a_gap() {
        for day in [30.0, 8.0, 2.0, 0.5] {
            let axis = drawn(day, &Calendar::default());
            for pair in axis.lower.windows(2) {
                assert!((pair[0].span.end() - pair[1].span.x).abs() < 1e-6, "{day}");
            }
        }
    }

    #[test]
    fn named_days_off_say_their_name() {
        let mut easter: crate::board::DaysOff = "2026-04-03..2026-04-06".parse().unwrap();
        easter.name = "Easter".to_owned();
        let calendar = Calendar { days_off: vec![easter], ..Calendar::default() };
        let axis = drawn(10.0, &calendar);
        assert_eq!(axis.off[0].words, "Easter, 2026-04-03 to 2026-04-06");
        assert!((axis.off[0].span.width - 40.0).abs() < 1e-9);
    }

    #[test]
    fn the_weekend_is_one_stretch_and_vanishes_where_a_day_is_too_thin() {
        let scale = Scale::new(Extent { first: date("2026-03-04"), last: date("2026-05-31") }, 10.0);
        let calendar = Calendar::default();
        assert_eq!(weekends(&scale, &calendar), [Span { x: 50.0, width: 20.0 }]);
        assert!(weekends(&Scale { day: 1.0, ..scale }, &calendar).is_empty());
    }
}
