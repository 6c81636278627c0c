//! Boards as a list, the trash, texts kept aside, preferences, room: what does not need an open board.

use unblock_core::board::{BoardId, Date};
use unblock_core::edit::Document;
use unblock_core::store::{
    Aside, BoardCard, Condition, JournalWrite, Key, ShelfError, Usage, asides, boards, delete, raw_texts,
    write_card,
};
use unblock_core::view::Watch;
use wasm_bindgen_futures::JsFuture;

use super::{SaveState, Store, StoreError, StoreEvent};
use crate::preferences::Preferences;

impl Store {
    /// All boards, those in the trash too, the last edited first.
    pub fn boards(&self) -> Vec<BoardCard> {
        let keeper = self.keeper();
        keeper.and_then(|keeper| (keeper.boards)(self.shelf()).ok()).unwrap_or_default()
    }

    /// When the open board was last edited, in milliseconds since 1970 (UTC), where that is known.
    pub fn edited(&self) -> Option<u64> {
        let (id, here) = self.with_open(|open| (open.document.board.id, open.edited))?;
        let edited = if here > 0 { here } else { (self.keeper()?.read_card)(self.shelf(), id)?.edited() };
        (edited > 0).then_some(edited)
    }

    /// Puts a board into the trash.
    pub fn trash(&self, id: BoardId, on: Date) -> Result<(), StoreError> {
        self.mark_trashed(id, Some(on))
    }

    /// Takes a board out of the trash.
    pub fn restore(&self, id: BoardId) -> Result<(), StoreError> {
        self.mark_trashed(id, None)
    }

    fn mark_trashed(&self, id: BoardId, on: Option<Date>) -> Result<(), StoreError> {
        self.write_open_card();
        let cards = boards(self.shelf())?;
        let mut card = cards.into_iter().find(|card| card.id == id).ok_or(StoreError::NoBoard)?;
        if let Condition::Known { trashed, .. } = &mut card.condition {
            *trashed = on;
        }
        Ok(write_card(self.shelf(), &card)?)
    }

    /// Deletes everything of a board. It cannot be taken back.
    pub async fn delete_for_good(&self, id: BoardId) -> Result<(), StoreError> {
        if self.with_open(|open| open.document.board.id) == Some(id) {
            self.0.open.borrow_mut().take();
        }
        let forgotten = self.journal().map(|journal| journal.write(&[JournalWrite::Forget { board: id }]));
        if let Some(Ok(forgotten)) = forgotten {
            // What the journal keeps comes back with the next start: better than a board lost.
            _ = JsFuture::from(forgotten).await;
        }
        delete(self.shelf(), id)?;
        self.watch_room();
        Ok(())
    }

    /// The generation before a board's snapshot, where there is one that can be read.
    pub fn previous(&self, id: BoardId) -> Option<Document> {
        (self.keeper()?.previous)(self.shelf(), id).ok().flatten()
    }

    /// Texts that could not be read and were kept aside.
    pub fn asides(&self) -> Vec<Aside> {
        asides(self.shelf(), None).unwrap_or_default()
    }

    /// Throws a text away that was kept aside.
    pub fn forget_aside(&self, aside: &Aside) -> Result<(), ShelfError> {
        match aside.key {
            Key::Aside(..) => self.shelf().remove(aside.key),
            _ => Ok(()),
        }
    }

    /// Everything that is stored of a board, as it is: for a download.
    pub fn raw_texts(&self, id: BoardId) -> String {
        raw_texts(self.shelf(), id).unwrap_or_default()
    }

    /// What a person prefers, as it was last set.
    pub fn preferences(&self) -> Option<Preferences> {
        (self.keeper()?.read_preferences)(self.shelf())
    }

    /// Keeps what a person prefers. Where that fails, it lasts as long as the page.
    pub fn set_preferences(&self, preferences: &Preferences) {
        if let Some(keeper) = self.keeper() {
            (keeper.write_preferences)(self.shelf(), preferences);
        }
    }

    /// What is remembered of a board from one opening to the next.
    pub fn watch(&self, board: BoardId) -> Option<Watch> {
        (self.keeper()?.read_watch)(self.shelf(), board)
    }

    /// Remembers something of a board until it is opened again. Where that fails, nothing is noticed then.
    pub fn set_watch(&self, board: BoardId, watch: &Watch) {
        if let Some(keeper) = self.keeper() {
            (keeper.write_watch)(self.shelf(), board, watch);
        }
    }

    /// What is true of a board that was just opened and waits for nothing.
    pub fn state_at_rest(&self) -> SaveState {
        if self.0.in_browser {
            SaveState::Saved { crash_safe: self.journal().is_some() }
        } else {
            SaveState::NotSaved { why: ShelfError::Blocked.to_string() }
        }
    }

    /// How much of the storage is taken, our neighbours' texts included.
    pub fn usage(&self) -> Usage {
        Usage { used: self.shelf().units().unwrap_or(0) }
    }

    /// Tells when the storage gets full, and when it does no more.
    pub(super) fn watch_room(&self) {
        let level = self.usage().level();
        if self.0.level.replace(level) != level {
            self.tell(StoreEvent::Quota(level));
        }
    }

    /// Keeps the card of the open board as it is now. Whether it is in the trash, only the card knows.
    pub(super) fn write_open_card(&self) {
        let card = self
            .with_open(|open| (open.edited > 0).then(|| BoardCard::of(&open.document.board, open.edited)));
        let (Some(mut card), Some(keeper)) = (card.flatten(), self.keeper()) else { return };
        let kept = self.boards().into_iter().find(|kept| kept.id == card.id);
        if let (Condition::Known { trashed, .. }, Some(Condition::Known { trashed: was, .. })) =
            (&mut card.condition, kept.map(|kept| kept.condition))
        {
            *trashed = was;
        }
        // The card is a cache: without it the snapshot is read.
        _ = (keeper.write_card)(self.shelf(), &card);
    }
}
