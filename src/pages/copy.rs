//! Copying a text, and what to do where the browser does not allow it.

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::parts::copy as clipboard_copy;
use crate::session::session;

/// A button that copies a text. Where the browser refuses, the text is shown, selected, to be copied by hand.
#[component]
pub fn CopyButton(
    /// Makes the text.
    text: impl Fn() -> String + Copy + 'static,
    /// What is said when it is done: "3 lines copied as Markdown".
    done: impl Fn() -> String + Copy + 'static,
) -> impl IntoView {
    let session = session();
    let by_hand = RwSignal::new(None::<String>);
    let copy = move |_| {
        // Both are read before the browser is asked: the page may be left meanwhile.
        let (text, done) = (text(), done());
        spawn_local(async move {
            if clipboard_copy(&text).await {
                by_hand.set(None);
                session.tell(done, false);
            } else {
                session.complain(
                    "The browser does not let this page copy. Copy the text from the field.".to_owned(),
                );
                by_hand.set(Some(text));
            }
        });
    };
    view! {
        <button type="button" class="button" on:click=copy>"Copy as Markdown"</button>
        {move || by_hand.get().map(|text| view! { <ByHand text /> })}
    }
}

/// The text in a field, selected.
#[component]
fn ByHand(
    /// The text.
    text: String,
) -> impl IntoView {
    let field = NodeRef::<html::Textarea>::new();
    Effect::new(move |_| {
        if let Some(field) = field.get() {
            // A field that cannot be focused is still there to be copied from.
            _ = field.focus();
            field.select();
        }
    });
    view! { <textarea class="field by-hand" rows="6" readonly node_ref=field aria-label="The list as Markdown" prop:value=text></textarea> }
}
