//! External items: what a promise fixes, and what a buffer absorbs.
//!
//! 20 % of slack is the board's default. Days: 6 March is 4, 9 March 5, 13 March 9, 16 March 10 (see `plan`).

use unblock_core::schedule::Handoff;

use crate::common::id;
use crate::plan::{Plan, day, plan, short};

fn handoff(plan: &Plan, title: &str) -> Handoff {
    plan.schedule().handoff(&plan.board, id(title)).unwrap()
}

#[test]
fn without_a_promise_they_are_scheduled_like_work_with_a_buffer_behind() {
    for (text, early) in [
        ("x team 5", "x 0-5+1"),
        ("x team 5 not-before 03-04", "x 2-7+1"),
        ("x team 10", "x 0-10+2"),
        // ceil: 20 % of 11 are 2.2.
        ("x team 11", "x 0-11+3"),
        ("x team 1", "x 0-1+1"),
        ("x team 0", "x 0-0"),
        ("x team 10 buffer 0", "x 0-10"),
        ("x team 10 buffer 50", "x 0-10+5"),
        ("x team 5 requested 03-04", "x 0-5+1"),
        // Only what comes from outside has a buffer.
        ("x 5 buffer 50", "x 0-5"),
    ] {
        assert_eq!(plan(text).early(), early, "{text}");
    }
    assert_eq!(plan("a 3 | x api 5 after a | b 2 after x").early(), "a 0-3 | x 3-8+1 | b 9-11");
}

#[test]
fn with_a_promise_the_finish_is_the_promised_point() {
    for (text, early) in [
        // 13 March is day 9: point 10.
        ("x team 5 promised 03-13", "x 5-10+1"),
        ("x team 5 promised 03-15", "x 5-10+1"),
        // A span that begins before day 0.
        ("x team 10 promised 03-04", "x -7-3+2"),
        // Promised for a day before the plan starts.
        ("x team 2 promised 02-27", "x -2-0+1"),
        ("x team 2 promised 02-26", "x -3--1+1"),
        // Without a duration: from the day of asking, else from day 0, to the agreed date.
        ("x team promised 03-13", "x 0-10+2"),
        ("x team requested 03-09 promised 03-13", "x 5-10+1"),
        ("x team requested 03-07 promised 03-13", "x 5-10+1"),
        ("x team requested 02-23 promised 03-13", "x -5-10+3"),
        // A duration goes before the day of asking.
        ("x team 2 requested 02-23 promised 03-13", "x 8-10+1"),
        // Asked after the day that was promised: nothing is left of the span.
        ("x team requested 03-20 promised 03-13", "x 10-10"),
        ("x team promised 02-20", "x -5--5"),
    ] {
        assert_eq!(plan(text).early(), early, "{text}");
    }
}

#[test]
fn a_later_promise_consumes_the_buffer() {
    // Agreed for 13 March (10) over 10 days, so the buffer reaches to 12.
    let slipped =
        |to: &str| plan(&format!("x team requested 03-02 agreed 03-13 promised {to} | b 1 after x"));
    for (to, early, used) in [
        ("03-13", "x 0-10+2 | b 12-13", 0),
        ("03-16", "x 1-11+1 | b 12-13", 1),
        ("03-17", "x 2-12 | b 12-13", 2),
        ("03-18", "x 3-13 | b 13-14", 2),
        // An earlier promise leaves the date to plan on where it was agreed.
        ("03-12", "x -1-9+3 | b 12-13", 0),
    ] {
        let plan = slipped(to);
        assert_eq!(plan.early(), early, "{to}");
        let handoff = handoff(&plan, "x");
        assert_eq!((handoff.buffer, handoff.used), (2, used), "{to}");
    }
}

#[test]
fn accepting_the_new_date_as_agreed_starts_the_buffer_anew() {
    let plan = plan("x team requested 03-02 agreed 03-17 promised 03-17 | b 1 after x");
    // 12 days, so 3 of buffer.
    assert_eq!(plan.early(), "x 0-12+3 | b 15-16");
    assert_eq!((handoff(&plan, "x").buffer, handoff(&plan, "x").used), (3, 0));
}

#[test]
fn the_buffer_does_not_shrink_while_time_passes() {
    let waiting = plan("x team requested 03-02 promised 03-13 | b 1 after x");
    for status in ["03-02", "03-10", "03-13"] {
        assert_eq!(waiting.clone().on(status).row("x").buffered_finish, 12, "{status}");
    }
}

#[test]
fn delivered_is_a_fact_without_a_buffer() {
    let plan = plan("x team 5 requested 02-23 promised 03-13 done 03-04 | b 1 after x");
    assert_eq!(plan.early(), "x -2-3 | b 3-4");
    let handoff = handoff(&plan, "x");
    assert_eq!((handoff.buffer, handoff.used, handoff.gap, handoff.is_at_risk), (0, 0, None, false));
    assert_eq!(short(handoff.buffer_date), "03-04");
    assert_eq!(handoff.needed_by, None);
}

#[test]
fn an_agreed_date_without_a_promise_is_none() {
    // A promise that was taken back.
    assert_eq!(plan("x team 5 agreed 03-13").early(), "x 0-5+1");
}

#[test]
fn the_day_the_giver_was_asked_bounds_nothing_while_nothing_is_promised() {
    assert_eq!(plan("x team requested 03-09").early(), "x 0-3+1");
}

#[test]
fn a_plan_without_a_start_measures_spans_from_its_first_date() {
    let mut plan = plan("x team requested 03-09 promised 03-13");
    plan.board.about.calendar.start = None;
    assert_eq!(plan.early(), "x 0-5+1");
    assert_eq!(plan.row("x").start, Some(day("03-09")));
}
