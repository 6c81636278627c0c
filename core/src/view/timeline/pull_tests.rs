//! Pulling at bars: what is asked for, and what is not.

use super::tests::{change, date, external, id, plan, scene};
use super::*;
use crate::board::{Board, Date, Days, ItemField, Progress};
use crate::edit::Action;

fn say(date: Date) -> String {
    date.to_string()
}

fn taken(board: Board, n: u128, grip: Grip) -> Result<Pull, String> {
    Pull::take(&scene(board), id(n), grip, &say)
}

/// What a bar asks for that is pulled so many calendar days.
fn pulled(board: &Board, n: u128, grip: Grip, calendar_days: i64) -> Pulled {
    let scene = scene(board.clone());
    let pull = Pull::take(&scene, id(n), grip, &say).unwrap();
    pull.to(&scene, pull.over(&scene, calendar_days), &say)
}

fn edit(n: u128, field: ItemField) -> Action {
    Action::Edit { items: vec![id(n)], field }
}

#[test]
fn pulling_the_end_over_a_weekend_counts_working_days_only() {
    // Item 2 takes Mon 9 to Wed 11 March.
    let six = pulled(&plan(), 2, Grip::End, 5);
    assert_eq!(six.action, Some(edit(2, ItemField::Duration(Days::try_from(6).ok()))));
    assert_eq!((six.words.as_str(), six.last), ("6 days", date("2026-03-16")));
}

#[test]
fn an_end_stops_one_day_behind_the_start() {
    assert_eq!(
        pulled(&plan(), 2, Grip::End, -9).action,
        Some(edit(2, ItemField::Duration(Days::try_from(1).ok())))
    );
}

#[test]
fn an_end_that_is_put_back_asks_for_nothing() {
    assert_eq!(pulled(&plan(), 2, Grip::End, 0).action, None);
}

#[test]
fn pulling_a_bar_to_a_saturday_lets_it_start_on_monday() {
    let later = pulled(&plan(), 2, Grip::Whole, 5);
    assert_eq!(later.action, Some(edit(2, ItemField::NotBefore(Some(date("2026-03-16"))))));
    assert_eq!(later.words, "not before 2026-03-16");
    assert_eq!((later.first, later.last), (date("2026-03-16"), date("2026-03-18")));
}

#[test]
fn a_bar_that_goes_no_further_left_says_why() {
    let left = pulled(&plan(), 2, Grip::Whole, -3);
    assert_eq!((left.action, left.first), (None, date("2026-03-09")));
    assert!(left.words.starts_with("Goes no further. Starts 2026-03-09 because"), "{}", left.words);
    assert!(left.words.contains("'Item 1'"), "{}", left.words);
}

#[test]
fn pulling_back_to_the_earliest_start_takes_the_day_away() {
    let mut board = plan();
    change(&mut board, 2, |item| item.not_before = Some(date("2026-03-12")));
    let earliest = pulled(&board, 2, Grip::Whole, -3);
    assert_eq!(earliest.action, Some(edit(2, ItemField::NotBefore(None))));
    assert!(!earliest.words.ends_with('.'), "what it would do follows: {}", earliest.words);
    let between = pulled(&board, 2, Grip::Whole, -1);
    assert_eq!(between.action, Some(edit(2, ItemField::NotBefore(Some(date("2026-03-11"))))));
}

#[test]
fn facts_and_promises_are_not_moved_by_pulling() {
    let mut board = plan();
    change(&mut board, 3, |item| item.progress = Progress::Done { started: None, on: date("2026-03-02") });
    external(&mut board, 1, "2026-03-06", "2026-03-06");
    let done = taken(board.clone(), 3, Grip::End).unwrap_err();
    assert_eq!(done, "'Item 3' was done 2026-03-02: its dates are facts");
    assert!(taken(board, 1, Grip::Whole).unwrap_err().contains("is promised for 2026-03-06"));
}

#[test]
fn of_what_has_started_only_the_end_moves() {
    let mut board = plan();
    let on = date("2026-03-02");
    change(&mut board, 3, |item| {
        item.progress = Progress::Started { on, remaining: Days::try_from(2).ok() };
    });
    assert!(taken(board.clone(), 3, Grip::Whole).unwrap_err().contains("was started 2026-03-02"));
    let longer = pulled(&board, 3, Grip::End, 1);
    let left = Progress::Started { on, remaining: Days::try_from(3).ok() };
    assert_eq!(longer.action, Some(edit(3, ItemField::Progress(left))));
    assert_eq!(longer.words, "3 days left");
}
