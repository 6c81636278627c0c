//! The size of an element, as it is now and whenever it changes.

use leptos::prelude::*;
use leptos::web_sys::{Element, ResizeObserver};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// Width and height of an element's content, in CSS pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Size {
    /// From left to right.
    pub width: f64,
    /// From top to bottom.
    pub height: f64,
}

/// Keeps a signal at the inner size of an element, until the owner is disposed of.
pub fn watch_size(element: &Element, size: RwSignal<Size>) {
    let target = element.clone();
    let measure = move || {
        let now = Size { width: f64::from(target.client_width()), height: f64::from(target.client_height()) };
        if size.try_get_untracked().is_some_and(|then| then != now) {
            size.set(now);
        }
    };
    measure();
    let callback = Closure::<dyn FnMut()>::new(measure);
    let Ok(observer) = ResizeObserver::new(callback.as_ref().unchecked_ref()) else { return };
    observer.observe(element);
    let kept = StoredValue::new_local((observer, callback));
    on_cleanup(move || kept.with_value(|(observer, _)| observer.disconnect()));
}
