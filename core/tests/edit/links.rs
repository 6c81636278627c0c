//! Links: made, changed, removed, and never in a circle.

use unblock_core::board::Board;
use unblock_core::edit::{Action, Rejection};

use crate::common::{after, board, changes_nothing, ids, link, links, refused, with_links};

fn tie(text: &str) -> Action {
    Action::Link(link(text))
}

fn chain() -> Board {
    with_links(board("Do: a, b, c"), "a → b, b → c SS+1")
}

#[test]
fn a_link_is_made() {
    assert_eq!(links(&after(&board("Do: a | Inbox: b"), tie("a → b"))), "a → b");
}

#[test]
fn a_pair_has_one_link_of_each_type() {
    let both = after(&chain(), tie("a → b FF"));
    assert_eq!(links(&both), "a → b, a → b FF, b → c SS+1");
}

#[test]
fn the_lag_of_a_link_changes() {
    assert_eq!(links(&after(&chain(), tie("b → c SS-2"))), "a → b, b → c SS-2");
}

#[test]
fn a_link_that_is_there_changes_nothing() {
    changes_nothing(&chain(), tie("b → c SS+1"));
}

#[test]
fn a_link_is_removed() {
    assert_eq!(links(&after(&chain(), Action::Unlink(link("a → b").key))), "b → c SS+1");
}

#[test]
fn a_link_of_another_type_is_not_there_to_be_removed() {
    assert_eq!(refused(&chain(), Action::Unlink(link("a → b FF").key)), Rejection::UnknownLink);
}

#[test]
fn a_circle_is_refused_and_named_in_order() {
    let why = refused(&chain(), tie("c → a"));
    assert_eq!(why, Rejection::Cycle("c → a → b → c".to_owned()));
    assert_eq!(why.to_string(), "That would make a circle in which nothing can start: c → a → b → c.");
}

#[test]
fn a_circle_of_two_is_refused_whatever_the_types() {
    assert_eq!(refused(&chain(), tie("b → a SF")), Rejection::Cycle("b → a → b".to_owned()));
}

#[test]
fn an_item_does_not_wait_for_itself() {
    assert_eq!(refused(&chain(), tie("a → a")), Rejection::WaitsForItself("a".to_owned()));
}

#[test]
fn a_link_needs_both_items_on_the_board() {
    assert_eq!(refused(&chain(), tie("a → gone")), Rejection::UnknownItem);
    assert_eq!(refused(&chain(), tie("gone → a")), Rejection::UnknownItem);
    let thrown = after(&chain(), Action::Trash { items: ids("c") });
    assert_eq!(refused(&thrown, tie("a → c")), Rejection::InTrash("c".to_owned()));
}

#[test]
fn a_circle_through_the_trash_is_refused_for_the_item_may_come_back() {
    let thrown = after(&chain(), Action::Trash { items: ids("b") });
    assert_eq!(refused(&thrown, tie("c → a")), Rejection::Cycle("c → a → b → c".to_owned()));
}
