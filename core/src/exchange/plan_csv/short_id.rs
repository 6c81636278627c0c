//! Short ids for a table that people edit: `u` and the end of the item's own id.
//!
//! They lead back to the items of the board the table was written from, so that an edited table comes back as
//! changes and not as a second set of items.

use std::collections::BTreeMap;

use crate::board::{Board, Item, ItemId, gathered};

/// How many hexadecimal digits of an id are enough, unless two items share them.
const SHORT: usize = 8;

/// The short ids of a board's items, both ways.
pub(in crate::exchange) struct ShortIds {
    items: BTreeMap<String, ItemId>,
    ids: BTreeMap<ItemId, String>,
}

impl ShortIds {
    /// The ids of all items, those in the trash too.
    pub(in crate::exchange) fn of(board: &Board) -> Self {
        let whole = |id: &ItemId| id.uuid().simple().to_string();
        let end = |id: &ItemId| whole(id).split_off(32 - SHORT);
        let mut holders: BTreeMap<String, usize> = BTreeMap::new();
        for id in board.items.keys() {
            *holders.entry(end(id)).or_default() += 1;
        }
        let short = |id: &ItemId| match holders.get(&end(id)) {
            Some(1) => format!("u{}", end(id)),
            _ => format!("u{}", whole(id)),
        };
        let ids: BTreeMap<ItemId, String> = gathered(board.items.keys().map(|id| (*id, short(id))));
        Self { items: gathered(ids.iter().map(|(id, short)| (short.clone(), *id))), ids }
    }

    /// The short id of an item.
    pub(in crate::exchange) fn id(&self, item: ItemId) -> &str {
        self.ids.get(&item).map_or("", String::as_str)
    }

    /// The item with a short id.
    pub(in crate::exchange) fn item(&self, id: &str) -> Option<ItemId> {
        self.items.get(id).copied()
    }
}

/// The id that an item has in the file it came from; without one, its title.
pub(in crate::exchange) fn source_key(item: &Item) -> String {
    item.source.as_ref().map_or_else(|| item.title.to_string(), |from| from.key.clone())
}
