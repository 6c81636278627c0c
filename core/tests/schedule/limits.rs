//! The largest plans, the furthest dates, and the same answer each time.

use std::sync::Arc;

use unblock_core::board::{
    Board, BoardId, Days, Item, ItemId, Kind, Lag, LinkKey, LinkKind, MAX_ITEMS, OrderKey, Percent, Quadrant,
};
use unblock_core::exchange::write_schedule_csv;
use unblock_core::schedule::schedule;
use uuid::Uuid;

use crate::common::id;
use crate::plan::{day, plan};

/// A chain of as many items as a board holds, all of ten thousand days.
fn longest(kind: LinkKind, lag: i32, of: Kind) -> Board {
    let mut board = Board::new(BoardId::new(Uuid::nil()), "Long".parse().unwrap());
    board.about.calendar.start = Some(day("03-02"));
    let id = |n: u128| ItemId::new(Uuid::from_u128(n));
    let places = OrderKey::spread(None, None, MAX_ITEMS);
    for (n, order) in (0..).zip(places) {
        let mut item = Item { order, kind: of, ..Item::new(id(n)) };
        item.title = "long".parse().unwrap();
        (item.important, item.urgent) = {
            let (important, urgent) = Quadrant::Do.answers();
            (Some(important), Some(urgent))
        };
        item.duration = Some(Days::try_from(10_000).unwrap());
        item.buffer = Percent::try_from(100).ok();
        board.items.insert(item.id, Arc::new(item));
        if n > 0 {
            let key = LinkKey { predecessor: id(n - 1), successor: id(n), kind };
            board.links.insert(key, Lag::try_from(lag).unwrap());
        }
    }
    board
}

#[test]
fn the_longest_plan_that_a_board_holds_does_not_overflow() {
    for (kind, lag, of, finish) in [
        // 20,000 × 10,000 and 19,999 lags of 10,000.
        (LinkKind::FinishToStart, 10_000, Kind::Work, 399_990_000),
        // And as much again for the buffers.
        (LinkKind::FinishToStart, 10_000, Kind::Team, 599_990_000),
        (LinkKind::FinishToStart, -10_000, Kind::Work, 10_000),
        (LinkKind::StartToFinish, -10_000, Kind::Work, 10_000),
        (LinkKind::StartToFinish, 10_000, Kind::Work, 10_000),
        (LinkKind::FinishToFinish, 10_000, Kind::Work, 200_000_000),
        (LinkKind::StartToStart, 10_000, Kind::Work, 200_000_000),
    ] {
        let board = longest(kind, lag, of);
        let schedule = schedule(&board, None);
        assert_eq!(schedule.finish(), Some(finish), "{kind:?} {lag} {of:?}");
        for item in schedule.items() {
            let row = schedule.row(item).unwrap();
            assert!(row.early_start >= 0 && row.total_float >= Some(0) && row.free_float >= Some(0));
        }
    }
}

#[test]
fn a_date_past_9999_reads_after_9999() {
    // 2026 to 9999 are more than two million working days.
    let long = longest(LinkKind::FinishToStart, 0, Kind::Work);
    let schedule = schedule(&long, None);
    let last = schedule.row(ItemId::new(Uuid::from_u128(19_999))).unwrap();
    assert_eq!((last.start, last.finish, schedule.finish_date()), (None, None, None));
    let csv = write_schedule_csv(&long, &schedule);
    assert!(csv.lines().last().unwrap().contains(",yes,after 9999,after 9999,0,after 9999,,after 9999,0"));
}

#[test]
fn dates_at_the_ends_of_time_are_counted() {
    let plan =
        plan("x team requested 1900-01-01 promised 9999-12-31 | b 1 not-before 9999-12-31 | c 2 after x");
    let row = plan.row("x");
    assert_eq!((row.start, row.finish), (Some(day("1900-01-01")), Some(day("9999-12-31"))));
    assert_eq!(plan.row("b").start, Some(day("9999-12-31")));
    assert_eq!(plan.row("c").start, None);
}

#[test]
fn a_calendar_that_is_off_until_the_end_of_time_still_answers() {
    let plan = plan("a 3 | b 2 not-before 03-10 after a").off("1900-01-01..9999-12-31");
    assert_eq!(plan.early(), "a 0-3 | b 3-5");
    assert_eq!(plan.dates(), "a none..none | b none..none");
}

#[test]
fn the_same_board_and_status_date_give_the_same_schedule() {
    let plan = plan("b 3 | a 3 | x team 4 promised 03-06 | c 2 after a, b, x | d 0 after c").on("03-03");
    let said =
        |_| (plan.early(), plan.late(), plan.floats(), plan.dates(), plan.schedule().chains(&plan.board));
    assert!((0..5).map(said).all(|again| again == said(0)));
}

#[test]
fn ties_break_by_the_boards_order_then_by_id() {
    let ordered = plan("b 3 | a 3 | c 2 after a, b");
    let first = |board: &Board| schedule(board, None).main_chain(board)[0];
    assert_eq!(first(&ordered.board), id("b"));
    let mut tied = ordered.board;
    for item in tied.items.values_mut() {
        Arc::make_mut(item).order = OrderKey::default();
    }
    assert_eq!(first(&tied), id("a"));
}
