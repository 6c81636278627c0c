//! A picture alone on a sheet of paper: the page around it is left out.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// The class of what is printed; `style/print.css` shows it on paper only, and nothing else beside it.
const SHEET: &str = "print-sheet";

/// Prints an SVG on one landscape page. It must come from a writer that escapes what people wrote.
pub fn print(picture: &str) {
    let (Some(body), Ok(sheet)) = (document().body(), document().create_element("div")) else { return };
    sheet.set_class_name(SHEET);
    sheet.set_inner_html(picture);
    // The body takes any element.
    _ = body.append_child(&sheet);
    // Some browsers come back before the dialog is closed: the sheet goes when they say that they have printed.
    let over = Closure::once_into_js(move || sheet.remove());
    let options = leptos::web_sys::AddEventListenerOptions::new();
    options.set_once(true);
    _ = window().add_event_listener_with_callback_and_add_event_listener_options(
        "afterprint",
        over.unchecked_ref(),
        &options,
    );
    // In the next frame the sheet is laid out. Where printing is not allowed, nothing is printed.
    request_animation_frame(|| _ = window().print());
}
