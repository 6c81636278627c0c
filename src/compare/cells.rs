//! Keys, clicks and pastes on the cells of the table, as in a spreadsheet.

use leptos::prelude::*;
use leptos::web_sys::{ClipboardEvent, Element, Event, KeyboardEvent, MouseEvent};
use unblock_core::board::ItemId;
use unblock_core::edit::Action;
use unblock_core::view::compare::{Column, columns_from, field_text, filled};
use wasm_bindgen::JsCast;

use super::paint::Paper;
use super::room::ask_for_cell;
use super::state::{Comparing, Editing, Place, title};
use crate::focus::leave_field;
use crate::later::in_next_frame;

/// How many rows a page is.
const PAGE: isize = 15;

fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// The cell that something happened in.
fn place_of(event: &Event) -> Option<Place> {
    let element = target(event)?;
    let row = element.closest("[data-item]").ok().flatten()?;
    let cell = element.closest("[role=gridcell], [role=rowheader]").ok().flatten();
    let marked = cell.and_then(|cell| {
        if cell.has_attribute("data-col") {
            Some(cell)
        } else {
            cell.query_selector("[data-col]").ok().flatten()
        }
    });
    let column = marked.and_then(|cell| cell.get_attribute("data-col")?.parse().ok()).unwrap_or(1);
    Some(Place { item: row.get_attribute("data-item")?.parse().ok()?, column })
}

/// The cell that gets the focus is the one that is meant.
pub fn focused(comparing: Comparing, paper: Paper, event: &Event) {
    let Some(place) = place_of(event) else { return };
    let session = comparing.session();
    if comparing.place.get_untracked() != Some(place) {
        comparing.place.set(Some(place));
    }
    if session.selection.with_untracked(|selection| selection.focus != Some(place.item)) {
        session.selection.update(|selection| selection.focus_on(place.item));
    }
    // A row gets the focus when the item's panel is closed. To move it on now would be heard by this very listener.
    if target(event).is_some_and(|element| element.has_attribute("data-item")) {
        in_next_frame(paper.rows, move || paper.focus(place));
    }
}

/// A click chooses, opens the item, or edits the figure. It is heard when the button goes down: leaving a field may
/// draw the cells anew before it comes up.
pub fn clicked(comparing: Comparing, paper: Paper, event: &MouseEvent) {
    let Some(place) = place_of(event).filter(|_| event.button() == 0) else { return };
    event.prevent_default();
    leave_field();
    go_to(comparing, paper, place);
    match comparing.columns().get(place.column) {
        Some(Column::Choose) => comparing.toggle(place.item),
        Some(Column::Input(_)) => edit(comparing, paper, place, None),
        _ => comparing.session().selection.update(|selection| selection.open(place.item)),
    }
}

/// The focus goes to a cell, and the cell into sight.
pub fn go_to(comparing: Comparing, paper: Paper, place: Place) {
    comparing.place.set(Some(place));
    if let Some(at) = comparing.table.with_untracked(|table| table.find(place.item)) {
        paper.show(at);
    }
    paper.focus(place);
}

/// Keys on a cell that is not being edited.
pub fn pressed(comparing: Comparing, paper: Paper, event: &KeyboardEvent) {
    let Some(place) = place_of(event) else { return };
    let column = comparing.columns().get(place.column).copied();
    let key = event.key();
    if event.alt_key() || ((event.ctrl_key() || event.meta_key()) && !matches!(key.as_str(), "Home" | "End"))
    {
        return;
    }
    let ends = event.ctrl_key() || event.meta_key();
    let step = match (key.as_str(), ends) {
        ("ArrowUp", _) => Some((-1, 0)),
        ("ArrowDown", _) => Some((1, 0)),
        ("ArrowLeft", _) => Some((0, -1)),
        ("ArrowRight", _) => Some((0, 1)),
        ("PageUp", _) => Some((-PAGE, 0)),
        ("PageDown", _) => Some((PAGE, 0)),
        ("Home", false) => Some((0, isize::MIN / 2)),
        ("End", false) => Some((0, isize::MAX / 2)),
        ("Home", true) => Some((isize::MIN / 2, isize::MIN / 2)),
        ("End", true) => Some((isize::MAX / 2, isize::MAX / 2)),
        _ => None,
    };
    match (step, column) {
        (Some((rows, columns)), _) => {
            if let Some(to) = stepped(comparing, place, rows, columns) {
                go_to(comparing, paper, to);
            }
        }
        (None, Some(column)) if acts(comparing, paper, event, place, column) => {}
        _ => return,
    }
    event.prevent_default();
    event.stop_propagation();
}

/// What a key does to the cell itself. False leaves it to the page and the browser.
fn acts(comparing: Comparing, paper: Paper, event: &KeyboardEvent, place: Place, column: Column) -> bool {
    let key = event.key();
    let open = || comparing.session().selection.update(|selection| selection.open(place.item));
    match (key.as_str(), column) {
        ("Enter", _) if event.shift_key() => open(),
        (" ", _) | ("Enter", Column::Choose) => comparing.toggle(place.item),
        ("Enter" | "F2", column) if column.is_edited() => edit(comparing, paper, place, None),
        ("Enter", _) => open(),
        ("Delete" | "Backspace", Column::Input(factor)) => {
            let field = factor.field(None);
            comparing.session().dispatch(Action::Edit { items: vec![place.item], field });
        }
        ("Delete" | "Backspace", _) => {}
        ("r" | "R", Column::Input(_)) if letters(comparing) => _ = ask_for_cell(comparing),
        ("Tab", _) => {
            let by = if event.shift_key() { -1 } else { 1 };
            let Some(to) = stepped(comparing, place, 0, by).filter(|to| *to != place) else { return false };
            go_to(comparing, paper, to);
        }
        (typed, Column::Input(_))
            if typed.len() == 1
                && typed.starts_with(|c: char| c.is_ascii_digit() || c == '.' || c == ',') =>
        {
            edit(comparing, paper, place, Some(key));
        }
        _ => return false,
    }
    true
}

/// True where single letters are keys.
fn letters(comparing: Comparing) -> bool {
    comparing.session().preferences.with_untracked(|preferences| !preferences.letters_off)
}

/// The cell so many rows down and columns to the right, or as far as the table goes.
pub fn stepped(comparing: Comparing, from: Place, rows: isize, columns: isize) -> Option<Place> {
    let last = comparing.columns().len().checked_sub(1)?;
    let column = from.column.saturating_add_signed(columns).min(last);
    comparing.table.with_untracked(|table| {
        let at = table.find(from.item)?;
        let to = at.saturating_add_signed(rows).min(table.rows.len().checked_sub(1)?);
        Some(Place { item: table.rows.get(to)?.item, column })
    })
}

/// Opens the field over a cell: with what it holds, or with what was typed.
fn edit(comparing: Comparing, paper: Paper, place: Place, typed: Option<String>) {
    if let Some(at) = comparing.table.with_untracked(|table| table.find(place.item)) {
        paper.show(at);
    }
    let select = typed.is_none();
    let text = typed.unwrap_or_else(|| held(comparing, place));
    comparing.editing.set(Some(Editing { place, text, select }));
}

/// What a cell holds, as it is typed.
pub fn held(comparing: Comparing, place: Place) -> String {
    let session = comparing.session();
    match comparing.columns().get(place.column) {
        Some(Column::Input(factor)) => session.board.with_untracked(|board| {
            let value = board.item(place.item).and_then(|item| factor.of(item));
            field_text(comparing.method.get_untracked(), *factor, value)
        }),
        _ => title(session, place.item),
    }
}

/// What is in the clipboard goes into the cell with the focus, and as much of it as there is below and to the right. A
/// table with heads is shown before it is taken.
pub fn pasted(comparing: Comparing, event: &ClipboardEvent) {
    let text = event.clipboard_data().and_then(|data| data.get_data("text").ok());
    let (Some(text), Some(place)) = (text, place_of(event)) else { return };
    event.prevent_default();
    event.stop_propagation();
    if !comparing.pending().offer_cells(&text) {
        fill(comparing, place, &text);
    }
}

/// Lays a block of cells onto the table, as one step.
pub fn fill(comparing: Comparing, place: Place, text: &str) {
    let session = comparing.session();
    let method = comparing.method.get_untracked();
    let Some(column) = comparing.columns().get(place.column).copied().filter(|column| column.is_edited())
    else {
        return session.complain("Paste onto a title or a figure: scores are computed.".to_owned());
    };
    let rows: Vec<ItemId> = comparing.table.with_untracked(|table| {
        table.rows.iter().map(|row| row.item).skip_while(|item| *item != place.item).collect()
    });
    let block = session
        .board
        .with_untracked(|board| filled(board, method, text, &rows, &columns_from(method, column)));
    let cells: usize = block.updates.iter().map(|update| update.fields.len()).sum();
    if cells > 0 && !session.dispatch(Action::Fill { updates: block.updates }) {
        return;
    }
    let done = match cells {
        0 => "Nothing was changed".to_owned(),
        1 => "1 cell changed".to_owned(),
        cells => format!("{cells} cells changed"),
    };
    let words = std::iter::once(done).chain(block.notes).collect::<Vec<_>>().join("; ");
    session.tell(words, cells > 0);
}
