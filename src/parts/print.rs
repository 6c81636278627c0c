//! A picture or a text alone on a sheet of paper: the page around it is left out.
//!
//! A picture is shown as an image, as the browser shows an SVG file: its styles stay its own, and nothing in it can run.

use js_sys::Array;
use leptos::prelude::*;
use leptos::web_sys::{Blob, BlobPropertyBag, Element, Url};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

use super::markup::fill;

/// The class of what is printed; `style/print.css` shows it on paper only, and nothing else beside it.
const SHEET: &str = "print-sheet";
/// The classes of a text that is printed.
const TEXT: &str = "print-sheet print-text";

/// Prints an SVG on one landscape page.
pub fn print(picture: &str) {
    // Making an image of a text in memory fails only where memory is out; there is nothing to print then.
    _ = try_print(picture);
}

/// Prints a text, given as HTML, on pages of the printer's own format. Whoever writes the HTML escapes what people wrote.
pub fn print_text(html: &str) {
    let Ok(sheet) = document().create_element("div") else { return };
    sheet.set_class_name(TEXT);
    fill(&sheet, html);
    let gone = sheet.clone();
    if lay_out(&sheet, move || gone.remove()).is_ok() {
        print_soon();
    }
}

/// In the next frame the sheet is laid out. Where printing is not allowed, nothing is printed.
fn print_soon() {
    request_animation_frame(|| _ = window().print());
}

fn try_print(picture: &str) -> Result<(), JsValue> {
    let kind = BlobPropertyBag::new();
    kind.set_type("image/svg+xml");
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&picture.into()), &kind)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let (sheet, image) = (document().create_element("div")?, document().create_element("img")?);
    sheet.set_class_name(SHEET);
    let loaded = Closure::once_into_js(print_soon);
    image.add_event_listener_with_callback("load", loaded.unchecked_ref())?;
    image.set_attribute("alt", "")?;
    image.set_attribute("src", &address)?;
    sheet.append_child(&image)?;
    let gone = sheet.clone();
    lay_out(&sheet, move || {
        gone.remove();
        _ = Url::revoke_object_url(&address);
    })
}

/// Puts a sheet on the page. Some browsers come back before the dialog is closed: the sheet goes when they say that they
/// have printed.
fn lay_out(sheet: &Element, over: impl FnOnce() + 'static) -> Result<(), JsValue> {
    document().body().map(|body| body.append_child(sheet)).transpose()?;
    let options = leptos::web_sys::AddEventListenerOptions::new();
    options.set_once(true);
    window().add_event_listener_with_callback_and_add_event_listener_options(
        "afterprint",
        Closure::once_into_js(over).unchecked_ref(),
        &options,
    )
}
