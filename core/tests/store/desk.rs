//! A person at work: a document, its saver, a shelf and a journal.

use unblock_core::board::{Board, Quadrant};
use unblock_core::edit::{Action, Document, Entry, Place};
use unblock_core::store::{Attempt, JournalRead, Loaded, Opened, SaveError, Saver, Shelf, recover};

use crate::common::{board, command, ids, new, stamp};

/// A person at work on one board.
pub(crate) struct Desk<'a> {
    shelf: &'a dyn Shelf,
    pub(crate) document: Document,
    pub(crate) saver: Saver,
    pub(crate) journal: JournalRead,
}

impl<'a> Desk<'a> {
    /// A new board, saved for the first time.
    pub(crate) fn with(board: Board, shelf: &'a dyn Shelf) -> Self {
        let document = Document::new(board);
        let saver = Saver::new(document.board.id);
        let mut desk = Self { shelf, document, saver, journal: JournalRead::default() };
        _ = desk.save();
        desk
    }

    /// A board that was read.
    pub(crate) fn of(opened: Opened, shelf: &'a dyn Shelf) -> Self {
        let saver = Saver::resumed(&opened);
        Self { shelf, document: opened.document, saver, journal: JournalRead::default() }
    }

    /// A small new board.
    pub(crate) fn new(shelf: &'a dyn Shelf) -> Self {
        Self::with(board("Do: a, b | Inbox: c"), shelf)
    }

    pub(crate) fn save(&mut self) -> Result<(), SaveError> {
        let attempt = self.saver.save(self.shelf, &self.document);
        self.finish(attempt)
    }

    pub(crate) fn fold(&mut self) -> Result<(), SaveError> {
        let attempt = self.saver.fold(self.shelf, &self.document);
        self.finish(attempt)
    }

    fn finish(&mut self, attempt: Attempt) -> Result<(), SaveError> {
        for write in &attempt.journal {
            self.journal.take(write);
        }
        attempt.shelf
    }

    fn keep(&mut self, entry: Option<Entry>) -> Result<(), SaveError> {
        let Some(entry) = entry else { return Ok(()) };
        self.saver.push(entry);
        self.save()
    }

    /// Adds an item.
    pub(crate) fn add(&mut self, title: &str) -> Result<(), SaveError> {
        self.act(Action::Add { items: vec![new(title)], to: None, place: Place::Bottom })
    }

    /// Moves an item.
    pub(crate) fn put(&mut self, title: &str, to: Quadrant) -> Result<(), SaveError> {
        self.act(Action::Move { items: ids(title), to: Some(to), place: Place::Top })
    }

    pub(crate) fn act(&mut self, action: Action) -> Result<(), SaveError> {
        let entry = self.document.dispatch(&command(action)).unwrap();
        self.keep(entry)
    }

    pub(crate) fn undo(&mut self) -> Result<(), SaveError> {
        let entry = self.document.undo(stamp());
        self.keep(entry)
    }
}

/// The board that is on the shelf.
#[track_caller]
pub(crate) fn opened(shelf: &dyn Shelf, journal: Option<&JournalRead>) -> Opened {
    let id = board("Inbox: ").id;
    match recover(shelf, id, journal) {
        Ok(Loaded::Open(opened)) => *opened,
        other => panic!("not opened: {other:?}"),
    }
}
