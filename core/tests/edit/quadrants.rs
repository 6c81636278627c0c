//! Judging: the two questions, and what is refused.

use unblock_core::board::{Answer, ItemField, Quadrant, Refusal};
use unblock_core::edit::{Action, Place, Rejection};

use crate::common::{
    TODAY, after, after_by, board, changes_nothing, column, date, ids, item, leads, new, person_id, refused,
    with_fields, with_people,
};

const YES: Option<Answer> = Some(Answer::Yes);
const NO: Option<Answer> = Some(Answer::No);

fn judge(titles: &str, important: Option<Answer>, urgent: Option<Answer>) -> Action {
    Action::Judge { items: ids(titles), important, urgent }
}

fn into(titles: &str, to: &str) -> Action {
    Action::Move { items: ids(titles), to: column(to), place: Place::Bottom }
}

fn reason(titles: &str, refusal: Option<Refusal>) -> Action {
    Action::Edit { items: ids(titles), field: ItemField::Refusal(refusal) }
}

fn refusal(reason: &str, by: Option<&str>) -> Refusal {
    Refusal { reason: reason.to_owned(), by: by.map(person_id), on: Some(date(TODAY)) }
}

#[test]
fn the_two_answers_are_the_quadrant() {
    leads("Inbox: a, b", judge("a b", YES, YES), "Do: a, b");
    leads("Inbox: a", judge("a", YES, NO), "Schedule: a");
    leads("Inbox: a", judge("a", NO, YES), "Delegate: a");
    leads("Inbox: a", judge("a", NO, NO), "Eliminate: a");
}

#[test]
fn one_answer_is_kept_in_the_inbox() {
    let half = after(&board("Inbox: a"), judge("a", YES, None));
    assert_eq!((item(&half, "a").important, item(&half, "a").quadrant()), (YES, None));
    let whole = after(&half, Action::Edit { items: ids("a"), field: ItemField::Urgent(NO) });
    assert_eq!(item(&whole, "a").quadrant(), Some(Quadrant::Schedule));
}

#[test]
fn judging_does_not_move_an_item_in_the_order() {
    leads("Do: a | Inbox: b | Do: c", judge("b", YES, YES), "Do: a, b, c");
}

#[test]
fn judging_as_it_was_changes_nothing() {
    changes_nothing(&board("Do: a"), judge("a", YES, YES));
}

#[test]
fn what_goes_into_eliminate_is_refused_by_the_one_who_acts_today() {
    let before = with_people(board("Do: a | Inbox: b, c"), "Ana");
    let add = Action::Add { items: vec![new("d")], to: column("Eliminate"), place: Place::Top };
    let urgent = Action::Edit { items: ids("c"), field: ItemField::Urgent(NO) };
    let half = after(&before, Action::Edit { items: ids("c"), field: ItemField::Important(NO) });
    for (start, action, title) in [
        (&before, into("a", "Eliminate"), "a"),
        (&before, judge("b", NO, NO), "b"),
        (&half, urgent, "c"),
        (&before, add, "d"),
    ] {
        let refused = after_by(start, "Ana", action);
        assert_eq!(item(&refused, title).refusal, Some(refusal("", Some("Ana"))), "{title}");
    }
}

#[test]
fn what_leaves_eliminate_is_not_refused_any_more() {
    let held = [ItemField::Refusal(Some(refusal("not now: v2", None)))];
    let before = with_fields(board("Eliminate: a"), "a", held);
    for action in [
        into("a", "Do"),
        into("a", "Inbox"),
        judge("a", YES, NO),
        judge("a", None, NO),
        Action::Edit { items: ids("a"), field: ItemField::Important(None) },
    ] {
        assert_eq!(item(&after(&before, action.clone()), "a").refusal, None, "{action:?}");
    }
}

#[test]
fn a_reason_survives_a_move_within_eliminate() {
    let held = refusal("measure first", None);
    let before = with_fields(board("Eliminate: a, b"), "a", [ItemField::Refusal(Some(held.clone()))]);
    let moved = after(&before, into("a", "Eliminate"));
    assert_eq!(item(&moved, "a").refusal, Some(held));
}

#[test]
fn a_reason_is_given_to_what_is_refused() {
    let given = refusal("does not move the needle", None);
    let before = board("Eliminate: a, b");
    let after = after(&before, reason("a b", Some(given.clone())));
    assert_eq!(
        (&item(&after, "a").refusal, &item(&after, "b").refusal),
        (&Some(given.clone()), &Some(given))
    );
}

#[test]
fn a_reason_for_what_is_not_refused_is_itself_refused() {
    let why = refused(&board("Do: a"), reason("a", Some(refusal("not now: v2", None))));
    assert_eq!(why, Rejection::NotRefused("a".to_owned()));
}

#[test]
fn somebody_who_has_left_the_roster_refuses_in_nobodys_name() {
    let refused = after_by(&board("Do: a"), "Gone", into("a", "Eliminate"));
    assert_eq!(item(&refused, "a").refusal, Some(refusal("", None)));
}
