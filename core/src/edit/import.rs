//! A file's content joins the board as one step. Matching with what is there was done when it was previewed.

use super::command::Import;
use super::draft::Draft;
use super::items::refuse_too_many;
use super::links;
use super::people;
use super::rejection::Rejection;
use crate::board::{ItemField, OrderKey, Quadrant};

pub(super) fn import(draft: &mut Draft, import: &Import) -> Result<(), Rejection> {
    refuse_too_many(draft, import.items.len())?;
    for person in &import.people {
        people::name(draft, person)?;
    }
    let last = draft.board.items.values().map(|item| item.order.clone()).max();
    let places = OrderKey::spread(last.as_ref(), None, import.items.len());
    for (item, order) in import.items.iter().zip(places) {
        let mut item = item.clone();
        item.order = order;
        draft.add_item(item)?;
    }
    for update in &import.updates {
        for field in &update.fields {
            draft.set(update.item, field.clone())?;
        }
        match draft.board.item(update.item) {
            Some(item) if item.quadrant() != Some(Quadrant::Eliminate) => {
                draft.set(update.item, ItemField::Refusal(None))?;
            }
            Some(item) if item.core => return Err(Rejection::Core(item.title.to_string())),
            _ => {}
        }
    }
    import.links.iter().try_for_each(|link| links::link(draft, *link))
}
