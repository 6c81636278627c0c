//! Issues of GitHub, as the REST interface and as the command line tool give them.

use unblock_core::board::{Priority, Progress};
use unblock_core::exchange::NoteKind;

use crate::reading::{fixture, imported, item, plan, preview, responsible, said, tags};

fn date(text: &str) -> unblock_core::board::Date {
    text.parse().unwrap()
}

#[test]
fn issues_come_in_with_labels_people_milestone_and_state() {
    let plan = plan("issues.json", &fixture("github_issues.json"));
    assert_eq!((plan.items.len(), plan.name.as_str()), (10, "harbour-tools/berth-planner"));
    let board = imported(&plan);
    let bug = item(&board, "Berth plan overlaps");
    assert_eq!((bug.priority, bug.deadline), (Priority::P0, Some(date("2026-03-31"))));
    assert_eq!(responsible(&board, bug), Some("mira-muster"));
    assert_eq!(bug.consulted.len(), 1);
    assert_eq!(tags(bug), ["Bug", "Spring release", "bug"]);
    assert!(bug.notes.contains("Blocked by #58.") && bug.notes.contains("/issues/61"), "{}", bug.notes);
    assert!(board.links.is_empty(), "a text is nobody's statement of a link");
    let done = item(&board, "Crane maintenance");
    assert_eq!(done.progress, Progress::Done { started: None, on: date("2026-02-11") });
    let dropped = item(&board, "Rewrite the map");
    assert_eq!((dropped.progress, tags(dropped)), (Progress::NotStarted, vec!["idea", "not planned"]));
}

#[test]
fn pull_requests_and_comments_that_are_not_there_are_said() {
    let plan = plan("issues.json", &fixture("github_issues.json"));
    assert_eq!(
        said(&plan.notes, NoteKind::LeftOut),
        [
            "[0].comments: the file counts the comments of an issue, but does not hold them (2 times)",
            "[1]: a pull request is not an issue and was left out (2 times)",
        ]
    );
}

#[test]
fn both_ways_to_the_same_issues_give_the_same_items() {
    let rest = imported(&plan("issues.json", &fixture("github_issues.json")));
    let tool = preview(&plan("gh.json", &fixture("gh_issue_list.json")), &rest);
    assert_eq!((tool.new, tool.gone.len(), tool.conflicts.len()), (0, 0, 0));
    // The tool prints neither the type of an issue nor its comments as a count.
    assert_eq!(tool.unchanged, 9, "{:?}", tool.changed_there);
}

#[test]
fn a_list_with_two_fields_is_enough() {
    let plan = plan(
        "x.json",
        r#"[{"number":7,"title":"Seven","state":"CLOSED","mood":"blue"},{"title":"No number","state":"OPEN"},3]"#,
    );
    let board = imported(&plan);
    assert_eq!(tags(item(&board, "Seven")), ["closed"]);
    assert_eq!(board.items.len(), 2);
    assert_eq!(said(&plan.notes, NoteKind::LeftOut).len(), 2, "the mood and the 3");
}
