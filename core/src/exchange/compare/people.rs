//! People of a file found in a roster: by the names under which they came in before, else by their names here.

use std::collections::{BTreeMap, BTreeSet};

use uuid::Uuid;

use super::super::plan::Plan;
use crate::board::{Board, ItemField, Name, Person, PersonId, gathered};
use crate::edit::Import;

/// Who the names of a file are.
pub(super) struct People {
    ids: BTreeMap<String, PersonId>,
    new: BTreeMap<PersonId, Name>,
}

impl People {
    /// The names that are known: an earlier import's first, then the roster's.
    pub(super) fn of(plan: &Plan, board: &Board) -> Self {
        let mut ids = BTreeMap::new();
        let mut left = BTreeMap::new();
        let sources = board.items.values().filter_map(|item| item.source.as_ref());
        for source in sources.filter(|source| source.origin == plan.origin) {
            for (name, id) in &source.names {
                let known = if board.people.contains_key(id) { &mut ids } else { &mut left };
                known.insert(name.folded(), *id);
            }
        }
        for person in board.roster() {
            ids.entry(person.name.folded()).or_insert(person.id);
        }
        // Who left the roster comes back as the same person.
        for (name, id) in left {
            ids.entry(name).or_insert(id);
        }
        Self { ids, new: BTreeMap::new() }
    }

    /// The person with a name; one who is not known gets an id.
    pub(super) fn find(&mut self, name: &Name, new_id: &mut dyn FnMut() -> Uuid) -> PersonId {
        let id = *self.ids.entry(name.folded()).or_insert_with(|| PersonId::new(new_id()));
        self.new.entry(id).or_insert_with(|| name.clone());
        id
    }

    /// The id of a name that was asked for before.
    pub(super) fn known(&self, name: &Name) -> Option<PersonId> {
        self.ids.get(&name.folded()).copied()
    }

    /// The people whom an import names and the roster lacks.
    pub(super) fn joining(&self, import: &Import, board: &Board) -> Vec<Person> {
        let mut named: BTreeSet<PersonId> =
            gathered(import.items.iter().flat_map(crate::board::Item::people));
        for field in import.updates.iter().flat_map(|update| &update.fields) {
            match field {
                ItemField::Responsible(who) | ItemField::Accountable(who) => named.extend(who),
                ItemField::Consulted(who) | ItemField::Informed(who) => named.extend(who),
                _ => {}
            }
        }
        let lacking = named.into_iter().filter(|id| !board.people.contains_key(id));
        lacking.filter_map(|id| Some(Person { id, name: self.new.get(&id)?.clone() })).collect()
    }
}
