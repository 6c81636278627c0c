//! Where a priority begins: a heading that can be dragged, and stepped by buttons.

use leptos::prelude::*;
use unblock_core::board::Priority;
use unblock_core::view::stack::{Entry, Stack};

use super::drag::{Dragging, Grip};
use super::list::Places;
use super::state::Cutting;

/// The divider above a priority.
#[component]
pub fn Divider(
    /// Which.
    priority: Priority,
    /// What is weighed.
    cutting: Cutting,
    /// What is carried.
    dragging: Dragging,
    /// Where the entries stand.
    places: Places,
) -> impl IntoView {
    let grip = Grip::Divider(priority);
    let word = if priority == Priority::Backlog { "Backlog" } else { priority.word() };
    let here = move || cutting.stack.with(|stack| stack.places(priority).len());
    let place =
        move || places.with(|places| places.get(&Entry::Divider(priority)).copied().unwrap_or_default());
    let transform = move || {
        let carried = dragging.carried.get().filter(|carried| carried.grip == grip);
        format!("translateY({}px)", carried.map_or_else(|| cutting.top(place()), |carried| carried.y))
    };
    let step = move |up: bool| {
        let action = cutting.stack.with_untracked(|stack| {
            let start = stack.starts[priority as usize];
            let from = if up { Priority::ALL[(priority as usize).checked_sub(1)?] } else { priority };
            let place = if up { start.checked_sub(1)? } else { start + 1 };
            // What is empty gives nothing, though another would.
            (!stack.places(from).is_empty()).then(|| stack.divide(priority, place))?
        });
        if let Some(action) = action {
            cutting.session.dispatch(action);
        }
    };
    let above = Priority::ALL[(priority as usize).saturating_sub(1)].word();
    let is_first = priority == Priority::P0;
    view! {
        <div class="stack-head" role="listitem" data-entry=priority.word() aria-posinset=move || (place() + 1).to_string() aria-setsize=move || cutting.stack.with(Stack::entries).to_string()
            class:stack-carried=move || dragging.carries(grip) style:transform=transform>
            {(!is_first).then(|| view! { <span class="stack-grip" data-grip="true" aria-hidden="true"></span> })}
            <h2>{word}</h2>
            <span class="muted">{here}</span>
            {(!is_first).then(|| view! {
                <span class="stack-steps">
                    <button type="button" class="icon-button" aria-label=format!("{word} takes the last of {above}") title=format!("{word} takes the last of {above}")
                        on:click=move |_| step(true)>"↑"</button>
                    <button type="button" class="icon-button" aria-label=format!("{above} takes the first of {word}") title=format!("{above} takes the first of {word}")
                        on:click=move |_| step(false)>"↓"</button>
                </span>
            })}
        </div>
    }
}
