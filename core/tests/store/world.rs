//! A browser as the store sees it, in which one operation goes wrong: local storage, the journal, and what a person was
//! shown of each board.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use unblock_core::board::BoardId;
use unblock_core::edit::Document;
use unblock_core::store::{JournalRead, JournalWrite, Key, MemoryShelf, Shelf, ShelfError};

/// What goes wrong with one operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// It fails; the next ones work.
    Fails,
    /// There is no room for it, if it is a write; the next ones work.
    NoRoom,
    /// A write or a removal is taken, and a second later it is as if it had never been.
    Reverts,
    /// The process ends: this one and all later ones do nothing.
    Ends,
}

/// What a person was shown of a board.
#[derive(Clone, Debug, Default)]
pub(crate) struct Seen {
    /// Each state, in the order of time.
    pub(crate) shown: Vec<Document>,
    /// The last of them beside which stood that it is saved.
    pub(crate) saved: Option<usize>,
    /// The last of them beside which stood that a crash costs it nothing.
    pub(crate) safe: Option<usize>,
    /// Whether a tab has had it open, and so has looked again at what it wrote.
    pub(crate) opened: bool,
    /// Whether it was deleted for good.
    pub(crate) deleted: bool,
}

/// The browser.
#[derive(Clone, Default)]
pub(crate) struct World {
    pub(crate) texts: MemoryShelf,
    pub(crate) journals: RefCell<BTreeMap<BoardId, JournalRead>>,
    pub(crate) seen: RefCell<BTreeMap<BoardId, Seen>>,
    /// Local storage after each write: a kill leaves any of these.
    pub(crate) commits: RefCell<Vec<MemoryShelf>>,
    pub(crate) has_journal: bool,
    fault: Option<(usize, Fault)>,
    done: Cell<usize>,
    reverting: RefCell<Option<Change>>,
}

/// A write: where, what was there, what is there now.
type Change = (Key, Option<String>, Option<String>);

impl World {
    /// A browser in which all goes well so far.
    pub(crate) fn sound(has_journal: bool) -> Self {
        Self { has_journal, ..Self::default() }
    }

    /// The same browser, in which the n-th operation from now on goes wrong.
    pub(crate) fn with(&self, fault: Option<(usize, Fault)>) -> Self {
        let commits = RefCell::new(vec![self.texts.clone()]);
        Self { fault, done: Cell::new(0), commits, ..self.clone() }
    }

    /// How many operations there were.
    pub(crate) fn done(&self) -> usize {
        self.done.get()
    }

    /// Whether the process has ended.
    pub(crate) fn has_ended(&self) -> bool {
        matches!(self.fault, Some((at, Fault::Ends)) if self.done.get() > at)
    }

    /// A second passes.
    pub(crate) fn later(&self) {
        let Some((key, old, new)) = self.reverting.take() else { return };
        if !self.has_ended() && self.texts.get(key) == Ok(new) {
            match old {
                Some(text) => self.texts.set(key, &text).unwrap(),
                None => self.texts.remove(key).unwrap(),
            }
        }
    }

    /// What the journal holds of a board, where it answers.
    pub(crate) fn journal(&self, board: BoardId) -> Option<JournalRead> {
        self.operate(false).ok()?;
        self.has_journal.then(|| self.journals.borrow().get(&board).cloned().unwrap_or_default())
    }

    /// Writes to the journal. All of it is one transaction.
    pub(crate) fn write_journal(&self, writes: &[JournalWrite]) -> Result<(), ShelfError> {
        self.operate(true)?;
        for write in writes {
            let (JournalWrite::Append { board, .. }
            | JournalWrite::Fold { board, .. }
            | JournalWrite::Forget { board }) = write;
            self.journals.borrow_mut().entry(*board).or_default().take(write);
        }
        Ok(())
    }

    /// Something of what was seen of a board.
    pub(crate) fn see(&self, board: BoardId, look: impl FnOnce(&mut Seen)) {
        look(self.seen.borrow_mut().entry(board).or_default());
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

    fn change(&self, key: Key, new: Option<&str>) -> Result<(), ShelfError> {
        if self.fault == Some((self.done.get(), Fault::Reverts)) {
            self.reverting.replace(Some((key, self.texts.get(key)?, new.map(str::to_owned))));
        }
        self.operate(new.is_some())?;
        match new {
            Some(text) => self.texts.set(key, text)?,
            None => self.texts.remove(key)?,
        }
        self.commits.borrow_mut().push(self.texts.clone());
        Ok(())
    }
}

impl Shelf for World {
    fn get(&self, key: Key) -> Result<Option<String>, ShelfError> {
        self.operate(false)?;
        self.texts.get(key)
    }
    fn set(&self, key: Key, text: &str) -> Result<(), ShelfError> {
        self.change(key, Some(text))
    }
    fn remove(&self, key: Key) -> Result<(), ShelfError> {
        self.change(key, None)
    }
    fn keys(&self) -> Result<Vec<Key>, ShelfError> {
        self.operate(false)?;
        self.texts.keys()
    }
    fn units(&self) -> Result<usize, ShelfError> {
        self.texts.units()
    }
}
