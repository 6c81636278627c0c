//! Into the trash and back, and splitting.

use unblock_core::board::{Days, ItemField, Kind, Priority};
use unblock_core::edit::{Action, Rejection};

use crate::common::{
    TODAY, after, board, changes_nothing, date, ids, item, leads, links, new, order, person_id, refused,
    shown, with_fields, with_links, with_people,
};

fn trash(titles: &str) -> Action {
    Action::Trash { items: ids(titles) }
}

fn restore(titles: &str) -> Action {
    Action::Restore { items: ids(titles) }
}

fn split(title: &str, part: &str) -> Action {
    Action::Split { item: ids(title)[0], part: new(part) }
}

#[test]
fn items_go_into_the_trash_with_the_day_noted() {
    let thrown = after(&board("Do: a, b | Inbox: c"), trash("a c"));
    assert_eq!(shown(&thrown), "Do: b");
    assert!(thrown.trash().iter().all(|item| item.trashed == Some(date(TODAY))));
}

#[test]
fn items_come_back_to_where_they_stood_with_their_links() {
    let before = with_links(board("Do: a, b, c"), "a → b");
    let back = after(&after(&before, trash("b")), restore("b"));
    assert_eq!((shown(&back), links(&back)), ("Do: a, b, c".to_owned(), "a → b".to_owned()));
}

#[test]
fn what_is_in_the_trash_is_not_thrown_away_again() {
    let thrown = after(&board("Do: a"), trash("a"));
    assert_eq!(refused(&thrown, trash("a")), Rejection::InTrash("a".to_owned()));
}

#[test]
fn restoring_what_is_on_the_board_changes_nothing() {
    changes_nothing(&board("Do: a"), restore("a"));
}

#[test]
fn what_was_never_there_is_neither_thrown_away_nor_restored() {
    assert_eq!(refused(&board("Do: a"), trash("gone")), Rejection::UnknownItem);
    assert_eq!(refused(&board("Do: a"), restore("gone")), Rejection::UnknownItem);
}

#[test]
fn a_part_stands_right_after_the_whole() {
    leads("Do: a, b", split("a", "x"), "Do: a, x, b");
    let between = after(&board("Do: a | Inbox: y | Do: b"), split("a", "x"));
    assert_eq!(order(&between), "a x y b");
}

#[test]
fn a_part_has_the_owners_and_the_judgement_of_the_whole_and_no_duration() {
    let ana = Some(person_id("Ana"));
    let before = with_fields(
        with_people(board("Schedule: a"), "Ana"),
        "a",
        [
            ItemField::Responsible(ana),
            ItemField::Accountable(ana),
            ItemField::Kind(Kind::Tool),
            ItemField::Priority(Priority::P1),
            ItemField::Duration(Some(Days::try_from(5).unwrap())),
        ],
    );
    let apart = after(&before, split("a", "x"));
    let part = item(&apart, "x");
    assert_eq!((part.responsible, part.accountable, part.kind), (ana, ana, Kind::Tool));
    assert_eq!((part.priority, part.duration), (Priority::P1, None));
    assert_eq!(shown(&apart), "Schedule: a, x");
}

#[test]
fn the_links_stay_with_the_whole() {
    let apart = after(&with_links(board("Do: a, b"), "a → b"), split("a", "x"));
    assert_eq!(links(&apart), "a → b");
}

#[test]
fn a_part_needs_an_id_of_its_own() {
    assert_eq!(refused(&board("Do: a, b"), split("a", "b")), Rejection::AlreadyThere("b".to_owned()));
}
