//! Words of the panel for fields of one type each: dates, people, numbers.

use leptos::prelude::*;
use unblock_core::board::{Date, Decimal, Item, ItemField, ItemId, Name, Person, PersonId};
use unblock_core::edit::{Action, Role};

use crate::parts::{Word, WordOptions};
use crate::session::{Session, session};
use crate::{clock, format};

/// Gives a field of the item a content, or says why not.
pub fn edit(session: Session, id: ItemId, field: ItemField) -> Result<(), String> {
    session.attempt(Action::Edit { items: vec![id], field })
}

/// A text made of the item, kept up with it.
pub fn item_text(id: ItemId, of: fn(&Item) -> String) -> Signal<String> {
    let session = session();
    Signal::derive(move || session.board.with(|board| board.item(id).map(of)).unwrap_or_default())
}

/// A value made of the item, kept up with it.
pub fn item_value<T: Send + Sync + 'static>(id: ItemId, of: fn(&Item) -> Option<T>) -> Signal<Option<T>> {
    let session = session();
    Signal::derive(move || session.board.with(|board| board.item(id).and_then(of)))
}

/// A date of the item.
#[component]
pub fn DateWord(
    /// Which item.
    id: ItemId,
    /// What the date is.
    label: &'static str,
    /// What a blank shows.
    blank: &'static str,
    /// Reads it.
    get: fn(&Item) -> Option<Date>,
    /// Makes the field of it.
    put: fn(Option<Date>) -> ItemField,
) -> impl IntoView {
    let session = session();
    let date = item_value(id, get);
    let shown =
        Signal::derive(move || date.get().map(|d| format::day(d, session.today.get())).unwrap_or_default());
    let typed = Signal::derive(move || date.get().map(|d| d.to_string()).unwrap_or_default());
    let commit = move |text: String| {
        let date = match text.trim() {
            "" => None,
            text => {
                Some(Date::typed(text, session.today.get_untracked()).map_err(|error| error.to_string())?)
            }
        };
        edit(session, id, put(date))
    };
    let options = Signal::derive(|| WordOptions { picker: true, ..WordOptions::default() });
    view! { <Word label value=shown typed blank options commit /> }
}

/// Somebody who owns the item in some way. A new name joins the roster.
#[component]
pub fn PersonWord(
    /// Which item.
    id: ItemId,
    /// What they are to it.
    label: &'static str,
    /// What a blank shows.
    blank: &'static str,
    /// In which way they own it.
    role: Role,
    /// Reads them.
    get: fn(&Item) -> Option<PersonId>,
) -> impl IntoView {
    let session = session();
    let who = item_value(id, get);
    let shown = Signal::derive(move || {
        session
            .board
            .with(|board| who.get().and_then(|id| board.person(id)).map(|p| p.name.to_string()))
            .unwrap_or_default()
    });
    let commit = move |text: String| {
        let person = match text.trim() {
            "" => None,
            text => Some(named(text)?),
        };
        session.attempt(Action::Assign { items: vec![id], role, person })
    };
    view! { <Word label value=shown blank options=roster(session) commit /> }
}

/// A person to be, with the name that was typed.
pub fn named(text: &str) -> Result<Person, String> {
    let name: Name = text.parse().map_err(|error| format!("That is no name: {error}."))?;
    Ok(Person { id: clock::new_person_id(), name })
}

/// The names of the roster, to choose from.
pub fn roster(session: Session) -> Signal<WordOptions> {
    Signal::derive(move || WordOptions {
        choices: session.board.with(|board| board.roster().into_iter().map(|p| p.name.to_string()).collect()),
        picker: false,
    })
}

/// A number of the item.
#[component]
pub fn NumberWord(
    /// Which item.
    id: ItemId,
    /// What the number is.
    label: &'static str,
    /// Reads it.
    get: fn(&Item) -> Option<Decimal>,
    /// Makes the field of it.
    put: fn(Option<Decimal>) -> ItemField,
) -> impl IntoView {
    let session = session();
    let number = item_value(id, get);
    let shown = Signal::derive(move || number.get().map(|n| n.to_string()).unwrap_or_default());
    let commit = move |text: String| {
        let number = match text.trim().trim_end_matches('%') {
            "" => None,
            text => {
                Some(text.parse().map_err(|error: unblock_core::board::QuantityError| error.to_string())?)
            }
        };
        edit(session, id, put(number))
    };
    view! { <Word label value=shown blank="–" commit /> }
}
