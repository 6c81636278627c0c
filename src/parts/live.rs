//! The live region: says to a screen reader what has just happened, politely.

use leptos::prelude::*;

/// A region that is read out when its text changes. The same text twice is read twice.
#[component]
pub fn LiveRegion(
    /// What is said.
    #[prop(into)]
    text: Signal<String>,
) -> impl IntoView {
    let flip = RwSignal::new(false);
    Effect::new(move |_| {
        text.track();
        flip.update(|flip| *flip = !*flip);
    });
    // A no-break space at the end makes an equal text a different one, and is not heard.
    let shown = move || text.with(|text| if flip.get() { format!("{text}\u{a0}") } else { text.clone() });
    view! { <div class="unseen" role="status" aria-live="polite">{shown}</div> }
}
