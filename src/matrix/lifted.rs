//! What is carried along with the pointer: the card, and how many more there are.

use leptos::prelude::*;

use super::drag::Carrying;
use crate::session::session;

/// The lifted card.
#[component]
pub fn Lifted() -> impl IntoView {
    let session = session();
    let carrying = expect_context::<Carrying>();
    let title = move || {
        let first = carrying.lifted().first().copied();
        first.and_then(|id| session.board.with(|board| board.item(id).map(|item| item.title.to_string())))
    };
    let more = move || carrying.lifted().len().saturating_sub(1);
    view! {
        <Show when=move || !carrying.lifted().is_empty()>
            <div class="lifted" node_ref=carrying.ghost() aria-hidden="true">
                <p class="card-title" dir="auto">{title}</p>
                <Show when=move || { more() > 0 }>
                    <span class="lifted-more">{move || format!("+ {}", more())}</span>
                </Show>
            </div>
        </Show>
    }
}
