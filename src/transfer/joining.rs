//! A plan and the board that it is taken into: the open one, or one of its own.

use leptos::prelude::*;
use unblock_core::board::{Board, Name};
use unblock_core::edit::{Action, Command, Import, apply};
use unblock_core::exchange::{Plan, Prefer, compare};
use unblock_core::store::undo_survives;

use crate::clock;
use crate::session::{Session, Shown};

/// Whether a plan joins the open board, as long as nobody says otherwise: where it has items of it already.
pub fn joins_at_first(session: Session, plan: &Plan) -> RwSignal<bool> {
    let is_open = session.shown.get_untracked() == Shown::Board;
    RwSignal::new(is_open && session.board.with_untracked(|board| came_before(board, plan)))
}

/// True where the board has items of the plan: importing again then means this board.
fn came_before(board: &Board, plan: &Plan) -> bool {
    compare(plan, board, Prefer::Ours, &mut clock::new_uuid).new < plan.items.len()
}

/// True where the import can still be undone after the page was reloaded.
pub fn survives(session: Session, import: Import) -> bool {
    let command = Command { stamp: session.stamp(), action: Action::Import(Box::new(import)) };
    apply(&session.board.get_untracked(), &command).is_ok_and(|(_, change)| undo_survives(&change))
}

/// An empty board for a plan.
pub fn new_board(plan: &Plan, name: Name) -> Board {
    plan.new_board(clock::new_board_id(), name, Some(clock::today()))
}
