//! Saving the open board: at once on the shelf, then in the journal, and the rest when nobody edits for a while.

#![allow(clippy::similar_names, reason = "a shelf is not self")]

use js_sys::Reflect;
use unblock_core::edit::{Document, Entry};
use unblock_core::store::{Attempt, JournalWrite, SaveError, ShelfError};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{StorageManager, window};

use super::wait::sleep;
use super::{Role, SaveState, Store, StoreEvent};
use crate::clock;

/// Nobody has edited for so many milliseconds: time to check, fold and tidy. The browser may lose a write that it
/// accepted; that shows after more than a second.
const IDLE: i32 = 2_000;
/// A save that failed is tried again after so many milliseconds.
const AGAIN: i32 = 10_000;
/// A journal that failed so often in a row is given up.
const JOURNAL_TRIES: u32 = 3;
const MEASURE: &str = "unblock:save";
const MEASURE_BEGINS: &str = "unblock:save:begin";

impl Store {
    /// Saves one step of the open board, which led to this document. What becomes of it is told by events.
    pub fn append(&self, entry: &Entry, document: &Document) {
        if let Some(performance) = window().and_then(|window| window.performance()) {
            _ = performance.mark(MEASURE_BEGINS);
        }
        let role = self.with_open(|open| {
            if open.document.board.id != document.board.id {
                return None;
            }
            open.document = document.clone();
            open.saver.push(entry.clone());
            open.edited = clock::now();
            open.edits += 1;
            Some(open.role)
        });
        match role.flatten() {
            Some(Role::Writer) => {
                self.flush();
                self.ask_to_persist();
                self.settle_later();
            }
            Some(Role::Follower) => self.keep_as_copy(document),
            None => self.tell_not_saved("this board is not open: reload the page".to_owned()),
        }
    }

    /// Saves what waits.
    pub(super) fn flush(&self) {
        let (shelf, Some(keeper)) = (self.shelf(), self.keeper()) else { return };
        let attempt = self.with_open(|open| (keeper.save)(&mut open.saver, shelf, &open.document));
        if let Some(attempt) = attempt {
            self.finish(attempt);
        }
    }

    fn fold(&self) {
        let (shelf, Some(keeper)) = (self.shelf(), self.keeper()) else { return };
        let attempt = self.with_open(|open| (keeper.fold)(&mut open.saver, shelf, &open.document));
        if let Some(attempt) = attempt {
            self.finish(attempt);
        }
    }

    fn finish(&self, attempt: Attempt) {
        match attempt.shelf {
            Ok(()) => self.write_journal(&attempt.journal, true),
            Err(SaveError::Taken) => self.lose_to_another(),
            Err(error) => {
                self.write_journal(&attempt.journal, false);
                self.tell_not_saved(error.to_string());
            }
        }
    }

    fn tell_not_saved(&self, why: String) {
        self.tell(StoreEvent::Save(SaveState::NotSaved { why }));
    }

    /// Begins to write to the journal, and tells when the open board is safe, where the shelf has it.
    fn write_journal(&self, writes: &[JournalWrite], is_on_shelf: bool) {
        let begun = self.journal().filter(|_| !writes.is_empty()).map(|journal| journal.write(writes));
        let Some(begun) = begun else {
            self.tell_saved(false, is_on_shelf);
            return;
        };
        if is_on_shelf {
            self.tell(StoreEvent::Save(SaveState::Saving));
        }
        let written_for = self.with_open(|open| (open.document.board.id, open.document.revision));
        let store = self.clone();
        spawn_local(async move {
            let is_safe = match begun {
                Ok(written) => JsFuture::from(written).await.is_ok(),
                Err(_) => false,
            };
            store.count_journal(is_safe);
            let now = store.with_open(|open| (open.document.board.id, open.document.revision));
            if now == written_for && store.with_open(|open| open.saver.is_behind()) == Some(false) {
                store.tell_saved(is_safe, is_on_shelf);
            }
        });
    }

    fn count_journal(&self, worked: bool) {
        if worked {
            self.0.journal_failures.set(0);
            return;
        }
        self.with_open(|open| open.saver.journal_failed());
        self.0.journal_failures.set(self.0.journal_failures.get() + 1);
        if self.0.journal_failures.get() >= JOURNAL_TRIES {
            self.0.journal.borrow_mut().take();
        }
    }

    fn tell_saved(&self, crash_safe: bool, is_on_shelf: bool) {
        if !self.0.in_browser {
            self.tell_not_saved(ShelfError::Blocked.to_string());
        } else if is_on_shelf {
            self.tell(StoreEvent::Save(SaveState::Saved { crash_safe }));
            if let Some(performance) = window().and_then(|window| window.performance()) {
                // Without a mark, as when nothing was edited, there is nothing to measure.
                _ = performance.measure_with_start_mark(MEASURE, MEASURE_BEGINS);
                performance.clear_marks_with_mark_name(MEASURE_BEGINS);
            }
        }
    }

    /// Settles when nobody has edited for a while.
    pub(super) fn settle_later(&self) {
        self.settle_in(IDLE);
    }

    fn settle_in(&self, milliseconds: i32) {
        let place = |store: &Self| (store.0.turn.get(), store.with_open(|open| open.edits));
        let asked = place(self);
        let store = self.clone();
        spawn_local(async move {
            sleep(milliseconds).await;
            if place(&store) == asked {
                store.settle();
            }
        });
    }

    /// Checks that what was saved is still there, folds where that is worth it, tries again what failed.
    fn settle(&self) {
        let (shelf, has_journal) = (self.shelf(), self.journal().is_some());
        let Some(keeper) = self.keeper() else { return };
        let checked = self.with_open(|open| match open.role {
            Role::Writer => (keeper.verify)(&mut open.saver, shelf).map(|_| ()),
            Role::Follower => Ok(()),
        });
        if checked == Some(Err(SaveError::Taken)) {
            self.lose_to_another();
            return;
        }
        let wants_fold = self.with_open(|open| {
            let wants = open.saver.is_behind() || open.saver.wants_fold(has_journal);
            open.role == Role::Writer && wants
        });
        if wants_fold == Some(true) {
            self.fold();
        }
        self.write_open_card();
        self.watch_room();
        if self.with_open(|open| open.role == Role::Writer && open.saver.is_behind()) == Some(true) {
            self.settle_in(AGAIN);
        }
    }

    /// Asks the browser once to keep our storage when room is short. Its answer changes nothing here.
    fn ask_to_persist(&self) {
        if self.0.asked_to_persist.replace(true) {
            return;
        }
        let storage = window().and_then(|window| Reflect::get(&window.navigator(), &"storage".into()).ok());
        if let Some(storage) = storage.filter(wasm_bindgen::JsValue::is_object) {
            let storage: StorageManager = storage.unchecked_into();
            if let Ok(asked) = storage.persist() {
                spawn_local(async move { _ = JsFuture::from(asked).await });
            }
        }
    }
}
