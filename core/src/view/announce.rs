//! What is said to those who cannot see a move: one sentence, with the place.

use super::matrix::MatrixView;
use crate::board::{Board, ItemId, Quadrant};

fn place_name(board: &Board, quadrant: Option<Quadrant>) -> &str {
    quadrant.map_or("the Inbox", |quadrant| board.about.quadrants.name(quadrant))
}

/// "Ship beta moved to Do now, 2 of 5", or "3 items moved to Do now".
pub fn moved(board: &Board, view: &MatrixView, items: &[ItemId], to: Option<Quadrant>) -> String {
    let to_name = place_name(board, to);
    match items {
        [one] => {
            let title = board.item(*one).map_or("It", |item| item.title.as_str());
            let column = &view.column(to).items;
            let at = column.iter().position(|id| id == one);
            let place = at.map(|at| format!(", {} of {}", at + 1, column.len())).unwrap_or_default();
            format!("{title} moved to {to_name}{place}")
        }
        many => format!("{} items moved to {to_name}", many.len()),
    }
}
