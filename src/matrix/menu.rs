//! The menu of a card: everything that dragging and keys do, by single clicks. One menu serves all cards.

use leptos::html;
use leptos::prelude::*;
use leptos::web_sys::Element;
use unblock_core::board::{ItemField, ItemId, Priority, Quadrant};
use unblock_core::edit::{Action, Place};
use unblock_core::view::steps_to;

use crate::commands;
use crate::lazy::{self, Aside};
use crate::parts::{MenuItem, MenuList, open_menu};
use crate::session::session;

/// Which card the menu is about.
#[derive(Clone, Copy)]
pub struct CardMenuState {
    about: RwSignal<Option<(ItemId, Option<Quadrant>)>>,
    popover: NodeRef<html::Div>,
}

impl CardMenuState {
    /// The menu, closed.
    pub fn new() -> Self {
        Self { about: RwSignal::new(None), popover: NodeRef::new() }
    }

    /// Opens the menu at an element of a card.
    pub fn open(self, item: ItemId, column: Option<Quadrant>, anchor: &Element) {
        let session = session();
        session.selection.update(|selection| {
            if !selection.chosen.contains(&item) {
                selection.focus_on(item);
            }
        });
        self.about.set(Some((item, column)));
        open_menu(self.popover, anchor);
    }
}

/// The menu itself.
#[component]
pub fn CardMenu() -> impl IntoView {
    let session = session();
    let state = expect_context::<CardMenuState>();
    view! { <MenuList id="card-menu" label="Card" popover=state.popover>{lazy::beside(session, Aside::CardMenu)}</MenuList> }
}

/// The lines of the menu.
#[component]
pub fn CardLines() -> impl IntoView {
    let session = session();
    let state = expect_context::<CardMenuState>();
    let item = move || state.about.get_untracked().map(|(item, _)| item);
    let meant =
        move || item().map(|item| session.selection.with_untracked(|s| s.with(item))).unwrap_or_default();
    let column = move || state.about.get().and_then(|(_, column)| column);
    let put = move |to: Option<Quadrant>| session.put(meant(), to, Place::Bottom);
    let place = move |place: Place| {
        let to = state.about.get_untracked().and_then(|(_, column)| column);
        session.put(meant(), to, place);
    };
    let step = move |steps: isize| {
        let items = meant();
        let to = state.about.get_untracked().and_then(|(_, column)| column);
        let next = session.matrix.with_untracked(|view| steps_to(&view.column(to).items, &items, steps));
        if let Some(next) = next {
            session.put(items, to, next);
        }
    };
    let name =
        move |quadrant: Quadrant| session.board.with(|board| board.about.quadrants.name(quadrant).to_owned());
    view! {
            <MenuItem key="Enter" action=move || if let Some(item) = item() { session.selection.update(|s| s.open(item)) }>"Open"</MenuItem>
            <MenuItem key="E" action=move || session.renaming.set(item())>"Edit the title"</MenuItem>
            <MenuItem key="Space" action=move || if let Some(item) = item() { session.selection.update(|s| s.toggle(item)); }>"Select, or unselect"</MenuItem>
            <hr />
            {Quadrant::ALL.map(|quadrant| view! {
                <MenuItem key=(quadrant.index() + 1).to_string() disabled=Signal::derive(move || column() == Some(quadrant))
                    action=move || put(Some(quadrant))>"Move to "{move || name(quadrant)}</MenuItem>
            })}
            <MenuItem key="0" disabled=Signal::derive(move || column().is_none()) action=move || put(None)>"Move to the Inbox"</MenuItem>
            <hr />
            <MenuItem action=move || place(Place::Top)>"To the top"</MenuItem>
            <MenuItem key="Alt ←" action=move || step(-1)>"One place up"</MenuItem>
            <MenuItem key="Alt →" action=move || step(1)>"One place down"</MenuItem>
            <MenuItem action=move || place(Place::Bottom)>"To the bottom"</MenuItem>
            <hr />
            <div class="menu-row" role="group" aria-label="Priority">
                {Priority::ALL.map(|priority| view! {
                    <MenuItem action=move || _ = session.dispatch(Action::Edit { items: meant(), field: ItemField::Priority(priority) })>
                        {priority.word()}
                    </MenuItem>
                })}
            </div>
            <MenuItem key="X" action=move || commands::finish(session, meant())>"Done, or not done"</MenuItem>
            <MenuItem key="Delete" action=move || commands::trash(session, meant())>"Into the trash"</MenuItem>
    }
}
