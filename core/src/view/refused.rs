//! The list of things said no to: what, why, by whom and when.

use crate::board::{Board, Date, ItemId, Quadrant, sort_by_key};

/// Reasons that are often true, ready to be taken.
pub const READY_REASONS: [&str; 4] =
    ["Not now: v2", "Measure first", "Not aligned with the goal", "Does not move the needle"];

/// One refused item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefusedView {
    /// Which item.
    pub id: ItemId,
    /// Its title.
    pub title: String,
    /// Why; empty where nobody has said.
    pub reason: String,
    /// Who said no, where known.
    pub by: Option<String>,
    /// When.
    pub on: Option<Date>,
}

/// What the board says no to, the latest first, then in the board's order.
pub fn refused(board: &Board) -> Vec<RefusedView> {
    let refused = board.live().into_iter().filter(|item| item.quadrant() == Some(Quadrant::Eliminate));
    let mut list: Vec<RefusedView> = refused
        .map(|item| {
            let refusal = item.refusal.clone().unwrap_or_default();
            RefusedView {
                id: item.id,
                title: item.title.to_string(),
                reason: refusal.reason,
                by: refusal.by.and_then(|id| board.person(id)).map(|person| person.name.to_string()),
                on: refusal.on,
            }
        })
        .collect();
    sort_by_key(&mut list, |refused| std::cmp::Reverse(refused.on));
    list
}
