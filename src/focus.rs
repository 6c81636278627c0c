//! Where the browser's focus is, and who gets it.
//!
//! Absent on purpose: which key does what, see `keyboard`.

use leptos::prelude::*;
use leptos::web_sys::{Element, HtmlElement};
use wasm_bindgen::JsCast;

/// True where nothing has the focus: what had it is gone.
pub fn focus_is_lost() -> bool {
    document().active_element().is_none_or(|active| active.tag_name() == "BODY")
}

/// Gives the focus to an element by its id.
pub fn focus(id: &str) {
    let element = document().get_element_by_id(id).and_then(|e| e.dyn_into::<HtmlElement>().ok());
    // An element that is not there or cannot take the focus leaves it where it is.
    _ = element.map(|element| element.focus());
}

/// Gives the focus to the first element that a selector finds. False where there is none.
pub fn focus_on(selector: &str) -> bool {
    let found = document().query_selector(selector).ok().flatten();
    let element = found.and_then(|e| e.dyn_into::<HtmlElement>().ok());
    // An element that cannot take the focus leaves it where it is.
    element.is_some_and(|element| element.focus().is_ok())
}

/// Gives the focus back to the element that has it now, by its id, when what is drawn anew has taken it away.
pub fn keep_focus() {
    let id = document().active_element().map(|active| active.id()).unwrap_or_default();
    if !id.is_empty() {
        request_animation_frame(move || {
            if focus_is_lost() {
                focus(&id);
            }
        });
    }
}

/// Leaves the field that somebody types into, which keeps what was typed, while what it belongs to is still there: a
/// field that goes with its view could not.
pub fn leave_field() {
    let active = document().active_element().and_then(|active| active.dyn_into::<HtmlElement>().ok());
    if let Some(field) = active.filter(|_| is_typing()) {
        // A field that keeps the focus is no harm.
        _ = field.blur();
    }
}

/// True while somebody types.
pub fn is_typing() -> bool {
    focused_in("input, textarea, select, [contenteditable]")
}

/// True where what has the focus is one of these, or stands in one.
pub fn focused_in(selector: &str) -> bool {
    let active: Option<Element> = document().active_element();
    active.is_some_and(|element| element.closest(selector).ok().flatten().is_some())
}
