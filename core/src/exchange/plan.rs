//! A plan as a foreign file tells it: people by name, links by the file's own keys, not yet matched with any board.

use std::collections::{BTreeMap, BTreeSet};

use super::Format;
use super::error::ReadError;
use super::note::{Note, NoteKind, Notes, Place, quoted};
use super::sheet::Sheet;
use crate::board::{
    Board, BoardId, Calendar, Date, FieldName, Item, ItemField, ItemId, Lag, LinkKind, MAX_ITEMS, Name,
    Priority, TextError, Title, checksum, gathered,
};

/// What a foreign file holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// What kind of file it was.
    pub format: Format,
    /// Where its keys mean something, such as `trello:5fcbec03`: items are matched by origin and key.
    pub origin: String,
    /// A name for the board, if it becomes one.
    pub name: Name,
    /// The fields that the file speaks of: where an item says nothing on one of these, it is empty there.
    pub speaks: BTreeSet<FieldName>,
    /// The items, in the file's order.
    pub items: Vec<PlannedItem>,
    /// The links, in the file's order; both ends are among the items.
    pub links: Vec<PlannedLink>,
    /// When its work is done, where the file says so: for a board that is made of it.
    pub calendar: Option<Calendar>,
    /// What was not understood, changed or left out, and where.
    pub notes: Vec<Note>,
    /// The table that it was read from by guessing, so that the guess can be corrected.
    pub sheet: Option<Box<Sheet>>,
}

/// An item as a file tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedItem {
    /// Its key in the file; no two items of a plan have the same.
    pub key: String,
    /// The fields that hold something, the title first; none of them names people.
    pub fields: Vec<ItemField>,
    /// The people it names.
    pub owners: Owners,
}

/// The people of an item, by the names that the file gives them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Owners {
    /// Who does it.
    pub responsible: Option<Name>,
    /// Who owns its outcome.
    pub accountable: Option<Name>,
    /// Who is asked.
    pub consulted: BTreeSet<Name>,
    /// Who is told.
    pub informed: BTreeSet<Name>,
}

impl Owners {
    /// All of them, some perhaps twice.
    pub fn names(&self) -> impl Iterator<Item = &Name> {
        self.responsible.iter().chain(&self.accountable).chain(&self.consulted).chain(&self.informed)
    }
}

/// A link as a file tells it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct PlannedLink {
    /// The key of what is waited for.
    pub predecessor: String,
    /// The key of what waits.
    pub successor: String,
    /// By which ends.
    pub kind: LinkKind,
    /// Working days between the two.
    pub lag: Lag,
}

impl Plan {
    /// An empty board for its items: with its calendar, where it has one, and else starting on this day.
    pub fn new_board(&self, id: BoardId, name: Name, start: Option<Date>) -> Board {
        let mut board = Board::new(id, name);
        board.about.calendar = self.calendar.clone().unwrap_or_default();
        board.about.calendar.start = board.about.calendar.start.or(start);
        board
    }
}

impl PlannedLink {
    /// A link from finish to start without lag.
    pub(super) fn after(predecessor: &str, successor: &str) -> Self {
        Self {
            predecessor: predecessor.to_owned(),
            successor: successor.to_owned(),
            kind: LinkKind::FinishToStart,
            lag: Lag::default(),
        }
    }
}

impl PlannedItem {
    /// What it is called.
    pub fn title(&self) -> &str {
        let title = self.fields.iter().find_map(|field| match field {
            ItemField::Title(title) => Some(title.as_str()),
            _ => None,
        });
        title.unwrap_or_default()
    }
}

/// A key is kept with its item: of a very long one (a title, where there are no ids) the start and a checksum.
fn short_key(key: &str) -> String {
    const MOST: usize = 600;
    match key.char_indices().nth(MOST) {
        Some((end, _)) => {
            format!("{}… {:08x}", key.get(..end).unwrap_or_default(), checksum(&[key]))
        }
        None => key.to_owned(),
    }
}

/// As much of a text as a title or a name could need: looking at all of ten megabytes takes its time.
fn head(text: &str) -> &str {
    const ENOUGH: usize = 10_000;
    let text = text.trim();
    let end = (0..=ENOUGH.min(text.len())).rev().find(|end| text.is_char_boundary(*end));
    end.and_then(|end| text.get(..end)).unwrap_or(text)
}

/// An item in the making.
pub(super) struct Sketch {
    pub(super) key: String,
    pub(super) owners: Owners,
    pub(super) place: Place,
    item: Item,
    paragraphs: Vec<String>,
}

impl Sketch {
    /// An item with a title; a row or card without one is left out and said. A title that is too long is shortened
    /// and kept whole in the notes.
    pub(super) fn new(key: &str, title: &str, place: Place, notes: &mut Notes) -> Option<Self> {
        let Ok(short) = Title::shortened(head(title)) else {
            notes.say(NoteKind::LeftOut, Some(place), "there is no title here: nothing was taken of it");
            return None;
        };
        let mut paragraphs = Vec::new();
        if matches!(head(title).parse::<Title>(), Err(TextError::TooLong { .. })) {
            let text = "a title is longer than 500 characters: it was shortened, the whole is in the notes";
            notes.say(NoteKind::Changed, Some(place.clone()), text);
            paragraphs.push(title.trim().to_owned());
        }
        let mut item = Item::new(ItemId::new(uuid::Uuid::nil()));
        item.title = short;
        Some(Self { key: short_key(key), owners: Owners::default(), place, item, paragraphs })
    }

    /// Puts a content into a field.
    pub(super) fn set(&mut self, field: ItemField) {
        self.item.replace(field);
    }

    /// The higher of two priorities counts.
    pub(super) fn raise(&mut self, priority: Priority) {
        self.item.priority = self.item.priority.min(priority);
    }

    /// A text for the notes; an empty one is none.
    pub(super) fn paragraph(&mut self, text: impl Into<String>) {
        let text = text.into();
        if !text.trim().is_empty() {
            self.paragraphs.push(text);
        }
    }

    /// A tag, shortened where it is too long.
    pub(super) fn tag(&mut self, text: &str, notes: &mut Notes) {
        if let Some(name) = self.name(text, notes) {
            self.item.tags.insert(name);
        }
    }

    /// A name, shortened where it is too long. Nothing where there is nothing to see.
    pub(super) fn name(&self, text: &str, notes: &mut Notes) -> Option<Name> {
        let text = head(text);
        if matches!(text.parse::<Name>(), Err(TextError::TooLong { .. })) {
            let name = quoted(text);
            let said = format!("the name {name} is longer than 120 characters and was shortened");
            notes.say(NoteKind::Changed, Some(self.place.clone()), said);
        }
        Name::shortened(text).ok()
    }

    /// The first of some names does it, the others are asked.
    pub(super) fn assign(&mut self, names: &[&str], place: Place, notes: &mut Notes) {
        let mut names =
            names.iter().filter_map(|text| self.name(text, notes)).collect::<Vec<_>>().into_iter();
        self.owners.responsible = names.next();
        self.owners.consulted = gathered(names);
        if !self.owners.consulted.is_empty() {
            let said = "of several people the first was read as Responsible, the others as Consulted";
            notes.say(NoteKind::ReadAs, Some(place), said);
        }
    }

    /// The item, with its paragraphs as notes.
    fn finish(mut self) -> PlannedItem {
        self.item.notes = self.paragraphs.join("\n\n");
        let empty = Item::new(self.item.id);
        let held = |name: &FieldName| self.item.field(*name) != empty.field(*name);
        let fields = COMPARED.iter().filter(|name| held(name)).map(|name| self.item.field(*name)).collect();
        PlannedItem { key: self.key, fields, owners: self.owners }
    }
}

/// The fields that a file can hold. Order, source and trash belong to the board; people are named apart.
const COMPARED: [FieldName; 25] = [
    FieldName::Title,
    FieldName::Kind,
    FieldName::Important,
    FieldName::Urgent,
    FieldName::Priority,
    FieldName::Core,
    FieldName::Refusal,
    FieldName::Duration,
    FieldName::NotBefore,
    FieldName::Deadline,
    FieldName::AwaitedBy,
    FieldName::Requested,
    FieldName::Promised,
    FieldName::ChaseOn,
    FieldName::Buffer,
    FieldName::Progress,
    FieldName::Door,
    FieldName::Reach,
    FieldName::Impact,
    FieldName::Confidence,
    FieldName::Effort,
    FieldName::Ease,
    FieldName::Reasons,
    FieldName::Tags,
    FieldName::Notes,
];

/// A plan in the making.
#[derive(Default)]
pub(super) struct Gathered {
    pub(super) items: Vec<PlannedItem>,
    pub(super) links: Vec<PlannedLink>,
    pub(super) notes: Notes,
    keys: BTreeMap<String, usize>,
}

impl Gathered {
    /// Takes an item and gives its key. A key that was there before gets a number, so that nothing is lost.
    pub(super) fn take(&mut self, mut sketch: Sketch) -> String {
        let times = self.keys.entry(sketch.key.clone()).or_default();
        *times += 1;
        if *times > 1 {
            let key = quoted(&sketch.key);
            let said = format!("the key {key} is there more than once: each is an item of its own");
            self.notes.say(NoteKind::Changed, Some(sketch.place.clone()), said);
            sketch.key = format!("{} ({times})", sketch.key);
            self.keys.insert(sketch.key.clone(), 1);
        }
        let key = sketch.key.clone();
        self.items.push(sketch.finish());
        key
    }

    /// The plan, unless it holds nothing or too much.
    pub(super) fn finish(
        self,
        format: Format,
        origin: String,
        name: Name,
        speaks: &[FieldName],
    ) -> Result<Plan, ReadError> {
        if self.items.is_empty() {
            return Err(ReadError::NoItems(format.name()));
        }
        if self.items.len() > MAX_ITEMS {
            return Err(ReadError::TooManyItems(self.items.len()));
        }
        Ok(Plan {
            format,
            origin,
            name,
            speaks: gathered(speaks.iter().copied()),
            items: self.items,
            links: self.links,
            calendar: None,
            notes: self.notes.into_list(),
            sheet: None,
        })
    }
}
