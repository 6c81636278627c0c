//! The roster of the board: who is in it, what they are called, and which of them sits here.
//!
//! Absent on purpose: what somebody owns. That is said on the items.

use leptos::html;
use leptos::prelude::*;
use unblock_core::board::{Name, Person, PersonId};
use unblock_core::edit::Action;

use super::field::{Field, Look};
use super::rows::leave_line;
use crate::clock;
use crate::format::counted;
use crate::session::{Session, session};

/// Who acts: the one whose name stands beside what is decided here.
#[component]
pub fn Acting() -> impl IntoView {
    let session = session();
    let roster = Memo::new(move |_| {
        session
            .board
            .with(|board| board.roster().into_iter().map(|person| person.name.clone()).collect::<Vec<_>>())
    });
    let is_acting = move |name: &Name| {
        session.preferences.with(|p| p.acting.as_ref().is_some_and(|acting| acting.folded() == name.folded()))
    };
    let nobody = move || !roster.with(|roster| roster.iter().any(is_acting));
    let choose = move |text: String| {
        let acting: Option<Name> = text.parse().ok();
        let words = acting.as_ref().map_or("Nobody is chosen".to_owned(), |name| format!("You are {name}"));
        session.prefer(|preferences| preferences.acting = acting);
        session.said.set(words);
    };
    let option = move |name: Name| {
        let (value, text) = (name.to_string(), name.to_string());
        view! { <option value=value prop:selected=move || is_acting(&name)>{text}</option> }
    };
    view! {
        <div class="setting">
            <label for="acting">"I am"</label>
            <div class="setting-field">
                <select id="acting" class="field" on:change=move |event| choose(event_target_value(&event))>
                    <option value="" prop:selected=nobody>"Not said"</option>
                    {move || roster.get().into_iter().map(option).collect_view()}
                </select>
                <p class="setting-hint muted">"Stands beside what is decided here, such as a no."</p>
            </div>
        </div>
    }
}

/// The roster.
#[component]
pub fn People() -> impl IntoView {
    let session = session();
    let ids =
        move || session.board.with(|board| board.roster().iter().map(|person| person.id).collect::<Vec<_>>());
    view! {
        <ul class="rows people">
            <For each=ids key=|id| *id children=move |id| view! { <Row id /> } />
        </ul>
        <AddPerson />
    }
}

/// One person.
#[component]
fn Row(
    /// Who.
    id: PersonId,
) -> impl IntoView {
    let session = session();
    let name = Signal::derive(move || name_of(session, id).map(|name| name.to_string()).unwrap_or_default());
    let items = Memo::new(move |_| holds(session, id));
    let remove = move |_| {
        leave_line(|| {
            let (name, items) = (name.get_untracked(), items.get_untracked());
            if session.dispatch(Action::RemovePerson(id)) {
                session.tell(
                    format!("{name} removed from the board and from {}", counted(items, "item", "items")),
                    true,
                );
            }
        });
    };
    view! {
        <li class="row">
            <div class="row-main">
                <Field id=format!("person-{id}") label=Signal::derive(move || format!("Name of {}", name.get())) value=name
                    look=Look { bare: true, ..Look::default() } commit=move |text: String| rename(session, id, &text) />
            </div>
            <span class="row-figure muted">{move || counted(items.get(), "item", "items")}</span>
            <button type="button" class="button" data-row-action="" aria-label=move || format!("Remove {}", name.get()) on:click=remove>"Remove"</button>
        </li>
    }
}

/// How many items of the board, without those in the trash, name somebody.
fn holds(session: Session, id: PersonId) -> usize {
    let is_live_with =
        |item: &unblock_core::board::Item| item.trashed.is_none() && item.people().any(|person| person == id);
    session.board.with(|board| board.items.values().filter(|item| is_live_with(item)).count())
}

fn name_of(session: Session, id: PersonId) -> Option<Name> {
    session.board.with(|board| board.person(id).map(|person| person.name.clone()))
}

/// Somebody is called something else. Whoever acts under the old name acts under the new one.
fn rename(session: Session, id: PersonId, text: &str) -> Result<(), String> {
    let name: Name = text.parse().map_err(|error| format!("Everybody needs a name: {error}."))?;
    let old = untrack(|| name_of(session, id));
    session.attempt(Action::NamePerson(Person { id, name: name.clone() }))?;
    let acts = session.preferences.with_untracked(|p| p.acting.is_some() && p.acting == old);
    if acts {
        session.prefer(|preferences| preferences.acting = Some(name));
    }
    Ok(())
}

/// The field for one more.
#[component]
fn AddPerson() -> impl IntoView {
    let session = session();
    let field = NodeRef::<html::Input>::new();
    let add = move || {
        let Some(field) = field.get_untracked() else { return };
        let text = field.value();
        if text.trim().is_empty() {
            return;
        }
        match text.parse::<Name>() {
            Err(error) => session.complain(format!("That is no name: {error}.")),
            Ok(name) => {
                if session
                    .dispatch(Action::NamePerson(Person { id: clock::new_person_id(), name: name.clone() }))
                {
                    field.set_value("");
                    session.tell(format!("{name} joined the board"), true);
                }
            }
        }
    };
    view! {
        <div class="adder">
            <input type="text" class="field" node_ref=field dir="auto" autocomplete="off" aria-label="Name of somebody new"
                placeholder="A person or a team" on:keydown=move |event| if event.key() == "Enter" { add() } />
            <button type="button" class="button" on:click=move |_| add()>"Add"</button>
        </div>
    }
}
