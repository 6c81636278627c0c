//! A board in the making: each edit is done and noted in one go, and what changes nothing is not noted.

use std::sync::Arc;

use super::change::{Edit, Kept, Swap};
use super::rejection::Rejection;
use crate::board::{About, Board, Item, ItemField, ItemId, Lag, Link, LinkKey, Person, PersonId};

/// The new board so far, and the edits that lead to it.
pub(super) struct Draft {
    pub(super) board: Board,
    edits: Vec<Edit>,
}

impl Draft {
    pub(super) fn of(board: &Board) -> Self {
        Self { board: board.clone(), edits: Vec::new() }
    }

    /// The board and what led to it. Refused where an item names somebody who is not in the roster.
    pub(super) fn finish(self) -> Result<(Board, Vec<Edit>), Rejection> {
        let known = |id: PersonId| self.board.people.contains_key(&id);
        let touched = self.edits.iter().filter_map(|edit| match edit {
            Edit::Item { id, .. } => self.board.item(*id),
            Edit::AddItem(item) => self.board.item(item.id),
            _ => None,
        });
        let named = self.edits.iter().filter_map(|edit| match edit {
            Edit::Decision(swap) => swap.to.as_ref().and_then(|decision| decision.by),
            Edit::Action(swap) => swap.to.as_ref().and_then(|action| action.owner),
            _ => None,
        });
        if touched.flat_map(Item::people).chain(named).all(known) {
            Ok((self.board, self.edits))
        } else {
            Err(Rejection::UnknownPerson)
        }
    }

    /// An item that is on the board and not in the trash.
    pub(super) fn live(&self, id: ItemId) -> Result<&Item, Rejection> {
        let item = self.board.item(id).ok_or(Rejection::UnknownItem)?;
        match item.trashed {
            Some(_) => Err(Rejection::InTrash(item.title.to_string())),
            None => Ok(item),
        }
    }

    pub(super) fn set(&mut self, id: ItemId, to: ItemField) -> Result<(), Rejection> {
        let item = self.board.items.get_mut(&id).ok_or(Rejection::UnknownItem)?;
        if item.field(to.name()) != to {
            let from = Arc::make_mut(item).replace(to.clone());
            self.edits.push(Edit::Item { id, from, to });
        }
        Ok(())
    }

    pub(super) fn add_item(&mut self, item: Item) -> Result<(), Rejection> {
        if self.board.items.contains_key(&item.id) {
            return Err(Rejection::AlreadyThere(item.title.to_string()));
        }
        self.board.items.insert(item.id, Arc::new(item.clone()));
        self.edits.push(Edit::AddItem(Box::new(item)));
        Ok(())
    }

    pub(super) fn set_link(&mut self, link: Link) {
        self.remove_link(link.key);
        self.board.links.insert(link.key, link.lag);
        self.edits.push(Edit::AddLink(link));
    }

    pub(super) fn remove_link(&mut self, key: LinkKey) -> Option<Lag> {
        let lag = self.board.links.remove(&key)?;
        self.edits.push(Edit::RemoveLink(Link { key, lag }));
        Some(lag)
    }

    pub(super) fn set_person(&mut self, person: Person) {
        self.remove_person(person.id);
        self.board.people.insert(person.id, Arc::new(person.clone()));
        self.edits.push(Edit::AddPerson(person));
    }

    pub(super) fn remove_person(&mut self, id: PersonId) -> Option<Arc<Person>> {
        let person = self.board.people.remove(&id)?;
        self.edits.push(Edit::RemovePerson((*person).clone()));
        Some(person)
    }

    /// Puts a record in its place, or takes it away.
    pub(super) fn put<R: Kept>(&mut self, id: R::Id, to: Option<R>) {
        let held = R::held(&mut self.board);
        let from = held.get(&id).map(|record| (**record).clone());
        if from == to {
            return;
        }
        match &to {
            Some(to) => _ = held.insert(id, Arc::new(to.clone())),
            None => _ = held.remove(&id),
        }
        self.edits.push(R::edit(Swap { from: from.map(Box::new), to: to.map(Box::new) }));
    }

    pub(super) fn describe(&mut self, about: About) {
        if self.board.about != about {
            let from = std::mem::replace(&mut self.board.about, about.clone());
            self.edits.push(Edit::About { from: Box::new(from), to: Box::new(about) });
        }
    }
}
