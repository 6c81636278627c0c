//! The stack: one list by priority, then by the board's order; what a cut under a line would take out and do; and the
//! message that tells others of it.
//!
//! Absent on purpose: cutting and moving. They are commands like any other, named here and done by [`crate::edit`].

mod capacity;
mod cut;
mod message;
mod propose;
mod row;
#[cfg(test)]
mod tests;
mod words;

use std::ops::Range;

use crate::board::{ItemId, Priority, Quadrant};
use crate::edit::{Action, Place};

use super::scene::Scene;

pub use capacity::{CapacityView, capacity};
pub use cut::{Cut, Figures, Held, Value, cut_at, figures, goes_along, usual};
pub use message::message;
pub use propose::{Proposal, propose};
pub use row::{StackRow, row};
pub use words::{CUT_REASONS, CutWords, cut_words};

const PRIORITIES: usize = Priority::ALL.len();

/// A line of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Entry {
    /// Where a priority begins.
    Divider(Priority),
    /// An item.
    Item(ItemId),
}

/// What is open and not refused, from the first to the last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stack {
    /// The items.
    pub items: Vec<ItemId>,
    /// Where each priority begins among the items; the first begins at 0.
    pub starts: [usize; PRIORITIES],
}

/// The stack of a board. What is done or refused is not in it.
pub fn stack(scene: &Scene) -> Stack {
    let mut stack = Stack::default();
    for (place, priority) in Priority::ALL.into_iter().enumerate() {
        stack.starts[place] = stack.items.len();
        let here = scene.live().iter().filter(|item| {
            item.priority == priority
                && !item.progress.is_done()
                && item.quadrant() != Some(Quadrant::Eliminate)
        });
        stack.items.extend(here.map(|item| item.id));
    }
    stack
}

/// On the page the stack is a list of entries of one height: each priority's divider, then its items.
impl Stack {
    /// Where an item stands.
    pub fn place(&self, item: ItemId) -> Option<usize> {
        self.items.iter().position(|id| *id == item)
    }

    /// The items of a priority, as places.
    pub fn places(&self, priority: Priority) -> Range<usize> {
        let at = priority as usize;
        self.starts[at]..self.starts.get(at + 1).copied().unwrap_or(self.items.len())
    }

    /// How many entries there are.
    pub const fn entries(&self) -> usize {
        self.items.len() + PRIORITIES
    }

    /// The entry of the item at a place; for the end of the list, the entry after the last.
    pub fn entry(&self, place: usize) -> usize {
        if place >= self.items.len() {
            return self.entries();
        }
        place + self.starts.iter().filter(|start| **start <= place).count()
    }

    /// What stands at an entry; `None` after the last.
    pub fn at(&self, entry: usize) -> Option<Entry> {
        if entry >= self.entries() {
            return None;
        }
        let divider = Priority::ALL.into_iter().find(|priority| self.divider(*priority) == entry);
        divider.map(Entry::Divider).or_else(|| self.items.get(self.gap(entry).1).copied().map(Entry::Item))
    }

    /// The entry before which a line stands that has so many items above it: right under the last of them, and at
    /// the very end where that is all.
    pub fn line(&self, above: usize) -> usize {
        if above >= self.items.len() {
            return self.entries();
        }
        above.checked_sub(1).map_or(0, |last| self.entry(last) + 1)
    }

    /// The entry of a divider.
    pub const fn divider(&self, priority: Priority) -> usize {
        self.starts[priority as usize] + priority as usize
    }

    /// The priority and the place among all items of what is put before an entry.
    pub fn gap(&self, entry: usize) -> (Priority, usize) {
        let above = |priority: &&Priority| self.divider(**priority) < entry;
        let priority = Priority::ALL.iter().rev().find(above).copied().unwrap_or(Priority::P0);
        (priority, entry.saturating_sub(priority as usize + 1).min(self.items.len()))
    }

    /// Puts items before the entry, with the priority that holds there. They may stand in the stack themselves.
    pub fn put(&self, items: &[ItemId], entry: usize) -> Action {
        let (priority, place) = self.gap(entry);
        let here = self.places(priority);
        let stays = |id: &&ItemId| !items.contains(id);
        let next = self.items[place..here.end].iter().find(stays);
        let place = next.map_or(Place::Bottom, |next| Place::Before(*next));
        let mut items: Vec<ItemId> = items.to_vec();
        crate::board::sort_by_key(&mut items, |id| self.place(*id));
        Action::Rank { items, priority, place }
    }

    /// Moves a divider so that its priority begins at a place: what it passes gets the priority of the side that it
    /// comes to stand on. `None` where it passes nothing, and for the first, which stays at the top.
    pub fn divide(&self, divider: Priority, place: usize) -> Option<Action> {
        let (at, place) = (divider as usize, place.min(self.items.len()));
        let above = Priority::ALL[at.checked_sub(1)?];
        let start = self.starts[at];
        let (priority, to) = if place < start { (divider, Place::Top) } else { (above, Place::Bottom) };
        let items = self.items[place.min(start)..place.max(start)].to_vec();
        (place != start).then_some(Action::Rank { items, priority, place: to })
    }
}
