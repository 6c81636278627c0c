//! The network lens of the Map: cards in columns, links between them, a camera over both.
//!
//! Absent on purpose: where cards stand, how links run and what a link would do. They are in the core.

mod card;
mod keys;
mod link;
mod pointer;
mod state;
mod tools;
mod tray;

use std::sync::Arc;

use leptos::prelude::*;
use leptos::web_sys::FocusEvent;
use unblock_core::board::{BoardId, ItemId};
use unblock_core::view::wires;
use wasm_bindgen::JsCast;

use crate::focus::focus;
use crate::inbox::NEW_ITEM_FIELD;
use crate::later::in_next_frame;
use crate::session::session;
use card::NetworkCard;
use link::LinkBox;
use pointer::{cancel, click, forecast, line, press, release, travel};
use state::{Level, Net};
use tools::Tools;
use tray::Tray;

/// The network.
#[component]
pub fn Network() -> impl IntoView {
    let net = Net::new(session());
    keys::listen(net);
    open_camera(net);
    follow_selection(net);
    let is_empty = Memo::new(move |_| net.view.with(|view| view.nodes.is_empty()));
    view! {
        <div class="map-network" on:keydown=move |event| keys::pressed(net, &event)>
            <Tools net />
            <div class="net-window" node_ref=net.lens.window
                class:net-linking=move || net.linking().is_some() class:net-moves=net.lens.moves
                on:pointerdown=move |event| press(net, &event)
                on:pointermove=move |event| travel(net, &event)
                on:pointerup=move |event| release(net, &event)
                on:pointercancel=move |event| { net.lens.release(&event); cancel(net); }
                on:wheel=move |event| net.lens.wheel(&event)
                on:click=move |event| click(net, &event)
                on:focusin=move |event| focused(net, &event)>
                <Show when=move || is_empty.get()>
                    <NothingWaits net />
                </Show>
                <Drawing net />
                <Making net />
                <LinkBox net />
            </div>
            <Tray net />
        </div>
    }
}

/// What is said where nothing is drawn, and how that changes.
#[component]
fn NothingWaits(
    /// The network.
    net: Net,
) -> impl IntoView {
    let has_items = Memo::new(move |_| net.session().scene.with(|scene| !scene.live().is_empty()));
    view! {
        <div class="net-empty">
            <Show when=move || has_items.get() fallback=|| view! {
                <p>"Nothing to plan yet: write down what there is to do."</p>
                // The press of a button is not the beginning of a pull at the drawing.
                <button type="button" class="button primary" on:pointerdown=|event| event.stop_propagation()
                    on:click=|_| focus(NEW_ITEM_FIELD)>"Write the first item"</button>
            }>
                <p class="net-empty-head">"Nothing waits yet. Select an item, press L."</p>
                <p>"Or open an item: its panel asks what it waits for, and who waits for it."</p>
            </Show>
        </div>
    }
}

/// The cards and links that are in sight.
#[component]
fn Drawing(
    /// The network.
    net: Net,
) -> impl IntoView {
    let links = move || {
        let (part, chosen) = (net.part.get(), net.chosen.get());
        net.reach.with(|reach| {
            net.view.with(|view| wires(view, &part, reach.as_ref().map(|reach| reach.as_slice()), chosen))
        })
    };
    let shown = Memo::new(move |_| in_page(net));
    let entry = Memo::new(move |_| {
        let focus = net.session().selection.with(|selection| selection.focus);
        shown.with(|shown| focus.filter(|focus| shown.contains(focus)).or_else(|| shown.first().copied()))
    });
    let class = move || match net.level.get() {
        Level::Whole => "net-sheet",
        Level::Critical => "net-sheet net-far",
        Level::Block => "net-sheet net-far net-blocks",
    };
    // Of a title that keeps its size while the card gets smaller, as many lines as the card has room for.
    let lines = Memo::new(move |_| if net.lens.camera.get().zoom > 0.45 { "2" } else { "1" });
    view! {
        <div class="net-plane" node_ref=net.lens.plane>
            <div class=class style:--lines=move || lines.get() node_ref=net.lens.sheet>
                <svg class="net-links" aria-hidden="true" width="1" height="1">
                    <defs>
                        <pattern id="net-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                            <path d="M0 0V6" />
                        </pattern>
                    </defs>
                    <g inner_html=links></g>
                </svg>
                <div role="list" aria-label="Network, in reading order">
                    <For each=move || shown.get() key=|id| *id children=move |id| view! { <NetworkCard net id entry /> } />
                </div>
            </div>
        </div>
    }
}

/// The cards that have to be in the page: those in sight, and the one with the focus.
fn in_page(net: Net) -> Vec<ItemId> {
    let part = net.part.get();
    let focus = net.session().selection.with(|selection| selection.focus);
    net.view.with(|view| {
        let nodes = view.nodes.iter().filter(|node| node.area().meets(&part) || Some(node.id) == focus);
        nodes.map(|node| node.id).collect()
    })
}

/// A link in the making, with what it would do.
#[component]
fn Making(
    /// The network.
    net: Net,
) -> impl IntoView {
    let foretold = Memo::new(move |_| forecast(net));
    let words = move || foretold.get().map(|told| told.unwrap_or_else(|why| why));
    let hint = "Choose what waits for it. Escape ends this.".to_owned();
    Effect::new(move |_| {
        if let Some(words) = words() {
            net.session().said.set(words);
        }
    });
    let at = move || {
        let (at, size) = (net.pointer.get(), net.lens.size.get());
        // Beside the pointer, on the side where there is room.
        let across = if at.x > size.width / 2.0 { "calc(-100% - 16px)" } else { "16px" };
        let down = if at.y > size.height / 2.0 { "calc(-100% - 16px)" } else { "16px" };
        format!("translate({:.0}px, {:.0}px) translate({across}, {down})", at.x, at.y)
    };
    view! {
        <Show when=move || net.linking().is_some()>
            <svg class="net-making" aria-hidden="true"><path d=move || line(net) /></svg>
            <p class="net-told" aria-hidden="true" style:transform=at
                class:alarm=move || foretold.with(|told| matches!(told, Some(Err(_))))>
                {let hint = hint.clone(); move || words().unwrap_or_else(|| hint.clone())}
            </p>
        </Show>
    }
}

/// A card gets the browser's focus: it is the one that keys act on.
fn focused(net: Net, event: &FocusEvent) {
    let target = event.target().and_then(|target| target.dyn_into::<leptos::web_sys::Element>().ok());
    let id: Option<ItemId> = target
        .filter(|target| target.class_list().contains("node"))
        .and_then(|target| target.get_attribute("data-node"))
        .and_then(|id| id.parse().ok());
    if let Some(id) = id
        && net.session().selection.with_untracked(|selection| selection.focus != Some(id))
    {
        net.session().selection.update(|selection| selection.focus = Some(id));
    }
}

/// Sets the camera when a board is opened, as soon as the window has a size.
fn open_camera(net: Net) {
    let board = Memo::new(move |_| net.view.with(|view| view.board));
    let sized = Memo::new(move |_| net.lens.size.get().width > 0.0);
    Effect::new(move |was: Option<Option<BoardId>>| {
        let (now, was) = (board.get(), was.flatten());
        if !sized.get() {
            return was;
        }
        if was != Some(now) {
            let view = net.lens.view();
            net.lens.camera.set(net.view.with_untracked(|network: &Arc<_>| network.opening(&view)));
        }
        Some(now)
    });
}

/// What is selected is drawn, in sight, and has the browser's focus.
fn follow_selection(net: Net) {
    let focus =
        Memo::new(move |_| net.session().selection.with(|selection| selection.open.or(selection.focus)));
    let drawn =
        Memo::new(move |_| focus.get().is_some_and(|id| net.view.with(|view| view.place(id).is_some())));
    Effect::new(move |_| {
        let Some(id) = focus.get() else { return };
        if drawn.get() {
            // After the camera has opened and the card is in the page.
            in_next_frame(net.chosen, move || {
                net.reveal(id);
                in_next_frame(net.chosen, move || keys::focus_card(net, id));
            });
        } else {
            net.draw(id);
        }
    });
}
