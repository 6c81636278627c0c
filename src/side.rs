//! The left column: the Inbox, the item that is open, or the question what it waits for.

use leptos::prelude::*;
use unblock_core::board::ItemId;
use unblock_core::edit::{Action, Role};

use crate::inbox::Inbox;
use crate::lazy::{self, Aside};
use crate::panel::{named, roster};
use crate::parts::Word;
use crate::session::session;

/// The left column.
#[component]
pub fn Side() -> impl IntoView {
    let session = session();
    let open = Memo::new(move |_| session.selection.with(|selection| selection.open));
    let asked = Memo::new(move |_| {
        let on_board =
            |board: &unblock_core::board::Board, id| board.item(id).is_some_and(|i| i.trashed.is_none());
        session.waits.get().filter(|waits| session.board.with(|board| on_board(board, waits.item)))
    });
    // Whoever opens another item has left the question.
    Effect::new(move |before: Option<Option<_>>| {
        let now = open.get();
        if before.is_some_and(|before| before != now) {
            session.waits.set(None);
        }
        if now.is_some() {
            request_animation_frame(uncover);
        }
        now
    });
    view! {
        <aside class="side" aria-label="Inbox and item">
            <Chosen />
            {move || match (asked.get(), open.get()) {
                (Some(waits), _) => lazy::beside(session, Aside::Waits(waits)).into_any(),
                (None, Some(id)) => lazy::beside(session, Aside::Panel(id)).into_any(),
                (None, None) => view! { <Inbox /> }.into_any(),
            }}
        </aside>
    }
}

/// On a narrow page the column is a sheet over the Map: what has the focus comes out from under it.
fn uncover() {
    let sheet = document().query_selector(".body-map > .side").ok().flatten();
    let (Some(sheet), Some(active), Some(body)) = (sheet, document().active_element(), document().body())
    else {
        return;
    };
    let (sheet, row) = (sheet.get_bounding_client_rect(), active.get_bounding_client_rect());
    let under = row.bottom() - sheet.top();
    if sheet.width() >= f64::from(body.client_width()) && under > 0.0 && row.top() < sheet.bottom() {
        window().scroll_by_with_x_and_y(0.0, under);
    }
}

/// What can be said of several items at once: who owns them.
#[component]
fn Chosen() -> impl IntoView {
    let session = session();
    let count = Memo::new(move |_| session.selection.with(|selection| selection.chosen.len()));
    let commit = move |text: String| {
        let person = match text.trim() {
            "" => None,
            text => Some(named(text)?),
        };
        let items: Vec<ItemId> = session.selection.with_untracked(|s| s.chosen.iter().copied().collect());
        session.attempt(Action::Assign { items, role: Role::Owner, person })
    };
    view! {
        <Show when=move || { count.get() > 1 }>
            <div class="chosen" role="group" aria-label="Selected items">
                <strong>{move || format!("{} selected", count.get())}</strong>
                <span>"owned by "<Word label="Owner of the selected" value=Signal::stored(String::new()) blank="who?" options=roster(session) commit /></span>
                <button type="button" class="button quiet" on:click=move |_| session.selection.update(|s| s.chosen.clear())>"Unselect"</button>
            </div>
        </Show>
    }
}
