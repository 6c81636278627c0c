//! What a change does to the plan, told before it is made.

use unblock_core::board::ItemField;
use unblock_core::edit::{Action, Place};
use unblock_core::schedule::{Effect, Moved, schedule};

use crate::common::{after, column, id, ids, link};
use crate::plan::{Plan, day, plan, short};

fn effect(plan: &Plan, action: Action) -> Effect {
    let board = after(&plan.board, action);
    Effect::between((&plan.board, &plan.schedule()), (&board, &schedule(&board, plan.status)))
}

fn days(item: &str, days: u32) -> Action {
    Action::Edit { items: ids(item), field: ItemField::Duration(Some(days.try_into().unwrap())) }
}

fn moved(item: &str, date: &str) -> Vec<Moved> {
    vec![Moved { item: id(item), date: day(date) }]
}

#[test]
fn the_finish_moves_by_working_days() {
    // 6 March to 10 March: the weekend does not count.
    let effect = effect(&plan("a 3 | b 2 after a"), days("a", 5));
    assert_eq!(
        (effect.days, short(effect.before).as_str(), short(effect.after).as_str()),
        (2, "03-06", "03-10")
    );
    assert!(!effect.is_nothing());
}

#[test]
fn off_the_path_nothing_moves() {
    let effect = effect(&plan("a 3 | b 2"), days("b", 1));
    assert_eq!(effect.days, 0);
    assert!(effect.is_nothing());
}

#[test]
fn a_refused_item_answers_in_days() {
    let to = column("Eliminate");
    let effect =
        effect(&plan("a 3 | b 2 after a"), Action::Move { items: ids("a"), to, place: Place::Bottom });
    assert_eq!(effect.days, -3);
}

#[test]
fn what_becomes_critical_and_what_is_no_longer() {
    let effect = effect(&plan("a 5 | b 3 | c 2 after a, b"), days("a", 1));
    assert_eq!((effect.days, effect.critical, effect.released), (-2, ids("b"), ids("a")));
}

#[test]
fn commitments_that_break_are_named_and_those_that_are_saved() {
    for given in ["deadline 03-05", "awaited 03-05", "promised 03-05"] {
        let held = plan(&format!("a 2 | b 2 after a {given}"));
        let late = plan(&format!("a 4 | b 2 after a {given}"));
        let broken = effect(&held, days("a", 4));
        assert_eq!((broken.broken, broken.saved), (moved("b", "03-05"), vec![]), "{given}");
        let saved = effect(&late, days("a", 2));
        assert_eq!((saved.broken, saved.saved), (vec![], moved("b", "03-05")), "{given}");
        let neither = effect(&late, days("a", 3));
        assert_eq!((neither.broken, neither.saved), (vec![], vec![]), "{given}");
    }
}

#[test]
fn a_promise_to_us_breaks_when_our_part_comes_too_late_for_it() {
    let effect = effect(&plan("a 2 | x team 2 promised 03-05 after a"), days("a", 4));
    assert_eq!(effect.broken, moved("x", "03-05"));
}

#[test]
fn a_commitment_that_is_missed_when_it_is_made_is_broken() {
    let action = Action::Edit { items: ids("a"), field: ItemField::Deadline(Some(day("03-04"))) };
    assert_eq!(effect(&plan("a 9"), action.clone()).broken, moved("a", "03-04"));
    assert_eq!(effect(&plan("a 9 deadline 03-05"), action).broken, moved("a", "03-04"));
}

#[test]
fn a_commitment_that_was_missed_and_is_taken_back_is_not_saved() {
    let action = Action::Edit { items: ids("a"), field: ItemField::Deadline(None) };
    assert_eq!(effect(&plan("a 9 deadline 03-04"), action).saved, []);
}

#[test]
fn a_slip_within_the_buffer_moves_nothing_and_past_it_the_finish() {
    let slip = |to: &str| {
        let plan = plan("x team requested 03-02 agreed 03-13 promised 03-13 | b 1 after x");
        effect(&plan, Action::Edit { items: ids("x"), field: ItemField::Promised(Some(day(to))) }).days
    };
    assert_eq!((slip("03-17"), slip("03-18"), slip("03-20")), (0, 1, 3));
}

#[test]
fn a_new_link_is_asked_like_any_other_command() {
    assert_eq!(effect(&plan("a 3 | b 2"), Action::Link(link("a → b"))).days, 2);
}
