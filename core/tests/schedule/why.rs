//! What binds each date.

use unblock_core::schedule::{Cause, Why};

use crate::common::{id, link};
use crate::plan::{Plan, day, plan};

fn why(plan: &Plan, title: &str) -> Why {
    plan.schedule().why(&plan.board, id(title)).unwrap()
}

/// What binds the start and the finish of b.
#[track_caller]
fn bound(plan: &Plan, start: Cause, finish: Cause) {
    let why = why(plan, "b");
    assert_eq!((why.start, why.finish), (start, finish), "{}", plan.early());
}

fn by(text: &str) -> Cause {
    Cause::Link(link(text).key)
}

#[test]
fn what_holds_the_start_is_named_and_the_finish_follows_from_the_days() {
    for (text, start) in [
        ("b 2", Cause::PlanStart),
        ("a 1 | b 2 after a:FS-3", Cause::PlanStart),
        ("b 2 not-before 03-05", Cause::NotBefore(day("03-05"))),
        // Saturday: it waits until Monday, and the day that somebody named is told.
        ("b 2 not-before 03-07", Cause::NotBefore(day("03-07"))),
        ("a 1 | b 2 after a", by("a → b")),
        ("a 1 | b 2 after a:SS+1", by("a → b SS")),
        ("a 3 | b 2 not-before 03-03 after a", by("a → b")),
        ("a 1 | b 2 not-before 03-05 after a", Cause::NotBefore(day("03-05"))),
        ("x team 3 | b 2 after x", by("x → b")),
        ("a 2 done 03-04 | b 2 after a", by("a → b")),
    ] {
        bound(&plan(text), start, Cause::Duration);
    }
}

#[test]
fn the_status_date_is_named_where_it_holds_the_start() {
    bound(&plan("b 2").on("03-05"), Cause::Today(day("03-05")), Cause::Duration);
    bound(&plan("b 2 not-before 03-06").on("03-05"), Cause::NotBefore(day("03-06")), Cause::Duration);
    bound(&plan("b 2").on("02-20"), Cause::PlanStart, Cause::Duration);
}

#[test]
fn a_link_into_the_finish_binds_it_and_the_start_follows() {
    bound(&plan("a 5 | b 2 after a:FF"), Cause::Span, by("a → b FF"));
    bound(&plan("a 5 | b 2 after a:SF+9"), Cause::Span, by("a → b SF"));
}

#[test]
fn of_things_that_bind_alike_a_link_comes_first_and_of_links_the_first_predecessor() {
    bound(&plan("a 3 | b 2 not-before 03-05 after a"), by("a → b"), Cause::Duration);
    bound(&plan("z 3 | a 3 | b 2 after a, z"), by("z → b"), Cause::Duration);
    bound(&plan("a 3 | z 3 | b 2 after a, z"), by("a → b"), Cause::Duration);
    bound(&plan("a 3 | b 2 after a, a:SS+3"), by("a → b"), Cause::Duration);
}

#[test]
fn facts_are_named_as_facts() {
    bound(&plan("b 2 started 03-03 done 03-05"), Cause::Fact(day("03-03")), Cause::Fact(day("03-05")));
    bound(&plan("b 2 done 03-05"), Cause::Span, Cause::Fact(day("03-05")));
    bound(&plan("b 2 started 03-03").on("03-05"), Cause::Fact(day("03-03")), Cause::Remaining);
    bound(&plan("b 2 started 03-03"), Cause::Fact(day("03-03")), Cause::Duration);
    bound(&plan("a 9 | b 2 started 03-03 after a:FF").on("03-05"), Cause::Fact(day("03-03")), by("a → b FF"));
    bound(&plan("a 9 | b 2 started 03-03 after a").on("03-05"), Cause::Fact(day("03-03")), Cause::Remaining);
}

#[test]
fn a_promise_is_named_or_what_is_stronger_than_it() {
    let promise = Cause::Promise(day("03-06"));
    bound(&plan("b team 2 promised 03-06"), Cause::Span, promise);
    bound(&plan("b team 2 promised 03-06").on("03-05"), Cause::Span, promise);
    bound(&plan("b team 2 promised 03-06").on("03-10"), Cause::Span, Cause::Overdue(day("03-06")));
    bound(&plan("a 6 | b team 2 promised 03-06 after a"), Cause::Span, by("a → b"));
    bound(&plan("a 3 | b team 2 promised 03-06 after a"), Cause::Span, promise);
    bound(&plan("b team 2 promised 03-06 not-before 03-10"), Cause::Span, Cause::NotBefore(day("03-10")));
    bound(&plan("b team 2 promised 03-06 started 03-03").on("03-05"), Cause::Fact(day("03-03")), promise);
    // On our own work a promise is a commitment; it binds nothing.
    bound(&plan("b 2 promised 03-06"), Cause::PlanStart, Cause::Duration);
}

#[test]
fn what_is_not_in_the_plan_has_no_reasons() {
    let plan = plan("a refused");
    assert_eq!(plan.schedule().why(&plan.board, id("a")), None);
}
