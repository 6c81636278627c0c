//! Dragging on the stack: an item, a divider or the cut line, by mouse, pen or finger.
//!
//! A finger drags by a grip only: elsewhere it scrolls.

use std::time::Duration;

use leptos::html;
use leptos::prelude::*;
use leptos::web_sys::{Element, PointerEvent};
use unblock_core::board::{ItemId, Priority};
use unblock_core::gesture::{Drag, Effect as Do, Input, Point, Pointer, edge_scroll};
use unblock_core::view::stack::Stack;
use wasm_bindgen::JsCast;

use super::state::{Cutting, GAP, ROW, entries_in};
use crate::later::{after, in_next_frame};
use crate::parts::Size;

/// What is dragged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grip {
    /// An item.
    Item(ItemId),
    /// The divider above a priority.
    Divider(Priority),
    /// The cut line.
    Line,
}

/// What was pressed.
#[derive(Clone, Copy)]
struct Gripped {
    grip: Grip,
    /// How far under its top it was gripped.
    hold: f64,
    /// Where its top was.
    from: f64,
}

/// What is carried, and where it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Carried {
    /// What.
    pub grip: Grip,
    /// Its distance from the top of the list.
    pub y: f64,
    /// The entry that it would be put before.
    pub entry: usize,
}

/// The dragging on one list.
#[derive(Clone, Copy)]
pub struct Dragging {
    pub(super) cutting: Cutting,
    drag: StoredValue<Drag>,
    gripped: StoredValue<Option<Gripped>>,
    /// What is carried.
    pub carried: RwSignal<Option<Carried>>,
    /// True for the click that ends a drag.
    pub dropped: StoredValue<bool>,
    /// The list that scrolls.
    pub list: NodeRef<html::Div>,
    /// What its entries stand in.
    pub room: NodeRef<html::Div>,
    /// How far the list is scrolled.
    pub scrolled: RwSignal<f64>,
    /// How much of it is in sight.
    pub size: RwSignal<Size>,
}

impl Dragging {
    /// Nothing is carried.
    pub fn new(cutting: Cutting) -> Self {
        Self {
            cutting,
            drag: StoredValue::new(Drag::Idle),
            gripped: StoredValue::new(None),
            carried: RwSignal::new(None),
            dropped: StoredValue::new(false),
            list: NodeRef::new(),
            room: NodeRef::new(),
            scrolled: RwSignal::new(0.0),
            size: RwSignal::new(Size::default()),
        }
    }

    /// True where this is carried.
    pub fn carries(self, grip: Grip) -> bool {
        self.carried.get().is_some_and(|carried| carried.grip == grip)
    }

    /// A press anywhere on the list.
    pub fn press(self, event: &PointerEvent) {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let near =
            |selector: &str| target.as_ref().and_then(|target| target.closest(selector).ok().flatten());
        let on_grip = near("[data-grip]").is_some();
        let is_touch = event.pointer_type() == "touch";
        let on_control = near("button, input").is_some_and(|found| !found.has_attribute("data-carries"));
        let Some((grip, top)) = near("[data-entry]").and_then(|entry| self.grip_of(&entry)) else { return };
        if event.button() != 0 || (!on_grip && (is_touch || on_control)) {
            return;
        }
        let hold = self.y_of(point(event)) - top;
        self.gripped.set_value(Some(Gripped { grip, hold, from: top }));
        let with = if is_touch { Pointer::FingerOnHandle } else { Pointer::Fine };
        self.step(Input::Press { pointer: event.pointer_id(), with, at: point(event), items: Vec::new() });
    }

    /// What an element of the list is, and where its top is.
    fn grip_of(self, element: &Element) -> Option<(Grip, f64)> {
        let name = element.get_attribute("data-entry")?;
        let (cutting, stack) = (self.cutting, self.cutting.stack);
        let top = |entry: usize| untrack(|| cutting.top(entry));
        if name == "line" {
            return Some((Grip::Line, untrack(|| self.line_top())));
        }
        if let Some(divider) = Priority::ALL.into_iter().skip(1).find(|priority| priority.word() == name) {
            let entry = stack.with_untracked(|stack| stack.divider(divider));
            return Some((Grip::Divider(divider), top(entry)));
        }
        let id = name.parse().ok()?;
        let entry = stack.with_untracked(|stack| stack.place(id).map(|place| stack.entry(place)))?;
        Some((Grip::Item(id), top(entry)))
    }

    /// The pointer moved.
    pub fn travel(self, event: &PointerEvent) {
        let carried = self.carried.with_untracked(Option::is_some);
        self.step(Input::Move { pointer: event.pointer_id(), at: point(event) });
        if let (Some(list), true, false) =
            (self.list.get_untracked(), self.carried.with_untracked(Option::is_some), carried)
        {
            // Without the capture a drag still works inside of the list.
            _ = list.set_pointer_capture(event.pointer_id());
        }
    }

    /// The pointer was released.
    pub fn release(self, event: &PointerEvent) {
        self.step(Input::Release { pointer: event.pointer_id() });
    }

    /// Puts back what is carried. False where nothing is.
    pub fn cancel(self) -> bool {
        let carried = self.carried.with_untracked(Option::is_some);
        self.step(Input::Cancel);
        carried
    }

    fn step(self, input: Input) {
        let (drag, effect) = self.drag.get_value().step(input);
        let at = match &drag {
            Drag::Lifted { at, .. } => Some(*at),
            _ => None,
        };
        self.drag.set_value(drag);
        match (effect, at) {
            (Do::Lift, Some(at)) => {
                self.dropped.set_value(true);
                if self.gripped.get_value().is_some_and(|gripped| gripped.grip == Grip::Line) {
                    self.reach_the_line();
                }
                self.follow(at);
                in_next_frame(self.drag, move || self.scroll_at_edges());
            }
            (Do::Carry(at), _) => self.follow(at),
            (Do::Drop(..), _) => self.drop(),
            (Do::PutBack, _) => self.end(),
            _ => {}
        }
    }

    /// How far under the top of the list a point is.
    fn y_of(self, at: Point) -> f64 {
        self.room.get_untracked().map_or(0.0, |room| at.y - room.get_bounding_client_rect().top())
    }

    fn follow(self, at: Point) {
        let Some(Gripped { grip, hold, from }) = self.gripped.get_value() else { return };
        let y = self.y_of(at) - hold;
        let (cutting, entries) = (self.cutting, self.cutting.stack.with_untracked(Stack::entries));
        let entry = if grip == Grip::Line {
            entries_in(y).min(entries)
        } else {
            let line = untrack(|| self.line_at());
            let without_gap = if y > line { (y - GAP).max(line) } else { y };
            let further = usize::from(y > from);
            (entries_in(without_gap) + further).clamp(1, entries)
        };
        self.carried.set(Some(Carried { grip, y, entry }));
        if grip == Grip::Line {
            let below = cutting.stack.with_untracked(|stack| stack.items.len() - stack.gap(entry).1);
            cutting.cut_last(below);
        }
    }

    fn drop(self) {
        let carried = self.carried.get_untracked();
        self.end();
        let Some(Carried { grip, entry, .. }) = carried else { return };
        let session = self.cutting.session;
        let action = self.cutting.stack.with_untracked(|stack| match grip {
            Grip::Line => None,
            Grip::Divider(divider) => stack.divide(divider, stack.gap(entry).1),
            Grip::Item(id) => {
                let items = session.selection.with_untracked(|selection| selection.with(id));
                let here: Vec<ItemId> = items.into_iter().filter(|id| stack.place(*id).is_some()).collect();
                Some(stack.put(&here, entry))
            }
        });
        if let Some(action) = action {
            session.dispatch(action);
        }
    }

    fn end(self) {
        self.carried.set(None);
        self.gripped.set_value(None);
        // The click that follows the release is over by the next task.
        _ = after(Duration::ZERO, self.dropped, move || self.dropped.set_value(false));
    }

    /// Scrolls the list when something is carried near its top or bottom.
    fn scroll_at_edges(self) {
        let Drag::Lifted { at, .. } = self.drag.get_value() else { return };
        let Some(list) = self.list.get_untracked() else { return };
        let area = list.get_bounding_client_rect();
        let by =
            edge_scroll(at.y, area.top(), area.bottom().min(area.top() + f64::from(list.client_height())));
        if by.abs() > 0.0 {
            list.scroll_by_with_x_and_y(0.0, by);
            self.follow(at);
        }
        in_next_frame(self.drag, move || self.scroll_at_edges());
    }

    /// Where something that is carried stands, and what a drop would do, in a few words.
    pub fn promise(self) -> Option<(f64, String)> {
        let carried = self.carried.get()?;
        let cutting = self.cutting;
        let words = cutting.stack.with(|stack| match carried.grip {
            Grip::Line => None,
            Grip::Item(id) => {
                let to = stack.gap(carried.entry).0;
                let stays = stack.place(id).is_some_and(|place| stack.places(to).contains(&place));
                Some(if stays { String::new() } else { format!("becomes {}", to.word()) })
            }
            Grip::Divider(divider) => {
                let (start, place) = (stack.starts[divider as usize], stack.gap(carried.entry).1);
                let above = Priority::ALL[(divider as usize).saturating_sub(1)];
                let word = if place < start { divider.word() } else { above.word() };
                Some(match start.abs_diff(place) {
                    1 => format!("1 item becomes {word}"),
                    n => format!("{n} items become {word}"),
                })
            }
        })?;
        let line = cutting.line();
        let top = if carried.entry > line { GAP } else { 0.0 } + ROW * super::state::count(carried.entry);
        Some((top, words))
    }
}

fn point(event: &PointerEvent) -> Point {
    Point { x: f64::from(event.client_x()), y: f64::from(event.client_y()) }
}
