//! Which items a card may be a duplicate of, for the one who merges.

use std::collections::BTreeSet;

use crate::board::{Board, Item, ItemId, folded, gathered, sort_by_key};

/// Shorter words are in too many titles to mean anything.
const TELLING: usize = 4;

/// The items that a card may be merged into, the likeliest first: those whose titles contain all that is typed, or,
/// while nothing is, those that share words with the card's title.
pub fn duplicates(board: &Board, card: ItemId, typed: &str, most: usize) -> Vec<ItemId> {
    let typed = folded(typed);
    let parts: Vec<&str> = typed.split_whitespace().collect();
    let own = board.item(card).map(telling_words).unwrap_or_default();
    let others = board.live().into_iter().filter(|item| item.id != card);
    let mut found: Vec<(usize, ItemId)> = others
        .filter_map(|item| {
            let common = telling_words(item).intersection(&own).count();
            let title = item.title.folded();
            let fits =
                if parts.is_empty() { common > 0 } else { parts.iter().all(|part| title.contains(part)) };
            fits.then_some((common, item.id))
        })
        .collect();
    // A stable sort: what is equally likely stays in the board's order.
    sort_by_key(&mut found, |(common, _)| std::cmp::Reverse(*common));
    found.into_iter().take(most).map(|(_, id)| id).collect()
}

fn telling_words(item: &Item) -> BTreeSet<String> {
    let title = item.title.folded();
    let words = title.split(|c: char| !c.is_alphanumeric());
    gathered(words.filter(|word| word.chars().count() >= TELLING).map(str::to_owned))
}
