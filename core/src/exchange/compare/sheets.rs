//! A sheet of scores and the items of a board: who is who, by id or by title.

use std::collections::BTreeMap;

use super::super::Format;
use super::super::plan::{Plan, PlannedItem};
use super::super::plan_csv::ShortIds;
use crate::board::{Board, FieldName, Item, ItemField, ItemId, folded};

/// The items of the board that a sheet speaks of, by its keys: by the board's short id, by the id of the source they
/// came from, else by their title. What fits two items fits none, and no item is meant by two rows.
pub(super) fn matches<'a>(plan: &'a Plan, board: &Board) -> Vec<(&'a str, ItemId)> {
    let own = ShortIds::of(board);
    let live: Vec<&Item> =
        board.items.values().map(AsRef::as_ref).filter(|item| item.trashed.is_none()).collect();
    let by_title = by(&live, |item| Some(item.title.folded()));
    let by_source = by(&live, |item| item.source.as_ref().map(|source| source.key.clone()));
    let title = |planned: &PlannedItem| folded(planned.title());
    let mut taken = std::collections::BTreeSet::new();
    let mut found = Vec::new();
    for planned in &plan.items {
        let source = by_source.get(&planned.key).copied().flatten();
        // A bare number is a row's as often as an id.
        let source = source.filter(|item| {
            planned.key.chars().any(char::is_alphabetic) || item.title.folded() == title(planned)
        });
        let item =
            own.item(&planned.key).filter(|id| board.item(*id).is_some_and(|item| item.trashed.is_none()));
        let item = item.or(source.map(|item| item.id));
        let item = item.or_else(|| by_title.get(&title(planned)).copied().flatten().map(|item| item.id));
        found.extend(item.filter(|id| taken.insert(*id)).map(|id| (planned.key.as_str(), id)));
    }
    found
}

/// Items by a text; `None` for one that several share.
fn by<'a>(items: &[&'a Item], text: impl Fn(&Item) -> Option<String>) -> BTreeMap<String, Option<&'a Item>> {
    let mut found = BTreeMap::new();
    for item in items {
        if let Some(text) = text(item) {
            found.entry(text).and_modify(|known| *known = None).or_insert(Some(*item));
        }
    }
    found
}

/// What a sheet says of an item, without the notes where the item has some: a column of remarks is no reason to lose
/// what was written here.
pub(super) fn without_notes(
    plan: &Plan,
    item: &Item,
    mut there: BTreeMap<FieldName, ItemField>,
) -> BTreeMap<FieldName, ItemField> {
    if plan.format == Format::Sheet && !item.notes.is_empty() {
        there.remove(&FieldName::Notes);
    }
    there
}
