//! Trash.

use leptos::prelude::*;

/// Trash.
#[component]
pub fn Trash() -> impl IntoView {
    view! { <p></p> }
}
