//! What is written for an edit, and in which order, so that the process may end between any two writes.
//!
//! A step is one write. A fold is several: what cannot be read goes aside, the snapshot before is kept, the new one
//! is written, and only then the steps that are in it go. When to save and when to try again is not decided here.

#![allow(clippy::similar_names, reason = "a shelf is not self")]

mod verify;

use std::cmp::Ordering;

use thiserror::Error;

use super::aside::put_aside;
use super::envelope::{Kind, Unread, peek};
use super::keys::Key;
use super::port::{JournalWrite, Shelf, ShelfError, units};
use super::recover::{Opened, Origin, Piece};
use super::{log, snapshot};
use crate::board::{BoardId, checksum};
use crate::edit::{Document, Entry};

/// So many steps are worth a fold when there is time for it.
const FOLD_AFTER: usize = 64;
/// A step of more UTF-16 units, such as an import, is not logged but folded at once.
const LARGE_STEP: usize = 64_000;

/// Why an edit was not saved.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum SaveError {
    /// The shelf did not take it.
    #[error(transparent)]
    Shelf(#[from] ShelfError),
    /// Another tab has written to the board in the meantime.
    #[error("another tab has changed this board in the meantime")]
    Taken,
    /// A newer version of Unblock has written to the board.
    #[error("a newer version of Unblock has changed this board: reload the page")]
    Newer,
    /// The document has no text.
    #[error("the board could not be written: {0}")]
    Unwritable(String),
}

impl From<serde_json::Error> for SaveError {
    fn from(error: serde_json::Error) -> Self {
        Self::Unwritable(error.to_string())
    }
}

/// The text that was written last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tail {
    key: Key,
    pub(super) revision: u64,
    checksum: u32,
}

impl Tail {
    pub(super) fn of(key: Key, revision: u64, text: &str) -> Self {
        Self { key, revision, checksum: checksum(&[text]) }
    }

    fn is(self, text: &str) -> bool {
        self.checksum == checksum(&[text])
    }
}

/// What became of an attempt to save.
#[derive(Debug)]
pub struct Attempt {
    /// What became of it on the shelf.
    pub shelf: Result<(), SaveError>,
    /// What the journal is to write, whatever became of it on the shelf.
    pub journal: Vec<JournalWrite>,
}

/// Saves one board. Holds what is not on the shelf yet.
#[derive(Debug)]
pub struct Saver {
    board: BoardId,
    tail: Option<Tail>,
    waiting: Vec<Entry>,
    logged: usize,
    pieces: Vec<Piece>,
    /// Texts that went aside, until it was seen that they are still there.
    asides: Vec<String>,
    /// The revision that the journal was given; `None` where it needs a snapshot first.
    journaled: Option<u64>,
}

impl Saver {
    /// For a board of which nothing is stored.
    pub const fn new(board: BoardId) -> Self {
        Self {
            board,
            tail: None,
            waiting: Vec::new(),
            logged: 0,
            pieces: Vec::new(),
            asides: Vec::new(),
            journaled: None,
        }
    }

    /// For a board that was read.
    pub fn resumed(opened: &Opened) -> Self {
        Self {
            tail: opened.tail,
            logged: opened.logged,
            pieces: opened.pieces.clone(),
            journaled: (!opened.journal_behind).then_some(opened.document.revision),
            ..Self::new(opened.document.board.id)
        }
    }

    /// Takes a step that is to be saved.
    pub fn push(&mut self, entry: Entry) {
        self.waiting.push(entry);
    }

    /// Whether the shelf lacks something of the document.
    pub const fn is_behind(&self) -> bool {
        self.tail.is_none() || !self.waiting.is_empty()
    }

    /// Whether a fold is worth its time: the log is long, or the journal, where there is one, waits for a snapshot.
    pub const fn wants_fold(&self, has_journal: bool) -> bool {
        self.logged >= FOLD_AFTER || (has_journal && self.journaled.is_none())
    }

    /// The journal did not take what it was given: it gets nothing before the next fold.
    pub const fn journal_failed(&mut self) {
        self.journaled = None;
    }

    /// Saves what waits, as steps or, where that is not enough, as a snapshot of the document.
    pub fn save(&mut self, shelf: &dyn Shelf, document: &Document) -> Attempt {
        let mut journal = Vec::new();
        let shelf = self.save_steps(shelf, document, &mut journal);
        if shelf == Err(SaveError::Taken) || shelf == Err(SaveError::Newer) {
            journal.clear();
        }
        Attempt { shelf, journal }
    }

    fn save_steps(
        &mut self,
        shelf: &dyn Shelf,
        document: &Document,
        journal: &mut Vec<JournalWrite>,
    ) -> Result<(), SaveError> {
        let steps: Vec<(u64, String)> = self
            .waiting
            .iter()
            .map(|entry| Ok((entry.revision, log::write(entry)?)))
            .collect::<Result<_, serde_json::Error>>()?;
        if self.tail.is_none() || steps.iter().any(|(_, text)| units(text) > LARGE_STEP) {
            return self.write_fold(shelf, document, journal);
        }
        if let Some(last) = self.journaled {
            let new = steps.iter().filter(|(revision, _)| *revision > last);
            journal.extend(new.map(|(revision, text)| JournalWrite::Append {
                board: self.board,
                revision: *revision,
                text: text.clone(),
            }));
            self.journaled = Some(document.revision);
        }
        self.check(shelf)?;
        if self.tail.is_none() {
            return self.write_fold(shelf, document, journal);
        }
        for (revision, text) in steps {
            let key = Key::Log(self.board, revision);
            shelf.set(key, &text)?;
            self.waiting.remove(0);
            self.tail = Some(Tail::of(key, revision, &text));
            self.logged += 1;
        }
        Ok(())
    }

    /// Folds the log into a new snapshot.
    pub fn fold(&mut self, shelf: &dyn Shelf, document: &Document) -> Attempt {
        let mut journal = Vec::new();
        let shelf = self.write_fold(shelf, document, &mut journal);
        Attempt { shelf, journal }
    }

    fn write_fold(
        &mut self,
        shelf: &dyn Shelf,
        document: &Document,
        journal: &mut Vec<JournalWrite>,
    ) -> Result<(), SaveError> {
        let text = snapshot::write(document)?;
        let revision = document.revision;
        let written = self.write_snapshot(shelf, revision, &text);
        let accepted = written.is_ok() || self.journaled != Some(revision);
        if accepted && written != Err(SaveError::Taken) && written != Err(SaveError::Newer) {
            self.journaled = Some(revision);
            journal.push(JournalWrite::Fold { board: self.board, revision, text });
        }
        written
    }

    fn write_snapshot(&mut self, shelf: &dyn Shelf, revision: u64, text: &str) -> Result<(), SaveError> {
        self.check(shelf)?;
        for piece in &self.pieces {
            put_aside(shelf, self.board, &piece.text)?;
        }
        for piece in &self.pieces {
            if let Origin::Shelf(key @ Key::Log(..)) = piece.origin {
                shelf.remove(key)?;
            }
        }
        self.asides.extend(self.pieces.drain(..).map(|piece| piece.text));
        self.keep_before(shelf, revision)?;
        let now = Key::Now(self.board);
        shelf.set(now, text)?;
        self.tail = Some(Tail::of(now, revision, text));
        self.waiting.clear();
        self.logged = 0;
        // The snapshot holds: steps that stay behind are older than it, and are passed over until the next fold.
        for key in shelf.keys().unwrap_or_default() {
            if matches!(key, Key::Log(board, step) if board == self.board && step <= revision) {
                _ = shelf.remove(key);
            }
        }
        Ok(())
    }

    /// Keeps the snapshot that is about to be replaced by a later one. One that cannot be read goes aside instead, one
    /// with hardly anything in it does not replace a fuller one, and without room the older one stays.
    fn keep_before(&mut self, shelf: &dyn Shelf, revision: u64) -> Result<(), SaveError> {
        let Some(old) = shelf.get(Key::Now(self.board))? else { return Ok(()) };
        let before = shelf.get(Key::Before(self.board))?;
        let Ok(header) = peek(&old, Kind::Snapshot) else {
            put_aside(shelf, self.board, &old)?;
            self.asides.push(old);
            return Ok(());
        };
        match header.revision.cmp(&revision) {
            Ordering::Greater => return Err(SaveError::Taken),
            Ordering::Equal => return Ok(()),
            Ordering::Less => {}
        }
        match before.as_deref().map(|text| peek(text, Kind::Snapshot)) {
            Some(Ok(kept))
                if is_nearly_empty(header.items, kept.items) || kept.revision == header.revision =>
            {
                return Ok(());
            }
            Some(Err(_)) => {
                let worn = before.unwrap_or_default();
                put_aside(shelf, self.board, &worn)?;
                self.asides.push(worn);
            }
            _ => {}
        }
        match shelf.set(Key::Before(self.board), &old) {
            Err(ShelfError::Full) | Ok(()) => Ok(()),
            Err(other) => Err(other.into()),
        }
    }

    /// Whether the shelf is as this saver left it. What was written last and is gone is written again.
    fn check(&mut self, shelf: &dyn Shelf) -> Result<(), SaveError> {
        let Some(tail) = self.tail else { return Ok(()) };
        if shelf.get(Key::Log(self.board, tail.revision + 1))?.is_some() {
            return Err(SaveError::Taken);
        }
        match shelf.get(tail.key)? {
            Some(text) if tail.is(&text) => return Ok(()),
            Some(_) if matches!(tail.key, Key::Log(..)) => return Err(SaveError::Taken),
            _ => {}
        }
        let now = shelf.get(Key::Now(self.board))?;
        match now.as_deref().map(|text| peek(text, Kind::Snapshot)) {
            Some(Ok(header)) if header.revision >= tail.revision => Err(SaveError::Taken),
            Some(Err(Unread::Newer(_))) => Err(SaveError::Newer),
            _ => {
                self.tail = None;
                Ok(())
            }
        }
    }
}

/// Whether a board with so many items has hardly anything left of one with that many.
const fn is_nearly_empty(items: usize, of: usize) -> bool {
    of >= 8 && items <= of / 8
}
