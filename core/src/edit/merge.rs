//! Two items become one: what the one that goes knows and the other does not is taken over, texts are joined, links
//! are re-tied where that closes no cycle.
//!
//! Not taken over: where an item stands, how far it is and where it was imported from.

use std::collections::BTreeSet;

use super::command::Stamp;
use super::draft::Draft;
use super::items::trash;
use super::rejection::Rejection;
use crate::board::{
    ActionItem, Awaited, Date, Item, ItemField, ItemId, Link, LinkKey, Quadrant, cycle_through, gathered,
};

pub(super) fn merge(draft: &mut Draft, stamp: &Stamp, into: ItemId, from: ItemId) -> Result<(), Rejection> {
    if into == from {
        return Err(Rejection::MergedWithItself);
    }
    let (kept, gone) = (draft.live(into)?.clone(), draft.live(from)?.clone());
    for field in joined(&kept, &gone).into_iter().chain(taken_over(&kept, &gone)) {
        draft.set(into, field)?;
    }
    retie(draft, into, from);
    point_on(draft, into, from);
    trash(draft, stamp, &[from])
}

/// Decisions and actions about the one that goes are about the one that stays.
fn point_on(draft: &mut Draft, into: ItemId, from: ItemId) {
    let decisions: Vec<_> =
        draft.board.decisions.values().filter(|held| held.items.contains(&from)).cloned().collect();
    for decision in decisions {
        let mut decision = (*decision).clone();
        decision.items.remove(&from);
        decision.items.insert(into);
        draft.put(decision.id, Some(decision));
    }
    let actions: Vec<_> =
        draft.board.actions.values().filter(|held| held.item == Some(from)).cloned().collect();
    for action in actions {
        draft.put(action.id, Some(ActionItem { item: Some(into), ..(*action).clone() }));
    }
}

/// What both may have and one item can hold of both.
fn joined(kept: &Item, gone: &Item) -> Vec<ItemField> {
    let notes = [kept.notes.as_str(), gone.title.as_str(), gone.notes.as_str()];
    let notes: Vec<&str> = notes.into_iter().filter(|text| !text.is_empty()).collect();
    vec![
        ItemField::Notes(notes.join("\n\n")),
        ItemField::Tags(both(&kept.tags, &gone.tags)),
        ItemField::Consulted(both(&kept.consulted, &gone.consulted)),
        ItemField::Informed(both(&kept.informed, &gone.informed)),
        ItemField::AwaitedBy(all_waiting(&kept.awaited_by, &gone.awaited_by)),
        ItemField::Core((kept.core || gone.core) && kept.quadrant() != Some(Quadrant::Eliminate)),
        ItemField::Priority(kept.priority.min(gone.priority)),
        ItemField::Deadline(earlier(kept.deadline, gone.deadline)),
    ]
}

/// What an item can hold once: the one that stays keeps what it has.
fn taken_over(kept: &Item, gone: &Item) -> Vec<ItemField> {
    let promising = if kept.promised.or(kept.agreed).is_some() { kept } else { gone };
    vec![
        ItemField::Responsible(kept.responsible.or(gone.responsible)),
        ItemField::Accountable(kept.accountable.or(gone.accountable)),
        ItemField::Duration(kept.duration.or(gone.duration)),
        ItemField::NotBefore(kept.not_before.or(gone.not_before)),
        ItemField::Requested(kept.requested.or(gone.requested)),
        ItemField::Promised(promising.promised),
        ItemField::Agreed(promising.agreed),
        ItemField::EarlierPromises(promising.earlier_promises.clone()),
        ItemField::ChaseOn(promising.chase_on.or(kept.chase_on)),
        ItemField::Buffer(kept.buffer.or(gone.buffer)),
        ItemField::Door(kept.door.or(gone.door)),
        ItemField::Reach(kept.reach.or(gone.reach)),
        ItemField::Impact(kept.impact.or(gone.impact)),
        ItemField::Confidence(kept.confidence.or(gone.confidence)),
        ItemField::Effort(kept.effort.or(gone.effort)),
        ItemField::Ease(kept.ease.or(gone.ease)),
        ItemField::Reasons(if kept.reasons.is_empty() { gone.reasons } else { kept.reasons }),
    ]
}

fn both<T: Ord + Clone>(kept: &BTreeSet<T>, gone: &BTreeSet<T>) -> BTreeSet<T> {
    gathered(kept.union(gone).cloned())
}

fn all_waiting(kept: &[Awaited], gone: &[Awaited]) -> Vec<Awaited> {
    let new = gone.iter().filter(|awaited| !kept.contains(awaited));
    kept.iter().chain(new).cloned().collect()
}

fn earlier(a: Option<Date>, b: Option<Date>) -> Option<Date> {
    a.into_iter().chain(b).min()
}

fn retie(draft: &mut Draft, into: ItemId, from: ItemId) {
    let swap = |id: ItemId| if id == from { into } else { id };
    let links: Vec<Link> = draft.board.waits_for(from).chain(draft.board.awaited_in(from)).collect();
    for Link { key, lag } in links {
        draft.remove_link(key);
        let key =
            LinkKey { predecessor: swap(key.predecessor), successor: swap(key.successor), kind: key.kind };
        let closes = cycle_through(&draft.board.links, key.predecessor, key.successor).is_some();
        if !closes && !draft.board.links.contains_key(&key) {
            draft.set_link(Link { key, lag });
        }
    }
}
