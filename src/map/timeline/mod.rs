//! The timeline lens of the Map.

use leptos::prelude::*;

/// The timeline.
#[component]
pub fn Timeline() -> impl IntoView {
    view! { <div class="map-timeline"></div> }
}
