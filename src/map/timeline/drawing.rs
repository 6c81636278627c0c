//! What is drawn: the rows, the scale, and the part of both that is in sight.

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;
use leptos::web_sys::Element;
use unblock_core::board::ItemId;
use unblock_core::view::timeline::{
    Grouping, Lines, Look, Scale, Span, Writing, axis, lines, steps_down, top, weekends,
};

use super::markup;
use crate::format;
use crate::later::in_next_frame;
use crate::parts::{Size, watch_size};
use crate::session::Session;

/// Ticks are drawn and taken away so many pixels at a time.
const STRIDE: f64 = 512.0;
/// A first look shows a day no narrower and no wider than this, where the whole does not fit.
const READABLE: (f64, f64) = (7.0, 36.0);
/// Room to the left of what is scrolled to.
const BEFORE: f64 = 80.0;

/// How far it is scrolled, in strides to the right and steps of rows down: within them nothing is drawn anew.
type Place = (i32, usize);

/// The signals of the timeline. Copied freely.
#[derive(Clone, Copy)]
pub struct Drawing {
    /// What rows are grouped by.
    pub grouping: RwSignal<Grouping>,
    /// The rows.
    pub lines: Memo<Arc<Lines>>,
    /// Where days stand.
    pub scale: Memo<Scale>,
    /// What scrolls.
    pub scroll: NodeRef<html::Div>,
    /// What the rows stand in.
    pub rows: NodeRef<html::Div>,
    /// What their names stand in.
    pub name_column: NodeRef<html::Div>,
    /// The path of the selected item's links.
    pub threads: RwSignal<String>,
    day: RwSignal<f64>,
    size: RwSignal<Size>,
    place: RwSignal<Place>,
    session: StoredValue<Session>,
    swallows: StoredValue<bool>,
}

impl Drawing {
    /// The timeline of what is open.
    pub fn new(session: Session) -> Self {
        let grouping = RwSignal::new(Grouping::Off);
        let made = move |_: Option<&Arc<Lines>>| {
            let filter = session.filter.get();
            Arc::new(session.scene.with(|scene| lines(scene, &filter, grouping.get())))
        };
        let lines = Memo::new_with_compare(made, |_, _| true);
        let day = RwSignal::new(0.0);
        let scale =
            Memo::new(move |_| Scale::new(lines.with(|lines| lines.extent.unwrap_or_default()), day.get()));
        Self {
            grouping,
            lines,
            scale,
            scroll: NodeRef::new(),
            rows: NodeRef::new(),
            name_column: NodeRef::new(),
            threads: RwSignal::new(String::new()),
            day,
            size: RwSignal::new(Size::default()),
            place: RwSignal::new((0, 0)),
            session: StoredValue::new(session),
            swallows: StoredValue::new(false),
        }
    }

    /// What is open.
    pub fn session(self) -> Session {
        self.session.get_value()
    }

    /// Looks at the beginning, or at the item that is selected already, as soon as the page knows its size.
    pub fn begin(self) {
        Effect::new(move |_| {
            let Some(scroll) = self.scroll.get() else { return };
            watch_size(&scroll, self.size);
            untrack(|| self.look_first(&scroll));
        });
    }

    fn look_first(self, scroll: &Element) {
        if self.day.get_untracked() <= 0.0 {
            self.fit();
            let fits = self.day.get_untracked();
            self.day.set(fits.clamp(READABLE.0, READABLE.1));
        }
        let today = self.session().today.get_untracked();
        let from = self.scale.get_untracked().x(today) - BEFORE;
        let (scroll, subject) = (scroll.clone(), self.subject());
        // The room gets its width before the next frame: until then there may be nowhere to scroll to.
        in_next_frame(self.day, move || {
            scroll.set_scroll_left(rounded(from));
            if let Some(id) = subject {
                self.show(id);
            }
        });
    }

    /// The width of the names, in CSS pixels.
    pub fn names(self) -> f64 {
        match self.size.get().width {
            ..600.0 => 140.0,
            ..1000.0 => 240.0,
            _ => 320.0,
        }
    }

    /// The item whose neighbours light up.
    pub fn subject(self) -> Option<ItemId> {
        self.session().selection.with(|selection| selection.focus.or(selection.open))
    }

    /// Does something with what rows are drawn with.
    pub fn look<T>(self, with: impl FnOnce(Look<'_>) -> T) -> T {
        let scale = self.scale.get();
        self.session().scene.with(|scene| {
            let day = |date| format::day(date, scene.today);
            let writing = Writing { day: &day, month: &format::month };
            with(Look { scene, scale, writing })
        })
    }

    /// The rows to have in the page: first and one past the last.
    pub fn window(self) -> (usize, usize) {
        let seen = self.size.get().height;
        let (_, steps) = self.place.get();
        self.lines.with(|lines| lines.window(steps, seen))
    }

    /// The stretch of days to have in the page.
    fn stretch(self) -> Span {
        let (strides, _) = self.place.get();
        let from = f64::from(strides - 1).max(0.0) * STRIDE;
        Span { x: from, width: self.size.get().width + 3.0 * STRIDE }
    }

    /// The ticks as markup.
    pub fn axis(self) -> String {
        let seen = self.stretch();
        self.look(|look| {
            markup::axis(look, &axis(&look.scale, &look.scene.board.about.calendar, seen, look.writing))
        })
    }

    /// Days off, today and the target as markup.
    pub fn days(self) -> String {
        let seen = self.stretch();
        self.look(|look| {
            markup::days(look, &axis(&look.scale, &look.scene.board.about.calendar, seen, look.writing))
        })
    }

    /// The weekends as a background.
    pub fn weekends(self) -> String {
        let scale = self.scale.get();
        let spans = self.session().board.with(|board| weekends(&scale, &board.about.calendar));
        markup::weekends(&scale, &spans)
    }

    /// Notes how far it is scrolled.
    pub fn scrolled(self) {
        let Some(scroll) = self.scroll.get_untracked() else { return };
        let place = (strides(f64::from(scroll.scroll_left())), steps_down(f64::from(scroll.scroll_top())));
        if self.place.get_untracked() != place {
            self.place.set(place);
        }
    }

    /// How far it is scrolled to the right.
    pub fn scrolled_left(self) -> f64 {
        self.scroll.get_untracked().map_or(0.0, |scroll| f64::from(scroll.scroll_left()))
    }

    /// The click that ends a pull opens nothing.
    pub fn swallow_click(self) {
        self.swallows.set_value(true);
    }

    /// True for a click that ends a pull.
    pub fn swallowed(self) -> bool {
        self.swallows.try_update_value(std::mem::take).unwrap_or_default()
    }

    /// Everything in sight at once.
    pub fn fit(self) {
        let extent = self.lines.with_untracked(|lines| lines.extent.unwrap_or_default());
        let width = untrack(|| self.size.get().width - self.names());
        self.day.set(Scale::fitting(extent, width));
    }

    /// Zooms in or out, or fits.
    pub fn zoom_or_fit(self, steps: f64) {
        if steps.abs() > 0.0 { self.zoom(steps, None) } else { self.fit() }
    }

    /// Zooms in by so many steps; what is at a place of the window stays there.
    pub fn zoom(self, steps: f64, at: Option<f64>) {
        let Some(scroll) = self.scroll.get_untracked() else { return };
        let scale = self.scale.get_untracked();
        let names = untrack(|| self.names());
        let at = at.unwrap_or_else(|| self.size.get_untracked().width.midpoint(names)) - names;
        let days = (f64::from(scroll.scroll_left()) + at) / scale.day;
        let day = scale.zoomed(steps);
        self.day.set(day);
        // The room gets its new width before the next frame.
        request_animation_frame(move || scroll.set_scroll_left(rounded(days * day - at)));
    }

    /// Scrolls a row into sight, and its bar, by the least.
    pub fn show(self, id: ItemId) {
        let (Some(scroll), Some(at)) =
            (self.scroll.get_untracked(), self.lines.with_untracked(|lines| lines.find(id)))
        else {
            return;
        };
        let size = self.size.get_untracked();
        let (row, above) = (top(at), f64::from(scroll.scroll_top()));
        let seen = size.height - markup::HEAD - unblock_core::view::timeline::ROW;
        if row < above || row > above + seen {
            scroll.set_scroll_top(rounded((row - seen / 2.0).max(0.0)));
        }
        let bar = untrack(|| self.look(|look| look.scene.row(id).map(|row| look.bar(&row))));
        let (left, names) = (f64::from(scroll.scroll_left()), untrack(|| self.names()));
        if let Some(bar) = bar.filter(|bar| bar.end() < left || bar.x > left + size.width - names) {
            scroll.set_scroll_left(rounded(bar.x - BEFORE));
        }
    }
}

#[allow(
    clippy::cast_possible_truncation,
    reason = "a page is narrower than 2^31 pixels, and the cast saturates"
)]
pub fn rounded(pixels: f64) -> i32 {
    pixels.round() as i32
}

#[allow(clippy::cast_possible_truncation, reason = "as above")]
fn strides(pixels: f64) -> i32 {
    (pixels / STRIDE) as i32
}
