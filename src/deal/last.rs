//! The strip under the card: what was dealt last, where it went, and what its quadrant asks for. It holds nobody up.

use leptos::prelude::*;
use unblock_core::board::{Board, Item, PersonId, Quadrant};

use super::dealing::{Dealing, focus_card};
use crate::asking::{question, take};
use crate::format;
use crate::session::Ask;

/// The id of the field, so that its key finds it.
pub const LAST_FIELD: &str = "deal-last-field";

/// The strip; it keeps its room while it is empty.
#[component]
pub fn LastDealt() -> impl IntoView {
    let dealing = expect_context::<Dealing>();
    // What was undone or put elsewhere is no longer what was dealt last.
    let shown = Memo::new(move |_| {
        let last = dealing.last.get()?;
        let there = dealing.session.board.with(|board| board.item(last.item).and_then(Item::quadrant));
        (there == Some(last.quadrant)).then_some(last)
    });
    view! { <div class="deal-last">{move || shown.get().map(|last| view! { <Strip last /> })}</div> }
}

/// One item and its question.
#[component]
fn Strip(
    /// Which, and who asks.
    last: Ask,
) -> impl IntoView {
    let dealing = expect_context::<Dealing>();
    let session = dealing.session;
    let asks = last.quadrant != Quadrant::Do;
    let answered = RwSignal::new(false);
    let (title, place) = session.board.with_untracked(|board| {
        let title = board.item(last.item).map(|item| item.title.to_string()).unwrap_or_default();
        (title, board.about.quadrants.name(last.quadrant).to_owned())
    });
    let known = move || session.board.with(|board| held(board, last).or_else(|| day(dealing, last)));
    view! {
        <p class="deal-last-words"><b dir="auto">{title}</b><span>"→ "{place}</span></p>
        <Show when=move || asks>
            <Show when=move || !answered.get() fallback=move || view! { <p class="deal-given">{known}</p> }>
                <LastField last answered known=Signal::derive(known) />
            </Show>
        </Show>
    }
}

/// The field for what the quadrant asks for.
#[component]
fn LastField(
    /// Which item, and who asks.
    last: Ask,
    /// True as soon as it is answered.
    answered: RwSignal<bool>,
    /// What is known already.
    known: Signal<Option<String>>,
) -> impl IntoView {
    let dealing = expect_context::<Dealing>();
    let session = dealing.session;
    let asked = question(session, last.quadrant);
    let letters = move || session.preferences.with(|preferences| !preferences.letters_off);
    let hint = move || known.get().map_or_else(|| asked.hint.to_owned(), |known| format!("now {known}"));
    let answer = move |text: String, back: bool| {
        // The field may be gone when it tells of its last change.
        if answered.try_get_untracked() != Some(false) || text.trim().is_empty() {
            return;
        }
        match take(session, last.item, last.quadrant, text.trim()) {
            Ok(()) => answered.set(true),
            Err(why) => return session.complain(why),
        }
        if back {
            focus_card();
        }
    };
    view! {
        <label class="deal-last-ask">
            <span class="deal-last-question">{asked.words}</span>
            <input id=LAST_FIELD type="text" class="field" dir="auto" placeholder=hint list="deal-choices" autocomplete="off"
                on:keydown=move |event| {
                    event.stop_propagation();
                    match event.key().as_str() {
                        "Enter" => answer(event_target_value(&event), true),
                        "Escape" => focus_card(),
                        _ => {}
                    }
                }
                on:change=move |event| answer(event_target_value(&event), false) />
            <Show when=letters><kbd aria-hidden="true">"A"</kbd></Show>
        </label>
        <datalist id="deal-choices">
            {asked.choices.into_iter().map(|choice| view! { <option value=choice></option> }).collect_view()}
        </datalist>
    }
}

/// What the item has already of what its quadrant asks for; a day is written by [`day`].
fn held(board: &Board, last: Ask) -> Option<String> {
    let item = board.item(last.item)?;
    match last.quadrant {
        Quadrant::Do | Quadrant::Schedule => None,
        Quadrant::Delegate => owner(item).and_then(|id| board.person(id)).map(|p| p.name.to_string()),
        Quadrant::Eliminate => item.refusal.as_ref().map(|r| r.reason.clone()).filter(|r| !r.is_empty()),
    }
}

/// Who has it; an external item is handed to the one who chases it.
fn owner(item: &Item) -> Option<PersonId> {
    if item.kind.is_external() { item.accountable } else { item.responsible }
}

fn day(dealing: Dealing, last: Ask) -> Option<String> {
    let session = dealing.session;
    let deadline = session.board.with(|board| board.item(last.item).and_then(|item| item.deadline))?;
    (last.quadrant == Quadrant::Schedule)
        .then(|| format!("by {}", format::day(deadline, session.today.get())))
}
