//! Boards.

use leptos::prelude::*;

/// Boards.
#[component]
pub fn Boards() -> impl IntoView {
    view! { <p></p> }
}
