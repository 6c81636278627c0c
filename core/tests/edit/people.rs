//! Owners and the roster.

use unblock_core::board::{Board, ItemField, Kind, Name, Person, Refusal};
use unblock_core::edit::{Action, Document, Rejection, Role};

use crate::common::{
    after, board, changes_nothing, command, ids, item, person, person_id, refused, stamp, with_fields,
    with_people,
};

fn assign(titles: &str, role: Role, who: Option<Person>) -> Action {
    Action::Assign { items: ids(titles), role, person: who }
}

fn owners(board: &Board, title: &str) -> (Option<String>, Option<String>) {
    let name = |id| board.person(id).unwrap().name.to_string();
    (item(board, title).responsible.map(name), item(board, title).accountable.map(name))
}

fn named(responsible: Option<&str>, accountable: Option<&str>) -> (Option<String>, Option<String>) {
    (responsible.map(str::to_owned), accountable.map(str::to_owned))
}

/// The same name, as another person types it, with an id of its own.
fn typed(name: &str, id: &str) -> Person {
    Person { id: person_id(id), name: name.parse().unwrap() }
}

#[test]
fn one_owner_of_our_work_does_it_and_answers_for_it() {
    let owned = after(&board("Do: a"), assign("a", Role::Owner, Some(person("Ana"))));
    assert_eq!(owners(&owned, "a"), named(Some("Ana"), Some("Ana")));
}

#[test]
fn the_owner_of_an_external_item_is_the_one_who_chases_it() {
    let external = with_fields(board("Do: a"), "a", [ItemField::Kind(Kind::Api)]);
    let owned = after(&external, assign("a", Role::Owner, Some(person("Ana"))));
    assert_eq!(owners(&owned, "a"), named(None, Some("Ana")));
    assert!(!item(&owned, "a").is_unowned(), "the giver is theirs");
}

#[test]
fn the_two_are_split_on_demand() {
    let owned = after(&board("Do: a"), assign("a", Role::Owner, Some(person("Ana"))));
    let split = after(&owned, assign("a", Role::Responsible, Some(person("Bo"))));
    assert_eq!(owners(&split, "a"), named(Some("Bo"), Some("Ana")));
    let none = after(&split, assign("a", Role::Accountable, None));
    assert_eq!(owners(&none, "a"), named(Some("Bo"), None));
}

#[test]
fn a_person_joins_the_roster_once_for_several_items() {
    let owned = after(&board("Do: a, b"), assign("a b", Role::Owner, Some(person("Ana"))));
    assert_eq!(owned.people.len(), 1);
    assert_eq!(owners(&owned, "a"), owners(&owned, "b"));
}

#[test]
fn the_same_name_in_any_case_is_the_same_person() {
    let before = with_people(board("Do: a"), "Ana");
    let owned = after(&before, assign("a", Role::Owner, Some(typed("aNA", "other"))));
    assert_eq!(owned.people, before.people);
    assert_eq!(owners(&owned, "a"), named(Some("Ana"), Some("Ana")));
}

#[test]
fn owning_an_item_renames_nobody() {
    let before = with_people(board("Do: a"), "Ana");
    let owned = after(&before, assign("a", Role::Owner, Some(typed("Anna", "Ana"))));
    assert_eq!(owners(&owned, "a"), named(Some("Ana"), Some("Ana")));
}

#[test]
fn a_second_time_changes_nothing() {
    let owned = after(&board("Do: a"), assign("a", Role::Owner, Some(person("Ana"))));
    changes_nothing(&owned, assign("a", Role::Owner, Some(person("Ana"))));
}

#[test]
fn nobody_joins_for_an_item_that_is_gone() {
    let why = refused(&board("Do: a"), assign("gone", Role::Owner, Some(person("Ana"))));
    assert_eq!(why, Rejection::UnknownItem);
}

#[test]
fn a_person_joins_and_is_renamed() {
    let joined = after(&board("Do: a"), Action::NamePerson(person("Ana")));
    let renamed = after(&joined, Action::NamePerson(typed("Anna", "Ana")));
    let names: Vec<&Name> = renamed.roster().into_iter().map(|person| &person.name).collect();
    assert_eq!(names, [&"Anna".parse::<Name>().unwrap()]);
    changes_nothing(&renamed, Action::NamePerson(typed("Anna", "Ana")));
}

#[test]
fn a_name_may_change_its_case_only() {
    let before = with_people(board("Do: a"), "ana");
    let renamed = after(&before, Action::NamePerson(typed("Ana", "ana")));
    assert_eq!(renamed.roster()[0].name.as_str(), "Ana");
}

#[test]
fn a_taken_name_is_refused_in_any_case() {
    let before = with_people(board("Do: a"), "Ana Bo");
    let why = Rejection::NameTaken("ANA".to_owned());
    assert_eq!(refused(&before, Action::NamePerson(typed("ANA", "Bo"))), why);
    assert_eq!(refused(&before, Action::NamePerson(typed("ANA", "new"))), why);
}

fn everywhere() -> Board {
    let ana = person_id("Ana");
    let said = Refusal { reason: "not now: v2".to_owned(), by: Some(ana), on: None };
    let before = with_people(board("Do: a | Eliminate: b"), "Ana Bo");
    let before = with_fields(before, "b", [ItemField::Refusal(Some(said))]);
    with_fields(
        before,
        "a",
        [
            ItemField::Responsible(Some(ana)),
            ItemField::Accountable(Some(ana)),
            ItemField::Consulted([ana, person_id("Bo")].into()),
            ItemField::Informed([ana].into()),
        ],
    )
}

#[test]
fn somebody_who_leaves_the_roster_leaves_all_items() {
    let left = after(&everywhere(), Action::RemovePerson(person_id("Ana")));
    assert!(left.items.values().all(|item| item.people().all(|id| id != person_id("Ana"))));
    assert_eq!(item(&left, "a").consulted, [person_id("Bo")].into());
    assert_eq!(item(&left, "b").refusal.as_ref().map(|held| held.reason.as_str()), Some("not now: v2"));
}

#[test]
fn undo_brings_somebody_who_left_back_to_every_item() {
    let mut document = Document::new(everywhere());
    document.dispatch(&command(Action::RemovePerson(person_id("Ana")))).unwrap();
    assert!(document.undo(stamp()).is_some());
    assert_eq!(*document.board, everywhere());
}

#[test]
fn somebody_who_is_not_there_cannot_leave() {
    let why = refused(&board("Do: a"), Action::RemovePerson(person_id("Ana")));
    assert_eq!(why, Rejection::UnknownPerson);
}
