//! Editing the fields of items.

use std::collections::BTreeMap;

use unblock_core::board::{
    Awaited, Days, EarlierPromise, ItemField, Kind, OrderKey, PersonId, Priority, Progress, Reason, Reasons,
    Refusal, Source,
};
use unblock_core::edit::{Action, Rejection, Update};

use crate::common::{
    TODAY, after, board, changes_nothing, date, id, ids, item, person_id, refused, with_fields, with_people,
};

fn edit(titles: &str, field: ItemField) -> Action {
    Action::Edit { items: ids(titles), field }
}

fn promise(day: Option<&str>) -> Action {
    edit("a", ItemField::Promised(day.map(date)))
}

fn done(started: Option<&str>, on: &str) -> Action {
    edit("a", ItemField::Progress(Progress::Done { started: started.map(date), on: date(on) }))
}

fn started(on: &str) -> Action {
    edit("a", ItemField::Progress(Progress::Started { on: date(on), remaining: None }))
}

#[test]
fn one_field_is_edited_on_several_items() {
    let changed = after(&board("Do: a, b | Inbox: c"), edit("a c", ItemField::Priority(Priority::P1)));
    let priority = |title| item(&changed, title).priority;
    assert_eq!(
        (priority("a"), priority("b"), priority("c")),
        (Priority::P1, Priority::Backlog, Priority::P1)
    );
}

#[test]
fn every_plain_field_holds_what_it_is_given() {
    let before = with_people(board("Do: a"), "Ana");
    let waits = Awaited { who: "Payments".parse().unwrap(), by: date("2026-04-01") };
    for field in [
        ItemField::Title("Renamed".parse().unwrap()),
        ItemField::Kind(Kind::Vendor),
        ItemField::Duration(Some(Days::try_from(5).unwrap())),
        ItemField::NotBefore(Some(date("2026-03-20"))),
        ItemField::Deadline(Some(date("2026-04-20"))),
        ItemField::AwaitedBy(vec![waits]),
        ItemField::Requested(Some(date("2026-03-01"))),
        ItemField::Reach(Some("1200".parse().unwrap())),
        ItemField::Confidence(Some("80".parse().unwrap())),
        ItemField::Reasons(Reasons::default().toggled(Reason::Compounds)),
        ItemField::Tags(["api".parse().unwrap()].into()),
        ItemField::Notes("two\nlines".to_owned()),
        ItemField::Responsible(Some(person_id("Ana"))),
        ItemField::Informed([person_id("Ana")].into()),
    ] {
        let changed = after(&before, edit("a", field.clone()));
        assert_eq!(item(&changed, "a").field(field.name()), field);
        changes_nothing(&changed, edit("a", field));
    }
}

#[test]
fn nobody_was_asked_on_a_day_to_come() {
    let asked = |on| edit("a", ItemField::Requested(Some(date(on))));
    assert_eq!(refused(&board("Do: a"), asked("2026-03-13")), Rejection::FactInFuture(date("2026-03-13")));
    after(&board("Do: a"), asked("2026-03-12"));
}

#[test]
fn a_block_fills_fields_of_several_items_in_one_step() {
    let fill = |titles: [&str; 2], field: ItemField| Action::Fill {
        updates: titles.map(|title| Update { item: id(title), fields: vec![field.clone()] }).to_vec(),
    };
    let before = board("Do: a, b");
    let changed = after(&before, fill(["a", "b"], ItemField::Reach(Some("20".parse().unwrap()))));
    assert_eq!((item(&changed, "a").reach, item(&changed, "b").reach), (Some(20.into()), Some(20.into())));
    assert_eq!(refused(&before, fill(["a", "gone"], ItemField::Reach(None))), Rejection::UnknownItem);
    assert_eq!(refused(&before, fill(["a", "b"], ItemField::Trashed(None))), Rejection::NotByHand);
}

#[test]
fn nothing_is_changed_where_one_of_several_items_is_missing() {
    let why = refused(&board("Do: a"), edit("a gone", ItemField::Notes("n".to_owned())));
    assert_eq!(why, Rejection::UnknownItem);
}

#[test]
fn the_order_the_source_and_the_trash_are_not_edited_by_hand() {
    let source = Source {
        origin: "trello:1".to_owned(),
        key: "k".to_owned(),
        seen: Vec::new(),
        names: BTreeMap::new(),
    };
    for field in [
        ItemField::Order(OrderKey::between(None, None)),
        ItemField::Source(Some(source)),
        ItemField::Trashed(Some(date(TODAY))),
    ] {
        assert_eq!(refused(&board("Do: a"), edit("a", field)), Rejection::NotByHand);
    }
}

#[test]
fn a_field_names_only_people_of_the_roster() {
    let stranger: PersonId = person_id("Gone");
    let said = Refusal { reason: "no".to_owned(), by: Some(stranger), on: None };
    for field in [
        ItemField::Responsible(Some(stranger)),
        ItemField::Accountable(Some(stranger)),
        ItemField::Consulted([stranger].into()),
        ItemField::Informed([stranger].into()),
        ItemField::Refusal(Some(said)),
    ] {
        assert_eq!(refused(&board("Eliminate: a"), edit("a", field)), Rejection::UnknownPerson);
    }
}

#[test]
fn the_first_promise_is_the_agreed_one() {
    let promised = after(&board("Do: a"), promise(Some("2026-03-20")));
    assert_eq!(item(&promised, "a").agreed, Some(date("2026-03-20")));
}

#[test]
fn a_later_promise_leaves_what_was_agreed() {
    let first = after(&board("Do: a"), promise(Some("2026-03-20")));
    let later = after(&first, promise(Some("2026-03-24")));
    assert_eq!(item(&later, "a").promised, Some(date("2026-03-24")));
    assert_eq!(item(&later, "a").agreed, Some(date("2026-03-20")));
}

#[test]
fn a_later_promise_is_agreed_by_an_act_of_its_own() {
    let first = after(&board("Do: a"), promise(Some("2026-03-20")));
    let later = after(&first, promise(Some("2026-03-24")));
    let agreed = after(&later, edit("a", ItemField::Agreed(Some(date("2026-03-24")))));
    assert_eq!(item(&agreed, "a").agreed, Some(date("2026-03-24")));
}

#[test]
fn a_later_promise_remembers_what_was_promised_before() {
    let first = after(&board("Do: a"), promise(Some("2026-03-20")));
    let same = after(&first, promise(Some("2026-03-20")));
    assert_eq!(item(&same, "a").earlier_promises, []);
    let later = after(&same, promise(Some("2026-03-24")));
    let earlier = EarlierPromise { promised: date("2026-03-20"), until: date(TODAY) };
    assert_eq!(item(&later, "a").earlier_promises, [earlier]);
}

#[test]
fn a_promise_taken_back_leaves_nothing_agreed() {
    let first = after(&board("Do: a"), promise(Some("2026-03-20")));
    let none = after(&first, promise(None));
    assert_eq!((item(&none, "a").promised, item(&none, "a").agreed), (None, None));
}

#[test]
fn a_fact_is_not_in_the_future() {
    let tomorrow = "2026-03-13";
    let why = Rejection::FactInFuture(date(tomorrow));
    assert_eq!(refused(&board("Do: a"), started(tomorrow)), why);
    assert_eq!(refused(&board("Do: a"), done(None, tomorrow)), why);
    assert_eq!(refused(&board("Do: a"), done(Some(tomorrow), TODAY)), why);
}

#[test]
fn what_happens_today_is_a_fact() {
    let before = board("Do: a");
    assert!(item(&after(&before, done(Some(TODAY), TODAY)), "a").progress.is_done());
    assert_eq!(
        item(&after(&before, started(TODAY)), "a").progress,
        Progress::Started { on: date(TODAY), remaining: None }
    );
}

#[test]
fn nothing_is_finished_before_it_started() {
    let (started, finished) = (date("2026-03-10"), date("2026-03-09"));
    let why = refused(&board("Do: a"), done(Some("2026-03-10"), "2026-03-09"));
    assert_eq!(why, Rejection::FinishedBeforeStart { started, finished });
}

#[test]
fn an_item_in_the_trash_is_not_edited() {
    let thrown = with_fields(board("Do: a"), "a", [ItemField::Trashed(Some(date(TODAY)))]);
    assert!(thrown.live().is_empty() && thrown.item(id("a")).is_some());
    assert_eq!(refused(&thrown, promise(Some("2026-03-20"))), Rejection::InTrash("a".to_owned()));
}

#[test]
fn finishing_several_items_keeps_what_is_known_of_each() {
    let plan = with_fields(
        board("Do: a, b, c"),
        "a",
        [ItemField::Progress(Progress::Started { on: date("2026-03-02"), remaining: None })],
    );
    let today = date(TODAY);
    let finished = after(&plan, Action::Finish { items: ids("a b"), done: true });
    let progress = |title| item(&finished, title).progress;
    assert_eq!(progress("a"), Progress::Done { started: Some(date("2026-03-02")), on: today });
    assert_eq!(progress("b"), Progress::Done { started: None, on: today });
    assert_eq!(progress("c"), Progress::NotStarted);
    let reopened = after(&finished, Action::Finish { items: ids("a b"), done: false });
    assert_eq!(item(&reopened, "a").progress, Progress::Started { on: date("2026-03-02"), remaining: None });
    assert_eq!(item(&reopened, "b").progress, Progress::NotStarted);
}

#[test]
fn another_day_of_finishing_leaves_the_start_as_it_is() {
    let plan = with_fields(
        board("Do: a"),
        "a",
        [ItemField::Progress(Progress::Done { started: Some(date("2026-03-02")), on: date("2026-03-05") })],
    );
    let changed = after(&plan, done(None, "2026-03-06"));
    let kept = Progress::Done { started: Some(date("2026-03-02")), on: date("2026-03-06") };
    assert_eq!(item(&changed, "a").progress, kept);
}
