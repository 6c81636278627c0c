//! Above the stack: how much it adds up to, the capacity, and the order that RICE would give.

use leptos::prelude::*;
use unblock_core::view::stack::{capacity, propose};

use super::state::Cutting;
use crate::pages::set_capacity;
use crate::parts::Word;

/// The tools.
#[component]
pub fn Tools(
    /// What is weighed.
    cutting: Cutting,
) -> impl IntoView {
    let session = cutting.session;
    let sum = move || session.scene.with(|scene| cutting.stack.with(|stack| capacity(scene, stack).sum));
    let held = Signal::derive(move || {
        let capacity = session.board.with(|board| board.about.planning.capacity);
        capacity.map(|capacity| capacity.to_string()).unwrap_or_default()
    });
    let proposal =
        Memo::new(move |_| session.scene.with(|scene| cutting.stack.with(|stack| propose(scene, stack))));
    let words = move || proposal.with(|p| p.as_ref().map(|p| p.words.clone()));
    let moved = move || proposal.with(|p| p.as_ref().map_or(0, |p| p.moved));
    let take = move |all: bool| {
        let action =
            proposal.with_untracked(|p| p.as_ref().map(|p| if all { p.all.clone() } else { p.one.clone() }));
        if let Some(action) = action {
            session.dispatch(action);
        }
    };
    view! {
        <div class="stack-tools">
            <p>{sum}". Capacity: "
                <Word label="Capacity" value=held blank="how much?" commit=move |text: String| set_capacity(session, &text) />
            </p>
            <Show when=move || proposal.with(Option::is_some)>
                <p class="stack-proposal">
                    <span dir="auto" title=words>{words}</span>
                    <button type="button" class="link" on:click=move |_| take(false)>"Take it"</button>
                    <Show when=move || { moved() > 2 }>
                        <button type="button" class="link" on:click=move |_| take(true)>{move || format!("Take its order of all {}", moved())}</button>
                    </Show>
                </p>
            </Show>
        </div>
    }
}
