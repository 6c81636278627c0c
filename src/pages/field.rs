//! A labelled field that keeps what was typed when it is left or with Enter; Escape brings back what was there. What
//! is refused stays in the field with the reason under it.
//!
//! Absent on purpose: a Save button.

use leptos::html;
use leptos::prelude::*;
use leptos::web_sys::HtmlInputElement;
use wasm_bindgen::JsCast;

/// How a field looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// What an empty field shows.
    pub blank: &'static str,
    /// True where the label is for screen readers alone.
    pub bare: bool,
    /// True where a day can be picked from a calendar.
    pub picker: bool,
}

/// The field.
#[component]
pub fn Field(
    /// Its id, unique in the page.
    #[prop(into)]
    id: String,
    /// What it is.
    #[prop(into)]
    label: Signal<String>,
    /// Its text.
    #[prop(into)]
    value: Signal<String>,
    /// How it looks.
    #[prop(optional)]
    look: Look,
    /// What stands in the field while it is edited, where that is not its text: a date as it is typed.
    #[prop(optional, into)]
    typed: Option<Signal<String>>,
    /// Takes the new text, or says why not.
    #[prop(into)]
    commit: Callback<(String,), Result<(), String>>,
) -> impl IntoView {
    let typed = typed.unwrap_or(value);
    let wrong = RwSignal::new(None::<String>);
    let field = NodeRef::<html::Input>::new();
    let keep = move |text: String| {
        // A field that goes with its page is left once more, when its signals have gone.
        if wrong.is_disposed() {
            return;
        }
        let same = text == value.get_untracked() || text == typed.get_untracked();
        let outcome = if same { Ok(()) } else { commit.run((text,)) };
        wrong.set(outcome.err());
        if wrong.with_untracked(Option::is_none) {
            put_back(field, value);
        }
    };
    let enter = move || {
        if wrong.with_untracked(Option::is_none) && typed.get_untracked() != value.get_untracked() {
            put_back(field, typed);
            // A new text is not selected by itself, as it is when the Tab key comes to a field.
            field.with_untracked(|field| field.iter().for_each(HtmlInputElement::select));
        }
    };
    let escape = move || {
        wrong.set(None);
        put_back(field, value);
    };
    let (why, picked) = (format!("{id}-why"), move || format!("{}: pick a day", label.get()));
    let described = why.clone();
    view! {
        <div class="setting">
            <label class:unseen=look.bare for=id.clone()>{label}</label>
            <div class="setting-field">
                <input type="text" class="field" id=id node_ref=field dir="auto" autocomplete="off" placeholder=look.blank
                    prop:value=value aria-invalid=move || wrong.with(Option::is_some).then_some("true")
                    aria-describedby=move || wrong.with(Option::is_some).then(|| described.clone())
                    on:focus=move |_| enter() on:blur=move |event| keep(event_target_value(&event))
                    on:keydown=move |event| match event.key().as_str() {
                        "Enter" => keep(event_target_value(&event)),
                        "Escape" => escape(),
                        _ => {}
                    } />
                {look.picker.then(|| view! {
                    <input type="date" class="field day-picker" aria-label=picked on:change=move |event| {
                        keep(event_target_value(&event));
                        clear(&event);
                    } />
                })}
                <p class="setting-wrong" id=why role="alert">{move || wrong.get()}</p>
            </div>
        </div>
    }
}

/// A field for more than one line that accepts any text. Enter keeps it, Shift and Enter begins a line.
#[component]
pub fn Lines(
    /// Its id, unique in the page.
    id: &'static str,
    /// What it is.
    label: &'static str,
    /// What an empty field shows.
    blank: &'static str,
    /// Its text.
    #[prop(into)]
    value: Signal<String>,
    /// Takes the new text.
    #[prop(into)]
    commit: Callback<(String,)>,
) -> impl IntoView {
    let field = NodeRef::<html::Textarea>::new();
    let put_back = move || {
        if let Some(field) = field.get_untracked() {
            field.set_value(&value.get_untracked());
        }
    };
    let keep = move |text: String| {
        // A field that goes with its page is left once more, when its signals have gone.
        if !field.is_disposed() && text != value.get_untracked() {
            commit.run((text,));
            put_back();
        }
    };
    view! {
        <div class="setting">
            <label for=id>{label}</label>
            <div class="setting-field">
                <textarea class="field" id=id node_ref=field dir="auto" rows="2" placeholder=blank prop:value=value
                    on:blur=move |event| keep(event_target_value(&event))
                    on:keydown=move |event| match event.key().as_str() {
                        "Enter" if !event.shift_key() => {
                            event.prevent_default();
                            keep(event_target_value(&event));
                        }
                        "Escape" => put_back(),
                        _ => {}
                    }></textarea>
            </div>
        </div>
    }
}

/// What is valid now stands in the field, also where it reads differently from what was typed.
fn put_back(field: NodeRef<html::Input>, value: Signal<String>) {
    if let Some(field) = field.get_untracked() {
        field.set_value(&value.get_untracked());
    }
}

/// The picker forgets its day, so that the same one can be picked again.
fn clear(event: &leptos::web_sys::Event) {
    if let Some(picker) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
        picker.set_value("");
    }
}
