//! The stored format. The files in `fixtures/store` hold what was written in each format and are never edited: it
//! opens for ever. Each line is a key, a tab, and the text as a JSON string.

use std::path::PathBuf;

use unblock_core::board::Quadrant;
use unblock_core::edit::Document;
use unblock_core::store::{MemoryShelf, Shelf};

use crate::common::{id, item, links, shown, stamp};
use crate::desk::{Desk, opened};

fn fixture(name: &str) -> Document {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/store").join(name);
    let shelf = MemoryShelf::default();
    for line in std::fs::read_to_string(path).unwrap().lines() {
        let (name, text) = line.split_once('\t').unwrap();
        shelf.set_by_name(name, &serde_json::from_str::<String>(text).unwrap()).unwrap();
    }
    let found = opened(&shelf, None);
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
