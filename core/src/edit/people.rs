//! Commands on people: who owns what, and who is in the roster.

use super::command::Role;
use super::draft::Draft;
use super::rejection::Rejection;
use crate::board::{ActionItem, Decision, ItemField, ItemId, Name, Person, PersonId};

pub(super) fn assign(
    draft: &mut Draft,
    items: &[ItemId],
    role: Role,
    person: Option<&Person>,
) -> Result<(), Rejection> {
    let who = person.map(|person| enrol(draft, person));
    for &id in items {
        let external = draft.live(id)?.kind.is_external();
        let (responsible, accountable) = match role {
            Role::Owner if external => (false, true),
            Role::Owner => (true, true),
            Role::Responsible => (true, false),
            Role::Accountable => (false, true),
        };
        if responsible {
            draft.set(id, ItemField::Responsible(who))?;
        }
        if accountable {
            draft.set(id, ItemField::Accountable(who))?;
        }
    }
    Ok(())
}

/// The person of the roster with that id, or else with that name; one who is not there joins.
pub(super) fn enrol(draft: &mut Draft, person: &Person) -> PersonId {
    let board = &draft.board;
    let known = board.person(person.id).or_else(|| board.person_named(&person.name)).map(|known| known.id);
    known.unwrap_or_else(|| {
        draft.set_person(person.clone());
        person.id
    })
}

pub(super) fn name(draft: &mut Draft, person: &Person) -> Result<(), Rejection> {
    refuse_taken(draft, person.id, &person.name)?;
    if draft.board.person(person.id) != Some(person) {
        draft.set_person(person.clone());
    }
    Ok(())
}

fn refuse_taken(draft: &Draft, id: PersonId, name: &Name) -> Result<(), Rejection> {
    match draft.board.person_named(name) {
        Some(other) if other.id != id => Err(Rejection::NameTaken(name.to_string())),
        _ => Ok(()),
    }
}

pub(super) fn remove(draft: &mut Draft, person: PersonId) -> Result<(), Rejection> {
    let holders: Vec<ItemId> = draft
        .board
        .items
        .values()
        .filter(|item| item.people().any(|id| id == person))
        .map(|item| item.id)
        .collect();
    for id in holders {
        release(draft, id, person)?;
    }
    let decisions: Vec<_> =
        draft.board.decisions.values().filter(|held| held.by == Some(person)).cloned().collect();
    for decision in decisions {
        draft.put(decision.id, Some(Decision { by: None, ..(*decision).clone() }));
    }
    let actions: Vec<_> =
        draft.board.actions.values().filter(|held| held.owner == Some(person)).cloned().collect();
    for action in actions {
        draft.put(action.id, Some(ActionItem { owner: None, ..(*action).clone() }));
    }
    draft.remove_person(person).map(drop).ok_or(Rejection::UnknownPerson)
}

fn release(draft: &mut Draft, item: ItemId, person: PersonId) -> Result<(), Rejection> {
    let mut held = draft.board.item(item).ok_or(Rejection::UnknownItem)?.clone();
    let others = |id: &PersonId| *id != person;
    let mut refusal = held.refusal;
    if let Some(refusal) = &mut refusal {
        refusal.by = refusal.by.filter(others);
    }
    draft.set(item, ItemField::Responsible(held.responsible.filter(others)))?;
    draft.set(item, ItemField::Accountable(held.accountable.filter(others)))?;
    held.consulted.remove(&person);
    held.informed.remove(&person);
    draft.set(item, ItemField::Consulted(held.consulted))?;
    draft.set(item, ItemField::Informed(held.informed))?;
    draft.set(item, ItemField::Refusal(refusal))
}
