//! One item's score, exact; or why it has none.

use std::cmp::Ordering;
use std::fmt;

use thiserror::Error;

use super::factor::{Factor, Method};
use crate::board::{Decimal, Item};

/// Why an item has no score.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Unscored {
    /// An input is missing.
    #[error("no {}", .0.word())]
    Missing(Factor),
    /// An input is not one that the method knows.
    #[error("{} is out of range: {}", .1.word(), legal(*.0, *.1))]
    OutOfRange(Method, Factor),
}

const fn legal(method: Method, factor: Factor) -> &'static str {
    match (method, factor) {
        (Method::Ice, _) => "1 to 10",
        (_, Factor::Effort) => "more than 0 person-months",
        (_, Factor::Impact) => "0.01 to 100",
        (_, Factor::Confidence) => "0 to 100 percent",
        _ => "0 or more",
    }
}

/// A score as a fraction of whole numbers.
#[derive(Clone, Copy, Debug)]
pub struct Score {
    method: Method,
    pub(super) over: u128,
    pub(super) under: u128,
}

/// The score of an item by a method.
pub fn score(item: &Item, method: Method) -> Result<Score, Unscored> {
    of_inputs(method, &|factor| factor.of(item).map(Decimal::ten_thousandths))
}

/// The score of inputs in ten-thousandths.
pub(super) fn of_inputs(method: Method, input: &dyn Fn(Factor) -> Option<u64>) -> Result<Score, Unscored> {
    let mut score = Score { method, over: 1, under: 1 };
    for &factor in method.factors() {
        let value = input(factor).ok_or(Unscored::Missing(factor))?;
        let range = method.range(factor);
        if !(range.least..=range.most).contains(&value) {
            return Err(Unscored::OutOfRange(method, factor));
        }
        if factor.divides() {
            score.under *= u128::from(value);
        } else {
            score.over *= u128::from(value);
        }
    }
    Ok(score)
}

impl Score {
    /// The order of two scores of the same method; `None` for scores of different methods.
    pub fn compare(self, other: Self) -> Option<Ordering> {
        (self.method == other.method).then(|| self.cross(other))
    }

    /// The order of two scores that are known to be of the same method. The ranges of the inputs keep the products
    /// below 2^128.
    pub(super) fn cross(self, other: Self) -> Ordering {
        (self.over * other.under).cmp(&(other.over * self.under))
    }

    /// By how many percent this score is above another, rounded; `None` above nothing.
    pub fn percent_above(self, other: Self) -> Option<u128> {
        let (mine, theirs) = (self.over * other.under, other.over * self.under);
        let above = mine.checked_sub(theirs)?;
        (above * 100 + theirs / 2).checked_div(theirs)
    }

    /// The score in hundredths, rounded to the nearest.
    pub fn hundredths(self) -> u128 {
        self.rounded(100)
    }

    /// The score with up to six places, rounded to the nearest: `13.846154`, `675`.
    pub fn to_six_places(self) -> String {
        const PLACES: u128 = 1_000_000;
        let scaled = self.rounded(PLACES);
        let text = format!("{}.{:06}", scaled / PLACES, scaled % PLACES);
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    }

    /// So many times the score, rounded to the nearest.
    fn rounded(self, times: u128) -> u128 {
        // Inputs are in ten-thousandths, confidence of RICE in percent.
        let unit = match self.method {
            Method::Rice => 10_u128.pow(10),
            Method::Ice => 10_u128.pow(12),
        };
        (self.over * times + self.under * unit / 2) / (self.under * unit)
    }
}

impl fmt::Display for Score {
    /// At most two places, and none where the score is large: `13.85`, `192`, `2667`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let hundredths = self.hundredths();
        let (whole, rest) = (hundredths / 100, hundredths % 100);
        if rest == 0 {
            write!(f, "{whole}")
        } else if whole >= 1000 {
            write!(f, "{}", (hundredths + 50) / 100)
        } else if rest % 10 == 0 {
            write!(f, "{whole}.{}", rest / 10)
        } else {
            write!(f, "{whole}.{rest:02}")
        }
    }
}
