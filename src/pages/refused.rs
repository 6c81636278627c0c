//! Refused.

use leptos::prelude::*;

/// Refused.
#[component]
pub fn Refused() -> impl IntoView {
    view! { <p></p> }
}
