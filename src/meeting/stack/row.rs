//! One line of the stack.

use leptos::prelude::*;
use unblock_core::board::ItemId;
use unblock_core::view::stack::{Stack, row};

use super::top;
use crate::session::session;

/// One line.
#[component]
pub fn Row(
    /// Which item.
    id: ItemId,
    /// The stack.
    shown: Memo<Stack>,
) -> impl IntoView {
    let session = session();
    let row = Memo::new(move |_| session.scene.with(|scene| row(scene, id)));
    let transform = move || {
        let at = shown.with(|stack| stack.place(id).map_or(0.0, |place| top(stack, place)));
        format!("translateY({at}px)")
    };
    let line = move || {
        row.get().map(|row| {
            let (name, initials) = row.card.owner.map(|owner| (owner.name, owner.initials)).unzip();
            view! {
                <span class="ring" class:ring-empty=name.is_none() title=name>{initials}</span>
                <button type="button" class="stack-title" dir="auto" on:click=move |_| session.selection.update(|s| s.open(id))>
                    {row.card.giver.map(|giver| format!("{giver} · "))}{row.card.title}
                </button>
                <span class="stack-size">{row.days.unwrap_or_else(|| "no size".to_owned())}</span>
                <span class="stack-score">{row.score.map(|score| format!("RICE {score}"))}</span>
            }
        })
    };
    view! { <div class="stack-row" role="listitem" style:transform=transform>{line}</div> }
}
