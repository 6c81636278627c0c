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
use unblock_core::view::{Filter, Page};

use crate::focus::focus;
use crate::inbox::NEW_ITEM_FIELD;
use crate::parts::keep_filled;
use crate::session::session;
use drawing::Drawing;
use pulling::{Pulling, Tip};
use toolbar::Toolbar;

/// The timeline.
#[component]
pub fn Timeline() -> impl IntoView {
    let drawing = Drawing::new(session());
    // Rows, or how many items there are in the plan and on the board.
    let nothing = Memo::new(move |_| {
        let (rows, planned) = drawing.lines.with(|lines| (lines.all.len(), lines.planned));
        let is_blank = drawing.session().board.with(|board| board.items.is_empty());
        (rows == 0).then_some(if is_blank {
            Nothing::OnTheBoard
        } else if planned == 0 {
            Nothing::InThePlan
        } else {
            Nothing::Shown
        })
    });
    view! {
        <div class="map-timeline">
            <Toolbar drawing />
            {move || match nothing.get() {
                Some(what) => view! { <Empty drawing what /> }.into_any(),
                None => view! { <Chart drawing /> }.into_any(),
            }}
        </div>
    }
}

/// What there is nothing of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Nothing {
    OnTheBoard,
    InThePlan,
    Shown,
}

/// What is said where there is no row, with the one way on.
#[component]
fn Empty(
    /// What is drawn.
    drawing: Drawing,
    /// What there is nothing of.
    what: Nothing,
) -> impl IntoView {
    let (words, action) = match what {
        Nothing::OnTheBoard => {
            ("Nothing to plan yet: write down what there is to do.", "Write the first item")
        }
        Nothing::InThePlan => (
            "Nothing is in the plan yet. What is sorted, linked, or has a duration or a date gets a row here.",
            "Sort the Inbox",
        ),
        Nothing::Shown => ("No item of the plan is one that the filter shows.", "Show all"),
    };
    let act = move |_| match what {
        Nothing::OnTheBoard => focus(NEW_ITEM_FIELD),
        Nothing::InThePlan => drawing.session().go(Page::Deal),
        Nothing::Shown => drawing.session().filter.set(Filter::default()),
    };
    view! {
        <div class="nothing">
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
    let apart = StoredValue::new(0.0);
    let (head, days) = (NodeRef::new(), NodeRef::new());
    keep_filled(head, move || drawing.axis());
    keep_filled(days, move || drawing.days());
    let room = move || {
        let (lines, scale) = (drawing.lines.with(|lines| lines.height()), drawing.scale.get());
        let names = drawing.names();
        format!("--names:{names}px;width:{:.1}px;height:{lines}px", scale.width() + names)
    };
    view! {
        <div class="tl-scroll" node_ref=drawing.scroll tabindex="-1"
            on:scroll=move |_| drawing.scrolled()
            on:touchstart=move |event| keys::pinch(drawing, apart, &event)
            on:touchmove=move |event| keys::pinch(drawing, apart, &event)
            on:wheel=move |event| keys::wheel(drawing, &event)
            on:keydown=move |event| keys::pressed(drawing, pulling, &event)
            on:pointerdown=move |event| pulling.press(&event)
            on:mousedown=move |_| pulling.hold()
            on:pointermove=move |event| pulling.travel(&event)
            on:pointerup=move |_| pulling.release()
            on:pointercancel=move |_| _ = pulling.cancel()
            on:focusin=move |event| keys::focused(drawing, pulling, &event)
            on:click=move |event| keys::clicked(drawing, pulling, &event)>
            <div class="tl-room" prop:style=room>
                <div class="tl-head" aria-hidden="true" node_ref=head></div>
                <div class="tl-body">
                    <div class="tl-days" aria-hidden="true" node_ref=days prop:style=move || drawing.weekends()></div>
                    <div class="tl-names" aria-hidden="true" node_ref=drawing.name_column></div>
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
        <div class="tl-pulled" aria-hidden="true" prop:style=format!("top:{top}px;left:{:.1}px", bar.x)>
            <div class="tl-ghost" prop:style=format!("width:{:.1}px", bar.width)></div>
            <p class="tl-tip">{words}</p>
        </div>
    }
}
