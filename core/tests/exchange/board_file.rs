//! The board file: lossless both ways, and clear about what is wrong in one that was written elsewhere.

use proptest::prelude::*;
use serde_json::{Value, json};
use unblock_core::board::Board;
use unblock_core::edit::Document;
use unblock_core::exchange::{Incoming, Note, write_board};

use crate::common::board;
use crate::common::torture::{cases, times, told};
use crate::reading::{fixture, imported, plan, read_bytes, refused};
use crate::strategies::{Event, event};

fn read_board(text: &str) -> (Board, Vec<Note>) {
    match read_bytes(Some("x.unblock.json"), text.as_bytes()).unwrap() {
        Incoming::Board(board, notes) => (*board, notes),
        Incoming::Plan(_) => panic!("a plan"),
    }
}

#[test]
fn a_board_goes_out_and_comes_in_byte_by_byte() {
    for (name, file) in [("b.json", "trello_board.json"), ("s.csv", "jira_search.csv"), ("p.csv", "plan.csv")]
    {
        let board = imported(&plan(name, &fixture(file)));
        let text = write_board(&board);
        let (again, notes) = read_board(&text);
        assert!(notes.is_empty(), "{notes:?}");
        assert_eq!(again, board);
        assert_eq!(write_board(&again), text);
    }
}

#[test]
fn the_format_stands_first() {
    let (board, _) = read_board(&fixture("by_hand.unblock.json"));
    assert!(write_board(&board).starts_with("{\n  \"format\": 1,\n  \"id\": "));
}

#[test]
fn a_board_by_others_may_leave_out_ids_and_places_and_keeps_what_is_not_known() {
    let (board, notes) = read_board(&fixture("by_hand.unblock.json"));
    let titles: Vec<&str> = board.live().iter().map(|item| item.title.as_str()).collect();
    assert_eq!(titles, ["Ask legal", "Contract", "Pilot"]);
    assert_eq!(board.extra["theme"], "dusk");
    assert_eq!(board.live()[2].extra["mood"], json!({"colour": "blue", "exact": 0.300_000_000_000_000_04}));
    let said: Vec<String> = notes.iter().map(ToString::to_string).collect();
    assert_eq!(
        said,
        [
            "1 of the items had no id; each got one",
            "a link was left out because it closes a cycle: Pilot → Contract → Pilot",
        ]
    );
}

#[test]
fn what_is_wrong_is_named_with_its_path() {
    let id = "7f8e2f7e-2c7b-4c58-9d7c-000000000001";
    for (board, said) in [
        (
            json!({"format": 2, "name": "B"}),
            "This board was written by a newer version (format 2; this version reads 1).",
        ),
        (json!({"format": 0, "name": "B"}), "format: 0 is not a version of the format; this one is 1."),
        (json!({"format": -1, "name": "B"}), "format: -1 is not a version of the format; this one is 1."),
        (json!({"format": 1.5, "name": "B"}), "format: 1.5 is not a version of the format; this one is 1."),
        (json!({"format": "1", "name": "B"}), "format: \"1\" is not a version of the format; this one is 1."),
        (
            json!({"name": "B", "items": []}),
            "format: this looks like an Unblock board, but it does not say \"format\": 1.",
        ),
        (json!({"format": 1}), "the top level: missing field `name`"),
        (json!({"format": 1, "name": ""}), "name: the text is empty."),
        (json!({"format": 1, "name": "B", "items": {}}), "items: a list was expected here."),
        (json!({"format": 1, "name": "B", "items": [["x", 1.0]]}), "items[0]: an object was expected here."),
        (json!({"format": 1, "name": "B", "items": [{"id": "A", "title": "T"}]}), "items[0].id: "),
        (
            json!({"format": 1, "name": "B", "items": [{"title": "T"}, {"id": id, "title": "T", "deadline": "soon"}]}),
            "items[1].deadline: 'soon' is not a date",
        ),
        (
            json!({"format": 1, "name": "B", "items": [{"title": "T", "duration": 10001}]}),
            "items[0].duration: 10001 is out of range",
        ),
        (
            json!({"format": 1, "name": "B", "links": [{"predecessor": id}]}),
            "links[0]: missing field `successor`",
        ),
        (json!({"format": 1, "name": "B", "people": [{"name": 5}]}), "people[0].name: invalid type"),
        (json!({"format": 1, "name": "B", "target": "2026-13-01"}), "target: '2026-13-01' is not a date"),
    ] {
        let told = refused("b.unblock.json", &board.to_string());
        assert!(told.starts_with(said), "{told}");
    }
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_filter("JSON has no NaN", |n| n.is_finite()).prop_map(Value::from),
        "\\PC{0,8}".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 16, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map("[a-z_]{1,6}", inner, 0..4).prop_map(Value::from_iter),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]
    #[test]
    fn fields_that_this_version_does_not_know_are_kept_exactly(
        board_value in any_json(), item_value in any_json(), notes in "\\PC{0,40}"
    ) {
        let text = json!({
            "format": 1, "name": "B", "zz_board": board_value,
            "items": [{"title": "T", "notes": notes, "zz_item": item_value}],
        });
        let (board, _) = read_board(&text.to_string());
        let first = write_board(&board);
        let (again, repairs) = read_board(&first);
        prop_assert!(repairs.is_empty());
        prop_assert_eq!(&again, &board);
        prop_assert_eq!(write_board(&again), first);
        prop_assert_eq!(&board.extra["zz_board"], &text["zz_board"]);
    }
}

proptest! {
    #![proptest_config(cases(1_000, 10_000))]
    fn there_and_back(events in prop::collection::vec(event(), 40)) {
        let mut document = Document::new(board("Do: a | Schedule: b | Do: c | Inbox: d | Eliminate: e | Delegate: f"));
        for event in &events {
            if let Event::Do(command) = event {
                _ = document.dispatch(command);
            }
        }
        let first = write_board(&document.board);
        let (again, notes) = read_board(&first);
        prop_assert_eq!(notes.len(), 0);
        prop_assert_eq!(&again, &*document.board);
        prop_assert_eq!(write_board(&again), first);
    }
}

#[test]
fn any_board_goes_out_and_comes_in_unchanged() {
    there_and_back();
    let times = times(1_000, 10_000) as usize;
    told(11, "random boards exported, imported and exported again", times, "0 changed", "byte-equal");
}
