//! Drag and drop: pointer events of the page into the core's state machine, and what it asks for back into the page.

use std::collections::HashMap;

use leptos::html;
use leptos::prelude::*;
use leptos::web_sys::{AddEventListenerOptions, Element, Event, HtmlElement, KeyboardEvent, PointerEvent};
use unblock_core::board::{ItemId, Quadrant};
use unblock_core::gesture::{Drag, Effect as Do, HOLD_MS, Input, Point, Pointer, edge_scroll};
use unblock_core::view::{Grid, place_at};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

use crate::session::Session;

/// A list that cards can be dropped on.
#[derive(Clone, Copy)]
pub struct Zone {
    /// The scrolling element.
    pub list: NodeRef<html::Div>,
    /// How its cards stand.
    pub grid: Memo<Grid>,
    /// The items it shows.
    pub items: Memo<Vec<ItemId>>,
}

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

    /// The list at a point and the place in it. A well takes a drop anywhere in it, its heading too.
    fn target_at(self, at: Point) -> Option<Target> {
        let zones = self.zones.get_value();
        zones.into_iter().find_map(|(column, zone)| {
            let list = zone.list.get_untracked()?;
            let area = list.closest(".well, .inbox").ok().flatten()?.get_bounding_client_rect();
            let inside =
                at.x >= area.left() && at.x < area.right() && at.y >= area.top() && at.y < area.bottom();
            let rect = list.get_bounding_client_rect();
            let y = at.y - rect.top() + f64::from(list.scroll_top());
            inside.then(|| (column, zone.grid.get_untracked().drop_index(at.x - rect.left(), y)))
        })
    }

    fn follow(self, at: Point) {
        let target = self.target_at(at);
        if self.over.get_untracked() != target {
            self.over.set(target);
        }
        if let Some(ghost) = self.ghost.get_untracked() {
            let style = HtmlElement::style(&ghost);
            // A transform made of two numbers is always valid.
            _ = style.set_property(
                "transform",
                &format!("translate({}px, {}px) rotate(1.5deg)", at.x - 40.0, at.y - 22.0),
            );
        }
    }

    /// Scrolls the list under the pointer near its edges, frame by frame, as long as something is carried.
    fn scroll_at_edges(self) {
        let Drag::Lifted { at, .. } = self.drag.get_untracked() else { return };
        let over = self.over.get_untracked();
        let list = over
            .and_then(|(column, _)| self.zones.with_value(|zones| zones.get(&column)?.list.get_untracked()));
        if let Some(list) = list {
            let rect = list.get_bounding_client_rect();
            let by = edge_scroll(at.y, rect.top(), rect.bottom());
            list.scroll_by_with_x_and_y(0.0, by);
        }
        // Where the page itself scrolls, as on a phone, it does so near the edges of the window.
        let height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
        window().scroll_by_with_x_and_y(0.0, edge_scroll(at.y, 0.0, height));
        self.follow(at);
        request_animation_frame(move || self.scroll_at_edges());
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
                let wait = std::time::Duration::from_millis(u64::from(HOLD_MS));
                self.hold.set_value(set_timeout_with_handle(held, wait).ok());
            }
            Do::Lift => self.lift(),
            Do::Carry(at) => self.follow(at),
            Do::Drop(items, at) => self.drop(session, items, at),
            Do::PutBack => self.end(),
        }
    }

    fn lift(self) {
        self.dropped.set_value(true);
        // Setting a class on the root element cannot fail.
        _ = document().body().map(|body| body.class_list().add_1("dragging"));
        request_animation_frame(move || {
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
        set_timeout(move || self.dropped.set_value(false), std::time::Duration::ZERO);
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
