//! The item panel: a sentence, not a form.

use leptos::prelude::*;
use unblock_core::board::ItemId;

/// The panel.
#[component]
pub fn Panel(
    /// Which item.
    id: ItemId,
) -> impl IntoView {
    view! { <p>{id.to_string()}</p> }
}
