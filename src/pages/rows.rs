//! What the lists of these pages share: a first part of what is long, and the focus after a line has gone.

use leptos::prelude::*;
use leptos::web_sys::HtmlElement;
use wasm_bindgen::JsCast;

/// How many lines of a list are shown before somebody asks for more.
pub const FIRST: usize = 100;

/// Where a line's own button stands, so that the focus can go on to the next one.
const ACTIONS: &str = ".page [data-row-action]";

/// The button under a list that is longer than what is shown of it.
#[component]
pub fn More(
    /// How many lines are shown.
    shown: RwSignal<usize>,
    /// How many there are.
    #[prop(into)]
    all: Signal<usize>,
) -> impl IntoView {
    let left = move || all.get().saturating_sub(shown.get());
    view! {
        <Show when=move || { left() > 0 }>
            <button type="button" class="button rows-more" on:click=move |_| shown.update(|shown| *shown += FIRST)>
                {move || format!("Show {} more of {}", left().min(FIRST), all.get())}
            </button>
        </Show>
    }
}

/// Does what takes a line away. The focus goes to the line that comes into its place, or else to the heading.
pub fn leave_line(action: impl FnOnce()) {
    let active = document().active_element();
    let at = actions().iter().position(|button| active.as_ref() == Some(button.as_ref()));
    action();
    let Some(at) = at else { return };
    request_animation_frame(move || {
        let left = actions();
        let next = left.get(at).or_else(|| left.last()).cloned().or_else(heading);
        if let Some(next) = next {
            // An element that cannot take the focus leaves it where it is.
            _ = next.focus();
        }
    });
}

fn heading() -> Option<HtmlElement> {
    document().query_selector(".page h1").ok().flatten()?.dyn_into().ok()
}

fn actions() -> Vec<HtmlElement> {
    let Ok(found) = document().query_selector_all(ACTIONS) else { return Vec::new() };
    (0..found.length()).filter_map(|at| found.item(at)?.dyn_into().ok()).collect()
}
