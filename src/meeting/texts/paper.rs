//! A text on a sheet: written on the left, as it will look on the right; copied with its formatting, and printed.

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use unblock_core::view::minutes::rich;

use crate::parts::{copy_rich, keep_filled, print_text};
use crate::session::{Session, session};

/// A text that can be edited, and how it looks.
#[component]
pub fn Paper(
    /// What the text is.
    #[prop(into)]
    label: Signal<String>,
    /// The text, as Markdown.
    text: RwSignal<String>,
    /// Takes the text when somebody has changed it and goes on.
    #[prop(optional, into)]
    keep: Option<Callback<String>>,
) -> impl IntoView {
    view! {
        <div class="paper">
            <textarea class="field paper-field" spellcheck="true" aria-label=label prop:value=move || text.get()
                on:input=move |event| text.set(event_target_value(&event))
                on:change=move |event| if let Some(keep) = keep { keep.run(event_target_value(&event)) }></textarea>
            <Look label text=Signal::derive(move || text.get()) />
        </div>
    }
}

/// A text as it looks.
#[component]
pub fn Look(
    /// What the text is.
    #[prop(into)]
    label: Signal<String>,
    /// The text, as Markdown.
    text: Signal<String>,
) -> impl IntoView {
    let sheet = NodeRef::<html::Div>::new();
    keep_filled(sheet, move || rich(&text.get()));
    let label = move || format!("{}, as it will look", label.get());
    // It scrolls, so that the keyboard has to reach it.
    view! { <div class="paper-look" role="region" tabindex="0" dir="auto" aria-label=label node_ref=sheet></div> }
}

/// Buttons that copy and print a text.
#[component]
pub fn PaperTools(
    /// The text, as Markdown.
    text: Signal<String>,
    /// What is said when it is copied.
    copied: &'static str,
) -> impl IntoView {
    let session = session();
    view! {
        <button type="button" class="button" on:click=move |_| copy(session, text.get_untracked(), copied.to_owned())>"Copy"</button>
        <button type="button" class="button" on:click=move |_| print_text(&rich(&text.get_untracked()))>"Print"</button>
    }
}

/// Copies a text as rich text and as Markdown: where it is pasted decides which is taken.
pub fn copy(session: Session, text: String, copied: String) {
    spawn_local(async move {
        if copy_rich(&rich(&text), &text).await {
            session.tell(copied, false);
        } else {
            session
                .complain("The browser does not let this page copy. Select the text and copy it.".to_owned());
        }
    });
}
