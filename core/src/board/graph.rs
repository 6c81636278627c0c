//! Cycles: the one thing that links may not make.
//!
//! A walk with its own stack: a chain of ten thousand items must not end the page by recursion.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::{ItemId, Lag, LinkKey, gathered, sort_by_key};

/// The cycle that a new link would close, from its predecessor through its successor back to the predecessor
/// (which is not named twice). `None` where it closes none. O(items + links of the successor's side × log).
pub fn cycle_through(
    links: &BTreeMap<LinkKey, Lag>,
    predecessor: ItemId,
    successor: ItemId,
) -> Option<Vec<ItemId>> {
    let mut came_from: HashMap<ItemId, ItemId> = HashMap::new();
    let mut open = vec![successor];
    while let Some(at) = open.pop() {
        if at == predecessor {
            return Some(path_back(&came_from, successor, predecessor));
        }
        for next in successors(links, at) {
            if next != successor && !came_from.contains_key(&next) {
                came_from.insert(next, at);
                open.push(next);
            }
        }
    }
    None
}

/// The items that links join, ordered so that each stands before what waits for it, as far as that goes; and the
/// items that can be on a cycle. Where there are none, no link closes one. O(links × log).
pub fn work_order(links: &[LinkKey]) -> (Vec<ItemId>, BTreeSet<ItemId>) {
    let forward: Vec<(ItemId, ItemId)> = links.iter().map(|key| (key.predecessor, key.successor)).collect();
    let (order, left) = peeled(&forward);
    let inside = |(from, to): &(ItemId, ItemId)| left.contains(from) && left.contains(to);
    let backward: Vec<(ItemId, ItemId)> =
        forward.iter().filter(|pair| inside(pair)).map(|(from, to)| (*to, *from)).collect();
    (order, peeled(&backward).1)
}

/// Takes away the items that no pair leads to, again and again: those taken, in order, and those left.
fn peeled(pairs: &[(ItemId, ItemId)]) -> (Vec<ItemId>, BTreeSet<ItemId>) {
    let mut ids: Vec<ItemId> = pairs.iter().flat_map(|(from, to)| [*from, *to]).collect();
    sort_by_key(&mut ids, |id| *id);
    ids.dedup();
    let place = |id: &ItemId| ids.binary_search(id).unwrap_or_default();
    let mut incoming = vec![0_usize; ids.len()];
    let mut outgoing: Vec<Vec<usize>> = vec![Vec::new(); ids.len()];
    for (from, to) in pairs {
        let to = place(to);
        incoming[to] += 1;
        outgoing[place(from)].push(to);
    }
    let mut taken = Vec::with_capacity(ids.len());
    let mut free: Vec<usize> = (0..ids.len()).filter(|place| incoming[*place] == 0).collect();
    while let Some(at) = free.pop() {
        taken.push(ids[at]);
        for &next in &outgoing[at] {
            incoming[next] -= 1;
            if incoming[next] == 0 {
                free.push(next);
            }
        }
    }
    let left = ids.iter().zip(&incoming).filter(|(_, incoming)| **incoming > 0).map(|(id, _)| *id);
    (taken, gathered(left))
}

/// What directly waits for an item: the keys are sorted by predecessor.
fn successors(links: &BTreeMap<LinkKey, Lag>, item: ItemId) -> impl Iterator<Item = ItemId> + '_ {
    let first = ItemId::new(uuid::Uuid::nil());
    let from = LinkKey { predecessor: item, successor: first, kind: super::LinkKind::FinishToStart };
    links.range(from..).take_while(move |(key, _)| key.predecessor == item).map(|(key, _)| key.successor)
}

fn path_back(came_from: &HashMap<ItemId, ItemId>, successor: ItemId, predecessor: ItemId) -> Vec<ItemId> {
    let mut path = vec![predecessor];
    let mut at = predecessor;
    while at != successor {
        let Some(&before) = came_from.get(&at) else { break };
        at = before;
        path.push(at);
    }
    // The walk went from the predecessor back to the successor; read it the way the work flows.
    path[1..].reverse();
    path
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::board::LinkKind;

    fn id(n: u128) -> ItemId {
        ItemId::new(uuid::Uuid::from_u128(n))
    }

    fn chain(pairs: &[(u128, u128)]) -> BTreeMap<LinkKey, Lag> {
        let key = |&(p, s): &(u128, u128)| LinkKey {
            predecessor: id(p),
            successor: id(s),
            kind: LinkKind::FinishToStart,
        };
        pairs.iter().map(|pair| (key(pair), Lag::default())).collect()
    }

    #[test]
    fn a_cycle_is_named_in_order() {
        let links = chain(&[(1, 2), (2, 3), (3, 4), (2, 9)]);
        assert_eq!(cycle_through(&links, id(4), id(1)), Some(vec![id(4), id(1), id(2), id(3)]));
        assert_eq!(cycle_through(&links, id(2), id(1)), Some(vec![id(2), id(1)]));
        assert_eq!(cycle_through(&links, id(1), id(4)), None);
        assert_eq!(cycle_through(&links, id(7), id(7)), Some(vec![id(7)]));
    }

    #[test]
    fn only_what_is_on_or_between_cycles_can_close_one() {
        let keys = |pairs: &[(u128, u128)]| chain(pairs).into_keys().collect::<Vec<_>>();
        let (order, cyclic) = work_order(&keys(&[(1, 2), (2, 3), (3, 2), (3, 4), (8, 9)]));
        assert_eq!(cyclic, BTreeSet::from([id(2), id(3)]));
        assert_eq!(order, [id(8), id(9), id(1)]);
        assert_eq!(work_order(&keys(&[(7, 7)])).1, BTreeSet::from([id(7)]));
        let long: Vec<(u128, u128)> = (1..10_000).map(|n| (n + 1, n)).collect();
        let (order, cyclic) = work_order(&keys(&long));
        assert!(cyclic.is_empty() && order.is_sorted_by(|a, b| a > b));
    }

    #[test]
    fn a_chain_of_ten_thousand_does_not_overflow_the_stack() {
        let pairs: Vec<(u128, u128)> = (1..10_000).map(|n| (n, n + 1)).collect();
        assert_eq!(cycle_through(&chain(&pairs), id(10_000), id(1)).map(|path| path.len()), Some(10_000));
    }
}
