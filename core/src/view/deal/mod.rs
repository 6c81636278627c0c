//! Deal mode: the Inbox one card at a time, with what the tracker knew as a faint proposal.

mod deck;
mod duplicates;
mod facts;
#[cfg(test)]
mod tests;

use crate::board::{Answer, Board, Date, Item, ItemId, Priority};

pub use deck::{Answers, Deck, Question, Standing, Tally};
pub use duplicates::duplicates;
pub use facts::{Fact, Known, known};

/// Calendar days ahead within which a due date speaks for urgency.
const URGENT_WITHIN: i64 = 10;

/// What the tracker's priority and due date speak for; never an answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proposal {
    /// Important?
    pub important: Option<Answer>,
    /// Urgent?
    pub urgent: Option<Answer>,
}

/// The items to deal: what is in the Inbox and not done, in the board's order.
pub fn deck(board: &Board) -> Vec<ItemId> {
    let unsorted =
        board.live().into_iter().filter(|item| item.quadrant().is_none() && !item.progress.is_done());
    unsorted.map(|item| item.id).collect()
}

/// What speaks for an answer. Silence of the tracker speaks for nothing.
pub fn proposal(item: &Item, today: Date) -> Proposal {
    let important = match item.priority {
        Priority::P0 | Priority::P1 => Some(Answer::Yes),
        Priority::P3 => Some(Answer::No),
        Priority::P2 | Priority::Backlog => None,
    };
    let near = |due: Date| if due.days_since(today) <= URGENT_WITHIN { Answer::Yes } else { Answer::No };
    Proposal { important, urgent: item.due().map(near) }
}
