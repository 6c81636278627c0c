//! Links: made, changed, removed, and never in a cycle.

use unblock_core::board::{Board, Kind, Lag, LinkKind};
use unblock_core::edit::{Action, Rejection, Side};

use crate::common::{
    after, board, changes_nothing, id, ids, item, link, links, new, person, person_id, refused, with_links,
};

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
fn a_cycle_is_refused_and_named_in_order() {
    let why = refused(&chain(), tie("c → a"));
    assert_eq!(why, Rejection::Cycle("c → a → b → c".to_owned()));
    assert_eq!(why.to_string(), "That would make a cycle in which nothing can start: c → a → b → c.");
}

#[test]
fn a_cycle_of_two_is_refused_whatever_the_types() {
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
fn a_cycle_through_the_trash_is_refused_for_the_item_may_come_back() {
    let thrown = after(&chain(), Action::Trash { items: ids("b") });
    assert_eq!(refused(&thrown, tie("c → a")), Rejection::Cycle("c → a → b → c".to_owned()));
}

fn relink(text: &str, kind: LinkKind, lag: i32) -> Action {
    Action::Relink { key: link(text).key, kind, lag: Lag::try_from(lag).unwrap() }
}

#[test]
fn a_link_gets_another_type_and_lag_in_one_step() {
    let changed = after(&chain(), relink("a → b", LinkKind::FinishToFinish, 2));
    assert_eq!(links(&changed), "a → b FF+2, b → c SS+1");
}

#[test]
fn a_link_does_not_get_the_type_of_another_of_the_pair_which_would_be_lost() {
    let both = after(&chain(), tie("a → b FF+3"));
    let why = refused(&both, relink("a → b", LinkKind::FinishToFinish, 0));
    assert_eq!(why.to_string(), "There is an FF+3 link between them already: change or remove that one.");
}

#[test]
fn a_link_that_is_gone_gets_no_type() {
    assert_eq!(refused(&chain(), relink("a → c", LinkKind::StartToStart, 0)), Rejection::UnknownLink);
}

fn add(title: &str, kind: Kind, side: Side, of: &str) -> Action {
    Action::Introduce { new: new(title), kind, who: Some(person("Payments")), beside: Some((id(of), side)) }
}

#[test]
fn a_new_item_is_waited_for_at_once_and_its_giver_joins_the_roster() {
    let made = after(&chain(), add("x", Kind::Api, Side::Before, "a"));
    assert_eq!(links(&made), "a → b, b → c SS+1, x → a");
    let new = item(&made, "x");
    assert_eq!((new.kind, new.quadrant()), (Kind::Api, None));
    assert_eq!((new.responsible, new.accountable), (Some(person_id("Payments")), None));
}

#[test]
fn a_new_item_of_our_own_waits_for_another_and_has_one_owner() {
    let made = after(&chain(), add("x", Kind::Work, Side::After, "c"));
    assert_eq!(links(&made), "a → b, b → c SS+1, c → x");
    assert_eq!(item(&made, "x").accountable, Some(person_id("Payments")));
}

#[test]
fn a_new_item_is_not_made_for_one_that_is_gone() {
    assert_eq!(refused(&chain(), add("x", Kind::Api, Side::Before, "gone")), Rejection::UnknownItem);
}

#[test]
fn a_new_item_need_not_be_linked() {
    let new = Action::Introduce { new: new("x"), kind: Kind::Vendor, who: None, beside: None };
    let made = after(&chain(), new);
    assert_eq!((links(&made).as_str(), item(&made, "x").kind), ("a → b, b → c SS+1", Kind::Vendor));
}
