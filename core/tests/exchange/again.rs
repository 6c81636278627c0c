//! Importing again: what is new, changed there, changed here, changed on both sides, gone, or in the trash. Nothing
//! doubles and nothing is overwritten unasked.

use unblock_core::board::{Board, FieldName, ItemField, Person, Priority, Quadrant};
use unblock_core::edit::{Action, Role};
use unblock_core::exchange::{NoteKind, Plan, Prefer};

use crate::reading::{
    after, changes, edited, fixture, imported, item, plan, preview, preview_as, responsible, said, taken,
};

/// A Jira search with these rows of key, summary, priority, assignee, description and blocked-by.
fn jira(rows: &[[&str; 6]]) -> Plan {
    let head = "Issue key,Summary,Priority,Assignee,Description,Inward issue link (Blocks)\n";
    let lines = rows.iter().map(|row| row.join(",") + "\n");
    plan("search.csv", &(head.to_owned() + &lines.collect::<String>()))
}

const A: [&str; 6] = ["X-1", "Contract", "High", "kim@mail.example", "First draft", ""];
const B: [&str; 6] = ["X-2", "Refunds", "Low", "sam@mail.example", "", "X-1"];

fn first() -> Board {
    imported(&jira(&[A, B]))
}

#[test]
fn the_same_file_again_changes_nothing() {
    for (name, file) in [
        ("board.json", "trello_board.json"),
        ("search.csv", "jira_search.csv"),
        ("issues.json", "github_issues.json"),
        ("plan.csv", "plan.csv"),
    ] {
        let plan = plan(name, &fixture(file));
        let board = imported(&plan);
        let preview = preview(&plan, &board);
        assert_eq!(
            preview.unchanged,
            plan.items.len(),
            "{name}: {:?} {:?}",
            preview.changed_there,
            preview.changed_here
        );
        assert_eq!(
            (preview.new, preview.links, preview.people.len(), preview.gone.len()),
            (0, 0, 0, 0),
            "{name}"
        );
        assert!(preview.import.items.is_empty() && preview.import.updates.is_empty(), "{name}");
    }
}

#[test]
fn what_changed_there_is_taken_and_what_changed_here_is_kept() {
    let board = edited(&first(), "Refunds", ItemField::Priority(Priority::P0));
    let mut there = A;
    (there[1], there[4]) = ("Contract v2", "Second draft");
    let preview = preview(&jira(&[there, B, ["X-3", "Search", "", "", "", "X-2"]]), &board);
    assert_eq!(preview.new, 1);
    assert_eq!(changes(&preview.changed_there), [("Contract", &[FieldName::Title, FieldName::Notes][..])]);
    assert_eq!(changes(&preview.changed_here), [("Refunds", &[FieldName::Priority][..])]);
    assert!(preview.conflicts.is_empty());
    assert_eq!(preview.links, 1);
    let board = taken(&preview, &board);
    assert_eq!(board.items.len(), 3);
    assert!(item(&board, "Contract v2").notes.starts_with("Second draft"));
    assert_eq!(item(&board, "Refunds").priority, Priority::P0);
}

#[test]
fn where_both_changed_the_board_wins_unless_theirs_is_preferred() {
    let board = edited(&first(), "Contract", ItemField::Priority(Priority::P3));
    let mut there = A;
    there[2] = "Highest";
    let plan = jira(&[there, B]);
    let ours = preview(&plan, &board);
    assert_eq!(changes(&ours.conflicts), [("Contract", &[FieldName::Priority][..])]);
    let kept = taken(&ours, &board);
    assert_eq!(item(&kept, "Contract").priority, Priority::P3);
    let again = preview(&plan, &kept);
    assert!(again.conflicts.is_empty(), "the decision was taken");
    assert_eq!(changes(&again.changed_here), [("Contract", &[FieldName::Priority][..])]);
    let theirs = taken(&preview_as(&plan, &board, Prefer::Theirs), &board);
    assert_eq!(item(&theirs, "Contract").priority, Priority::P0);
}

#[test]
fn core_and_refused_exclude_each_other_and_the_boards_word_stays() {
    let csv = |rows: &str| plan("plan.csv", rows);
    let board = imported(&csv("id,title,important,urgent\n1,Pay by card,yes,yes\n2,Pet project,no,no\n"));
    let board = edited(&board, "Pay", ItemField::Core(true));
    let refusing = preview(&csv("id,title,important,urgent,notes\n1,Pay by card,no,no,More\n"), &board);
    assert_eq!(
        said(&refusing.notes, NoteKind::LeftOut),
        ["'Pay by card' is core on this board and stays where it is: what is core is never refused"]
    );
    let kept = taken(&refusing, &board);
    let pay = item(&kept, "Pay");
    assert_eq!((pay.core, pay.quadrant(), pay.notes.as_str()), (true, Some(Quadrant::Do), "More"));
    let praising = preview(&csv("id,title,core\n2,Pet project,yes\n"), &board);
    assert_eq!(
        said(&praising.notes, NoteKind::LeftOut),
        ["'Pet project' is refused on this board and does not become core: what is core is never refused"]
    );
    let kept = taken(&praising, &board);
    assert!(!item(&kept, "Pet").core && item(&kept, "Pet").refusal.is_some());
}

#[test]
fn the_same_change_on_both_sides_is_no_conflict() {
    let board = edited(&first(), "Contract", ItemField::Priority(Priority::P0));
    let mut there = A;
    there[2] = "Highest";
    let preview = preview(&jira(&[there, B]), &board);
    assert_eq!((preview.conflicts.len(), preview.changed_there.len(), preview.changed_here.len()), (0, 0, 0));
}

#[test]
fn a_value_emptied_there_is_emptied_here() {
    let mut there = A;
    there[3] = "";
    let board = first();
    let preview = preview(&jira(&[there, B]), &board);
    assert_eq!(changes(&preview.changed_there), [("Contract", &[FieldName::Responsible][..])]);
    assert!(item(&taken(&preview, &board), "Contract").responsible.is_none());
}

#[test]
fn what_is_gone_there_is_listed_and_stays() {
    let board = first();
    let there = preview(&jira(&[A]), &board);
    assert_eq!(there.gone, [item(&board, "Refunds").id]);
    assert_eq!(taken(&there, &board).items.len(), 2);
    let mut other = A;
    other[0] = "Y-1";
    assert!(preview(&jira(&[other]), &board).gone.is_empty(), "another project says nothing of this one");
}

#[test]
fn what_is_in_the_trash_stays_there_and_is_said() {
    let board = first();
    let board = after(&board, Action::Trash { items: vec![item(&board, "Contract").id] });
    let board = after(&board, Action::Unlink(*board.links.keys().next().unwrap()));
    let mut there = A;
    there[1] = "Contract v2";
    let preview = preview(&jira(&[there, B]), &board);
    assert_eq!((preview.new, preview.in_trash.len(), preview.links, preview.unchanged), (0, 1, 0, 1));
    assert_eq!(
        said(&preview.notes, NoteKind::LeftOut),
        [
            "1 of its items are in this board's trash and stay there",
            "a link was left out: one of its items is in the trash"
        ]
    );
    assert!(item(&taken(&preview, &board), "Contract").trashed.is_some());
}

#[test]
fn a_person_who_was_renamed_here_is_still_known() {
    let board = first();
    let kim = board.people.values().find(|person| person.name.as_str() == "kim@mail.example").unwrap().id;
    let board = after(&board, Action::NamePerson(Person { id: kim, name: "Kim Muster".parse().unwrap() }));
    let preview = preview(&jira(&[A, B, ["X-3", "Search", "", "kim@mail.example", "", ""]]), &board);
    assert_eq!((preview.unchanged, preview.new, preview.people.len()), (2, 1, 0));
    let board = taken(&preview, &board);
    assert_eq!(responsible(&board, item(&board, "Search")), Some("Kim Muster"));
}

#[test]
fn a_person_who_left_the_roster_does_not_come_back_by_an_unchanged_item() {
    let board = first();
    let kim = board.people.values().find(|person| person.name.as_str() == "kim@mail.example").unwrap().id;
    let board = after(&board, Action::RemovePerson(kim));
    let preview = preview(&jira(&[A, B]), &board);
    assert_eq!(changes(&preview.changed_here), [("Contract", &[FieldName::Responsible][..])]);
    assert!(preview.people.is_empty() && preview.conflicts.is_empty());
}

#[test]
fn people_of_the_roster_are_found_whatever_the_case_of_their_names() {
    let person = Person {
        id: unblock_core::board::PersonId::new(uuid::Uuid::from_u128(77)),
        name: "KIM@mail.example".parse().unwrap(),
    };
    let board = imported(&plan("list.txt", "Something"));
    let action =
        Action::Assign { items: vec![item(&board, "Something").id], role: Role::Owner, person: Some(person) };
    let board = after(&board, action);
    let preview = preview(&jira(&[A]), &board);
    assert!(preview.people.is_empty());
}

#[test]
fn an_import_into_a_board_with_other_items_leaves_them_alone() {
    let board = imported(&plan("list.txt", "Contract\nRefunds"));
    let preview = preview(&jira(&[A, B]), &board);
    assert_eq!((preview.new, preview.gone.len()), (2, 0));
    assert_eq!(taken(&preview, &board).items.len(), 4);
}

#[test]
fn what_was_seen_of_long_notes_is_a_fingerprint() {
    let mut long = A;
    let text = "word ".repeat(400);
    long[4] = &text;
    let board = imported(&jira(&[long]));
    let source = serde_json::to_string(item(&board, "Contract").source.as_ref().unwrap()).unwrap();
    assert!(source.len() < 400 && source.contains("crc32"), "{source}");
    assert_eq!(preview(&jira(&[long]), &board).unchanged, 1);
    assert_eq!(preview(&jira(&[A]), &board).changed_there.len(), 1);
}

#[test]
fn very_long_lines_are_known_again_without_being_kept_twice() {
    let text = format!("{0} one\n{0} two\nshort", "word ".repeat(300));
    let list = plan("list.txt", &text);
    let board = imported(&list);
    assert!(board.items.values().all(|item| item.source.as_ref().unwrap().key.len() < 620));
    assert_eq!(preview(&list, &board).unchanged, 3);
}

#[test]
fn a_link_that_would_close_a_cycle_with_the_boards_own_is_left_out() {
    let mut back = A;
    back[5] = "X-2";
    let preview = preview(&jira(&[back, B]), &first());
    assert_eq!(preview.links, 0);
    let told = said(&preview.notes, NoteKind::LeftOut);
    assert_eq!(told, ["a link was left out because it closes a cycle: Refunds → Contract → Refunds"]);
}

#[test]
fn a_plan_with_important_and_urgent_moves_items_and_keeps_their_refusals_whole() {
    let board = imported(&plan("p.csv", "id,title,important,urgent,reason\nA,Pet,no,no,not now: v2\n"));
    let refused = item(&board, "Pet").refusal.clone().unwrap();
    assert_eq!(refused.reason, "not now: v2");
    let back = plan("p.csv", "id,title,important,urgent,reason\nA,Pet,yes,no,\n");
    let board = taken(&preview(&back, &board), &board);
    assert!(item(&board, "Pet").refusal.is_none());
}
