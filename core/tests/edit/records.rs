//! What a meeting leaves behind: decisions, actions, minutes.

use unblock_core::board::{
    ActionId, ActionItem, Board, Closed, Decision, DecisionId, Door, Minutes, MinutesId,
};
use unblock_core::edit::{Action, Record, Rejection};
use uuid::Uuid;

use crate::common::{
    TODAY, after, board, changed, command, date, id, person, person_id, refused, with_people,
};

fn decision(what: &str) -> Decision {
    Decision::new(DecisionId::new(Uuid::from_u128(1)), what.parse().unwrap(), date(TODAY))
}

fn closed(decision: Decision, without_alternatives: bool) -> Decision {
    Decision { closed: Some(Closed { on: date(TODAY), without_alternatives }), ..decision }
}

fn decide(decision: Decision) -> Action {
    Action::Record(Record::Decide(Box::new(decision)))
}

fn action_item(what: &str) -> ActionItem {
    ActionItem::new(ActionId::new(Uuid::from_u128(2)), what.parse().unwrap(), date(TODAY))
}

fn note(action: ActionItem, owner: Option<&str>) -> Action {
    Action::Record(Record::Note { action: Box::new(action), owner: owner.map(person) })
}

#[track_caller]
fn is_called(before: &Board, action: Action, name: &str) -> Board {
    let (after, change) = changed(before, &command(action));
    assert_eq!(change.name, name);
    after
}

#[test]
fn a_decision_is_noted_changed_closed_reopened_and_removed_by_its_name() {
    let board = is_called(&board("Do: a"), decide(decision("Buy auth")), "note the decision 'Buy auth'");
    let expected = Decision { expected: "two weeks less".to_owned(), ..decision("Buy auth") };
    let board = is_called(&board, decide(expected.clone()), "change the decision 'Buy auth'");
    let board = is_called(&board, decide(closed(expected.clone(), false)), "decide 'Buy auth'");
    let board = is_called(&board, decide(expected), "reopen the decision 'Buy auth'");
    let undecide = Action::Record(Record::Undecide(decision("x").id));
    let board = is_called(&board, undecide.clone(), "remove the decision 'Buy auth'");
    assert!(board.decisions.is_empty());
    assert_eq!(refused(&board, undecide), Rejection::UnknownRecord);
}

#[test]
fn a_decision_that_is_written_down_again_as_it_is_changes_nothing() {
    let mut action = decision("Buy auth");
    action.what = "Buy auth".parse().unwrap();
    let once = after(&board("Do: a"), decide(action.clone()));
    let (again, change) = changed(&once, &command(decide(action)));
    assert_eq!((again, change.edits), (once, vec![]));
}

#[test]
fn a_one_way_door_asks_for_alternatives_before_it_is_closed_and_can_be_overridden() {
    let one_way = Decision { door: Some(Door::OneWay), ..decision("Drop the old API") };
    let before = board("Do: a");
    let why = refused(&before, decide(closed(one_way.clone(), false)));
    assert_eq!(why, Rejection::NeedsAlternatives("Drop the old API".to_owned()));
    let overridden = after(&before, decide(closed(one_way.clone(), true)));
    assert!(overridden.decisions[&one_way.id].closed.unwrap().without_alternatives);
    let weighed = Decision { alternatives: "keep both for a year".to_owned(), ..one_way };
    assert!(after(&before, decide(closed(weighed, false))).decisions[&decision("x").id].closed.is_some());
}

#[test]
fn an_action_is_noted_finished_and_removed_and_its_owner_joins_the_roster() {
    let before = with_people(board("Do: a"), "Ana");
    let asks = action_item("asks Payments for a date");
    let board =
        is_called(&before, note(asks.clone(), Some("Bo")), "note the action 'asks Payments for a date'");
    assert_eq!(board.actions[&asks.id].owner, Some(person_id("Bo")));
    assert!(board.person(person_id("Bo")).is_some());
    let done = ActionItem { done: Some(date(TODAY)), ..asks.clone() };
    let board = is_called(&board, note(done, Some("Bo")), "finish the action 'asks Payments for a date'");
    let gone = is_called(
        &board,
        Action::Record(Record::Unnote(asks.id)),
        "remove the action 'asks Payments for a date'",
    );
    assert!(gone.actions.is_empty());
}

#[test]
fn whoever_leaves_the_roster_leaves_decisions_and_actions_too() {
    let before = with_people(board("Do: a"), "Ana");
    let by_ana = Decision { by: Some(person_id("Ana")), ..decision("Buy auth") };
    let with_both = after(&after(&before, decide(by_ana)), note(action_item("asks"), Some("Ana")));
    let left = after(&with_both, Action::RemovePerson(person_id("Ana")));
    assert_eq!(left.decisions.values().next().unwrap().by, None);
    assert_eq!(left.actions.values().next().unwrap().owner, None);
}

#[test]
fn a_decision_by_somebody_who_is_not_in_the_roster_is_refused() {
    let by_nobody = Decision { by: Some(person_id("Zoe")), ..decision("Buy auth") };
    assert_eq!(refused(&board("Do: a"), decide(by_nobody)), Rejection::UnknownPerson);
}

#[test]
fn what_was_about_a_merged_item_is_about_the_one_that_stays() {
    let about_b = Decision { items: [id("b")].into(), ..decision("Buy auth") };
    let for_b = ActionItem { item: Some(id("b")), ..action_item("asks") };
    let before = after(&after(&board("Do: a, b"), decide(about_b)), note(for_b, None));
    let merged = after(&before, Action::Merge { into: id("a"), from: id("b") });
    assert_eq!(merged.decisions.values().next().unwrap().items, [id("a")].into());
    assert_eq!(merged.actions.values().next().unwrap().item, Some(id("a")));
}

#[test]
fn minutes_are_kept_and_removed() {
    let minutes = Minutes {
        id: MinutesId::new(Uuid::from_u128(3)),
        on: date(TODAY),
        title: "Planning".parse().unwrap(),
        text: "# Planning".to_owned(),
        extra: std::collections::BTreeMap::new(),
    };
    let kept = is_called(
        &board("Do: a"),
        Action::Record(Record::KeepMinutes(Box::new(minutes.clone()))),
        "keep the minutes",
    );
    assert_eq!(*kept.minutes[&minutes.id], minutes);
    let gone = after(&kept, Action::Record(Record::DropMinutes(minutes.id)));
    assert!(gone.minutes.is_empty());
}
