//! The links of a plan on a board: those that are new, without the ones that would close a cycle.

use std::collections::{BTreeMap, BTreeSet};

use super::super::note::{NoteKind, Notes};
use super::super::plan::PlannedLink;
use super::Prefer;
use crate::board::{Board, ItemId, Link, LinkKey, cycle_through, gathered, sort_by_key, work_order};

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

/// The links, taken in the file's order, without those that close a cycle, which are named with it.
pub(super) fn without_cycles(
    links: Vec<Link>,
    board: &Board,
    titles: &BTreeMap<ItemId, &str>,
    notes: &mut Notes,
) -> Vec<Link> {
    let all: Vec<LinkKey> = board.links.keys().copied().chain(links.iter().map(|link| link.key)).collect();
    let (_, core) = work_order(&all);
    let inside = |key: &LinkKey| core.contains(&key.predecessor) && core.contains(&key.successor);
    let mut held: BTreeMap<LinkKey, _> =
        gathered(board.links.iter().filter(|(key, _)| inside(key)).map(|(key, lag)| (*key, *lag)));
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
    in_work_order(kept, board)
}

/// The links by what waits for what: putting each in then needs no long look for a cycle.
fn in_work_order(mut links: Vec<Link>, board: &Board) -> Vec<Link> {
    let all: Vec<LinkKey> = board.links.keys().copied().chain(links.iter().map(|link| link.key)).collect();
    let (order, _) = work_order(&all);
    let place: BTreeMap<ItemId, usize> = gathered(order.into_iter().zip(0..));
    sort_by_key(&mut links, |link| place.get(&link.key.predecessor).copied());
    links
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
