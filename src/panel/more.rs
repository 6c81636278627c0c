//! The rare fields, under *More*.

use std::collections::BTreeSet;

use leptos::prelude::*;
use unblock_core::board::{Awaited, Door, Item, ItemField, ItemId, Kind, Name, PersonId};
use unblock_core::edit::Action;
use unblock_core::view::straight;

use super::fields::{DateWord, NumberWord, edit, item_text, item_value, named};
use crate::compare::Questions;
use crate::parts::{Choice, Word};
use crate::session::{Session, session};

/// The rare fields.
#[component]
pub fn More(
    /// Which item.
    id: ItemId,
) -> impl IntoView {
    let session = session();
    let kinds = Kind::ALL.iter().map(|k| (k.word().to_owned(), *k)).collect();
    let doors = vec![("One-way".to_owned(), Door::OneWay), ("Two-way".to_owned(), Door::TwoWay)];
    let door = item_value(id, |item| item.door);
    let core = item_value(id, |item| Some(item.core));
    let tags = item_text(id, |item| item.tags.iter().map(Name::as_str).collect::<Vec<_>>().join("; "));
    let awaited = item_text(id, |item| {
        item.awaited_by.iter().map(|a| format!("{} {}", a.who, a.by)).collect::<Vec<_>>().join("; ")
    });
    let source = item_text(id, |item| {
        item.source.as_ref().map(|s| straight(&format!("{} ({})", s.key, s.origin))).unwrap_or_default()
    });
    view! {
        <details class="more">
            <summary>"More"</summary>
            <div class="facts">
                <span class="panel-label">"Tags"</span>
                <Word label="Tags" value=tags blank="none" commit=move |text: String| edit(session, id, ItemField::Tags(tags_of(&text)?)) />
                <span class="panel-label">"Kind"</span>
                <Choice label="Kind" answers=kinds holds=item_value(id, |item| Some(item.kind)) choose=move |k| _ = edit(session, id, ItemField::Kind(k)) />
                <span class="panel-label">"Not before"</span>
                <DateWord id label="Not before" blank="any day" get=|item| item.not_before put=ItemField::NotBefore />
                <span class="panel-label">"Awaited by"</span>
                <Word label="Awaited by" value=awaited blank="nobody; type Payments 12 mar"
                    commit=move |text: String| edit(session, id, ItemField::AwaitedBy(Awaited::typed(&text, session.today.get_untracked())?)) />
                <span class="panel-label">"Consulted"</span>
                <PeopleWord id label="Consulted" get=|item| &item.consulted put=ItemField::Consulted />
                <span class="panel-label">"Informed"</span>
                <PeopleWord id label="Informed" get=|item| &item.informed put=ItemField::Informed />
                <span class="panel-label">"Door"</span>
                <Choice label="Door" answers=doors holds=door
                    choose=move |d| _ = edit(session, id, ItemField::Door(Some(d).filter(|d| door.get_untracked() != Some(*d)))) />
                <span class="panel-label">"Core"</span>
                <label class="panel-check">
                    <input type="checkbox" prop:checked=move || core.get() == Some(true)
                        on:change=move |event| _ = edit(session, id, ItemField::Core(event_target_checked(&event))) />
                    "the goal cannot do without it: it is never cut"
                </label>
                <span class="panel-label">"Why first"</span>
                <Questions id prefix="panel-why" />
                <Scores id />
                <Show when=move || source.with(|text| !text.is_empty())>
                    <span class="panel-label">"Source"</span>
                    <span>{move || source.get()}</span>
                </Show>
            </div>
        </details>
    }
}

/// The inputs of the scores.
#[component]
fn Scores(
    /// Which item.
    id: ItemId,
) -> impl IntoView {
    view! {
        <span class="panel-label">"Reach"</span>
        <NumberWord id label="Reach" get=|item| item.reach put=ItemField::Reach />
        <span class="panel-label">"Impact"</span>
        <NumberWord id label="Impact" get=|item| item.impact put=ItemField::Impact />
        <span class="panel-label">"Confidence %"</span>
        <NumberWord id label="Confidence" get=|item| item.confidence put=ItemField::Confidence />
        <span class="panel-label">"Effort"</span>
        <NumberWord id label="Effort in person-months" get=|item| item.effort put=ItemField::Effort />
        <span class="panel-label">"Ease"</span>
        <NumberWord id label="Ease" get=|item| item.ease put=ItemField::Ease />
    }
}

fn tags_of(text: &str) -> Result<BTreeSet<Name>, String> {
    let tags = text.split(';').map(str::trim).filter(|tag| !tag.is_empty());
    let mut read = BTreeSet::new();
    for tag in tags {
        read.insert(tag.parse().map_err(|error| format!("'{tag}' is no tag: {error}."))?);
    }
    Ok(read)
}

/// Several people, separated by semicolons. New names join the roster.
#[component]
fn PeopleWord(
    /// Which item.
    id: ItemId,
    /// What they are to it.
    label: &'static str,
    /// Reads them.
    get: fn(&Item) -> &BTreeSet<PersonId>,
    /// Makes the field of them.
    put: fn(BTreeSet<PersonId>) -> ItemField,
) -> impl IntoView {
    let session = session();
    let shown = Signal::derive(move || {
        session.board.with(|board| {
            let ids = board.item(id).map(get).into_iter().flatten();
            ids.filter_map(|id| board.person(*id)).map(|p| p.name.to_string()).collect::<Vec<_>>().join("; ")
        })
    });
    let commit = move |text: String| {
        let names = text.split(';').map(str::trim).filter(|name| !name.is_empty());
        let mut people = BTreeSet::new();
        for name in names {
            people.insert(enrolled(session, name)?);
        }
        edit(session, id, put(people))
    };
    view! { <Word label value=shown blank="nobody" commit /> }
}

/// The person of the roster with that name, who joins it where there is none.
pub fn enrolled(session: Session, name: &str) -> Result<PersonId, String> {
    let person = named(name)?;
    let known = session.board.with_untracked(|board| board.person_named(&person.name).map(|p| p.id));
    Ok(known.unwrap_or_else(|| {
        let id = person.id;
        session.dispatch(Action::NamePerson(person));
        id
    }))
}
