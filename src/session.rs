//! What is open in front of a person, and the one way to change it: [`Session::dispatch`].
//!
//! Three kinds of state are kept apart: the document (saved, undoable), the preferences (saved on their own), and
//! the passing state of the page (selection, filter, message), which is neither.

use std::sync::Arc;
use std::time::Duration;

use leptos::prelude::*;
use unblock_core::board::{Board, BoardId, Date, ItemId, Quadrant};
use unblock_core::edit::{Action, Command, Document, Entry, Place, Stamp};
use unblock_core::gesture::Selection;
use unblock_core::store::Level;
use unblock_core::view::{Filter, MatrixView, Page, Route, matrix, moved};

use crate::preferences::Preferences;
use crate::store::{Role, SaveState, Store, StoreEvent};
use crate::{clock, measure};

/// How long a message stays.
const MESSAGE_STAYS: Duration = Duration::from_secs(12);

/// What is shown where a board would be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shown {
    /// The board.
    Board,
    /// There is no such board in this browser.
    Missing,
    /// A newer version of Unblock wrote it.
    Newer(BoardId),
    /// It cannot be read; its texts are kept.
    Unreadable {
        /// Which board.
        id: BoardId,
        /// What is wrong with it.
        why: String,
    },
    /// The storage failed.
    Failed(String),
}

/// What stands at the right end of the headline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// Its words.
    pub text: String,
    /// True where *Undo* stands beside it.
    pub undo: bool,
    /// True where something was refused or went wrong.
    pub alarm: bool,
}

/// What a quadrant asks of an item that was just put there; never demanded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ask {
    /// The item.
    pub item: ItemId,
    /// The quadrant that asks.
    pub quadrant: Quadrant,
}

/// The signals of the page. Copied freely; found by [`session`].
#[derive(Clone, Copy)]
pub struct Session {
    /// The board that is open, with its history.
    pub document: RwSignal<Document>,
    /// The board alone.
    pub board: Memo<Arc<Board>>,
    /// The Matrix as the filter shows it.
    pub matrix: Memo<MatrixView>,
    /// What is shown where a board would be. Nothing is written unless it is the board.
    pub shown: RwSignal<Shown>,
    /// Today.
    pub today: RwSignal<Date>,
    /// Where in the page somebody is.
    pub route: RwSignal<Route>,
    /// Which cards are meant.
    pub selection: RwSignal<Selection>,
    /// What is shown.
    pub filter: RwSignal<Filter>,
    /// The message at the end of the headline.
    pub message: RwSignal<Option<Message>>,
    /// What the live region says.
    pub said: RwSignal<String>,
    /// What a quadrant asks for.
    pub ask: RwSignal<Option<Ask>>,
    /// The card whose title is being edited.
    pub renaming: RwSignal<Option<ItemId>>,
    /// What a person prefers.
    pub preferences: RwSignal<Preferences>,
    /// Whether what is shown is saved.
    pub save: RwSignal<SaveState>,
    /// Whether this tab writes or follows another.
    pub role: RwSignal<Role>,
    store: StoredValue<Store, LocalStorage>,
}

/// The session of the page.
pub fn session() -> Session {
    expect_context::<Session>()
}

impl Session {
    /// The signals around a document and the store it is kept in.
    pub fn new(document: Document, store: Store, preferences: Preferences) -> Self {
        let document = RwSignal::new(document);
        let today = RwSignal::new(clock::today());
        let filter = RwSignal::new(Filter::default());
        let same = |a: Option<&Arc<Board>>, b: Option<&Arc<Board>>| !matches!((a, b), (Some(a), Some(b)) if Arc::ptr_eq(a, b));
        let board =
            Memo::new_with_compare(move |_| document.with(|document| Arc::clone(&document.board)), same);
        let matrix =
            Memo::new(move |_| board.with(|board| filter.with(|filter| matrix(board, filter, today.get()))));
        Self {
            document,
            board,
            matrix,
            shown: RwSignal::new(Shown::Missing),
            today,
            route: RwSignal::new(Route::Last),
            selection: RwSignal::new(Selection::default()),
            filter,
            message: RwSignal::new(None),
            said: RwSignal::new(String::new()),
            ask: RwSignal::new(None),
            renaming: RwSignal::new(None),
            preferences: RwSignal::new(preferences),
            save: RwSignal::new(SaveState::Saved { crash_safe: true }),
            role: RwSignal::new(Role::Writer),
            store: StoredValue::new_local(store),
        }
    }

    /// The store, for what is not an edit of the open board.
    pub fn store(self) -> Store {
        self.store.get_value()
    }

    /// When and by whom something is asked for now.
    pub fn stamp(self) -> Stamp {
        let acting = self.preferences.with_untracked(|preferences| preferences.acting.clone());
        let by = acting
            .and_then(|name| self.board.with_untracked(|board| board.person_named(&name).map(|p| p.id)));
        Stamp { at: clock::now(), today: self.today.get_untracked(), by }
    }

    /// Does what is asked, keeps it, and says so. False where it was refused.
    pub fn dispatch(self, action: Action) -> bool {
        if self.refuses_to_write() {
            return false;
        }
        measure::begin("unblock:edit");
        let command = Command { stamp: self.stamp(), action };
        let mut document = self.document.get_untracked();
        match document.dispatch(&command) {
            Ok(Some(entry)) => {
                let name = document.history.next_undo().map(|change| change.name.clone()).unwrap_or_default();
                self.keep(document, &entry);
                self.tell(sentence(&name), true);
                true
            }
            Ok(None) => true,
            Err(rejection) => {
                self.complain(rejection.to_string());
                false
            }
        }
    }

    /// Takes the last step back.
    pub fn undo(self) {
        self.step(Document::undo, "Undone", "There is nothing to undo");
    }

    /// Does the last undone step again.
    pub fn redo(self) {
        self.step(Document::redo, "Done again", "There is nothing to redo");
    }

    fn step(self, step: impl FnOnce(&mut Document, Stamp) -> Option<Entry>, word: &str, none: &str) {
        if self.refuses_to_write() {
            return;
        }
        measure::begin("unblock:edit");
        let mut document = self.document.get_untracked();
        let name = |document: &Document| {
            let history = &document.history;
            let change = if word == "Undone" { history.next_redo() } else { history.next_undo() };
            change.map(|change| change.name.clone()).unwrap_or_default()
        };
        match step(&mut document, self.stamp()) {
            Some(entry) => {
                let name = name(&document);
                self.keep(document, &entry);
                self.tell(format!("{word}: {name}"), false);
            }
            None => self.tell(none.to_owned(), false),
        }
    }

    fn keep(self, document: Document, entry: &Entry) {
        self.store.with_value(|store| store.append(entry, &document));
        self.document.set(document);
        self.selection.update(|selection| self.board.with_untracked(|board| selection.keep(board)));
        measure::end_painted("unblock:edit");
    }

    /// Shows a board that was just opened.
    pub fn show_board(self, document: Document, role: Role) {
        self.selection.set(Selection::default());
        self.filter.set(Filter::default());
        self.ask.set(None);
        self.message.set(None);
        self.role.set(role);
        self.document.set(document);
        self.shown.set(Shown::Board);
    }

    /// What the store tells without being asked.
    pub fn heard(self, event: StoreEvent) {
        match event {
            StoreEvent::Save(state) => self.save.set(state),
            StoreEvent::RoleChanged(role) => self.role.set(role),
            StoreEvent::Followed(document) => {
                self.document.set(document);
                self.selection.update(|selection| self.board.with_untracked(|board| selection.keep(board)));
            }
            StoreEvent::ConflictCopy { name, .. } => {
                self.complain(format!("Another tab took over; what was not saved here is the board '{name}' now."));
            }
            StoreEvent::Quota(level) => {
                if level > Level::Fine {
                    let percent = self.store().usage().percent();
                    self.complain(format!("This browser's storage is {percent} % full: download boards and delete old ones."));
                }
            }
        }
    }

    fn refuses_to_write(self) -> bool {
        if self.shown.get_untracked() != Shown::Board {
            return true;
        }
        let follows = self.role.get_untracked() == Role::Follower;
        if follows {
            self.complain(
                "Another tab is editing this board. Choose \"Edit here\" to go on in this one.".to_owned(),
            );
        }
        follows
    }

    /// Puts items into a quadrant or the Inbox, says where they stand, and lets the quadrant ask for what it needs.
    pub fn put(self, items: Vec<ItemId>, to: Option<Quadrant>, place: Place) {
        if items.is_empty() {
            return;
        }
        let changed_column = self.board.with_untracked(|board| {
            items.iter().any(|id| board.item(*id).is_some_and(|item| item.quadrant() != to))
        });
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

    /// Makes this tab the one that writes.
    pub fn take_over(self) {
        let store = self.store();
        leptos::task::spawn_local(async move { store.take_over().await });
    }

    /// Says what was done.
    pub fn tell(self, text: String, undo: bool) {
        self.said.set(text.clone());
        self.show(Message { text, undo, alarm: false });
    }

    /// Says what was refused or went wrong.
    pub fn complain(self, text: String) {
        self.said.set(text.clone());
        self.show(Message { text, undo: false, alarm: true });
    }

    fn show(self, message: Message) {
        self.message.set(Some(message.clone()));
        set_timeout(
            move || {
                if self.message.with_untracked(|now| now.as_ref() == Some(&message)) {
                    self.message.set(None);
                }
            },
            MESSAGE_STAYS,
        );
    }

    /// Goes to a page of the open board.
    pub fn go(self, page: Page) {
        let board = self.board.with_untracked(|board| board.id);
        self.go_to(Route::Board(board, page));
    }

    /// Goes somewhere.
    pub fn go_to(self, route: Route) {
        // The router listens to the address and follows it.
        _ = window().location().set_hash(&route.to_string());
    }

    /// The page of the open board that is shown.
    pub fn page(self) -> Option<Page> {
        match self.route.get() {
            Route::Board(_, page) => Some(page),
            Route::Last => Some(Page::Matrix),
            Route::Boards => None,
        }
    }

    /// Changes the preferences and keeps them.
    pub fn prefer(self, change: impl FnOnce(&mut Preferences)) {
        self.preferences.update(change);
        let text = self.preferences.with_untracked(Preferences::write);
        self.store.with_value(|store| store.set_preferences(&text));
    }
}

/// The words with a capital at the beginning.
fn sentence(words: &str) -> String {
    let mut chars = words.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}
