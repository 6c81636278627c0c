//! The shelf and the journal after a crash: the higher revision that can be reached wins.

use unblock_core::board::Quadrant;
use unblock_core::store::{JournalRead, JournalWrite, Key, MemoryShelf, Notice, Saver, Shelf, read_entry};

use crate::desk::{Desk, opened};

/// Six edits with a fold after the fourth; the shelf as it was after each, as a crash of the browser leaves it.
fn six_edits() -> (Vec<MemoryShelf>, JournalRead) {
    let shelf = MemoryShelf::default();
    let mut desk = Desk::new(&shelf);
    let mut states = vec![shelf.clone()];
    for (number, title) in ["d", "e", "f", "g", "h", "i"].into_iter().enumerate() {
        desk.add(title).unwrap();
        if number == 3 {
            desk.fold().unwrap();
        }
        states.push(shelf.clone());
    }
    (states, desk.journal)
}

#[test]
fn whatever_the_crash_took_from_the_shelf_comes_back_from_the_journal() {
    let (states, journal) = six_edits();
    for (number, shelf) in states.iter().enumerate() {
        let found = opened(shelf, Some(&journal));
        assert_eq!(found.document.revision, 6, "after {number} edits");
        assert_eq!(found.notices.is_empty(), number == 6);
    }
    let found = opened(&MemoryShelf::default(), Some(&journal));
    assert_eq!((found.document.revision, found.notices), (6, vec![Notice::FromJournal]));
}

#[test]
fn what_came_from_the_journal_is_on_the_shelf_after_the_first_save() {
    let (states, journal) = six_edits();
    let found = opened(&states[1], Some(&journal));
    let mut saver = Saver::resumed(&found);
    assert!(saver.is_behind());
    saver.save(&states[1], &found.document).shelf.unwrap();
    assert_eq!(opened(&states[1], None).document, found.document);
}

#[test]
fn a_journal_that_is_behind_gets_a_snapshot_before_the_next_step() {
    let (states, _) = six_edits();
    let found = opened(&states[6], Some(&JournalRead::default()));
    let mut saver = Saver::resumed(&found);
    assert!(!saver.is_behind() && saver.wants_fold(true) && !saver.wants_fold(false));
    let journal = saver.fold(&states[6], &found.document).journal;
    assert!(matches!(journal.as_slice(), [JournalWrite::Fold { revision: 6, .. }]));
}

#[test]
fn steps_of_another_past_do_not_stay_in_the_journal() {
    let (_, mut journal) = six_edits();
    let board = opened(&MemoryShelf::default(), Some(&journal)).document.board.id;
    journal.take(&JournalWrite::Append { board, revision: 5, text: "new".to_owned() });
    assert_eq!(journal.entries, [(5, "new".to_owned())]);
}

#[test]
fn a_journal_that_fails_gets_nothing_until_the_next_fold() {
    let shelf = MemoryShelf::default();
    let mut desk = Desk::new(&shelf);
    desk.saver.journal_failed();
    desk.add("d").unwrap();
    assert_eq!(desk.journal.entries, []);
    desk.fold().unwrap();
    desk.add("e").unwrap();
    assert_eq!(opened(&MemoryShelf::default(), Some(&desk.journal)).document, desk.document);
}

#[test]
fn a_full_shelf_leaves_the_edit_to_the_journal() {
    let shelf = MemoryShelf::with_quota(2_000);
    let mut desk = Desk::new(&shelf);
    while desk.put("a", Quadrant::Schedule).and_then(|()| desk.undo()).is_ok() {}
    let found = opened(&shelf, Some(&desk.journal));
    assert_eq!(found.document, desk.document);
    assert!(opened(&shelf, None).document.revision < found.document.revision);
}

#[test]
fn the_log_on_the_shelf_reads_as_the_steps_that_were_done() {
    let (states, _) = six_edits();
    let id = opened(&states[6], None).document.board.id;
    assert_eq!(states[6].get(Key::Log(id, 4)), Ok(None));
    let text = states[6].get(Key::Log(id, 5)).unwrap().unwrap();
    assert_eq!(read_entry(&text, 5).unwrap().revision, 5);
    assert!(read_entry(&text, 6).is_err());
}
