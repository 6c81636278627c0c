//! What a board may call its quadrants, and how many days its quick sizes are.

use serde::{Deserialize, Serialize};

use super::{Days, Name, Quadrant};

/// A board's own words for one quadrant; `None` is the usual word.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuadrantLabel {
    /// Its name, such as "Do now".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Name>,
    /// What to do with what stands there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub action: Option<Name>,
}

/// The words for all four quadrants, in reading order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct QuadrantLabels([QuadrantLabel; 4]);

impl QuadrantLabels {
    /// The name of a quadrant on this board.
    pub fn name(&self, quadrant: Quadrant) -> &str {
        self.0[quadrant.index()].name.as_ref().map_or(usual_name(quadrant), Name::as_str)
    }

    /// What the board does with what stands in a quadrant.
    pub fn action(&self, quadrant: Quadrant) -> &str {
        self.0[quadrant.index()].action.as_ref().map_or(usual_action(quadrant), Name::as_str)
    }

    /// The labels with one quadrant's words replaced.
    #[must_use]
    pub fn with(mut self, quadrant: Quadrant, label: QuadrantLabel) -> Self {
        self.0[quadrant.index()] = label;
        self
    }

    /// The board's own words for one quadrant.
    pub const fn own(&self, quadrant: Quadrant) -> &QuadrantLabel {
        &self.0[quadrant.index()]
    }
}

const fn usual_name(quadrant: Quadrant) -> &'static str {
    match quadrant {
        Quadrant::Do => "Do now",
        Quadrant::Schedule => "Schedule and protect",
        Quadrant::Delegate => "Delegate or batch",
        Quadrant::Eliminate => "Eliminate or backlog",
    }
}

const fn usual_action(quadrant: Quadrant) -> &'static str {
    match quadrant {
        Quadrant::Do => "Important and urgent: finish it, then ask why it came to this",
        Quadrant::Schedule => "Important, not urgent: give it a date and defend the time",
        Quadrant::Delegate => "Urgent, not important: hand it over or do it in one go",
        Quadrant::Eliminate => "Neither: say no, and say why",
    }
}

/// Working days of the quick sizes S, M, L and XL.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sizes {
    /// Small.
    pub s: Days,
    /// Medium.
    pub m: Days,
    /// Large.
    pub l: Days,
    /// Extra large.
    pub xl: Days,
}

impl Default for Sizes {
    fn default() -> Self {
        let days = |n: u32| Days::try_from(n).unwrap_or_default();
        Self { s: days(1), m: days(3), l: days(5), xl: days(10) }
    }
}

impl Sizes {
    /// The sizes with their letters, small first.
    pub const fn all(self) -> [(&'static str, Days); 4] {
        [("S", self.s), ("M", self.m), ("L", self.l), ("XL", self.xl)]
    }

    /// The duration that a letter stands for, whatever its case.
    pub fn of(self, letter: &str) -> Option<Days> {
        self.all()
            .into_iter()
            .find(|(name, _)| name.eq_ignore_ascii_case(letter.trim()))
            .map(|(_, days)| days)
    }
}
