//! Markup and styles for what is drawn by hand, in ways that the page's security policy allows: it blocks `style`
//! attributes, and lets styles be set from code.

use leptos::html;
use leptos::prelude::*;
use leptos::web_sys::{Element, HtmlElement};
use wasm_bindgen::JsCast;

/// Sets the style of an element, in place of what it had.
pub fn style(element: &Element, css: &str) {
    // Elements of drawings have a style as those of pages do.
    HtmlElement::style(element.unchecked_ref()).set_css_text(css);
}

/// Fills an element with markup, in which `data-style` stands for the attribute that is blocked. Whoever writes the
/// markup escapes what people wrote.
pub fn fill(element: &Element, markup: &str) {
    element.set_inner_html(markup);
    let Ok(styled) = element.query_selector_all("[data-style]") else { return };
    for index in 0..styled.length() {
        if let Some(part) = styled.item(index).and_then(|part| part.dyn_into::<Element>().ok()) {
            style(&part, &part.get_attribute("data-style").unwrap_or_default());
        }
    }
}

/// Fills an element with markup now and whenever that changes.
pub fn keep_filled(element: NodeRef<html::Div>, markup: impl Fn() -> String + 'static) {
    Effect::new(move |_| {
        if let Some(element) = element.get() {
            fill(&element, &markup());
        }
    });
}
