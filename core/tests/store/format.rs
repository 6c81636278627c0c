//! The stored format. The files in `fixtures/store` hold what was written in each format and are never edited: it
//! opens for ever. Each line is a key, a tab, and the text as a JSON string.

use std::path::PathBuf;

use unblock_core::board::{Quadrant, checksum};
use unblock_core::edit::Document;
use unblock_core::store::{FORMAT, MemoryShelf, Shelf};

use crate::common::torture::told;
use crate::common::{id, item, links, shown, stamp};
use crate::desk::{Desk, opened};

fn text(name: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/store").join(name);
    std::fs::read_to_string(path).unwrap()
}

/// What a browser held when this was written.
pub(crate) fn stored(name: &str) -> MemoryShelf {
    let shelf = MemoryShelf::default();
    for line in text(name).lines() {
        let (name, text) = line.split_once('\t').unwrap();
        shelf.set_by_name(name, &serde_json::from_str::<String>(text).unwrap()).unwrap();
    }
    shelf
}

fn fixture(name: &str) -> Document {
    let found = opened(&stored(name), None);
    assert_eq!(found.notices, []);
    found.document
}

#[test]
fn format_1_opens_with_its_steps_and_its_history() {
    let mut document = fixture("format-1.txt");
    assert_eq!(document.revision, 5);
    for expected in [
        "Do: a, b | Eliminate: c | Inbox: d, e",
        "Do: a, b | Eliminate: c | Inbox: d",
        "Do: a, b | Inbox: c, d",
        "Do: a, b | Inbox: c",
    ] {
        assert_eq!(shown(&document.board), expected);
        document.undo(stamp());
    }
    let a = item(&document.board, "a");
    assert_eq!(links(&document.board), "a → b SS-2, b → c");
    assert_eq!((a.notes.as_str(), a.extra["mood"].as_str()), ("nötig 李", Some("blue")));
    assert_eq!(document.board.person(a.responsible.unwrap()).unwrap().name.as_str(), "Ana");
    assert_eq!(document.board.extra["theme"], "dusk");
}

#[test]
fn format_1_opens_deflated() {
    let document = fixture("format-1-deflated.txt");
    assert_eq!(document.board.item(id("a")).unwrap().notes, "long ".repeat(50_000));
}

#[test]
fn a_step_takes_a_few_hundred_characters() {
    let shelf = MemoryShelf::default();
    let mut desk = Desk::new(&shelf);
    let before = shelf.units().unwrap();
    desk.put("a", Quadrant::Schedule).unwrap();
    let step = shelf.units().unwrap() - before;
    assert!(step < 1_000, "{step} units");
}

/// Each frozen file, the format it has, and its checksum on the day it was written. A line is added with each format;
/// none is ever changed.
const FROZEN: [(&str, u32, u32); 2] =
    [("format-1.txt", 1, 3_459_196_361), ("format-1-deflated.txt", 1, 1_575_098_060)];

#[test]
fn every_format_has_its_frozen_file_and_none_was_edited() {
    for (name, _, sum) in FROZEN {
        assert_eq!(
            checksum(&[&text(name)]),
            sum,
            "{name}: a frozen file is never edited, a new one is added"
        );
        assert!(!fixture(name).board.items.is_empty());
    }
    let formats: Vec<u32> =
        (1..=FORMAT).filter(|format| FROZEN.iter().any(|frozen| frozen.1 == *format)).collect();
    assert_eq!(formats.len(), FORMAT as usize, "a format has no frozen file");
    told(
        5,
        "frozen files of every stored format, opened with their history",
        FROZEN.len(),
        "0 changed",
        "1 format so far",
    );
}
