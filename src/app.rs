//! From the start to an open board, and from one board to another: the page follows its address.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use unblock_core::board::{Board, BoardId, Date, Name};
use unblock_core::edit::Document;
use unblock_core::store::{Condition, Notice};
use unblock_core::view::{Page, Route};
use wasm_bindgen::prelude::wasm_bindgen;

use crate::focus::leave_field;
use crate::frame::Frame;
use crate::lazy;
use crate::session::{Session, Shown};
use crate::store::{Opened, Role, SaveState, Store};
use crate::{clock, measure};

#[wasm_bindgen]
extern "C" {
    /// Defined in `index.html`: shows the screen for an app that cannot start.
    #[wasm_bindgen(js_name = unblockFailed)]
    fn unblock_failed(error: &str);
}

/// What a board is called that nobody has named.
pub const FIRST_NAME: &str = "New plan";

/// The whole page.
#[component]
pub fn App() -> impl IntoView {
    let started = RwSignal::new(None::<Session>);
    spawn_local(async move {
        let Some(session) = start().await else { return failed() };
        follow(session).await;
        started.set(Some(session));
        if let Some(boot) = document().get_element_by_id("boot") {
            boot.remove();
        }
        measure::end_start(move || spawn_local(be_ready(session)));
    });
    move || started.get().map(|session| view! { <Frame session /> })
}

/// Opens the storage. What it tells before the session is there is heard as soon as it is.
async fn start() -> Option<Session> {
    let early = Rc::new(RefCell::new(Vec::new()));
    let listener = Rc::new(OnceCell::<Session>::new());
    let (waiting, target) = (Rc::clone(&early), Rc::clone(&listener));
    let tell = move |event| match target.get() {
        Some(session) => session.heard(event),
        None => waiting.borrow_mut().push(event),
    };
    let store = Store::start(tell, lazy::keeper()).await?;
    let preferences = store.preferences().unwrap_or_default();
    let nothing = Board::new(clock::new_board_id(), Name::default());
    let session = Session::new(Document::new(nothing), store, preferences);
    // The cell is empty: this is the only place that fills it.
    _ = listener.set(session);
    early.take().into_iter().for_each(|event| session.heard(event));
    // The page's script says so after the app has stopped twice while it was starting.
    let is_careful = document().document_element().is_some_and(|root| root.has_attribute("data-careful"));
    if is_careful {
        session
            .complain("Unblock stopped twice while starting, so no board was opened. Choose one.".to_owned());
    }
    let handle = window_event_listener(leptos::ev::hashchange, move |_| {
        leave_field();
        spawn_local(follow(session));
    });
    let leaving = window_event_listener(leptos::ev::beforeunload, move |event| {
        if matches!(session.save.get_untracked(), SaveState::NotSaved { .. }) {
            event.prevent_default();
        }
    });
    // A page that is left open overnight is not of yesterday.
    let day = move || {
        let today = clock::today();
        if session.today.get_untracked() != today {
            session.today.set(today);
        }
    };
    set_interval(day, Duration::from_mins(1));
    // The session lives as long as the page.
    std::mem::forget((handle, leaving));
    Some(session)
}

/// Shows what the address names. Where it has changed while a board was opened, what it names now.
async fn follow(session: Session) {
    loop {
        let route = here();
        match route {
            Route::Last => return go_where_it_was_left(session).await,
            Route::Boards => {}
            Route::Board(id, _) => {
                let is_shown = session.shown.get_untracked() == Shown::Board;
                if !is_shown || session.board.with_untracked(|board| board.id) != id {
                    open(session, id).await;
                }
            }
        }
        if here() == route {
            return session.route.set(route);
        }
    }
}

/// What the address names.
fn here() -> Route {
    Route::parse(&window().location().hash().unwrap_or_default())
}

/// To the board that was open last, else the one that was edited last, else a new one.
async fn go_where_it_was_left(session: Session) {
    let store = session.store();
    let kept = |card: &unblock_core::store::BoardCard| {
        !matches!(card.condition, Condition::Known { trashed: Some(_), .. })
    };
    let boards: Vec<BoardId> = store.boards().iter().filter(|card| kept(card)).map(|card| card.id).collect();
    let last = session.preferences.with_untracked(|p| p.last_board).filter(|id| boards.contains(id));
    let left = last.or(boards.first().copied());
    let id = left.unwrap_or_else(clock::new_board_id);
    // A first, empty board, so that somebody can begin at once.
    let begins = left.is_none().then(|| Document::new(first(id, session.today.get_untracked())));
    let route = Route::Board(id, Page::Matrix);
    open_or_begin(session, id, begins).await;
    session.route.set(route);
    // What is not stored yet has no address that would lead to it.
    if session.store().keeper().is_some() {
        address(session);
    }
}

/// Names the board in an address that is bare.
fn address(session: Session) {
    if here() != Route::Last {
        return;
    }
    let route = session.route.get_untracked();
    if let Ok(history) = window().history() {
        // Without it the address stays bare, and leads here again.
        _ = history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&route.to_string()));
    }
}

/// Keeps a document as one more board and goes to it. False where it cannot be kept; that is said.
pub async fn add_board(session: Session, document: &Document) -> bool {
    let kept = session.store().create(document).await;
    match &kept {
        Ok(()) => session.go_to(Route::Board(document.board.id, Page::Matrix)),
        Err(error) => session.complain(format!("The board was not added: {error}.")),
    }
    kept.is_ok()
}

/// The first board as it is made.
pub fn first(id: BoardId, today: Date) -> Board {
    Board::new(id, FIRST_NAME.parse().unwrap_or_default()).starting(today)
}

/// Opens a board and makes it the one that is shown. An empty first board that nobody touched is not kept.
pub async fn open(session: Session, id: BoardId) {
    open_or_begin(session, id, None).await;
}

async fn open_or_begin(session: Session, id: BoardId, begins: Option<Document>) {
    measure::begin("unblock:open");
    let untouched = session.document.with_untracked(|left| {
        let board = &left.board;
        let start = board.about.calendar.start.unwrap_or_default();
        let empty = left.revision == 0 && **board == first(board.id, start);
        let writes =
            session.role.get_untracked() == Role::Writer && session.shown.get_untracked() == Shown::Board;
        (empty && writes && board.id != id).then_some(board.id)
    });
    let store = session.store();
    session.shown.set(Shown::Opening);
    session.save.set(store.state_at_rest());
    let opened = store.open(id, begins).await;
    match opened {
        Opened::Open { document, role, notices } => {
            session.show_board(*document, role);
            tell(session, &notices);
            session.prefer(|preferences| preferences.last_board = Some(id));
            measure::end_painted("unblock:open");
        }
        Opened::Superseded => return,
        Opened::Missing => session.shown.set(Shown::Missing),
        Opened::Newer { format } => session.shown.set(Shown::Newer { id, format }),
        Opened::Failed(error) => session.shown.set(Shown::Failed(error.to_string())),
        Opened::Unreadable(unreadable) => {
            let why = unreadable.pieces.first().map(|piece| piece.why.to_string()).unwrap_or_default();
            session.shown.set(Shown::Unreadable { id, why });
        }
    }
    if let Some(untouched) = untouched {
        // What stays of it is an empty board in the list.
        _ = store.delete_for_good(untouched).await;
    }
}

/// What a person should know of the reading. That the journal had more after a crash is good news.
fn tell(session: Session, notices: &[Notice]) {
    let words: Vec<String> = notices.iter().map(ToString::to_string).collect();
    if notices.iter().all(|notice| *notice == Notice::FromJournal) {
        words.first().into_iter().for_each(|words| session.tell(format!("All is there: {words}."), false));
    } else {
        session.complain(format!("Opened, but: {}.", words.join("; ")));
    }
}

/// What reads the stored boards did not come: as for any other file of the start, the page's script has the words.
fn failed() {
    unblock_failed("A part of the page could not be fetched");
}

/// Once the board is painted: fetches what a first visit has come without, and tells the page's script that the app runs.
async fn be_ready(session: Session) {
    if session.fetch_keeper().await {
        address(session);
        session.parts.fetch_soon(session);
    }
    if let Some(root) = document().document_element() {
        // Setting an attribute with a valid name cannot fail.
        _ = root.set_attribute("data-ready", "true");
    }
}
