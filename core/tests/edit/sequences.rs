//! What holds after any sequence of commands: undo, redo, the log, and the invariants of a board.

use proptest::prelude::*;
use unblock_core::board::{Board, Quadrant};
use unblock_core::edit::{Action, Document, Entry, Place, ReplayError, Step};
use unblock_core::store::{read_snapshot, write_snapshot};

use crate::common::torture::{cases, times, told};
use crate::common::{assert_sound, board, command, ids, stamp, with_links, with_people};
use crate::strategies::{Event, event};

fn first() -> Board {
    let board = board("Do: a | Schedule: b | Do: c | Inbox: d | Eliminate: e | Delegate: f");
    with_links(with_people(board, "Ana Bo"), "a → b, b → c SS+1")
}

fn written(board: &Board) -> String {
    serde_json::to_string(board).unwrap()
}

/// The document after the events, and the log of them. What is refused leaves the document as it was.
fn run(events: &[Event]) -> (Document, Vec<Entry>) {
    let mut document = Document::new(first());
    let mut log = Vec::new();
    for event in events {
        let before = document.clone();
        let entry = match event {
            Event::Do(command) => document.dispatch(command).unwrap_or_default(),
            Event::Undo => document.undo(stamp()),
            Event::Redo => document.redo(stamp()),
        };
        match entry {
            Some(entry) => log.push(entry),
            None => assert_eq!(document, before, "{event:?} gave no entry but a change"),
        }
        assert_keeps_its_word(&document.board);
    }
    (document, log)
}

/// The invariants, and that only what is in Eliminate is refused, and that no two items have one place or person
/// one name.
fn assert_keeps_its_word(board: &Board) {
    assert_sound(board);
    let refused = |quadrant| quadrant == Some(Quadrant::Eliminate);
    assert!(board.items.values().all(|item| item.refusal.is_none() || refused(item.quadrant())));
    let mut names: Vec<String> = board.people.values().map(|person| person.name.folded()).collect();
    names.sort();
    assert!(names.windows(2).all(|pair| pair[0] != pair[1]), "{names:?}");
}

/// The log as it is read back after it was written.
fn read_again(log: &[Entry]) -> Vec<Entry> {
    log.iter().map(|entry| serde_json::from_str(&serde_json::to_string(entry).unwrap()).unwrap()).collect()
}

fn some_events() -> impl Strategy<Value = Vec<Event>> {
    prop::collection::vec(event(), 1..60)
}

proptest! {
    #![proptest_config(cases(64, 640))]

    #[test]
    fn undoing_all_gives_the_first_board_and_redoing_all_the_last(events in some_events()) {
        let (mut document, _) = run(&events);
        while document.redo(stamp()).is_some() {}
        let last = written(&document.board);
        let steps = document.history.depth();
        while document.undo(stamp()).is_some() {}
        prop_assert_eq!(document.history.depth(), 0);
        prop_assert_eq!(written(&document.board), written(&first()));
        while document.redo(stamp()).is_some() {}
        prop_assert_eq!(document.history.depth(), steps);
        prop_assert_eq!(written(&document.board), last);
    }

    #[test]
    fn replaying_the_log_gives_the_same_document(events in some_events()) {
        let (document, log) = run(&events);
        let mut again = Document::new(first());
        for entry in read_again(&log) {
            prop_assert_eq!(again.replay(&entry), Ok(()));
        }
        prop_assert_eq!(again, document);
    }
}

/// Each board that a sequence led to, with the document at its end.
fn boards_on_the_way(events: &[Event]) -> (Document, Vec<Board>) {
    let mut document = Document::new(first());
    let mut steps = vec![first()];
    for event in events {
        let depth = document.history.depth();
        match event {
            Event::Do(command) => drop(document.dispatch(command)),
            Event::Undo => drop(document.undo(stamp())),
            Event::Redo => drop(document.redo(stamp())),
        }
        steps.truncate(depth.min(document.history.depth()) + 1);
        if document.history.depth() > depth {
            steps.push((*document.board).clone());
        }
    }
    (document, steps)
}

proptest! {
    #![proptest_config(cases(1_000, 10_000))]

    fn exact_both_ways(events in prop::collection::vec(event(), 100)) {
        let (mut document, steps) = boards_on_the_way(&events);
        let last = written(&document.board);
        // As after a reload.
        let text = write_snapshot(&document).unwrap();
        let (mut read, repairs) = read_snapshot(&text, document.board.id).unwrap();
        prop_assert_eq!((&read.board, repairs.len()), (&document.board, 0));
        for document in [&mut document, &mut read] {
            for was in steps.iter().rev().skip(1) {
                prop_assert!(document.undo(stamp()).is_some());
                prop_assert_eq!(&*document.board, was);
            }
            prop_assert_eq!(document.undo(stamp()), None);
            prop_assert_eq!(written(&document.board), written(&first()));
            for was in steps.iter().skip(1) {
                prop_assert!(document.redo(stamp()).is_some());
                prop_assert_eq!(&*document.board, was);
            }
            prop_assert_eq!(written(&document.board), last.clone());
        }
    }
}

#[test]
fn undo_and_redo_are_exact_at_every_step_before_and_after_a_reload() {
    exact_both_ways();
    let tried = "sequences of 100 random commands, undone and redone step by step, before and after a reload";
    told(10, tried, times(1_000, 10_000) as usize, "0 changed", "byte-equal both ways");
}

fn top(title: &str) -> Action {
    Action::Move { items: ids(title), to: None, place: Place::Top }
}

#[test]
fn a_third_of_the_random_commands_do_something() {
    use proptest::strategy::ValueTree;
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let events = prop::collection::vec(event(), 1000).new_tree(&mut runner).unwrap().current();
    let (_, log) = run(&events);
    assert!(log.len() > 300, "only {} of 1000 did something", log.len());
}

#[test]
fn a_new_command_ends_what_could_be_redone() {
    let mut document = Document::new(first());
    document.dispatch(&command(top("a"))).unwrap();
    document.undo(stamp());
    document.dispatch(&command(top("b"))).unwrap();
    assert!(document.redo(stamp()).is_none());
}

#[test]
fn nothing_is_undone_where_nothing_was_done() {
    let mut document = Document::new(first());
    assert_eq!((document.undo(stamp()), document.redo(stamp())), (None, None));
    assert_eq!(document, Document::new(first()));
}

#[test]
fn every_step_is_a_revision_undo_too() {
    let mut document = Document::new(first());
    let done = document.dispatch(&command(top("a"))).unwrap().unwrap();
    let undone = document.undo(stamp()).unwrap();
    assert_eq!((done.revision, undone.revision, document.revision), (1, 2, 2));
    assert_eq!(undone.step, Step::Undo);
}

#[test]
fn a_log_with_a_gap_is_not_replayed() {
    let mut document = Document::new(first());
    let mut entry = document.clone().dispatch(&command(top("a"))).unwrap().unwrap();
    entry.revision = 7;
    assert_eq!(document.replay(&entry), Err(ReplayError::Gap { have: 0, got: 7 }));
    assert_eq!(document, Document::new(first()));
}

#[test]
fn an_entry_of_another_board_is_not_replayed() {
    let entry = Document::new(first()).dispatch(&command(top("a"))).unwrap().unwrap();
    let mut other = Document::new(board("Do: b, c"));
    assert_eq!(other.replay(&entry), Err(ReplayError::DoesNotFit(1)));
    assert_eq!(other, Document::new(board("Do: b, c")));
}
