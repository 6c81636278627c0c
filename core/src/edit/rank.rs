//! Commands on the stack: what comes before what, and what is cut.

use std::collections::BTreeSet;

use super::command::{Place, Stamp};
use super::draft::Draft;
use super::items::{judge, places};
use super::rejection::Rejection;
use crate::board::{Answer, Item, ItemField, ItemId, OrderKey, Priority, Refusal, sort_by};

/// Items get a priority and a place among those that have it, in the order they are given in.
pub(super) fn rank(
    draft: &mut Draft,
    items: &[ItemId],
    priority: Priority,
    place: Place,
) -> Result<(), Rejection> {
    let moved = each_once(draft, items)?;
    let of_priority = |item: &&Item| item.priority == priority;
    let now: Vec<ItemId> = draft.board.live().into_iter().filter(of_priority).map(|item| item.id).collect();
    let staying: Vec<ItemId> = now.iter().copied().filter(|id| !moved.contains(id)).collect();
    let (at, beside) = beside(&staying, place);
    let mut then = staying;
    then.splice(at..at, moved.iter().copied());
    let in_order = |pair: &[ItemId]| order(draft, pair[0]) < order(draft, pair[1]);
    let stands = if beside.is_none() { moved.windows(2).all(in_order) } else { now == then };
    if !stands {
        let keys = places(draft, None, beside.unwrap_or(Place::Bottom), &moved, moved.len())?;
        for (&id, key) in moved.iter().zip(keys) {
            draft.set(id, ItemField::Order(key))?;
        }
    }
    moved.iter().try_for_each(|&id| draft.set(id, ItemField::Priority(priority)))
}

/// The items, each where it is named first: one that was named twice would take two places.
fn each_once(draft: &Draft, items: &[ItemId]) -> Result<Vec<ItemId>, Rejection> {
    let (mut once, mut named) = (Vec::with_capacity(items.len()), BTreeSet::new());
    for &id in items {
        draft.live(id)?;
        if named.insert(id) {
            once.push(id);
        }
    }
    Ok(once)
}

/// The place among those that stay, by its number and by a neighbour; no neighbour where nobody stays.
fn beside(staying: &[ItemId], place: Place) -> (usize, Option<Place>) {
    let find = |id: ItemId| staying.iter().position(|stays| *stays == id);
    let at = match place {
        Place::Top => Some(0),
        Place::Bottom => None,
        Place::Before(id) => find(id),
        Place::After(id) => find(id).map(|at| at + 1),
    };
    let at = at.unwrap_or(staying.len());
    let after = || staying.last().map(|last| Place::After(*last));
    (at, staying.get(at).map(|next| Place::Before(*next)).or_else(after))
}

fn order(draft: &Draft, id: ItemId) -> Option<(&OrderKey, ItemId)> {
    draft.board.item(id).map(|item| (&item.order, item.id))
}

/// Items change places among themselves; all others stay where they are. Two that have the same place keep it.
pub(super) fn arrange(draft: &mut Draft, items: &[ItemId]) -> Result<(), Rejection> {
    let items = each_once(draft, items)?;
    let mut keys = Vec::with_capacity(items.len());
    for &id in &items {
        keys.push(draft.live(id)?.order.clone());
    }
    sort_by(&mut keys, Ord::cmp);
    items.iter().zip(keys).try_for_each(|(&id, key)| draft.set(id, ItemField::Order(key)))
}

/// Items are refused, with one reason for all. What is refused already keeps its own.
pub(super) fn cut(draft: &mut Draft, stamp: &Stamp, items: &[ItemId], reason: &str) -> Result<(), Rejection> {
    let (no, reason) = (Some(Answer::No), reason.trim());
    for &id in items {
        let refused = draft.live(id)?.refusal.is_some();
        judge(draft, stamp, &[id], no, no)?;
        if !refused {
            let refusal = Refusal { reason: reason.to_owned(), by: stamp.by, on: Some(stamp.today) };
            draft.set(id, ItemField::Refusal(Some(refusal)))?;
        }
    }
    Ok(())
}
