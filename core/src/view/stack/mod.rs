//! The stack: one list by priority, then by the board's order, and what is said of a cut under it.
//!
//! Absent on purpose: cutting. That is a command like any other.

mod row;

use crate::board::{ItemId, Priority, Quadrant};

use super::scene::Scene;

pub use row::{StackRow, row};

/// What is open and not refused, from the first to the last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stack {
    /// The items.
    pub items: Vec<ItemId>,
    /// Where each priority begins among the items; the first begins at 0.
    pub starts: [usize; Priority::ALL.len()],
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

impl Stack {
    /// Where an item stands.
    pub fn place(&self, item: ItemId) -> Option<usize> {
        self.items.iter().position(|id| *id == item)
    }

    /// The items of a priority, as places.
    pub fn places(&self, priority: Priority) -> std::ops::Range<usize> {
        let at = priority as usize;
        self.starts[at]..self.starts.get(at + 1).copied().unwrap_or(self.items.len())
    }

    /// The priority that a place belongs to; one past the last belongs to the last.
    pub fn priority_at(&self, place: usize) -> Priority {
        let found = Priority::ALL.into_iter().find(|priority| self.places(*priority).contains(&place));
        found.unwrap_or(Priority::Backlog)
    }
}
