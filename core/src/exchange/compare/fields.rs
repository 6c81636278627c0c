//! The fields of one item, three ways: as the file has them, as they were when last taken, as the board has them.

use std::collections::BTreeMap;

use uuid::Uuid;

use super::super::Format;
use super::super::note::{NoteKind, Notes, quoted};
use super::super::plan::{Plan, PlannedItem};
use super::Prefer;
use super::people::People;
use crate::board::{
    FieldName, Item, ItemField, ItemId, Progress, Quadrant, Refusal, Source, checksum, gathered,
};

/// Contents by field.
type Fields = BTreeMap<FieldName, ItemField>;

/// Notes longer than this many bytes are remembered by a fingerprint.
const LONG: usize = 200;

/// What a file says of an item, for every field that it speaks of; empty where it says nothing.
pub(super) fn there(
    plan: &Plan,
    planned: &PlannedItem,
    people: &mut People,
    new_id: &mut dyn FnMut() -> Uuid,
) -> Fields {
    let mut item = Item::new(ItemId::new(Uuid::nil()));
    for field in &planned.fields {
        item.replace(field.clone());
    }
    let mut find = |name| people.find(name, new_id);
    item.responsible = planned.owners.responsible.as_ref().map(&mut find);
    item.accountable = planned.owners.accountable.as_ref().map(&mut find);
    item.consulted = gathered(planned.owners.consulted.iter().map(&mut find));
    item.informed = gathered(planned.owners.informed.iter().map(&mut find));
    let spoken = plan.speaks.iter().copied().chain(planned.fields.iter().map(ItemField::name));
    gathered(spoken.map(|name| (name, item.field(name))))
}

/// An item that is not on the board yet.
pub(super) fn new_item(
    id: ItemId,
    plan: &Plan,
    planned: &PlannedItem,
    there: Fields,
    people: &People,
) -> Item {
    let mut item = Item::new(id);
    item.source = Some(source(plan, planned, &there, Vec::new(), people));
    for field in there.into_values() {
        item.replace(field);
    }
    // The first promise is the agreed one.
    item.agreed = item.promised;
    item
}

/// What differs, and the contents there.
pub(super) struct Outcome {
    /// Changed there alone.
    pub(super) there: Vec<FieldName>,
    /// Changed here alone.
    pub(super) here: Vec<FieldName>,
    /// Changed on both sides, to different contents.
    pub(super) both: Vec<FieldName>,
    contents: Fields,
    source: Option<Source>,
}

/// Compares an item of the board with what the file says of it. An item that did not come from this file before
/// has nothing to tell a change here by: what differs was then changed there.
pub(super) fn three_way(
    item: &Item,
    plan: &Plan,
    planned: &PlannedItem,
    there: &Fields,
    people: &People,
) -> Outcome {
    let mut outcome =
        Outcome { there: vec![], here: vec![], both: vec![], contents: there.clone(), source: None };
    let before =
        item.source.as_ref().filter(|source| source.origin == plan.origin && plan.format != Format::Sheet);
    let empty = Item::new(item.id);
    let mut moved = false;
    for (name, file) in there {
        let board = item.field(*name);
        let seen = before.map(|source| source.seen.iter().find(|field| field.name() == *name));
        let base = match seen {
            Some(Some(field)) => field.clone(),
            Some(None) => remembered(&empty.field(*name)),
            None => remembered(&board),
        };
        let differs = |field: &ItemField| !same(plan.format, &remembered(field), &base);
        moved |= differs(file);
        match (differs(file), differs(&board)) {
            (true, true) if !same(plan.format, &remembered(file), &remembered(&board)) => {
                outcome.both.push(*name);
            }
            (true, false) => outcome.there.push(*name),
            (false, true) => outcome.here.push(*name),
            _ => {}
        }
    }
    outcome.source = before.filter(|_| moved).map(|before| {
        let unspoken = before.seen.iter().filter(|field| !there.contains_key(&field.name()));
        source(plan, planned, there, unspoken.cloned().collect(), people)
    });
    outcome
}

impl Outcome {
    /// Core and refused exclude each other: what the board says of the one stays where the file says the other.
    pub(super) fn keep_core(&mut self, item: &Item, prefer: Prefer, notes: &mut Notes) {
        let new = self.applied(item, prefer);
        if !new.core || new.quadrant() != Some(Quadrant::Eliminate) {
            return;
        }
        let (stays, said): (&[FieldName], _) = if item.core {
            (&[FieldName::Important, FieldName::Urgent], "is core on this board and stays where it is")
        } else {
            (&[FieldName::Core], "is refused on this board and does not become core")
        };
        for list in [&mut self.there, &mut self.both] {
            self.here.extend(list.iter().filter(|name| stays.contains(name)));
            list.retain(|name| !stays.contains(name));
        }
        let title = quoted(item.title.as_str());
        notes.say(NoteKind::LeftOut, None, format!("{title} {said}: what is core is never refused"));
    }

    /// The item with what is taken of the file.
    fn applied(&self, item: &Item, prefer: Prefer) -> Item {
        let conflicts = self.both.iter().filter(|_| prefer == Prefer::Theirs);
        let mut new = item.clone();
        for field in self.there.iter().chain(conflicts).filter_map(|name| self.contents.get(name)) {
            new.replace(field.clone());
        }
        new
    }

    /// The contents that the board's item gets. What hangs together stays so: a refusal with its quadrant, the
    /// agreed date with the promise.
    pub(super) fn update(&self, item: &Item, prefer: Prefer) -> Vec<ItemField> {
        let mut new = self.applied(item, prefer);
        let held = item.refusal.clone().unwrap_or_default();
        let said = new.refusal.take().map_or_else(|| held.reason.clone(), |refusal| refusal.reason);
        if new.quadrant() == Some(Quadrant::Eliminate) {
            new.refusal = Some(Refusal { reason: said, ..held });
        }
        new.agreed = new.promised.and(item.agreed.or(new.promised));
        if let Some(source) = &self.source {
            new.source = Some(source.clone());
        }
        let touched =
            self.contents.keys().copied().chain([FieldName::Refusal, FieldName::Agreed, FieldName::Source]);
        let names: std::collections::BTreeSet<FieldName> = gathered(touched);
        names
            .into_iter()
            .map(|name| new.field(name))
            .filter(|field| item.field(field.name()) != *field)
            .collect()
    }
}

fn source(
    plan: &Plan,
    planned: &PlannedItem,
    there: &Fields,
    mut seen: Vec<ItemField>,
    people: &People,
) -> Source {
    let empty = Item::new(ItemId::new(Uuid::nil()));
    seen.extend(
        there
            .iter()
            .filter(|(name, field)| empty.field(**name) != **field)
            .map(|(_, field)| remembered(field)),
    );
    let names = gathered(planned.owners.names().filter_map(|name| Some((name.clone(), people.known(name)?))));
    Source { origin: plan.origin.clone(), key: planned.key.clone(), seen, names }
}

/// A content as it is remembered: a long text by its length and checksum, a refusal by its reason.
fn remembered(field: &ItemField) -> ItemField {
    match field {
        ItemField::Notes(text) if text.len() > LONG => {
            let checksum = checksum(&[text]);
            ItemField::Notes(format!("{} bytes, crc32 {checksum:08x}", text.len()))
        }
        ItemField::Refusal(Some(refusal)) => {
            ItemField::Refusal(Some(Refusal { reason: refusal.reason.clone(), by: None, on: None }))
        }
        other => other.clone(),
    }
}

/// Where other tools do not say since when, the day of a stage is a guess that moves with every look at them: the
/// stage alone counts.
fn same(format: Format, a: &ItemField, b: &ItemField) -> bool {
    match (a, b) {
        (ItemField::Progress(a), ItemField::Progress(b))
            if !matches!(format, Format::PlanCsv | Format::MsProject) =>
        {
            stage(*a) == stage(*b)
        }
        _ => a == b,
    }
}

const fn stage(progress: Progress) -> u8 {
    match progress {
        Progress::NotStarted => 0,
        Progress::Started { .. } => 1,
        Progress::Done { .. } => 2,
    }
}
