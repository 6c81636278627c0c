//! The schedule as CSV: day numbers for checking, dates for people. Only items of the plan have a row.

use super::csv_row::write_row;
use super::plan_csv::{ShortIds, guarded, source_key};
use crate::board::{Board, Date, Item};
use crate::schedule::{Criticality, Row, Schedule};

const COLUMNS: [&str; 17] = [
    "id",
    "title",
    "duration",
    "ES",
    "EF",
    "LS",
    "LF",
    "total float",
    "free float",
    "critical",
    "start",
    "finish",
    "buffer",
    "buffer date",
    "promised",
    "needed by",
    "gap",
];

/// The schedule of a board, one row for each item of the plan in the board's order, by the ids of its plan CSV.
pub fn write_schedule_csv(board: &Board, schedule: &Schedule) -> String {
    let ids = ShortIds::of(board);
    format!("\u{FEFF}{}", schedule_csv(board, schedule, &|item| ids.id(item.id).to_owned()))
}

/// The same by the ids of the file that the items came from, and without the mark that Excel needs.
pub fn write_schedule_csv_by_source(board: &Board, schedule: &Schedule) -> String {
    schedule_csv(board, schedule, &source_key)
}

fn schedule_csv(board: &Board, schedule: &Schedule, id: &dyn Fn(&Item) -> String) -> String {
    let mut text = String::new();
    write_row(&mut text, &COLUMNS.map(str::to_owned));
    for item in board.live() {
        if let Some(row) = schedule.row(item.id) {
            write_row(&mut text, &cells(board, schedule, item, &row, id(item)));
        }
    }
    text
}

fn cells(board: &Board, schedule: &Schedule, item: &Item, row: &Row, id: String) -> [String; 17] {
    let number = |number: Option<i64>| number.map(|n| n.to_string()).unwrap_or_default();
    let handoff = schedule.handoff(board, item.id);
    let open = !row.is_done;
    [
        guarded(&id).into_owned(),
        guarded(item.title.as_str()).into_owned(),
        (row.early_finish - row.early_start).to_string(),
        row.early_start.to_string(),
        row.early_finish.to_string(),
        number(row.late_start),
        number(row.late_finish),
        number(row.total_float),
        number(row.free_float),
        if row.criticality == Criticality::Critical { "yes" } else { "no" }.to_owned(),
        day(row.start),
        day(row.finish),
        number(handoff.map(|handoff| handoff.buffer)),
        handoff.map(|handoff| day(handoff.buffer_date)).unwrap_or_default(),
        item.promised.map(|date| date.to_string()).unwrap_or_default(),
        handoff.filter(|_| open).map(|handoff| day(handoff.needed_by)).unwrap_or_default(),
        number(handoff.and_then(|handoff| handoff.gap)),
    ]
}

fn day(date: Option<Date>) -> String {
    date.map_or_else(|| "after 9999".to_owned(), |date| date.to_string())
}
