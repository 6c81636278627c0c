//! How a meeting ends, and how it goes on after all where it was ended by mistake.
//!
//! The end is a step like any other: undo takes it back whole, with the minutes that it kept. What is done in between
//! belongs to a meeting that goes on, so its past is noted on beside the board. Absent on purpose: the time in between;
//! the room did not stop.

use serde::{Deserialize, Serialize};

use super::apply::apply;
use super::change::{Change, Edit, Turn};
use super::command::{Action, Command, Record, Stamp};
use super::describe::describe;
use super::document::Document;
use super::meeting::Meeting;
use super::rejection::Rejection;
use crate::board::{Board, MinutesId};

/// A meeting that has ended. It can be gone on with until another one starts, or the board is changed on another day:
/// what it remembers would grow without an end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ended {
    /// The meeting as it was.
    pub meeting: Meeting,
    /// When it ended.
    pub at: Stamp,
    /// The minutes that were kept at its end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<MinutesId>,
}

impl Document {
    /// What a command does to a meeting.
    pub(super) fn turn_by(&self, action: &Action) -> Option<Turn> {
        match action {
            Action::EndMeeting(_) => Some(Turn::Ends(self.meeting.as_ref()?.started().at)),
            Action::GoOn if self.meeting.is_none() => {
                Some(Turn::GoesOn(self.ended.as_ref()?.meeting.started().at))
            }
            _ => None,
        }
    }

    /// True where nothing was done since the meeting ended: going on is then undoing.
    pub(super) fn has_just_ended(&self) -> bool {
        let ends = self.history.next_undo().and_then(|change| change.meeting);
        matches!(self.turn_by(&Action::GoOn), Some(Turn::GoesOn(since)) if ends == Some(Turn::Ends(since)))
    }

    /// The board without the minutes that the end of the meeting kept.
    pub(super) fn without_minutes_of_the_end(&self, command: &Command) -> Result<(Board, Change), Rejection> {
        let kept = self.ended.as_ref().filter(|_| self.meeting.is_none()).and_then(|ended| ended.minutes);
        let kept = kept.filter(|id| self.board.minutes.contains_key(id));
        let action = kept.map_or(Action::GoOn, |id| Action::Record(Record::DropMinutes(id)));
        let (board, change) = apply(&self.board, &Command { stamp: command.stamp, action })?;
        Ok((board, Change { name: describe(&command.action, &self.board), ..change }))
    }

    /// Ends the meeting, or goes on with it, as a change says. Where it is another one, nothing happens.
    pub(super) fn end_or_go_on(&mut self, change: &Change, stamp: Stamp) {
        match change.meeting {
            Some(Turn::Ends(since)) => {
                if let Some(meeting) = self.meeting.take_if(|meeting| meeting.started().at == since) {
                    self.ended = Some(Ended { meeting, at: stamp, minutes: kept_by(change) });
                }
            }
            Some(Turn::GoesOn(since)) if self.meeting.is_none() => {
                let ended = self.ended.take_if(|ended| ended.meeting.started().at == since);
                self.meeting = ended.map(|ended| ended.meeting);
            }
            _ => _ = self.ended.take_if(|ended| ended.at.today != stamp.today),
        }
    }
}

/// The minutes that a change puts on the board.
fn kept_by(change: &Change) -> Option<MinutesId> {
    change.edits.iter().find_map(|edit| match edit {
        Edit::Minutes(swap) => swap.to.as_ref().map(|kept| kept.id),
        _ => None,
    })
}
