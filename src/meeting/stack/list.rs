//! The list of the stack: dividers, items, the cut line. Only entries in sight are in the page.

use std::collections::HashMap;

use leptos::prelude::*;
use leptos::web_sys::KeyboardEvent;
use unblock_core::board::ItemId;
use unblock_core::view::stack::{Entry, Stack, capacity, usual};

use super::divider::Divider;
use super::drag::{Dragging, Grip};
use super::line::Line;
use super::menu::{RowMenu, RowMenuState};
use super::row::Row;
use super::state::{Cutting, GAP, ROW, count, entries_in};
use crate::focus::focus_on;
use crate::parts::watch_size;

/// Entries that are kept in the page above and below what is seen.
const SPARE: usize = 6;

/// Where the entries of the list stand, for each that is in the page.
pub type Places = Memo<HashMap<Entry, usize>>;

/// The list.
#[component]
pub fn List(
    /// What is weighed.
    cutting: Cutting,
) -> impl IntoView {
    let session = cutting.session;
    let dragging = Dragging::new(cutting);
    let (list, room) = (dragging.list, dragging.room);
    let menu = RowMenuState::new();
    let (size, scrolled) = (dragging.size, dragging.scrolled);
    Effect::new(move |_| {
        if let Some(list) = list.get() {
            watch_size(&list, size);
        }
    });
    let escape = window_event_listener(leptos::ev::keydown, move |event: KeyboardEvent| {
        if event.key() == "Escape" && dragging.cancel() {
            event.prevent_default();
            event.stop_immediate_propagation();
        }
    });
    on_cleanup(move || escape.remove());
    let window = Memo::new(move |_| {
        let first = entries_in(scrolled.get()).saturating_sub(SPARE);
        let end = entries_in(scrolled.get() + size.get().height) + SPARE;
        (first, end.min(cutting.stack.with(Stack::entries)))
    });
    let seen = move || {
        let (first, end) = window.get();
        cutting.stack.with(|stack| (first..end).filter_map(|at| stack.at(at)).collect::<Vec<Entry>>())
    };
    let places: Places = Memo::new(move |_| {
        let first = window.get().0;
        seen().into_iter().zip(first..).collect()
    });
    // One row of the list can be reached with Tab: the one with the focus, else the first in sight.
    let entry = Memo::new(move |_| {
        let focus = session.selection.with(|selection| selection.focus);
        places.with(|places| {
            let here = focus.filter(|focus| places.contains_key(&Entry::Item(*focus)));
            here.or_else(|| seen().into_iter().find_map(item_of))
        })
    });
    let height =
        move || format!("{}px", cutting.stack.with(|stack| ROW.mul_add(count(stack.entries()), GAP)));
    view! {
        <div class="stack-list" node_ref=list
            on:scroll=move |_| if let Some(list) = list.get_untracked() { scrolled.set(f64::from(list.scroll_top())) }
            on:pointerdown=move |event| dragging.press(&event)
            on:pointermove=move |event| dragging.travel(&event)
            on:pointerup=move |event| dragging.release(&event)
            on:pointercancel=move |_| _ = dragging.cancel()
            on:keydown=move |event| pressed(cutting, menu, &event)>
            <div class="stack-room" node_ref=room style:height=height>
                <Usual cutting />
                <div role="list" aria-label="Stack" class="stack-entries" class:stack-drags=move || dragging.carried.with(Option::is_some)>
                    <For each=seen key=|entry| *entry children=move |of| match of {
                        Entry::Divider(priority) => view! { <Divider priority cutting dragging places /> }.into_any(),
                        Entry::Item(id) => view! { <Row id cutting dragging places menu entry /> }.into_any(),
                    } />
                </div>
                <Capacity cutting />
                <Line cutting dragging />
                <Promise dragging />
            </div>
        </div>
        <RowMenu cutting state=menu />
    }
}

const fn item_of(entry: Entry) -> Option<ItemId> {
    match entry {
        Entry::Item(id) => Some(id),
        Entry::Divider(_) => None,
    }
}

/// What the lowest 20 to 30 % are, beside the list.
#[component]
fn Usual(
    /// What is weighed.
    cutting: Cutting,
) -> impl IntoView {
    let span = move || {
        cutting.stack.with(|stack| {
            let usual = usual(stack.items.len());
            let top = |above: usize| {
                let line = stack.line(above);
                ROW.mul_add(count(line), if line > cutting.line() { GAP } else { 0.0 })
            };
            (usual.start < usual.end).then(|| (top(usual.start), top(usual.end)))
        })
    };
    view! {
        <Show when=move || span().is_some()>
            <div class="stack-usual" title="The usual cut: the lowest 20 to 30 %" aria-hidden="true"
                style:transform=move || format!("translateY({}px)", span().unwrap_or_default().0)
                style:height=move || { let (top, end) = span().unwrap_or_default(); format!("{}px", end - top) }></div>
        </Show>
    }
}

/// Where the capacity ends.
#[component]
fn Capacity(
    /// What is weighed.
    cutting: Cutting,
) -> impl IntoView {
    let shown = Memo::new(move |_| {
        let view = cutting.session.scene.with(|scene| cutting.stack.with(|stack| capacity(scene, stack)));
        view.place.map(|place| (cutting.stack.with(|stack| stack.line(place)), view.line))
    });
    let top = move || {
        let entry = shown.get().map_or(0, |(entry, _)| entry);
        ROW.mul_add(count(entry), if entry > cutting.line() { GAP } else { 0.0 })
    };
    view! {
        <Show when=move || shown.with(Option::is_some)>
            <div class="stack-capacity" style:transform=move || format!("translateY({}px)", top())>
                <span>{move || shown.get().map(|(_, words)| words)}</span>
            </div>
        </Show>
    }
}

/// Where what is carried would be put, and what it would be then.
#[component]
fn Promise(
    /// What is carried.
    dragging: Dragging,
) -> impl IntoView {
    let shown = move || dragging.promise();
    view! {
        <Show when=move || dragging.carried.with(|c| c.as_ref().is_some_and(|c| c.grip != Grip::Line))>
            <div class="stack-insertion" aria-hidden="true"
                style:transform=move || format!("translateY({}px)", shown().map_or(0.0, |(top, _)| top - 3.0))>
                <span>{move || shown().map(|(_, words)| words)}</span>
            </div>
        </Show>
    }
}

/// Keys on a row: arrows go, with Alt they move it.
fn pressed(cutting: Cutting, menu: RowMenuState, event: &KeyboardEvent) {
    use wasm_bindgen::JsCast;
    let target = event.target().and_then(|target| target.dyn_into::<leptos::web_sys::Element>().ok());
    let row = target.and_then(|target| target.closest("[role=listitem][data-entry]").ok().flatten());
    let id = row.as_ref().and_then(|row| row.get_attribute("data-entry")?.parse::<ItemId>().ok());
    let (Some(id), false) = (id, event.ctrl_key() || event.meta_key()) else { return };
    let letters = cutting.session.preferences.with_untracked(|preferences| !preferences.letters_off);
    match event.key().as_str() {
        key @ ("ArrowUp" | "ArrowDown") if event.alt_key() => {
            cutting.step(id, key == "ArrowDown");
            go_to(cutting, id);
        }
        "ArrowUp" => walk(cutting, id, |at, _| at.saturating_sub(1)),
        "ArrowDown" => walk(cutting, id, |at, last| (at + 1).min(last)),
        "Home" => walk(cutting, id, |_, _| 0),
        "End" => walk(cutting, id, |_, last| last),
        "c" | "C" if letters => cutting.cut_below(id),
        "k" | "K" if letters => cutting.toggle_core(id),
        "p" | "P" if letters => raise(cutting, id),
        "m" | "M" if letters => menu.open_at(id),
        "ContextMenu" => menu.open_at(id),
        _ => return,
    }
    event.prevent_default();
    event.stop_propagation();
}

/// The next higher priority; after P0 comes backlog.
fn raise(cutting: Cutting, id: ItemId) {
    crate::commands::raise_priority(cutting.session, vec![id]);
    go_to(cutting, id);
}

fn walk(cutting: Cutting, from: ItemId, to: impl FnOnce(usize, usize) -> usize) {
    let next = cutting.stack.with_untracked(|stack| {
        let at = stack.place(from)?;
        stack.items.get(to(at, stack.items.len().saturating_sub(1))).copied()
    });
    if let Some(next) = next {
        go_to(cutting, next);
    }
}

/// Gives the focus to a row and brings it into sight.
fn go_to(cutting: Cutting, id: ItemId) {
    cutting.session.selection.update(|selection| selection.focus = Some(id));
    scroll_into_sight(cutting, id);
    // The row is in the page by the next frame.
    request_animation_frame(move || _ = focus_on(&format!("[data-entry='{id}'] .stack-title")));
}

fn scroll_into_sight(cutting: Cutting, id: ItemId) {
    let Some(list) = document().query_selector(".stack-list").ok().flatten() else { return };
    let place = cutting.stack.with_untracked(|stack| stack.place(id).map(|place| stack.entry(place)));
    let Some(top) = place.map(|entry| untrack(|| cutting.top(entry))) else { return };
    let (scrolled, seen) = (f64::from(list.scroll_top()), f64::from(list.client_height()));
    if top < scrolled {
        list.set_scroll_top(pixels(top - ROW));
    } else if top + 2.0 * ROW > scrolled + seen {
        list.set_scroll_top(pixels(top + 2.0 * ROW - seen));
    }
}

#[allow(clippy::cast_possible_truncation, reason = "a list is shorter than 2^31 pixels")]
fn pixels(n: f64) -> i32 {
    n.round() as i32
}
