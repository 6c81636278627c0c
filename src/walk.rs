//! One step over the cards: which card is next to another, over the edges of the columns too.

use leptos::prelude::*;
use unblock_core::board::{ItemId, Quadrant};
use unblock_core::gesture::Step;
use unblock_core::view::{MatrixView, grid_for};

use crate::present::scale_now;

/// The card that a step leads to; without a card to start from, the first.
pub fn next_card(view: &MatrixView, focus: Option<ItemId>, step: Step) -> Option<ItemId> {
    let all = [
        None,
        Some(Quadrant::Do),
        Some(Quadrant::Schedule),
        Some(Quadrant::Delegate),
        Some(Quadrant::Eliminate),
    ];
    let first = || all.iter().find_map(|column| view.column(*column).items.first().copied());
    let Some((column, at)) = focus.and_then(|focus| view.find(focus)) else { return first() };
    let items = &view.column(column).items;
    let wide = columns_of(column, items.len());
    let within = match step {
        Step::Up => at.checked_sub(wide),
        Step::Down => Some(at + wide),
        Step::Left => (at % wide > 0).then(|| at - 1),
        Step::Right => (at % wide + 1 < wide).then_some(at + 1),
    };
    let inside = within.and_then(|at| items.get(at).copied());
    inside.or_else(|| neighbours(column, step).into_iter().find_map(|to| enter(view, to, step)))
}

/// The columns beyond an edge, the nearest first.
fn neighbours(column: Option<Quadrant>, step: Step) -> Vec<Option<Quadrant>> {
    use Quadrant::{Delegate, Do, Eliminate, Schedule};
    match (column, step) {
        (None, Step::Right) => vec![Some(Do), Some(Delegate), Some(Schedule), Some(Eliminate)],
        (Some(Do), Step::Right) => vec![Some(Schedule), Some(Eliminate)],
        (Some(Delegate), Step::Right) => vec![Some(Eliminate), Some(Schedule)],
        (Some(Schedule), Step::Left) => vec![Some(Do), Some(Delegate), None],
        (Some(Eliminate), Step::Left) => vec![Some(Delegate), Some(Do), None],
        (Some(Do | Delegate), Step::Left) => vec![None],
        (Some(Do), Step::Down) => vec![Some(Delegate)],
        (Some(Schedule), Step::Down) => vec![Some(Eliminate)],
        (Some(Delegate), Step::Up) => vec![Some(Do)],
        (Some(Eliminate), Step::Up) => vec![Some(Schedule)],
        _ => Vec::new(),
    }
}

fn enter(view: &MatrixView, column: Option<Quadrant>, step: Step) -> Option<ItemId> {
    let items = &view.column(column).items;
    if step == Step::Up { items.last().copied() } else { items.first().copied() }
}

/// How many cards stand side by side in a column of the page.
pub fn columns_of(column: Option<Quadrant>, count: usize) -> usize {
    let selector = column
        .map_or(".inbox .cards".to_owned(), |q| format!(".wells > :nth-child({}) .cards", q.index() + 1));
    let list = document().query_selector(&selector).ok().flatten();
    let width = list.map_or(0.0, |list| f64::from(list.client_width()));
    grid_for(count, width, column.is_none(), scale_now()).columns
}
