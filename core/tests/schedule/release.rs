//! What would take a critical item off the path.

use unblock_core::schedule::Release;

use crate::common::{id, ids};
use crate::plan::{Plan, plan};

#[track_caller]
fn release(plan: &Plan, title: &str) -> Release {
    plan.schedule().release(&plan.board, id(title)).unwrap()
}

fn shorter(days: i64, then: &str, saves: i64) -> Release {
    Release::Shorter { days, then: ids(then), saves }
}

#[test]
fn so_many_days_less_and_another_chain_takes_over() {
    // Without a, b decides: a has to be done a day before b to have a day to spare.
    assert_eq!(release(&plan("a 5 | b 3 | c 2 after a, b"), "a"), shorter(3, "b c", 2));
    assert_eq!(release(&plan("a 3 | b 3 | c 2 after a, b"), "a"), shorter(1, "b c", 0));
    assert_eq!(release(&plan("a 2 | b 3 after a | c 4"), "b"), shorter(2, "c", 1));
}

#[test]
fn what_stays_critical_without_any_days_is_told_with_what_it_would_save() {
    assert_eq!(release(&plan("a 5 | b 3 after a"), "a"), Release::Never { saves: 5 });
    assert_eq!(release(&plan("a 5 | b 0 after a"), "b"), Release::Never { saves: 0 });
    // Its start drives, not its end.
    assert_eq!(release(&plan("a 2 | b 9 after a:SS+1"), "a"), Release::Never { saves: 0 });
}

#[test]
fn a_promise_would_have_to_come_earlier() {
    // Point 5 and 1 of buffer. c ends at 3.
    assert_eq!(
        release(&plan("x team 5 promised 03-06 | b 2 after x | c 3 | d 2 after c"), "x"),
        shorter(4, "c d", 3)
    );
}

#[test]
fn less_would_have_to_be_left_of_what_has_started() {
    // 5 March is day 3: a ends at 8, c at 5.
    let plan = plan("a 9 started 03-02 left 5 | b 2 after a | c 2 | d 2 after c").on("03-05");
    assert_eq!(release(&plan, "a"), shorter(4, "c d", 3));
}

#[test]
fn what_is_not_critical_has_nothing_to_be_released_from() {
    for (text, title) in [("a 5 | b 3", "b"), ("a 5 done 03-06 | b 3", "a"), ("a refused", "a")] {
        let plan = plan(text);
        assert_eq!(plan.schedule().release(&plan.board, id(title)), None, "{text}");
    }
}
