//! Which items are drawn as cards, and which wait in the tray.

use super::{Ask, CARD_WIDTH, Extent, READABLE, ROW_PITCH, find, index};
use crate::board::{Item, ItemId, Lag, LinkKey};
use crate::schedule::Criticality;
use crate::view::scene::Scene;

/// A link between two items, by their places.
pub(super) struct Joint {
    pub(super) key: LinkKey,
    pub(super) lag: Lag,
    pub(super) from: usize,
    pub(super) to: usize,
}

/// What links join, and what they do not.
pub(super) struct Linked {
    /// The items that links join, in the board's order.
    pub(super) ids: Vec<ItemId>,
    pub(super) links: Vec<Joint>,
    pub(super) loose: Vec<ItemId>,
}

/// The items of the plan, by whether a link joins them to another item of it.
pub(super) fn linked(scene: &Scene) -> Linked {
    let live = scene.board.live();
    let planned: Vec<&Item> = live.into_iter().filter(|item| scene.schedule.contains(item.id)).collect();
    let places = index(planned.iter().map(|item| item.id));
    let ends = |key: &LinkKey| Some((find(&places, key.predecessor)?, find(&places, key.successor)?));
    let mut number = vec![None; planned.len()];
    let mut found = Vec::new();
    for (key, lag) in &scene.board.links {
        if let Some((from, to)) = ends(key) {
            (number[from], number[to]) = (Some(0), Some(0));
            found.push(Joint { key: *key, lag: *lag, from, to });
        }
    }
    for (at, place) in number.iter_mut().flatten().enumerate() {
        *place = at;
    }
    let links = found
        .into_iter()
        .filter_map(|joint| Some(Joint { from: number[joint.from]?, to: number[joint.to]?, ..joint }));
    let loose = |done: bool| {
        let all = planned.iter().zip(&number).filter(|(_, number)| number.is_none());
        all.filter(move |(item, _)| item.progress.is_done() == done).map(|(item, _)| item.id)
    };
    Linked {
        links: links.collect(),
        loose: loose(false).chain(loose(true)).collect(),
        ids: planned.iter().zip(&number).filter(|(_, n)| n.is_some()).map(|(item, _)| item.id).collect(),
    }
}

/// Everything where it fits into the window with titles that can be read, else what is critical.
pub(super) fn fitting(cards: usize, (width, height): (f64, f64)) -> Extent {
    let count = f64::from(u32::try_from(cards).unwrap_or(u32::MAX));
    let needed = count * (CARD_WIDTH + 60.0) * ROW_PITCH * READABLE * READABLE;
    if needed <= width * height { Extent::All } else { Extent::Critical }
}

/// Which of the linked items are drawn.
pub(super) fn drawn(
    scene: &Scene,
    linked: &Linked,
    chain: &[ItemId],
    extent: Extent,
    ask: &Ask,
) -> Vec<bool> {
    let is_critical = |id: &ItemId| scene.schedule.criticality(*id) == Criticality::Critical;
    let centre = |id: &ItemId| is_critical(id) || chain.contains(id);
    let centres: Vec<bool> = linked.ids.iter().map(centre).collect();
    let nothing_critical = !linked.ids.iter().any(is_critical);
    if extent == Extent::All || nothing_critical {
        return vec![true; linked.ids.len()];
    }
    let mut drawn = centres.clone();
    for Joint { from, to, .. } in &linked.links {
        drawn[*from] |= centres[*to];
        drawn[*to] |= centres[*from];
    }
    for (id, drawn) in linked.ids.iter().zip(&mut drawn) {
        *drawn |= ask.opened.contains(id);
    }
    drawn
}
