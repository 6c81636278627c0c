//! One tab with one board open, as `src/store` drives the core: what fails is passed over, told, and tried again.

use unblock_core::board::{Board, BoardId, Quadrant};
use unblock_core::edit::{Action, Document, Entry, Place};
use unblock_core::store::{
    Attempt, BoardCard, Loaded, SaveError, Saver, boards, conflict_copy, recover, write_card,
};

use crate::common::{command, ids, new, stamp};
use crate::world::World;

/// The tab.
pub(crate) struct Tab<'a> {
    world: &'a World,
    pub(crate) document: Document,
    saver: Saver,
    writes: bool,
}

/// Saves a new board, which is not opened: on the shelf or at least in the journal. Whether that worked.
pub(crate) fn create(world: &World, board: Board) -> bool {
    let document = Document::new(board);
    let id = document.board.id;
    let attempt = Saver::new(id).save(world, &document);
    let on_shelf = attempt.shelf.is_ok();
    if on_shelf {
        _ = write_card(world, &BoardCard::of(&document.board, 1));
    }
    let in_journal = world.has_journal && world.write_journal(&attempt.journal).is_ok();
    world.see(id, |seen| {
        seen.shown.push(document);
        seen.saved = (on_shelf || in_journal).then_some(0);
        seen.safe = in_journal.then_some(0);
    });
    on_shelf || in_journal
}

/// Opens a board, where that can be done, as its writer.
pub(crate) fn open(world: &World, id: BoardId) -> Option<Tab<'_>> {
    let journal = world.journal(id);
    let opened = match recover(world, id, journal.as_ref()) {
        Ok(Loaded::Open(opened)) => *opened,
        Ok(other) => panic!("not opened: {other:?}"),
        // As after the end of the process; else the person opens it again.
        Err(_) if world.has_ended() => return None,
        Err(_) => return open(world, id),
    };
    let mut tab =
        Tab { world, document: opened.document.clone(), saver: Saver::resumed(&opened), writes: true };
    tab.show();
    if tab.saver.is_behind() {
        tab.flush();
    }
    Some(tab)
}

impl Tab<'_> {
    fn show(&self) {
        self.world.see(self.document.board.id, |seen| {
            seen.opened = true;
            if seen.shown.last() != Some(&self.document) {
                seen.shown.push(self.document.clone());
            }
        });
    }

    pub(crate) fn add(&mut self, title: &str) {
        self.act(Action::Add { items: vec![new(title)], to: None, place: Place::Bottom });
    }

    pub(crate) fn put(&mut self, title: &str, to: Quadrant) {
        self.act(Action::Move { items: ids(title), to: Some(to), place: Place::Top });
    }

    pub(crate) fn act(&mut self, action: Action) {
        let entry = self.document.dispatch(&command(action)).unwrap();
        self.keep(entry);
    }

    pub(crate) fn undo(&mut self) {
        let entry = self.document.undo(stamp());
        self.keep(entry);
    }

    pub(crate) fn redo(&mut self) {
        let entry = self.document.redo(stamp());
        self.keep(entry);
    }

    fn keep(&mut self, entry: Option<Entry>) {
        let Some(entry) = entry else { return };
        self.saver.push(entry);
        if self.writes {
            self.show();
            self.flush();
        } else {
            self.keep_as_copy();
        }
    }

    fn flush(&mut self) {
        let attempt = self.saver.save(self.world, &self.document);
        self.finish(attempt);
    }

    fn finish(&mut self, attempt: Attempt) {
        let Attempt { shelf, journal } = attempt;
        if shelf == Err(SaveError::Taken) {
            self.lose();
            return;
        }
        let wants_journal = self.world.has_journal && !journal.is_empty();
        let is_safe = wants_journal && self.world.write_journal(&journal).is_ok();
        if wants_journal && !is_safe {
            self.saver.journal_failed();
        }
        if shelf.is_ok() {
            self.world.see(self.document.board.id, |seen| {
                let last = seen.shown.len() - 1;
                seen.saved = Some(last);
                seen.safe = if is_safe { Some(last) } else { seen.safe };
            });
        }
    }

    /// Two seconds without an edit: what was saved is looked at again, and folded where that is worth it.
    pub(crate) fn pause(&mut self) {
        for _ in 0..3 {
            self.world.later();
            if self.saver.verify(self.world) == Err(SaveError::Taken) {
                self.lose();
                return;
            }
            if self.saver.is_behind() || self.saver.wants_fold(self.world.has_journal) {
                self.fold();
            }
            self.write_card();
            if !self.saver.is_behind() {
                return;
            }
        }
        assert!(self.world.has_ended(), "saving does not resume by itself");
    }

    /// The card says whether the board is in the trash: that stays.
    fn write_card(&self) {
        let cards = boards(self.world).unwrap_or_default();
        let kept = cards.into_iter().find(|card| card.id == self.document.board.id);
        if kept.is_none_or(|card| card.trashed().is_none()) {
            _ = write_card(self.world, &BoardCard::of(&self.document.board, 2));
        }
    }

    /// Folds now. Whether that worked.
    pub(crate) fn fold(&mut self) -> bool {
        let attempt = self.saver.fold(self.world, &self.document);
        self.finish(attempt);
        !self.saver.is_behind()
    }

    /// Another tab takes the board over: what can be saved is saved first, what cannot becomes a copy.
    pub(crate) fn give_up(&mut self) {
        if self.saver.is_behind() {
            self.flush();
        }
        self.lose();
    }

    fn lose(&mut self) {
        self.writes = false;
        if self.saver.is_behind() {
            self.keep_as_copy();
        }
    }

    fn keep_as_copy(&self) {
        let copies = self.world.seen.borrow().len() as u128;
        let copy = conflict_copy(&self.document, BoardId::new(uuid::Uuid::from_u128(copies)));
        create(self.world, (*copy.board).clone());
    }
}
