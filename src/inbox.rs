//! The Inbox: what is not judged yet, and the field for more.

use leptos::html;
use leptos::prelude::*;

use crate::commands::add_lines;
use crate::format::counted;
use crate::lazy;
use crate::matrix::{Cards, Carrying};
use crate::session::session;
use crate::transfer::{PendingImport, choose_file, offer_paste};
use unblock_core::view::Page;

/// The id of the field, so that `N` finds it.
pub const NEW_ITEM_FIELD: &str = "new-item";

/// The Inbox with its field.
#[component]
pub fn Inbox() -> impl IntoView {
    let session = session();
    let carrying = expect_context::<Carrying>();
    let count = move || session.matrix.with(|view| view.inbox.count);
    let board_empty = Memo::new(move |_| session.board.with(|board| board.items.is_empty()));
    view! {
        <section class="inbox" class:well-target=move || carrying.is_over(None) aria-labelledby="inbox-head">
            <header class="well-head">
                <h2 id="inbox-head">"Inbox"</h2>
                <span class="well-number" aria-hidden="true">"0"</span>
                <span class="well-figures">{move || counted(count(), "to sort", "to sort")}</span>
                <Show when=move || { count() > 0 }>
                    <button type="button" class="button primary" on:click=move |_| session.go(Page::Deal)>"Deal"</button>
                </Show>
            </header>
            <AddField large=board_empty />
            <Show when=move || !board_empty.get() fallback=move || view! { <Begin /> }>
                <Cards column=None />
            </Show>
        </section>
    }
}

/// The field: Enter adds an item, a pasted list adds one a line.
#[component]
fn AddField(
    /// True for the large field of an empty board.
    large: Memo<bool>,
) -> impl IntoView {
    let session = session();
    let pending = expect_context::<PendingImport>();
    let field = NodeRef::<html::Textarea>::new();
    let add = move || {
        let Some(field) = field.get_untracked() else { return };
        let text = field.value();
        field.set_value("");
        session.once_kept(move |kept| {
            // What could not be added is not lost, unless something else was typed meanwhile.
            if !(kept && add_lines(session, &text, None)) && field.value().is_empty() {
                field.set_value(&text);
            }
        });
    };
    view! {
        <textarea id=NEW_ITEM_FIELD class="field add-field" class:add-field-large=large node_ref=field rows="1"
            aria-label="New items, one a line"
            placeholder=move || if large.get() { "Paste your list; one line, one item" } else { "New item, or paste a list" }
            on:paste=move |event| {
                let text = event.clipboard_data().and_then(|data| data.get_data("text/plain").ok());
                // What the browser would have done, where it turns out to be no file.
                let field = field.get_untracked();
                let put = move |text: &str| if let Some(field) = field { _ = field.set_range_text(text); };
                if text.is_some_and(|text| offer_paste(pending, session, text, put)) {
                    event.prevent_default();
                }
            }
            on:keydown=move |event| {
                if event.key() == "Enter" && !event.shift_key() {
                    event.prevent_default();
                    add();
                } else if let (Some(field), "Escape") = (field.get_untracked(), event.key().as_str()) {
                    // A field that keeps the focus is no harm.
                    _ = field.blur();
                }
            }></textarea>
    }
}

/// What else one can begin with.
#[component]
fn Begin() -> impl IntoView {
    let session = session();
    view! {
        <div class="begin">
            <p>"Or drop a file anywhere: a Trello board, a Jira search, GitHub issues, an MS Project file, CSV, or a board of Unblock."</p>
            <button type="button" class="button" on:click=move |_| choose_file()>"Import a file"</button>
            <button type="button" class="button" on:click=move |_| lazy::with_views(session, move |views| (views.example)(session))>"See the example board"</button>
        </div>
    }
}
