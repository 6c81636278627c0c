//! A person at work: a document, its saver, a shelf and a journal, and every state the document has been in.

use std::cell::Cell;

use unblock_core::board::{Board, Quadrant};
use unblock_core::edit::{Action, Document, Entry, Place};
use unblock_core::store::{
    Attempt, JournalRead, Key, Loaded, MemoryShelf, Opened, SaveError, Saver, Shelf, ShelfError, recover,
};

use crate::common::{board, command, ids, new, stamp};

/// What goes wrong with one operation on the shelf.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// It fails; the next ones work.
    Fails,
    /// There is no room for it, if it is a write; the next ones work.
    NoRoom,
    /// The process ends: this one and all later ones do nothing.
    Ends,
}

/// A shelf on which the n-th operation goes wrong.
pub(crate) struct FaultyShelf {
    pub(crate) texts: MemoryShelf,
    fault: Option<(usize, Fault)>,
    done: Cell<usize>,
}

impl FaultyShelf {
    pub(crate) fn sound() -> Self {
        Self { texts: MemoryShelf::default(), fault: None, done: Cell::new(0) }
    }

    pub(crate) fn with(at: usize, fault: Fault) -> Self {
        Self { fault: Some((at, fault)), ..Self::sound() }
    }

    /// How many operations there were.
    pub(crate) fn done(&self) -> usize {
        self.done.get()
    }

    fn operate(&self, writes: bool) -> Result<(), ShelfError> {
        let number = self.done.get();
        self.done.set(number + 1);
        match self.fault {
            Some((at, Fault::Ends)) if number >= at => Err(ShelfError::Other("the end".to_owned())),
            Some((at, Fault::Fails)) if number == at => Err(ShelfError::Other("a fault".to_owned())),
            Some((at, Fault::NoRoom)) if number == at && writes => Err(ShelfError::Full),
            _ => Ok(()),
        }
    }
}

impl Shelf for FaultyShelf {
    fn get(&self, key: Key) -> Result<Option<String>, ShelfError> {
        self.operate(false)?;
        self.texts.get(key)
    }
    fn set(&self, key: Key, text: &str) -> Result<(), ShelfError> {
        self.operate(true)?;
        self.texts.set(key, text)
    }
    fn remove(&self, key: Key) -> Result<(), ShelfError> {
        self.operate(false)?;
        self.texts.remove(key)
    }
    fn keys(&self) -> Result<Vec<Key>, ShelfError> {
        self.operate(false)?;
        self.texts.keys()
    }
    fn units(&self) -> Result<usize, ShelfError> {
        self.texts.units()
    }
}

/// A person at work on one board.
pub(crate) struct Desk<'a> {
    shelf: &'a dyn Shelf,
    pub(crate) document: Document,
    pub(crate) saver: Saver,
    pub(crate) journal: JournalRead,
    /// The document at each revision.
    pub(crate) past: Vec<Document>,
    /// The revision that was last said to be saved.
    pub(crate) saved: Option<u64>,
}

impl<'a> Desk<'a> {
    /// A new board, saved for the first time.
    pub(crate) fn with(board: Board, shelf: &'a dyn Shelf) -> Self {
        let document = Document::new(board);
        let saver = Saver::new(document.board.id);
        let past = vec![document.clone()];
        let mut desk = Self { shelf, document, saver, journal: JournalRead::default(), past, saved: None };
        _ = desk.save();
        desk
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
        if attempt.shelf.is_ok() {
            self.saved = Some(self.document.revision);
        }
        attempt.shelf
    }

    fn keep(&mut self, entry: Option<Entry>) -> Result<(), SaveError> {
        let Some(entry) = entry else { return Ok(()) };
        self.past.push(self.document.clone());
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

    /// Closes the page and opens it again. False where that failed, as it does once the process has ended.
    pub(crate) fn reload(&mut self) -> bool {
        let Ok(Loaded::Open(opened)) = recover(self.shelf, self.document.board.id, Some(&self.journal))
        else {
            return false;
        };
        self.past.truncate(usize::try_from(opened.document.revision).unwrap() + 1);
        assert_eq!(self.past.last(), Some(&opened.document), "what was read is not what was");
        self.document = opened.document.clone();
        self.saver = Saver::resumed(&opened);
        if self.saver.is_behind() {
            _ = self.save();
        }
        true
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
