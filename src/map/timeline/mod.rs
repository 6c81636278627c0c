//! The timeline lens of the Map: rows along a date axis.
//!
//! The browser scrolls; rows and ticks in sight are drawn by hand, in one go, whenever the board, the selection or
//! the part in sight changes. Absent on purpose: where things stand and what they say. That is the core's.

mod drawing;
mod keys;
mod markup;
mod paint;
mod pulling;
mod toolbar;

use leptos::prelude::*;
use unblock_core::view::Filter;
use unblock_core::view::Page;

use crate::inbox::NEW_ITEM_FIELD;
use crate::keyboard::focus;
use crate::session::session;
use drawing::Drawing;
use pulling::{Pulling, Tip};
use toolbar::Toolbar;

/// The timeline.
#[component]
pub fn Timeline() -> impl IntoView {
    let drawing = Drawing::new(session());
    let is_empty = Memo::new(move |_| drawing.lines.with(|lines| lines.all.is_empty()));
    view! {
        <div class="map-timeline">
            <Toolbar drawing />
            {move || if is_empty.get() { view! { <Nothing drawing /> }.into_any() } else { view! { <Chart drawing /> }.into_any() }}
        </div>
    }
}

/// What is said where there is no row, with the one way on.
#[component]
fn Nothing(
    /// What is drawn.
    drawing: Drawing,
) -> impl IntoView {
    let session = drawing.session();
    let (planned, items) = (
        drawing.lines.with_untracked(|lines| lines.planned),
        session.board.with_untracked(|board| board.live().len()),
    );
    let (words, action) = match (planned, items) {
        (0, 0) => ("Nothing to plan yet: write down what there is to do.", "Write the first item"),
        (0, _) => (
            "Nothing is in the plan yet. What is sorted, linked, or has a duration or a date gets a row here.",
            "Sort the Inbox",
        ),
        _ => ("No item of the plan is one that the filter shows.", "Show all"),
    };
    let act = move |_| match (planned, items) {
        (0, 0) => focus(NEW_ITEM_FIELD),
        (0, _) => session.go(Page::Deal),
        _ => session.filter.set(Filter::default()),
    };
    view! {
        <div class="tl-nothing">
            <p>{words}</p>
            <button type="button" class="button primary" on:click=act>{action}</button>
        </div>
    }
}

/// The axis and the rows.
#[component]
fn Chart(
    /// What is drawn.
    drawing: Drawing,
) -> impl IntoView {
    drawing.begin();
    paint::keep_painted(drawing);
    keys::zoom_by_keys(drawing);
    let pulling = Pulling::new(drawing);
    let room = move || {
        let (lines, scale) = (drawing.lines.with(|lines| lines.height()), drawing.scale.get());
        let names = drawing.names();
        format!("--names:{names}px;width:{:.1}px;height:{lines}px", scale.width() + names)
    };
    view! {
        <div class="tl-scroll" node_ref=drawing.scroll tabindex="-1"
            on:scroll=move |_| drawing.scrolled()
            on:wheel=move |event| keys::wheel(drawing, &event)
            on:keydown=move |event| keys::pressed(drawing, pulling, &event)
            on:pointerdown=move |event| pulling.press(&event)
            on:pointermove=move |event| pulling.travel(&event)
            on:pointerup=move |_| pulling.release()
            on:pointercancel=move |_| _ = pulling.cancel()
            on:focusin=move |event| keys::focused(drawing, pulling, &event)
            on:click=move |event| keys::clicked(drawing, pulling, &event)>
            <div class="tl-room" style=room>
                <div class="tl-head" aria-hidden="true" inner_html=move || drawing.axis()></div>
                <div class="tl-body">
                    <div class="tl-days" aria-hidden="true" style=move || drawing.weekends() inner_html=move || drawing.days()></div>
                    <div class="tl-rows" role="list" aria-label="Timeline" node_ref=drawing.rows></div>
                    {move || pulling.tip.get().map(|tip| view! { <Said tip /> })}
                    <svg class="tl-threads" aria-hidden="true" width="1" height="1"><path d=drawing.threads /></svg>
                </div>
            </div>
        </div>
    }
}

/// What a pulled bar would do, beside where it would stand.
#[component]
fn Said(
    /// What is said, and where.
    tip: Tip,
) -> impl IntoView {
    let Tip { top, bar, words } = tip;
    view! {
        <div class="tl-pulled" aria-hidden="true" style=format!("top:{top}px;left:{:.1}px", bar.x)>
            <div class="tl-ghost" style=format!("width:{:.1}px", bar.width)></div>
            <p class="tl-tip">{words}</p>
        </div>
    }
}
