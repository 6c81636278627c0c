//! What stands above the timeline: grouping, zoom, and what the marks mean.

use leptos::prelude::*;
use unblock_core::view::timeline::Grouping;

use super::drawing::Drawing;

/// The toolbar.
#[component]
pub fn Toolbar(
    /// What is drawn.
    drawing: Drawing,
) -> impl IntoView {
    let groupings = [("All", Grouping::Off), ("By owner", Grouping::Owner), ("By tag", Grouping::Tag)];
    let zooms = [("−", "Zoom out", -1.0), ("Fit", "Fit all days", 0.0), ("+", "Zoom in", 1.0)];
    view! {
        <div class="tl-bar-top" role="toolbar" aria-label="Timeline">
            <span class="choice" role="group" aria-label="Group the rows">
                {groupings.map(|(words, grouping)| view! {
                    <button type="button" class="choice-answer" aria-pressed=move || (drawing.grouping.get() == grouping).to_string()
                        on:click=move |_| drawing.grouping.set(grouping)>{words}</button>
                })}
            </span>
            <span class="choice" role="group" aria-label="Zoom">
                {zooms.map(|(words, name, steps)| view! {
                    <button type="button" class="choice-answer" aria-label=name title=name
                        on:click=move |_| drawing.zoom_or_fit(steps)>{words}</button>
                })}
            </span>
            <span class="tl-legend" aria-hidden="true">
                <span><svg class="tl-promised" viewBox="0 0 16 16"><path d="M8 2l6 6-6 6-6-6z" /></svg>"promised"</span>
                <span><svg class="tl-needed" viewBox="0 0 16 16"><path d="M2 3h12l-6 11z" /></svg>"needed by"</span>
                <span><svg class="tl-deadline" viewBox="0 0 16 16"><path d="M8-1v18" /></svg>"deadline"</span>
                <span><i class="tl-buffer"></i>"buffer"</span>
            </span>
        </div>
    }
}
