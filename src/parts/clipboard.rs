//! The clipboard, where the page may write to it.

use js_sys::Reflect;
use leptos::prelude::window;
use leptos::web_sys::Clipboard;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Copies a text. False where the page may not: plain http from another machine, or a browser that forbids it.
pub async fn copy(text: &str) -> bool {
    let clipboard = Reflect::get(&window().navigator(), &"clipboard".into()).ok();
    let Some(clipboard) = clipboard.filter(JsValue::is_object) else { return false };
    let clipboard: Clipboard = clipboard.unchecked_into();
    JsFuture::from(clipboard.write_text(text)).await.is_ok()
}
