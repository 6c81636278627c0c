//! "What does this wait for?": a question that is answered by a few letters and Enter, and stays for the next answer.
//! It stands where the item's panel stands, so that the page under it can be used.
//!
//! Absent on purpose: how items are found and which links may be made. The core decides that.

mod finder;

use leptos::prelude::*;
use unblock_core::edit::Side;

use crate::focus::focus_on;
use crate::panel::LinkList;
use crate::parts::{Icon, Shape};
use crate::session::{Waits, session};
use finder::Finder;

/// The question with its field, and what has been answered already.
#[component]
pub fn WaitsQuestion(
    /// What is asked.
    waits: Waits,
) -> impl IntoView {
    let session = session();
    let Waits { item, side } = waits;
    let title = move || {
        session.board.with(|board| board.item(item).map(|item| item.title.to_string())).unwrap_or_default()
    };
    give_back_focus();
    let (before, after, known) = match side {
        Side::Before => ("What does ", " wait for?", "It waits for"),
        Side::After => ("Who waits for ", "?", "These wait for it"),
    };
    let is_linked = Memo::new(move |_| {
        session.board.with(|board| match side {
            Side::Before => board.waits_for(item).next().is_some(),
            Side::After => board.awaited_in(item).next().is_some(),
        })
    });
    view! {
        <section class="panel waits" aria-labelledby="waits-head">
            <header class="panel-head">
                <button type="button" class="button quiet" on:click=move |_| session.waits.set(None)>
                    <Icon shape=Shape::Back />"Close"
                </button>
            </header>
            <div class="panel-body">
                <h2 id="waits-head" class="panel-title">{before}<em class="waits-item" dir="auto">{title}</em>{after}</h2>
                <Finder waits />
                <Show when=move || is_linked.get()>
                    <h3>{known}</h3>
                    <LinkList id=item side />
                </Show>
            </div>
        </section>
    }
}

/// When the question closes, the focus goes back to where it was, as far as that is still there.
fn give_back_focus() {
    let came_from = document().active_element().and_then(|active| {
        let id = active.id();
        let item = active.closest("[data-item]").ok().flatten().and_then(|e| e.get_attribute("data-item"));
        if id.is_empty() { item.map(|item| format!("[data-item='{item}']")) } else { Some(format!("#{id}")) }
    });
    on_cleanup(move || {
        if let Some(selector) = came_from {
            request_animation_frame(move || _ = focus_on(&selector));
        }
    });
}
