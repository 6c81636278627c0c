//! What the plan adds to a score: the work that an option drags along, and the value that it unblocks.

use std::collections::BTreeSet;

use super::factor::{Factor, Method};
use super::value::{Score, of_inputs};
use crate::board::{Board, Decimal, Item, ItemId};

/// What has to be done before an option, and its RICE score with that effort added.
#[derive(Clone, Debug)]
pub struct Burden {
    /// The undone items that it waits for, directly or not, by id.
    pub items: Vec<ItemId>,
    /// Their effort in person-months, as far as it is known.
    pub effort: Decimal,
    /// True where one of them has no effort: the sum is "at least".
    pub at_least: bool,
    /// The score with that effort; `None` where the option has none by itself.
    pub score: Option<Score>,
}

/// What an option drags along.
pub fn burden(board: &Board, item: &Item) -> Burden {
    let items: Vec<ItemId> = reached(board, item.id, |key| (key.successor, key.predecessor));
    let efforts: Vec<Option<Decimal>> =
        items.iter().filter_map(|id| board.item(*id)).map(|i| i.effort).collect();
    let sum: u64 = efforts.iter().flatten().map(|effort| effort.ten_thousandths()).sum();
    let own = |factor: Factor| {
        let input = factor.of(item).map(Decimal::ten_thousandths)?;
        Some(if factor == Factor::Effort { input.saturating_add(sum) } else { input })
    };
    Burden {
        at_least: efforts.iter().any(Option::is_none),
        effort: Decimal::from_ten_thousandths(sum).unwrap_or(Decimal::from(0)),
        score: of_inputs(Method::Rice, &own).ok(),
        items,
    }
}

/// The undone items that wait for an item, directly or not, and the value (reach × impact × confidence) of those that
/// say what they are worth, rounded.
pub fn unblocks(board: &Board, item: ItemId) -> (Vec<ItemId>, u128) {
    let items = reached(board, item, |key| (key.predecessor, key.successor));
    let value: u128 = items.iter().filter_map(|id| worth(board.item(*id)?)).sum();
    (items, (value + 50) / 100)
}

/// What an item is worth whatever it costs: reach × impact × confidence, in hundredths. `None` where one of them is
/// missing or off its scale. Unlike scores, worths can be added.
pub fn worth(item: &Item) -> Option<u128> {
    let of = |factor: Factor| {
        if factor == Factor::Effort { Some(10_000) } else { Some(factor.of(item)?.ten_thousandths()) }
    };
    of_inputs(Method::Rice, &of).ok().map(Score::hundredths)
}

/// The undone, unrefused items that links lead to from an item, by id.
fn reached(
    board: &Board,
    from: ItemId,
    ends: impl Fn(&crate::board::LinkKey) -> (ItemId, ItemId),
) -> Vec<ItemId> {
    let mut next: std::collections::BTreeMap<ItemId, Vec<ItemId>> = std::collections::BTreeMap::new();
    for key in board.links.keys() {
        let (near, far) = ends(key);
        next.entry(near).or_default().push(far);
    }
    let counts = |id: &ItemId| {
        board
            .item(*id)
            .is_some_and(|item| item.trashed.is_none() && !item.progress.is_done() && item.refusal.is_none())
    };
    let mut seen = BTreeSet::new();
    let mut open = vec![from];
    while let Some(at) = open.pop() {
        for &id in next.get(&at).into_iter().flatten().filter(|id| counts(id)) {
            if id != from && seen.insert(id) {
                open.push(id);
            }
        }
    }
    seen.into_iter().collect()
}
