//! The one door through which a board comes in from storage, a file or another tab.
//!
//! What breaks an invariant is left out and named; what is merely strange is kept. A value of the wrong type does
//! not get this far: it is an error of the reader, with its place.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::{
    About, ActionItem, Board, BoardId, Decision, Extra, Item, ItemId, Lag, Link, LinkKey, MAX_ITEMS, Minutes,
    OrderKey, Person, PersonId, cycle_through, gathered, sort_by, work_order,
};

/// A board as it was read, before it is checked.
#[derive(Debug, Serialize, Deserialize)]
pub struct RawBoard {
    /// Which board.
    pub id: BoardId,
    /// Name, goal, target and settings.
    #[serde(flatten)]
    pub about: About,
    /// The roster.
    #[serde(default)]
    pub people: Vec<Person>,
    /// The items.
    #[serde(default)]
    pub items: Vec<Item>,
    /// The links, in the file's order.
    #[serde(default)]
    pub links: Vec<Link>,
    /// The decisions.
    #[serde(default)]
    pub decisions: Vec<Decision>,
    /// The actions.
    #[serde(default)]
    pub actions: Vec<ActionItem>,
    /// The minutes.
    #[serde(default)]
    pub minutes: Vec<Minutes>,
    /// Everything else.
    #[serde(flatten)]
    pub extra: Extra,
}

/// What was left out of a board that was read, and why.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Repair {
    /// Two items had the same id.
    #[error("'{0}' has the same id as an earlier item and was left out")]
    DuplicateItem(String),
    /// More items than a board holds.
    #[error("{0} items were left out: a board holds 20,000")]
    TooManyItems(usize),
    /// A person appears twice.
    #[error("'{0}' is in the roster twice and was taken once")]
    DuplicatePerson(String),
    /// Two decisions, actions or minutes had the same id.
    #[error("'{0}' has the same id as an earlier record and was left out")]
    DuplicateRecord(String),
    /// An item named somebody who is not in the roster.
    #[error("'{0}' names a person who is not in the roster; the name was left out")]
    UnknownPerson(String),
    /// A link's end is missing.
    #[error("a link was left out: one of its items is not on the board")]
    DanglingLink,
    /// A link closed a cycle (an item that waits for itself is the shortest).
    #[error("a link was left out because it closes a cycle: {0}")]
    Cycle(String),
}

impl RawBoard {
    /// The board, and what had to be left out for it to keep its invariants.
    pub fn check(self) -> (Board, Vec<Repair>) {
        let mut repairs = Vec::new();
        let mut board = Board::new(self.id, self.about.name.clone());
        board.about = self.about;
        board.extra = self.extra;
        board.people = people(self.people, &mut repairs);
        board.items = items(self.items, &board.people, &mut repairs);
        board.links = links(self.links, &board.items, &mut repairs);
        let known = |id: &PersonId| board.people.contains_key(id);
        let decisions = self.decisions.into_iter().map(|mut decision| {
            decision.by = decision.by.filter(known);
            (decision.id, decision.what.to_string(), decision)
        });
        let actions = self.actions.into_iter().map(|mut action| {
            action.owner = action.owner.filter(known);
            (action.id, action.what.to_string(), action)
        });
        let minutes =
            self.minutes.into_iter().map(|minutes| (minutes.id, minutes.title.to_string(), minutes));
        board.decisions = records(decisions, &mut repairs);
        board.actions = records(actions, &mut repairs);
        board.minutes = records(minutes, &mut repairs);
        (board, repairs)
    }
}

fn people(raw: Vec<Person>, repairs: &mut Vec<Repair>) -> BTreeMap<PersonId, Arc<Person>> {
    let mut people = BTreeMap::new();
    for person in raw {
        match people.entry(person.id) {
            Entry::Vacant(place) => _ = place.insert(Arc::new(person)),
            Entry::Occupied(_) => repairs.push(Repair::DuplicatePerson(person.name.to_string())),
        }
    }
    people
}

/// Records by their ids; each comes with what it is called.
fn records<Id: Ord, T>(
    raw: impl Iterator<Item = (Id, String, T)>,
    repairs: &mut Vec<Repair>,
) -> BTreeMap<Id, Arc<T>> {
    let mut records = BTreeMap::new();
    for (id, called, record) in raw {
        match records.entry(id) {
            Entry::Vacant(place) => _ = place.insert(Arc::new(record)),
            Entry::Occupied(_) => repairs.push(Repair::DuplicateRecord(called)),
        }
    }
    records
}

fn items(
    raw: Vec<Item>,
    people: &BTreeMap<PersonId, Arc<Person>>,
    repairs: &mut Vec<Repair>,
) -> BTreeMap<ItemId, Arc<Item>> {
    let mut items = BTreeMap::new();
    let too_many = raw.len().saturating_sub(MAX_ITEMS);
    for mut item in in_distinct_places(raw).into_iter().take(MAX_ITEMS) {
        if items.contains_key(&item.id) {
            repairs.push(Repair::DuplicateItem(item.title.to_string()));
            continue;
        }
        let known = |id: &PersonId| people.contains_key(id);
        if !item.people().all(|id| known(&id)) {
            repairs.push(Repair::UnknownPerson(item.title.to_string()));
            forget_strangers(&mut item, known);
        }
        items.insert(item.id, Arc::new(item));
    }
    if too_many > 0 {
        repairs.push(Repair::TooManyItems(too_many));
    }
    items
}

/// Items without a place, as a file written by hand has them, or with the same place twice get places anew: by the
/// places they had, then in the file's order.
fn in_distinct_places(mut items: Vec<Item>) -> Vec<Item> {
    let places: BTreeSet<&OrderKey> = gathered(items.iter().map(|item| &item.order));
    if places.len() == items.len() && !places.contains(&OrderKey::default()) {
        return items;
    }
    sort_by(&mut items, |a, b| a.order.cmp(&b.order));
    let places = OrderKey::spread(None, None, items.len());
    for (item, place) in items.iter_mut().zip(places) {
        item.order = place;
    }
    items
}

fn forget_strangers(item: &mut Item, known: impl Fn(&PersonId) -> bool) {
    item.responsible = item.responsible.filter(&known);
    item.accountable = item.accountable.filter(&known);
    let keep = |ids: &BTreeSet<PersonId>| gathered(ids.iter().copied().filter(&known));
    item.consulted = keep(&item.consulted);
    item.informed = keep(&item.informed);
    if let Some(refusal) = &mut item.refusal {
        refusal.by = refusal.by.filter(&known);
    }
}

/// Links in the file's order; each one that closes a cycle is left out.
fn links(
    raw: Vec<Link>,
    items: &BTreeMap<ItemId, Arc<Item>>,
    repairs: &mut Vec<Repair>,
) -> BTreeMap<LinkKey, Lag> {
    let mut links = BTreeMap::new();
    // Only links between items on cycles need a look: one look at each takes seconds on a long chain.
    let (_, cyclic) = work_order(&raw.iter().map(|link| link.key).collect::<Vec<_>>());
    let cycle = |links: &BTreeMap<LinkKey, Lag>, LinkKey { predecessor, successor, .. }| {
        let possible = cyclic.contains(&predecessor) && cyclic.contains(&successor);
        possible.then(|| cycle_through(links, predecessor, successor)).flatten()
    };
    for Link { key, lag } in raw {
        if !items.contains_key(&key.predecessor) || !items.contains_key(&key.successor) {
            repairs.push(Repair::DanglingLink);
        } else if let Some(cycle) = cycle(&links, key) {
            repairs.push(Repair::Cycle(named(&cycle, items)));
        } else {
            links.insert(key, lag);
        }
    }
    links
}

fn named(cycle: &[ItemId], items: &BTreeMap<ItemId, Arc<Item>>) -> String {
    let titles =
        cycle.iter().chain(cycle.first()).filter_map(|id| items.get(id)).map(|item| item.title.as_str());
    titles.collect::<Vec<_>>().join(" → ")
}

#[cfg(test)]
mod tests {
    use super::*;

    const A: &str = "00000000-0000-0000-0000-00000000000a";
    const B: &str = "00000000-0000-0000-0000-00000000000b";

    fn read(rest: &str) -> (Board, Vec<Repair>) {
        let text = format!(
            r#"{{"id":"{A}","name":"Plan","items":[{{"id":"{A}","title":"A"}},{{"id":"{B}","title":"B"}}]{rest}}}"#
        );
        serde_json::from_str::<RawBoard>(&text).unwrap().check()
    }

    fn link(from: &str, to: &str) -> String {
        format!(r#"{{"predecessor":"{from}","successor":"{to}"}}"#)
    }

    #[test]
    fn a_sound_board_comes_in_whole_and_goes_out_the_same() {
        let (board, repairs) = read(&format!(r#","links":[{}],"theme":"dusk""#, link(A, B)));
        assert_eq!(repairs, []);
        assert_eq!(board.live().iter().map(|item| item.title.as_str()).collect::<Vec<_>>(), ["A", "B"]);
        let again: RawBoard = serde_json::from_str(&serde_json::to_string(&board).unwrap()).unwrap();
        assert_eq!(again.check(), (board.clone(), Vec::new()));
        assert_eq!(board.extra["theme"], "dusk");
    }

    #[test]
    fn links_that_close_a_cycle_are_left_out_in_file_order_and_named() {
        let (board, repairs) = read(&format!(r#","links":[{},{},{}]"#, link(A, B), link(B, A), link(A, A)));
        assert_eq!(board.links.len(), 1);
        assert_eq!(repairs, [Repair::Cycle("B → A → B".to_owned()), Repair::Cycle("A → A".to_owned())]);
    }

    #[test]
    fn a_link_to_nowhere_is_left_out() {
        let (board, repairs) =
            read(&format!(r#","links":[{}]"#, link(A, "00000000-0000-0000-0000-0000000000ff")));
        assert!(board.links.is_empty());
        assert_eq!(repairs, [Repair::DanglingLink]);
    }

    #[test]
    fn doubles_and_strangers_are_left_out_and_named() {
        let text = format!(
            r#"{{"id":"{A}","name":"Plan","items":[{{"id":"{A}","title":"A","responsible":"{B}"}},{{"id":"{A}","title":"A2"}}]}}"#
        );
        let (board, repairs) = serde_json::from_str::<RawBoard>(&text).unwrap().check();
        assert_eq!(board.items.len(), 1);
        assert!(board.live()[0].responsible.is_none());
        assert_eq!(repairs, [Repair::UnknownPerson("A".to_owned()), Repair::DuplicateItem("A2".to_owned())]);
    }
}
