//! Dates and numbers as the browser's locale writes them.

use js_sys::{Array, Date as JsDate, Function, Intl, Object, Reflect};
use unblock_core::board::Date;
use wasm_bindgen::JsValue;

thread_local! {
    /// `Thu 12 Mar`: made once, for making one takes longer than a frame's worth of dates.
    static SHORT: Function = formatter(&[("weekday", "short"), ("day", "numeric"), ("month", "short")]);
    /// `12 Mar 2026`.
    static LONG: Function = formatter(&[("day", "numeric"), ("month", "short"), ("year", "numeric")]);
    /// `Mar 2026`.
    static MONTH_OF: Function = formatter(&[("month", "short"), ("year", "numeric")]);
    /// `Mar`.
    static MONTH: Function = formatter(&[("month", "short")]);
    /// `12 Mar 2026, 14:05`.
    static MOMENT: Function = formatter(&[("dateStyle", "medium"), ("timeStyle", "short")]);
}

fn formatter(options: &[(&str, &str)]) -> Function {
    let object = Object::new();
    for (key, value) in options {
        // Setting a property of a fresh plain object cannot fail.
        _ = Reflect::set(&object, &JsValue::from_str(key), &JsValue::from_str(value));
    }
    Intl::DateTimeFormat::new(&Array::new(), &object).format()
}

fn write(
    with: &'static std::thread::LocalKey<Function>,
    date: &JsDate,
    otherwise: impl FnOnce() -> String,
) -> String {
    let text =
        with.with(|format| format.call1(&JsValue::UNDEFINED, date)).ok().and_then(|text| text.as_string());
    text.unwrap_or_else(otherwise)
}

fn midday(date: Date) -> JsDate {
    use chrono::Datelike;
    let day = date.naive();
    let year = u32::try_from(day.year()).unwrap_or(1970);
    let js = JsDate::new_0();
    js.set_full_year_with_month_date(
        year,
        i32::try_from(day.month0()).unwrap_or(0),
        i32::try_from(day.day()).unwrap_or(1),
    );
    js.set_hours(12);
    js
}

/// A day near today: `Thu 12 Mar`; one of another year with its year.
pub fn day(date: Date, today: Date) -> String {
    use chrono::Datelike;
    let with = if date.naive().year() == today.naive().year() { &SHORT } else { &LONG };
    write(with, &midday(date), || date.to_string())
}

/// A month: `Mar`, or with its year `Mar 2026`.
pub fn month(date: Date, with_year: bool) -> String {
    write(if with_year { &MONTH_OF } else { &MONTH }, &midday(date), || date.to_string())
}

/// A moment: `12 Mar 2026, 14:05`.
pub fn moment(milliseconds: u64) -> String {
    #[allow(clippy::cast_precision_loss, reason = "a moment of this age is far below 2^53 ms")]
    let date = JsDate::new(&JsValue::from_f64(milliseconds as f64));
    write(&MOMENT, &date, String::new)
}

/// `1 item`, `2 items`.
pub fn counted(n: usize, one: &str, many: &str) -> String {
    if n == 1 { format!("1 {one}") } else { format!("{n} {many}") }
}
