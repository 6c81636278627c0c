//! The clipboard, where the page may write to it.

use js_sys::{Array, Function, Object, Reflect};
use leptos::prelude::window;
use leptos::web_sys::{Blob, BlobPropertyBag, Clipboard};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Copies a text as HTML and as it is: where it is pasted decides which is taken. A browser that knows only plain texts
/// takes that. False as for [`copy`].
pub async fn copy_rich(html: &str, text: &str) -> bool {
    let Some((clipboard, item)) = clipboard().zip(rich_item(html, text)) else { return copy(text).await };
    JsFuture::from(clipboard.write(&Array::of1(&item))).await.is_ok() || copy(text).await
}

fn clipboard() -> Option<Clipboard> {
    let clipboard = Reflect::get(&window().navigator(), &"clipboard".into()).ok();
    clipboard.filter(JsValue::is_object).map(JsCast::unchecked_into)
}

/// `new ClipboardItem({"text/html": …, "text/plain": …})`, where the browser has it.
fn rich_item(html: &str, text: &str) -> Option<JsValue> {
    let constructor: Function = Reflect::get(&window(), &"ClipboardItem".into()).ok()?.dyn_into().ok()?;
    let parts = Object::new();
    for (kind, content) in [("text/html", html), ("text/plain", text)] {
        let bag = BlobPropertyBag::new();
        bag.set_type(kind);
        let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&content.into()), &bag).ok()?;
        Reflect::set(&parts, &kind.into(), &blob).ok()?;
    }
    Reflect::construct(&constructor, &Array::of1(&parts)).ok()
}

/// Copies a text. False where the page may not: plain http from another machine, or a browser that forbids it.
pub async fn copy(text: &str) -> bool {
    let Some(clipboard) = clipboard() else { return false };
    JsFuture::from(clipboard.write_text(text)).await.is_ok()
}
