//! Milestones: a point between two days, shown as one of them by what binds it.

use crate::plan::plan;

#[test]
fn a_milestone_shows_the_day_before_its_point_if_a_finish_binds_it_else_the_day_after() {
    // a takes three days from Monday; point 3 lies between Wednesday 4 and Thursday 5 March.
    for (binds, text, dates) in [
        ("FS", "a 3 | m 0 after a", "03-04"),
        ("FF", "a 3 | m 0 after a:FF", "03-04"),
        ("SS", "a 3 | m 0 after a:SS+3", "03-05"),
        ("SF", "a 3 | m 0 after a:SF+3", "03-05"),
        ("not before", "a 3 | m 0 not-before 03-05", "03-05"),
        ("a promise", "a 3 | m team 0 promised 03-04", "03-04"),
        ("being done", "a 3 | m 0 done 03-04", "03-04"),
        ("being done before the plan starts", "a 3 | m 0 done 02-27", "02-27"),
        ("the plan's start", "a 3 | m 0", "03-02"),
        ("a link and point 0", "a 3 | m 0 after a:FS-3", "03-02"),
        ("a promise and point 0", "a 3 | m team 0 promised 02-27", "03-02"),
        ("a done item and point 0", "a 2 done 02-27 | m 0 after a", "03-02"),
        ("SS and FS, a tie", "a 3 | m 0 after a:SS+3, a", "03-04"),
        ("not before and FF, a tie", "a 3 | m 0 not-before 03-05 after a:FF", "03-04"),
        ("FS, later than not before", "a 3 | m 0 not-before 03-04 after a", "03-04"),
        ("not before, later than FS", "a 2 | m 0 not-before 03-05 after a", "03-05"),
        ("a lag over the weekend", "a 3 | m 0 after a:FS+2", "03-06"),
        ("a start after the weekend", "a 3 | m 0 after a:SS+5", "03-09"),
        ("a buffer", "x team 3 | m 0 after x", "03-05"),
    ] {
        assert!(
            plan(text).dates().ends_with(&format!("m {dates}..{dates}")),
            "{binds}: {}",
            plan(text).dates()
        );
    }
}

#[test]
fn the_status_date_binds_a_start() {
    assert_eq!(plan("m 0").on("03-05").dates(), "m 03-05..03-05");
    assert_eq!(plan("a 3 done 03-04 | m 0 after a").on("03-05").dates(), "a 03-02..03-04 | m 03-04..03-04");
    assert_eq!(plan("a 3 done 03-04 | m 0 after a").on("03-06").dates(), "a 03-02..03-04 | m 03-06..03-06");
}

#[test]
fn driven_by_a_milestone_it_takes_its_side() {
    for (text, dates) in [
        ("a 3 | m 0 after a | n 0 after m", "n 03-04..03-04"),
        ("a 3 | m 0 after a | n 0 after m:SS", "n 03-04..03-04"),
        ("a 3 | m 0 after a:SS+3 | n 0 after m", "n 03-05..03-05"),
        ("a 3 | m 0 not-before 03-05 | n 0 after m:FF", "n 03-05..03-05"),
        // Point 5: a link with a lag leads on, on the same side.
        ("a 3 | m 0 after a | n 0 after m:FS+2", "n 03-06..03-06"),
        ("a 3 | m 0 not-before 03-05 | n 0 after m:FS+2", "n 03-09..03-09"),
        // Two milestones at one point, one on each side: a tie.
        ("a 3 | m 0 after a | n 0 not-before 03-05 after m", "n 03-04..03-04"),
        // The milestone of the plan's start, and three days later.
        ("m 0 | n 0 after m", "n 03-02..03-02"),
        ("m 0 | n 0 after m:FS+3", "n 03-05..03-05"),
    ] {
        assert!(plan(text).dates().ends_with(dates), "{text}: {}", plan(text).dates());
    }
}

#[test]
fn work_after_a_milestone_starts_on_its_point_whatever_the_milestone_shows() {
    assert_eq!(
        plan("a 5 | m 0 after a | b 1 after m").dates(),
        "a 03-02..03-06 | m 03-06..03-06 | b 03-09..03-09"
    );
}

#[test]
fn the_finish_of_the_plan_is_the_day_that_its_last_item_shows() {
    for (text, finish) in [
        ("a 5 | m 0 after a", "03-06"),
        ("m 0 not-before 03-09", "03-09"),
        ("a 5 | m 0 not-before 03-09", "03-09"),
        ("m 0", "03-02"),
        ("a 5 | x team 1 not-before 03-06", "03-09"),
    ] {
        assert_eq!(crate::plan::short(plan(text).schedule().finish_date()), finish, "{text}");
    }
}
