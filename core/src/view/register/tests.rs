//! The register on small plans, seen from Monday 2 March 2026.

use std::sync::Arc;

use uuid::Uuid;

use super::*;
use crate::board::{
    Awaited, Board, BoardId, Days, EarlierPromise, Item, Kind, Lag, LinkKey, LinkKind, PersonId, Progress,
};

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

fn id(n: u128) -> ItemId {
    ItemId::new(Uuid::from_u128(n))
}

/// An API asked for on 2 March that takes ten days with a buffer of two, and five days of work behind it: done by
/// Tuesday 24 March.
fn plan() -> Board {
    let mut board =
        Board::new(BoardId::new(Uuid::nil()), "Plan".parse().unwrap()).starting(date("2026-03-02"));
    for (n, title, kind, days) in [(1, "API contract", Kind::Api, 10), (2, "Checkout", Kind::Work, 5)] {
        let mut item = Item::new(id(n));
        item.title = title.parse().unwrap();
        item.kind = kind;
        item.duration = Some(Days::try_from(days).unwrap());
        item.requested = (n == 1).then(|| date("2026-03-02"));
        board.items.insert(item.id, Arc::new(item));
    }
    link(&mut board, 1, 2);
    board
}

fn link(board: &mut Board, from: u128, to: u128) {
    let key = LinkKey { predecessor: id(from), successor: id(to), kind: LinkKind::FinishToStart };
    board.links.insert(key, Lag::default());
}

fn promised(mut board: Board, text: &str) -> Board {
    change(&mut board, 1, |item| {
        item.promised = Some(date(text));
        item.agreed = item.promised;
    });
    board
}

fn change(board: &mut Board, n: u128, with: impl FnOnce(&mut Item)) {
    with(Arc::make_mut(board.items.get_mut(&id(n)).unwrap()));
}

fn targeted(mut board: Board, text: &str) -> Board {
    board.about.target = Some(date(text));
    board
}

fn shown(board: Board, flag: Option<RegisterFlag>) -> Register {
    let scene = Scene::of(Arc::new(board), date("2026-03-02"));
    register(&scene, &Filter::default(), flag, &|date| date.to_string())
}

fn first(board: Board) -> RegisterRow {
    shown(board, None).ours.remove(0)
}

fn asked(board: Board) -> String {
    first(board).ask
}

#[test]
fn a_promise_says_its_buffer_when_it_is_needed_and_the_days_to_spare() {
    let row = first(targeted(promised(plan(), "2026-03-13"), "2026-03-26"));
    assert_eq!(
        (row.state, row.plan_on.as_str(), row.used.as_str()),
        ("promised", "2026-03-17", "0 of 2 used")
    );
    assert_eq!(
        (row.needed.as_str(), row.gap, row.verdict.as_str()),
        ("2026-03-19", Some(2), "2 days to spare")
    );
    assert!(!row.is_alarm);
}

#[test]
fn a_slip_uses_the_buffer_and_says_what_was_promised_before() {
    let mut board = promised(plan(), "2026-03-13");
    change(&mut board, 1, |item| {
        item.promised = Some(date("2026-03-16"));
        item.earlier_promises =
            vec![EarlierPromise { promised: date("2026-03-13"), until: date("2026-03-02") }];
    });
    let row = first(board);
    assert_eq!((row.slips.as_str(), row.used.as_str()), ("was 2026-03-13", "1 of 2 used"));
}

#[test]
fn what_comes_too_late_says_by_how_much() {
    let row = first(targeted(promised(plan(), "2026-03-13"), "2026-03-23"));
    assert_eq!((row.verdict.as_str(), row.is_alarm, row.gap), ("1 day late", true, Some(-1)));
    let row = first(targeted(promised(plan(), "2026-03-13"), "2026-03-24"));
    assert_eq!(row.verdict, "on the day");
}

#[test]
fn what_others_wait_for_without_a_date_says_so() {
    let row = first(plan());
    assert_eq!((row.state, row.verdict.as_str(), row.is_alarm), ("asked", "no date yet", true));
    assert!(row.has(RegisterFlag::NoDate) && row.has(RegisterFlag::NoOwner));
}

#[test]
fn what_is_here_has_no_gap_and_is_picked_out_by_nothing() {
    let mut board = promised(plan(), "2026-03-13");
    change(&mut board, 1, |item| item.progress = Progress::finished_on(Some(date("2026-03-02"))));
    let row = first(board);
    assert_eq!((row.state, row.verdict.as_str(), row.gap), ("delivered", "delivered", None));
    assert!(row.flags.is_empty());
}

#[test]
fn the_first_two_that_wait_are_named_and_the_rest_counted() {
    let mut board = plan();
    for n in 3..6 {
        let mut item = Item::new(id(n));
        item.title = format!("Step {n}").parse().unwrap();
        board.items.insert(item.id, Arc::new(item));
        link(&mut board, 1, n);
    }
    assert_eq!(first(board).blocks, "Checkout, Step 3 and 2 more");
    assert_eq!(first(plan()).blocks, "Checkout");
}

#[test]
fn the_worst_gap_comes_first_and_a_button_picks_some_out() {
    let mut board = targeted(promised(plan(), "2026-03-13"), "2026-03-23");
    let mut late = Item::new(id(7));
    late.kind = Kind::Vendor;
    late.promised = Some(date("2026-04-20"));
    late.agreed = late.promised;
    late.accountable = Some(PersonId::new(Uuid::nil()));
    board.items.insert(late.id, Arc::new(late));
    let all = shown(board.clone(), None);
    assert_eq!(all.ours.iter().map(|row| row.item).collect::<Vec<_>>(), [id(7), id(1)]);
    assert_eq!(all.counts, [1, 0, 2, 0, 0]);
    let unowned = shown(board, Some(RegisterFlag::NoOwner));
    assert_eq!(unowned.ours.iter().map(|row| row.item).collect::<Vec<_>>(), [id(1)]);
    assert_eq!(unowned.counts, all.counts, "the counts are of all");
}

#[test]
fn whoever_waits_for_us_stands_in_a_part_of_their_own() {
    let mut board = plan();
    change(&mut board, 2, |item| {
        item.awaited_by = vec![Awaited { who: "Sales".parse().unwrap(), by: date("2026-03-20") }];
    });
    let shown = shown(board, None);
    let row = &shown.theirs[0];
    assert_eq!(
        (row.who.as_str(), row.plan_on.as_str(), row.needed.as_str()),
        ("Sales", "2026-03-24", "2026-03-20")
    );
    assert_eq!((row.verdict.as_str(), row.is_alarm), ("2 days late", true));
    assert!(shown.has_yardstick, "what others need is a deadline");
}

#[test]
fn we_ask_again_on_the_day_and_after() {
    let mut board = plan();
    change(&mut board, 1, |item| item.chase_on = Some(date("2026-03-02")));
    assert!(first(board.clone()).has(RegisterFlag::ChaseToday));
    change(&mut board, 1, |item| item.chase_on = Some(date("2026-03-03")));
    assert!(!first(board).has(RegisterFlag::ChaseToday));
}

#[test]
fn the_ask_leaves_the_buffer_whole_and_says_from_when_a_day_costs_a_day() {
    assert_eq!(
        asked(targeted(promised(plan(), "2026-03-13"), "2026-03-26")),
        "We need *API contract* by 2026-03-17; after 2026-03-19 each day moves our release by a day."
    );
}

/// Work of our own that takes so many days from 2 March, and decides when everything is finished.
fn longer(mut board: Board, days: u32) -> Board {
    let mut work = Item::new(id(8));
    work.duration = Some(Days::try_from(days).unwrap());
    work.title = "Longer".parse().unwrap();
    board.items.insert(work.id, Arc::new(work));
    let mut end = Item::new(id(9));
    end.title = "End".parse().unwrap();
    board.items.insert(end.id, Arc::new(end));
    link(&mut board, 8, 9);
    board
}

#[test]
fn what_does_not_decide_the_finish_is_held_against_the_target_alone() {
    let board = longer(promised(plan(), "2026-03-13"), 40);
    assert_eq!(
        asked(targeted(board.clone(), "2026-03-26")),
        "We need *API contract* by 2026-03-17; after 2026-03-19 each day is past what the target allows."
    );
    assert_eq!(
        asked(targeted(board, "2026-03-20")),
        "We need *API contract* by 2026-03-13: as it stands it comes 2 days past what the target allows."
    );
}

#[test]
fn what_has_days_to_spare_before_it_decides_the_finish_costs_a_day_only_after_them() {
    let said = asked(longer(promised(plan(), "2026-03-13"), 40));
    assert!(said.ends_with("each day moves our finish by a day."), "{said}");
}

#[test]
fn an_overdue_promise_says_by_how_much_and_the_gap_stays_a_fact_of_its_own() {
    let row = first(targeted(promised(plan(), "2026-02-26"), "2026-04-30"));
    assert_eq!((row.overdue.as_str(), row.is_alarm), ("overdue by 2 days", false));
    assert!(row.verdict.ends_with(" days to spare"), "{}", row.verdict);
    assert!(row.has(RegisterFlag::Overdue));
    assert_eq!(first(promised(plan(), "2026-03-02")).overdue, "");
}

#[test]
fn a_buffer_that_ends_after_the_last_date_says_so() {
    assert_eq!(first(promised(plan(), "9999-12-31")).plan_on, "after 9999");
}

#[test]
fn without_a_target_it_is_the_finish_that_moves() {
    assert_eq!(
        asked(promised(plan(), "2026-03-13")),
        "We need *API contract* by 2026-03-13; after 2026-03-17 each day moves our finish by a day."
    );
}

#[test]
fn without_a_buffer_there_is_one_day_alone() {
    let mut board = promised(plan(), "2026-03-13");
    change(&mut board, 1, |item| item.buffer = Some("0".parse().unwrap()));
    assert_eq!(
        asked(board),
        "We need *API contract* by 2026-03-13; after that each day moves our finish by a day."
    );
}

#[test]
fn what_nobody_has_promised_is_asked_for() {
    assert!(asked(plan()).ends_with("moves our finish by a day. When can we have it?"), "{}", asked(plan()));
}

#[test]
fn what_comes_too_late_as_it_stands_says_how_many_days() {
    assert_eq!(
        asked(targeted(promised(plan(), "2026-03-13"), "2026-03-20")),
        "We need *API contract* by 2026-03-13: as it stands it comes 2 days too late, and each of them moves our \
         release."
    );
}

#[test]
fn what_is_past_saving_says_that_it_was_needed() {
    assert_eq!(
        asked(targeted(promised(plan(), "2026-03-13"), "2026-03-04")),
        "We needed *API contract* by 2026-02-25: each day from now on moves our release by a day."
    );
}

#[test]
fn a_promise_that_is_past_is_named_first() {
    let said = asked(promised(plan(), "2026-02-27"));
    assert!(said.starts_with("*API contract* was promised for 2026-02-27. We need"), "{said}");
    assert!(said.ends_with("When can we have it now?"), "{said}");
}

#[test]
fn what_is_here_is_not_asked_for() {
    let mut board = plan();
    change(&mut board, 1, |item| item.progress = Progress::finished_on(Some(date("2026-03-02"))));
    assert_eq!(asked(board), "We have *API contract* since 2026-03-02; nothing is open.");
}

#[test]
fn an_empty_board_says_so() {
    let mut board = plan();
    change(&mut board, 1, |item| item.kind = Kind::Work);
    assert!(shown(board, None).is_empty);
}
