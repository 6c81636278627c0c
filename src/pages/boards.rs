//! The list of all boards of this browser: to open one, to make one, to throw one away and to take it back.
//!
//! Absent on purpose: what is on the boards. A line shows what a board says of itself.

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::web_sys::{Element, MouseEvent};
use unblock_core::board::BoardId;
use unblock_core::store::{BoardCard, Condition};
use unblock_core::view::{Page, Route};
use wasm_bindgen::JsCast;

use super::asides::Asides;
use super::rows::leave_line;
use super::shelf;
use super::thrown::Thrown;
use crate::backup::{EverythingFiles, last_file};
use crate::format::{counted, moment};
use crate::later::in_next_frame;
use crate::parts::{Icon, MenuItem, MenuList, Shape, open_menu};
use crate::session::{Session, session};
use crate::transfer;
use crate::trouble::open_before;

/// The list as it was read, and the menu of its lines.
#[derive(Clone, Copy)]
pub struct List {
    /// All boards.
    pub cards: RwSignal<Vec<BoardCard>>,
    about: RwSignal<Option<BoardId>>,
    menu: NodeRef<html::Div>,
}

impl List {
    /// Reads the boards anew.
    pub fn read(self, session: Session) {
        self.cards.set(shelf::list(session));
    }

    /// What a board is called in it.
    pub fn name(self, id: BoardId) -> String {
        self.cards
            .with_untracked(|cards| cards.iter().find(|card| card.id == id).map(|card| words(card).0))
            .unwrap_or_default()
    }

    fn open_menu(self, id: BoardId, event: &MouseEvent) {
        self.about.set(Some(id));
        if let Some(anchor) = event.current_target().and_then(|target| target.dyn_into::<Element>().ok()) {
            open_menu(self.menu, &anchor);
        }
    }
}

/// The page.
#[component]
pub fn Boards() -> impl IntoView {
    let session = session();
    let list =
        List { cards: RwSignal::new(shelf::list(session)), about: RwSignal::new(None), menu: NodeRef::new() };
    let all = Memo::new(move |_| {
        list.cards.with(|cards| cards.iter().filter(|c| c.trashed().is_none()).cloned().collect::<Vec<_>>())
    });
    view! {
        <div class="sheet">
            <header class="sheet-head"><h1 tabindex="-1">"Boards"</h1></header>
            <NewBoard />
            {move || session.message.get().map(|message| view! {
                <p class="sheet-message" class:alarm=message.alarm>{message.text}</p>
            })}
            <Show when=move || all.with(|all| !all.is_empty()) fallback=|| view! { <Nothing /> }>
                <ul class="rows">
                    <For each=move || all.get() key=|card| (card.id, card.edited()) children=move |card| view! { <Line list card /> } />
                </ul>
            </Show>
            <Thrown list />
            <EverythingFiles />
            <Asides />
            <RowMenu list />
        </div>
    }
}

/// Ways to one more board.
#[component]
fn NewBoard() -> impl IntoView {
    let session = session();
    let field = NodeRef::<html::Input>::new();
    let create = move || {
        let name = field.get_untracked().map(|field| field.value()).unwrap_or_default();
        shelf::create(session, &name);
    };
    view! {
        <div class="new-board">
            <div class="adder">
                <input type="text" class="field" node_ref=field dir="auto" autocomplete="off" aria-label="Name of the new board"
                    placeholder="Name of the new board" on:keydown=move |event| if event.key() == "Enter" { create() } />
                <button type="button" class="button primary" on:click=move |_| create()><Icon shape=Shape::Plus />"New board"</button>
            </div>
            <div class="new-board-others">
                <button type="button" class="button" on:click=|_| transfer::choose_file()>"Import a file"</button>
                <button type="button" class="button" on:click=move |_| shelf::create_example(session)>"Open the example board"</button>
            </div>
        </div>
    }
}

/// What the page is for, where it has nothing to show.
#[component]
fn Nothing() -> impl IntoView {
    view! {
        <div class="sheet-empty">
            <p class="sheet-empty-head">"No boards yet."</p>
            <p class="muted">
                "A board is one plan with its goal. Give it a name, import what you have (Trello, Jira, GitHub, CSV), or look \
                at the example. Boards stay in this browser."
            </p>
        </div>
    }
}

/// One board.
#[component]
fn Line(
    /// The list.
    list: List,
    /// The board.
    card: BoardCard,
) -> impl IntoView {
    let session = session();
    let id = card.id;
    let is_open = move || session.board.with(|board| board.id == id);
    let (name, facts, readable) = words(&card);
    let label = format!("More for {name}");
    view! {
        <li class="row row-link">
            <div class="row-main">
                <a class="row-title" dir="auto" href=Route::Board(id, Page::Matrix).to_string()>{name}</a>
                <p class="muted">
                    <Show when=is_open><b>"Open now"</b>" · "</Show>
                    {facts}
                    <Show when=move || readable>" · "{move || last_file(session, id)}</Show>
                </p>
            </div>
            <Show when=move || readable>
                <button type="button" class="icon-button" data-row-action="" aria-haspopup="menu" aria-label=label.clone()
                    on:click=move |event| list.open_menu(id, &event)>
                    <Icon shape=Shape::More />
                </button>
            </Show>
        </li>
    }
}

/// A board's name, what is known of it, and whether it can be read.
pub fn words(card: &BoardCard) -> (String, String, bool) {
    match &card.condition {
        Condition::Known { name, items, edited, .. } => {
            let edited = (*edited > 0).then(|| format!("edited {}", moment(*edited)));
            let facts: Vec<String> =
                std::iter::once(counted(*items, "item", "items")).chain(edited).collect();
            (name.to_string(), facts.join(" · "), true)
        }
        Condition::Unreadable => (
            "A board that cannot be read".to_owned(),
            "Nothing of it is lost. Open it to see what is wrong.".to_owned(),
            false,
        ),
        Condition::Newer => (
            "A board of a newer version".to_owned(),
            "A newer version of Unblock wrote it. Reload the page to get that version.".to_owned(),
            false,
        ),
    }
}

/// What can be done with a board besides opening it. One menu serves all lines.
#[component]
fn RowMenu(
    /// The list.
    list: List,
) -> impl IntoView {
    let session = session();
    let with = move |action: &dyn Fn(BoardId)| {
        if let Some(id) = list.about.get_untracked() {
            action(id);
        }
    };
    let trash = move |id: BoardId| {
        // When the menu has closed, the focus is on the line again.
        in_next_frame(list.about, move || {
            spawn_local(async move {
                let name = list.name(id);
                if shelf::trash(session, id).await {
                    leave_line(|| list.read(session));
                    session.tell(format!("'{name}' is in the trash, below"), false);
                }
            });
        });
    };
    view! {
        <MenuList id="boards-menu" label="Board" popover=list.menu>
            <MenuItem action=move || with(&|id| shelf::open(session, id, Page::Matrix))>"Open"</MenuItem>
            <MenuItem action=move || with(&|id| shelf::open(session, id, Page::Settings))>"Rename, settings"</MenuItem>
            <MenuItem action=move || with(&|id| shelf::duplicate(session, id))>"Duplicate"</MenuItem>
            <MenuItem action=move || with(&|id| shelf::download(session, id))>"Download"</MenuItem>
            <MenuItem action=move || with(&|id| open_before(session, id))>"Open the version before"</MenuItem>
            <hr />
            <MenuItem action=move || with(&trash)>"Move to trash"</MenuItem>
        </MenuList>
    }
}
