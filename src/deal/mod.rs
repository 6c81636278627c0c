//! Deal mode: the Inbox one card at a time, large, two questions.

use leptos::prelude::*;

/// The page of deal mode.
#[component]
pub fn Deal() -> impl IntoView {
    view! { <p></p> }
}
