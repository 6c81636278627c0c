//! Value against effort as a chart: its axes, its marks, and what is told of one. The table is its equal for screen
//! readers, and says so.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::{html, svg};
use unblock_core::board::{ItemId, Quadrant};
use unblock_core::view::compare::{BOTTOM, Chart as View, LEFT, RIGHT, TOP, chart};
use unblock_core::view::straight;

use super::marks::{clicked, focused, item_of, keep_drawn, pressed, shape};
use super::state::{Comparing, Lens};
use crate::parts::{Size, watch_size};
use crate::session::session;

/// What stands under the chart before anything is told of a mark.
const TOLD: &str =
    "Left and up is better. Point at a mark, or walk with the arrows; Enter opens, Space chooses.";

/// The chart.
#[component]
pub fn Chart() -> impl IntoView {
    let comparing = expect_context::<Comparing>();
    let session = session();
    let size = RwSignal::new(Size::default());
    let room = NodeRef::<html::Div>::new();
    Effect::new(move |_| {
        if let Some(room) = room.get() {
            watch_size(&room, size);
        }
    });
    let view = Memo::new(move |_| {
        let (method, Size { width, height }) = (comparing.method.get(), size.get());
        session
            .scene
            .with(|scene| session.filter.with(|filter| Arc::new(chart(scene, filter, method, width, height))))
    });
    let marks = NodeRef::<svg::G>::new();
    keep_drawn(comparing, view, marks);
    // Under the pointer, else with the focus: what is told of it stands under the chart.
    let pointed = RwSignal::new(None::<ItemId>);
    let told = move || {
        let item = pointed.get().or_else(|| session.selection.with(|selection| selection.focus));
        view.with(|view| item.and_then(|item| view.mark(item)).map(|mark| straight(&mark.words)))
    };
    let foot = move || view.with(|view| foot(view.marks.len(), view.unscored));
    view! {
        <div class="cmp-chart-room" node_ref=room>
            <svg class="cmp-chart" width=move || size.get().width height=move || size.get().height role="group"
                aria-label="Value against effort. The table says the same."
                on:keydown=move |event| pressed(comparing, view, &event) on:click=move |event| clicked(comparing, &event)
                on:focusin=move |event| focused(comparing, &event) on:mouseover=move |event| pointed.set(item_of(&event))
                on:mouseleave=move |_| pointed.set(None)>
                {move || view.with(|view| axes(view, size.get()))}
                <g node_ref=marks></g>
            </svg>
        </div>
        <p class="cmp-told" aria-hidden="true" dir="auto">{move || told().unwrap_or_else(|| TOLD.to_owned())}</p>
        <div class="cmp-legend">
            <span>{foot}" "<button type="button" class="link" on:click=move |_| comparing.lens.set(Lens::Table)>"The same as a table"</button></span>
            <Legend />
        </div>
    }
}

fn foot(scored: usize, unscored: usize) -> String {
    match (scored, unscored) {
        (0, _) => "No option that the filter shows has a score yet.".to_owned(),
        (_, 0) => String::new(),
        (_, 1) => "1 option has no score and is not drawn.".to_owned(),
        (_, many) => format!("{many} options have no score and are not drawn."),
    }
}

/// The shapes with their quadrants, and what the size says.
#[component]
fn Legend() -> impl IntoView {
    let session = session();
    let name = move |quadrant: Option<Quadrant>| match quadrant {
        None => "Inbox".to_owned(),
        Some(quadrant) => session.board.with(|board| board.about.quadrants.name(quadrant).to_owned()),
    };
    let places = Quadrant::ALL.into_iter().map(Some).chain([None]);
    view! {
        <span class="cmp-shapes" aria-hidden="true">
            {places.map(|place| view! {
                <span><svg width="18" height="18" viewBox="-9 -9 18 18"><path class="cmp-shape" d=shape(place, 7.0) /></svg>{move || name(place)}</span>
            }).collect_view()}
            <span>"larger: more confident"</span>
        </span>
    }
}

fn axes(view: &View, size: Size) -> AnyView {
    let (right, foot) = (size.width - RIGHT, size.height - BOTTOM);
    let middle = TOP.midpoint(foot);
    let across = view.x.ticks.iter().map(|(x, figure)| {
        view! {
            <path class="cmp-line" d=format!("M{x:.1} {TOP}V{foot:.1}") />
            <text x=*x y=foot + 24.0 text-anchor="middle">{figure.clone()}</text>
        }
    });
    let up = view.y.ticks.iter().map(|(y, figure)| {
        view! {
            <path class="cmp-line" d=format!("M{LEFT} {y:.1}H{right:.1}") />
            <text x=LEFT - 8.0 y=y + 5.0 text-anchor="end">{figure.clone()}</text>
        }
    });
    view! {
        <g class="cmp-axes" aria-hidden="true">
            {across.collect_view()}
            {up.collect_view()}
            <text class="cmp-axis" x=LEFT.midpoint(right) y=foot + 52.0 text-anchor="middle">{view.x.name}</text>
            <text class="cmp-axis" transform=format!("translate(18 {middle:.1}) rotate(-90)") text-anchor="middle">{view.y.name}</text>
        </g>
    }
    .into_any()
}
