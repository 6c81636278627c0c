//! The marks of the chart, as elements of its drawing, and what is clicked and typed on them.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::svg;
use leptos::web_sys::{Element, Event, HtmlElement, KeyboardEvent, MouseEvent};
use unblock_core::board::{ItemId, Quadrant};
use unblock_core::view::compare::{Chart, Label, Mark};
use unblock_core::view::escaped;
use wasm_bindgen::JsCast;

use super::keyed::{Part, Piece, lay};
use super::state::Comparing;

/// Draws the marks now, and whenever something about them changes.
pub fn keep_drawn(comparing: Comparing, view: Memo<Arc<Chart>>, place: NodeRef<svg::G>) {
    let session = comparing.session();
    let laid = StoredValue::new_local(Vec::<(Piece, Element)>::new());
    let focus = Memo::new(move |_| session.selection.with(|selection| selection.focus));
    Effect::new(move |_| {
        let Some(place) = place.get() else { return };
        let options = comparing.options();
        let wanted = view
            .with(|view| view.marks.iter().map(|mark| piece(mark, options.contains(&mark.item))).collect());
        let mut lost = false;
        laid.update_value(|laid| lost = lay(&place, laid, wanted, make));
        if let Some(item) = focus.get_untracked().filter(|_| lost) {
            focus_mark(item);
        }
    });
    // One mark can be reached with Tab.
    Effect::new(move |_| {
        let Some(place) = place.get() else { return };
        let entry = view.with(|view| {
            let known = focus.get().filter(|item| view.mark(*item).is_some());
            known.or_else(|| view.marks.first().map(|mark| mark.item))
        });
        if let Ok(Some(old)) = place.query_selector("[tabindex='0']") {
            _ = old.set_attribute("tabindex", "-1");
        }
        // Setting an attribute with a valid name cannot fail.
        _ = entry.and_then(element_of).map(|entry| entry.set_attribute("tabindex", "0"));
    });
}

fn piece(mark: &Mark, is_chosen: bool) -> Piece {
    let Mark { item, x, y, radius, quadrant, words, label } = mark;
    let (class, label_more) = if is_chosen { ("cmp-mark cmp-chosen", ", chosen") } else { ("cmp-mark", "") };
    let title = label.as_ref().map(|Label { x, is_before, title }| {
        let anchor = if *is_before { "end" } else { "start" };
        (format!("<text x={x} y=5 text-anchor={anchor}>"), escaped(title), "</text>")
    });
    let shape = format!("<path class=cmp-shape d=\"{}\">", shape(*quadrant, *radius));
    Piece {
        item: *item,
        attributes: [
            ("transform", format!("translate({x:.1} {y:.1})")),
            ("aria-label", format!("{words}{label_more}")),
            ("class", class.to_owned()),
        ],
        parts: [("<title>".to_owned(), escaped(words), "</title>"), (shape, String::new(), "</path>")]
            .into_iter()
            .chain(title)
            .map(|(open, inner, close)| Part { open, inner, close })
            .collect(),
    }
}

fn make(item: ItemId) -> Option<Element> {
    let mark = document().create_element_ns(Some("http://www.w3.org/2000/svg"), "g").ok()?;
    for (name, value) in [("role", "button"), ("tabindex", "-1"), ("data-item", &item.to_string())] {
        // Setting attributes with valid names cannot fail.
        _ = mark.set_attribute(name, value);
    }
    Some(mark)
}

/// A quadrant's shape: square, circle, triangle, cross; a diamond is the Inbox.
pub fn shape(quadrant: Option<Quadrant>, r: f64) -> String {
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

/// The item of the mark that something happened to.
pub fn item_of(event: &Event) -> Option<ItemId> {
    let mark = event.target()?.dyn_into::<Element>().ok()?.closest("[data-item]").ok().flatten()?;
    mark.get_attribute("data-item")?.parse().ok()
}

/// The mark that gets the focus is the one that is meant.
pub fn focused(comparing: Comparing, event: &Event) {
    let selection = comparing.session().selection;
    if let Some(item) = item_of(event).filter(|item| selection.with_untracked(|s| s.focus != Some(*item))) {
        selection.update(|selection| selection.focus_on(item));
    }
}

/// A plain click opens the item; with Ctrl, Cmd or Shift it is chosen, or not any more.
pub fn clicked(comparing: Comparing, event: &MouseEvent) {
    let Some(item) = item_of(event) else { return };
    if event.ctrl_key() || event.meta_key() || event.shift_key() {
        comparing.toggle(item);
    } else {
        comparing.session().selection.update(|selection| selection.open(item));
    }
}

/// Arrows walk over the marks, Space chooses, Enter opens.
pub fn pressed(comparing: Comparing, view: Memo<Arc<Chart>>, event: &KeyboardEvent) {
    let Some(item) = item_of(event).filter(|_| !event.ctrl_key() && !event.meta_key() && !event.alt_key())
    else {
        return;
    };
    let key = event.key();
    let (is_down, steps) = match key.as_str() {
        "ArrowRight" => (false, 1),
        "ArrowLeft" => (false, -1),
        "ArrowDown" => (true, 1),
        "ArrowUp" => (true, -1),
        "Home" => (false, isize::MIN / 2),
        "End" => (false, isize::MAX / 2),
        " " | "Enter" => (false, 0),
        _ => return,
    };
    event.prevent_default();
    event.stop_propagation();
    match key.as_str() {
        " " => comparing.toggle(item),
        "Enter" => comparing.session().selection.update(|selection| selection.open(item)),
        _ => {
            if let Some(to) = view.with_untracked(|view| view.step(Some(item), is_down, steps)) {
                focus_mark(to);
            }
        }
    }
}

fn element_of(item: ItemId) -> Option<Element> {
    document().query_selector(&format!(".cmp-mark[data-item='{item}']")).ok().flatten()
}

fn focus_mark(item: ItemId) {
    // An element of a drawing takes the focus as one of the page does; one that cannot can still be clicked.
    _ = element_of(item).map(|mark| mark.unchecked_into::<HtmlElement>().focus());
}
