//! Reading a board back from what two stores hold of it.
//!
//! The shelf is home; the journal is what a crash leaves. The higher revision that can be reached wins. What cannot
//! be read, or does not follow on what can, is listed so that it is put aside before anything is written. Nothing
//! is written here.

use thiserror::Error;

use super::envelope::{Damage, Unread};
use super::found::Found;
use super::keys::Key;
use super::port::{JournalRead, Shelf, ShelfError};
use super::save::Tail;
use super::snapshot;
use crate::board::{BoardId, Repair};
use crate::edit::Document;

/// What became of a board that was to be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Loaded {
    /// There is nothing of it.
    Missing,
    /// It is here.
    Open(Box<Opened>),
    /// There is something of it, but no board.
    Unreadable(Box<Unreadable>),
    /// A newer version of Unblock wrote it. It must not be saved by this one.
    Newer {
        /// The format it has.
        format: u32,
        /// All that there is of it.
        pieces: Vec<Piece>,
    },
}

/// A board that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// The board with its history.
    pub document: Document,
    /// What a person should know of the reading.
    pub notices: Vec<Notice>,
    /// What is to be put aside before anything is written.
    pub(super) pieces: Vec<Piece>,
    /// What was written last; `None` where the shelf does not hold the document as it is.
    pub(super) tail: Option<Tail>,
    /// Steps on the shelf since its snapshot.
    pub(super) logged: usize,
    /// Whether the journal holds something else.
    pub(super) journal_behind: bool,
}

impl Opened {
    /// Whether the shelf holds the document as it is.
    pub const fn is_home(&self) -> bool {
        self.tail.is_some()
    }
}

/// A board that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// All that there is of it, with the reasons.
    pub pieces: Vec<Piece>,
    /// The generation before, where that can be read.
    pub previous: Option<Document>,
}

/// A text that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Where it was found.
    pub origin: Origin,
    /// The text.
    pub text: String,
    /// Why it cannot be used.
    pub why: Unread,
}

/// Where a text was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// On the shelf.
    Shelf(Key),
    /// The journal's snapshot.
    JournalSnapshot,
    /// A step in the journal.
    JournalStep(u64),
}

/// What a person should know of a board that was read.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Notice {
    /// Something broke a rule of the board.
    #[error(transparent)]
    Repaired(#[from] Repair),
    /// The shelf had less than the journal.
    #[error(
        "the browser was stopped before it had written everything; the newest state was found in its journal"
    )]
    FromJournal,
    /// Texts are kept aside.
    #[error("{count} stored text(s) could not be used and are kept aside, the first because {why}")]
    SetAside {
        /// How many.
        count: usize,
        /// Why the first of them.
        why: Damage,
    },
}

/// The board as the shelf and, where there is one, the journal hold it.
pub fn recover(
    shelf: &dyn Shelf,
    board: BoardId,
    journal: Option<&JournalRead>,
) -> Result<Loaded, ShelfError> {
    let mut found = Found::on(shelf, board, journal)?;
    let home = found.way_home();
    let reached = home.as_ref().map(|way| way.document.revision);
    let best = match found.way_by_journal(reached) {
        Some(other) if home.as_ref().is_none_or(|way| other.document.revision > way.document.revision) => {
            Some(other)
        }
        _ => home,
    };
    if let Some(format) = found.newer() {
        return Ok(Loaded::Newer { format, pieces: found.everything() });
    }
    Ok(match best {
        Some(way) => Loaded::Open(Box::new(found.opened(way))),
        None if found.is_nothing() => Loaded::Missing,
        None => {
            let previous = found.before.as_deref().and_then(|text| snapshot::read(text, board).ok());
            let pieces = found.everything();
            Loaded::Unreadable(Box::new(Unreadable {
                pieces,
                previous: previous.map(|(document, _)| document),
            }))
        }
    })
}

/// The generation before the board's snapshot, where there is one that can be read.
pub fn previous(shelf: &dyn Shelf, board: BoardId) -> Result<Option<Document>, ShelfError> {
    let text = shelf.get(Key::Before(board))?;
    Ok(text.and_then(|text| snapshot::read(&text, board).ok()).map(|(document, _)| document))
}
