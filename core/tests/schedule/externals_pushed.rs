//! External items that are pushed past their promise, overdue, needed, or at risk.

use unblock_core::schedule::{Cause, Handoff, HandoffState, Why};

use crate::common::{id, link};
use crate::plan::{Plan, day, plan, short};

fn handoff(plan: &Plan, title: &str) -> Handoff {
    plan.schedule().handoff(&plan.board, id(title)).unwrap()
}

fn why(plan: &Plan, title: &str) -> Why {
    plan.schedule().why(&plan.board, id(title)).unwrap()
}

#[test]
fn a_link_that_comes_too_late_pushes_a_promise() {
    // Promised for 6 March: point 5. Without its own duration the result comes as soon as the link allows.
    for (text, early) in [
        ("a 4 | x team 2 promised 03-06 after a", "x 4-6+0"),
        ("a 4 | x team 2 promised 03-06 after a:FS-2", "x 3-5+1"),
        ("a 7 | x team promised 03-06 after a", "x 2-7+0"),
        ("a 5 | x team promised 03-06 after a", "x 0-5+1"),
        ("a 9 | x team 2 promised 03-06 after a:SS+4", "x 4-6+0"),
        ("a 8 | x team 2 promised 03-06 after a:FF", "x 6-8+0"),
        ("a 8 | x team 2 promised 03-06 after a:SF+7", "x 5-7+0"),
    ] {
        let row = plan(text).row("x");
        let shown =
            format!("x {}-{}+{}", row.early_start, row.early_finish, row.buffered_finish - row.early_finish);
        assert_eq!(shown, early, "{text}");
    }
}

#[test]
fn not_before_pushes_a_promise_and_its_own_days_count() {
    assert_eq!(plan("x team 2 promised 03-06 not-before 03-09").early(), "x 5-7");
    assert_eq!(plan("x team promised 03-06 not-before 03-10").early(), "x 1-6");
    assert_eq!(plan("x team 2 promised 03-06 not-before 03-04").early(), "x 3-5+1");
}

#[test]
fn a_promise_that_cannot_hold_is_told_with_what_pushes_it() {
    let pushed = plan("a 7 | x team 2 promised 03-06 after a");
    let why = why(&pushed, "x");
    assert!(why.is_past_promise);
    assert_eq!(why.finish, Cause::Link(link("a → x").key));
    let held = plan("a 3 | x team 2 promised 03-06 after a");
    assert!(!self::why(&held, "x").is_past_promise);
    assert_eq!(self::why(&held, "x").finish, Cause::Promise(day("03-06")));
    let late = plan("x team 2 promised 03-06 not-before 03-09");
    assert!(self::why(&late, "x").is_past_promise);
    assert_eq!(self::why(&late, "x").finish, Cause::NotBefore(day("03-09")));
}

#[test]
fn an_overdue_promise_finishes_no_earlier_than_today() {
    let promised = plan("x team 4 promised 03-06 | b 1 after x");
    for (status, early, overdue) in [
        ("03-05", "x 1-5+1 | b 6-7", false),
        ("03-06", "x 1-5+1 | b 6-7", false),
        // The weekend adds no working day.
        ("03-08", "x 1-5+1 | b 6-7", true),
        ("03-09", "x 2-6 | b 6-7", true),
        ("03-10", "x 3-7 | b 7-8", true),
    ] {
        let plan = promised.clone().on(status);
        assert_eq!(plan.early(), early, "{status}");
        assert_eq!(handoff(&plan, "x").is_overdue, overdue, "{status}");
        assert!(!why(&plan, "x").is_past_promise, "{status}");
    }
    assert_eq!(why(&promised.on("03-10"), "x").finish, Cause::Overdue(day("03-06")));
    let delivered = plan("x team 4 promised 03-06 done 03-06").on("03-10");
    assert!(!handoff(&delivered, "x").is_overdue);
}

#[test]
fn a_promise_counts_before_the_status_date_moves_it() {
    // Its span may begin in the past: the status date bounds no start of a promised item.
    assert_eq!(plan("x team 9 promised 03-13").on("03-10").early(), "x 1-10+2");
}

#[test]
fn what_the_giver_has_begun_is_finished_as_promised() {
    for (text, early) in [
        ("x team 9 promised 03-13 started 03-04", "x 2-10+2"),
        // More is left than fits: it cannot hold.
        ("x team 9 promised 03-13 started 03-04 left 6", "x 2-12"),
        ("x team 9 promised 03-06 started 03-04", "x 2-7"),
        ("a 11 | x team 9 promised 03-13 started 03-04 after a", "a 6-17 | x 2-10+2"),
        ("a 11 | x team 9 promised 03-13 started 03-04 after a:FF", "a 6-17 | x 2-17"),
    ] {
        assert_eq!(plan(text).on("03-10").early(), early, "{text}");
    }
}

#[test]
fn without_a_promise_what_the_giver_has_begun_is_scheduled_like_work() {
    assert_eq!(plan("x team 9 started 03-04").on("03-10").early(), "x 2-11+2");
}

#[test]
fn needed_by_gap_and_buffer_date_are_counted_from_the_late_finish_and_the_buffer() {
    // x ends at 5 with 1 of buffer; b takes 2 days; the finish is 10, so ls(b) = 8, lf(x) = 7.
    let text = "x team 5 promised 03-06 | b 2 after x | z 10";
    let of = |plan: &Plan| {
        let handoff = handoff(plan, "x");
        (short(handoff.buffer_date), short(handoff.needed_by), handoff.gap.unwrap(), handoff.is_at_risk)
    };
    assert_eq!(of(&plan(text)), ("03-09".to_owned(), "03-11".to_owned(), 2, false));
    // 11 March is point 8: ls(b) = 6, lf(x) = 5.
    assert_eq!(of(&plan(text).target("03-11")), ("03-09".to_owned(), "03-09".to_owned(), 0, false));
    assert_eq!(of(&plan(text).target("03-10")), ("03-09".to_owned(), "03-06".to_owned(), -1, true));
    // 18 March is point 13.
    assert_eq!(of(&plan(text).target("03-18")), ("03-09".to_owned(), "03-16".to_owned(), 5, false));
    // A deadline behind it counts, with a target and without.
    let due = "x team 5 promised 03-06 | b 2 after x deadline 03-10 | z 10";
    assert_eq!(of(&plan(due)), ("03-09".to_owned(), "03-06".to_owned(), -1, true));
    assert_eq!(of(&plan(due).target("03-18")), ("03-09".to_owned(), "03-06".to_owned(), -1, true));
}

#[test]
fn the_dates_of_an_external_milestone_are_days_that_end_at_its_points() {
    // Three days after a, b follows: the point is 3, Wednesday is the last day before it.
    let plan = plan("a 3 | x tool 0 after a:SS+3 | b 2 after x");
    let handoff = handoff(&plan, "x");
    assert_eq!(
        (short(handoff.buffer_date), short(handoff.needed_by), handoff.gap),
        ("03-04".into(), "03-04".into(), Some(0))
    );
}

#[test]
fn an_external_item_that_others_wait_for_is_at_risk_without_a_promise() {
    for (text, risk) in [
        ("x team 2 | b 2 after x | z 30", true),
        ("x team 2 promised 03-13 | b 2 after x | z 30", false),
        ("x team 2 | z 30", false),
        ("x 2 | b 2 after x | z 30", false),
        ("x team 2 | b refused after x | z 30", false),
        ("x team 2 | b done 03-02 after x | z 30", false),
        ("x team 2 done 03-02 | b 2 after x | z 30", false),
    ] {
        assert_eq!(handoff(&plan(text), "x").is_at_risk, risk, "{text}");
    }
}

#[test]
fn there_is_something_to_hold_handoffs_against_with_a_target_or_a_deadline() {
    let has = |plan: &Plan| plan.schedule().has_yardstick();
    assert!(!has(&plan("x team promised 03-10 | b 2 after x")));
    assert!(has(&plan("x team promised 03-10 | b 2 after x").target("03-20")));
    assert!(has(&plan("x team promised 03-10 | b 2 after x deadline 03-20")));
    assert!(has(&plan("x team promised 03-10 | b 2 after x awaited 03-20")));
}

#[test]
fn a_handoff_is_unknown_asked_promised_or_delivered() {
    for (text, state) in [
        ("x team", HandoffState::Unknown),
        ("x team requested 03-02", HandoffState::Asked),
        ("x team requested 03-02 promised 03-06", HandoffState::Promised),
        ("x team promised 03-06", HandoffState::Promised),
        ("x team promised 03-06 done 03-05", HandoffState::Delivered),
    ] {
        assert_eq!(handoff(&plan(text), "x").state, state, "{text}");
    }
}

#[test]
fn the_late_side_of_a_promise_follows_the_links_out_of_it() {
    // Finish 20. b late 18-20; x has 1 of buffer: lf = 18 - 1.
    assert_eq!(plan("x team 5 promised 03-06 | b 2 after x | z 20").late(), "x 12-17 | b 18-20 | z 0-20");
    // What x waits for has to leave it its own days: 17 - 5 = 12.
    assert_eq!(
        plan("a 1 | x team 5 promised 03-13 after a | b 2 after x | z 20").late(),
        "a 11-12 | x 12-17 | b 18-20 | z 0-20"
    );
    // Without days of its own it only has to be there before the promise: lf(a) = lf(x).
    assert_eq!(
        plan("a 1 | x team requested 03-09 promised 03-13 after a | b 2 after x | z 20").late(),
        "a 16-17 | x 12-17 | b 18-20 | z 0-20"
    );
}
