//! The camera over a drawing that is larger than its window: pan, zoom, fit, and bringing something into sight.
//!
//! The drawing has coordinates of its own; at zoom 1 one of them is one CSS pixel. Fingers, wheels and keys come as
//! [`Nudge`]s; [`Grip`] makes pans and pinches of pointers. Absent on purpose: time, so no gliding and no easing.

use super::drag::Point;

/// The smallest zoom.
pub const FARTHEST: f64 = 0.05;
/// The largest zoom.
pub const NEAREST: f64 = 2.0;
/// How much of the drawing always stays in the window, in CSS pixels.
const KEPT: f64 = 80.0;
/// How far a pointer moves before it pans: less is a click.
const SLOP: f64 = 4.0;
/// How much a key zooms.
const KEY_FACTOR: f64 = 1.25;
/// How far the wheel turns to double the zoom, in its own units (CSS pixels).
const WHEEL_DOUBLES: f64 = 400.0;

/// A rectangle.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// Its left edge.
    pub x: f64,
    /// Its top edge.
    pub y: f64,
    /// From left to right.
    pub width: f64,
    /// From top to bottom.
    pub height: f64,
}

impl Rect {
    /// The right edge.
    pub const fn right(&self) -> f64 {
        self.x + self.width
    }

    /// The bottom edge.
    pub const fn bottom(&self) -> f64 {
        self.y + self.height
    }

    /// The middle.
    pub const fn middle(&self) -> Point {
        Point { x: self.x + self.width / 2.0, y: self.y + self.height / 2.0 }
    }

    /// True where the two share some area.
    pub fn meets(&self, other: &Self) -> bool {
        self.x < other.right() && other.x < self.right() && self.y < other.bottom() && other.y < self.bottom()
    }

    /// Larger by a margin on every side.
    #[must_use]
    pub const fn grown(&self, by: f64) -> Self {
        Self { x: self.x - by, y: self.y - by, width: self.width + 2.0 * by, height: self.height + 2.0 * by }
    }
}

/// Where the window looks: a point of the drawing is seen at its coordinates times `zoom`, plus `x` and `y`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Camera {
    /// Where the drawing's origin is seen, from the window's left edge.
    pub x: f64,
    /// And from its top.
    pub y: f64,
    /// CSS pixels for one unit of the drawing.
    pub zoom: f64,
}

impl Default for Camera {
    fn default() -> Self {
        Self { x: 0.0, y: 0.0, zoom: 1.0 }
    }
}

/// What a person does to the camera, by key, wheel or button.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Nudge {
    /// One step nearer, around the middle of the window.
    In,
    /// One step farther.
    Out,
    /// All of the drawing.
    Fit,
    /// By so many CSS pixels.
    Pan(f64, f64),
    /// The wheel turned by this much with the pointer at a point of the window.
    Wheel(f64, Point),
}

/// What the camera looks at and through.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct View {
    /// The drawing.
    pub drawing: Rect,
    /// The window's width, in CSS pixels.
    pub width: f64,
    /// The window's height.
    pub height: f64,
}

impl Camera {
    /// Where a point of the drawing is seen.
    pub const fn seen(&self, at: Point) -> Point {
        Point { x: at.x * self.zoom + self.x, y: at.y * self.zoom + self.y }
    }

    /// The point of the drawing that is seen at a point of the window.
    pub const fn at(&self, seen: Point) -> Point {
        Point { x: (seen.x - self.x) / self.zoom, y: (seen.y - self.y) / self.zoom }
    }

    /// The part of the drawing that the window shows.
    pub fn shown(&self, view: &View) -> Rect {
        let corner = self.at(Point::default());
        Rect { x: corner.x, y: corner.y, width: view.width / self.zoom, height: view.height / self.zoom }
    }

    /// The part of the drawing that has to be in the page: what is shown and something around it. It stays the same
    /// for small movements, so that these cost nothing but the movement.
    pub fn around(&self, view: &View) -> Rect {
        let shown = self.shown(view);
        let (across, down) = (view.width / 2.0 / self.zoom, view.height / 2.0 / self.zoom);
        let snapped = |start: f64, end: f64, step: f64| {
            let step = step.max(1.0);
            (((start / step).floor() - 1.0) * step, ((end / step).ceil() + 1.0) * step)
        };
        let (left, right) = snapped(shown.x, shown.right(), across);
        let (top, bottom) = snapped(shown.y, shown.bottom(), down);
        Rect { x: left, y: top, width: right - left, height: bottom - top }
    }

    /// Moved by so many CSS pixels.
    #[must_use]
    pub fn panned(self, dx: f64, dy: f64) -> Self {
        Self { x: self.x + dx, y: self.y + dy, ..self }
    }

    /// Zoomed by a factor; what is seen at the point stays there.
    #[must_use]
    pub fn zoomed(self, factor: f64, around: Point) -> Self {
        let zoom = (self.zoom * factor).clamp(FARTHEST, NEAREST);
        let still = self.at(around);
        Self { x: around.x - still.x * zoom, y: around.y - still.y * zoom, zoom }
    }

    /// After a nudge, with some of the drawing kept in sight.
    #[must_use]
    pub fn nudged(self, nudge: Nudge, view: &View) -> Self {
        let middle = Point { x: view.width / 2.0, y: view.height / 2.0 };
        let next = match nudge {
            Nudge::In => self.zoomed(KEY_FACTOR, middle),
            Nudge::Out => self.zoomed(1.0 / KEY_FACTOR, middle),
            Nudge::Fit => Self::fitting(&view.drawing, view, 24.0, 1.0),
            Nudge::Pan(dx, dy) => self.panned(dx, dy),
            Nudge::Wheel(by, at) => self.zoomed((-by / WHEEL_DOUBLES).exp2(), at),
        };
        next.kept(view)
    }

    /// Shows all of a rectangle in the middle, with a margin, no nearer than `nearest`.
    #[must_use]
    pub fn fitting(what: &Rect, view: &View, margin: f64, nearest: f64) -> Self {
        let room = |size: f64| (size - 2.0 * margin).max(1.0);
        let zoom = (room(view.width) / what.width.max(1.0)).min(room(view.height) / what.height.max(1.0));
        let zoom = zoom.min(nearest).clamp(FARTHEST, NEAREST);
        let middle = what.middle();
        Self { x: view.width / 2.0 - middle.x * zoom, y: view.height / 2.0 - middle.y * zoom, zoom }
    }

    /// Moves no further than it must to show a rectangle with a margin; its top left corner where it is too large.
    #[must_use]
    pub fn revealing(self, what: &Rect, view: &View, margin: f64) -> Self {
        let corner = self.seen(Point { x: what.x, y: what.y });
        let along = |start: f64, size: f64, room: f64| {
            let (first, last) = (margin, room - margin - size);
            if last < first { first - start } else { start.clamp(first, last) - start }
        };
        self.panned(
            along(corner.x, what.width * self.zoom, view.width),
            along(corner.y, what.height * self.zoom, view.height),
        )
    }

    /// Moved back so far that some of the drawing is in the window.
    #[must_use]
    pub fn kept(self, view: &View) -> Self {
        let drawing = &view.drawing;
        let along = |at: f64, start: f64, size: f64, room: f64| {
            let kept = KEPT.min(size * self.zoom).min(room);
            let lowest = kept - (start + size) * self.zoom;
            at.max(lowest).min((room - kept - start * self.zoom).max(lowest))
        };
        Self {
            x: along(self.x, drawing.x, drawing.width, view.width),
            y: along(self.y, drawing.y, drawing.height, view.height),
            ..self
        }
    }
}

/// Pointers that hold the drawing: one pans, two pinch.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Grip {
    /// Pointers that are down, with where they are.
    held: Vec<(i32, Point)>,
    /// How far the first has come, until it counts.
    travelled: f64,
}

impl Grip {
    /// A pointer comes down. A third has no say.
    pub fn press(&mut self, pointer: i32, at: Point) {
        self.release(pointer);
        if self.held.len() < 2 {
            self.held.push((pointer, at));
        }
        if self.held.len() == 1 {
            self.travelled = 0.0;
        }
    }

    /// A pointer moves: the camera after it; `None` while nothing moves.
    pub fn carry(&mut self, camera: Camera, pointer: i32, to: Point) -> Option<Camera> {
        let at = self.held.iter().position(|(held, _)| *held == pointer)?;
        let from = self.held[at].1;
        let other = self.held.iter().find(|(held, _)| *held != pointer).map(|(_, at)| *at);
        let moved = match other {
            None => {
                self.travelled = self.travelled.max(from.distance(to));
                if self.travelled < SLOP {
                    return None;
                }
                camera.panned(to.x - from.x, to.y - from.y)
            }
            Some(other) => {
                self.travelled = f64::INFINITY;
                pinched(camera, (from, other), (to, other))
            }
        };
        self.held[at].1 = to;
        Some(moved)
    }

    /// A pointer is lifted or lost.
    pub fn release(&mut self, pointer: i32) {
        self.held.retain(|(held, _)| *held != pointer);
    }

    /// True from the first movement that counted to the next press: the click that follows is none.
    pub fn has_moved(&self) -> bool {
        self.travelled >= SLOP
    }

    /// True while a pointer is down.
    pub fn is_held(&self) -> bool {
        !self.held.is_empty()
    }
}

/// Two fingers keep what they hold under them.
fn pinched(camera: Camera, from: (Point, Point), to: (Point, Point)) -> Camera {
    let middle = |(a, b): (Point, Point)| Point { x: f64::midpoint(a.x, b.x), y: f64::midpoint(a.y, b.y) };
    let factor = to.0.distance(to.1) / from.0.distance(from.1).max(1.0);
    let (before, after) = (middle(from), middle(to));
    camera.zoomed(factor, before).panned(after.x - before.x, after.y - before.y)
}

#[cfg(test)]
#[path = "camera_tests.rs"]
mod tests;
