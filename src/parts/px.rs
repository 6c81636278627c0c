//! Lengths and places as a style says them.
//!
//! The browser writes the numbers: the code that Rust has for it would be 6 KB gzip of each first start.

use js_sys::Number;

/// `12.5px`.
pub fn px(length: f64) -> String {
    // Ten is a radix that there is.
    let number = Number::from(length).to_string_with_radix(10).map(String::from);
    number.unwrap_or_default() + "px"
}

/// `translate(12.5px, 40px)`.
pub fn translate(left: f64, top: f64) -> String {
    format!("translate({}, {})", px(left), px(top))
}
