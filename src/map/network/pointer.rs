//! Pointers on the network: they pan, select, open stubs, choose links, and make links from a card's handle to
//! another card, by a drag or by two clicks. What a link would do is said before it is made.

use leptos::prelude::*;
use leptos::web_sys::{Element, MouseEvent, PointerEvent};
use unblock_core::board::{ItemId, LinkKey, LinkKind};
use unblock_core::edit::{Action, Command};
use unblock_core::gesture::{Effect as Do, Input, Nudge, Point, Pointer};
use unblock_core::view::foretold;
use wasm_bindgen::JsCast;

use super::state::Net;

/// What an event is about: the nearest element around it with an attribute, and the attribute.
fn near(target: Option<Element>, attribute: &str) -> Option<String> {
    target?.closest(&format!("[{attribute}]")).ok().flatten()?.get_attribute(attribute)
}

fn target(event: &MouseEvent) -> Option<Element> {
    event.target().and_then(|target| target.dyn_into().ok())
}

/// The card or the chip of the tray around an element.
fn item(element: Option<Element>) -> Option<ItemId> {
    near(element, "data-node").and_then(|id| id.parse().ok())
}

/// A pointer comes down: on a handle it may draw a link, anywhere else it may pan.
pub fn press(net: Net, event: &PointerEvent) {
    let element = target(event);
    let from = near(element.clone(), "data-handle").and_then(|_| item(element.clone()));
    if event.button() != 0 || near(element, "data-tool").is_some() {
        return;
    }
    net.lens.measure();
    match from {
        Some(from) => {
            let (pointer, at) = (event.pointer_id(), net.lens.point(event));
            step(net, Input::Press { pointer, with: Pointer::FingerOnHandle, at, items: vec![from] });
        }
        None => net.lens.press(event),
    }
}

/// A pointer moves.
pub fn travel(net: Net, event: &PointerEvent) {
    let at = net.lens.point(event);
    let was = is_drawn(net);
    step(net, Input::Move { pointer: event.pointer_id(), at });
    if is_drawn(net) || net.from.get_untracked().is_some() {
        net.pointer.set(at);
        let here = document().element_from_point(real(event.client_x()), real(event.client_y()));
        let over = item(here).filter(|id| Some(*id) != net.linking());
        if net.over.get_untracked() != over {
            net.over.set(over);
        }
        if let (false, true, Some(window)) = (was, is_drawn(net), net.lens.window.get_untracked()) {
            // Without the capture a drag still works inside of the window.
            _ = window.set_pointer_capture(event.pointer_id());
        }
    }
    if is_drawn(net) {
        pan_at_edges(net, at);
    }
    net.lens.travel(event);
}

/// While a link is drawn, the drawing comes along near the window's edges.
fn pan_at_edges(net: Net, at: Point) {
    let size = net.lens.size.get_untracked();
    let push = |at: f64, room: f64| (24.0 - at).max(0.0) - (at - room + 24.0).max(0.0);
    let (dx, dy) = (push(at.x, size.width).clamp(-24.0, 24.0), push(at.y, size.height).clamp(-24.0, 24.0));
    if dx != 0.0 || dy != 0.0 {
        net.lens.nudge(Nudge::Pan(dx, dy));
    }
}

#[expect(clippy::cast_precision_loss, reason = "pixels of a screen are few")]
fn real(pixels: i32) -> f32 {
    pixels as f32
}

fn is_drawn(net: Net) -> bool {
    net.drag.with_untracked(|drag| !drag.lifted().is_empty())
}

/// A pointer is lifted.
pub fn release(net: Net, event: &PointerEvent) {
    net.lens.release(event);
    step(net, Input::Release { pointer: event.pointer_id() });
}

/// A pointer is lost, or Escape was pressed: no link is made. False where none was in the making.
pub fn cancel(net: Net) -> bool {
    let linking = net.linking().is_some();
    step(net, Input::Cancel);
    net.from.set(None);
    net.over.set(None);
    linking
}

fn step(net: Net, input: Input) {
    let (drag, effect) = net.drag.get_untracked().step(input);
    let changes = net.drag.with_untracked(|now| now.lifted() != drag.lifted());
    if changes {
        net.drag.set(drag);
    } else {
        net.drag.update_untracked(|now| *now = drag);
    }
    if let Do::Drop(items, _) = effect {
        if let (Some(from), Some(to)) = (items.first(), net.over.get_untracked()) {
            link(net, *from, to);
        }
        net.over.set(None);
    }
}

/// Makes a link; where it is refused, the page says why.
fn link(net: Net, from: ItemId, to: ItemId) {
    net.session().dispatch(Action::link(key(from, to)));
}

const fn key(predecessor: ItemId, successor: ItemId) -> LinkKey {
    LinkKey { predecessor, successor, kind: LinkKind::FinishToStart }
}

/// What the link in the making would do, or why it cannot be made. `None` over nothing.
pub fn forecast(net: Net) -> Option<Result<String, String>> {
    let (from, to) = (net.linking()?, net.over.get()?);
    let exists = net.session().board.with(|board| board.links.contains_key(&key(from, to)));
    if exists {
        return Some(Ok("linked already".to_owned()));
    }
    let command = Command { stamp: net.session().stamp(), action: Action::link(key(from, to)) };
    Some(net.session().scene.with(|scene| foretold(scene, &command)))
}

/// A click that does not end a pan.
pub fn click(net: Net, event: &MouseEvent) {
    let element = target(event);
    if net.lens.has_moved() || near(element.clone(), "data-tool").is_some() {
        return;
    }
    let id = item(element.clone());
    if let (Some(from), Some(to)) = (net.from.get_untracked(), id) {
        net.from.set(None);
        net.over.set(None);
        if from != to {
            link(net, from, to);
        }
        return;
    }
    match id {
        Some(id) if near(element.clone(), "data-handle").is_some() => net.from.set(Some(id)),
        Some(id) => match near(element, "data-stub") {
            Some(side) => net.open_stub(id, side == "before"),
            None => select(net, id, event),
        },
        None => click_on_ground(net, net.lens.point(event)),
    }
}

fn select(net: Net, id: ItemId, event: &MouseEvent) {
    net.chosen.set(None);
    net.session().selection.update(|selection| {
        if event.ctrl_key() || event.meta_key() || event.shift_key() {
            selection.toggle(id);
        } else {
            selection.open(id);
        }
    });
}

/// Beside all cards: a link near the point is chosen, else nothing is selected any more.
fn click_on_ground(net: Net, at: Point) {
    let camera = net.lens.camera.get_untracked();
    let found = net.view.with_untracked(|view| view.wire_at(camera.at(at), camera.zoom));
    cancel(net);
    net.chosen.set(found);
    if found.is_none() {
        net.session().selection.update(|selection| {
            selection.chosen.clear();
            selection.open = None;
        });
    }
}

/// The line from the card to the pointer while a link is made, in the window.
pub fn line(net: Net) -> Option<String> {
    let from = net.linking()?;
    let camera = net.lens.camera.get();
    let start = net.view.with(|view| view.node(from).map(unblock_core::view::Node::area));
    let to = net.pointer.get();
    let start = start.map_or(to, |area| camera.seen(Point { x: area.right(), y: area.middle().y }));
    let bend = ((to.x - start.x) / 2.0).abs().max(30.0);
    Some(format!(
        "M{:.0} {:.0}C{:.0} {:.0} {:.0} {:.0} {:.0} {:.0}",
        start.x,
        start.y,
        start.x + bend,
        start.y,
        to.x - bend,
        to.y,
        to.x,
        to.y
    ))
}
