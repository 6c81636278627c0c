//! Opening, closing and creating boards. Nothing is saved before it is loaded.

use unblock_core::board::BoardId;
use unblock_core::edit::Document;
use unblock_core::store::{Attempt, BoardCard, Key, Loaded, SaveError, Saver};
use wasm_bindgen_futures::JsFuture;

use super::channel::Channel;
use super::wait::sleep;
use super::writer::{Ask, Hold, ask};
use super::{OpenBoard, Opened, Role, Store, StoreError};
use crate::clock;

/// How long another tab's last writes may take to be seen here, in milliseconds.
const SETTLES: i32 = 5;

impl Store {
    /// Opens a board and closes the one that was open. Another tab may be writing it: this one then follows. A board that
    /// `begins` is not stored yet: it is saved as soon as it can be.
    pub async fn open(&self, id: BoardId, begins: Option<Document>) -> Opened {
        if let Some(opened) = self.already_open(id) {
            return opened;
        }
        self.close();
        let (turn, claim) = (self.next_turn(), self.next_claim());
        let hold = self.claim_if_free(id, claim).await;
        // What is in memory only, no other tab can have.
        let is_writer = hold.is_some() || !self.0.in_browser;
        sleep(SETTLES).await;
        let journal = self.read_journal(id).await;
        if self.0.turn.get() != turn {
            return Opened::Superseded;
        }
        let edited = if begins.is_some() { clock::now() } else { 0 };
        let (document, saver, notices) = match begins {
            Some(document) => (document, Saver::new(id), Vec::new()),
            None => match self.recover(id, journal.as_ref()) {
                Ok(Loaded::Open(opened)) => {
                    let saver = Saver::resumed(&opened);
                    (opened.document, saver, opened.notices)
                }
                Ok(Loaded::Missing) => return Opened::Missing,
                Ok(Loaded::Unreadable(unreadable)) => return Opened::Unreadable(unreadable),
                Ok(Loaded::Newer { format, .. }) => return Opened::Newer { format },
                Err(error) => return Opened::Failed(error),
            },
        };
        let role = if is_writer { Role::Writer } else { Role::Follower };
        *self.0.open.borrow_mut() = Some(OpenBoard {
            document: document.clone(),
            saver,
            role,
            hold,
            claim,
            channel: Channel::open(id, self.when_heard(id)),
            edited,
            edits: 0,
        });
        self.put_in_order();
        Opened::Open { document: Box::new(document), role, notices }
    }

    fn already_open(&self, id: BoardId) -> Option<Opened> {
        let opened = self.with_open(|open| {
            let document = Box::new(open.document.clone());
            (open.document.board.id == id).then(|| Opened::Open {
                document,
                role: open.role,
                notices: Vec::new(),
            })
        });
        opened.flatten()
    }

    /// The right to write a board, where no other tab has it.
    async fn claim_if_free(&self, id: BoardId, claim: u64) -> Option<Hold> {
        if !self.0.in_browser {
            return None;
        }
        let (hold, granted) = ask(&self.0.shelf, id, Ask::IfFree, self.when_lost(claim));
        JsFuture::from(granted).await.is_ok_and(|granted| granted.is_truthy()).then_some(hold)
    }

    /// The writer brings shelf and journal up to what was read; a follower waits for the right to write.
    pub(super) fn put_in_order(&self) {
        match self.with_open(|open| (open.role, open.saver.is_behind())) {
            Some((Role::Writer, is_behind)) => {
                if is_behind {
                    self.flush();
                    self.write_open_card();
                }
                self.settle_later();
            }
            Some((Role::Follower, _)) => self.wait_for_the_right(),
            None => {}
        }
    }

    /// Closes the open board. What waits is saved first, as far as it can be.
    pub fn close(&self) {
        let waits =
            |open: &mut OpenBoard| open.role == Role::Writer && open.edits > 0 && open.saver.is_behind();
        if self.with_open(waits) == Some(true) {
            self.flush();
        }
        self.write_open_card();
        self.next_turn();
        // Dropped outside of the borrow: giving up the right to write runs other code.
        let closed = self.0.open.borrow_mut().take();
        drop(closed);
    }

    /// Saves a new board: an empty one, the example, an import, a duplicate. It is not opened. Where the shelf is full,
    /// the journal keeps it, and opening it says that it is not saved.
    pub async fn create(&self, document: &Document) -> Result<(), StoreError> {
        let attempt = self.create_on_shelf(document);
        let written = self.journal().map(|journal| journal.write(&attempt.journal));
        let in_journal = match written {
            Some(Ok(written)) => JsFuture::from(written).await.is_ok(),
            _ => false,
        };
        if in_journal { Ok(()) } else { Ok(attempt.shelf?) }
    }

    pub(super) fn create_on_shelf(&self, document: &Document) -> Attempt {
        let Some(keeper) = self.keeper() else {
            let why = "the part of Unblock that saves is not loaded yet".to_owned();
            return Attempt { shelf: Err(SaveError::Unwritable(why)), journal: Vec::new() };
        };
        let attempt = (keeper.save)(&mut Saver::new(document.board.id), self.shelf(), document);
        if attempt.shelf.is_ok() {
            // The card is a cache: without it the snapshot is read.
            _ = (keeper.write_card)(self.shelf(), &BoardCard::of(&document.board, clock::now()));
        }
        self.watch_room();
        attempt
    }

    /// Whether there is such a board.
    pub fn has(&self, id: BoardId) -> bool {
        self.shelf().get(Key::Now(id)).is_ok_and(|text| text.is_some())
    }
}
