//! What the board counts its scores in: the period of reach, and the steps of impact.

use leptos::prelude::*;
use unblock_core::board::{ImpactScale, Period};

use super::field::{Field, Look};
use super::settings::describe;
use crate::parts::Choice;
use crate::session::session;

/// The period and the steps. Items keep their figures, whatever is chosen here.
#[component]
pub fn ScaleFields() -> impl IntoView {
    let session = session();
    let period = Signal::derive(move || session.board.with(|board| Some(board.about.scales.period)));
    // What is refused is told in the headline.
    let choose = move |period| _ = describe(session, |about| about.scales.period = period);
    let impact = Signal::derive(move || session.board.with(|board| board.about.scales.impact.to_string()));
    let set_impact = move |text: String| {
        let scale = if text.trim().is_empty() {
            ImpactScale::default()
        } else {
            text.parse().map_err(|error: unblock_core::board::ScaleError| format!("{error}."))?
        };
        describe(session, |about| about.scales.impact = scale)
    };
    view! {
        <div class="setting">
            <span>"Reach is counted per"</span>
            <Choice label="Reach is counted per" holds=period choose
                answers=Period::ALL.map(|period| (period.word().to_owned(), period)).to_vec() />
        </div>
        <Field id="impact-scale" label="Steps of impact" value=impact commit=set_impact
            look=Look { blank: "3 massive, 2 high, 1 medium, 0.5 low, 0.25 minimal", ..Look::default() } />
    }
}
