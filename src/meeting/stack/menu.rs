//! The menu of an item of the stack: everything that dragging and keys do, by single clicks. One menu serves all.

use leptos::html;
use leptos::prelude::*;
use leptos::web_sys::{Element, MouseEvent};
use unblock_core::board::{ItemId, Priority};
use unblock_core::edit::{Action, Place};
use wasm_bindgen::JsCast;

use super::state::Cutting;
use crate::parts::{MenuItem, MenuList, open_menu};

/// Which item the menu is about.
#[derive(Clone, Copy)]
pub struct RowMenuState {
    about: RwSignal<Option<ItemId>>,
    popover: NodeRef<html::Div>,
}

impl RowMenuState {
    /// The menu, closed.
    pub fn new() -> Self {
        Self { about: RwSignal::new(None), popover: NodeRef::new() }
    }

    /// Opens the menu at the button that was clicked.
    pub fn open(self, item: ItemId, event: &MouseEvent) {
        let anchor = event.current_target().and_then(|target| target.dyn_into::<Element>().ok());
        self.about.set(Some(item));
        if let Some(anchor) = anchor {
            open_menu(self.popover, &anchor);
        }
    }

    /// Opens the menu of a row that is in the page.
    pub fn open_at(self, item: ItemId) {
        let anchor = document().query_selector(&format!("[data-entry='{item}'] .stack-menu")).ok().flatten();
        self.about.set(Some(item));
        if let Some(anchor) = anchor {
            open_menu(self.popover, &anchor);
        }
    }
}

/// The menu.
#[component]
pub fn RowMenu(
    /// What is weighed.
    cutting: Cutting,
    /// Which item.
    state: RowMenuState,
) -> impl IntoView {
    let session = cutting.session;
    let with = move |act: fn(Cutting, ItemId)| {
        if let Some(item) = state.about.get_untracked() {
            act(cutting, item);
        }
    };
    let rank = move |priority: Priority| {
        let items: Vec<ItemId> = state.about.get_untracked().into_iter().collect();
        session.dispatch(Action::Rank { items, priority, place: Place::Bottom });
    };
    let is_core = move || {
        state.about.get().is_some_and(|id| session.board.with(|board| board.item(id).is_some_and(|i| i.core)))
    };
    view! {
        <MenuList id="stack-menu" label="Item" popover=state.popover>
            <MenuItem key="Enter" action=move || with(|cutting, item| cutting.session.selection.update(|s| s.open(item)))>"Open"</MenuItem>
            <MenuItem key="C" action=move || with(Cutting::cut_below)>"Cut below here"</MenuItem>
            <MenuItem key="K" action=move || with(Cutting::toggle_core)>{move || if is_core() { "Not core" } else { "Core: never cut" }}</MenuItem>
            <hr />
            <MenuItem key="Alt ↑" action=move || with(|cutting, item| cutting.step(item, false))>"One place up"</MenuItem>
            <MenuItem key="Alt ↓" action=move || with(|cutting, item| cutting.step(item, true))>"One place down"</MenuItem>
            <div class="menu-row" role="group" aria-label="Priority">
                {Priority::ALL.map(|priority| view! { <MenuItem action=move || rank(priority)>{priority.word()}</MenuItem> })}
            </div>
        </MenuList>
    }
}
