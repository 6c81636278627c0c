//! The register lens of the Map.

use leptos::prelude::*;

/// The register.
#[component]
pub fn Register() -> impl IntoView {
    view! { <div class="map-register"></div> }
}
