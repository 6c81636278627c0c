//! Keys, the wheel, clicks and the focus.

use leptos::prelude::*;
use leptos::web_sys::{Element, Event, KeyboardEvent, MouseEvent, TouchEvent, WheelEvent};
use unblock_core::board::ItemId;
use unblock_core::view::timeline::{Grip, STEP};
use wasm_bindgen::JsCast;

use super::drawing::Drawing;
use super::paint::focus_on;
use super::pulling::Pulling;
use crate::focus::{focused_in, is_typing};
use crate::later::in_next_frame;

/// One step of zooming is so many pixels of a wheel.
const WHEEL: f64 = 240.0;

/// The element that something happened to.
pub fn target(event: &Event) -> Option<Element> {
    event.target().and_then(|target| target.dyn_into::<Element>().ok())
}

/// The item of the row that something happened in.
pub fn row_of(event: &Event) -> Option<ItemId> {
    let row = target(event)?.closest("[data-item], [data-row]").ok().flatten()?;
    row.get_attribute("data-item").or_else(|| row.get_attribute("data-row"))?.parse().ok()
}

/// Ctrl and the wheel zoom, and so does a pinch on a touchpad; anything else scrolls.
pub fn wheel(drawing: Drawing, event: &WheelEvent) {
    if event.ctrl_key() || event.meta_key() {
        event.prevent_default();
        let left =
            drawing.scroll.get_untracked().map_or(0.0, |scroll| scroll.get_bounding_client_rect().left());
        drawing.zoom(-event.delta_y() / WHEEL, Some(f64::from(event.client_x()) - left));
    }
}

/// Two fingers zoom; one scrolls. `apart` is how far they were apart.
pub fn pinch(drawing: Drawing, apart: StoredValue<f64>, event: &TouchEvent) {
    let touches = event.touches();
    let (Some(one), Some(two), 2) = (touches.get(0), touches.get(1), touches.length()) else {
        apart.set_value(0.0);
        return;
    };
    event.prevent_default();
    let (across, down) =
        (f64::from(one.client_x() - two.client_x()), f64::from(one.client_y() - two.client_y()));
    let (was, now) = (apart.get_value(), across.hypot(down).max(1.0));
    apart.set_value(now);
    if was > 0.0 {
        let left =
            drawing.scroll.get_untracked().map_or(0.0, |scroll| scroll.get_bounding_client_rect().left());
        let middle = f64::from(one.client_x()).midpoint(f64::from(two.client_x()));
        drawing.zoom((now / was).log(STEP), Some(middle - left));
    }
}

/// `+`, `−` and `0` zoom, wherever the focus is but in a field.
pub fn zoom_by_keys(drawing: Drawing) {
    let handle = window_event_listener(leptos::ev::keydown, move |event: KeyboardEvent| {
        let has_more = event.ctrl_key() || event.meta_key() || event.alt_key();
        let letters_off =
            drawing.session().preferences.with_untracked(|p| p.letters_off) && !focused_in(".map-timeline");
        if has_more || letters_off || is_typing() || focused_in(":popover-open") {
            return;
        }
        match event.key().as_str() {
            "+" | "=" => drawing.zoom(1.0, None),
            "-" | "−" => drawing.zoom(-1.0, None),
            "0" => drawing.fit(),
            _ => return,
        }
        event.prevent_default();
    });
    on_cleanup(move || handle.remove());
}

/// Keys on a row: arrows walk, with Alt they change its start and with Shift too its length; Enter opens, Escape puts a
/// pulled bar back.
pub fn pressed(drawing: Drawing, pulling: Pulling, event: &KeyboardEvent) {
    let Some(row) = row_of(event).filter(|_| !event.ctrl_key() && !event.meta_key()) else { return };
    let on_button = target(event).is_some_and(|target| target.tag_name() == "BUTTON");
    let grip = if event.shift_key() { Grip::End } else { Grip::Whole };
    match event.key().as_str() {
        "ArrowRight" if event.alt_key() => pulling.nudge(row, grip, 1),
        "ArrowLeft" if event.alt_key() => pulling.nudge(row, grip, -1),
        "Escape" if pulling.cancel() => {}
        _ if event.alt_key() => return,
        "ArrowDown" => walk(drawing, 1),
        "ArrowUp" => walk(drawing, -1),
        "PageDown" => walk(drawing, 15),
        "PageUp" => walk(drawing, -15),
        "Home" => walk(drawing, isize::MIN / 2),
        "End" => walk(drawing, isize::MAX / 2),
        "Enter" if !on_button => open(drawing, Some(row)),
        _ => return,
    }
    event.prevent_default();
    event.stop_propagation();
}

fn walk(drawing: Drawing, rows: isize) {
    let from = untrack(|| drawing.subject());
    let Some(to) = drawing.lines.with_untracked(|lines| lines.step(from, rows)) else { return };
    drawing.session().selection.update(|selection| selection.focus_on(to));
    drawing.show(to);
    take_focus(drawing, to);
}

fn open(drawing: Drawing, id: Option<ItemId>) {
    let Some(id) = id else { return };
    drawing.session().selection.update(|selection| selection.open(id));
    drawing.show(id);
    take_focus(drawing, id);
}

/// The row is in the page when the effects of this task have run.
fn take_focus(drawing: Drawing, id: ItemId) {
    in_next_frame(drawing.rows, move || {
        if let Some(list) = drawing.rows.get_untracked() {
            focus_on(&list, &format!("[data-item='{id}']"));
        }
    });
}

/// The row that gets the focus is the one that is meant.
pub fn focused(drawing: Drawing, pulling: Pulling, event: &Event) {
    let Some(id) = row_of(event).filter(|_| !pulling.is_pressed()) else { return };
    if drawing.session().selection.with_untracked(|selection| selection.focus != Some(id)) {
        drawing.session().selection.update(|selection| selection.focus_on(id));
    }
}

/// A click on a row opens its item, one on a button does what dragging does.
pub fn clicked(drawing: Drawing, pulling: Pulling, event: &MouseEvent) {
    pulling.let_go();
    let step = target(event).and_then(|target| target.get_attribute("data-step"));
    match (row_of(event), step.as_deref()) {
        _ if drawing.swallowed() => {}
        (Some(row), Some("earlier")) => pulling.nudge(row, Grip::Whole, -1),
        (Some(row), Some("later")) => pulling.nudge(row, Grip::Whole, 1),
        (Some(row), Some("shorter")) => pulling.nudge(row, Grip::End, -1),
        (Some(row), Some("longer")) => pulling.nudge(row, Grip::End, 1),
        (row, _) => open(drawing, row),
    }
}
