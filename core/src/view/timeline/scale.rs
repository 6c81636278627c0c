//! From days to pixels and back.

use super::lines::Extent;
use crate::board::Date;

/// The widest a day gets, in CSS pixels.
const WIDEST: f64 = 48.0;
/// The narrowest.
const NARROWEST: f64 = 0.1;
/// One step of zooming makes a day so many times as wide.
pub const STEP: f64 = 1.5;
/// Days before the plan begins, so that its first bar does not stick to the names. A week, for weeks begin on
/// Mondays.
const BEFORE: i64 = 7;
/// Pixels behind the last day: room for the words at the end of a bar.
const BEHIND: f64 = 240.0;
/// What is further from the first day is drawn at the edge: browsers limit how wide a page can be.
const MOST_DAYS: i64 = 40_000;

/// A stretch of the date axis in CSS pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Span {
    /// Its left end.
    pub x: f64,
    /// How wide it is.
    pub width: f64,
}

impl Span {
    /// From one place to another behind it.
    pub const fn between(from: f64, to: f64) -> Self {
        Self { x: from, width: (to - from).max(0.0) }
    }

    /// Its right end.
    pub fn end(self) -> f64 {
        self.x + self.width
    }
}

/// Where days stand.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    /// The day at the left end: a Monday.
    pub origin: Date,
    /// How many days there are.
    pub days: i64,
    /// How wide a day is, in CSS pixels.
    pub day: f64,
}

impl Scale {
    /// A scale for what lies between two days, with a day so wide.
    pub fn new(extent: Extent, day: f64) -> Self {
        use chrono::Datelike;
        let weekday = u64::from(extent.first.naive().weekday().num_days_from_monday());
        let origin = extent.first.minus_days(weekday + BEFORE.unsigned_abs()).unwrap_or(extent.first);
        let days = (extent.last.days_since(origin) + 1).clamp(1, MOST_DAYS);
        Self { origin, days, day: day.clamp(NARROWEST, WIDEST) }
    }

    /// The width of a day at which everything is in sight.
    pub fn fitting(extent: Extent, width: f64) -> f64 {
        let whole = Self::new(extent, 1.0);
        ((width - BEHIND) / count(whole.days)).clamp(NARROWEST, WIDEST)
    }

    /// How wide everything is.
    pub fn width(&self) -> f64 {
        count(self.days) * self.day + BEHIND
    }

    /// The left end of a day.
    pub fn x(&self, date: Date) -> f64 {
        count(date.days_since(self.origin).clamp(0, self.days)) * self.day
    }

    /// The right end of a day.
    pub fn end(&self, date: Date) -> f64 {
        count((date.days_since(self.origin) + 1).clamp(0, self.days)) * self.day
    }

    /// From the beginning of a day to the end of another.
    pub fn span(&self, first: Date, last: Date) -> Span {
        Span::between(self.x(first), self.end(last))
    }

    /// The day at a place.
    pub fn date(&self, x: f64) -> Date {
        let days = whole(x / self.day).clamp(0, self.days - 1);
        self.origin.plus_days(days.unsigned_abs()).unwrap_or(self.origin)
    }

    /// The nearest number of days that so many pixels are.
    pub fn days_in(&self, pixels: f64) -> i64 {
        whole((pixels / self.day).round())
    }

    /// The width of a day after so many steps of zooming in; negative for out.
    pub fn zoomed(&self, steps: f64) -> f64 {
        (self.day * STEP.powf(steps)).clamp(NARROWEST, WIDEST)
    }
}

/// Days of an axis are far below 2^52.
#[allow(clippy::cast_precision_loss, reason = "a number of days is far below 2^52")]
pub(super) const fn count(n: i64) -> f64 {
    n as f64
}

#[allow(clippy::cast_possible_truncation, reason = "a float-to-int cast saturates")]
const fn whole(x: f64) -> i64 {
    x.floor() as i64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn scale(day: f64) -> Scale {
        Scale::new(Extent { first: date("2026-03-04"), last: date("2026-03-31") }, day)
    }

    #[test]
    fn it_begins_on_a_monday_at_least_a_week_before_the_plan() {
        assert_eq!(scale(10.0).origin, date("2026-02-23"));
        assert_eq!(scale(10.0).days, 37);
    }

    #[test]
    fn a_day_ends_where_the_next_begins_and_is_found_again() {
        let scale = scale(12.5);
        assert!((scale.end(date("2026-03-04")) - scale.x(date("2026-03-05"))).abs() < 1e-9);
        for text in ["2026-02-23", "2026-03-04", "2026-03-31"] {
            assert_eq!(scale.date(scale.x(date(text)) + 1.0), date(text));
        }
    }

    #[test]
    fn what_lies_outside_is_drawn_at_the_edge() {
        let scale = scale(10.0);
        assert!(scale.x(date("2020-01-01")).abs() < 1e-9);
        assert!((scale.end(date("9999-12-31")) - 370.0).abs() < 1e-9);
        let endless = Extent { first: date("2026-01-01"), last: date("9999-12-31") };
        assert_eq!(Scale::new(endless, 1.0).days, MOST_DAYS);
    }

    #[test]
    fn fitting_leaves_nothing_to_scroll_to() {
        let extent = Extent { first: date("2026-03-04"), last: date("2027-03-31") };
        let fit = Scale::new(extent, Scale::fitting(extent, 1200.0));
        assert!((fit.width() - 1200.0).abs() < 1e-6);
    }

    #[test]
    fn zooming_in_and_out_again_leads_back_and_has_ends() {
        let there = Scale { day: scale(10.0).zoomed(2.0), ..scale(10.0) };
        assert!((there.zoomed(-2.0) - 10.0).abs() < 1e-9);
        assert!((scale(10.0).zoomed(50.0) - WIDEST).abs() < 1e-9);
        assert!((scale(10.0).zoomed(-50.0) - NARROWEST).abs() < 1e-9);
    }
}
