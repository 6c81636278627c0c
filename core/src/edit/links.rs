//! Commands on links: none may close a cycle.

use super::draft::Draft;
use super::rejection::Rejection;
use crate::board::{Link, LinkKey, cycle_through};

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
