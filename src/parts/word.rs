//! A word of a sentence that is edited in place: underlined where it says something, a dashed blank where not.
//!
//! It is a button that is no `<button>`: those are boxes, and what follows one of several lines stands beside the box
//! or under it, a full stop too.

use leptos::html;
use leptos::prelude::*;
use leptos::web_sys::{FocusEvent, KeyboardEvent, Node};
use wasm_bindgen::JsCast;

use crate::later::in_next_frame;

/// The most bytes of a text that keeps to one line, as a date and a name do.
const SHORT: usize = 16;

/// What a word offers while it is edited.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WordOptions {
    /// Texts to choose from; others can be typed.
    pub choices: Vec<String>,
    /// True where a day can be picked from a calendar.
    pub picker: bool,
}

/// A word that becomes a field when it is chosen. Enter or leaving keeps what was typed, Escape does not. What is
/// refused stays in the field with the reason under it.
#[component]
pub fn Word(
    /// What it is, for the field and for screen readers: "Owner".
    #[prop(into)]
    label: String,
    /// Its text; empty is a blank.
    #[prop(into)]
    value: Signal<String>,
    /// What stands in the field when it opens, where that is not the text itself: a date as it is typed.
    #[prop(optional, into)]
    typed: Option<Signal<String>>,
    /// What a blank shows.
    #[prop(into)]
    blank: String,
    /// What to choose from.
    #[prop(optional, into)]
    options: Signal<WordOptions>,
    /// Takes the new text, or says why not.
    #[prop(into)]
    commit: Callback<(String,), Result<(), String>>,
) -> impl IntoView {
    let shown = typed.unwrap_or(value);
    let editing = RwSignal::new(false);
    let wrong = RwSignal::new(None::<String>);
    let field = NodeRef::<html::Input>::new();
    let button = NodeRef::<html::Span>::new();
    let around = NodeRef::<html::Span>::new();
    let keep = move |text: String, back: bool| {
        // Leaving is heard once more when the field has gone with what was changed.
        if editing.try_get_untracked() != Some(true) {
            return;
        }
        let outcome = if text == shown.get_untracked() { Ok(()) } else { commit.run((text,)) };
        wrong.set(outcome.clone().err());
        if outcome.is_ok() {
            editing.set(false);
            if back {
                in_next_frame(button, move || focus_button(button));
            }
        }
    };
    let leave = move || {
        wrong.set(None);
        editing.set(false);
        in_next_frame(button, move || focus_button(button));
    };
    Effect::new(move |_| {
        if let Some(field) = field.get() {
            // A field that cannot be focused is still there to be clicked.
            _ = field.focus();
            // Its value is set after it stands in the page.
            queue_microtask(move || field.select());
        }
    });
    let (name, label) = (label.clone(), StoredValue::new(label));
    let blank = StoredValue::new(blank);
    let list_id = format!("choices-{}", name.to_ascii_lowercase().replace(' ', "-"));
    let list_id = StoredValue::new(list_id);
    view! {
        <Show when=move || editing.get() fallback=move || {
            let spoken = move || format!("{}: {}", label.get_value(), value.with(|v| if v.is_empty() { "not set".to_owned() } else { v.clone() }));
            view! {
                <span role="button" tabindex="0" class="word" class:word-blank=move || value.with(String::is_empty)
                    class:word-short=move || value.with(|value| value.len() <= SHORT)
                    node_ref=button aria-label=spoken on:click=move |_| editing.set(true)
                    on:keydown=move |event| if presses(&event) { editing.set(true) }>
                    {move || value.with(|v| if v.is_empty() { blank.get_value() } else { v.clone() })}
                </span>
            }
        }>
            <span class="word-edit" node_ref=around on:focusout=move |event| if leaves(around, &event) {
                if wrong.with_untracked(Option::is_some) { leave() } else { keep(field.get_untracked().map(|f| f.value()).unwrap_or_default(), false) }
            }>
                <input type="text" class="word-field" node_ref=field aria-label=label.get_value() list=list_id.get_value()
                    aria-invalid=move || wrong.with(Option::is_some).then_some("true") prop:value=shown.get_untracked()
                    placeholder=blank.get_value() autocomplete="off"
                    on:keydown=move |event| match event.key().as_str() {
                        "Enter" => keep(event_target_value(&event), true),
                        "Escape" => { event.stop_propagation(); leave(); }
                        _ => {}
                    } />
                <datalist id=list_id.get_value()>
                    {move || options.with(|o| o.choices.iter().map(|c| view! { <option value=c.clone()></option> }).collect_view())}
                </datalist>
                <Show when=move || options.with(|o| o.picker)>
                    <input type="date" class="word-picker" aria-label=format!("{}: pick a day", label.get_value())
                        on:input=move |event| keep(event_target_value(&event), true) />
                </Show>
                <Show when=move || wrong.with(Option::is_some)>
                    <span class="word-wrong" role="alert">{move || wrong.get()}</span>
                </Show>
            </span>
        </Show>
    }
}

/// True where the focus goes to something outside of the field and its picker. A field that has gone with what was
/// changed is not left.
fn leaves(around: NodeRef<html::Span>, event: &FocusEvent) -> bool {
    let Some(around) = around.try_get_untracked() else { return false };
    let to = event.related_target().and_then(|target| target.dyn_into::<Node>().ok());
    !around.is_some_and(|around| around.contains(to.as_ref()) && to.is_some())
}

/// True for a key that presses a button; nobody else is to hear it then.
fn presses(event: &KeyboardEvent) -> bool {
    let presses = matches!(event.key().as_str(), "Enter" | " ");
    if presses {
        event.prevent_default();
        event.stop_propagation();
    }
    presses
}

fn focus_button(button: NodeRef<html::Span>) {
    if let Some(button) = button.get_untracked() {
        // The button may have gone with what was changed; then the focus stays where it is.
        _ = button.focus();
    }
}
