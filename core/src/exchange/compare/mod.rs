//! A plan matched with a board: what is new, changed there, changed here, gone; and the import that follows.
//!
//! Items are matched by origin and key, so that importing again doubles nothing. What was taken the last time is
//! kept with each item, which tells a change there from a change here. Nothing is deleted, and nothing that was
//! changed here is overwritten, unless the caller prefers theirs. A sheet of scores is what somebody wants to be so:
//! its items are matched by id or title, and what differs is taken.

mod fields;
mod links;
mod people;
mod sheets;

use std::collections::{BTreeMap, BTreeSet};

use uuid::Uuid;

use super::Format;
use super::note::{Note, NoteKind, Notes};
use super::plan::Plan;
use super::plan_csv::ShortIds;
use crate::board::{Board, FieldName, Item, ItemId, Name, gathered, sort_by_key};
use crate::edit::{Import, Update};

use people::People;

/// Whose value counts where an item was changed here and there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Prefer {
    /// The board's.
    #[default]
    Ours,
    /// The file's.
    Theirs,
}

/// An item with the fields of it that differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// Which item of the board.
    pub item: ItemId,
    /// What it is called on the board.
    pub title: String,
    /// The fields.
    pub fields: Vec<FieldName>,
}

/// What an import would do to a board.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preview {
    /// Items that are not on the board yet.
    pub new: usize,
    /// Items that were changed there since they were taken; the import changes them here.
    pub changed_there: Vec<Changed>,
    /// Items that were changed here; the import leaves these fields as they are.
    pub changed_here: Vec<Changed>,
    /// Fields that were changed both here and there, to different contents; [`Prefer`] decides.
    pub conflicts: Vec<Changed>,
    /// Items that came from there and are not in the file; the import leaves them.
    pub gone: Vec<ItemId>,
    /// Items of the file that are in the board's trash; the import leaves them there.
    pub in_trash: Vec<ItemId>,
    /// Items that are the same here and there.
    pub unchanged: usize,
    /// Links that the board does not have yet, or gets with another lag.
    pub links: usize,
    /// The names of people who join the roster.
    pub people: Vec<Name>,
    /// What was not understood, changed or left out, in reading and in matching.
    pub notes: Vec<Note>,
    /// The import, ready to be dispatched as one step.
    pub import: Import,
}

/// Matches a plan with a board; for a new board, an empty one. `new_id` makes the ids of new items and people.
pub fn compare(plan: &Plan, board: &Board, prefer: Prefer, new_id: &mut dyn FnMut() -> Uuid) -> Preview {
    let known = Known::of(plan, board);
    let mut people = People::of(plan, board);
    let mut preview = Preview { notes: plan.notes.clone(), ..Preview::default() };
    let mut notes = Notes::default();
    let mut ids: BTreeMap<&str, ItemId> = BTreeMap::new();
    for planned in &plan.items {
        let matched = known.items.get(planned.key.as_str()).and_then(|id| board.item(*id));
        let id = matched.map_or_else(|| ItemId::new(new_id()), |item| item.id);
        ids.insert(&planned.key, id);
        let there = fields::there(plan, planned, &mut people, new_id);
        match matched {
            None => preview.add(fields::new_item(id, plan, planned, there, &people)),
            Some(item) if item.trashed.is_some() => preview.in_trash.push(id),
            Some(item) => {
                let there = sheets::without_notes(plan, item, there);
                let mut outcome = fields::three_way(item, plan, planned, &there, &people);
                outcome.keep_core(item, prefer, &mut notes);
                preview.matched(item, outcome, prefer);
            }
        }
    }
    preview.gone = known.gone(plan, board);
    if !preview.in_trash.is_empty() {
        let said =
            format!("{} of its items are in this board's trash and stay there", preview.in_trash.len());
        notes.say(NoteKind::LeftOut, None, said);
    }
    say_calendar(plan, board, &mut notes);
    let taken = plan.items.iter();
    let titles: BTreeMap<ItemId, &str> =
        gathered(taken.filter_map(|item| Some((*ids.get(item.key.as_str())?, item.title()))));
    let links = links::wanted(&plan.links, &ids, board, prefer, &mut notes);
    preview.import.links = links::without_cycles(links, board, &titles, &mut notes);
    preview.links = preview.import.links.len();
    preview.import.people = people.joining(&preview.import, board);
    preview.people = preview.import.people.iter().map(|person| person.name.clone()).collect();
    preview.import.from = format!("{} '{}'", plan.format.name(), plan.name);
    preview.notes.extend(notes.into_list());
    preview
}

/// A calendar comes with a new board only: on one that is planned already it would move every date.
fn say_calendar(plan: &Plan, board: &Board, notes: &mut Notes) {
    let Some(calendar) = &plan.calendar else { return };
    let start = calendar.start.map(|day| format!("from {day}, ")).unwrap_or_default();
    let off = match calendar.days_off.len() {
        0 => String::new(),
        1 => ", 1 day off or range of them".to_owned(),
        more => format!(", {more} days off or ranges of them"),
    };
    let said = format!("the calendar of the file ({start}{}{off})", calendar.weekdays);
    let mut own = board.about.calendar.clone();
    own.start = calendar.start.and(own.start);
    if *calendar != own {
        let said = format!("{said} was left out: the board keeps its own");
        notes.say(NoteKind::LeftOut, None, said);
    } else if board.items.is_empty() {
        notes.say(NoteKind::ReadAs, None, format!("{said} becomes the board's"));
    }
}

impl Preview {
    fn add(&mut self, item: Item) {
        self.new += 1;
        self.import.items.push(item);
    }

    fn matched(&mut self, item: &Item, outcome: fields::Outcome, prefer: Prefer) {
        let changed = |fields: &[FieldName]| Changed {
            item: item.id,
            title: item.title.to_string(),
            fields: fields.to_vec(),
        };
        let sides = [
            (&outcome.there, &mut self.changed_there),
            (&outcome.here, &mut self.changed_here),
            (&outcome.both, &mut self.conflicts),
        ];
        let mut differs = false;
        for (fields, list) in sides {
            if !fields.is_empty() {
                differs = true;
                list.push(changed(fields));
            }
        }
        self.unchanged += usize::from(!differs);
        let fields = outcome.update(item, prefer);
        if !fields.is_empty() {
            self.import.updates.push(Update { item: item.id, fields });
        }
    }
}

/// The items of a board that a plan speaks of.
struct Known<'a> {
    /// By the plan's keys.
    items: BTreeMap<&'a str, ItemId>,
}

impl<'a> Known<'a> {
    fn of(plan: &'a Plan, board: &'a Board) -> Self {
        let mut items = BTreeMap::new();
        if plan.format == Format::PlanCsv {
            let own = ShortIds::of(board);
            items
                .extend(plan.items.iter().filter_map(|item| Some((item.key.as_str(), own.item(&item.key)?))));
        }
        if plan.format == Format::Sheet {
            items.extend(sheets::matches(plan, board));
            return Self { items };
        }
        // Those on the board last, so that they win over what was thrown away.
        let mut sourced: Vec<&Item> = board.items.values().map(AsRef::as_ref).collect();
        sort_by_key(&mut sourced, |item| item.trashed.is_none());
        for item in sourced {
            if let Some(source) = item.source.as_ref().filter(|source| source.origin == plan.origin) {
                items.insert(source.key.as_str(), item.id);
            }
        }
        Self { items }
    }

    /// Items from there that the file does not have. A file with issues of one project says nothing of another's.
    fn gone(&self, plan: &Plan, board: &Board) -> Vec<ItemId> {
        if plan.format == Format::Sheet {
            return Vec::new();
        }
        let keys: BTreeSet<&str> = gathered(plan.items.iter().map(|item| item.key.as_str()));
        let scopes: BTreeSet<&str> = gathered(keys.iter().map(|key| scope(plan.format, key)));
        let live = |id: &ItemId| board.item(*id).is_some_and(|item| item.trashed.is_none());
        let missing = self.items.iter().filter(|(key, _)| !keys.contains(*key));
        missing
            .filter(|(key, id)| scopes.contains(scope(plan.format, key)) && live(id))
            .map(|(_, id)| *id)
            .collect()
    }
}

/// The project that a key belongs to, where keys of several share an origin.
fn scope(format: Format, key: &str) -> &str {
    let mark = match format {
        Format::JiraCsv => '-',
        Format::GithubIssues => '#',
        Format::BoardFile
        | Format::PlanCsv
        | Format::Trello
        | Format::MsProject
        | Format::Sheet
        | Format::Text => return "",
    };
    key.rsplit_once(mark).map_or("", |(project, _)| project)
}
