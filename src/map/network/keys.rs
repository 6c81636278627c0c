//! Keys of the network: arrows go from card to card, Enter opens, with Alt they go from link to link, Delete removes
//! the chosen one, and + − 0 move the camera.

use leptos::prelude::*;
use leptos::web_sys::{HtmlElement, KeyboardEvent};
use unblock_core::board::{ItemId, LinkKey};
use unblock_core::edit::Action;
use unblock_core::gesture::{Chord, Intent, Step, intent};
use unblock_core::view::step;
use wasm_bindgen::JsCast;

use super::pointer::cancel;
use super::state::Net;
use crate::focus::{focus_is_lost, focused_in, is_typing};

/// Listens to the page's keys while the network is shown and nothing else has the focus.
pub fn listen(net: Net) {
    let handle = window_event_listener(leptos::ev::keydown, move |event| {
        if focus_is_lost() && act(net, &event) {
            event.prevent_default();
        }
    });
    on_cleanup(move || handle.remove());
}

/// A key pressed in the network. What it takes, the page does not hear of.
pub fn pressed(net: Net, event: &KeyboardEvent) {
    if !is_elsewhere() && act(net, event) {
        event.prevent_default();
        event.stop_propagation();
    }
}

/// True while somebody types, or a menu is open, or the focus is in the left column.
fn is_elsewhere() -> bool {
    is_typing() || focused_in(":popover-open, .side")
}

fn act(net: Net, event: &KeyboardEvent) -> bool {
    let letters = net.session().preferences.with_untracked(|preferences| !preferences.letters_off);
    let key = event.key();
    let command = event.ctrl_key() || event.meta_key();
    if (letters || key.starts_with("Arrow")) && net.lens.key(event) {
        return true;
    }
    if letters && !command && !event.alt_key() && matches!(key.as_str(), "f" | "F") {
        return zoom_to_selection(net);
    }
    let chord = Chord { key: &key, command, alt: event.alt_key(), shift: event.shift_key() };
    match intent(chord, false) {
        Some(Intent::Go { step, .. }) => go(net, step),
        Some(Intent::Reorder(step)) => choose_link(net, step),
        Some(Intent::Open) => open(net),
        Some(Intent::Toggle) => toggle(net),
        Some(Intent::Trash) => remove_link(net),
        Some(Intent::Escape) => cancel(net) || net.chosen.try_update(Option::take).flatten().is_some(),
        _ => false,
    }
}

/// Shows the selected card as large as it can be read, with what stands around it.
pub fn zoom_to_selection(net: Net) -> bool {
    let Some(id) = net.session().selection.with_untracked(|s| s.open.or(s.focus)) else { return false };
    let area = net.view.with_untracked(|view| view.node(id).map(|node| node.area().grown(160.0)));
    if let Some(area) = &area {
        net.lens.zoom_to(area);
    }
    area.is_some()
}

fn go(net: Net, way: Step) -> bool {
    let focus = net.session().selection.with_untracked(|selection| selection.focus);
    let to = net.view.with_untracked(|view| match focus.filter(|id| view.place(*id).is_some()) {
        Some(from) => step(view, from, way),
        None => view.chain.first().copied().or_else(|| view.nodes.first().map(|node| node.id)),
    });
    if let Some(to) = to {
        net.chosen.set(None);
        net.session().selection.update(|selection| selection.focus_on(to));
        if net.linking().is_some() {
            net.over.set(Some(to));
        }
    }
    to.is_some()
}

fn on_control() -> bool {
    focused_in("button, a[href]")
}

fn open(net: Net) -> bool {
    let focus = net.session().selection.with_untracked(|selection| selection.focus);
    match focus.filter(|id| !on_control() && net.view.with_untracked(|view| view.place(*id).is_some())) {
        Some(id) => net.session().selection.update(|selection| selection.open(id)),
        None => return false,
    }
    true
}

fn toggle(net: Net) -> bool {
    let focus = net.session().selection.with_untracked(|selection| selection.focus);
    if let Some(id) = focus.filter(|_| !on_control()) {
        net.session().selection.update(|selection| selection.toggle(id));
        return true;
    }
    false
}

/// The next link of the card with the focus: to the right those that leave it, to the left those that enter.
fn choose_link(net: Net, way: Step) -> bool {
    let Some(focus) = net.session().selection.with_untracked(|selection| selection.focus) else {
        return false;
    };
    let forward = matches!(way, Step::Right | Step::Down);
    let end = |key: &LinkKey| if forward { key.predecessor } else { key.successor };
    let keys: Vec<LinkKey> = net.view.with_untracked(|view| {
        view.wires.iter().map(|wire| wire.edge.key).filter(|key| end(key) == focus).collect()
    });
    let now = net.chosen.get_untracked().and_then(|key| keys.iter().position(|other| *other == key));
    let other = keys.get(now.map_or(0, |now| (now + 1) % keys.len())).copied();
    if let Some(key) = other {
        net.chosen.set(Some(key));
    }
    other.is_some()
}

fn remove_link(net: Net) -> bool {
    let chosen = net.chosen.get_untracked();
    if let Some(key) = chosen {
        net.chosen.set(None);
        net.session().dispatch(Action::Unlink(key));
    }
    chosen.is_some()
}

/// Gives a card the browser's focus, unless somebody is in a field, a menu or the panel.
pub fn focus_card(net: Net, id: ItemId) {
    if is_elsewhere() {
        return;
    }
    let Some(window) = net.lens.window.get_untracked() else { return };
    let card = window.query_selector(&format!(".node[data-node=\"{id}\"]")).ok().flatten();
    if let Some(card) = card.and_then(|card| card.dyn_into::<HtmlElement>().ok()) {
        let options = leptos::web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        // The camera moves by itself; a card that cannot be focused stays reachable with Tab.
        _ = card.focus_with_options(&options);
    }
}
