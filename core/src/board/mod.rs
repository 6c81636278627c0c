//! The document: items, links, people, quadrants, settings, decisions, actions, and the invariants they keep.
//!
//! A [`Board`] is a value. It is read here and written only by [`crate::edit`]; nothing here knows how it is
//! stored, shown or scheduled.

mod action_item;
mod action_typed;
mod awaited;
mod calendar;
mod capacity;
mod checked;
mod checksum;
mod date;
mod date_typed;
mod decision;
mod graph;
mod id;
mod item;
mod kind;
mod labels;
mod link;
mod minutes;
mod order;
mod person;
mod progress;
mod quadrant;
mod quantity;
mod reasons;
mod scales;
mod sorting;
mod text;

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize, Serializer};
use serde_json::Value;

pub use action_item::ActionItem;
pub use action_typed::{TypedAction, follows_a_name};
pub use awaited::Awaited;
pub use calendar::{Calendar, CalendarError, DaysOff, Planning, Weekdays};
pub use capacity::Capacity;
pub use checked::{RawBoard, Repair};
pub use checksum::checksum;
pub use date::{Date, DateError};
pub use decision::{Closed, Decision, KeptComparison};
pub use graph::{cycle_through, work_order};
pub use id::{ActionId, BoardId, DecisionId, ItemId, MinutesId, PersonId};
pub use item::{EarlierPromise, FieldName, Item, ItemField, Refusal, Source};
pub use kind::{Kind, Priority};
pub use labels::{QuadrantLabel, QuadrantLabels, Sizes};
pub use link::{Lag, Link, LinkKey, LinkKind};
pub use minutes::Minutes;
pub use order::OrderKey;
pub use person::Person;
pub use progress::{Door, Progress};
pub use quadrant::{Answer, Quadrant};
pub use quantity::{Days, Decimal, Percent, QuantityError};
pub use reasons::{Reason, Reasons, UnknownReason};
pub use scales::{ImpactScale, ImpactStep, Period, ScaleError, Scales};
pub use sorting::{gathered, sort_by, sort_by_key};
pub use text::{Name, TextError, Title, folded, turns_direction};

/// Fields of a file or a stored value that this version does not know. They are kept and written back.
pub type Extra = BTreeMap<String, Value>;

/// The most items that a board holds.
pub const MAX_ITEMS: usize = 20_000;

/// True where a value equals its default, so that it need not be written.
pub(crate) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// What a board says of itself: everything but its items, links and people.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    /// What the board is called.
    pub name: Name,
    /// What follows "Done when": when the goal is reached, in the team's words.
    #[serde(default, skip_serializing_if = "is_default")]
    pub goal: String,
    /// What cannot be changed: money, people, rules, dates.
    #[serde(default, skip_serializing_if = "is_default")]
    pub constraints: String,
    /// Who decides where the team cannot, and how to reach them.
    #[serde(default, skip_serializing_if = "is_default")]
    pub escalation: String,
    /// The day the goal is wanted by.
    #[serde(default, skip_serializing_if = "is_default")]
    pub target: Option<Date>,
    /// Names and actions of the four quadrants, where the board renames them.
    #[serde(default, skip_serializing_if = "is_default")]
    pub quadrants: QuadrantLabels,
    /// Working days of the quick sizes.
    #[serde(default, skip_serializing_if = "is_default")]
    pub sizes: Sizes,
    /// When its work is done.
    #[serde(default, skip_serializing_if = "is_default")]
    pub calendar: Calendar,
    /// What its planning counts with.
    #[serde(default, skip_serializing_if = "is_default")]
    pub planning: Planning,
    /// What the inputs of its scores are counted in.
    #[serde(default, skip_serializing_if = "is_default")]
    pub scales: Scales,
}

/// One plan: what it says of itself, its items, links, people, decisions and actions.
///
/// Invariants: every link joins two different items of the board, links make no cycle, and every person that an
/// item, a decision or an action names is in the roster. [`RawBoard::check`] and [`crate::edit`] keep them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Board {
    /// Which board this is.
    pub id: BoardId,
    /// Name, goal, target and settings.
    #[serde(flatten)]
    pub about: About,
    /// The roster.
    #[serde(serialize_with = "values")]
    pub people: BTreeMap<PersonId, Arc<Person>>,
    /// The items, those in the trash too.
    #[serde(serialize_with = "values")]
    pub items: BTreeMap<ItemId, Arc<Item>>,
    /// What waits for what.
    #[serde(serialize_with = "links")]
    pub links: BTreeMap<LinkKey, Lag>,
    /// What was decided, and what is to be, in the order it was written down.
    #[serde(serialize_with = "values", skip_serializing_if = "is_default")]
    pub decisions: BTreeMap<DecisionId, Arc<Decision>>,
    /// What somebody does after a meeting, in the order it was written down.
    #[serde(serialize_with = "values", skip_serializing_if = "is_default")]
    pub actions: BTreeMap<ActionId, Arc<ActionItem>>,
    /// The minutes that were kept, the oldest first.
    #[serde(serialize_with = "values", skip_serializing_if = "is_default")]
    pub minutes: BTreeMap<MinutesId, Arc<Minutes>>,
    /// Fields this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

fn values<K, V: Serialize, S: Serializer>(map: &BTreeMap<K, Arc<V>>, to: S) -> Result<S::Ok, S::Error> {
    to.collect_seq(map.values().map(AsRef::as_ref))
}

fn links<S: Serializer>(map: &BTreeMap<LinkKey, Lag>, to: S) -> Result<S::Ok, S::Error> {
    to.collect_seq(map.iter().map(|(key, lag)| Link { key: *key, lag: *lag }))
}

impl Board {
    /// An empty board.
    pub fn new(id: BoardId, name: Name) -> Self {
        let about = About {
            name,
            goal: String::new(),
            constraints: String::new(),
            escalation: String::new(),
            target: None,
            quadrants: QuadrantLabels::default(),
            sizes: Sizes::default(),
            calendar: Calendar::default(),
            planning: Planning::default(),
            scales: Scales::default(),
        };
        Self {
            id,
            about,
            people: BTreeMap::new(),
            items: BTreeMap::new(),
            links: BTreeMap::new(),
            decisions: BTreeMap::new(),
            actions: BTreeMap::new(),
            minutes: BTreeMap::new(),
            extra: Extra::new(),
        }
    }

    /// The board with its plan starting on a day.
    #[must_use]
    pub fn starting(mut self, day: Date) -> Self {
        self.about.calendar.start = Some(day);
        self
    }

    /// The item with this id, in the trash or not.
    pub fn item(&self, id: ItemId) -> Option<&Item> {
        self.items.get(&id).map(AsRef::as_ref)
    }

    /// The person with this id.
    pub fn person(&self, id: PersonId) -> Option<&Person> {
        self.people.get(&id).map(AsRef::as_ref)
    }

    /// The person of the roster who is called so, whatever the case.
    pub fn person_named(&self, name: &Name) -> Option<&Person> {
        let folded = name.folded();
        self.people.values().map(AsRef::as_ref).find(|person| person.name.folded() == folded)
    }

    /// The items that are not in the trash, in the board's order.
    pub fn live(&self) -> Vec<&Item> {
        let mut items: Vec<&Item> =
            self.items.values().map(AsRef::as_ref).filter(|i| i.trashed.is_none()).collect();
        sort_by(&mut items, |a, b| a.order.cmp(&b.order).then(a.id.cmp(&b.id)));
        items
    }

    /// The items that are in the trash, the last thrown away first.
    pub fn trash(&self) -> Vec<&Item> {
        let mut items: Vec<&Item> =
            self.items.values().map(AsRef::as_ref).filter(|i| i.trashed.is_some()).collect();
        sort_by(&mut items, |a, b| {
            b.trashed.cmp(&a.trashed).then(a.order.cmp(&b.order)).then(a.id.cmp(&b.id))
        });
        items
    }

    /// The people by name.
    pub fn roster(&self) -> Vec<&Person> {
        let mut people: Vec<&Person> = self.people.values().map(AsRef::as_ref).collect();
        sort_by(&mut people, |a, b| a.name.folded().cmp(&b.name.folded()).then(a.id.cmp(&b.id)));
        people
    }

    /// The links into an item: what it waits for.
    pub fn waits_for(&self, item: ItemId) -> impl Iterator<Item = Link> + '_ {
        self.links
            .iter()
            .filter(move |(key, _)| key.successor == item)
            .map(|(key, lag)| Link { key: *key, lag: *lag })
    }

    /// The links out of an item: what waits for it.
    pub fn awaited_in(&self, item: ItemId) -> impl Iterator<Item = Link> + '_ {
        let (kind, successor) = (LinkKind::FinishToStart, ItemId::new(uuid::Uuid::nil()));
        // The keys are sorted by their predecessor.
        self.links
            .range(LinkKey { predecessor: item, successor, kind }..)
            .take_while(move |(key, _)| key.predecessor == item)
            .map(|(key, lag)| Link { key: *key, lag: *lag })
    }
}
