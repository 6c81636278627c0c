//! The factors that scores are made of, and what each may be.

use crate::board::{Decimal, ImpactScale, Item, ItemField};

/// A way to score.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Method {
    /// Reach × Impact × Confidence ÷ Effort.
    Rice,
    /// Impact × Confidence × Ease.
    Ice,
}

/// An input of a score.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Factor {
    /// How many it reaches in a period.
    Reach,
    /// How much it does for each.
    Impact,
    /// How sure we are.
    Confidence,
    /// Person-months it costs. It divides.
    Effort,
    /// How easy it is.
    Ease,
}

/// What an input may be, in ten-thousandths, and the step in which its values are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Range {
    pub least: u64,
    pub most: u64,
    pub step: u64,
}

const ONE: u64 = 10_000;

impl Method {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Rice, Self::Ice];

    /// Its letters.
    pub const fn letters(self) -> &'static str {
        match self {
            Self::Rice => "RICE",
            Self::Ice => "ICE",
        }
    }

    /// Its inputs, in the order in which they are named.
    pub const fn factors(self) -> &'static [Factor] {
        match self {
            Self::Rice => &[Factor::Reach, Factor::Impact, Factor::Confidence, Factor::Effort],
            Self::Ice => &[Factor::Impact, Factor::Confidence, Factor::Ease],
        }
    }

    /// True for a value of an input that counts.
    pub const fn knows(self, factor: Factor, value: Decimal) -> bool {
        let range = self.range(factor);
        range.least <= value.ten_thousandths() && value.ten_thousandths() <= range.most
    }

    /// Between which values an input is moved to find what turns an order: for RICE's impact the ends of the board's
    /// scale.
    pub(super) fn scale(self, factor: Factor, impacts: &ImpactScale) -> Range {
        let range = self.range(factor);
        let (most, least) = (impacts.steps().first(), impacts.steps().last());
        match (self, factor, most.zip(least)) {
            (Self::Rice, Factor::Impact, Some((most, least))) => {
                Range { least: least.value.ten_thousandths(), most: most.value.ten_thousandths(), ..range }
            }
            _ => range,
        }
    }

    /// What an input may be. Limits keep products exact in 128 bits.
    pub(super) const fn range(self, factor: Factor) -> Range {
        match (self, factor) {
            (Self::Ice, _) => Range { least: ONE, most: 10 * ONE, step: ONE / 10 },
            (_, Factor::Reach) => Range { least: 0, most: 1_000_000_000 * ONE, step: ONE },
            (_, Factor::Impact) => Range { least: ONE / 100, most: 100 * ONE, step: ONE / 20 },
            (_, Factor::Confidence) => Range { least: 0, most: 100 * ONE, step: ONE },
            (_, Factor::Effort | Factor::Ease) => Range { least: 1, most: 100_000 * ONE, step: ONE / 10 },
        }
    }
}

impl Factor {
    /// Its name in a sentence.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Reach => "reach",
            Self::Impact => "impact",
            Self::Confidence => "confidence",
            Self::Effort => "effort",
            Self::Ease => "ease",
        }
    }

    /// True for what makes a score smaller as it grows.
    pub const fn divides(self) -> bool {
        matches!(self, Self::Effort)
    }

    /// What an item says of it.
    pub fn of(self, item: &Item) -> Option<Decimal> {
        match self {
            Self::Reach => item.reach,
            Self::Impact => item.impact,
            Self::Confidence => item.confidence,
            Self::Effort => item.effort,
            Self::Ease => item.ease,
        }
    }
    /// The field of an item that holds it, with a content.
    pub const fn field(self, value: Option<Decimal>) -> ItemField {
        match self {
            Self::Reach => ItemField::Reach(value),
            Self::Impact => ItemField::Impact(value),
            Self::Confidence => ItemField::Confidence(value),
            Self::Effort => ItemField::Effort(value),
            Self::Ease => ItemField::Ease(value),
        }
    }
}
