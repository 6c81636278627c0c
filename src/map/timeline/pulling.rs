//! Pulling at bars with a pointer, and the same by keys and single clicks. While a bar is pulled, what it would do is
//! said beside it; only letting go does it, as one step.

use std::time::Duration;

use leptos::prelude::*;
use leptos::web_sys::PointerEvent;
use unblock_core::board::ItemId;
use unblock_core::edit::Command;
use unblock_core::gesture::edge_scroll;
use unblock_core::schedule::Point;
use unblock_core::view::foretold;
use unblock_core::view::timeline::{Grip, Pull, Pulled, Span, top};

use super::drawing::{Drawing, rounded};
use super::keys::{row_of, target};
use crate::format;
use crate::later::{after, in_next_frame};

/// A press that moves less than this is a click.
const SLOP: f64 = 4.0;
/// By then the mouse that a browser plays after a finger has clicked.
const MOUSE_AFTER_FINGER: Duration = Duration::from_millis(300);

/// A bar in somebody's hand.
struct Held {
    pointer: i32,
    /// Where it was pressed: from the left of the window, and how far it was scrolled then.
    from: (f64, f64),
    now: f64,
    pull: Result<Pull, String>,
    /// Where the bar would stand, once it has moved.
    point: Option<Point>,
}

impl Held {
    /// False for a bar that is back where it was.
    fn is_moved(&self) -> bool {
        self.pull.as_ref().is_ok_and(|pull| self.point != Some(pull.at))
    }
}

/// What is said beside a pulled bar.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tip {
    /// Its row's top.
    pub top: f64,
    /// Where the bar would stand.
    pub bar: Span,
    /// What it would do.
    pub words: String,
}

/// What is pulled. Copied freely.
#[derive(Clone, Copy)]
pub struct Pulling {
    drawing: Drawing,
    held: StoredValue<Option<Held>, LocalStorage>,
    pressed: StoredValue<bool>,
    /// What is said while it is pulled.
    pub tip: RwSignal<Option<Tip>>,
}

impl Pulling {
    /// Nothing is pulled.
    pub fn new(drawing: Drawing) -> Self {
        Self {
            drawing,
            held: StoredValue::new_local(None),
            pressed: StoredValue::new(false),
            tip: RwSignal::new(None),
        }
    }

    fn take(self, id: ItemId, grip: Grip) -> Result<Pull, String> {
        let session = self.drawing.session();
        session
            .scene
            .with_untracked(|scene| Pull::take(scene, id, grip, &|date| format::day(date, scene.today)))
    }

    /// A press on a bar may become a pull. A finger pulls only at the row that is selected: elsewhere it scrolls.
    pub fn press(self, event: &PointerEvent) {
        event.stop_propagation();
        _ = self.drawing.swallowed();
        self.pressed.set_value(true);
        let grip = target(event).and_then(|target| target.closest("[data-grip]").ok().flatten());
        let (Some(grip), Some(id), 0) = (grip, row_of(event), event.button()) else { return };
        let is_subject = untrack(|| self.drawing.subject()) == Some(id);
        if event.pointer_type() == "touch" && !is_subject {
            return;
        }
        let is_end = grip.get_attribute("data-grip").as_deref() == Some("end");
        let x = f64::from(event.client_x());
        let pull = self.take(id, if is_end { Grip::End } else { Grip::Whole });
        let from = (x, self.drawing.scrolled_left());
        self.held.set_value(Some(Held { pointer: event.pointer_id(), from, now: x, pull, point: None }));
    }

    /// The pointer moved.
    pub fn travel(self, event: &PointerEvent) {
        let x = f64::from(event.client_x());
        let begins = self.held.try_update_value(|held| {
            let held = held.as_mut().filter(|held| held.pointer == event.pointer_id())?;
            held.now = x;
            Some((held.point.is_none(), (x - held.from.0).abs() > SLOP, held.pull.clone().err()))
        });
        match begins.flatten() {
            None | Some((true, false, _)) => {}
            Some((true, true, Some(words))) => {
                self.held.set_value(None);
                self.drawing.swallow_click();
                self.drawing.session().complain(words);
            }
            Some((is_first, ..)) => {
                if is_first {
                    self.begin(event);
                }
                self.follow();
            }
        }
    }

    fn begin(self, event: &PointerEvent) {
        self.drawing.swallow_click();
        if let Some(scroll) = self.drawing.scroll.get_untracked() {
            // Without the capture a pull still works inside of the timeline.
            _ = scroll.set_pointer_capture(event.pointer_id());
        }
        in_next_frame(self.held, move || self.scroll_at_edges());
    }

    /// Says what the pulled bar would do, where that has changed.
    fn follow(self) {
        let scale = self.drawing.scale.get_untracked();
        let left = self.drawing.scrolled_left();
        let session = self.drawing.session();
        let changed = self.held.try_update_value(|held| {
            let held = held.as_mut()?;
            let pull = held.pull.clone().ok()?;
            let days = scale.days_in(held.now - held.from.0 + left - held.from.1);
            let point = session.scene.with_untracked(|scene| pull.over(scene, days));
            (held.point.replace(point) != Some(point)).then_some((pull, point))
        });
        let Some((pull, point)) = changed.flatten() else { return };
        let pulled = self.to(&pull, point);
        let words = self.told(&pulled);
        let row = self.drawing.lines.with_untracked(|lines| lines.find(pull.item)).unwrap_or_default();
        session.said.set(words.clone());
        self.tip.set(Some(Tip { top: top(row), bar: scale.span(pulled.first, pulled.last), words }));
    }

    fn to(self, pull: &Pull, point: Point) -> Pulled {
        let session = self.drawing.session();
        session.scene.with_untracked(|scene| pull.to(scene, point, &|date| format::day(date, scene.today)))
    }

    /// What is asked for, and what that would do.
    fn told(self, pulled: &Pulled) -> String {
        let Some(action) = pulled.action.clone() else { return pulled.words.clone() };
        let session = self.drawing.session();
        let command = Command { stamp: session.stamp(), action };
        let effect = session.scene.with_untracked(|scene| foretold(scene, &command));
        format!("{}: {}", pulled.words, effect.unwrap_or_else(|words| words))
    }

    /// Scrolls near the left and right edge, frame by frame, as long as a bar is pulled.
    fn scroll_at_edges(self) {
        let x = self.held.with_value(|held| held.as_ref().map(|held| held.now));
        let (Some(x), Some(scroll)) = (x, self.drawing.scroll.get_untracked()) else { return };
        let area = scroll.get_bounding_client_rect();
        let by = edge_scroll(x, area.left() + untrack(|| self.drawing.names()), area.right());
        if by.abs() > 0.0 {
            scroll.set_scroll_left(rounded(self.drawing.scrolled_left() + by));
            self.follow();
        }
        in_next_frame(self.held, move || self.scroll_at_edges());
    }

    /// A mouse presses, or the one that a browser plays after a finger, however late: the focus comes next, then the
    /// click.
    pub fn hold(self) {
        self.pressed.set_value(true);
    }

    /// It has clicked.
    pub fn let_go(self) {
        self.pressed.set_value(false);
    }

    /// True while the pointer is down: what is drawn anew under it would not be clicked.
    pub fn is_pressed(self) -> bool {
        self.pressed.get_value()
    }

    /// The pointer was released: what was said is done.
    pub fn release(self) {
        // After a finger the browser plays a mouse: its press and click are still to come.
        _ = after(MOUSE_AFTER_FINGER, self.pressed, move || self.pressed.set_value(false));
        let held = self.held.try_update_value(Option::take).flatten();
        self.tip.set(None);
        if let Some(Held { pull: Ok(pull), point: Some(point), .. }) = held.filter(Held::is_moved) {
            self.carry_out(&self.to(&pull, point));
        }
    }

    /// Puts the bar back. False where none was pulled.
    pub fn cancel(self) -> bool {
        self.pressed.set_value(false);
        let held = self.held.try_update_value(Option::take).flatten();
        self.tip.set(None);
        let was_pulled = held.is_some_and(|held| held.point.is_some());
        if was_pulled {
            self.drawing.session().said.set("Not changed".to_owned());
        }
        was_pulled
    }

    /// By keys and buttons: so many working days.
    pub fn nudge(self, id: ItemId, grip: Grip, days: i64) {
        match self.take(id, grip) {
            Ok(pull) => self.carry_out(&self.to(&pull, pull.at + days)),
            Err(words) => self.drawing.session().complain(words),
        }
    }

    fn carry_out(self, pulled: &Pulled) {
        let session = self.drawing.session();
        match pulled.action.clone() {
            Some(action) => _ = session.dispatch(action),
            None => session.complain(pulled.words.clone()),
        }
    }
}
