//! The list of boards is what is there, whatever became of the cards.

use unblock_core::board::BoardId;
use unblock_core::store::{
    BoardCard, Condition, Key, MemoryShelf, Saver, Shelf, asides, boards, conflict_copy, delete, raw_texts,
    read_preferences, write_card, write_preferences,
};

use crate::common::date;
use crate::common::torture::told;
use crate::desk::Desk;

#[test]
fn boards_are_listed_by_their_last_edit_with_and_without_a_card() {
    let shelf = MemoryShelf::default();
    let desk = Desk::new(&shelf);
    let copy = conflict_copy(&desk.document, BoardId::new(uuid::Uuid::from_u128(1)));
    Saver::new(copy.board.id).save(&shelf, &copy).shelf.unwrap();
    write_card(&shelf, &BoardCard::of(&desk.document.board, 5)).unwrap();
    let listed = boards(&shelf).unwrap();
    assert_eq!(listed[0], BoardCard::of(&desk.document.board, 5));
    assert_eq!(listed[1], BoardCard::of(&copy.board, 0));
}

#[test]
fn a_board_in_the_trash_is_listed_as_such() {
    let shelf = MemoryShelf::default();
    let desk = Desk::new(&shelf);
    let mut card = BoardCard::of(&desk.document.board, 5);
    if let Condition::Known { trashed, .. } = &mut card.condition {
        *trashed = Some(date("2026-03-12"));
    }
    write_card(&shelf, &card).unwrap();
    assert_eq!(boards(&shelf).unwrap()[0].trashed(), Some(date("2026-03-12")));
}

#[test]
fn a_board_that_cannot_be_read_is_listed_and_can_be_downloaded() {
    let shelf = MemoryShelf::default();
    let desk = Desk::new(&shelf);
    let id = desk.document.board.id;
    for (text, condition) in [("torn", Condition::Unreadable), ("unblock 9", Condition::Newer)] {
        shelf.set(Key::Now(id), text).unwrap();
        assert_eq!(boards(&shelf).unwrap(), [BoardCard { id, condition }]);
        assert!(raw_texts(&shelf, id).unwrap().contains(text));
    }
}

#[test]
fn preferences_come_back_and_broken_ones_count_as_none() {
    let shelf = MemoryShelf::default();
    assert_eq!(read_preferences(&shelf), Ok(None));
    write_preferences(&shelf, "{\"theme\":\"dark\"}").unwrap();
    assert_eq!(read_preferences(&shelf), Ok(Some("{\"theme\":\"dark\"}".to_owned())));
    shelf.set(Key::Preferences, "{}").unwrap();
    assert_eq!(read_preferences(&shelf), Ok(None));
}

#[test]
fn broken_preferences_are_kept_aside_when_others_take_their_place() {
    let shelf = MemoryShelf::default();
    shelf.set(Key::Preferences, "torn").unwrap();
    write_preferences(&shelf, "{}").unwrap();
    assert_eq!(asides(&shelf, None).unwrap()[0].text, "torn");
    assert_eq!(read_preferences(&shelf), Ok(Some("{}".to_owned())));
}

#[test]
fn deleting_every_board_leaves_the_neighbours_texts_byte_by_byte() {
    let shelf = MemoryShelf::default();
    let names = [
        "unblock",
        "unblock/",
        "unblock/v1",
        "unblock/v1/",
        "unblock/v2/board/x",
        "unblock/v1/board/x/now",
        "unblockers",
        "Unblock/v1/preferences",
        "unblock/v1/preferences ",
        " unblock/v1/preferences",
        "length",
        "key",
        "__proto__",
        "",
        "theme",
        "über/李/😀",
        "a\u{0}b",
        "\u{202E}unblock/v1/lease/x",
        "unblock/v1/lease/",
        "unblock/v1/aside/x/0",
    ];
    for (number, name) in names.into_iter().enumerate() {
        shelf.set_by_name(name, &format!("{number} \u{0} {{\"not\": 'ours'")).unwrap();
    }
    let neighbours = shelf.all();
    let desk = Desk::new(&shelf);
    write_card(&shelf, &BoardCard::of(&desk.document.board, 1)).unwrap();
    for board in boards(&shelf).unwrap() {
        delete(&shelf, board.id).unwrap();
    }
    assert_eq!(shelf.all(), neighbours);
    told(
        19,
        "foreign keys, some named almost like ours, after every board was deleted",
        names.len(),
        "0 changed",
        "",
    );
}
