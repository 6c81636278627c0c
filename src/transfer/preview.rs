//! The preview of an import: what a file would bring, before anything is taken.

use leptos::prelude::*;

/// The import that waits for a yes, if any.
#[derive(Clone, Copy)]
pub struct PendingImport;

/// The preview.
#[component]
pub fn ImportPage() -> impl IntoView {
    view! { <p></p> }
}
