//! Days of work left, per Responsible, against the days to the finish.

use unblock_core::schedule::{Load, loads};

use crate::common::person_id;
use crate::plan::{Plan, plan};

fn load(plan: &Plan) -> Vec<Load> {
    loads(&plan.board, &plan.schedule())
}

fn one(person: &str, [work, to_go]: [i64; 2], [items, critical]: [usize; 2]) -> Load {
    Load { person: person_id(person), work, items, critical, to_go }
}

#[test]
fn the_days_of_what_each_is_responsible_for_are_counted_against_the_days_to_the_finish() {
    let plan = plan("a 5 by Ana | b 4 by Bo after a | c 6 by Ana | d 3 | e by Bo");
    assert_eq!(load(&plan), [one("Bo", [7, 9], [2, 1]), one("Ana", [11, 9], [2, 1])]);
}

#[test]
fn what_is_left_of_started_work_counts_and_done_work_does_not() {
    // Seen from day 3; the finish is 8.
    let plan = plan("a 9 started 03-02 left 5 by Ana | b 9 done 03-04 by Ana | c 2 by Ana").on("03-05");
    assert_eq!(load(&plan), [one("Ana", [7, 5], [2, 1])]);
}

#[test]
fn without_a_status_date_started_work_has_no_less_than_nothing_left() {
    assert_eq!(load(&plan("a 3 started 02-02 by Ana | b 2")), [one("Ana", [0, 2], [1, 0])]);
}

#[test]
fn waiting_for_others_is_no_work_of_ours() {
    assert_eq!(load(&plan("x team 5 by Ana | y team 5 promised 03-10 by Ana | b refused 3 by Ana")), []);
}

#[test]
fn waiting_for_a_link_into_the_finish_is_no_work() {
    // a has two days left and ends with b.
    let plan = plan("b 9 | a 4 started 03-03 by Ana after b:FF").on("03-05");
    assert_eq!(load(&plan), [one("Ana", [2, 9], [1, 1])]);
}
