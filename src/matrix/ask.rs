//! What a quadrant asks of a card that was just put there: a date, a person, a reason. It fades if it is ignored.

use std::time::Duration;

use leptos::prelude::*;
use unblock_core::board::{ItemId, Quadrant};

use crate::asking::{question, take};
use crate::later::after;
use crate::session::session;

/// How long a question stays when nobody answers.
const STAYS: Duration = Duration::from_secs(8);

/// A question on a card.
#[component]
pub fn AskField(
    /// The item it is about.
    id: ItemId,
    /// The quadrant that asks.
    quadrant: Quadrant,
) -> impl IntoView {
    let session = session();
    let touched = RwSignal::new(false);
    let close = move || {
        session.ask.update(|ask| *ask = ask.filter(|ask| ask.item != id));
    };
    _ = after(STAYS, touched, move || {
        if !touched.get_untracked() {
            close();
        }
    });
    let title = session
        .board
        .with_untracked(|board| board.item(id).map(|item| item.title.to_string()))
        .unwrap_or_default();
    let asked = question(session, quadrant);
    let answer = move |text: String| {
        if text.trim().is_empty() {
            close();
            return;
        }
        match take(session, id, quadrant, text.trim()) {
            Ok(()) => close(),
            Err(why) => session.complain(why),
        }
    };
    view! {
        <label class="ask">
            <span class="ask-title" dir="auto">{title}</span>
            <span class="ask-question">{asked.words}</span>
            <input type="text" class="field ask-field" placeholder=asked.hint list="ask-choices" autocomplete="off"
                on:focus=move |_| touched.set(true) on:input=move |_| touched.set(true)
                on:click=|event| event.stop_propagation() on:pointerdown=|event| event.stop_propagation()
                on:keydown=move |event| {
                    event.stop_propagation();
                    match event.key().as_str() {
                        "Enter" => answer(event_target_value(&event)),
                        "Escape" => close(),
                        _ => {}
                    }
                }
                on:change=move |event| answer(event_target_value(&event)) />
            <datalist id="ask-choices">
                {asked.choices.into_iter().map(|choice| view! { <option value=choice></option> }).collect_view()}
            </datalist>
        </label>
    }
}
