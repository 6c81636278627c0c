//! Commands on links: none may close a cycle.

use super::command::{NewItem, Place, Role, Side, Stamp};
use super::draft::Draft;
use super::rejection::Rejection;
use super::{items, people};
use crate::board::{ItemField, ItemId, Kind, Lag, Link, LinkKey, LinkKind, Person, cycle_through};

/// Makes a link, or changes the lag of one. Refused where it would close a cycle, which is named in order.
pub(super) fn link(draft: &mut Draft, link: Link) -> Result<(), Rejection> {
    let LinkKey { predecessor, successor, .. } = link.key;
    let waits = draft.live(successor)?.title.to_string();
    draft.live(predecessor)?;
    if predecessor == successor {
        return Err(Rejection::WaitsForItself(waits));
    }
    if let Some(cycle) = cycle_through(&draft.board.links, predecessor, successor) {
        let round = cycle.iter().chain(cycle.first()).filter_map(|id| draft.board.item(*id));
        let names: Vec<&str> = round.map(|item| item.title.as_str()).collect();
        return Err(Rejection::Cycle(names.join(" → ")));
    }
    if draft.board.links.get(&link.key) != Some(&link.lag) {
        draft.set_link(link);
    }
    Ok(())
}

pub(super) fn unlink(draft: &mut Draft, key: LinkKey) -> Result<(), Rejection> {
    draft.remove_link(key).map(drop).ok_or(Rejection::UnknownLink)
}

/// A link of the new type takes the place of the old one. Refused where the pair has one of that type already, which
/// would be lost.
pub(super) fn relink(draft: &mut Draft, key: LinkKey, kind: LinkKind, lag: Lag) -> Result<(), Rejection> {
    if !draft.board.links.contains_key(&key) {
        return Err(Rejection::UnknownLink);
    }
    let new = LinkKey { kind, ..key };
    if kind != key.kind {
        if let Some(&lag) = draft.board.links.get(&new) {
            return Err(Rejection::LinkedAlready(Link { key: new, lag }.tie()));
        }
        unlink(draft, key)?;
    }
    link(draft, Link { key: new, lag })
}

/// A new item, with what is known of it when it is asked for: its kind, who it comes from, and its link.
pub(super) fn introduce(
    draft: &mut Draft,
    stamp: &Stamp,
    new: &NewItem,
    kind: Kind,
    who: Option<&Person>,
    beside: Option<(ItemId, Side)>,
) -> Result<(), Rejection> {
    items::add(draft, stamp, std::slice::from_ref(new), None, Place::Bottom)?;
    draft.set(new.id, ItemField::Kind(kind))?;
    if who.is_some() {
        let role = if kind.is_external() { Role::Responsible } else { Role::Owner };
        people::assign(draft, &[new.id], role, who)?;
    }
    let key = beside.map(|(other, side)| side.key(other, new.id));
    key.map_or(Ok(()), |key| link(draft, Link { key, lag: Lag::default() }))
}
