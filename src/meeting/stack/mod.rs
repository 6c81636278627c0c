//! The stack: one list by priority and order.
//!
//! Absent on purpose: what a cut does to the plan. The core says it.

mod row;

use leptos::html;
use leptos::prelude::*;
use unblock_core::board::Priority;
use unblock_core::view::stack::{Stack, stack};

use crate::parts::{Size, watch_size};
use crate::session::session;
use row::Row;

/// Height of a line in CSS pixels.
const ROW: f64 = 44.0;

/// The stack.
#[component]
pub fn StackPage() -> impl IntoView {
    let session = session();
    let shown = Memo::new(move |_| session.scene.with(|scene| stack(scene)));
    view! {
        <div class="stack">
            <List shown />
        </div>
    }
}

/// How far from the top of the list an item stands: each priority up to its own has a heading.
fn top(stack: &Stack, place: usize) -> f64 {
    let heads = stack.starts.iter().filter(|start| **start <= place).count();
    ROW * count(place + heads)
}

/// Counts are far below 2^52.
#[allow(clippy::cast_precision_loss, reason = "a count of lines is far below 2^52")]
const fn count(n: usize) -> f64 {
    n as f64
}

/// The list. Only lines in sight are in the page.
#[component]
fn List(
    /// The stack.
    shown: Memo<Stack>,
) -> impl IntoView {
    let list = NodeRef::<html::Div>::new();
    let size = RwSignal::new(Size::default());
    let scrolled = RwSignal::new(0.0_f64);
    Effect::new(move |_| {
        if let Some(list) = list.get() {
            watch_size(&list, size);
        }
    });
    let seen = move || {
        let (from, height) = (scrolled.get(), size.get().height);
        shown.with(|stack| {
            let near = |(place, _): &(usize, _)| {
                let at = top(stack, *place);
                at > from - 6.0 * ROW && at < from + height + 6.0 * ROW
            };
            stack.items.iter().copied().enumerate().filter(near).map(|(_, id)| id).collect::<Vec<_>>()
        })
    };
    let heads = Priority::ALL.map(|priority| view! { <Head priority shown /> });
    view! {
        <div class="stack-list" node_ref=list
            on:scroll=move |_| if let Some(list) = list.get_untracked() { scrolled.set(f64::from(list.scroll_top())) }>
            <div class="stack-room" role="list" aria-label="Stack"
                style:height=move || format!("{}px", shown.with(|stack| top(stack, stack.items.len())))>
                {heads}
                <For each=seen key=|id| *id children=move |id| view! { <Row id shown /> } />
            </div>
        </div>
    }
}

/// The heading of a priority: what stands under it has it.
#[component]
fn Head(
    /// Which.
    priority: Priority,
    /// The stack.
    shown: Memo<Stack>,
) -> impl IntoView {
    let words = move || {
        let here = shown.with(|stack| stack.places(priority).len());
        format!("{} · {here}", if priority == Priority::Backlog { "Backlog" } else { priority.word() })
    };
    let transform = move || {
        let at = shown.with(|stack| ROW * count(stack.starts[priority as usize] + priority as usize));
        format!("translateY({at}px)")
    };
    view! { <div class="stack-head" role="listitem" style:transform=transform><h2>{words}</h2></div> }
}
