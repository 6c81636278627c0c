//! A meeting that was ended by mistake, and goes on as if it had not been.

use proptest::prelude::*;
use unblock_core::board::{Board, Extra, Minutes, MinutesId};
use unblock_core::edit::{Action, Agenda, Command, Document, Past, Stamp};
use unblock_core::store::{read_snapshot, write_snapshot};
use uuid::Uuid;

use crate::common::{command, date, stamp};
use crate::meetings::{agenda, first, meet, run, some_events, top};
use crate::strategies::Event;

/// What is done after the end.
#[derive(Clone, Copy, Debug)]
enum After {
    Undo,
    GoOn,
    Edit,
    EditTheMinutes,
    DropTheMinutes,
    Reload,
}

fn minutes(text: &str) -> Minutes {
    let (id, title) = (MinutesId::new(Uuid::from_u128(9)), "Minutes".parse().unwrap());
    Minutes { id, on: stamp().today, title, text: text.to_owned(), extra: Extra::new() }
}

fn end(document: &mut Document, kept: Option<Minutes>) {
    let entry = document.dispatch(&command(Action::EndMeeting(kept.map(Box::new)))).unwrap();
    assert!(entry.is_some() && document.meeting.is_none(), "the meeting has ended");
}

fn dispatch(document: &mut Document, action: Action) {
    document.dispatch(&command(action)).unwrap();
}

fn reloaded(document: &Document) -> Document {
    let (read, repairs) = read_snapshot(&write_snapshot(document).unwrap(), document.board.id).unwrap();
    assert_eq!((&read, repairs), (document, vec![]));
    read
}

fn then(document: &mut Document, after: After) {
    use unblock_core::edit::Record;
    match after {
        After::Undo => _ = document.undo(stamp()).unwrap(),
        After::GoOn => dispatch(document, Action::GoOn),
        After::Edit => dispatch(document, top("d")),
        After::EditTheMinutes => {
            dispatch(document, Action::Record(Record::KeepMinutes(Box::new(minutes("all is well")))));
        }
        After::DropTheMinutes => {
            dispatch(document, Action::Record(Record::DropMinutes(minutes("").id)));
        }
        After::Reload => *document = reloaded(document),
    }
}

/// A board on which a meeting was held for a while.
fn in_a_meeting() -> Document {
    let mut document = Document::new(first());
    dispatch(&mut document, top("c"));
    meet(&mut document, agenda(0));
    dispatch(&mut document, top("e"));
    meet(&mut document, agenda(1));
    document
}

/// What a meeting is to those who are in it: the board, the board when it began, and the agenda.
fn held(document: &Document) -> (Board, Option<(Stamp, Board, Agenda)>) {
    let then = |past: &Past| (past.since, past.board(&document.board));
    let meeting = document.meeting.as_ref().map(|meeting| {
        let (since, start) = then(&meeting.past);
        (since, start, meeting.agenda.clone())
    });
    ((*document.board).clone(), meeting)
}

#[test]
fn a_meeting_that_was_ended_by_mistake_goes_on_as_if_it_had_not() {
    use After::{DropTheMinutes, Edit, EditTheMinutes, GoOn, Reload, Undo};
    for (kept, after, edited) in [
        (true, vec![Undo], false),
        (true, vec![GoOn], false),
        (true, vec![Reload, Undo], false),
        (true, vec![Reload, GoOn], false),
        (true, vec![Edit, GoOn], true),
        (true, vec![Edit, Reload, GoOn], true),
        (true, vec![Edit, Undo, Undo], false),
        (true, vec![EditTheMinutes, GoOn], false),
        (true, vec![DropTheMinutes, GoOn], false),
        (true, vec![Edit, GoOn, Undo, GoOn], true),
        (false, vec![Undo], false),
        (false, vec![GoOn], false),
        (false, vec![Edit, GoOn], true),
    ] {
        let mut never = in_a_meeting();
        let mut document = in_a_meeting();
        end(&mut document, kept.then(|| minutes("what was recorded")));
        for each in &after {
            then(&mut document, *each);
        }
        if edited {
            dispatch(&mut never, top("d"));
        }
        assert_eq!(held(&document), held(&never), "{kept} {after:?}");
        assert_eq!(document.ended, None, "{kept} {after:?}");
    }
}

#[test]
fn the_end_can_be_done_again() {
    let mut document = in_a_meeting();
    end(&mut document, Some(minutes("what was recorded")));
    let ended = held(&document);
    document.undo(stamp()).unwrap();
    document.redo(stamp()).unwrap();
    assert_eq!(held(&document), ended);
    assert!(document.ended.is_some());
}

#[test]
fn an_end_without_a_meeting_is_none() {
    let mut document = Document::new(first());
    for action in [Action::EndMeeting(None), Action::EndMeeting(Some(Box::new(minutes("")))), Action::GoOn] {
        assert_eq!(document.dispatch(&command(action)), Ok(None));
    }
}

#[test]
fn once_another_meeting_has_begun_the_one_before_is_over() {
    let mut document = in_a_meeting();
    end(&mut document, Some(minutes("what was recorded")));
    let later = Stamp { at: stamp().at + 60_000, ..stamp() };
    document.dispatch(&Command { stamp: later, action: Action::Meet(Box::new(agenda(0))) }).unwrap();
    assert_eq!(document.dispatch(&command(Action::GoOn)), Ok(None));
    let second = document.meeting.clone().unwrap();
    document.undo(stamp()).unwrap();
    assert!(document.board.minutes.is_empty());
    document.redo(stamp()).unwrap();
    let held = document.meeting.as_ref().map(|meeting| (meeting.started(), &meeting.agenda));
    assert_eq!(held, Some((second.started(), &second.agenda)), "the second one is not ended by it");
}

#[test]
fn a_change_on_another_day_leaves_the_end_as_it_is() {
    let mut document = in_a_meeting();
    end(&mut document, None);
    let tomorrow = Stamp { today: date("2026-03-13"), ..stamp() };
    document.dispatch(&Command { stamp: tomorrow, action: top("d") }).unwrap();
    assert_eq!((document.dispatch(&command(Action::GoOn)), &document.ended), (Ok(None), &None));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn to_end_and_to_take_that_back_is_never_to_have_ended(
        before in some_events(), since in some_events(), after in some_events(), at_once in any::<bool>(),
    ) {
        let mut never = Document::new(first());
        run(&mut never, &before);
        meet(&mut never, agenda(0));
        run(&mut never, &since);
        let mut document = never.clone();
        end(&mut document, Some(minutes("what was recorded")));
        if at_once {
            document.undo(stamp()).unwrap();
        } else {
            // What is done and undone in between is the meeting's; a step back that took the end back would be another.
            let done: Vec<Event> = after.into_iter().filter(|event| matches!(event, Event::Do(_))).collect();
            run(&mut never, &done);
            run(&mut document, &done);
            dispatch(&mut document, Action::GoOn);
        }
        prop_assert_eq!(held(&document), held(&never));
    }

    #[test]
    fn whoever_follows_the_log_over_an_end_has_the_same_document(since in some_events()) {
        let mut document = Document::new(first());
        meet(&mut document, agenda(0));
        let mut follower = document.clone();
        let mut log = run(&mut document, &since);
        let ended = document.dispatch(&command(Action::EndMeeting(Some(Box::new(minutes("kept")))))).unwrap();
        log.extend(ended);
        log.extend(run(&mut document, &since));
        log.extend(document.dispatch(&command(Action::GoOn)).unwrap());
        for entry in &log {
            let entry = serde_json::from_str(&serde_json::to_string(entry).unwrap()).unwrap();
            prop_assert_eq!(follower.replay(&entry), Ok(()));
        }
        prop_assert_eq!(follower, document);
    }
}
