//! The links of a plan on a board: those that are new, without the ones that would close a cycle.

use std::collections::{BTreeMap, BTreeSet};

use super::super::note::{NoteKind, Notes};
use super::super::plan::PlannedLink;
use super::Prefer;
use crate::board::{Board, ItemId, Link, LinkKey, cycle_through};

/// The links of a plan that the board does not have, each once, in the file's order.
pub(super) fn wanted(
    planned: &[PlannedLink],
    ids: &BTreeMap<&str, ItemId>,
    board: &Board,
    prefer: Prefer,
    notes: &mut Notes,
) -> Vec<Link> {
    let trashed = |id: ItemId| board.item(id).is_some_and(|item| item.trashed.is_some());
    let mut taken = BTreeSet::new();
    let mut links = Vec::new();
    for link in planned {
        let ends = (ids.get(link.predecessor.as_str()), ids.get(link.successor.as_str()));
        let (Some(&predecessor), Some(&successor)) = ends else { continue };
        let key = LinkKey { predecessor, successor, kind: link.kind };
        let here = board.links.get(&key);
        if here == Some(&link.lag) || !taken.insert(key) {
            continue;
        }
        if trashed(predecessor) || trashed(successor) {
            notes.say(NoteKind::LeftOut, None, "a link was left out: one of its items is in the trash");
        } else if here.is_some() && prefer == Prefer::Ours {
            notes.say(NoteKind::LeftOut, None, "a link has another lag there; the board's was kept");
        } else {
            links.push(Link { key, lag: link.lag });
        }
    }
    links
}

/// The links in the file's order without those that close a cycle, which are named with it.
pub(super) fn without_cycles(
    links: Vec<Link>,
    board: &Board,
    titles: &BTreeMap<ItemId, &str>,
    notes: &mut Notes,
) -> Vec<Link> {
    let all: Vec<LinkKey> = board.links.keys().copied().chain(links.iter().map(|link| link.key)).collect();
    let core = on_cycles(&all);
    let inside = |key: &LinkKey| core.contains(&key.predecessor) && core.contains(&key.successor);
    let mut held: BTreeMap<LinkKey, _> =
        board.links.iter().filter(|(key, _)| inside(key)).map(|(key, lag)| (*key, *lag)).collect();
    let title =
        |id: &ItemId| titles.get(id).copied().or_else(|| board.item(*id).map(|item| item.title.as_str()));
    let mut kept = Vec::with_capacity(links.len());
    for link in links {
        if inside(&link.key) && !held.contains_key(&link.key) {
            if let Some(cycle) = cycle_through(&held, link.key.predecessor, link.key.successor) {
                let round: Vec<&str> = cycle.iter().chain(cycle.first()).filter_map(title).collect();
                let said = format!("a link was left out because it closes a cycle: {}", shown(&round));
                notes.say(NoteKind::LeftOut, None, said);
                continue;
            }
            held.insert(link.key, link.lag);
        }
        kept.push(link);
    }
    kept
}

/// The round in words; of a very long one the two ends.
fn shown(round: &[&str]) -> String {
    match round {
        [first, second, third, .., last] if round.len() > 12 => {
            format!("{first} → {second} → {third} → … {} more … → {last}", round.len() - 4)
        }
        all => all.join(" → "),
    }
}

/// The items that can be on a cycle: what is left when items without predecessors, then those without successors,
/// are taken away again and again. Where nothing is left, no link needs a look. O(links × log).
fn on_cycles(links: &[LinkKey]) -> BTreeSet<ItemId> {
    let forward: Vec<(ItemId, ItemId)> = links.iter().map(|key| (key.predecessor, key.successor)).collect();
    let left = peeled(&forward);
    let inside = |(from, to): &(ItemId, ItemId)| left.contains(from) && left.contains(to);
    let backward: Vec<(ItemId, ItemId)> =
        forward.iter().filter(|pair| inside(pair)).map(|(a, b)| (*b, *a)).collect();
    peeled(&backward)
}

/// The items that are left when those that no pair leads to are taken away again and again.
fn peeled(pairs: &[(ItemId, ItemId)]) -> BTreeSet<ItemId> {
    let mut incoming: BTreeMap<ItemId, usize> = BTreeMap::new();
    let mut outgoing: BTreeMap<ItemId, Vec<ItemId>> = BTreeMap::new();
    for (from, to) in pairs {
        incoming.entry(*from).or_default();
        *incoming.entry(*to).or_default() += 1;
        outgoing.entry(*from).or_default().push(*to);
    }
    let mut free: Vec<ItemId> =
        incoming.iter().filter(|(_, count)| **count == 0).map(|(id, _)| *id).collect();
    while let Some(id) = free.pop() {
        incoming.remove(&id);
        for next in outgoing.get(&id).into_iter().flatten() {
            if let Some(count) = incoming.get_mut(next) {
                *count -= 1;
                if *count == 0 {
                    free.push(*next);
                }
            }
        }
    }
    incoming.into_keys().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn id(n: u128) -> ItemId {
        ItemId::new(Uuid::from_u128(n))
    }

    fn key(a: u128, b: u128) -> LinkKey {
        LinkKey { predecessor: id(a), successor: id(b), kind: crate::board::LinkKind::default() }
    }

    #[test]
    fn only_what_is_on_or_between_cycles_needs_a_look() {
        let links = [key(1, 2), key(2, 3), key(3, 2), key(3, 4), key(8, 9)];
        assert_eq!(on_cycles(&links), BTreeSet::from([id(2), id(3)]));
        assert!(on_cycles(&(1..10_000).map(|n| key(n, n + 1)).collect::<Vec<_>>()).is_empty());
        assert_eq!(on_cycles(&[key(7, 7)]), BTreeSet::from([id(7)]));
    }
}
