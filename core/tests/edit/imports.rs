//! A file joins the board as one step; and what the board says of itself.

use unblock_core::board::{Answer, Board, Days, Item, ItemField, Priority, Refusal, Sizes};
use unblock_core::edit::{Action, Document, Import, Rejection, Update};

use crate::common::{
    after, board, changes_nothing, command, date, id, item, link, links, person, person_id, refused, shown,
    stamp, with_fields, with_links, with_people,
};

fn incoming(title: &str) -> Item {
    let mut item = Item::new(id(title));
    item.title = title.parse().unwrap();
    item
}

fn import(import: Import) -> Action {
    Action::Import(Box::new(Import { from: "plan.csv".to_owned(), ..import }))
}

/// Two items with an owner and a link, and a new priority for one that is there.
fn everything() -> Import {
    let mut owned = incoming("x");
    owned.responsible = Some(person_id("Ana"));
    Import {
        people: vec![person("Ana")],
        items: vec![owned, incoming("y")],
        updates: vec![Update { item: id("a"), fields: vec![ItemField::Priority(Priority::P1)] }],
        links: vec![link("a → x"), link("x → y SS+1")],
        ..Import::default()
    }
}

#[test]
fn people_items_updates_and_links_come_in_together() {
    let joined = after(&board("Do: a"), import(everything()));
    assert_eq!(shown(&joined), "Do: a | Inbox: x, y");
    assert_eq!(links(&joined), "a → x, x → y SS+1");
    assert_eq!(item(&joined, "a").priority, Priority::P1);
    assert_eq!(item(&joined, "x").responsible, Some(person_id("Ana")));
}

#[test]
fn one_undo_takes_all_of_it_back() {
    let mut document = Document::new(board("Do: a"));
    document.dispatch(&command(import(everything()))).unwrap();
    assert_eq!(document.history.depth(), 1);
    document.undo(stamp());
    assert_eq!(*document.board, board("Do: a"));
}

#[test]
fn items_come_in_after_all_others_in_the_order_of_the_file() {
    let items = ["x", "y", "z"].map(incoming).to_vec();
    let joined = after(&board("Inbox: a, b"), import(Import { items, ..Import::default() }));
    assert_eq!(shown(&joined), "Inbox: a, b, x, y, z");
}

#[test]
fn the_same_again_changes_nothing() {
    let joined = after(&board("Do: a"), import(everything()));
    changes_nothing(&joined, import(Import { items: Vec::new(), ..everything() }));
}

#[test]
fn nothing_comes_in_where_something_does_not_fit() {
    let before = with_links(with_people(board("Do: a, b"), "Bo"), "a → b");
    let stranger = Update { item: id("a"), fields: vec![ItemField::Responsible(Some(person_id("Gone")))] };
    let missing = Update { item: id("gone"), fields: vec![ItemField::Priority(Priority::P1)] };
    let mut named = person("BO");
    named.id = person_id("other");
    for (refusing, why) in [
        (Import { items: vec![incoming("a")], ..Import::default() }, Rejection::AlreadyThere("a".to_owned())),
        (Import { updates: vec![stranger], ..Import::default() }, Rejection::UnknownPerson),
        (Import { updates: vec![missing], ..Import::default() }, Rejection::UnknownItem),
        (Import { people: vec![named], ..Import::default() }, Rejection::NameTaken("BO".to_owned())),
        (
            Import { links: vec![link("b → a")], ..Import::default() },
            Rejection::Cycle("b → a → b".to_owned()),
        ),
    ] {
        assert_eq!(refused(&before, import(refusing)), why);
    }
}

#[test]
fn an_item_that_names_a_stranger_does_not_come_in() {
    let mut owned = incoming("x");
    owned.consulted = [person_id("Gone")].into();
    let refusing = import(Import { items: vec![owned], ..Import::default() });
    assert_eq!(refused(&board("Do: a"), refusing), Rejection::UnknownPerson);
}

#[test]
fn an_update_that_leads_out_of_eliminate_takes_the_reason_along() {
    let said = Refusal { reason: "not now: v2".to_owned(), by: None, on: None };
    let before = with_fields(board("Eliminate: a"), "a", [ItemField::Refusal(Some(said))]);
    let update = Update { item: id("a"), fields: vec![ItemField::Important(Some(Answer::Yes))] };
    let joined = after(&before, import(Import { updates: vec![update], ..Import::default() }));
    assert_eq!((shown(&joined), &item(&joined, "a").refusal), ("Schedule: a".to_owned(), &None));
}

#[test]
fn a_board_holds_twenty_thousand_items_of_a_file_too() {
    let items = (0..20_000).map(|n| incoming(&n.to_string())).collect();
    let refusing = import(Import { items, ..Import::default() });
    assert_eq!(refused(&board("Do: a"), refusing), Rejection::TooManyItems(20_001));
}

fn described(before: &Board) -> Action {
    let mut about = before.about.clone();
    about.name = "Launch".parse().unwrap();
    about.goal = "Done when three teams are live".into();
    about.target = Some(date("2026-06-30"));
    about.sizes = Sizes { l: "8".parse().unwrap(), ..Sizes::default() };
    Action::Describe(Box::new(about))
}

#[test]
fn a_board_gets_another_name_goal_target_and_sizes() {
    let before = board("Do: a");
    let launch = after(&before, described(&before));
    assert_eq!((launch.about.name.as_str(), launch.about.target), ("Launch", Some(date("2026-06-30"))));
    assert_eq!(launch.about.sizes.of("L").map(Days::get), Some(8));
    changes_nothing(&launch, described(&before));
}
