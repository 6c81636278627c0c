//! Parts of the program that are fetched after the first screen: what keeps boards ([`Keeper`]), what stands [`Beside`]
//! the board, and the other [`Views`]. Each is a table; a release has its code in a file (`xtask/src/build/split.rs`).
//!
//! The keeper comes as soon as the first screen is painted, or before it where anything is stored; the others as soon as
//! the page is at rest. What fails to come is said where it is missed, and can be asked for again. Absent on purpose:
//! what a view shows. Here is only how its code comes.

#![cfg_attr(
    not(feature = "split"),
    allow(
        clippy::unnecessary_wraps,
        clippy::unused_async,
        reason = "only what is cut off has to be awaited, and can fail"
    )
)]

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
#[cfg(feature = "split")]
use leptos::wasm_split::{SplitLoaderError as NotFetched, wasm_split};
use unblock_core::board::ItemId;
use unblock_core::edit::Agenda;
use unblock_core::exchange::{Incoming, ReadError};
use unblock_core::view::Page;

use crate::keeper::Keeper;
use crate::session::{Session, Waits};
use crate::{compare, deal, map, matrix, meeting, pages, palette, panel, topbar, transfer, trouble, waits};

/// How long the page is left alone after its start.
const REST: Duration = Duration::from_millis(100);

/// What is said in place of a part that did not come.
const MISSED: &str = "This part of Unblock could not be loaded. The board is untouched.";

/// What is said where a part did not come that nobody asked for yet.
const NOT_ALL: &str = "Not all of Unblock could be loaded. What is missing is asked for when it is opened.";

/// What stands beside the board and is touched first.
#[derive(Clone, Copy)]
pub enum Aside {
    /// The panel of an item.
    Panel(ItemId),
    /// The question what an item waits for, or who waits for it.
    Waits(Waits),
    /// The lines of the filter's menu.
    Filter,
    /// The lines of a card's menu.
    CardMenu,
    /// The sheets that keys open over the page: the palette, and the line in which an action is typed.
    Sheets,
    /// The strip of a meeting, with its agenda.
    Strip(Memo<Option<Agenda>>),
}

/// A view that takes the board's place.
#[derive(Clone, Copy)]
pub enum View {
    /// A page of the open board.
    Page(Page),
    /// The list of boards.
    Boards,
    /// A file that waits for an answer.
    Import,
    /// Why a board cannot be shown.
    Trouble,
}

/// What reads files.
type Read = fn(Session, Option<&str>, &[u8]) -> Result<Incoming, ReadError>;

/// What is beside the board.
#[derive(Clone, Copy)]
pub struct Beside {
    show: fn(Aside) -> AnyView,
}

/// The other views, and what reads and writes files.
#[derive(Clone, Copy)]
pub struct Views {
    show: fn(View) -> AnyView,
    /// Reads a file or a text; the name where it has one.
    pub read: Read,
    /// Gives the open board away in a format.
    pub export: fn(Session, transfer::Export),
    /// Makes the example board and opens it.
    pub example: fn(Session),
}

/// A part on its way.
#[derive(Clone, Copy)]
pub enum Part<T> {
    /// It was not fetched yet, or is just being fetched.
    Awaited,
    /// It is here.
    Here(T),
    /// It did not come.
    Missed,
}

/// Which parts are here.
#[derive(Clone, Copy)]
pub struct Parts {
    beside: RwSignal<Part<Beside>>,
    views: RwSignal<Part<Views>>,
}

#[cfg_attr(feature = "split", wasm_split(keeper, wasm_split_path = leptos::wasm_split, fallible))]
fn load_keeper() -> Result<Keeper, NotFetched> {
    Ok(Keeper::new())
}

#[cfg_attr(feature = "split", wasm_split(beside, wasm_split_path = leptos::wasm_split, fallible))]
fn load_beside() -> Result<Beside, NotFetched> {
    fn show(what: Aside) -> AnyView {
        match what {
            Aside::Panel(id) => view! { <panel::Panel id /> }.into_any(),
            Aside::Waits(waits) => view! { <waits::WaitsQuestion waits /> }.into_any(),
            Aside::Filter => view! { <topbar::FilterLines /> }.into_any(),
            Aside::CardMenu => view! { <matrix::CardLines /> }.into_any(),
            Aside::Sheets => view! { <palette::CommandPalette /><meeting::ActionSheet /> }.into_any(),
            Aside::Strip(agenda) => view! { <meeting::Bar agenda /> }.into_any(),
        }
    }
    Ok(Beside { show })
}

#[cfg_attr(feature = "split", wasm_split(views, wasm_split_path = leptos::wasm_split, fallible))]
fn load_views() -> Result<Views, NotFetched> {
    fn show(what: View) -> AnyView {
        match what {
            View::Boards => view! { <pages::Boards /> }.into_any(),
            View::Import => view! { <transfer::ImportPage /> }.into_any(),
            View::Trouble => view! { <trouble::Trouble /> }.into_any(),
            View::Page(Page::Compare) => view! { <compare::Compare /> }.into_any(),
            View::Page(Page::Deal) => view! { <deal::Deal /> }.into_any(),
            View::Page(Page::Refused) => view! { <pages::Refused /> }.into_any(),
            View::Page(Page::Trash) => view! { <pages::Trash /> }.into_any(),
            View::Page(Page::Settings) => view! { <pages::Settings /> }.into_any(),
            View::Page(page) if Page::MEETING.contains(&page) => {
                view! { <meeting::MeetingView page /> }.into_any()
            }
            View::Page(lens) => view! { <map::Map lens /> }.into_any(),
        }
    }
    Ok(Views { show, read: transfer::parse, export: transfer::export, example: pages::open_example })
}

/// Without the split, all is in the one module.
#[cfg(not(feature = "split"))]
type NotFetched = std::convert::Infallible;

#[cfg(feature = "split")]
macro_rules! loaded {
    ($load:ident) => {
        $load().await.ok()
    };
}
#[cfg(not(feature = "split"))]
macro_rules! loaded {
    ($load:ident) => {
        $load().ok()
    };
}

/// What keeps boards. `None` where it does not come.
pub async fn keeper() -> Option<Keeper> {
    loaded!(load_keeper)
}

impl Parts {
    /// None is here yet.
    pub fn new() -> Self {
        Self { beside: RwSignal::new(Part::Awaited), views: RwSignal::new(Part::Awaited) }
    }

    /// Fetches all of them once the first screen is painted and the page at rest.
    pub fn fetch_soon(self, session: Session) {
        let fetch = async move {
            let beside = self.beside().await.is_some();
            if self.views().await.is_some() && beside {
                mark();
            } else {
                session.complain(NOT_ALL.to_owned());
            }
        };
        request_animation_frame(move || set_timeout(move || spawn_local(fetch), REST));
    }

    async fn beside(self) -> Option<Beside> {
        if let Part::Here(here) = begin(self.beside) {
            return Some(here);
        }
        let loaded = loaded!(load_beside);
        settle(self.beside, loaded);
        loaded
    }

    /// The views, fetched where they are not here. `None` where they do not come.
    pub async fn views(self) -> Option<Views> {
        if let Part::Here(here) = begin(self.views) {
            return Some(here);
        }
        let loaded = loaded!(load_views);
        settle(self.views, loaded);
        loaded
    }

    /// The views, where they are here.
    pub fn views_here(self) -> Option<Views> {
        match self.views.get_untracked() {
            Part::Here(views) => Some(views),
            Part::Awaited | Part::Missed => None,
        }
    }
}

/// Tells from outside that the page needs nothing more from its host.
fn mark() {
    if let Some(root) = document().document_element() {
        // Setting an attribute with a valid name cannot fail.
        _ = root.set_attribute("data-complete", "true");
    }
}

/// What is missed is awaited again.
fn begin<T: Copy + Send + Sync + 'static>(part: RwSignal<Part<T>>) -> Part<T> {
    let now = part.get_untracked();
    if matches!(now, Part::Missed) {
        part.set(Part::Awaited);
    }
    now
}

/// Whoever asked first settles it: what is here is not drawn twice.
fn settle<T: Copy + Send + Sync + 'static>(part: RwSignal<Part<T>>, loaded: Option<T>) {
    if !matches!(part.get_untracked(), Part::Here(_)) {
        part.set(loaded.map_or(Part::Missed, Part::Here));
    }
}

/// Something beside the board, as soon as its code is here.
pub fn beside(session: Session, what: Aside) -> impl Fn() -> AnyView {
    let parts = session.parts;
    let fetch = move || spawn_local(async move { _ = parts.beside().await });
    // These are closed at first, and can wait until the page is at rest.
    if !matches!(what, Aside::Filter | Aside::CardMenu | Aside::Sheets) {
        fetch();
    }
    move || match parts.beside.get() {
        Part::Here(beside) => (beside.show)(what),
        _ if matches!(what, Aside::Sheets) => ().into_any(),
        Part::Awaited => waiting(),
        Part::Missed => missed(fetch),
    }
}

/// A view in the board's place, as soon as its code is here.
pub fn view(session: Session, what: View) -> impl Fn() -> AnyView {
    let parts = session.parts;
    let fetch = move || spawn_local(async move { _ = parts.views().await });
    fetch();
    move || match parts.views.get() {
        Part::Here(views) => (views.show)(what),
        Part::Awaited => waiting(),
        Part::Missed => missed(fetch),
    }
}

/// Does something with the views: at once where they are here, else when they come. Where they do not, that is said.
pub fn with_views(session: Session, act: impl FnOnce(Views) + 'static) {
    if let Some(views) = session.parts.views_here() {
        return act(views);
    }
    spawn_local(async move {
        match session.views().await {
            Some(views) => act(views),
            None => session.complain(format!("{MISSED} Check the connection and try again.")),
        }
    });
}

fn waiting() -> AnyView {
    view! { <p class="nothing muted" role="status">"Loading…"</p> }.into_any()
}

fn missed(again: impl Fn() + 'static) -> AnyView {
    view! {
        <div class="nothing" role="alert">
            <p>{MISSED}" Check the connection."</p>
            <button type="button" class="button primary" on:click=move |_| again()>"Try again"</button>
        </div>
    }
    .into_any()
}
