//! What is open in front of a person, and the one way to change it: [`Session::dispatch`].
//!
//! Three kinds of state are kept apart: the document (saved, undoable), the preferences (saved on their own), and
//! the passing state of the page (selection, filter, message), which is neither.

mod editing;
mod hearing;
mod scoring;
mod telling;

use std::ops::Deref;
use std::sync::Arc;

use leptos::prelude::*;
use unblock_core::board::{Board, BoardId, Date, ItemId, Quadrant};
use unblock_core::edit::{Document, Side, Stamp};
use unblock_core::gesture::Selection;
use unblock_core::view::{Filter, MatrixView, Page, Route, Scene, Visited, Watch, matrix};

use crate::clock;
use crate::lazy::Parts;
use crate::measure::timed;
use crate::preferences::Preferences;
use crate::store::{Role, SaveState, Store};
use scoring::Scoring;

/// What is shown where a board would be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shown {
    /// The board.
    Board,
    /// Another board is being opened; the one that is still seen is not written any more.
    Opening,
    /// There is no such board in this browser.
    Missing,
    /// A newer version of Unblock wrote it.
    Newer {
        /// Which board.
        id: BoardId,
        /// The format it is written in.
        format: u32,
    },
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
    /// What stands beside it.
    pub offer: Option<Offer>,
    /// True where something was refused or went wrong.
    pub alarm: bool,
}

/// What can be done about a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offer {
    /// Undo.
    Undo,
    /// Open a board.
    Open(BoardId),
}

/// What a quadrant asks of an item that was just put there; never demanded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ask {
    /// The item.
    pub item: ItemId,
    /// The quadrant that asks.
    pub quadrant: Quadrant,
}

/// The question that is open: what an item waits for, or who waits for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Waits {
    /// The item.
    pub item: ItemId,
    /// On which side of it what is asked for stands.
    pub side: Side,
}

/// The session of the page: a handle on its [`Signals`]. Copied freely, as every closure does; found by [`session`].
#[derive(Clone, Copy)]
pub struct Session(&'static Signals);

impl Deref for Session {
    type Target = Signals;
    fn deref(&self) -> &Signals {
        self.0
    }
}

/// The signals of the page. They live as long as it does.
pub struct Signals {
    /// The board that is open, with its history.
    pub document: RwSignal<Document>,
    /// The board alone.
    pub board: Memo<Arc<Board>>,
    /// The board with its schedule, seen from today.
    pub scene: Memo<Arc<Scene>>,
    /// The way of scoring, and the scores where they are to be seen.
    pub scoring: Scoring,
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
    /// How many working days later the last step has made the finish, for as long as that is said.
    pub shift: RwSignal<Option<i64>>,
    /// What was noticed when the board was opened.
    pub watch: RwSignal<Watch>,
    /// The message at the end of the headline.
    pub message: RwSignal<Option<Message>>,
    /// What the live region says.
    pub said: RwSignal<String>,
    /// What a quadrant asks for.
    pub ask: RwSignal<Option<Ask>>,
    /// What is asked of an item and its links.
    pub waits: RwSignal<Option<Waits>>,
    /// The gap of the board that was visited last.
    pub visited: StoredValue<Option<Visited>>,
    /// The card whose title is being edited.
    pub renaming: RwSignal<Option<ItemId>>,
    /// True while the page is enlarged for a room.
    pub presenting: RwSignal<bool>,
    /// What a person prefers.
    pub preferences: RwSignal<Preferences>,
    /// Whether what is shown is saved.
    pub save: RwSignal<SaveState>,
    /// Whether this tab writes or follows another.
    pub role: RwSignal<Role>,
    /// Which parts of the program are here.
    pub parts: Parts,
    message_timer: StoredValue<Option<TimeoutHandle>>,
    shift_timer: StoredValue<Option<TimeoutHandle>>,
    store: StoredValue<Store, LocalStorage>,
}

/// The session of the page.
pub fn session() -> Session {
    expect_context::<Session>()
}

/// True for boards that are not one and the same value: comparing them would take longer than drawing them.
fn differs(a: Option<&Arc<Board>>, b: Option<&Arc<Board>>) -> bool {
    !matches!((a, b), (Some(a), Some(b)) if Arc::ptr_eq(a, b))
}

/// The board with its schedule. Each is a new one: comparing them would take longer than drawing them.
fn scheduled(board: Memo<Arc<Board>>, today: RwSignal<Date>) -> Memo<Arc<Scene>> {
    Memo::new_with_compare(
        move |_| timed("unblock:schedule", || Arc::new(Scene::of(board.get(), today.get()))),
        |_, _| true,
    )
}

impl Session {
    /// The signals around a document and the store it is kept in.
    pub fn new(document: Document, store: Store, preferences: Preferences) -> Self {
        let document = RwSignal::new(document);
        let today = RwSignal::new(clock::today());
        let filter = RwSignal::new(Filter::default());
        let board =
            Memo::new_with_compare(move |_| document.with(|document| Arc::clone(&document.board)), differs);
        let scene = scheduled(board, today);
        let preferences = RwSignal::new(preferences);
        let scoring = Scoring::of(scene, preferences);
        let shown = move || scene.with(|scene| filter.with(|filter| matrix(scene, filter)));
        let matrix = Memo::new(move |_| scoring.sorted(shown()));
        let signals = Signals {
            document,
            board,
            scene,
            scoring,
            matrix,
            shown: RwSignal::new(Shown::Missing),
            today,
            route: RwSignal::new(Route::Last),
            selection: RwSignal::new(Selection::default()),
            filter,
            shift: RwSignal::new(None),
            watch: RwSignal::new(Watch::default()),
            message: RwSignal::new(None),
            said: RwSignal::new(String::new()),
            ask: RwSignal::new(None),
            waits: RwSignal::new(None),
            visited: StoredValue::new(None),
            renaming: RwSignal::new(None),
            presenting: RwSignal::new(false),
            preferences,
            save: RwSignal::new(SaveState::Saved { crash_safe: true }),
            role: RwSignal::new(Role::Writer),
            parts: Parts::new(),
            message_timer: StoredValue::new(None),
            shift_timer: StoredValue::new(None),
            store: StoredValue::new_local(store),
        };
        Self(Box::leak(Box::new(signals)))
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

    /// The day of the open board's last edit; none where that is not known.
    pub fn edited_on(self) -> Option<Date> {
        self.document.track();
        self.store.with_value(Store::edited).and_then(clock::day_of)
    }

    /// Goes to a page of the open board.
    pub fn go(self, page: Page) {
        let board = self.board.with_untracked(|board| board.id);
        self.go_to(Route::Board(board, page));
    }

    /// Goes somewhere.
    #[expect(clippy::unused_self, reason = "going is the session's, whatever the way")]
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

    /// Changes the preferences and keeps them, without losing what another tab has set meanwhile.
    pub fn prefer(self, change: impl FnOnce(&mut Preferences)) {
        let kept = self.store.with_value(Store::preferences);
        let mut preferences = kept.unwrap_or_else(|| self.preferences.get_untracked());
        change(&mut preferences);
        self.store.with_value(|store| store.set_preferences(&preferences));
        self.preferences.set(preferences);
    }
}
