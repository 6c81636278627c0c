//! What stands above the timeline: grouping, zoom, and what the marks mean.

use leptos::prelude::*;
use unblock_core::view::timeline::{Grouping, picture};

use super::drawing::Drawing;
use crate::parts::print;
use crate::transfer::{download, file_name};

/// As many rows as can be read on one page.
const ON_PAPER: usize = 45;
/// As many rows as a picture holds.
const IN_A_FILE: usize = 1_000;

/// The toolbar.
#[component]
pub fn Toolbar(
    /// What is drawn.
    drawing: Drawing,
) -> impl IntoView {
    let groupings = [("All", Grouping::Off), ("By owner", Grouping::Owner), ("By tag", Grouping::Tag)];
    let zooms = [("−", "Zoom out", -1.0), ("+", "Zoom in", 1.0), ("Fit", "Fit all days", 0.0)];
    view! {
        <div class="tl-bar-top" role="toolbar" aria-label="Timeline">
            <span class="choice" role="group" aria-label="Group the rows">
                {groupings.map(|(words, grouping)| view! {
                    <button type="button" class="choice-answer" aria-pressed=move || (drawing.grouping.get() == grouping).to_string()
                        on:click=move |_| drawing.grouping.set(grouping)>{words}</button>
                })}
            </span>
            <span class="tl-legend" aria-hidden="true">
                <span><svg class="tl-promised" viewBox="0 0 16 16"><path d="M8 2l6 6-6 6-6-6z" /></svg>"promised"</span>
                <span><svg class="tl-needed" viewBox="0 0 16 16"><path d="M2 3h12l-6 11z" /></svg>"needed by"</span>
                <span><svg class="tl-deadline" viewBox="0 0 16 16"><path d="M8-1v18" /></svg>"deadline"</span>
                <span><i class="tl-buffer"></i>"buffer"</span>
            </span>
            <span class="tl-bar-end">
                {zooms.map(|(words, name, steps)| view! {
                    <button type="button" class="button quiet" aria-label=name title=name
                        on:click=move |_| drawing.zoom_or_fit(steps)>{words}</button>
                })}
                <button type="button" class="button quiet" title="Download the rows as a picture (SVG)"
                    on:click=move |_| save(drawing)>"SVG"</button>
                <button type="button" class="button quiet" title="Print the rows on one landscape page"
                    on:click=move |_| print(&drawn(drawing, ON_PAPER))>"Print"</button>
            </span>
        </div>
    }
}

/// The rows as a picture.
fn drawn(drawing: Drawing, most: usize) -> String {
    let lines = drawing.lines.get_untracked();
    untrack(|| drawing.look(|look| picture(look.scene, &lines, most, look.writing)))
}

fn save(drawing: Drawing) {
    let session = drawing.session();
    download(&file_name(session, "timeline.svg"), "image/svg+xml", &drawn(drawing, IN_A_FILE));
    session.tell("The timeline was downloaded as a picture".to_owned(), false);
}
