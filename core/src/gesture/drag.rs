//! A drag by mouse, touch or pen, from the press to the drop.
//!
//! A mouse or pen lifts after 5 pixels; a finger after it has rested for [`HOLD_MS`], or at once on the handle, so
//! that a list can still be scrolled by touch. Escape, a lost pointer or a second one ends it without a drop.

use crate::board::ItemId;

/// How far a mouse or pen moves before it lifts, in CSS pixels.
const SLOP: f64 = 5.0;
/// How far a finger may tremble while it rests.
const TREMBLE: f64 = 10.0;
/// How long a finger rests before it lifts, in milliseconds.
pub const HOLD_MS: u32 = 200;
/// How near to an edge a list begins to scroll, in CSS pixels.
const EDGE: f64 = 48.0;
/// The fastest scrolling, in CSS pixels per frame.
const FASTEST: f64 = 18.0;

/// A point of the viewport, in CSS pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// From the left.
    pub x: f64,
    /// From the top.
    pub y: f64,
}

impl Point {
    /// How far it is to another.
    pub fn distance(self, other: Self) -> f64 {
        (self.x - other.x).hypot(self.y - other.y)
    }
}

/// What presses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pointer {
    /// A mouse or a pen.
    Fine,
    /// A finger on a card.
    Finger,
    /// A finger on the handle, which does not scroll.
    FingerOnHandle,
}

/// Where a drag is.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Drag {
    /// Nothing is pressed.
    #[default]
    Idle,
    /// Pressed, not lifted yet.
    Pressed {
        /// Which pointer.
        pointer: i32,
        /// What presses.
        with: Pointer,
        /// Where.
        at: Point,
        /// The items that would be lifted.
        items: Vec<ItemId>,
    },
    /// Lifted.
    Lifted {
        /// Which pointer.
        pointer: i32,
        /// The items, in the board's order.
        items: Vec<ItemId>,
        /// Where the pointer is.
        at: Point,
    },
}

/// What the browser reports.
#[derive(Clone, Debug, PartialEq)]
pub enum Input {
    /// A press on a card.
    Press {
        /// Which pointer.
        pointer: i32,
        /// What presses.
        with: Pointer,
        /// Where.
        at: Point,
        /// The items that would be lifted.
        items: Vec<ItemId>,
    },
    /// The pointer moved.
    Move {
        /// Which pointer.
        pointer: i32,
        /// Where to.
        at: Point,
    },
    /// A finger has rested for [`HOLD_MS`].
    Held,
    /// The pointer was released.
    Release {
        /// Which pointer.
        pointer: i32,
    },
    /// Escape, a lost pointer, a scroll that took over.
    Cancel,
}

/// What the page does about it.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Nothing.
    None,
    /// Reports [`Input::Held`] after [`HOLD_MS`].
    WaitForHold,
    /// Lifts the cards.
    Lift,
    /// Moves the lifted cards.
    Carry(Point),
    /// Drops the items where the pointer is, and swallows the click that follows.
    Drop(Vec<ItemId>, Point),
    /// Puts the cards back where they were.
    PutBack,
}

impl Drag {
    /// The items that are lifted.
    pub fn lifted(&self) -> &[ItemId] {
        match self {
            Self::Lifted { items, .. } => items,
            _ => &[],
        }
    }

    /// The next state, and what to do.
    #[must_use]
    pub fn step(self, input: Input) -> (Self, Effect) {
        match (self, input) {
            (Self::Idle, Input::Press { pointer, with, at, items }) => {
                let effect = if with == Pointer::Finger { Effect::WaitForHold } else { Effect::None };
                (Self::Pressed { pointer, with, at, items }, effect)
            }
            (Self::Pressed { pointer, with, at, items }, input) => pressed(pointer, with, at, items, &input),
            (Self::Lifted { pointer, items, at }, input) => lifted(pointer, items, at, &input),
            (Self::Idle, _) => (Self::Idle, Effect::None),
        }
    }
}

fn pressed(pointer: i32, with: Pointer, at: Point, items: Vec<ItemId>, input: &Input) -> (Drag, Effect) {
    match *input {
        Input::Move { pointer: moved, at: now } if moved == pointer => {
            let distance = at.distance(now);
            match with {
                Pointer::Finger if distance > TREMBLE => (Drag::Idle, Effect::None),
                Pointer::Fine | Pointer::FingerOnHandle if distance >= SLOP => {
                    (Drag::Lifted { pointer, items, at: now }, Effect::Lift)
                }
                _ => (Drag::Pressed { pointer, with, at, items }, Effect::None),
            }
        }
        Input::Held if with == Pointer::Finger => (Drag::Lifted { pointer, items, at }, Effect::Lift),
        Input::Held | Input::Move { .. } => (Drag::Pressed { pointer, with, at, items }, Effect::None),
        Input::Release { .. } | Input::Cancel | Input::Press { .. } => (Drag::Idle, Effect::None),
    }
}

fn lifted(pointer: i32, items: Vec<ItemId>, at: Point, input: &Input) -> (Drag, Effect) {
    match *input {
        Input::Move { pointer: moved, at: now } if moved == pointer => {
            (Drag::Lifted { pointer, items, at: now }, Effect::Carry(now))
        }
        Input::Release { pointer: released } if released == pointer => (Drag::Idle, Effect::Drop(items, at)),
        Input::Cancel | Input::Press { .. } => (Drag::Idle, Effect::PutBack),
        Input::Held | Input::Move { .. } | Input::Release { .. } => {
            (Drag::Lifted { pointer, items, at }, Effect::None)
        }
    }
}

/// How far a list scrolls in this frame, when something is carried at a height between its top and bottom: not at
/// all in the middle, faster the nearer to an edge or beyond it.
pub fn edge_scroll(y: f64, top: f64, bottom: f64) -> f64 {
    let push = |depth: f64| (depth / EDGE).clamp(0.0, 1.0) * FASTEST;
    let (up, down) = (push(top + EDGE - y), push(y - (bottom - EDGE)));
    if bottom - top < 2.0 * EDGE { 0.0 } else { down - up }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn at(x: f64, y: f64) -> Point {
        Point { x, y }
    }

    fn items() -> Vec<ItemId> {
        vec![ItemId::new(Uuid::from_u128(1))]
    }

    fn press(with: Pointer) -> Drag {
        Drag::default().step(Input::Press { pointer: 1, with, at: at(0.0, 0.0), items: items() }).0
    }

    fn moved(drag: Drag, x: f64) -> (Drag, Effect) {
        drag.step(Input::Move { pointer: 1, at: at(x, 0.0) })
    }

    #[test]
    fn a_mouse_lifts_after_five_pixels_and_drops_where_it_is() {
        let (drag, effect) = moved(press(Pointer::Fine), 4.0);
        assert_eq!(effect, Effect::None);
        let (drag, effect) = moved(drag, 5.0);
        assert_eq!((drag.lifted(), effect), (items().as_slice(), Effect::Lift));
        let (drag, effect) = moved(drag, 50.0);
        assert_eq!(effect, Effect::Carry(at(50.0, 0.0)));
        let (drag, effect) = drag.step(Input::Release { pointer: 1 });
        assert_eq!((drag, effect), (Drag::Idle, Effect::Drop(items(), at(50.0, 0.0))));
    }

    #[test]
    fn a_click_does_not_move_anything() {
        let (drag, effect) = press(Pointer::Fine).step(Input::Release { pointer: 1 });
        assert_eq!((drag, effect), (Drag::Idle, Effect::None));
    }

    #[test]
    fn a_finger_that_moves_at_once_scrolls_and_one_that_rests_lifts() {
        assert_eq!(moved(press(Pointer::Finger), 12.0).0, Drag::Idle);
        let (drag, effect) = press(Pointer::Finger).step(Input::Held);
        assert_eq!((drag.lifted(), effect), (items().as_slice(), Effect::Lift));
        assert_eq!(moved(press(Pointer::FingerOnHandle), 6.0).1, Effect::Lift);
    }

    #[test]
    fn escape_or_a_second_pointer_puts_the_cards_back() {
        let lift = || moved(press(Pointer::Fine), 9.0).0;
        assert_eq!(lift().step(Input::Cancel), (Drag::Idle, Effect::PutBack));
        let second = Input::Press { pointer: 2, with: Pointer::Fine, at: at(0.0, 0.0), items: items() };
        assert_eq!(lift().step(second), (Drag::Idle, Effect::PutBack));
    }

    #[test]
    fn another_pointer_neither_carries_nor_drops() {
        let (lift, _) = moved(press(Pointer::Fine), 9.0);
        let (same, effect) = lift.clone().step(Input::Move { pointer: 2, at: at(99.0, 0.0) });
        assert_eq!((&same, effect), (&lift, Effect::None));
        assert_eq!(lift.clone().step(Input::Release { pointer: 2 }), (lift, Effect::None));
    }

    #[test]
    fn lists_scroll_near_their_edges_only() {
        assert!((edge_scroll(300.0, 100.0, 500.0)).abs() < f64::EPSILON);
        assert!(edge_scroll(110.0, 100.0, 500.0) < 0.0);
        assert!(edge_scroll(495.0, 100.0, 500.0) > 0.0);
        assert!((edge_scroll(900.0, 100.0, 500.0) - FASTEST).abs() < f64::EPSILON);
        assert!(edge_scroll(110.0, 100.0, 150.0).abs() < f64::EPSILON, "a list too short to scroll stays");
    }
}
