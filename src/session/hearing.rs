//! What the store gives: a board that was opened, and what happens to it without being asked for.

use leptos::prelude::*;
use leptos::task::spawn_local;
use unblock_core::edit::Document;
use unblock_core::gesture::Selection;
use unblock_core::store::Level;
use unblock_core::view::{Filter, Lost, Watch, look};

use super::{Message, Offer, Session, Shown};
use crate::lazy::{self, Views};
use crate::store::{Role, StoreEvent};

/// What is said where the keeper did not come.
const MISSED: &str =
    "What keeps edits could not be loaded: nothing can be changed yet. Check the connection and try again.";

impl Session {
    /// Shows a board that was just opened.
    pub fn show_board(self, document: Document, role: Role) {
        self.selection.set(Selection::default());
        self.filter.set(Filter::default());
        self.ask.set(None);
        self.waits.set(None);
        // A warning holds for the next board too.
        self.message.update(|message| *message = message.take().filter(|message| message.alarm));
        self.role.set(role);
        self.document.set(document);
        self.shown.set(Shown::Board);
        self.look_for_signals();
    }

    /// Compares the board with what was remembered when it was last opened, and remembers it as it is.
    fn look_for_signals(self) {
        let board = self.board.with_untracked(|board| board.id);
        let before = self.store().watch(board);
        self.remember(self.scene.with_untracked(|scene| look(scene, before)));
    }

    /// What keeps boards, fetched where it is not here. False where it does not come; that is said.
    pub async fn fetch_keeper(self) -> bool {
        if self.store().keeper().is_some() {
            return true;
        }
        let Some(keeper) = lazy::keeper().await else {
            self.complain(MISSED.to_owned());
            return false;
        };
        self.store().take_keeper(keeper);
        // What was set and noticed before it came.
        if self.shown.get_untracked() == Shown::Board {
            self.prefer(|_| ());
            self.remember(self.watch.get_untracked());
        }
        true
    }

    /// Does what changes a board: at once where what keeps it is here, else as soon as it comes, whatever is shown by
    /// then. It is told false where that does not come.
    pub fn once_kept(self, act: impl FnOnce(bool) + 'static) {
        if self.store().keeper().is_some() {
            return act(true);
        }
        spawn_local(async move { act(self.fetch_keeper().await) });
    }

    /// The other views, and what reads and writes files; after what keeps boards, which they call.
    pub async fn views(self) -> Option<Views> {
        if self.fetch_keeper().await { self.parts.views().await } else { None }
    }

    /// Takes something that was noticed as seen.
    pub fn dismiss(self, lost: Lost) {
        self.remember(self.watch.with_untracked(|watch| watch.without(lost)));
    }

    fn remember(self, watch: Watch) {
        let board = self.board.with_untracked(|board| board.id);
        self.store().set_watch(board, &watch);
        self.watch.set(watch);
    }

    /// What the store tells without being asked.
    pub fn heard(self, event: StoreEvent) {
        match event {
            StoreEvent::Save(state) => self.save.set(state),
            StoreEvent::RoleChanged(role) => self.role.set(role),
            StoreEvent::Followed(document) => {
                self.document.set(*document);
                self.board
                    .with_untracked(|board| self.selection.maybe_update(|selection| selection.keep(board)));
            }
            StoreEvent::ConflictCopy { id, name } => {
                let text =
                    format!("Another tab took over; what was not saved here is the board '{name}' now.");
                self.said.set(text.clone());
                self.show(Message { text, offer: Some(Offer::Open(id)), alarm: true });
            }
            StoreEvent::Quota(level) => {
                if level > Level::Fine {
                    let percent = self.store().usage().percent();
                    self.complain(format!(
                        "This browser's storage is {percent} % full: download boards and delete old ones."
                    ));
                }
            }
        }
    }

    /// Makes this tab the one that writes.
    pub fn take_over(self) {
        let store = self.store();
        leptos::task::spawn_local(async move { store.take_over().await });
    }
}
