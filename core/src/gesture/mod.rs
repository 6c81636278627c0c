//! Gestures as pure state machines: what the browser reports goes in, what to do comes out.
//!
//! Absent on purpose: events, elements and timers of the browser; they are the page's.

mod camera;
mod drag;
mod keys;
mod selection;

pub use camera::{Camera, FARTHEST, Grip, NEAREST, Nudge, Rect, View};
pub use drag::{Drag, Effect, HOLD_MS, Input, Point, Pointer, edge_scroll};
pub use keys::{CARD_KEYS, Chord, Intent, KeyHelp, Step, VIEW_KEYS, intent};
pub use selection::Selection;
