//! Value against effort as a chart of marks that can be walked with the keys. The table is its equal for screen readers.

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;
use leptos::web_sys::{HtmlElement, KeyboardEvent};
use unblock_core::board::{ItemId, Quadrant};
use unblock_core::view::compare::{BOTTOM, Chart as View, LEFT, Label, Mark, RIGHT, TOP, chart};
use wasm_bindgen::JsCast;

use super::state::{Comparing, Lens};
use crate::parts::{Size, watch_size};
use crate::session::session;

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
    let foot = move || view.with(|view| foot(view.marks.len(), view.unscored));
    view! {
        <div class="cmp-chart-room" node_ref=room>
            <svg class="cmp-chart" width=move || size.get().width height=move || size.get().height role="group" aria-label="Value against effort"
                on:keydown=move |event| pressed(comparing, view, &event)>
                {move || view.with(|view| axes(view, size.get()))}
                {move || view.with(|view| view.marks.iter().map(|mark| drawn(comparing, view, mark)).collect_view())}
            </svg>
        </div>
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

/// A quadrant's shape: square, circle, triangle, cross; a diamond is the Inbox.
fn shape(quadrant: Option<Quadrant>, r: f64) -> String {
    let (s, t) = (r * 0.89, r * 0.42);
    match quadrant {
        Some(Quadrant::Do) => format!("M-{s} -{s}H{s}V{s}H-{s}z"),
        Some(Quadrant::Schedule) => format!("M-{r} 0a{r} {r} 0 1 0 {d} 0a{r} {r} 0 1 0 -{d} 0z", d = 2.0 * r),
        Some(Quadrant::Delegate) => format!("M0 -{r}L{r} {s}H-{r}z"),
        Some(Quadrant::Eliminate) => {
            format!("M-{t} -{r}H{t}V-{t}H{r}V{t}H{t}V{r}H-{t}V{t}H-{r}V-{t}H-{t}z")
        }
        None => format!("M0 -{r}L{r} 0L0 {r}L-{r} 0z"),
    }
}

fn drawn(comparing: Comparing, view: &View, mark: &Mark) -> AnyView {
    let session = comparing.session();
    let item = mark.item;
    let is_entry = move |first: bool| {
        let focus = session.selection.with(|selection| selection.focus);
        if focus == Some(item) || (first && focus.is_none()) { "0" } else { "-1" }
    };
    let first = view.marks.first().is_some_and(|first| first.item == item);
    let chosen = move || comparing.options().contains(&item);
    let spoken = {
        let words = mark.words.clone();
        move || if chosen() { format!("{words}, chosen") } else { words.clone() }
    };
    let label = mark.label.clone().map(|Label { x, is_before, title }| {
        view! { <text x=x y="5" text-anchor=if is_before { "end" } else { "start" }>{title}</text> }
    });
    view! {
        <g class="cmp-mark" class:cmp-chosen=chosen role="button" data-item=item.to_string() tabindex=move || is_entry(first)
            transform=format!("translate({:.1} {:.1})", mark.x, mark.y) aria-label=spoken
            on:focus=move |_| session.selection.update(|s| s.focus_on(item))
            on:click=move |_| session.selection.update(|s| s.open(item))>
            <title>{mark.words.clone()}</title>
            <path class="cmp-shape" d=shape(mark.quadrant, mark.radius) />
            {label}
        </g>
    }
    .into_any()
}

/// Arrows walk over the marks, Space chooses, Enter opens.
fn pressed(comparing: Comparing, view: Memo<Arc<View>>, event: &KeyboardEvent) {
    let session = comparing.session();
    let focus = session.selection.with_untracked(|selection| selection.focus);
    let steps = match event.key().as_str() {
        "ArrowRight" | "ArrowDown" => 1,
        "ArrowLeft" | "ArrowUp" => -1,
        "Home" => isize::MIN / 2,
        "End" => isize::MAX / 2,
        " " | "Enter" => 0,
        _ => return,
    };
    event.prevent_default();
    event.stop_propagation();
    match (event.key().as_str(), focus) {
        (" ", Some(item)) => comparing.toggle(item),
        ("Enter", Some(item)) => session.selection.update(|selection| selection.open(item)),
        _ => {
            if let Some(to) = view.with_untracked(|view| view.step(focus, steps)) {
                focus_mark(to);
            }
        }
    }
}

fn focus_mark(item: ItemId) {
    let found = document().query_selector(&format!(".cmp-mark[data-item='{item}']")).ok().flatten();
    // An element of a drawing takes the focus as one of the page does; one that cannot can still be clicked.
    _ = found.map(|mark| mark.unchecked_into::<HtmlElement>().focus());
}
