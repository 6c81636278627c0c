//! The stack: one list by priority and order, with the line under which things are cut.
//!
//! Absent on purpose: what a cut does to the plan. The core says it.

mod divider;
mod drag;
mod line;
mod list;
mod menu;
mod panel;
mod row;
mod sent;
mod sight;
mod state;
mod tools;

use leptos::prelude::*;

use crate::focus::focus;
use crate::inbox::NEW_ITEM_FIELD;
use crate::session::session;
use list::List;
use panel::CutPanel;
use state::Cutting;
use tools::Tools;

/// The stack.
#[component]
pub fn StackPage() -> impl IntoView {
    let cutting = Cutting::new(session());
    let has_items = Memo::new(move |_| cutting.stack.with(|stack| !stack.items.is_empty()));
    let has_sent = move || cutting.sent.with(Option::is_some);
    view! {
        <Show when=move || has_items.get() || has_sent() fallback=|| view! { <NoItems /> }>
            <Tools cutting />
            <div class="stack">
                <List cutting />
                <CutPanel cutting />
            </div>
        </Show>
    }
}

/// What the page is for, where it has nothing to show.
#[component]
fn NoItems() -> impl IntoView {
    view! {
        <div class="nothing">
            <h2>"What do we do first, and what not at all?"</h2>
            <p>"Here stands all that is open, from P0 to the backlog. A line drawn through it says what doing less would win."</p>
            <button type="button" class="button primary" on:click=|_| focus(NEW_ITEM_FIELD)>"Write the first item"</button>
        </div>
    }
}
