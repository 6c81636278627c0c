//! Switches for what a person prefers on this browser: single-letter keys, colours, scores. They are not undone.

use leptos::prelude::*;

use crate::preferences::{ShownScores, Theme};
use crate::session::session;

/// Whether single letters and digits are keys.
#[component]
pub fn LetterKeys() -> impl IntoView {
    let session = session();
    let on = move || session.preferences.with(|preferences| !preferences.letters_off);
    let set = move |on: bool| {
        session.prefer(|preferences| preferences.letters_off = !on);
        let words = if on { "Single-letter keys are on" } else { "Single-letter keys are off" };
        session.said.set(words.to_owned());
    };
    view! {
        <label class="switch">
            <input type="checkbox" role="switch" prop:checked=on on:change=move |event| set(event_target_checked(&event)) />
            <span class="switch-words">
                "Single-letter keys"
                <span class="muted">"Switch them off where dictation or a screen reader types for you."</span>
            </span>
        </label>
    }
}

/// Light, dark, or what the system says.
#[component]
pub fn ThemeChoice() -> impl IntoView {
    let session = session();
    let option = move |(theme, word): (Theme, &'static str)| {
        let chosen = move || session.preferences.with(|preferences| preferences.theme == theme);
        view! {
            <label class="segment">
                <input type="radio" name="theme" value=theme.word() prop:checked=chosen
                    on:change=move |_| session.prefer(|preferences| preferences.theme = theme) />
                <span>{word}</span>
            </label>
        }
    };
    view! {
        <fieldset class="segments">
            <legend>"Colours"</legend>
            <div class="segments-row">{Theme::ALL.map(option).collect_view()}</div>
        </fieldset>
    }
}

/// Where scores are seen outside of Compare.
#[component]
pub fn ScoresChoice() -> impl IntoView {
    let session = session();
    let option = move |(scores, words): (ShownScores, &'static str)| {
        let chosen = move || session.preferences.with(|preferences| preferences.scores == scores);
        view! {
            <label class="segment">
                <input type="radio" name="scores" prop:checked=chosen
                    on:change=move |_| session.prefer(|preferences| preferences.scores = scores) />
                <span>{words}</span>
            </label>
        }
    };
    view! {
        <fieldset class="segments">
            <legend>"Scores in Matrix and Map"</legend>
            <div class="segments-row">{ShownScores::ALL.map(option).collect_view()}</div>
        </fieldset>
    }
}
