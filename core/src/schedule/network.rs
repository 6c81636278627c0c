//! The plan as a network: items as places in a list, links as arrows between them, and an order in which every
//! item stands behind what it waits for.
//!
//! Built from the board in one walk; items and links of a board come sorted by id, so few have to be looked for.

use super::task::{Frame, OUT, Task, is_planned};
use crate::board::{Board, Item, ItemId, LinkKind};

/// A link as seen from one of its ends.
#[derive(Clone, Copy, Debug)]
pub(super) struct Arrow {
    /// The place of the item at the other end.
    pub other: u32,
    /// Which ends it joins.
    pub kind: LinkKind,
    /// Working days.
    pub lag: i64,
}

/// Arrows by the item they belong to.
#[derive(Clone, Debug, Default)]
pub(super) struct Arrows {
    first: Vec<u32>,
    all: Vec<Arrow>,
}

impl Arrows {
    /// The arrows of the item at a place.
    pub(super) fn of(&self, place: usize) -> &[Arrow] {
        &self.all[self.first[place] as usize..self.first[place + 1] as usize]
    }

    /// Gathers arrows, given with the place they belong to.
    fn gather(count: usize, pairs: impl Iterator<Item = (u32, Arrow)> + Clone) -> Self {
        let mut first = vec![0_u32; count + 1];
        for (place, _) in pairs.clone() {
            first[place as usize + 1] += 1;
        }
        for place in 0..count {
            first[place + 1] += first[place];
        }
        let mut next = first.clone();
        let nothing = Arrow { other: 0, kind: LinkKind::FinishToStart, lag: 0 };
        let mut all = vec![nothing; first[count] as usize];
        for (place, arrow) in pairs {
            all[next[place as usize] as usize] = arrow;
            next[place as usize] += 1;
        }
        Self { first, all }
    }
}

/// A link between two places.
#[derive(Clone, Copy)]
struct Joined {
    from: u32,
    to: u32,
    kind: LinkKind,
    lag: i64,
}

/// The plan as a network.
#[derive(Clone, Debug)]
pub(super) struct Network {
    /// The items that are not in the trash, by id.
    pub ids: Vec<ItemId>,
    /// What is known of each.
    pub tasks: Vec<Task>,
    /// The links into each that bind.
    pub into: Arrows,
    /// The links out of each that bind.
    pub out: Arrows,
    /// The places, each behind those it waits for.
    pub order: Vec<u32>,
}

impl Network {
    /// The plan of a board.
    pub(super) fn of(board: &Board, frame: Frame<'_>) -> Self {
        let items: Vec<&Item> =
            board.items.values().map(AsRef::as_ref).filter(|i| i.trashed.is_none()).collect();
        let ids: Vec<ItemId> = items.iter().map(|item| item.id).collect();
        let mut links = joined(board, &ids);
        let mut linked = vec![false; ids.len()];
        for link in &links {
            linked[link.from as usize] = true;
            linked[link.to as usize] = true;
        }
        let planned = |(place, item): (usize, &&Item)| {
            if is_planned(item, linked[place]) { frame.task(item) } else { OUT }
        };
        let tasks: Vec<Task> = items.iter().enumerate().map(planned).collect();
        links.retain(|link| tasks[link.from as usize].is_in() && tasks[link.to as usize].is_in());
        let arrow = |other: u32, link: &Joined| Arrow { other, kind: link.kind, lag: link.lag };
        let into = Arrows::gather(ids.len(), links.iter().map(|link| (link.to, arrow(link.from, link))));
        let out = Arrows::gather(ids.len(), links.iter().map(|link| (link.from, arrow(link.to, link))));
        let order = order(&into, &out, ids.len());
        Self { ids, tasks, into, out, order }
    }

    /// The place of an item.
    pub(super) fn place(&self, id: ItemId) -> Option<usize> {
        self.ids.binary_search(&id).ok()
    }
}

/// The links between items that are not in the trash, as places. Links come sorted by predecessor, so one walk
/// along the ids finds those; the successor is often the neighbour.
fn joined(board: &Board, ids: &[ItemId]) -> Vec<Joined> {
    let mut places = None;
    let mut links = Vec::with_capacity(board.links.len());
    let mut from = 0;
    for (key, lag) in &board.links {
        while ids.get(from).is_some_and(|id| *id < key.predecessor) {
            from += 1;
        }
        if ids.get(from) != Some(&key.predecessor) {
            continue;
        }
        let next = from + 1;
        let to = if ids.get(next) == Some(&key.successor) {
            Some(next)
        } else {
            places.get_or_insert_with(|| Places::of(ids)).find(key.successor)
        };
        if let (Ok(from), Some(to)) = (u32::try_from(from), to.and_then(|to| u32::try_from(to).ok())) {
            links.push(Joined { from, to, kind: key.kind, lag: i64::from(lag.get()) });
        }
    }
    links
}

/// Finds the place of an id: a table of twice the size, looked at from where the id's bits, well mixed, point to.
/// Binary searches took half of the time of the whole schedule.
struct Places<'a> {
    ids: &'a [ItemId],
    /// Places, counted from 1; 0 is free.
    slots: Vec<u32>,
    shift: u32,
}

impl<'a> Places<'a> {
    fn of(ids: &'a [ItemId]) -> Self {
        let size = (ids.len() * 2).next_power_of_two().max(2);
        let mut places = Self { ids, slots: vec![0; size], shift: 64 - size.trailing_zeros() };
        for (number, id) in (1..).zip(ids) {
            let mut slot = places.slot(*id);
            while places.slots[slot] != 0 {
                slot = (slot + 1) % size;
            }
            places.slots[slot] = number;
        }
        places
    }

    fn slot(&self, id: ItemId) -> usize {
        let (high, low) = id.uuid().as_u64_pair();
        // The golden ratio as a fraction of 2^64 (Knuth's multiplicative hashing).
        let mixed = (high ^ low.rotate_left(32)).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> self.shift;
        usize::try_from(mixed).unwrap_or_default()
    }

    fn find(&self, id: ItemId) -> Option<usize> {
        let mut slot = self.slot(id);
        loop {
            let place = (self.slots[slot] as usize).checked_sub(1)?;
            if self.ids[place] == id {
                return Some(place);
            }
            slot = (slot + 1) % self.slots.len();
        }
    }
}

/// Each place behind those it waits for. What stands on a cycle, which a board does not have, comes last.
fn order(into: &Arrows, out: &Arrows, count: usize) -> Vec<u32> {
    let mut open: Vec<u32> = (0..count).map(|place| into.first[place + 1] - into.first[place]).collect();
    let mut order: Vec<u32> =
        (0..).zip(&open).filter(|(_, open)| **open == 0).map(|(place, _)| place).collect();
    order.reserve(count - order.len());
    let mut next = 0;
    while let Some(&place) = order.get(next) {
        next += 1;
        for arrow in out.of(place as usize) {
            open[arrow.other as usize] -= 1;
            if open[arrow.other as usize] == 0 {
                order.push(arrow.other);
            }
        }
    }
    order.extend((0..).zip(&open).filter(|(_, open)| **open > 0).map(|(place, _)| place));
    order
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn each_id_is_found_where_it_stands_and_no_other_is() {
        for step in [1, 3, 1 << 64, 0x9E37_79B9_7F4A_7C15_F39C_C060_5CED_C835] {
            let id = |n: u128| ItemId::new(Uuid::from_u128(n.wrapping_mul(step)));
            let ids: Vec<ItemId> = (0..2000).map(id).collect();
            let places = Places::of(&ids);
            assert!((0..2000).all(|place| places.find(ids[place]) == Some(place)), "{step}");
            assert!((2000..9000).all(|n| places.find(id(n)).is_none()), "{step}");
        }
        assert_eq!(Places::of(&[]).find(ItemId::new(Uuid::nil())), None);
    }
}
