//! The item panel: a sentence, not a form. Underlined words are edited in place, empty ones are dashed blanks.

mod fields;
mod links;
mod more;
mod sentence;
mod story;

use leptos::html;
use leptos::prelude::*;
use leptos::web_sys::HtmlElement;
use unblock_core::board::{ItemField, ItemId};
use wasm_bindgen::JsCast;

use crate::commands;
use crate::focus::focus_is_lost;
use crate::meeting::OnItem;
use crate::parts::{Icon, Shape, Word};
use crate::session::session;
use fields::{edit, item_text};

pub use fields::{DateWord, PersonWord, named, roster};
pub use links::LinkList;
pub use more::enrolled;

/// The panel of an item.
#[component]
pub fn Panel(
    /// Which item.
    id: ItemId,
) -> impl IntoView {
    let session = session();
    let to_sort = move || session.matrix.with(|view| view.inbox.count);
    let notes = item_text(id, |item| item.notes.clone());
    let back = NodeRef::<html::Button>::new();
    take_focus(back);
    let close = move |_| {
        session.selection.update(|s| s.open = None);
        request_animation_frame(move || focus_card(id));
    };
    view! {
        <section class="panel" aria-label="Item">
            <header class="panel-head">
                <button type="button" class="button quiet" node_ref=back on:click=close>
                    <Icon shape=Shape::Back />"Inbox"{move || Some(to_sort()).filter(|n| *n > 0).map(|n| format!(" · {n} to sort"))}
                </button>
                <button type="button" class="button quiet" on:click=move |_| commands::trash(session, vec![id])>"Trash"</button>
            </header>
            <div class="panel-body">
                <h2 class="panel-title" dir="auto">
                    <Word label="Title" value=item_text(id, |item| item.title.to_string()) blank="Untitled"
                        commit=move |text: String| {
                            let title = text.parse().map_err(|error| format!("The title stays: {error}."))?;
                            edit(session, id, ItemField::Title(title))
                        } />
                </h2>
                <sentence::Sentence id />
                <label class="panel-notes">
                    <span class="panel-label">"Notes"</span>
                    <textarea class="field" dir="auto" rows="5" prop:value=notes
                        on:change=move |event| _ = edit(session, id, ItemField::Notes(event_target_value(&event)))></textarea>
                </label>
                <links::Links id />
                <OnItem id />
                <more::More id />
            </div>
        </section>
    }
}

/// Takes the focus where nothing has it: the card that was clicked has gone with the Inbox.
fn take_focus(back: NodeRef<html::Button>) {
    Effect::new(move |_| {
        let Some(back) = back.get() else { return };
        request_animation_frame(move || {
            // On a phone the panel stands above the card that was tapped.
            back.scroll_into_view_with_bool(false);
            if focus_is_lost() {
                // A button that cannot take the focus can still be reached with Tab.
                _ = back.focus();
            }
        });
    });
}

/// Gives the focus back to the item's card.
fn focus_card(id: ItemId) {
    let card = document().query_selector(&format!("[data-item='{id}']")).ok().flatten();
    if let Some(card) = card.and_then(|card| card.dyn_into::<HtmlElement>().ok()) {
        // A card that cannot take the focus can still be reached with Tab.
        _ = card.focus();
    }
}
