//! The cut line: a slider between the items, dragged or moved by keys, that says what a cut there would do.

use std::collections::BTreeSet;
use std::time::Duration;

use leptos::prelude::*;
use leptos::web_sys::KeyboardEvent;

use super::drag::{Dragging, Grip};
use super::state::Cutting;
use crate::focus::focus;
use crate::later::after;

/// The id of the field for the reason.
pub const REASON_FIELD: &str = "cut-reason";

/// What finds the line.
pub const LINE: &str = ".stack-line-words";

/// How long the line is left alone before the live region says what it says.
const REST: Duration = Duration::from_millis(600);

/// The line.
#[component]
pub fn Line(
    /// What is weighed.
    cutting: Cutting,
    /// What is carried.
    dragging: Dragging,
) -> impl IntoView {
    say_when_it_rests(cutting);
    Effect::new(move |before: Option<usize>| {
        let now = cutting.below.get();
        let is_carried = dragging.carried.with_untracked(Option::is_some);
        if now > 0 && !is_carried && before.is_some_and(|before| before != now) {
            dragging.show_the_line();
        }
        now
    });
    let words = move || cutting.told.with(|told| told.words.line.clone());
    let shown = move || {
        if cutting.below.get() == 0 { "Drag up to cut".to_owned() } else { words() }
    };
    let top = move || format!("translateY({}px)", dragging.line_top());
    let key = move |event: KeyboardEvent| {
        let below = cutting.below.get_untracked();
        let all = cutting.stack.with_untracked(|stack| stack.items.len());
        match event.key().as_str() {
            "ArrowUp" | "ArrowRight" => cutting.cut_last(below + 1),
            "ArrowDown" | "ArrowLeft" => cutting.cut_last(below.saturating_sub(1)),
            "PageUp" => cutting.cut_last(below + 5),
            "PageDown" => cutting.cut_last(below.saturating_sub(5)),
            "Home" | "Escape" if below > 0 => cutting.cut_last(0),
            "End" => cutting.cut_last(all),
            "Enter" if below > 0 => focus(REASON_FIELD),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    };
    view! {
        <div class="stack-line" class:stack-line-open=move || { cutting.below.get() > 0 } class:stack-line-stuck=move || dragging.line_is_beyond() class:stack-carried=move || dragging.carries(Grip::Line)
            style:transform=top data-entry="line" data-grip="true">
            <div class="stack-line-words" role="slider" tabindex="0" aria-orientation="vertical" aria-label="Cut line: items below it"
                aria-valuemin="0" aria-valuemax=move || cutting.stack.with(|stack| stack.items.len()).to_string()
                aria-valuenow=move || cutting.below.get().to_string() aria-valuetext=words on:keydown=key>
                {shown}
            </div>
        </div>
    }
}

/// The live region says what the line says, when it rests.
fn say_when_it_rests(cutting: Cutting) {
    let timer = StoredValue::new(None::<TimeoutHandle>);
    let say = move || cutting.session.said.set(cutting.told.with_untracked(|told| told.words.line.clone()));
    Effect::new(move |before: Option<(usize, usize)>| {
        let now = (cutting.below.get(), cutting.both.with(BTreeSet::len));
        if before.is_some_and(|before| before != now && now.0 > 0) {
            if let Some(old) = timer.get_value() {
                old.clear();
            }
            timer.set_value(after(REST, cutting.below, say));
        }
        now
    });
}
