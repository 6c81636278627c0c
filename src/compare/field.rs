//! The field over the cell that is being edited. It stands beside the rows, not in them: they can be drawn anew under
//! it.

use leptos::html;
use leptos::prelude::*;
use leptos::web_sys::{ClipboardEvent, KeyboardEvent};
use unblock_core::edit::Action;
use unblock_core::view::compare::{Column, is_block, row, typed_field};

use super::cells::{fill, go_to, held, stepped};
use super::paint::Paper;
use super::state::{Comparing, Editing, Place, title};

/// The field.
#[component]
pub fn CellField(
    /// What the table is drawn on.
    paper: Paper,
) -> impl IntoView {
    let comparing = expect_context::<Comparing>();
    move || comparing.editing.get().map(|editing| view! { <Field paper editing /> })
}

/// Where a cell stands in what scrolls: left, top and width.
fn spot(paper: Paper, place: Place) -> Option<(f64, f64, f64)> {
    let (scroll, cell) = (paper.scroll.get_untracked()?, paper.cell(place)?);
    let (inner, outer) = (cell.get_bounding_client_rect(), scroll.get_bounding_client_rect());
    let left = inner.left() - outer.left() + f64::from(scroll.scroll_left());
    let top = inner.top() - outer.top() + f64::from(scroll.scroll_top());
    Some((left, top, inner.width()))
}

#[component]
fn Field(paper: Paper, editing: Editing) -> impl IntoView {
    let comparing = expect_context::<Comparing>();
    let session = comparing.session();
    let Editing { place, text, select } = editing;
    let field = NodeRef::<html::Input>::new();
    let wrong = RwSignal::new(false);
    let (left, top, width) = spot(paper, place).unwrap_or_default();
    let column = comparing.columns().get(place.column).copied().unwrap_or(Column::Title);
    let name = format!("{} of {}", column.name(comparing.method.get_untracked()), title(session, place.item));
    Effect::new(move |_| {
        let Some(field) = field.get() else { return };
        // A field that cannot be focused is still there to be clicked.
        _ = field.focus();
        if select {
            // Its value is set after it stands in the page.
            queue_microtask(move || field.select());
        }
    });
    let value = move || field.get_untracked().map(|field| field.value()).unwrap_or_default();
    let leave = move || {
        let is_mine = |now: &Option<Editing>| now.as_ref().is_some_and(|now| now.place == place);
        if comparing.editing.try_with_untracked(is_mine).unwrap_or(false)
            && !commit(comparing, place, &value())
        {
            comparing.editing.set(None);
        }
    };
    view! {
        <input type="text" class="cmp-field" class:cmp-figure=column.is_figure() node_ref=field prop:value=text aria-label=name
            autocomplete="off" inputmode=if column.is_figure() { "decimal" } else { "text" }
            aria-invalid=move || wrong.get().then_some("true")
            prop:style=format!("left:{left:.1}px;top:{top:.1}px;width:{width:.1}px")
            on:keydown=move |event| wrong.set(!keyed(comparing, paper, place, &event, field))
            on:paste=move |event| pasted_into(comparing, paper, place, &event)
            on:blur=move |_| leave() />
    }
}

/// Keys in the field. False where what was typed was refused.
fn keyed(
    comparing: Comparing,
    paper: Paper,
    place: Place,
    event: &KeyboardEvent,
    field: NodeRef<html::Input>,
) -> bool {
    let Some(field) = field.get_untracked() else { return true };
    let untouched = || {
        let ends = field.selection_start().ok().flatten().zip(field.selection_end().ok().flatten());
        let all = u32::try_from(field.value().encode_utf16().count()).unwrap_or(u32::MAX);
        ends == Some((0, all))
    };
    let back = if event.shift_key() { -1 } else { 1 };
    let step = match event.key().as_str() {
        "Enter" => (back, 0),
        "Tab" => (0, back),
        "ArrowUp" => (-1, 0),
        "ArrowDown" => (1, 0),
        "ArrowLeft" if untouched() => (0, -1),
        "ArrowRight" if untouched() => (0, 1),
        "Escape" => {
            event.prevent_default();
            event.stop_propagation();
            comparing.editing.set(None);
            paper.focus(place);
            return true;
        }
        _ => return true,
    };
    event.prevent_default();
    event.stop_propagation();
    // Where it goes is where it would have gone before the rows were sorted anew.
    let to = stepped(comparing, place, step.0, step.1).unwrap_or(place);
    let kept = commit(comparing, place, &field.value());
    if kept {
        go_to(comparing, paper, to);
    }
    kept
}

/// Keeps what was typed and closes the field. False where it was refused; that is said.
fn commit(comparing: Comparing, place: Place, text: &str) -> bool {
    let session = comparing.session();
    if text == held(comparing, place) {
        comparing.editing.set(None);
        return true;
    }
    let Some(column) = comparing.columns().get(place.column).copied() else { return true };
    let method = comparing.method.get_untracked();
    let typed = session.board.with_untracked(|board| typed_field(board, column, method, text));
    let (field, said) = match typed {
        Ok(typed) => typed,
        Err(why) => {
            session.complain(format!("It stays as it was: {why}."));
            return false;
        }
    };
    comparing.editing.set(None);
    if !session.dispatch(Action::Edit { items: vec![place.item], field }) {
        return true;
    }
    match said {
        Some(said) => session.tell(said, true),
        None => session.said.set(outcome(comparing, place)),
    }
    true
}

/// What has come of an edit: the score and the rank.
fn outcome(comparing: Comparing, place: Place) -> String {
    let session = comparing.session();
    let method = comparing.method.get_untracked();
    let view = comparing.table.with_untracked(|table| {
        let ranked = table.rows.iter().find(|row| row.item == place.item)?;
        session.scene.with_untracked(|scene| row(scene, method, ranked))
    });
    let Some(view) = view else { return String::new() };
    match (view.score, view.rank) {
        (Ok(score), Some(rank)) => format!("{}: {} {score}, rank {rank}", view.title, method.letters()),
        (Ok(score), None) => format!("{}: {} {score}", view.title, method.letters()),
        (Err(why), _) => format!("{}: no {}, {why}", view.title, method.letters()),
    }
}

/// A block of cells goes over the table; the content of one cell stays in the field.
fn pasted_into(comparing: Comparing, paper: Paper, place: Place, event: &ClipboardEvent) {
    let Some(text) = event.clipboard_data().and_then(|data| data.get_data("text").ok()) else { return };
    event.stop_propagation();
    if is_block(&text) {
        event.prevent_default();
        comparing.editing.set(None);
        fill(comparing, place, &text);
        paper.focus(place);
    }
}
