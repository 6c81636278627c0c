//! Which cards are meant: one has the focus, some may be chosen, one may be open in the panel.

use std::collections::BTreeSet;

use crate::board::{Board, ItemId};

/// What is meant by "this" and "these".
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// The card that the keys act on.
    pub focus: Option<ItemId>,
    /// The cards that were chosen besides.
    pub chosen: BTreeSet<ItemId>,
    /// The item in the panel.
    pub open: Option<ItemId>,
}

impl Selection {
    /// What an action on a card is about: all chosen cards if it is one of them, else the card alone.
    pub fn with(&self, item: ItemId) -> Vec<ItemId> {
        if self.chosen.contains(&item) { self.chosen.iter().copied().collect() } else { vec![item] }
    }

    /// What a key is about: the card with the focus, and all chosen cards if it is one of them.
    pub fn meant(&self) -> Vec<ItemId> {
        match self.focus {
            Some(focus) => self.with(focus),
            None => self.chosen.iter().copied().collect(),
        }
    }

    /// The focus goes to a card and the choice ends.
    pub fn focus_on(&mut self, item: ItemId) {
        self.focus = Some(item);
        self.chosen.clear();
    }

    /// The focus goes to a card, and both it and where the focus was are chosen.
    pub fn extend_to(&mut self, item: ItemId) {
        self.chosen.extend(self.focus);
        self.chosen.insert(item);
        self.focus = Some(item);
    }

    /// Takes a card into the choice, or out of it.
    pub fn toggle(&mut self, item: ItemId) {
        if self.chosen.is_empty() {
            self.chosen.extend(self.focus.filter(|focus| *focus != item));
        }
        if self.chosen.remove(&item) {
            // What is left is what the keys are about.
            self.focus = self.chosen.last().copied().or(Some(item));
        } else {
            self.chosen.insert(item);
            self.focus = Some(item);
        }
    }

    /// Shows an item in the panel.
    pub fn open(&mut self, item: ItemId) {
        self.focus_on(item);
        self.open = Some(item);
    }

    /// One step out: the choice ends first, then the panel closes. False where there was neither.
    pub fn step_out(&mut self) -> bool {
        if !self.chosen.is_empty() {
            self.chosen.clear();
            return true;
        }
        self.open.take().is_some()
    }

    /// Forgets what is not on the board any more. False where all of it is.
    pub fn keep(&mut self, board: &Board) -> bool {
        let there = |id: &ItemId| board.item(*id).is_some_and(|item| item.trashed.is_none());
        let before = (self.focus, self.open, self.chosen.len());
        self.focus = self.focus.filter(there);
        self.open = self.open.filter(there);
        self.chosen.retain(there);
        before != (self.focus, self.open, self.chosen.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn id(n: u128) -> ItemId {
        ItemId::new(Uuid::from_u128(n))
    }

    #[test]
    fn a_card_outside_the_choice_is_meant_alone() {
        let mut selection = Selection::default();
        selection.focus_on(id(1));
        selection.extend_to(id(2));
        assert_eq!(selection.with(id(2)), [id(1), id(2)]);
        assert_eq!(selection.with(id(3)), [id(3)]);
        assert_eq!(selection.meant(), [id(1), id(2)]);
        selection.focus = Some(id(3));
        assert_eq!(selection.meant(), [id(3)]);
    }

    #[test]
    fn toggling_starts_from_the_card_with_the_focus() {
        let mut selection = Selection::default();
        selection.focus_on(id(1));
        selection.toggle(id(2));
        assert_eq!(selection.meant(), [id(1), id(2)]);
        selection.toggle(id(2));
        assert_eq!(selection.meant(), [id(1)]);
    }

    #[test]
    fn stepping_out_ends_the_choice_first_and_then_closes_the_panel() {
        let mut selection = Selection::default();
        selection.open(id(1));
        selection.extend_to(id(2));
        assert!(selection.step_out() && selection.open.is_some());
        assert!(selection.step_out() && selection.open.is_none());
        assert!(!selection.step_out());
    }
}
