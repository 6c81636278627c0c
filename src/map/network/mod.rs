//! The network lens of the Map.

use leptos::prelude::*;

/// The network.
#[component]
pub fn Network() -> impl IntoView {
    view! { <div class="map-network"></div> }
}
