//! What the store tells: answers to what it was asked, and events that nobody asked for.

use thiserror::Error;
use unblock_core::board::BoardId;
use unblock_core::edit::Document;
use unblock_core::store::{Level, Notice, SaveError, ShelfError, Unreadable};

/// Whether what is shown is saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveState {
    /// It is.
    Saved {
        /// Whether it survives a crash of the browser in the next seconds too.
        crash_safe: bool,
    },
    /// It is on its way.
    Saving,
    /// It is not. Editing goes on, and saving is tried again.
    NotSaved {
        /// Why, and what helps.
        why: String,
    },
}

/// What this tab does with the open board.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// It writes.
    Writer,
    /// It follows another tab that writes.
    Follower,
}

/// What happens without being asked for.
#[derive(Clone, Debug)]
pub enum StoreEvent {
    /// Whether the open board is saved has changed.
    Save(SaveState),
    /// The open board is now as another tab made it.
    Followed(Box<Document>),
    /// The tab's part has changed.
    RoleChanged(Role),
    /// What could not be saved on a board that another tab took over is a board of its own now.
    ConflictCopy {
        /// The new board.
        id: BoardId,
        /// Its name.
        name: String,
    },
    /// How full the storage is has changed.
    Quota(Level),
}

/// What became of a board that was to be opened.
#[derive(Clone, Debug)]
pub enum Opened {
    /// It is open.
    Open {
        /// The board with its history.
        document: Box<Document>,
        /// What this tab does with it.
        role: Role,
        /// What a person should know of the reading.
        notices: Vec<Notice>,
    },
    /// There is no such board.
    Missing,
    /// It cannot be read. Its texts are untouched: [`super::Store::raw_texts`] gives them for a download.
    Unreadable(Box<Unreadable>),
    /// A newer version of Unblock wrote it, in this format.
    Newer {
        /// The format.
        format: u32,
    },
    /// The storage failed.
    Failed(ShelfError),
    /// Another board was asked for in the meantime.
    Superseded,
}

/// Why the store did not do what it was asked.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum StoreError {
    /// The board could not be saved.
    #[error(transparent)]
    Save(#[from] SaveError),
    /// The storage failed.
    #[error(transparent)]
    Shelf(#[from] ShelfError),
    /// There is no such board.
    #[error("this board is not in this browser")]
    NoBoard,
}
