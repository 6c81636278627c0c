//! Which items the schedule counts, and with how many days.

use std::sync::Arc;

use unblock_core::board::{Answer, Days, Progress};

use crate::common::{date, id, link};
use crate::plan::{Plan, plan};

fn titles(plan: &Plan) -> String {
    let schedule = plan.schedule();
    let kept = plan.board.live().into_iter().filter(|item| schedule.contains(item.id));
    kept.map(|item| item.title.as_str()).collect::<Vec<_>>().join(" ")
}

#[test]
fn judged_items_are_in_the_plan_and_those_of_the_inbox_with_a_duration_a_link_or_a_date() {
    for (text, kept) in [
        ("a | b refused | c inbox", "a"),
        ("a refused 3 deadline 03-10", ""),
        ("a inbox 0", "a"),
        ("a inbox | b inbox after a", "a b"),
        ("a inbox after b | b refused", "a"),
        ("a inbox not-before 03-10", "a"),
        ("a inbox deadline 03-10", "a"),
        ("a inbox awaited 03-10", "a"),
        ("a inbox team requested 03-10", "a"),
        ("a inbox team promised 03-10", "a"),
        ("a inbox done 03-03", "a"),
        ("a inbox started 03-03", "a"),
    ] {
        assert_eq!(titles(&plan(text)), kept, "{text}");
    }
}

#[test]
fn an_item_judged_by_half_stands_in_the_inbox() {
    let mut plan = plan("a inbox");
    Arc::make_mut(plan.board.items.get_mut(&id("a")).unwrap()).urgent = Some(Answer::Yes);
    assert_eq!(titles(&plan), "");
}

#[test]
fn what_is_in_the_trash_is_not_in_the_plan() {
    let mut plan = plan("a 3 | b 2 after a | c inbox after b");
    for title in ["a", "b"] {
        Arc::make_mut(plan.board.items.get_mut(&id(title)).unwrap()).trashed = Some(date("2026-03-02"));
    }
    assert_eq!(titles(&plan), "");
}

#[test]
fn links_of_what_is_not_in_the_plan_do_not_bind() {
    assert_eq!(plan("a 3 refused | b 2 after a").early(), "b 0-2");
    assert_eq!(plan("a 3 | b 2 refused after a | c 9").floats(), "a 6/6 | c 0/0");
    let mut thrown = plan("a 3 | b 2 after a");
    Arc::make_mut(thrown.board.items.get_mut(&id("a")).unwrap()).trashed = Some(date("2026-03-02"));
    assert_eq!(thrown.early(), "b 0-2");
}

#[test]
fn a_refused_item_that_kept_work_waits_for_is_named_as_a_contradiction() {
    let plan = plan("a refused | b refused after a | c after a, d, e | d done 03-02 after a | e refused");
    let keys = ["a → c", "e → c"].map(|text| link(text).key);
    assert_eq!(plan.schedule().contradictions(&plan.board), keys);
}

#[test]
fn an_item_without_days_is_a_guess_of_the_boards_default() {
    let mut plan = plan("a | b 2 | x team | m 0");
    assert_eq!(plan.early(), "a 0-3 | b 0-2 | x 0-3+1 | m 0-0");
    let guesses = |plan: &Plan| plan.each(|row| if row.is_guess { "guess" } else { "said" }.to_owned());
    assert_eq!(guesses(&plan), "a guess | b said | x guess | m said");
    plan.board.about.planning.guess = Days::try_from(5).unwrap();
    assert_eq!(plan.early(), "a 0-5 | b 0-2 | x 0-5+1 | m 0-0");
}

#[test]
fn what_is_said_to_be_left_is_no_guess() {
    let plan = plan("a started 03-02 left 4 | b started 03-02").on("03-03");
    assert_eq!(plan.each(|row| row.is_guess.to_string()), "a false | b true");
}

#[test]
fn a_done_item_without_a_start_took_its_days() {
    let mut plan = plan("a 2 done 03-04 | b done 03-04");
    assert_eq!(plan.early(), "a 1-3 | b 0-3");
    let done = Progress::Done { started: Some(date("2026-03-04")), on: date("2026-03-04") };
    Arc::make_mut(plan.board.items.get_mut(&id("a")).unwrap()).progress = done;
    assert_eq!(plan.early(), "a 2-3 | b 0-3");
}
