//! The browser's local storage as a [`Shelf`].
//!
//! Nothing here panics where storage is blocked, and only our own keys can be named. `gloo-storage` is not used: it
//! panics on blocked storage, and writes every text as JSON, which costs room for each quotation mark.

use std::rc::Rc;

use js_sys::{JsString, Reflect};
use unblock_core::store::{Key, MemoryShelf, Shelf, ShelfError};
use wasm_bindgen::prelude::*;
use web_sys::{Storage, window};

#[wasm_bindgen]
extern "C" {
    /// A storage whose texts are not copied out of JavaScript when only their length is asked for.
    type Lengths;
    #[wasm_bindgen(method, catch, js_name = getItem)]
    fn text(this: &Lengths, name: &JsString) -> Result<Option<JsString>, JsValue>;
    #[wasm_bindgen(method, catch, js_name = key)]
    fn name(this: &Lengths, index: u32) -> Result<Option<JsString>, JsValue>;
}

/// The shelf of this page, and whether it is the browser's: where that is blocked, boards live in memory.
pub(super) fn shelf() -> (Rc<dyn Shelf>, bool) {
    match window().and_then(|window| window.local_storage().ok().flatten()) {
        Some(storage) => (Rc::new(LocalShelf(storage)), true),
        None => (Rc::new(MemoryShelf::default()), false),
    }
}

struct LocalShelf(Storage);

impl LocalShelf {
    fn length(&self) -> Result<u32, ShelfError> {
        self.0.length().map_err(error)
    }
}

impl Shelf for LocalShelf {
    fn get(&self, key: Key) -> Result<Option<String>, ShelfError> {
        self.0.get_item(&key.to_string()).map_err(error)
    }

    fn set(&self, key: Key, text: &str) -> Result<(), ShelfError> {
        self.0.set_item(&key.to_string(), text).map_err(error)
    }

    fn remove(&self, key: Key) -> Result<(), ShelfError> {
        self.0.remove_item(&key.to_string()).map_err(error)
    }

    fn keys(&self) -> Result<Vec<Key>, ShelfError> {
        let mut keys = Vec::new();
        for index in 0..self.length()? {
            let name = self.0.key(index).map_err(error)?;
            keys.extend(name.and_then(|name| Key::parse(&name)));
        }
        Ok(keys)
    }

    fn units(&self) -> Result<usize, ShelfError> {
        let lengths: &Lengths = self.0.unchecked_ref();
        let mut units = 0;
        for index in 0..self.length()? {
            if let Some(name) = lengths.name(index).map_err(error)? {
                let text = lengths.text(&name).map_err(error)?;
                units += name.length() + text.map_or(0, |text| text.length());
            }
        }
        usize::try_from(units).map_err(|_| ShelfError::Full)
    }
}

/// What a browser's exception means.
fn error(exception: JsValue) -> ShelfError {
    let part = |name: &str| Reflect::get(&exception, &name.into()).ok().and_then(|part| part.as_string());
    let name = part("name").unwrap_or_default();
    match name.as_str() {
        "QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED" => ShelfError::Full,
        "SecurityError" => ShelfError::Blocked,
        _ => ShelfError::Other(part("message").unwrap_or(name)),
    }
}
