//! What a change is called, as in "Undo: move 3 items to Schedule and protect".

use unblock_core::board::{
    About, ItemField, Kind, Lag, LinkKind, Priority, Progress, Quadrant, QuadrantLabel,
};
use unblock_core::edit::{Action, Import, Place, Role, Side};

use crate::common::{
    TODAY, board, changed, column, command, date, id, ids, link, new, person, person_id, with_links,
    with_people,
};

#[track_caller]
fn is_called(action: Action, name: &str) {
    let before = with_links(board("Do: a, b, c | Schedule: d"), "a → b");
    let before = with_people(before, "Ana");
    assert_eq!(changed(&before, &command(action)).1.name, name);
}

fn edit(titles: &str, field: ItemField) -> Action {
    Action::Edit { items: ids(titles), field }
}

fn about(change: impl FnOnce(&mut About)) -> Action {
    let mut about = board("Inbox:").about;
    change(&mut about);
    Action::Describe(Box::new(about))
}

#[test]
fn adding_names_one_item_and_counts_several() {
    let add = |items| Action::Add { items, to: None, place: Place::Top };
    is_called(add(vec![new("x")]), "add 'x'");
    is_called(add(vec![new("x"), new("y")]), "add 2 items");
}

#[test]
fn moving_names_the_place() {
    let relocate = |titles, to| Action::Move { items: ids(titles), to: column(to), place: Place::Top };
    is_called(relocate("a b c", "Schedule"), "move 3 items to Schedule and protect");
    is_called(relocate("d", "Inbox"), "move 'd' to the Inbox");
}

#[test]
fn a_renamed_quadrant_is_called_by_its_name() {
    let mut before = board("Do: a");
    let label = QuadrantLabel { name: Some("Guard".parse().unwrap()), action: None };
    before.about.quadrants = before.about.quadrants.with(Quadrant::Schedule, label);
    let action = Action::Move { items: ids("a"), to: column("Schedule"), place: Place::Top };
    assert_eq!(changed(&before, &command(action)).1.name, "move 'a' to Guard");
}

#[test]
fn judging_names_the_quadrant_where_there_is_one() {
    let (important, urgent) = Quadrant::Delegate.answers();
    let judge = |urgent| Action::Judge { items: ids("a b"), important: Some(important), urgent };
    is_called(judge(Some(urgent)), "judge 2 items: Delegate or batch");
    is_called(judge(None), "judge 2 items");
}

#[test]
fn editing_names_the_field() {
    is_called(edit("a", ItemField::Title("z".parse().unwrap())), "rename 'a' to 'z'");
    is_called(edit("a b", ItemField::Priority(Priority::P0)), "make 2 items P0");
    let done = Progress::Done { started: None, on: date(TODAY) };
    is_called(edit("a", ItemField::Progress(done)), "finish 'a'");
    is_called(edit("a", ItemField::Deadline(Some(date(TODAY)))), "change the deadline of 'a'");
}

#[test]
fn owning_names_the_person() {
    let assign = |role, who| Action::Assign { items: ids("a"), role, person: who };
    is_called(assign(Role::Owner, Some(person("Ana"))), "Ana owns 'a'");
    is_called(assign(Role::Responsible, Some(person("Bo"))), "Bo is responsible for 'a'");
    is_called(assign(Role::Accountable, None), "nobody is accountable for 'a'");
}

#[test]
fn the_rest_says_what_it_does() {
    is_called(Action::Trash { items: ids("a b") }, "put 2 items into the trash");
    is_called(Action::Restore { items: ids("a") }, "restore 'a'");
    is_called(Action::Merge { into: id("a"), from: id("b") }, "merge 'b' into 'a'");
    is_called(Action::Split { item: id("a"), part: new("x") }, "split 'x' off 'a'");
    is_called(Action::Link(link("b → c")), "link 'b' → 'c'");
    is_called(Action::Unlink(link("a → b").key), "unlink 'a' → 'b'");
    let relink =
        Action::Relink { key: link("a → b").key, kind: LinkKind::StartToStart, lag: Lag::default() };
    is_called(relink, "change the link 'a' → 'b'");
    let add = |beside| Action::Introduce { new: new("x"), kind: Kind::Api, who: None, beside };
    is_called(add(Some((id("a"), Side::Before))), "add 'x' before 'a'");
    is_called(add(Some((id("a"), Side::After))), "add 'x' after 'a'");
    is_called(add(None), "add 'x'");
    is_called(Action::NamePerson(person("Bo")), "name Bo");
    is_called(Action::RemovePerson(person_id("Ana")), "remove Ana from the board");
    is_called(about(|about| about.name = "Q3".parse().unwrap()), "rename the board to 'Q3'");
    is_called(about(|about| about.goal = "Done when".to_owned()), "change the goal");
    is_called(about(|about| about.target = Some(date(TODAY))), "change the target date");
    is_called(
        about(|about| about.planning.near_critical = unblock_core::board::Days::try_from(9).unwrap()),
        "change the board's settings",
    );
    let import = Import { from: "plan.csv".to_owned(), ..Import::default() };
    is_called(Action::Import(Box::new(import)), "import plan.csv");
}
