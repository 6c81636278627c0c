//! No cell of any CSV that is written begins a formula in a spreadsheet.

use std::sync::Arc;

use unblock_core::board::{Awaited, Board, Date, Item, ItemField, Kind, LinkKey, Person};
use unblock_core::exchange::{write_plan_csv, write_schedule_csv, write_scores_csv};
use unblock_core::schedule::schedule;

use crate::common::torture::told;
use crate::common::{board, ids, link, person_id};

/// What spreadsheets take for the beginning of a formula, or for a way out of the cell before it.
const BEGINNINGS: [&str; 12] = [
    "=1+1",
    "+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "＝1",
    "＋1",
    "－1",
    "＠A1",
    "'=1",
];

/// A board with the text in every field that takes one.
fn with_text_everywhere(text: &str) -> Board {
    let mut board = board("Do: a, b");
    let name = |text: &str| text.parse().ok();
    if let Some(name) = name(text) {
        board.people.insert(person_id("Ana"), Arc::new(Person { id: person_id("Ana"), name }));
    }
    let item = Arc::make_mut(board.items.get_mut(&ids("a")[0]).unwrap());
    fill(item, text);
    let LinkKey { predecessor, successor, kind } = link("a → b").key;
    board.links.insert(LinkKey { predecessor, successor, kind }, link("a → b").lag);
    board
}

fn fill(item: &mut Item, text: &str) {
    if let Ok(title) = text.parse() {
        item.title = title;
    }
    item.replace(ItemField::Notes(text.to_owned()));
    item.replace(ItemField::Kind(Kind::ALL[1]));
    if let Ok(tag) = text.parse() {
        item.replace(ItemField::Tags([tag].into()));
    }
    let by: Date = "2026-03-12".parse().unwrap();
    if let Ok(who) = text.parse() {
        item.replace(ItemField::AwaitedBy(vec![Awaited { who, by }]));
    }
    item.responsible = Some(person_id("Ana"));
    item.accountable = item.responsible;
}

#[test]
fn no_cell_of_any_csv_begins_a_formula() {
    let mut cells = 0;
    for text in BEGINNINGS {
        let board = with_text_everywhere(text);
        let plan = schedule(&board, None);
        for table in [write_plan_csv(&board), write_schedule_csv(&board, &plan), write_scores_csv(&board)] {
            let mut reader = csv::Reader::from_reader(table.trim_start_matches('\u{FEFF}').as_bytes());
            for record in reader.records() {
                for cell in &record.unwrap() {
                    cells += 1;
                    let dangerous = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
                    let is_number = cell.parse::<f64>().is_ok();
                    assert!(is_number || !cell.starts_with(dangerous), "{cell:?} of {text:?}");
                }
            }
        }
    }
    told(14, "cells of the three CSV files, 12 dangerous beginnings in every field", cells, "0 formulas", "");
}
