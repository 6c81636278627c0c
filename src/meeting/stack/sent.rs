//! The message of a cut that was made, to be read over, changed and copied.

use leptos::html;
use leptos::prelude::*;

use super::super::go_on_from;
use super::line::LINE;
use super::state::Cutting;
use crate::format::counted;
use crate::transfer::copy_or_download;

/// The message.
#[component]
pub fn SentMessage(
    /// What was weighed.
    cutting: Cutting,
) -> impl IntoView {
    let session = cutting.session;
    let field = NodeRef::<html::Textarea>::new();
    let sent = cutting.sent.get_untracked();
    let count = sent.as_ref().map_or(0, |sent| sent.items.len());
    let is_new = sent.as_ref().is_some_and(|sent| sent.is_new);
    let text = sent.map(|sent| sent.text).unwrap_or_default();
    // The button that was pressed has gone; who cut reads the message next, from its beginning.
    Effect::new(move |_| {
        if let Some(field) = field.get().filter(|_| is_new) {
            request_animation_frame(move || {
                // A field that cannot be focused is still there to be clicked.
                _ = field.focus();
                _ = field.set_selection_range(0, 0);
                field.set_scroll_top(0);
            });
        }
    });
    let copy = move |_| {
        if let Some(field) = field.get_untracked() {
            copy_or_download(session, field.value(), "The message", "md");
        }
    };
    view! {
        <h2>{format!("{} cut. Tell the others:", counted(count, "item", "items"))}</h2>
        <textarea class="field cut-message" node_ref=field aria-label="Message" dir="auto" prop:value=text
            on:input=move |event| cutting.write(event_target_value(&event))></textarea>
        <div class="cut-do">
            <button type="button" class="button primary" on:click=copy>"Copy the message"</button>
            <button type="button" class="button quiet" on:click=move |_| { cutting.sent.set(None); go_on_from(&[LINE, ".nothing .button"]); }>"Put it away"</button>
        </div>
    }
}
