//! What a quadrant asks of a card that was just put there: a date, a person, a reason. It fades if it is ignored.

use std::time::Duration;

use leptos::prelude::*;
use unblock_core::board::{Date, ItemField, ItemId, Name, Person, Quadrant, Refusal};
use unblock_core::edit::{Action, Role};
use unblock_core::view::READY_REASONS;

use crate::clock;
use crate::session::{Session, session};

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
    set_timeout(
        move || {
            if touched.try_get_untracked() == Some(false) {
                close()
            }
        },
        STAYS,
    );
    let title = session
        .board
        .with_untracked(|board| board.item(id).map(|item| item.title.to_string()))
        .unwrap_or_default();
    let (question, hint, choices) = words(session, quadrant);
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
            <span class="ask-question">{question}</span>
            <input type="text" class="field ask-field" placeholder=hint list="ask-choices" autocomplete="off"
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
                {choices.into_iter().map(|choice| view! { <option value=choice></option> }).collect_view()}
            </datalist>
        </label>
    }
}

fn words(session: Session, quadrant: Quadrant) -> (&'static str, &'static str, Vec<String>) {
    match quadrant {
        Quadrant::Do | Quadrant::Schedule => ("By when?", "fri, 12 mar, +2w", Vec::new()),
        Quadrant::Delegate => {
            let people = session
                .board
                .with_untracked(|board| board.roster().iter().map(|p| p.name.to_string()).collect());
            ("To whom?", "A name", people)
        }
        Quadrant::Eliminate => ("Why not?", "A reason", READY_REASONS.map(str::to_owned).to_vec()),
    }
}

fn take(session: Session, id: ItemId, quadrant: Quadrant, text: &str) -> Result<(), String> {
    let items = vec![id];
    let action = match quadrant {
        Quadrant::Do | Quadrant::Schedule => {
            let date = Date::typed(text, session.today.get_untracked()).map_err(|error| error.to_string())?;
            Action::Edit { items, field: ItemField::Deadline(Some(date)) }
        }
        Quadrant::Delegate => {
            let name: Name = text.parse().map_err(|error| format!("That is no name: {error}."))?;
            Action::Assign {
                items,
                role: Role::Owner,
                person: Some(Person { id: clock::new_person_id(), name }),
            }
        }
        Quadrant::Eliminate => {
            let held =
                session.board.with_untracked(|board| board.item(id).and_then(|item| item.refusal.clone()));
            let refusal = Refusal { reason: text.to_owned(), ..held.unwrap_or_default() };
            Action::Edit { items, field: ItemField::Refusal(Some(refusal)) }
        }
    };
    session.dispatch(action);
    Ok(())
}
