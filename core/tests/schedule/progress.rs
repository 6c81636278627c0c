//! Facts, what is left, and the status date.

use crate::common::{id, link};
use crate::plan::{Plan, plan};
use unblock_core::schedule::Criticality;

fn out_of_sequence(plan: &Plan, title: &str) -> Vec<unblock_core::board::LinkKey> {
    plan.schedule().why(&plan.board, id(title)).unwrap().out_of_sequence
}

#[test]
fn what_is_done_is_a_fact() {
    for (text, early) in [
        ("a 9 started 03-03 done 03-05", "a 1-4"),
        ("a 2 done 03-05", "a 2-4"),
        ("a 9 done 03-05", "a -5-4"),
        ("a 2 started 02-25 done 02-27", "a -3-0"),
        // Worked on a weekend only: no working day went by.
        ("a 2 started 03-07 done 03-08", "a 5-5"),
        // Neither links nor its own bounds move it.
        ("b 9 | a 2 done 03-05 after b", "b 0-9 | a 2-4"),
        ("b 9 | a 2 done 03-05 after b:FF", "b 0-9 | a 2-4"),
        ("a 2 done 03-05 not-before 03-20", "a 2-4"),
    ] {
        assert_eq!(plan(text).early(), early, "{text}");
        assert_eq!(plan(text).on("03-06").row("a").early_finish, plan(text).row("a").early_finish, "{text}");
    }
}

#[test]
fn what_is_done_has_no_float_is_not_critical_and_binds_nothing_backward() {
    let plan = plan("b 1 | a 2 done 03-13 after b, b:SS, b:FF, b:SF deadline 03-03");
    let row = plan.row("a");
    assert_eq!((row.total_float, row.free_float, row.late_start, row.late_finish), (None, None, None, None));
    assert_eq!(row.criticality, Criticality::Easy);
    assert_eq!(plan.floats(), "b 9/9 | a done");
}

#[test]
fn what_has_started_ends_when_what_is_left_of_it_is_done() {
    // Seen from Tuesday 10 March, day 6.
    for (text, early) in [
        // Four days went by, so six of ten are left.
        ("a 10 started 03-04", "a 2-12"),
        // At least one day is left.
        ("a 4 started 03-04", "a 2-7"),
        ("a 3 started 03-04", "a 2-7"),
        ("a 10 started 03-04 left 2", "a 2-8"),
        ("a 10 started 03-04 left 0", "a 2-6"),
        ("a 1 started 03-04 left 20", "a 2-26"),
        ("a 3 started 03-10", "a 6-9"),
        // Started on a Saturday: counts from Monday.
        ("a 3 started 03-07", "a 5-8"),
        // Started before the plan does.
        ("a 12 started 02-27", "a -1-11"),
        ("a started 03-10", "a 6-9"),
    ] {
        assert_eq!(plan(text).on("03-10").early(), early, "{text}");
    }
}

#[test]
fn on_a_weekend_what_is_left_begins_on_monday() {
    assert_eq!(plan("a 10 started 03-04").on("03-07").early(), "a 2-12");
    assert_eq!(plan("a 10 started 03-04 left 2").on("03-07").early(), "a 2-7");
}

#[test]
fn links_into_a_start_that_has_happened_are_ignored_and_those_into_its_finish_hold() {
    for (link, early) in
        [("b", "a 2-8"), ("b:SS+9", "a 2-8"), ("b:FF", "a 2-15"), ("b:SF+4", "a 2-10"), ("b:FF-9", "a 2-8")]
    {
        let plan = plan(&format!("b 9 | a 5 started 03-04 left 2 after {link}")).on("03-10");
        assert_eq!(plan.early(), format!("b 6-15 | {early}"), "{link}");
    }
}

#[test]
fn ignored_links_are_listed_as_out_of_sequence() {
    let plan = plan("b 9 | c 2 done 03-03 | a 5 started 03-04 after b, b:SS, b:FF, c").on("03-10");
    // c was finished when a started; FF does not bind the start.
    assert_eq!(out_of_sequence(&plan, "a"), ["b → a", "b → a SS"].map(|text| link(text).key));
    assert_eq!(out_of_sequence(&plan, "b"), []);
}

#[test]
fn links_out_of_a_start_that_has_happened_bind_nothing_backward() {
    // Finish 30; b late 28-30. FS: lf(a) = 28. SS and SF leave a its own end.
    for (link, late) in [("a", 28), ("a:FF+4", 26), ("a:SS+20", 30), ("a:SF+20", 30)] {
        let plan = plan(&format!("a 5 started 03-04 left 2 | b 2 after {link} | z 24")).on("03-10");
        assert_eq!(plan.row("a").late_finish, Some(late), "{link}");
    }
    // Forward they do: es(a) + 20.
    let plan = plan("a 5 started 03-04 left 2 | b 2 after a:SS+20").on("03-10");
    assert_eq!(plan.early(), "a 2-8 | b 22-24");
    assert_eq!(plan.floats(), "a 16/16 | b 0/0");
}

#[test]
fn what_has_not_started_does_not_before_the_status_date() {
    let waiting = plan("a 2 | b 1 after a | x team 5 | p team 5 promised 03-06 | c 1 not-before 03-13");
    assert_eq!(waiting.clone().on("03-10").early(), "a 6-8 | b 8-9 | x 6-11+1 | p 2-7 | c 9-10");
    assert_eq!(waiting.clone().on("02-02").early(), waiting.early());
}

#[test]
fn without_a_status_date_started_items_use_their_days_and_nothing_else_moves() {
    for (text, early) in [
        ("a 4 started 03-04", "a 2-6"),
        ("a 4 started 03-04 left 1", "a 2-6"),
        ("a 4 started 02-27", "a -1-3"),
        ("a started 03-04 | b 1 after a", "a 2-5 | b 5-6"),
    ] {
        assert_eq!(plan(text).early(), early, "{text}");
    }
}
