//! Two items become one.

use unblock_core::board::{Answer, Awaited, Board, Days, Door, ItemField, Name, Priority};
use unblock_core::edit::{Action, Rejection};

use crate::common::{
    after, board, date, id, item, links, person_id, refused, shown, with_fields, with_links, with_people,
};

fn merge(into: &str, from: &str) -> Action {
    Action::Merge { into: id(into), from: id(from) }
}

fn days(n: u32) -> ItemField {
    ItemField::Duration(Some(Days::try_from(n).unwrap()))
}

fn awaited(who: &str, by: &str) -> Awaited {
    Awaited { who: who.parse().unwrap(), by: date(by) }
}

/// The item called `a` after `b` was merged into it.
fn merged(board: &Board) -> unblock_core::board::Item {
    item(&after(board, merge("a", "b")), "a").clone()
}

#[test]
fn one_stays_and_the_other_goes_into_the_trash() {
    let one = after(&board("Do: a | Inbox: b"), merge("a", "b"));
    assert_eq!(shown(&one), "Do: a");
    assert_eq!(one.trash()[0].id, id("b"));
}

#[test]
fn texts_are_joined_with_the_title_of_the_one_that_goes() {
    let before = with_fields(board("Do: a, b"), "a", [ItemField::Notes("mine".to_owned())]);
    let before = with_fields(before, "b", [ItemField::Notes("theirs".to_owned())]);
    assert_eq!(merged(&before).notes, "mine\n\nb\n\ntheirs");
}

#[test]
fn tags_and_those_who_wait_are_joined() {
    let tag = |name: &str| name.parse::<Name>().unwrap();
    let (first, second) = (awaited("Payments", "2026-04-01"), awaited("Search", "2026-03-20"));
    let before = with_fields(
        board("Do: a, b"),
        "a",
        [ItemField::Tags([tag("api")].into()), ItemField::AwaitedBy(vec![first.clone()])],
    );
    let before = with_fields(
        before,
        "b",
        [
            ItemField::Tags([tag("api"), tag("q2")].into()),
            ItemField::AwaitedBy(vec![second.clone(), first.clone()]),
        ],
    );
    let one = merged(&before);
    assert_eq!(one.tags, [tag("api"), tag("q2")].into());
    assert_eq!(one.awaited_by, [first, second]);
}

#[test]
fn the_higher_priority_and_the_earlier_deadline_stay() {
    let before = with_fields(
        board("Do: a, b"),
        "a",
        [ItemField::Priority(Priority::P2), ItemField::Deadline(Some(date("2026-05-01")))],
    );
    let before = with_fields(
        before,
        "b",
        [ItemField::Priority(Priority::P0), ItemField::Deadline(Some(date("2026-04-01")))],
    );
    let one = merged(&before);
    assert_eq!((one.priority, one.deadline), (Priority::P0, Some(date("2026-04-01"))));
}

#[test]
fn what_only_the_one_that_goes_knows_is_taken_over() {
    let ana = person_id("Ana");
    let before = with_people(board("Do: a, b"), "Ana");
    for field in [
        days(5),
        ItemField::Responsible(Some(ana)),
        ItemField::Accountable(Some(ana)),
        ItemField::Consulted([ana].into()),
        ItemField::Informed([ana].into()),
        ItemField::NotBefore(Some(date("2026-03-20"))),
        ItemField::Requested(Some(date("2026-03-01"))),
        ItemField::Promised(Some(date("2026-03-30"))),
        ItemField::Agreed(Some(date("2026-03-30"))),
        ItemField::Reach(Some(1200.into())),
        ItemField::Impact(Some(2.into())),
        ItemField::Confidence(Some(80.into())),
        ItemField::Effort(Some(1.into())),
        ItemField::Ease(Some(7.into())),
        ItemField::Door(Some(Door::OneWay)),
    ] {
        let name = field.name();
        let one = merged(&with_fields(before.clone(), "b", [field.clone()]));
        assert_eq!(one.field(name), field);
    }
}

#[test]
fn what_the_one_that_stays_knows_is_kept() {
    let before = with_fields(board("Do: a | Inbox: b"), "a", [days(2), ItemField::Impact(Some(3.into()))]);
    let before = with_fields(before, "b", [days(5), ItemField::Impact(Some(1.into()))]);
    let one = merged(&before);
    assert_eq!((one.duration.map(Days::get), one.impact), (Some(2), Some(3.into())));
    assert_eq!((one.important, one.urgent), (Some(Answer::Yes), Some(Answer::Yes)));
}

#[test]
fn a_promise_and_what_was_agreed_come_from_the_same_item() {
    let promise = |day: &str| ItemField::Promised(Some(date(day)));
    let agreed = ItemField::Agreed(Some(date("2026-03-10")));
    let before = with_fields(board("Do: a, b"), "b", [promise("2026-03-20"), agreed]);
    let one = merged(&with_fields(before, "a", [promise("2026-03-30")]));
    assert_eq!((one.promised, one.agreed), (Some(date("2026-03-30")), None));
}

#[test]
fn links_are_tied_to_the_one_that_stays() {
    let before = with_links(board("Do: a, b, c, d"), "c → b SS+2, b → d");
    assert_eq!(links(&after(&before, merge("a", "b"))), "a → d, c → a SS+2");
}

#[test]
fn a_link_between_the_two_is_dropped() {
    let before = with_links(board("Do: a, b"), "a → b");
    assert_eq!(links(&after(&before, merge("a", "b"))), "");
    assert_eq!(links(&after(&before, merge("b", "a"))), "");
}

#[test]
fn a_link_that_would_close_a_circle_is_dropped() {
    let before = with_links(board("Do: a, b, c"), "a → c, c → b");
    assert_eq!(links(&after(&before, merge("a", "b"))), "a → c");
}

#[test]
fn a_link_that_both_had_keeps_the_lag_of_the_one_that_stays() {
    let before = with_links(board("Do: a, b, c"), "a → c FS+1, b → c FS+4");
    assert_eq!(links(&after(&before, merge("a", "b"))), "a → c FS+1");
}

#[test]
fn an_item_is_not_merged_with_itself_nor_with_one_that_is_gone() {
    let before = board("Do: a, b");
    assert_eq!(refused(&before, merge("a", "a")), Rejection::MergedWithItself);
    assert_eq!(refused(&before, merge("a", "gone")), Rejection::UnknownItem);
    let thrown = after(&before, Action::Trash { items: vec![id("b")] });
    assert_eq!(refused(&thrown, merge("a", "b")), Rejection::InTrash("b".to_owned()));
}
