//! The board as it was at some moment, kept as what has changed since.
//!
//! It grows with what is touched, not with the board, and it forgets nothing that undo or a reload forgets. What was
//! done and taken back is the same then and now, so whoever compares the two boards does not see it.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::change::{Change, Edit, Kept, Swap};
use super::command::Stamp;
use crate::board::{
    About, ActionId, ActionItem, Board, Decision, DecisionId, Item, ItemId, Lag, LinkKey, Minutes, MinutesId,
    Person, PersonId,
};

type Before<Id, T> = BTreeMap<Id, Option<Arc<T>>>;

/// What leads from the board as it is back to the board as it was. `None` stands for what was not there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Past {
    /// The moment.
    pub since: Stamp,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    about: Option<Box<About>>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    items: Before<ItemId, Item>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty", with = "pairs")]
    links: BTreeMap<LinkKey, Option<Lag>>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    people: Before<PersonId, Person>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    decisions: Before<DecisionId, Decision>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    actions: Before<ActionId, ActionItem>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    minutes: Before<MinutesId, Minutes>,
}

impl Past {
    /// The present moment, from which on changes are noted.
    pub fn from_now(since: Stamp) -> Self {
        Self {
            since,
            about: None,
            items: BTreeMap::new(),
            links: BTreeMap::new(),
            people: BTreeMap::new(),
            decisions: BTreeMap::new(),
            actions: BTreeMap::new(),
            minutes: BTreeMap::new(),
        }
    }

    /// Notes what a change is about to replace.
    pub(super) fn note(&mut self, before: &Board, change: &Change) {
        for edit in &change.edits {
            self.note_edit(before, edit);
        }
    }

    fn note_edit(&mut self, before: &Board, edit: &Edit) {
        match edit {
            Edit::Item { id, .. } => remember(&mut self.items, *id, &before.items),
            Edit::AddItem(item) | Edit::RemoveItem(item) => remember(&mut self.items, item.id, &before.items),
            Edit::AddLink(link) | Edit::RemoveLink(link) => {
                self.links.entry(link.key).or_insert_with(|| before.links.get(&link.key).copied());
            }
            Edit::AddPerson(person) | Edit::RemovePerson(person) => {
                remember(&mut self.people, person.id, &before.people);
            }
            Edit::About { .. } => _ = self.about.get_or_insert_with(|| Box::new(before.about.clone())),
            Edit::Decision(swap) => remember_record(&mut self.decisions, swap, &before.decisions),
            Edit::Action(swap) => remember_record(&mut self.actions, swap, &before.actions),
            Edit::Minutes(swap) => remember_record(&mut self.minutes, swap, &before.minutes),
        }
    }

    /// The board as it was, from the board as it is.
    #[must_use]
    pub fn board(&self, now: &Board) -> Board {
        let mut board = now.clone();
        if let Some(about) = &self.about {
            board.about = (**about).clone();
        }
        bring_back(&mut board.items, &self.items);
        bring_back(&mut board.people, &self.people);
        bring_back(&mut board.decisions, &self.decisions);
        bring_back(&mut board.actions, &self.actions);
        bring_back(&mut board.minutes, &self.minutes);
        for (key, was) in &self.links {
            match was {
                Some(lag) => _ = board.links.insert(*key, *lag),
                None => _ = board.links.remove(key),
            }
        }
        board
    }
}

fn remember<Id: Ord, T>(noted: &mut Before<Id, T>, id: Id, before: &BTreeMap<Id, Arc<T>>) {
    if let Entry::Vacant(place) = noted.entry(id) {
        let was = before.get(place.key()).cloned();
        place.insert(was);
    }
}

fn remember_record<R: Kept>(noted: &mut Before<R::Id, R>, swap: &Swap<R>, before: &BTreeMap<R::Id, Arc<R>>) {
    if let Some(record) = swap.record() {
        remember(noted, record.id(), before);
    }
}

fn bring_back<Id: Ord + Copy, T>(held: &mut BTreeMap<Id, Arc<T>>, noted: &Before<Id, T>) {
    for (id, was) in noted {
        match was {
            Some(was) => _ = held.insert(*id, Arc::clone(was)),
            None => _ = held.remove(id),
        }
    }
}

/// Links are no keys that JSON knows: they are written as a list of pairs.
mod pairs {
    use super::{BTreeMap, Deserialize, Deserializer, Lag, LinkKey, Serializer};
    use crate::board::gathered;

    type Links = BTreeMap<LinkKey, Option<Lag>>;

    pub(super) fn serialize<S: Serializer>(links: &Links, to: S) -> Result<S::Ok, S::Error> {
        to.collect_seq(links)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Links, D::Error> {
        Vec::<(LinkKey, Option<Lag>)>::deserialize(from).map(gathered)
    }
}
