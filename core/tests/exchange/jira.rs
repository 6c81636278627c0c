//! A Jira search: repeated headers, links from both ends, a cycle, epics, dates, priorities.

use unblock_core::board::{Priority, Progress};
use unblock_core::exchange::NoteKind;

use crate::reading::{fixture, imported, item, plan, preview, responsible, said, tags, waits_for};

fn date(text: &str) -> unblock_core::board::Date {
    text.parse().unwrap()
}

#[test]
fn every_row_becomes_an_item_with_its_fields() {
    let plan = plan("search.csv", &fixture("jira_search.csv"));
    assert_eq!(
        (plan.items.len(), plan.name.as_str(), plan.origin.as_str()),
        (38, "Shipping and returns", "jira")
    );
    let board = imported(&plan);
    let label = item(&board, "Label service");
    assert_eq!(label.deadline, Some(date("2026-03-11")));
    assert_eq!(responsible(&board, label), Some("sam.demo@mail.example"));
    assert_eq!(tags(label), ["API", "Carrier integration", "Labels", "Sprint 14", "Sprint 15", "Story"]);
    assert_eq!(
        waits_for(&board, label),
        ["Agree label format with the carrier", "Carrier sandbox credentials"]
    );
    assert_eq!(item(&board, "Return label by e-mail").deadline, Some(date("2026-04-03")));
    insta::assert_snapshot!(item(&board, "Agree label format").notes, @r"
    The carrier sends a sample by e-mail.

    Open: barcode length.

    Reporter: kim.muster@mail.example

    Created: 02/Feb/26 9:12 AM

    Comment:
    - 11/Feb/26 3:20 PM;5f0000a1;They asked for our volumes first.
    - 18/Feb/26 9:05 AM;5f0000a2;Volumes sent.

    Jira: SHIP-10
    ");
}

#[test]
fn status_and_priority_are_read_where_the_file_says_enough() {
    let board = imported(&plan("search.csv", &fixture("jira_search.csv")));
    let bug = item(&board, "Parcel weight");
    assert_eq!(bug.progress, Progress::Started { on: date("2026-02-19"), remaining: None });
    assert_eq!(bug.priority, Priority::P0);
    let done = item(&board, "Carrier sandbox");
    assert_eq!(done.progress, Progress::Done { started: None, on: date("2026-02-12") });
    let dropped = item(&board, "Switch from the old");
    assert_eq!((dropped.progress, tags(dropped)), (Progress::NotStarted, vec!["Closed", "Task", "Won't Do"]));
    assert!(tags(item(&board, "Photo upload")).contains(&"Selected for Development"));
}

#[test]
fn both_ends_of_a_link_are_one_and_the_one_that_closes_a_cycle_is_named() {
    let plan = plan("search.csv", &fixture("jira_search.csv"));
    let preview = preview(&plan, &crate::reading::empty());
    let told = said(&preview.notes, NoteKind::LeftOut);
    assert_eq!(plan.links.len(), preview.links + 1);
    assert!(told.iter().any(|note| note.ends_with("closes a cycle: Limits per customer and month → Refund on scan at the depot → Fraud check before the refund → Limits per customer and month")), "{told:?}");
}

#[test]
fn links_that_lead_out_of_the_file_and_other_types_stay_in_the_notes() {
    let board = imported(&plan("search.csv", &fixture("jira_search.csv")));
    assert!(item(&board, "Customs data").notes.contains("Is blocked by LEGAL-77 (not in this file)"));
    assert!(item(&board, "Archive parcels").notes.contains("Blocks DATA-12 (not in this file)"));
    assert!(
        item(&board, "Rollback plan")
            .notes
            .contains("Outward issue link (Relates): SHIP-32 (Cut over the stock service)")
    );
    assert!(item(&board, "Upgrade of the message").notes.contains("Parent: OPS-900 (not in this file)"));
}

#[test]
fn what_is_not_understood_is_kept_and_said_with_its_place() {
    let plan = plan("search.csv", &fixture("jira_search.csv"));
    let kept = said(&plan.notes, NoteKind::Kept);
    assert!(
        kept.contains(
            &"line 32, column 'Due date': 'someday soon' is not a clear date; it is in the notes".to_owned()
        ),
        "{kept:?}"
    );
    assert!(item(&imported(&plan), "Rollback plan").notes.contains("Due date: someday soon"));
}
