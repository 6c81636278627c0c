//! The browser's side of storage: local storage as the home of boards, the journal beside it, one writer per board.
//!
//! What is written, in which order, and how it is read back is decided in [`unblock_core::store`]; here is when, and
//! what the browser makes of it. Nothing outside of this folder touches the browser's storage. Absent on purpose:
//! Leptos. Whatever happens without being asked for is told by one callback.

mod boards;
mod channel;
mod events;
mod everything;
mod journal;
mod opening;
mod saving;
mod shelf;
mod tabs;
#[cfg(test)]
mod tests;
mod wait;
mod writer;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::Function;
use unblock_core::board::BoardId;
use unblock_core::edit::Document;
use unblock_core::store::{BoardCard, JournalRead, Key, Level, Loaded, Saver, Shelf, ShelfError};

pub use events::{Opened, Role, SaveState, StoreError, StoreEvent};

use crate::keeper::Keeper;
use channel::Channel;
use journal::Journal;
use writer::Hold;

/// All boards of this browser, and the one that is open. Cheap to clone.
#[derive(Clone)]
pub struct Store(Rc<Inner>);

struct Inner {
    shelf: Rc<dyn Shelf>,
    /// Whether the shelf is the browser's; else everything lives in memory.
    in_browser: bool,
    /// What reads and writes, as soon as it is here.
    keeper: Cell<Option<Keeper>>,
    journal: RefCell<Option<Journal>>,
    journal_failures: Cell<u32>,
    tell: Box<dyn Fn(StoreEvent)>,
    open: RefCell<Option<OpenBoard>>,
    /// Counts openings and closings: an answer that comes after another is too late.
    turn: Cell<u64>,
    /// Counts how often the right to write was asked for.
    claims: Cell<u64>,
    level: Cell<Level>,
    asked_to_persist: Cell<bool>,
    yielded: RefCell<Option<Function>>,
}

struct OpenBoard {
    document: Document,
    saver: Saver,
    role: Role,
    /// The right to write, or the wish for it.
    hold: Option<Hold>,
    /// Which claim `hold` is.
    claim: u64,
    channel: Channel,
    /// When it was last edited here; 0 is not at all.
    edited: u64,
    /// How many edits there were here.
    edits: u64,
}

impl Store {
    /// Starts: finds the storage, opens the journal, and takes in boards that only the journal has after a crash. Where
    /// anything is stored, what reads it is waited for; `None` where that does not come.
    pub async fn start(
        tell: impl Fn(StoreEvent) + 'static,
        keeper: impl Future<Output = Option<Keeper>>,
    ) -> Option<Self> {
        let (shelf, in_browser) = shelf::shelf();
        let journal = Journal::open().await;
        let store = Self(Rc::new(Inner {
            shelf,
            in_browser,
            keeper: Cell::new(None),
            journal: RefCell::new(journal),
            journal_failures: Cell::new(0),
            tell: Box::new(tell),
            open: RefCell::new(None),
            turn: Cell::new(0),
            claims: Cell::new(0),
            level: Cell::new(Level::Fine),
            asked_to_persist: Cell::new(false),
            yielded: RefCell::new(None),
        }));
        let in_journal = store.in_journal().await;
        if !in_journal.is_empty() || store.shelf().keys().is_ok_and(|keys| !keys.is_empty()) {
            let keeper = keeper.await?;
            store.0.keeper.set(Some(keeper));
            store.take_in_orphans(keeper, in_journal).await;
        }
        store.listen_to_storage();
        store.watch_room();
        if !in_browser {
            let why = ShelfError::Blocked.to_string();
            store.tell(StoreEvent::Save(SaveState::NotSaved { why }));
        }
        Some(store)
    }

    /// What reads, changes and writes documents, where it is here.
    pub fn keeper(&self) -> Option<Keeper> {
        self.0.keeper.get()
    }

    /// Takes what reads and writes, which was fetched after the start. What waits to be saved is.
    pub fn take_keeper(&self, keeper: Keeper) {
        if self.0.keeper.replace(Some(keeper)).is_none() {
            self.put_in_order();
        }
    }

    async fn in_journal(&self) -> Vec<BoardId> {
        let Some(journal) = self.journal() else { return Vec::new() };
        journal.boards().await.unwrap_or_default()
    }

    async fn take_in_orphans(&self, keeper: Keeper, ids: Vec<BoardId>) {
        for id in ids {
            let keys = self.0.shelf.keys().unwrap_or_default();
            let is_known = keys.iter().any(|key| {
                key.board() == Some(id) && matches!(key, Key::Now(_) | Key::Before(_) | Key::Log(..))
            });
            if is_known {
                continue;
            }
            let read = self.read_journal(id).await;
            if let Ok(Loaded::Open(opened)) = (keeper.recover)(self.shelf(), id, read.as_ref()) {
                // Where there is no room, the board stays in the journal and comes with a later start.
                let mut saver = Saver::resumed(&opened);
                if (keeper.save)(&mut saver, self.shelf(), &opened.document).shelf.is_ok() {
                    _ = (keeper.write_card)(self.shelf(), &BoardCard::of(&opened.document.board, 0));
                }
            }
        }
    }

    fn shelf(&self) -> &dyn Shelf {
        self.0.shelf.as_ref()
    }

    fn journal(&self) -> Option<Journal> {
        self.0.journal.borrow().clone()
    }

    async fn read_journal(&self, id: BoardId) -> Option<JournalRead> {
        self.journal()?.read(id).await.ok()
    }

    fn tell(&self, event: StoreEvent) {
        (self.0.tell)(event);
    }

    fn next_turn(&self) -> u64 {
        next(&self.0.turn)
    }

    fn next_claim(&self) -> u64 {
        next(&self.0.claims)
    }

    /// Something of the open board, where one is open. Nothing is told while it is looked at.
    fn with_open<T>(&self, look: impl FnOnce(&mut OpenBoard) -> T) -> Option<T> {
        self.0.open.borrow_mut().as_mut().map(look)
    }
}

fn next(count: &Cell<u64>) -> u64 {
    count.set(count.get() + 1);
    count.get()
}
