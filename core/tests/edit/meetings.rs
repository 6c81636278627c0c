//! A meeting that goes on beside the board, and the board as it was when it began.

use proptest::prelude::*;
use unblock_core::board::Board;
use unblock_core::edit::{Action, Agenda, AgendaStep, Document, Entry, Place};
use unblock_core::store::{read_snapshot, write_snapshot};

use crate::common::{board, command, ids, link, stamp, with_links, with_people};
use crate::strategies::{Event, event};

pub(crate) fn agenda(at: usize) -> Agenda {
    let step = |name: &str| AgendaStep {
        name: name.parse().unwrap(),
        topic: None,
        minutes: 5,
        spent: 0,
        skipped: false,
    };
    Agenda { steps: vec![step("Goal"), step("Cut")], at, since: 0 }
}

pub(crate) fn first() -> Board {
    with_links(with_people(board("Do: a, b | Schedule: c | Inbox: d, e"), "Ana Bo"), "a → b, b → c SS+1")
}

pub(crate) fn meet(document: &mut Document, agenda: Agenda) -> Option<Entry> {
    document.dispatch(&command(Action::Meet(Box::new(agenda)))).unwrap()
}

pub(crate) fn top(title: &str) -> Action {
    Action::Move { items: ids(title), to: None, place: Place::Top }
}

#[test]
fn a_meeting_starts_and_goes_on_without_a_step_to_undo() {
    let mut document = Document::new(first());
    assert!(meet(&mut document, agenda(0)).is_some());
    assert!(meet(&mut document, agenda(0)).is_none(), "nothing is different");
    assert!(meet(&mut document, agenda(1)).is_some());
    assert_eq!(document.meeting.as_ref().unwrap().agenda.at, 1);
    assert!(document.undo(stamp()).is_none());
}

#[test]
fn going_on_with_the_agenda_does_not_end_what_can_be_redone() {
    let mut document = Document::new(first());
    document.dispatch(&command(top("c"))).unwrap();
    document.undo(stamp());
    meet(&mut document, agenda(0));
    assert!(document.redo(stamp()).is_some());
}

#[test]
fn a_report_starts_the_count_of_changes_anew() {
    let mut document = Document::new(first());
    document.dispatch(&command(Action::Report)).unwrap();
    document.dispatch(&command(top("c"))).unwrap();
    let then = document.reported.as_ref().unwrap().board(&document.board);
    assert_eq!(then, first());
    document.dispatch(&command(Action::Report)).unwrap();
    let then = document.reported.as_ref().unwrap().board(&document.board);
    assert_eq!(then, *document.board);
}

pub(crate) fn run(document: &mut Document, events: &[Event]) -> Vec<Entry> {
    let step = |event: &Event| match event {
        Event::Do(command) => document.dispatch(command).unwrap_or_default(),
        Event::Undo => document.undo(stamp()),
        Event::Redo => document.redo(stamp()),
    };
    events.iter().filter_map(step).collect()
}

fn read_again<T: serde::Serialize + serde::de::DeserializeOwned>(value: &T) -> T {
    serde_json::from_str(&serde_json::to_string(value).unwrap()).unwrap()
}

#[test]
fn a_meeting_and_the_last_report_are_written_with_the_board_and_read_back() {
    let mut document = Document::new(first());
    document.dispatch(&command(Action::Report)).unwrap();
    meet(&mut document, agenda(1));
    document.dispatch(&command(top("c"))).unwrap();
    document.dispatch(&command(Action::Unlink(link("a → b").key))).unwrap();
    let text = write_snapshot(&document).unwrap();
    let (read, repairs) = read_snapshot(&text, document.board.id).unwrap();
    assert_eq!((read, repairs), (document, vec![]));
}

pub(crate) fn some_events() -> impl Strategy<Value = Vec<Event>> {
    prop::collection::vec(event(), 1..40)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_board_as_it_was_is_known_whatever_is_done_and_undone_since(
        before in some_events(), since in some_events(),
    ) {
        let mut document = Document::new(first());
        run(&mut document, &before);
        let then = document.board.clone();
        let start = meet(&mut document, agenda(0)).unwrap();
        let mut follower = document.clone();
        let log = run(&mut document, &since);
        let past = read_again(&document.meeting.as_ref().unwrap().past);
        prop_assert_eq!(past.board(&document.board), (*then).clone());
        // Whoever replays the log knows the same.
        follower.meeting = None;
        follower.revision = start.revision - 1;
        for entry in std::iter::once(&start).chain(&log) {
            prop_assert_eq!(follower.replay(&read_again(entry)), Ok(()));
        }
        prop_assert_eq!(follower, document);
    }
}
