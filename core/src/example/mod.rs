//! The example board: a plan taken from practice that shows every view with something worth looking at.
//!
//! The table of its items is `plan`; `row` is what its rows are written with; `records` are its decisions and actions.
//! Dates follow from the day the board is made, ids from the board's: the same id and day give the same board. It is not
//! a test fixture.

mod plan;
mod records;
mod row;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use crate::board::{Board, BoardId, Date, Lag, LinkKey, OrderKey, Person, gathered};
use row::{Day, Frame, Row};

/// The example board, with dates around a day.
pub fn example(id: BoardId, today: Date) -> Board {
    let frame = Frame { board: id, today };
    let mut board = Board::new(id, plan::NAME.parse().unwrap_or_default());
    plan::GOAL.clone_into(&mut board.about.goal);
    board.about.target = Some(frame.date(Day(plan::TARGET)));
    board.about.calendar.start = Some(frame.date(Day(plan::START)));
    for name in plan::PEOPLE {
        if let (Some(id), Ok(name)) = (frame.person(name), name.parse()) {
            board.people.insert(id, Arc::new(Person { id, name }));
        }
    }
    let rows = plan::rows(frame);
    board.links = gathered(links(frame, &rows));
    records::put(&mut board, frame, &rows);
    let places = OrderKey::spread(None, None, rows.len());
    for (n, (row, order)) in rows.into_iter().zip(places).enumerate() {
        let mut item = row.item;
        item.id = frame.item(n);
        item.order = order;
        board.items.insert(item.id, Arc::new(item));
    }
    board
}

fn links(frame: Frame, rows: &[Row]) -> impl Iterator<Item = (LinkKey, Lag)> + '_ {
    let id = move |key: &str| rows.iter().position(|row| row.key == key).map(|n| frame.item(n));
    plan::LINKS.into_iter().filter_map(move |(from, to, kind, lag)| {
        let key = LinkKey { predecessor: id(from)?, successor: id(to)?, kind };
        Some((key, Lag::try_from(lag).ok()?))
    })
}
