//! How far an item is, and whether what it does can be taken back.

use serde::{Deserialize, Serialize};

use super::{Date, Days};

/// How far an item is. Its dates are facts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Progress {
    /// Nothing has been done yet.
    #[default]
    NotStarted,
    /// Under way.
    Started {
        /// The day it started.
        on: Date,
        /// Working days left, where somebody said so.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        remaining: Option<Days>,
    },
    /// Done; for an external item: delivered.
    Done {
        /// The day it started, where known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        started: Option<Date>,
        /// The day it was finished.
        on: Date,
    },
}

impl Progress {
    /// Started on this day; without a day, not started.
    pub fn started_on(date: Option<Date>) -> Self {
        date.map_or(Self::NotStarted, |on| Self::Started { on, remaining: None })
    }

    /// Finished on this day, its start not known; without a day, not started.
    pub fn finished_on(date: Option<Date>) -> Self {
        date.map_or(Self::NotStarted, |on| Self::Done { started: None, on })
    }

    /// The day it started, where that has happened and is known.
    pub const fn started(self) -> Option<Date> {
        match self {
            Self::NotStarted => None,
            Self::Started { on, .. } => Some(on),
            Self::Done { started, .. } => started,
        }
    }

    /// The day it was finished.
    pub const fn finished(self) -> Option<Date> {
        match self {
            Self::Done { on, .. } => Some(on),
            _ => None,
        }
    }

    /// True for done and delivered.
    pub const fn is_done(self) -> bool {
        matches!(self, Self::Done { .. })
    }
}

/// Whether a choice can be taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Door {
    /// Hard to reverse.
    #[serde(rename = "one-way")]
    OneWay,
    /// Reversible.
    #[serde(rename = "two-way")]
    TwoWay,
}
