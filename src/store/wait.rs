//! Waiting: for a while, and for what JavaScript tells by calling a function.

use js_sys::{Array, Function, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::window;

/// Waits for so many milliseconds.
pub(super) async fn sleep(milliseconds: i32) {
    _ = JsFuture::from(timeout(milliseconds)).await;
}

fn timeout(milliseconds: i32) -> Promise {
    Promise::new(&mut |resolve, _| {
        if let Some(window) = window() {
            // Without a timer the promise stays open: time does not pass then.
            _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds);
        }
    })
}

/// A promise and the function that keeps it.
pub(super) fn promise() -> (Promise, Function) {
    // Not an empty function at first: that would be made from a text, which the page's security policy forbids.
    let mut keep = JsValue::UNDEFINED;
    let promise = Promise::new(&mut |resolve, _| keep = resolve.into());
    (promise, keep.unchecked_into())
}

/// What a promise gives; `undefined` where it gives nothing within so many milliseconds.
pub(super) async fn within(milliseconds: i32, promise: &Promise) -> Result<JsValue, JsValue> {
    JsFuture::from(Promise::race(&Array::of2(promise, &timeout(milliseconds)))).await
}
