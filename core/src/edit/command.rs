//! What a person can ask for. Ids, the time and the person acting are part of what is asked.

use serde::{Deserialize, Serialize};

use crate::board::{
    About, ActionId, ActionItem, Answer, Date, Decision, DecisionId, Item, ItemField, ItemId, Kind, Lag,
    Link, LinkKey, LinkKind, Minutes, MinutesId, Person, PersonId, Priority, Quadrant, Title,
};

use super::meeting::Agenda;

/// When something was asked for, and by whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    /// Milliseconds since 1970 (UTC).
    pub at: u64,
    /// The day it was where it was asked.
    pub today: Date,
    /// The person acting, where one was chosen from the roster.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<PersonId>,
}

/// One request, complete in itself.
#[derive(Clone, Debug, PartialEq)]
pub struct Command {
    /// When and by whom.
    pub stamp: Stamp,
    /// What.
    pub action: Action,
}

/// Where in its column an item goes: a quadrant's items, or the Inbox's, in the board's order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Before all others.
    Top,
    /// After all others.
    Bottom,
    /// Right before this item.
    Before(ItemId),
    /// Right after this item.
    After(ItemId),
}

/// A way to own an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// One name for both: Responsible and Accountable of our work, the one who chases an external item.
    Owner,
    /// Does it; for an external item, the giver.
    Responsible,
    /// Owns the outcome; for an external item, chases it.
    Accountable,
}

/// On which side of an item another stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The item waits for it.
    Before,
    /// It waits for the item.
    After,
}

impl Side {
    /// The usual link between an item and another on this side of it.
    pub const fn key(self, item: ItemId, other: ItemId) -> LinkKey {
        let (predecessor, successor) = match self {
            Self::Before => (other, item),
            Self::After => (item, other),
        };
        LinkKey { predecessor, successor, kind: LinkKind::FinishToStart }
    }
}

/// An item to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewItem {
    /// Its id, made by the one who asks.
    pub id: ItemId,
    /// What it is called.
    pub title: Title,
}

/// Fields to change on one item of the board.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Update {
    /// Which item.
    pub item: ItemId,
    /// Their new contents.
    pub fields: Vec<ItemField>,
}

/// What comes in from a file, already matched with the board.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Import {
    /// What it comes from, such as a file's name.
    pub from: String,
    /// People who are not in the roster yet.
    pub people: Vec<Person>,
    /// Items that are not on the board yet, in the file's order.
    pub items: Vec<Item>,
    /// Items that are, and differ.
    pub updates: Vec<Update>,
    /// Links that the board does not have yet.
    pub links: Vec<Link>,
}

/// What a meeting leaves behind besides items.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Record {
    /// A decision is written down, says something else, or is closed.
    Decide(Box<Decision>),
    /// A decision is taken off the board.
    Undecide(DecisionId),
    /// An action is written down, says something else, or is done.
    Note {
        /// The action; its owner is named beside it.
        action: Box<ActionItem>,
        /// Who does it; a person who is not in the roster yet joins it.
        owner: Option<Person>,
    },
    /// An action is taken off the board.
    Unnote(ActionId),
    /// Minutes are kept, or say something else.
    KeepMinutes(Box<Minutes>),
    /// Minutes are taken off the board.
    DropMinutes(MinutesId),
}

/// What is asked for.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// New items, into a quadrant or the Inbox.
    Add {
        /// The items, in order.
        items: Vec<NewItem>,
        /// The quadrant; `None` is the Inbox.
        to: Option<Quadrant>,
        /// Where in it.
        place: Place,
    },
    /// One field of some items gets a content.
    Edit {
        /// The items.
        items: Vec<ItemId>,
        /// The field and its content.
        field: ItemField,
    },
    /// Fields of several items get contents, each its own: a block of a table.
    Fill {
        /// The items and their fields.
        updates: Vec<Update>,
    },
    /// Items are done today, or are not done after all.
    Finish {
        /// The items.
        items: Vec<ItemId>,
        /// True for done.
        done: bool,
    },
    /// Answers to the two questions, each as far as it is known.
    Judge {
        /// The items.
        items: Vec<ItemId>,
        /// Important?
        important: Option<Answer>,
        /// Urgent?
        urgent: Option<Answer>,
    },
    /// Items go to a place in a quadrant or in the Inbox.
    Move {
        /// The items; they keep their order among themselves.
        items: Vec<ItemId>,
        /// The quadrant; `None` is the Inbox.
        to: Option<Quadrant>,
        /// Where in it.
        place: Place,
    },
    /// Items get a priority and a place among those that have it.
    Rank {
        /// The items, in the order that they are to have.
        items: Vec<ItemId>,
        /// The priority.
        priority: Priority,
        /// Where among those of that priority.
        place: Place,
    },
    /// Items change places among themselves in the board's order.
    Arrange {
        /// The groups, each in the order that it is to have.
        groups: Vec<Vec<ItemId>>,
    },
    /// Items are refused together, to meet a date or a capacity.
    Cut {
        /// The items.
        items: Vec<ItemId>,
        /// Why, for all of them; may be empty.
        reason: String,
    },
    /// Somebody owns items, or nobody does.
    Assign {
        /// The items.
        items: Vec<ItemId>,
        /// In which way.
        role: Role,
        /// Who; a person who is not in the roster yet joins it.
        person: Option<Person>,
    },
    /// Items go into the trash, with their links kept.
    Trash {
        /// The items.
        items: Vec<ItemId>,
    },
    /// Items come back from the trash.
    Restore {
        /// The items.
        items: Vec<ItemId>,
    },
    /// One item takes over what another holds; the other goes into the trash.
    Merge {
        /// The item that stays.
        into: ItemId,
        /// The item that goes.
        from: ItemId,
    },
    /// A part of an item becomes an item of its own, right after it.
    Split {
        /// The item.
        item: ItemId,
        /// The part.
        part: NewItem,
    },
    /// A link is made, or the lag of one is changed.
    Link(Link),
    /// A link is removed.
    Unlink(LinkKey),
    /// A link gets another type or lag.
    Relink {
        /// Which link.
        key: LinkKey,
        /// Its new type.
        kind: LinkKind,
        /// Its new lag.
        lag: Lag,
    },
    /// A new item, into the Inbox, with what is known of it.
    Introduce {
        /// The item to be.
        new: NewItem,
        /// What it is.
        kind: Kind,
        /// Who does it; for an external item, the giver.
        who: Option<Person>,
        /// The item that it is linked with, and on which side of that it stands.
        beside: Option<(ItemId, Side)>,
    },
    /// Somebody joins the roster, or is called something else.
    NamePerson(Person),
    /// Somebody leaves the roster and all items.
    RemovePerson(PersonId),
    /// The board's name, goal, target or settings change.
    Describe(Box<About>),
    /// Something is recorded that is no item.
    Record(Record),
    /// A file's content joins the board.
    Import(Box<Import>),
    /// A meeting starts, comes to another step or has another agenda. It is a step of the log, not one that is undone.
    Meet(Box<Agenda>),
    /// The meeting ends, and its minutes are kept where there are any. Unlike its steps that can be undone.
    EndMeeting(Option<Box<Minutes>>),
    /// The meeting that ended goes on after all, as if it had not; the minutes of its end go.
    GoOn,
    /// Others were told how things stand: what changes is counted from here. Not undone either.
    Report,
}

impl Action {
    /// A link without lag.
    pub fn link(key: LinkKey) -> Self {
        Self::Link(Link { key, lag: Lag::default() })
    }
}
