//! On an item's panel: the decisions about it, and what somebody does for it.

use leptos::prelude::*;
use unblock_core::board::ItemId;
use unblock_core::view::{Page, actions_for, decisions_about};

use crate::session::session;

/// The decisions and open actions of an item, where there are any.
#[component]
pub fn OnItem(
    /// Which item.
    id: ItemId,
) -> impl IntoView {
    let session = session();
    let told = Memo::new(move |_| {
        session.board.with(|board| {
            let decisions = decisions_about(board, id).into_iter().map(|what| ("Decision", what));
            let actions = actions_for(board, id).into_iter().map(|what| ("Action", what));
            decisions.chain(actions).collect::<Vec<_>>()
        })
    });
    view! {
        <Show when=move || told.with(|told| !told.is_empty())>
            <ul class="link-list" aria-label="Decisions and actions">
                {move || told.get().into_iter().map(|(kind, what)| view! {
                    <li><span class="muted">{kind}" "</span><button type="button" class="link" dir="auto" on:click=move |_| session.go(Page::Decisions)>{what}</button></li>
                }).collect_view()}
            </ul>
        </Show>
    }
}
