//! The left column: the Inbox, the item that is open, or the question what it waits for.

use leptos::prelude::*;

use crate::inbox::Inbox;
use crate::panel::Panel;
use crate::session::session;
use crate::waits::WaitsQuestion;

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
        now
    });
    view! {
        <aside class="side" aria-label="Inbox and item">
            {move || match (asked.get(), open.get()) {
                (Some(waits), _) => view! { <WaitsQuestion waits /> }.into_any(),
                (None, Some(id)) => view! { <Panel id /> }.into_any(),
                (None, None) => view! { <Inbox /> }.into_any(),
            }}
        </aside>
    }
}
