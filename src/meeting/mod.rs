//! The Meeting: what is cut, what was decided, and what everyone leaves with. One view with several pages.
//!
//! Absent on purpose: what a cut does, what a decision needs and how minutes read. The core says that.

mod agenda;
mod decisions;
mod goal;
pub mod running;
mod stack;
mod strip;
mod texts;

use std::time::Duration;

use leptos::html;
use leptos::prelude::*;
use leptos::web_sys::HtmlElement;
use unblock_core::view::{Page, Route, due_count};

use crate::focus::{focus_is_lost, focus_on};
use crate::session::session;
use wasm_bindgen::JsCast;

use agenda::AgendaPage;
use decisions::DecisionsPage;
use goal::Goal;
use stack::StackPage;
use texts::{MinutesPage, StatusPage};

pub use decisions::{ActionSheet, OnItem, ask_for_action, begin_decision, decide_by};
pub use strip::{Bar, Strip};
pub use texts::{can_go_on, end_meeting, go_on};

/// How long the page takes to show what was done, another page too.
const SHOWN: Duration = Duration::from_millis(80);

/// Gives the focus to the first of these that the page has, where it was lost: what was pressed may be gone with what
/// it did, and the keyboard has to go on from somewhere.
fn go_on_from(selectors: &'static [&'static str]) {
    set_timeout(move || _ = focus_is_lost() && selectors.iter().any(|each| focus_on(each)), SHOWN);
}

/// The same, for one thing among others that are alike.
fn go_on_from_one(selector: String) {
    set_timeout(move || _ = focus_is_lost() && focus_on(&selector), SHOWN);
}

/// The Meeting.
#[component]
pub fn MeetingView(
    /// Which page of it.
    page: Page,
) -> impl IntoView {
    let shown = match page {
        Page::Agenda => view! { <AgendaPage /> }.into_any(),
        Page::Decisions => view! { <DecisionsPage /> }.into_any(),
        Page::Minutes => view! { <MinutesPage /> }.into_any(),
        Page::Status => view! { <StatusPage /> }.into_any(),
        _ => view! { <StackPage /> }.into_any(),
    };
    view! {
        <section class="map" aria-label="Meeting">
            <Pages page />
            <Goal />
            {shown}
        </section>
    }
}

/// Brings the page that is shown into the sight of its row.
fn show_current(row: &HtmlElement) {
    let link = row.query_selector("[aria-current]").ok().flatten();
    if let Some(link) = link.and_then(|link| link.dyn_into::<HtmlElement>().ok()) {
        row.set_scroll_left(link.offset_left() - row.offset_left());
    }
}

/// The links from one page of the Meeting to another.
#[component]
fn Pages(
    /// The one that is shown.
    page: Page,
) -> impl IntoView {
    let session = session();
    let link = move |to: Page| {
        let address = move || Route::Board(session.board.with(|board| board.id), to).to_string();
        let here = (to == page).then_some("page");
        let words = match to {
            Page::Agenda => "Goal and agenda",
            Page::Stack => "Stack and cut",
            Page::Decisions => "Decisions and actions",
            Page::Minutes => "Minutes",
            Page::Status => "Status and brief",
            _ => "",
        };
        let due = move || session.board.with(|board| due_count(board, session.today.get()));
        let due =
            move || Some(due()).filter(|n| to == Page::Decisions && *n > 0).map(|n| format!(" · {n} due"));
        view! { <a class="view-link" href=address aria-current=here>{words}{due}</a> }
    };
    let row = NodeRef::<html::Nav>::new();
    // On a phone the row is longer than the screen.
    Effect::new(move |_| {
        if let Some(row) = row.get() {
            request_animation_frame(move || show_current(&row));
        }
    });
    view! { <nav class="lenses" node_ref=row aria-label="Pages of the Meeting">{Page::MEETING.map(link)}</nav> }
}
