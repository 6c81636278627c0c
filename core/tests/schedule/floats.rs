//! Total and free float, critical and near-critical, deadlines and the target.

use unblock_core::board::Days;
use unblock_core::schedule::Criticality;

use crate::common::id;
use crate::plan::{Plan, plan};

fn criticality(plan: &Plan) -> String {
    plan.each(|row| match row.criticality {
        Criticality::Critical => "critical".to_owned(),
        Criticality::Near => "near".to_owned(),
        Criticality::Easy => "easy".to_owned(),
    })
}

#[test]
fn a_deadline_bounds_the_late_finish_and_never_moves_the_early_side() {
    for (deadline, early, late, floats) in [
        // 5 March is day 3, so lf ≤ 4.
        ("deadline 03-05", "b 3-5", "b 2-4", "a -1/0 | b -1/1 | z 0/0"),
        ("awaited 03-05", "b 3-5", "b 2-4", "a -1/0 | b -1/1 | z 0/0"),
        ("deadline 03-06", "b 3-5", "b 3-5", "a 0/0 | b 0/1 | z 0/0"),
        ("deadline 03-20", "b 3-5", "b 4-6", "a 1/0 | b 1/1 | z 0/0"),
        // The first of several counts.
        ("deadline 03-20 awaited 03-05", "b 3-5", "b 2-4", "a -1/0 | b -1/1 | z 0/0"),
        ("awaited 03-20 awaited 03-05", "b 3-5", "b 2-4", "a -1/0 | b -1/1 | z 0/0"),
    ] {
        let plan = plan(&format!("a 3 | b 2 after a {deadline} | z 6"));
        assert!(plan.early().contains(early), "{deadline}: {}", plan.early());
        assert!(plan.late().contains(late), "{deadline}: {}", plan.late());
        assert_eq!(plan.floats(), floats, "{deadline}");
    }
}

#[test]
fn a_promise_of_our_own_work_moves_nothing() {
    let promised = plan("a 3 promised 03-02 | b 2 after a");
    let plain = plan("a 3 | b 2 after a");
    assert_eq!(promised.early(), plain.early());
    assert_eq!(promised.late(), plain.late());
}

#[test]
fn free_float_is_what_a_slip_leaves_of_the_gap_to_the_next_by_its_link() {
    // b is held at day 10; a takes the days 0 to 3.
    for (link, free) in [
        ("a", 6),       // 10 - 4
        ("a:FS+2", 4),  // 10 - (4 + 2)
        ("a:SS", 10),   // 10 - 0
        ("a:SS+3", 7),  // 10 - 3
        ("a:FF", 8),    // 12 - 4
        ("a:FF+1", 7),  // 12 - 5
        ("a:SF+5", 7),  // 12 - 5
        ("a:SF-5", 17), // 12 + 5
    ] {
        let plan = plan(&format!("a 4 | b 2 not-before 03-16 after {link} | z 40"));
        assert_eq!(plan.row("a").free_float, Some(free), "{link}");
    }
}

#[test]
fn without_successors_free_float_reaches_up_to_the_finish() {
    assert_eq!(plan("a 4 | z 9").floats(), "a 5/5 | z 0/0");
    assert_eq!(plan("x team 4 | z 9").floats(), "x 4/4 | z 0/0");
    // A successor that is done binds nothing.
    assert_eq!(plan("a 4 | b 1 done 03-02 after a | z 9").floats(), "a 5/5 | b done | z 0/0");
}

#[test]
fn the_least_free_float_of_several_successors_counts() {
    assert_eq!(
        plan("a 2 | b 5 | c 1 after a, b | d 1 after a:FS+1 | z 9").floats(),
        "a 5/0 | b 3/0 | c 3/3 | d 5/5 | z 0/0"
    );
}

#[test]
fn critical_is_no_day_to_spare_and_near_critical_up_to_the_threshold() {
    let mut plan = plan("a 4 | b 3 | c 2 | d 1 | e 2 deadline 03-02 | f 4 done 03-05");
    let said = "a critical | b near | c near | d easy | e critical | f easy";
    assert_eq!(criticality(&plan), said);
    plan.board.about.planning.near_critical = Days::try_from(0).unwrap();
    assert_eq!(criticality(&plan), "a critical | b easy | c easy | d easy | e critical | f easy");
}

#[test]
fn the_finish_is_the_largest_buffered_finish() {
    let plan = plan("a 5 | x vendor 5");
    assert_eq!(plan.schedule().finish(), Some(6));
    assert_eq!(plan.late(), "a 1-6 | x 0-5");
    assert_eq!(plan.floats(), "a 1/1 | x 0/0");
}

#[test]
fn late_dates_subtract_lag_and_buffer_by_link_type() {
    // x: 10 days and 2 of buffer. The finish is 40, b takes 2 days and is 38-40 late.
    for (link, late) in [
        ("x", "26-36"),       // 38 - 2
        ("x:FS+3", "23-33"),  // 38 - 3 - 2
        ("x:FF+3", "25-35"),  // 40 - 3 - 2
        ("x:SS+9", "28-38"),  // ls = 38 - 9 = 29, but lf ≤ 40 - 2
        ("x:SS+20", "18-28"), // ls = 38 - 20
        ("x:SF+20", "20-30"), // ls = 40 - 20
    ] {
        let plan = plan(&format!("x team 10 | b 2 after {link} | z 40"));
        assert_eq!(plan.late(), format!("x {late} | b 38-40 | z 0-40"), "{link}");
    }
}

#[test]
fn float_against_the_target_is_a_second_figure() {
    let text = "a 3 | b 2 after a | c 1";
    for (target, floats, late) in [
        // The finish is point 5, Friday 6 March.
        ("03-06", "a 0 | b 0 | c 4", 0),
        ("03-11", "a 3 | b 3 | c 7", -3),
        ("03-04", "a -2 | b -2 | c 2", 2),
    ] {
        let plan = plan(text).target(target);
        assert_eq!(plan.each(|row| row.target_float.unwrap().to_string()), floats, "{target}");
        assert_eq!(plan.floats(), "a 0/0 | b 0/0 | c 4/4", "{target}");
        assert_eq!(plan.schedule().past_target(), Some(late), "{target}");
    }
    assert_eq!(plan(text).schedule().past_target(), None);
    assert_eq!(plan(text).row("c").target_float, Some(4));
}

#[test]
fn an_item_that_is_done_after_all_others_sets_the_finish() {
    let plan = plan("a 3 | b 2 done 03-12");
    assert_eq!(plan.floats(), "a 6/6 | b done");
}

#[test]
fn the_latest_start_is_asked_for_by_the_target_and_deadlines_alone() {
    let latest = |plan: &Plan, title| plan.schedule().latest_start(id(title));
    let text = "a 3 | b 2 after a | c 1";
    assert_eq!(latest(&plan(text), "a"), None);
    // 13 March is point 10: ls(b) = 8.
    assert_eq!(latest(&plan(text).target("03-13"), "a"), Some(5));
    let due = "a 3 | b 2 after a deadline 03-11 | c 1";
    assert_eq!(latest(&plan(due), "a"), Some(3));
    assert_eq!(latest(&plan(due), "c"), None);
    assert_eq!(latest(&plan(due).target("03-13"), "c"), Some(9));
    assert_eq!(latest(&plan("a 3 done 03-04").target("03-13"), "a"), None);
}
