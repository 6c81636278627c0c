//! The one way to change the open board: what is asked for becomes a command, its change is kept and said.

use leptos::prelude::*;
use leptos::task::spawn_local;
use unblock_core::board::{ItemId, Quadrant};
use unblock_core::edit::{Action, Command, Document, Entry, Place, Step};
use unblock_core::view::moved;

use super::{Ask, Session, Shown};
use crate::keeper::{Keeper, Turn};
use crate::measure;
use crate::store::Role;

/// What is said to an edit in the first moment of a first visit.
const LOADING: &str = "Unblock is still loading what keeps an edit. Try again in a moment.";

impl Session {
    /// Does what is asked, keeps it, and says so. False where it was refused.
    pub fn dispatch(self, action: Action) -> bool {
        let Some(keeper) = self.keeper_to_write() else { return false };
        measure::begin("unblock:edit");
        let command = Command { stamp: self.stamp(), action };
        let mut document = self.document.get_untracked();
        match (keeper.dispatch)(&mut document, &command) {
            Ok(Some(entry)) => {
                self.keep(document, &entry);
                // What is not undone is said by whoever asked for it.
                if let Step::Do(change) = &entry.step {
                    self.tell(sentence(&change.name), true);
                }
                true
            }
            Ok(None) => true,
            Err(rejection) => {
                self.complain(rejection.to_string());
                false
            }
        }
    }

    /// Does what is asked, or gives the words that the page shows for the refusal.
    pub fn attempt(self, action: Action) -> Result<(), String> {
        if self.dispatch(action) {
            return Ok(());
        }
        Err(self
            .message
            .with_untracked(|message| message.as_ref().map(|m| m.text.clone()))
            .unwrap_or_default())
    }

    /// Takes the last step back.
    pub fn undo(self) {
        self.step(|keeper| keeper.undo, "Undone", "There is nothing to undo");
    }

    /// Does the last undone step again.
    pub fn redo(self) {
        self.step(|keeper| keeper.redo, "Done again", "There is nothing to redo");
    }

    fn step(self, turn: fn(Keeper) -> Turn, word: &str, none: &str) {
        let Some(keeper) = self.keeper_to_write() else { return };
        measure::begin("unblock:edit");
        let mut document = self.document.get_untracked();
        let name = |document: &Document| {
            let history = &document.history;
            let change = if word == "Undone" { history.next_redo() } else { history.next_undo() };
            change.map(|change| (change.name.clone(), change.meeting.is_some())).unwrap_or_default()
        };
        let meets = document.meeting.is_some();
        match turn(keeper)(&mut document, self.stamp()) {
            Some(entry) => {
                let (name, turns) = name(&document);
                let meeting = match (meets, document.meeting.is_some()) {
                    (false, true) => ". The meeting goes on",
                    (true, false) => ". The meeting has ended",
                    // It was too long ago.
                    (false, false) if turns => ". The meeting stays over",
                    _ => "",
                };
                self.keep(document, &entry);
                self.tell(format!("{word}: {name}{meeting}"), false);
            }
            None => self.tell(none.to_owned(), false),
        }
    }

    fn keep(self, document: Document, entry: &Entry) {
        self.store.with_value(|store| store.append(entry, &document));
        let before = self.scene.get_untracked();
        self.document.set(document);
        self.tell_shift(self.scene.with_untracked(|scene| before.schedule.shift_to(&scene.schedule)));
        self.board.with_untracked(|board| self.selection.maybe_update(|selection| selection.keep(board)));
        measure::end_painted("unblock:edit");
    }

    /// What changes the board, where this tab may. Else that is said, and nothing is changed.
    fn keeper_to_write(self) -> Option<Keeper> {
        if self.shown.get_untracked() != Shown::Board {
            return None;
        }
        if self.role.get_untracked() == Role::Follower {
            self.complain(
                "Another tab is editing this board. Choose \"Edit here\" to go on in this one.".to_owned(),
            );
            return None;
        }
        self.keeper()
    }

    /// What changes and writes boards. Where it is not here yet, that is said.
    pub fn keeper(self) -> Option<Keeper> {
        let keeper = self.store().keeper();
        if keeper.is_none() {
            self.complain(LOADING.to_owned());
            spawn_local(async move { _ = self.fetch_keeper().await });
        }
        keeper
    }

    /// Puts items into a quadrant or the Inbox, says where they stand, and lets the quadrant ask for what it needs.
    pub fn put(self, items: Vec<ItemId>, to: Option<Quadrant>, place: Place) {
        if items.is_empty() {
            return;
        }
        let changed_column = self.board.with_untracked(|board| {
            items.iter().any(|id| board.item(*id).is_some_and(|item| item.quadrant() != to))
        });
        // A place among cards that stand by their scores says nothing of the board's own order.
        let sorted_by = untrack(|| self.sorted_by());
        if let Some(letters) = sorted_by.filter(|_| !changed_column) {
            return self.tell(
                format!("Sorted by {letters}: the order follows the scores. The filter's menu has the board's order."),
                false,
            );
        }
        let place = if sorted_by.is_some() { Place::Bottom } else { place };
        if !self.dispatch(Action::Move { items: items.clone(), to, place }) {
            return;
        }
        let sentence = self
            .board
            .with_untracked(|board| self.matrix.with_untracked(|view| moved(board, view, &items, to)));
        self.said.set(sentence);
        let asks = to.filter(|quadrant| *quadrant != Quadrant::Do && changed_column);
        self.ask.set(
            asks.zip(items.first())
                .filter(|_| items.len() == 1)
                .map(|(quadrant, item)| Ask { item: *item, quadrant }),
        );
    }
}

/// The words, which are ours, with a capital at the beginning.
fn sentence(words: &str) -> String {
    let mut words = words.to_owned();
    words.get_mut(..1).map(str::make_ascii_uppercase);
    words
}
