//! A board with its history and revision: what is open in front of a person.
//!
//! Every step, an undo too, adds one to the revision and gives one [`Entry`] for the log. Replaying the entries on
//! the document they started from gives the same document. The meeting that goes on, and what has changed since others
//! were told, are part of the document and not of the board: they are in the log, but are not undone. Only the end of a
//! meeting is.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::apply::apply;
use super::change::Change;
use super::command::{Action, Command, Stamp};
use super::ended::Ended;
use super::history::History;
use super::meeting::{Agenda, Meeting};
use super::past::Past;
use super::rejection::Rejection;
use crate::board::Board;

/// One line of a board's log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The revision that the step led to.
    pub revision: u64,
    /// When and by whom.
    pub stamp: Stamp,
    /// What was done.
    pub step: Step,
}

/// What an entry did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// A command was done.
    Do(Change),
    /// The last step that was not undone was undone.
    Undo,
    /// The last undone step was done again.
    Redo,
    /// A meeting started or went on; `None` where one ended for good, as it did before that could be undone.
    Meet(Option<Box<Agenda>>),
    /// Others were told how things stand.
    Report,
}

/// Why an entry could not be replayed.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ReplayError {
    /// It is not the next one.
    #[error("the log goes from revision {have} to {got}")]
    Gap {
        /// The revision before it.
        have: u64,
        /// Its own.
        got: u64,
    },
    /// It does not fit the board.
    #[error("revision {0} of the log does not fit the board")]
    DoesNotFit(u64),
}

/// A board, what led to it, and how many steps that were.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// The board.
    pub board: Arc<Board>,
    /// What can be undone and redone.
    pub history: History,
    /// How many steps led here.
    pub revision: u64,
    /// The meeting that goes on.
    pub meeting: Option<Meeting>,
    /// The meeting that ended last, for as long as it can be gone on with.
    pub ended: Option<Ended>,
    /// The board as it was when others were last told how things stand.
    pub reported: Option<Past>,
}

impl Document {
    /// A board without a past.
    pub fn new(board: Board) -> Self {
        Self {
            board: Arc::new(board),
            history: History::default(),
            revision: 0,
            meeting: None,
            ended: None,
            reported: None,
        }
    }

    /// Does what is asked. `None` where all was so already.
    pub fn dispatch(&mut self, command: &Command) -> Result<Option<Entry>, Rejection> {
        let around = match &command.action {
            Action::Meet(agenda) => Some(Step::Meet(Some(agenda.clone()))),
            Action::Report => Some(Step::Report),
            _ => None,
        };
        if let Some(step) = around {
            return Ok(self.go_on(command.stamp, &step).then(|| self.entry(command.stamp, step)));
        }
        let (board, mut change) = match command.action {
            Action::EndMeeting(_) if self.meeting.is_none() => return Ok(None),
            Action::GoOn if self.has_just_ended() => return Ok(self.undo(command.stamp)),
            Action::GoOn => self.without_minutes_of_the_end(command)?,
            _ => apply(&self.board, command)?,
        };
        change.meeting = self.turn_by(&command.action);
        if change.edits.is_empty() && change.meeting.is_none() {
            return Ok(None);
        }
        self.turn_to(board, &change, command.stamp);
        self.history.push(change.clone());
        Ok(Some(self.entry(command.stamp, Step::Do(change))))
    }

    /// Does what leaves the board as it is. False where nothing is different after it.
    fn go_on(&mut self, stamp: Stamp, step: &Step) -> bool {
        match (step, &mut self.meeting) {
            (Step::Meet(None), meeting) => meeting.take().is_some(),
            (Step::Meet(Some(agenda)), Some(meeting)) => {
                let differs = meeting.agenda != **agenda;
                meeting.agenda = (**agenda).clone();
                differs
            }
            (Step::Meet(Some(agenda)), meeting) => {
                *meeting = Some(Meeting { agenda: (**agenda).clone(), past: Past::from_now(stamp) });
                self.ended = None;
                true
            }
            (Step::Report, _) => {
                self.reported = Some(Past::from_now(stamp));
                true
            }
            _ => false,
        }
    }

    /// Goes on with the board after a change.
    fn turn_to(&mut self, board: Board, change: &Change, stamp: Stamp) {
        let meeting = self.meeting.as_mut().map(|meeting| &mut meeting.past);
        let ended = self.ended.as_mut().map(|ended| &mut ended.meeting.past);
        for past in meeting.into_iter().chain(ended).chain(&mut self.reported) {
            past.note(&self.board, change);
        }
        self.board = Arc::new(board);
        self.end_or_go_on(change, stamp);
    }

    /// Takes the last step back. `None` where there is none.
    pub fn undo(&mut self, stamp: Stamp) -> Option<Entry> {
        self.step_back(stamp).then(|| self.entry(stamp, Step::Undo))
    }

    /// Does the last undone step again. `None` where there is none.
    pub fn redo(&mut self, stamp: Stamp) -> Option<Entry> {
        self.step_forward(stamp).then(|| self.entry(stamp, Step::Redo))
    }

    /// Does what an entry of the log did. On an error the document is as it was.
    pub fn replay(&mut self, entry: &Entry) -> Result<(), ReplayError> {
        if entry.revision != self.revision + 1 {
            return Err(ReplayError::Gap { have: self.revision, got: entry.revision });
        }
        let fits = match &entry.step {
            Step::Do(change) => {
                let fits = self.take(change, entry.stamp);
                if fits {
                    self.history.push(change.clone());
                }
                fits
            }
            Step::Undo => self.step_back(entry.stamp),
            Step::Redo => self.step_forward(entry.stamp),
            around => self.go_on(entry.stamp, around),
        };
        if !fits {
            return Err(ReplayError::DoesNotFit(entry.revision));
        }
        self.revision = entry.revision;
        Ok(())
    }

    fn entry(&mut self, stamp: Stamp, step: Step) -> Entry {
        self.revision += 1;
        Entry { revision: self.revision, stamp, step }
    }

    fn step_back(&mut self, stamp: Stamp) -> bool {
        let mut history = self.history.clone();
        let fits = history.undo().is_some_and(|change| self.take(&change.reversed(), stamp));
        if fits {
            self.history = history;
        }
        fits
    }

    fn step_forward(&mut self, stamp: Stamp) -> bool {
        let mut history = self.history.clone();
        let fits = history.redo().is_some_and(|change| self.take(&change, stamp));
        if fits {
            self.history = history;
        }
        fits
    }

    fn take(&mut self, change: &Change, stamp: Stamp) -> bool {
        let mut board = (*self.board).clone();
        let fits = change.apply(&mut board);
        if fits {
            self.turn_to(board, change, stamp);
        }
        fits
    }
}
