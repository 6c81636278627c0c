//! The rows in sight, as elements. An element belongs to its item as long as the row is in sight, so that the focus
//! stays; its cells are set anew only where they differ.

use leptos::html;
use leptos::prelude::*;
use leptos::web_sys::{Element, FocusOptions, HtmlElement};
use unblock_core::board::ItemId;
use unblock_core::view::Grid;
use unblock_core::view::compare::{RowView, row};
use wasm_bindgen::JsCast;

use super::keyed::{Piece, lay};
use super::markup;
use super::state::{Comparing, Place};
use crate::later::in_next_frame;
use crate::parts::Size;

/// Height of a row, and of the head above the rows, in CSS pixels.
pub const ROW: f64 = 40.0;
pub const HEAD: f64 = 64.0;
/// Cards have a gap under them that counts for rows as well.
const GAP: f64 = 8.0;

/// What the table is drawn on.
#[derive(Clone, Copy)]
pub struct Paper {
    /// What scrolls.
    pub scroll: NodeRef<html::Div>,
    /// What holds the rows.
    pub rows: NodeRef<html::Div>,
    /// The size of what scrolls.
    pub size: RwSignal<Size>,
    /// How far it is scrolled, in steps of a few rows.
    step: RwSignal<i32>,
    comparing: Comparing,
    grid: Memo<Grid>,
}

/// So many pixels are scrolled before other rows are drawn.
const STEP: i32 = 120;

impl Paper {
    /// An empty paper.
    pub fn new(comparing: Comparing) -> Self {
        let size = RwSignal::new(Size::default());
        let grid = Memo::new(move |_| Grid {
            columns: 1,
            compact: true,
            height: ROW - GAP,
            width: size.get().width,
            count: comparing.table.with(|table| table.rows.len()),
        });
        Self { scroll: NodeRef::new(), rows: NodeRef::new(), size, step: RwSignal::new(0), comparing, grid }
    }

    /// Notes how far it is scrolled.
    pub fn scrolled(self) {
        let Some(scroll) = self.scroll.get_untracked() else { return };
        let step = scroll.scroll_top() / STEP;
        if self.step.get_untracked() != step {
            self.step.set(step);
        }
    }

    fn seen(self) -> f64 {
        (self.size.get_untracked().height - HEAD).max(0.0)
    }

    /// The rows that are seen, or nearly.
    fn window(self) -> (usize, usize) {
        let above = f64::from(self.step.get() * STEP);
        let window = self.grid.get().window(above, self.size.get().height + f64::from(STEP));
        (window.first, window.end)
    }

    /// Scrolls a row into sight, by the least.
    pub fn show(self, at: usize) {
        let Some(scroll) = self.scroll.get_untracked() else { return };
        let to = self.grid.get_untracked().scroll_to(at, f64::from(scroll.scroll_top()), self.seen() - GAP);
        if let Some(to) = to {
            scroll.set_scroll_top(rounded(to));
        }
    }

    /// The element of a cell, if its row is in the page.
    pub fn cell(self, place: Place) -> Option<HtmlElement> {
        let rows = self.rows.get_untracked()?;
        let selector = format!("[data-item='{}'] [data-col='{}']", place.item, place.column);
        rows.query_selector(&selector).ok().flatten()?.dyn_into().ok()
    }

    /// Gives a cell the focus: now, or where it is not in the page yet, in the next frame. A field that has opened
    /// meanwhile keeps it.
    pub fn focus(self, place: Place) {
        if self.focus_now(place) {
            return;
        }
        let editing = self.comparing.editing;
        in_next_frame(self.rows, move || {
            if editing.with_untracked(Option::is_none) {
                self.focus_now(place);
            }
        });
    }

    /// False where the cell is not in the page.
    fn focus_now(self, place: Place) -> bool {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        // A cell that cannot take the focus can still be reached with Tab.
        self.cell(place).map(|cell| cell.focus_with_options(&options)).is_some()
    }
}

#[allow(
    clippy::cast_possible_truncation,
    reason = "a list is shorter than 2^31 pixels, and the cast saturates"
)]
fn rounded(pixels: f64) -> i32 {
    pixels.round() as i32
}

/// Draws the rows in sight now, and whenever something about them changes.
pub fn keep_painted(comparing: Comparing, paper: Paper) {
    let session = comparing.session();
    let painted = StoredValue::new_local(Vec::<(Piece, Element)>::new());
    // An edit touches the selection, seldom what is open.
    let open = Memo::new(move |_| session.selection.with(|selection| selection.open));
    Effect::new(move |_| {
        let Some(rows) = paper.rows.get() else { return };
        let table = comparing.table.get();
        let (first, end) = paper.window();
        let options = comparing.options();
        let open = open.get();
        let place = comparing.place.get();
        let apart = place.and_then(|place| table.find(place.item)).filter(|at| !(first..end).contains(at));
        let shown =
            apart.filter(|at| *at < first).into_iter().chain(first..end).chain(apart.filter(|at| *at >= end));
        let wanted: Vec<Piece> = session.scene.with(|scene| {
            let want = |at: usize| {
                let view = row(scene, table.method, table.rows.get(at)?)?;
                Some(piece(&view, at, open == Some(view.item), options.contains(&view.item)))
            };
            shown.filter_map(want).collect()
        });
        // Setting a style with a plain length cannot fail.
        _ = HtmlElement::style(&rows)
            .set_property("height", &format!("{}px", f64_of(table.rows.len()) * ROW));
        let entry = place.filter(|place| table.find(place.item).is_some());
        let mut lost = false;
        painted.update_value(|painted| lost = lay(&rows, painted, wanted, make));
        if let Some(place) = place.filter(|_| lost) {
            paper.focus_now(place);
        }
        let entry = entry.or_else(|| table.rows.first().map(|row| Place { item: row.item, column: 1 }));
        mark_entry(&rows, entry.and_then(|entry| paper.cell(entry)));
    });
}

/// A row as it is to be.
fn piece(view: &RowView, at: usize, is_open: bool, is_chosen: bool) -> Piece {
    let class = match (is_open, view.is_over) {
        (true, _) => "cmp-row cmp-open",
        (_, true) => "cmp-row cmp-over",
        _ => "cmp-row",
    };
    Piece {
        item: view.item,
        attributes: [
            ("data-style", format!("top:{}px", f64_of(at) * ROW)),
            ("aria-rowindex", (at + 2).to_string()),
            ("class", class.to_owned()),
        ],
        parts: markup::cells(view, is_chosen),
    }
}

fn make(item: ItemId) -> Option<Element> {
    let element = document().create_element("div").ok()?;
    // Setting attributes with valid names cannot fail.
    _ = element.set_attribute("role", "row");
    _ = element.set_attribute("data-item", &item.to_string());
    _ = element.set_attribute("tabindex", "-1");
    Some(element)
}

/// One cell of the table can be reached with Tab.
fn mark_entry(rows: &Element, entry: Option<HtmlElement>) {
    if let Ok(Some(old)) = rows.query_selector("[data-col][tabindex='0']") {
        _ = old.set_attribute("tabindex", "-1");
    }
    _ = entry.map(|entry| entry.set_attribute("tabindex", "0"));
}

/// Counts are far below 2^52.
#[allow(clippy::cast_precision_loss, reason = "a count of rows is far below 2^52")]
fn f64_of(count: usize) -> f64 {
    count as f64
}
