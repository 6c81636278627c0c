//! What the core asks of a storage: a shelf of texts under [`Key`]s.
//!
//! The browser's local storage is one, [`MemoryShelf`] is another. The journal beside it is asynchronous, so it is
//! no trait but two values: what is to be written and what was read.

use thiserror::Error;

use super::keys::Key;
use crate::board::BoardId;

/// Why a shelf did not do what it was asked.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ShelfError {
    /// The browser gives the page no storage.
    #[error("the browser blocks this page's storage: allow site data for it, or leave the private window")]
    Blocked,
    /// There is no room left.
    #[error("the browser's storage is full: download boards you no longer need and delete them")]
    Full,
    /// Anything else, in the browser's words.
    #[error("the browser's storage failed: {0}")]
    Other(String),
}

/// A place for texts. A write that fails leaves what was there.
pub trait Shelf {
    /// What is kept under a key.
    fn get(&self, key: Key) -> Result<Option<String>, ShelfError>;

    /// Keeps a text under a key, in place of what was there.
    fn set(&self, key: Key, text: &str) -> Result<(), ShelfError>;

    /// Keeps nothing under a key any more.
    fn remove(&self, key: Key) -> Result<(), ShelfError>;

    /// All of our keys, in no order.
    fn keys(&self) -> Result<Vec<Key>, ShelfError>;

    /// The UTF-16 units that all keys and values of the origin take, our neighbours' too.
    fn units(&self) -> Result<usize, ShelfError>;
}

/// The UTF-16 units of a text: what storage is counted in.
#[inline(never)]
pub fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

/// What is to be written to the journal. Writes take effect in the order they were asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum JournalWrite {
    /// One more step. Whatever the journal holds of this revision or later is from another past and goes.
    Append {
        /// Whose.
        board: BoardId,
        /// The revision it leads to.
        revision: u64,
        /// The step as it stands in the log.
        text: String,
    },
    /// A snapshot. In the same transaction all steps of the board go.
    Fold {
        /// Whose.
        board: BoardId,
        /// The revision it stands for.
        revision: u64,
        /// The snapshot as it stands under [`Key::Now`].
        text: String,
    },
    /// Everything of a board goes.
    Forget {
        /// Whose.
        board: BoardId,
    },
}

/// What the journal holds of one board.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct JournalRead {
    /// Its snapshot.
    pub snapshot: Option<String>,
    /// Its steps by revision.
    pub entries: Vec<(u64, String)>,
}

impl JournalRead {
    /// Takes a write as the browser's journal does.
    pub fn take(&mut self, write: &JournalWrite) {
        match write {
            JournalWrite::Append { revision, text, .. } => {
                self.entries.retain(|(held, _)| held < revision);
                self.entries.push((*revision, text.clone()));
            }
            JournalWrite::Fold { text, .. } => {
                *self = Self { snapshot: Some(text.clone()), entries: Vec::new() }
            }
            JournalWrite::Forget { .. } => *self = Self::default(),
        }
    }
}
