//! Every operation on the shelf goes wrong once, in every way: nothing that was said to be saved is lost.

use unblock_core::board::Quadrant;
use unblock_core::store::{Loaded, recover};

use crate::desk::{Desk, Fault, FaultyShelf, opened};

/// Create, edit, fold, edit, undo, reload, undo again, fold, edit. What fails is passed over, as the app does.
fn story(shelf: &FaultyShelf) -> Desk<'_> {
    let mut desk = Desk::new(shelf);
    _ = desk.add("d");
    _ = desk.put("c", Quadrant::Schedule);
    _ = desk.fold();
    _ = desk.add("e");
    _ = desk.put("a", Quadrant::Eliminate);
    _ = desk.undo();
    if desk.reload() {
        _ = desk.undo();
        _ = desk.fold();
        _ = desk.add("f");
        _ = desk.fold();
        _ = desk.put("b", Quadrant::Delegate);
    }
    desk
}

#[test]
fn the_story_without_faults_ends_saved() {
    let shelf = FaultyShelf::sound();
    let desk = story(&shelf);
    assert_eq!(desk.saved, Some(8));
    assert_eq!(opened(&shelf.texts, None).document, desk.document);
    assert_eq!(opened(&shelf.texts, Some(&desk.journal)).notices, []);
}

fn survives(fault: Fault) {
    let operations = story_length();
    for at in 0..operations {
        let shelf = FaultyShelf::with(at, fault);
        let desk = story(&shelf);
        let read = recover(&shelf.texts, desk.document.board.id, None).unwrap();
        match (desk.saved, read) {
            (_, Loaded::Open(opened)) => {
                let revision = opened.document.revision;
                assert!(Some(revision) >= desk.saved, "{fault:?} at {at}: {revision} of {:?}", desk.saved);
                let was = &desk.past[usize::try_from(revision).unwrap()];
                assert_eq!(&opened.document, was, "{fault:?} at {at}");
                assert_eq!(opened.notices, [], "{fault:?} at {at}");
            }
            (None, Loaded::Missing) => {}
            (saved, other) => panic!("{fault:?} at {at}, saved {saved:?}: {other:?}"),
        }
    }
}

fn story_length() -> usize {
    let shelf = FaultyShelf::sound();
    story(&shelf);
    let operations = shelf.done();
    assert!(operations > 60, "the story has only {operations} operations");
    operations
}

#[test]
fn the_process_may_end_before_any_operation() {
    survives(Fault::Ends);
}

#[test]
fn any_operation_may_fail() {
    survives(Fault::Fails);
}

#[test]
fn any_write_may_find_no_room() {
    survives(Fault::NoRoom);
}

#[test]
fn after_one_failure_saving_resumes_by_itself() {
    for at in 0..story_length() {
        for fault in [Fault::Fails, Fault::NoRoom] {
            let shelf = FaultyShelf::with(at, fault);
            let mut desk = story(&shelf);
            desk.save().unwrap();
            assert_eq!(opened(&shelf.texts, None).document, desk.document, "{fault:?} at {at}");
        }
    }
}

#[test]
fn with_the_journal_the_newest_state_is_found_wherever_the_process_ended() {
    for at in 0..story_length() {
        let shelf = FaultyShelf::with(at, Fault::Ends);
        let desk = story(&shelf);
        let best = opened(&shelf.texts, Some(&desk.journal)).document;
        assert_eq!(best, desk.document, "ended at {at}");
    }
}
