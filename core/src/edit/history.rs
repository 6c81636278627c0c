//! Undo and redo: two stacks of changes.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::change::Change;

/// How many steps are kept when a board is written; in a session there is no limit.
pub const KEPT_STEPS: usize = 200;

/// What can be undone and what can be done again, each with the last at the end.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct History {
    done: Vec<Arc<Change>>,
    undone: Vec<Arc<Change>>,
}

impl History {
    /// The change that *undo* would take back.
    pub fn next_undo(&self) -> Option<&Change> {
        self.done.last().map(AsRef::as_ref)
    }

    /// The change that *redo* would do again.
    pub fn next_redo(&self) -> Option<&Change> {
        self.undone.last().map(AsRef::as_ref)
    }

    /// How many steps can be undone.
    pub fn depth(&self) -> usize {
        self.done.len()
    }

    /// The changes that can be undone, the oldest first.
    pub fn done(&self) -> impl Iterator<Item = &Change> {
        self.done.iter().map(AsRef::as_ref)
    }

    pub(super) fn push(&mut self, change: Change) {
        self.done.push(Arc::new(change));
        self.undone.clear();
    }

    /// Takes the last change back and gives it, to be reversed.
    pub(super) fn undo(&mut self) -> Option<Arc<Change>> {
        let change = self.done.pop()?;
        self.undone.push(Arc::clone(&change));
        Some(change)
    }

    /// Takes the last undone change and gives it, to be done again.
    pub(super) fn redo(&mut self) -> Option<Arc<Change>> {
        let change = self.undone.pop()?;
        self.done.push(Arc::clone(&change));
        Some(change)
    }

    /// The newest steps, as many as are kept and as fit by the given measure: what is written with a board.
    #[must_use]
    pub fn kept(&self, room: usize, size: impl Fn(&Change) -> usize) -> Self {
        let mut left = room;
        let mut newest = |changes: &[Arc<Change>]| {
            let fits = |change: &&Arc<Change>| {
                let rest = left.checked_sub(size(change));
                left = rest.unwrap_or(0);
                rest.is_some()
            };
            let mut kept: Vec<_> = changes.iter().rev().take(KEPT_STEPS).take_while(fits).cloned().collect();
            kept.reverse();
            kept
        };
        Self { done: newest(&self.done), undone: newest(&self.undone) }
    }
}
