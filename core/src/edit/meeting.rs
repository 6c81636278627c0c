//! A meeting that goes on: its agenda, and the board as it was when it began.
//!
//! It belongs to a document and not to its board: which step the room has come to is followed by every tab and
//! survives a reload, but is not undone.

use serde::{Deserialize, Serialize};

use super::command::Stamp;
use super::past::Past;
use crate::board::Name;

/// What a step of the agenda is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Topic {
    /// What the meeting is for: goal, target, constraints, who escalates.
    Goal,
    /// The backlog into the quadrants.
    Sort,
    /// What waits for what.
    Map,
    /// Who owns what, and by when.
    Owners,
    /// Options side by side.
    Compare,
    /// What is left out to meet the date.
    Cut,
    /// What was decided, and who does what.
    Decide,
}

/// One step of an agenda.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgendaStep {
    /// What it is called.
    pub name: Name,
    /// What it is about; `None` for a step of the team's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub topic: Option<Topic>,
    /// Minutes planned for it.
    pub minutes: u16,
    /// Milliseconds spent on it before it was last left.
    #[serde(default)]
    pub spent: u64,
    /// True for a step that was left out.
    #[serde(default)]
    pub skipped: bool,
}

/// The steps of a meeting, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agenda {
    /// The steps in order.
    pub steps: Vec<AgendaStep>,
    /// The place of the step that is on.
    pub at: usize,
    /// When that step was come to: milliseconds since 1970 (UTC).
    pub since: u64,
}

/// A meeting that goes on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meeting {
    /// Its agenda.
    pub agenda: Agenda,
    /// The board as it was when the meeting was started.
    pub past: Past,
}

impl Meeting {
    /// When it was started, and by whom.
    pub const fn started(&self) -> Stamp {
        self.past.since
    }
}
