//! Copying a text, and what to do where the browser does not allow it.

use js_sys::Reflect;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::web_sys::Clipboard;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

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
        spawn_local(async move {
            let text = text();
            if write(&text).await {
                by_hand.set(None);
                session.tell(done(), false);
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

/// False where the page may not copy: plain http from another machine, or a browser that forbids it.
async fn write(text: &str) -> bool {
    let clipboard = Reflect::get(&window().navigator(), &"clipboard".into()).ok();
    let Some(clipboard) = clipboard.filter(JsValue::is_object) else { return false };
    let clipboard: Clipboard = clipboard.unchecked_into();
    JsFuture::from(clipboard.write_text(text)).await.is_ok()
}
