//! What a command did: a list of edits, each of which knows what it replaced.
//!
//! A change is applied, reversed and written to the log as it is. An edit that does not fit the board it is applied
//! to says so instead of overwriting: the log is then not this board's.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::board::{About, ActionItem, Board, Decision, Item, ItemField, ItemId, Link, Minutes, Person};

/// One step that can be undone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// What was done, as in "Undo: move 3 items to Schedule".
    pub name: String,
    /// What it consists of, in order.
    pub edits: Vec<Edit>,
    /// What it does to a meeting. That is the document's; see there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meeting: Option<Turn>,
}

/// A meeting ends, or goes on after all. It is the one that began at that moment, so that no other is ended or gone on
/// with when a step is taken back or done again later.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Turn {
    /// It ends.
    Ends(u64),
    /// It goes on.
    GoesOn(u64),
}

impl Turn {
    const fn reversed(self) -> Self {
        match self {
            Self::Ends(since) => Self::GoesOn(since),
            Self::GoesOn(since) => Self::Ends(since),
        }
    }
}

/// The smallest part of a change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Edit {
    /// A field of an item.
    Item {
        /// Which item.
        id: ItemId,
        /// What it held.
        from: ItemField,
        /// What it holds now.
        to: ItemField,
    },
    /// A new item.
    AddItem(Box<Item>),
    /// An item that is gone for good.
    RemoveItem(Box<Item>),
    /// A new link.
    AddLink(Link),
    /// A link that is gone.
    RemoveLink(Link),
    /// Somebody new in the roster.
    AddPerson(Person),
    /// Somebody gone from the roster.
    RemovePerson(Person),
    /// What the board says of itself.
    About {
        /// What it said.
        from: Box<About>,
        /// What it says now.
        to: Box<About>,
    },
    /// A decision came, went, or says something else.
    Decision(Swap<Decision>),
    /// An action came, went, or says something else.
    Action(Swap<ActionItem>),
    /// Minutes came, went, or say something else.
    Minutes(Swap<Minutes>),
}

/// One record in the place of another; `None` where there was none, or is none any more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Swap<T> {
    /// What was there.
    pub from: Option<Box<T>>,
    /// What is there now.
    pub to: Option<Box<T>>,
}

impl<T> Swap<T> {
    fn reversed(self) -> Self {
        Self { from: self.to, to: self.from }
    }

    /// The record it is about, whichever way.
    pub(super) fn record(&self) -> Option<&T> {
        self.from.as_deref().or(self.to.as_deref())
    }
}

fn swap<T: Kept>(board: &mut Board, swap: &Swap<T>) -> bool {
    let Some(id) = swap.record().map(Kept::id) else { return false };
    let held = T::held(board);
    let fits = held.get(&id).map(AsRef::as_ref) == swap.from.as_deref();
    match &swap.to {
        _ if !fits => {}
        Some(to) => _ = held.insert(id, Arc::new((**to).clone())),
        None => _ = held.remove(&id),
    }
    fits
}

/// What is put on a board, changed and taken away as a whole.
pub(super) trait Kept: Clone + PartialEq {
    type Id: Ord + Copy;
    fn id(&self) -> Self::Id;
    fn held(board: &mut Board) -> &mut BTreeMap<Self::Id, Arc<Self>>;
    fn edit(swap: Swap<Self>) -> Edit;
}

macro_rules! records {
    ($($Record:ident, $Id:ident, $held:ident, $Edit:ident;)*) => {$(
        impl Kept for $Record {
            type Id = crate::board::$Id;
            fn id(&self) -> Self::Id {
                self.id
            }
            fn held(board: &mut Board) -> &mut BTreeMap<Self::Id, Arc<Self>> {
                &mut board.$held
            }
            fn edit(swap: Swap<Self>) -> Edit {
                Edit::$Edit(swap)
            }
        }
    )*};
}

records! {
    Decision, DecisionId, decisions, Decision;
    ActionItem, ActionId, actions, Action;
    Minutes, MinutesId, minutes, Minutes;
}

impl Edit {
    /// The edit that undoes this one.
    #[must_use]
    pub fn reversed(&self) -> Self {
        match self.clone() {
            Self::Item { id, from, to } => Self::Item { id, from: to, to: from },
            Self::AddItem(item) => Self::RemoveItem(item),
            Self::RemoveItem(item) => Self::AddItem(item),
            Self::AddLink(link) => Self::RemoveLink(link),
            Self::RemoveLink(link) => Self::AddLink(link),
            Self::AddPerson(person) => Self::RemovePerson(person),
            Self::RemovePerson(person) => Self::AddPerson(person),
            Self::About { from, to } => Self::About { from: to, to: from },
            Self::Decision(swap) => Self::Decision(swap.reversed()),
            Self::Action(swap) => Self::Action(swap.reversed()),
            Self::Minutes(swap) => Self::Minutes(swap.reversed()),
        }
    }

    /// Does it. False, with the board unchanged, where the board is not as the edit found it.
    #[must_use]
    pub fn apply(&self, board: &mut Board) -> bool {
        match self {
            Self::Item { id, from, to } => set_field(board, *id, from, to),
            Self::AddItem(item) => insert_new(&mut board.items, item.id, Arc::new((**item).clone())),
            Self::RemoveItem(item) => remove_same(&mut board.items, &item.id, |held| **held == **item),
            Self::AddLink(link) => {
                let ends = [link.key.predecessor, link.key.successor];
                ends.iter().all(|end| board.items.contains_key(end))
                    && insert_new(&mut board.links, link.key, link.lag)
            }
            Self::RemoveLink(link) => remove_same(&mut board.links, &link.key, |lag| *lag == link.lag),
            Self::AddPerson(person) => insert_new(&mut board.people, person.id, Arc::new(person.clone())),
            Self::RemovePerson(person) => {
                remove_same(&mut board.people, &person.id, |held| **held == *person)
            }
            Self::About { from, to } => {
                let fits = board.about == **from;
                if fits {
                    board.about = (**to).clone();
                }
                fits
            }
            Self::Decision(decision) => swap(board, decision),
            Self::Action(action) => swap(board, action),
            Self::Minutes(minutes) => swap(board, minutes),
        }
    }
}

fn set_field(board: &mut Board, id: ItemId, from: &ItemField, to: &ItemField) -> bool {
    let Some(item) = board.items.get_mut(&id) else { return false };
    let fits = from.name() == to.name() && item.field(from.name()) == *from;
    if fits {
        Arc::make_mut(item).replace(to.clone());
    }
    fits
}

fn insert_new<K: Ord, V>(map: &mut BTreeMap<K, V>, key: K, value: V) -> bool {
    let fits = !map.contains_key(&key);
    if fits {
        map.insert(key, value);
    }
    fits
}

fn remove_same<K: Ord, V>(map: &mut BTreeMap<K, V>, key: &K, same: impl Fn(&V) -> bool) -> bool {
    let fits = map.get(key).is_some_and(same);
    if fits {
        map.remove(key);
    }
    fits
}

impl Change {
    /// The change that undoes this one.
    #[must_use]
    pub fn reversed(&self) -> Self {
        Self {
            name: self.name.clone(),
            edits: self.edits.iter().rev().map(Edit::reversed).collect(),
            meeting: self.meeting.map(Turn::reversed),
        }
    }

    /// Does it. False where the board is not as the change found it; the board is then of no use any more.
    #[must_use]
    pub fn apply(&self, board: &mut Board) -> bool {
        self.edits.iter().all(|edit| edit.apply(board))
    }
}
