//! The items of the open board that were thrown away, and the way back.
//!
//! Absent on purpose: emptying the trash. What is in it costs little, and undo could not bring it back.

use leptos::prelude::*;
use unblock_core::board::ItemId;
use unblock_core::edit::Action;
use unblock_core::view::Page;

use super::rows::{FIRST, More, leave_line};
use crate::format::{counted, day};
use crate::session::session;

/// The page.
#[component]
pub fn Trash() -> impl IntoView {
    let session = session();
    let list = Memo::new(move |_| {
        session.board.with(|board| board.trash().into_iter().map(|item| item.id).collect::<Vec<_>>())
    });
    let count = Signal::derive(move || list.with(Vec::len));
    let shown = RwSignal::new(FIRST);
    let ids = move || list.with(|list| list.iter().take(shown.get()).copied().collect::<Vec<_>>());
    let restore_all = move |_| {
        let (items, many) = (list.get_untracked(), count.get_untracked());
        if session.dispatch(Action::Restore { items }) {
            session.tell(format!("{} restored", counted(many, "item", "items")), true);
        }
    };
    view! {
        <div class="sheet">
            <header class="sheet-head">
                <h1 tabindex="-1">"Trash"</h1>
                <Show when=move || { count.get() > 0 }>
                    <span class="muted">{move || counted(count.get(), "item", "items")}</span>
                    <button type="button" class="button" on:click=restore_all>"Restore all"</button>
                </Show>
            </header>
            <Show when=move || { count.get() > 0 } fallback=move || view! { <Nothing /> }>
                <ul class="rows">
                    <For each=ids key=|id| *id children=move |id| view! { <Line id /> } />
                </ul>
                <More shown all=count />
            </Show>
        </div>
    }
}

/// What the page is for, where it has nothing to show.
#[component]
fn Nothing() -> impl IntoView {
    let session = session();
    view! {
        <div class="sheet-empty">
            <p class="sheet-empty-head">"The trash is empty."</p>
            <p class="muted">
                "What you throw away (the key Delete, or the menu of a card) waits here with everything it holds, until you want it back."
            </p>
            <button type="button" class="button primary" on:click=move |_| session.go(Page::Matrix)>"To the Matrix"</button>
        </div>
    }
}

/// One item.
#[component]
fn Line(
    /// Which.
    id: ItemId,
) -> impl IntoView {
    let session = session();
    let item = Memo::new(move |_| {
        session.board.with(|board| board.item(id).map(|item| (item.title.to_string(), item.trashed)))
    });
    let title = move || item.get().map(|(title, _)| title).unwrap_or_default();
    let thrown = move || {
        item.get().and_then(|(_, on)| on).map(|on| format!("Thrown away {}", day(on, session.today.get())))
    };
    let restore = move |_| leave_line(|| _ = session.dispatch(Action::Restore { items: vec![id] }));
    view! {
        <li class="row">
            <div class="row-main">
                <p class="row-title" dir="auto">{title}</p>
                <p class="muted">{thrown}</p>
            </div>
            <button type="button" class="button" data-row-action="" aria-label=move || format!("Restore: {}", title()) on:click=restore>"Restore"</button>
        </li>
    }
}
