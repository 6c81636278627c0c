//! The camera of a drawing in the page: pointers, the wheel and keys into the core's camera, and the camera into
//! two transforms. Panning moves one layer and nothing else; zooming scales what is on it.

use leptos::html;
use leptos::prelude::*;
use leptos::web_sys::{HtmlElement, KeyboardEvent, MouseEvent, PointerEvent, WheelEvent};
use unblock_core::gesture::{Camera, Grip, Nudge, Point, Rect, View};

use crate::parts::{Size, watch_size};

/// How far an arrow key of the window itself pans, in CSS pixels.
const PAN_STEP: f64 = 80.0;

/// A window onto a drawing.
#[derive(Clone, Copy)]
pub struct Lens {
    /// Where it looks.
    pub camera: RwSignal<Camera>,
    /// The window's size.
    pub size: RwSignal<Size>,
    /// The window.
    pub window: NodeRef<html::Div>,
    /// The layer that is moved.
    pub plane: NodeRef<html::Div>,
    /// What is scaled on it.
    pub sheet: NodeRef<html::Div>,
    /// True while a pointer pans or pinches.
    pub moves: RwSignal<bool>,
    drawing: Signal<Rect>,
    grip: StoredValue<Grip>,
    corner: StoredValue<Point>,
    /// The zoom that is in the page.
    zoom: StoredValue<Option<f64>>,
}

impl Lens {
    /// A window onto a drawing of a size.
    pub fn new(drawing: Signal<Rect>) -> Self {
        let lens = Self {
            camera: RwSignal::new(Camera::default()),
            size: RwSignal::new(Size::default()),
            window: NodeRef::new(),
            plane: NodeRef::new(),
            sheet: NodeRef::new(),
            moves: RwSignal::new(false),
            drawing,
            grip: StoredValue::new(Grip::default()),
            corner: StoredValue::new(Point::default()),
            zoom: StoredValue::new(None),
        };
        Effect::new(move |_| {
            if let Some(window) = lens.window.get() {
                watch_size(&window, lens.size);
            }
        });
        Effect::new(move |_| lens.look());
        lens
    }

    /// What is looked at, and through what.
    pub fn view(self) -> View {
        let size = self.size.get_untracked();
        View { drawing: self.drawing.get_untracked(), width: size.width, height: size.height }
    }

    /// Puts the camera into the page.
    fn look(self) {
        let (Some(plane), Some(sheet)) = (self.plane.get(), self.sheet.get()) else { return };
        let Camera { x, y, zoom } = self.camera.get();
        // Setting from code is allowed by a strict content policy, and these names and values are valid.
        _ = HtmlElement::style(&plane).set_property("transform", &format!("translate({x:.1}px, {y:.1}px)"));
        // What is scaled is painted anew: only where the zoom has changed.
        if self.zoom.get_value() != Some(zoom) {
            self.zoom.set_value(Some(zoom));
            let style = HtmlElement::style(&sheet);
            _ = style.set_property("transform", &format!("scale({zoom:.4})"));
            _ = style.set_property("--far", &format!("{:.3}", 1.0 / zoom));
        }
    }

    /// Moves the camera.
    pub fn nudge(self, nudge: Nudge) {
        let view = self.view();
        self.camera.update(|camera| *camera = camera.nudged(nudge, &view));
    }

    /// Brings a part of the drawing into sight.
    pub fn reveal(self, what: &Rect) {
        let view = self.view();
        let (now, camera) = (self.camera.get_untracked(), self.camera);
        let then = now.revealing(what, &view, 40.0);
        if then != now {
            camera.set(then);
        }
    }

    /// Shows a part of the drawing as large as it can be read.
    pub fn zoom_to(self, what: &Rect) {
        self.camera.set(Camera::fitting(what, &self.view(), 60.0, 1.0));
    }

    /// A point of an event, in the window.
    pub fn point(self, event: &MouseEvent) -> Point {
        let corner = self.corner.get_value();
        Point { x: f64::from(event.client_x()) - corner.x, y: f64::from(event.client_y()) - corner.y }
    }

    /// Notes where the window is: it does not move while a pointer is down.
    pub fn measure(self) {
        if let Some(window) = self.window.get_untracked() {
            let area = window.get_bounding_client_rect();
            self.corner.set_value(Point { x: area.left(), y: area.top() });
        }
    }

    /// A pointer comes down on the drawing.
    pub fn press(self, event: &PointerEvent) {
        self.measure();
        let at = self.point(event);
        self.grip.update_value(|grip| grip.press(event.pointer_id(), at));
    }

    /// A pointer moves.
    pub fn travel(self, event: &PointerEvent) {
        let (to, camera) = (self.point(event), self.camera.get_untracked());
        let moved = self.grip.try_update_value(|grip| grip.carry(camera, event.pointer_id(), to)).flatten();
        if let Some(moved) = moved {
            let window = self.window.get_untracked();
            if let Some(window) = window.filter(|window| !window.has_pointer_capture(event.pointer_id())) {
                // Without the capture a pan still works inside of the window.
                _ = window.set_pointer_capture(event.pointer_id());
            }
            if !self.moves.get_untracked() {
                self.moves.set(true);
            }
            self.camera.set(moved.kept(&self.view()));
        }
    }

    /// A pointer is lifted or lost.
    pub fn release(self, event: &PointerEvent) {
        self.grip.update_value(|grip| grip.release(event.pointer_id()));
        if self.moves.get_untracked() {
            self.moves.set(false);
        }
    }

    /// True where the click that follows a press ends a pan.
    pub fn has_moved(self) -> bool {
        self.grip.with_value(Grip::has_moved)
    }

    /// The wheel zooms; with Shift, and sideways, it pans.
    pub fn wheel(self, event: &WheelEvent) {
        event.prevent_default();
        self.measure();
        // Lines and pages, as some mice count, in pixels.
        let unit = match event.delta_mode() {
            WheelEvent::DOM_DELTA_LINE => 33.0,
            WheelEvent::DOM_DELTA_PAGE => 400.0,
            _ => 1.0,
        };
        let (dx, dy) = (event.delta_x() * unit, event.delta_y() * unit);
        let pinch = event.ctrl_key();
        self.nudge(if event.shift_key() && !pinch {
            Nudge::Pan(-dx - dy, 0.0)
        } else if dx.abs() > dy.abs() {
            Nudge::Pan(-dx, -dy)
        } else {
            // Pinches on a touchpad come as small turns with Ctrl.
            Nudge::Wheel(if pinch { dy * 4.0 } else { dy }, self.point(event))
        });
    }

    /// Keys of the camera: + and −, 0 for all, and the arrows with Shift. False for any other.
    pub fn key(self, event: &KeyboardEvent) -> bool {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return false;
        }
        let nudge = match event.key().as_str() {
            "+" | "=" => Nudge::In,
            "-" | "_" => Nudge::Out,
            "0" => Nudge::Fit,
            "ArrowLeft" if event.shift_key() => Nudge::Pan(PAN_STEP, 0.0),
            "ArrowRight" if event.shift_key() => Nudge::Pan(-PAN_STEP, 0.0),
            "ArrowUp" if event.shift_key() => Nudge::Pan(0.0, PAN_STEP),
            "ArrowDown" if event.shift_key() => Nudge::Pan(0.0, -PAN_STEP),
            _ => return false,
        };
        self.nudge(nudge);
        true
    }
}
