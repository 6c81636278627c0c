//! A few answers side by side, of which one holds.

use leptos::prelude::*;

/// Buttons in a row; the one that holds is pressed. Choosing it again is up to the one who listens.
#[component]
pub fn Choice<T>(
    /// What is chosen.
    #[prop(into)]
    label: String,
    /// The answers with their words.
    answers: Vec<(String, T)>,
    /// The one that holds.
    #[prop(into)]
    holds: Signal<Option<T>>,
    /// Takes an answer.
    #[prop(into)]
    choose: Callback<(T,)>,
) -> impl IntoView
where
    T: Copy + PartialEq + Send + Sync + 'static,
{
    view! {
        <span class="choice" role="group" aria-label=label>
            {answers.into_iter().map(|(words, answer)| view! {
                <button type="button" class="choice-answer" aria-pressed=move || (holds.get() == Some(answer)).to_string()
                    on:click=move |_| choose.run((answer,))>{words}</button>
            }).collect_view()}
        </span>
    }
}
