//! Drag and drop: pointer events of the page into the core's state machine, and what it asks for back into the page.

use std::collections::HashMap;
use std::time::Duration;

use leptos::html;
use leptos::prelude::*;
use leptos::web_sys::{AddEventListenerOptions, Element, Event, HtmlElement, KeyboardEvent, PointerEvent};
use unblock_core::board::{ItemId, Quadrant};
use unblock_core::gesture::{Drag, Effect as Do, HOLD_MS, Input, Point, Pointer, edge_scroll};
use unblock_core::view::place_at;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

use super::areas::{Areas, Zone};
use crate::later::{after, in_next_frame};
use crate::parts::translate;
use crate::session::Session;

/// Where a drop would go: a column and an index in it.
type Target = (Option<Quadrant>, usize);

/// What is being carried, and over what.
#[derive(Clone, Copy)]
pub struct Carrying {
    drag: RwSignal<Drag>,
    over: RwSignal<Option<Target>>,
    zones: StoredValue<HashMap<Option<Quadrant>, Zone>>,
    ghost: NodeRef<html::Div>,
    dropped: StoredValue<bool>,
    hold: StoredValue<Option<TimeoutHandle>>,
    /// True while a list or the page scrolls under what is carried, frame by frame.
    scrolls: StoredValue<bool>,
    /// Each column's well and list, as they were measured last.
    areas: StoredValue<Areas>,
}

impl Carrying {
    /// Nothing is carried.
    pub fn new() -> Self {
        Self {
            drag: RwSignal::new(Drag::Idle),
            over: RwSignal::new(None),
            zones: StoredValue::new(HashMap::new()),
            ghost: NodeRef::new(),
            dropped: StoredValue::new(false),
            hold: StoredValue::new(None),
            scrolls: StoredValue::new(false),
            areas: StoredValue::new(Areas::default()),
        }
    }

    /// Makes a list a place to drop on.
    pub fn register(self, column: Option<Quadrant>, zone: Zone) {
        self.zones.update_value(|zones| _ = zones.insert(column, zone));
        on_cleanup(move || _ = self.zones.try_update_value(|zones| zones.remove(&column)));
    }

    /// The items that are carried.
    pub fn lifted(self) -> Vec<ItemId> {
        self.drag.with(|drag| drag.lifted().to_vec())
    }

    /// True while something is carried, without listening.
    pub fn carries(self) -> bool {
        self.drag.with_untracked(|drag| !drag.lifted().is_empty())
    }

    /// True for the column under the pointer.
    pub fn is_over(self, column: Option<Quadrant>) -> bool {
        self.over.get().is_some_and(|(over, _)| over == column)
    }

    /// Where in a column the carried cards would go.
    pub fn insertion(self, column: Option<Quadrant>) -> Option<usize> {
        self.over.get().filter(|(over, _)| *over == column).map(|(_, index)| index)
    }

    /// The element that is carried along with the pointer.
    pub const fn ghost(self) -> NodeRef<html::Div> {
        self.ghost
    }

    /// True for the click that ends a drag.
    pub fn swallows_click(self) -> bool {
        self.dropped.get_value()
    }

    /// Notes where the lists are: while something is carried they move only when the page scrolls.
    fn measure(self) {
        self.areas.set_value(self.zones.with_value(Areas::of));
    }

    /// The list at a point and the place in it. A well takes a drop anywhere in it, its heading too.
    fn target_at(self, at: Point) -> Option<Target> {
        let (column, list) = self.areas.with_value(|areas| areas.at(at))?;
        let zone = self.zones.with_value(|zones| zones.get(&column).copied())?;
        let y = at.y - list.top + f64::from(zone.list.get_untracked()?.scroll_top());
        Some((column, zone.grid.get_untracked().drop_index(at.x - list.left, y)))
    }

    fn follow(self, at: Point) {
        let target = self.target_at(at);
        if self.over.get_untracked() != target {
            self.over.set(target);
        }
        if let Some(ghost) = self.ghost.get_untracked() {
            let style = HtmlElement::style(&ghost);
            // A transform made of two numbers is always valid.
            _ = style.set_property("transform", &(translate(at.x - 40.0, at.y - 22.0) + " rotate(1.5deg)"));
        }
    }

    /// Scrolls the list under the pointer near its edges, frame by frame, as long as something is carried there. Away
    /// from them no frame is asked for.
    fn scroll_at_edges(self) {
        self.scrolls.set_value(false);
        let Drag::Lifted { at, .. } = self.drag.get_untracked() else { return };
        let height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
        // Where the page itself scrolls, as on a phone, it does so near the edges of the window.
        let by = edge_scroll(at.y, 0.0, height);
        if by.abs() > 0.0 {
            window().scroll_by_with_x_and_y(0.0, by);
            self.measure();
        }
        let scrolled = self.over.get_untracked().is_some_and(|(column, _)| self.scroll_list(column, at));
        if scrolled || by.abs() > 0.0 {
            self.follow(at);
            self.scrolls.set_value(true);
            in_next_frame(self.drag, move || self.scroll_at_edges());
        }
    }

    /// Scrolls a list when something is carried near its top or bottom. False where it is not.
    fn scroll_list(self, column: Option<Quadrant>, at: Point) -> bool {
        let area = self.areas.with_value(|areas| areas.list(column));
        let list = self.zones.with_value(|zones| zones.get(&column)?.list.get_untracked());
        let (Some(area), Some(list)) = (area, list) else { return false };
        let by = edge_scroll(at.y, area.top, area.bottom);
        if by.abs() > 0.0 {
            list.scroll_by_with_x_and_y(0.0, by);
        }
        by.abs() > 0.0
    }

    fn step(self, session: Session, input: Input) {
        // A finger that rests is the one that pressed last, and still presses.
        let presses = matches!(input, Input::Move { .. } | Input::Held);
        if let Some(hold) = self.hold.get_value().filter(|_| !presses) {
            hold.clear();
        }
        let (drag, effect) = self.drag.get_untracked().step(input);
        if self.drag.with_untracked(|now| now.lifted() != drag.lifted()) {
            self.drag.set(drag);
        } else {
            self.drag.update_untracked(|now| *now = drag);
        }
        match effect {
            Do::None => {}
            Do::WaitForHold => {
                let held = move || self.step(session, Input::Held);
                let wait = Duration::from_millis(u64::from(HOLD_MS));
                self.hold.set_value(after(wait, self.drag, held));
            }
            Do::Lift => self.lift(),
            Do::Carry(at) => {
                self.follow(at);
                if !self.scrolls.get_value() {
                    self.scroll_at_edges();
                }
            }
            Do::Drop(items, at) => self.drop(session, items, at),
            Do::PutBack => self.end(),
        }
    }

    fn lift(self) {
        self.dropped.set_value(true);
        self.measure();
        // Setting a class on the root element cannot fail.
        _ = document().body().map(|body| body.class_list().add_1("dragging"));
        in_next_frame(self.drag, move || {
            if let Drag::Lifted { at, .. } = self.drag.get_untracked() {
                self.follow(at);
            }
            self.scroll_at_edges();
        });
    }

    fn drop(self, session: Session, items: Vec<ItemId>, at: Point) {
        let target = self.target_at(at);
        self.end();
        if let Some((column, index)) = target {
            let zone = self.zones.with_value(|zones| zones.get(&column).copied());
            let place = zone.map(|zone| zone.items.with_untracked(|shown| place_at(shown, index, &items)));
            if let Some(place) = place {
                session.put(items, column, place);
            }
        }
    }

    fn end(self) {
        self.over.set(None);
        _ = document().body().map(|body| body.class_list().remove_1("dragging"));
        // The click that follows the release is over by the next task.
        _ = after(Duration::ZERO, self.dropped, move || self.dropped.set_value(false));
    }
}

/// Keeps the browser from scrolling under a finger that carries something, and from its menu for a long press.
pub fn hold_the_page(carrying: Carrying) {
    let still = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        if carrying.carries() {
            event.prevent_default();
        }
    });
    let options = AddEventListenerOptions::new();
    // Only a listener that says so may prevent scrolling.
    options.set_passive(false);
    let (document, listener) = (document(), still.as_ref().unchecked_ref::<js_sys::Function>());
    for name in ["touchmove", "contextmenu"] {
        // Listening to a valid event of the document cannot fail.
        _ = document
            .add_event_listener_with_callback_and_add_event_listener_options(name, listener, &options);
    }
    // The frame lives as long as the page.
    still.forget();
}

/// Escape puts back what is carried, before anything else hears of it.
pub fn cancel_with_escape(carrying: Carrying, session: Session) {
    let escape = window_event_listener(leptos::ev::keydown, move |event: KeyboardEvent| {
        if event.key() == "Escape" && carrying.carries() {
            event.prevent_default();
            event.stop_immediate_propagation();
            carrying.step(session, Input::Cancel);
        }
    });
    on_cleanup(move || escape.remove());
}

/// A press anywhere in the page: on a card it may become a drag.
pub fn press(carrying: Carrying, session: Session, event: &PointerEvent) {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let near = |selector: &str| target.as_ref().and_then(|target| target.closest(selector).ok().flatten());
    let (Some(card), 0) = (near("[data-item]"), event.button()) else { return };
    let on_handle = near("[data-handle]").is_some();
    if !on_handle && near("input, textarea, select, button").is_some() {
        return;
    }
    let Some(id) = card.get_attribute("data-item").and_then(|id| id.parse().ok()) else { return };
    let items = session.selection.with_untracked(|selection| selection.with(id));
    let with = match (event.pointer_type().as_str(), on_handle) {
        ("touch", true) => Pointer::FingerOnHandle,
        ("touch", false) => Pointer::Finger,
        _ => Pointer::Fine,
    };
    carrying.step(session, Input::Press { pointer: event.pointer_id(), with, at: point(event), items });
}

/// The pointer moved.
pub fn travel(carrying: Carrying, session: Session, event: &PointerEvent) {
    let carried = carrying.carries();
    carrying.step(session, Input::Move { pointer: event.pointer_id(), at: point(event) });
    let root = event.current_target().and_then(|root| root.dyn_into::<Element>().ok());
    if let (Some(root), true, false) = (root, carrying.carries(), carried) {
        // Without the capture a drag still works inside of the window.
        _ = root.set_pointer_capture(event.pointer_id());
    }
}

/// The pointer was released.
pub fn release(carrying: Carrying, session: Session, event: &PointerEvent) {
    carrying.step(session, Input::Release { pointer: event.pointer_id() });
}

/// The browser took the pointer for scrolling.
pub fn cancel(carrying: Carrying, session: Session) {
    carrying.step(session, Input::Cancel);
}

/// The page lost the pointer. A card that loses it to the page is how a drag by touch begins.
pub fn lose(carrying: Carrying, session: Session, event: &PointerEvent) {
    if event.target() == event.current_target() {
        carrying.step(session, Input::Cancel);
    }
}

fn point(event: &PointerEvent) -> Point {
    Point { x: f64::from(event.client_x()), y: f64::from(event.client_y()) }
}
