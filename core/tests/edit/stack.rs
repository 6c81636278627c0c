//! The stack: priority and place in one step, core, and the cut.

use unblock_core::board::{Board, ItemField, Priority, Quadrant, Refusal};
use unblock_core::edit::{Action, Place, Rejection};

use crate::common::{
    TODAY, after, after_by, board, changed, changes_nothing, column, command, date, id, ids, item, order,
    person_id, refused, with_fields, with_people,
};

fn rank(titles: &str, priority: Priority, place: Place) -> Action {
    Action::Rank { items: ids(titles), priority, place }
}

fn cut(titles: &str, reason: &str) -> Action {
    Action::Cut { items: ids(titles), reason: reason.to_owned() }
}

fn core(titles: &str, core: bool) -> Action {
    Action::Edit { items: ids(titles), field: ItemField::Core(core) }
}

fn four() -> Board {
    let board = with_fields(board("Do: a, b, c, d"), "c", [ItemField::Priority(Priority::P0)]);
    with_fields(board, "d", [ItemField::Priority(Priority::P0)])
}

#[test]
fn an_item_gets_a_priority_and_a_place_among_those_that_have_it() {
    let before = four();
    for (titles, place, then) in [
        ("a", Place::Top, "b a c d"),
        ("a", Place::Bottom, "b c d a"),
        ("a", Place::Before(id("d")), "b c a d"),
        ("b a", Place::After(id("c")), "c b a d"),
    ] {
        let after = after(&before, rank(titles, Priority::P0, place));
        assert_eq!(order(&after), then, "{titles} {place:?}");
        assert_eq!(item(&after, "a").priority, Priority::P0);
    }
}

#[test]
fn the_first_of_a_priority_keeps_its_place_in_the_order() {
    let after = after(&four(), rank("c", Priority::P2, Place::Top));
    assert_eq!((order(&after).as_str(), item(&after, "c").priority), ("a b c d", Priority::P2));
}

#[test]
fn an_item_that_is_put_where_it_stands_changes_nothing() {
    changes_nothing(&four(), rank("c", Priority::P0, Place::Top));
    changes_nothing(&four(), rank("c", Priority::P0, Place::Before(id("d"))));
    changes_nothing(&four(), rank("a b", Priority::Backlog, Place::Bottom));
}

#[test]
fn items_change_places_among_themselves_and_nothing_else_moves() {
    let groups = vec![ids("d b"), ids("c a")];
    assert_eq!(order(&after(&four(), Action::Arrange { groups })), "c d a b");
}

#[test]
fn an_item_that_is_named_twice_takes_one_place() {
    let groups = vec![ids("c a c")];
    assert_eq!(order(&after(&four(), Action::Arrange { groups })), "c b a d");
}

#[test]
fn a_cut_refuses_its_items_with_one_reason_as_one_step() {
    let before = with_people(board("Do: a | Inbox: b | Delegate: c"), "Ana");
    let after = after_by(&before, "Ana", cut("a b", " not now: v2 "));
    let refusal =
        Refusal { reason: "not now: v2".to_owned(), by: Some(person_id("Ana")), on: Some(date(TODAY)) };
    for title in ["a", "b"] {
        assert_eq!(item(&after, title).quadrant(), Some(Quadrant::Eliminate));
        assert_eq!(item(&after, title).refusal, Some(refusal.clone()));
    }
    assert_eq!(item(&after, "c").refusal, None);
    let (_, change) = changed(&before, &command(cut("a b", "")));
    assert_eq!(change.name, "cut 2 items");
}

#[test]
fn what_was_refused_before_a_cut_keeps_its_own_reason() {
    let refused = after(&board("Do: a, b"), cut("a", "measure first"));
    let both = after(&refused, cut("a b", "not now"));
    let why = |title| item(&both, title).refusal.clone().unwrap().reason;
    assert_eq!((why("a").as_str(), why("b").as_str()), ("measure first", "not now"));
}

#[test]
fn what_is_core_is_neither_cut_nor_moved_to_eliminate_nor_judged_away() {
    let before = after(&board("Do: a, b"), core("a", true));
    let into = Action::Move { items: ids("a b"), to: column("Eliminate"), place: Place::Bottom };
    let no = Some(unblock_core::board::Answer::No);
    let judged = Action::Judge { items: ids("a"), important: no, urgent: no };
    for action in [cut("b a", ""), into, judged] {
        assert_eq!(refused(&before, action), Rejection::Core("a".to_owned()));
    }
    let freed = after(&before, core("a", false));
    assert_eq!(item(&after(&freed, cut("a", "")), "a").quadrant(), Some(Quadrant::Eliminate));
}

#[test]
fn what_is_refused_is_not_made_core() {
    assert_eq!(refused(&board("Eliminate: a"), core("a", true)), Rejection::CoreButRefused("a".to_owned()));
}

#[test]
fn what_is_merged_with_core_is_core() {
    let before = after(&board("Do: a, b"), core("b", true));
    let merged = after(&before, Action::Merge { into: id("a"), from: id("b") });
    assert!(item(&merged, "a").core);
}
