//! What keys and menus both ask for, said once.

use leptos::prelude::*;
use leptos::web_sys::HtmlElement;
use unblock_core::board::{ItemField, ItemId, Kind, Person, Priority, Quadrant, Title};
use unblock_core::edit::{Action, NewItem, Place, Side};
use unblock_core::view::{Page, Proposed};
use wasm_bindgen::JsCast;

use crate::clock;
use crate::focus::focus_on;
use crate::format::counted;
use crate::session::Session;

/// Done: those that are not yet. Where all are, they are not done after all.
pub fn finish(session: Session, mut items: Vec<ItemId>) {
    let is_done = |id: &ItemId| {
        session.board.with_untracked(|board| board.item(*id).is_some_and(|item| item.progress.is_done()))
    };
    let done = !items.iter().all(is_done);
    items.retain(|id| is_done(id) != done);
    session.dispatch(Action::Finish { items, done });
}

/// The next higher priority; after P0 comes backlog.
pub fn raise_priority(session: Session, items: Vec<ItemId>) {
    let first = items
        .first()
        .and_then(|id| session.board.with_untracked(|board| board.item(*id).map(|i| i.priority)));
    let Some(now) = first else { return };
    let at = Priority::ALL.iter().position(|p| *p == now).unwrap_or(0);
    let next = Priority::ALL[(at + Priority::ALL.len() - 1) % Priority::ALL.len()];
    session.dispatch(Action::Edit { items, field: ItemField::Priority(next) });
}

/// Into the trash; in the Matrix the focus goes to the neighbour.
pub fn trash(session: Session, items: Vec<ItemId>) {
    if items.is_empty() {
        return;
    }
    // Elsewhere what stands beside it in the Matrix may be out of sight, and the next key is not for that.
    let is_seen = session.page() == Some(Page::Matrix);
    let next = session.matrix.with_untracked(|view| {
        let (column, at) = view.find(*items.first().filter(|_| is_seen)?)?;
        let column = &view.column(column).items;
        let stays = |id: &&ItemId| !items.contains(id);
        column[at..].iter().find(stays).or_else(|| column[..at].iter().rev().find(stays)).copied()
    });
    if session.dispatch(Action::Trash { items }) {
        session.selection.update(|selection| selection.focus = next);
    }
}

/// Edits the title of the item with the focus: on its card, where that has it (`in_place`), else in the panel.
pub fn rename(session: Session, in_place: bool) {
    let focus = session.selection.with_untracked(|selection| selection.focus);
    if in_place || session.page() == Some(Page::Matrix) {
        return session.renaming.set(focus);
    }
    let Some(focus) = focus else { return };
    session.selection.update(|selection| selection.open(focus));
    // The panel is in the page when the effects of this task have run.
    request_animation_frame(|| {
        if focus_on(".panel-title .word")
            && let Some(title) = document().active_element().and_then(|e| e.dyn_into::<HtmlElement>().ok())
        {
            title.click();
        }
    });
}

/// A list of lines becomes items. What is empty is skipped, what is too long shortened.
pub fn add_lines(session: Session, text: &str, to: Option<Quadrant>) -> bool {
    let titles = text.lines().filter_map(|line| Title::shortened(line).ok());
    let items: Vec<NewItem> = titles.map(|title| NewItem { id: clock::new_item_id(), title }).collect();
    let count = items.len();
    if count == 0 {
        return false;
    }
    let done = session.dispatch(Action::Add { items, to, place: Place::Bottom });
    if done && count > 1 {
        session.tell(format!("{} added", counted(count, "item", "items")), true);
    }
    done
}

/// Makes an item of what was typed, linked with another where one is named.
pub fn introduce(session: Session, new: Proposed, kind: Kind, beside: Option<(ItemId, Side)>) -> bool {
    let who = new.who.map(|name| Person { id: clock::new_person_id(), name });
    let new = NewItem { id: clock::new_item_id(), title: new.title };
    session.dispatch(Action::Introduce { new, kind, who, beside })
}
