//! Texts that cannot be read are kept, told, and never shown as an empty board.

use proptest::prelude::*;
use unblock_core::board::Quadrant;
use unblock_core::store::{
    Aside, JournalRead, Key, Loaded, MemoryShelf, Notice, Saver, Shelf, asides, previous, recover,
};

use crate::desk::{Desk, opened};

/// A board with a generation before and two steps since.
fn stored() -> (MemoryShelf, JournalRead, u64) {
    let shelf = MemoryShelf::default();
    let mut desk = Desk::new(&shelf);
    desk.add("d").unwrap();
    desk.fold().unwrap();
    desk.add("e").unwrap();
    desk.put("a", Quadrant::Schedule).unwrap();
    let (journal, revision) = (desk.journal, desk.document.revision);
    (shelf, journal, revision)
}

fn id() -> unblock_core::board::BoardId {
    crate::common::board("Inbox: ").id
}

#[test]
fn without_a_journal_a_broken_snapshot_is_told_with_all_texts_and_the_generation_before() {
    let (shelf, _, _) = stored();
    shelf.set(Key::Now(id()), "undefined").unwrap();
    let Ok(Loaded::Unreadable(unreadable)) = recover(&shelf, id(), None) else { panic!("opened") };
    assert_eq!(unreadable.pieces.len(), 4);
    assert_eq!(unreadable.pieces[0].text, "undefined");
    assert_eq!(unreadable.previous.unwrap().revision, 0);
}

#[test]
fn with_a_journal_a_broken_snapshot_costs_nothing_and_is_kept_aside() {
    let (shelf, journal, revision) = stored();
    shelf.set(Key::Now(id()), "undefined").unwrap();
    let found = opened(&shelf, Some(&journal));
    assert_eq!(found.document.revision, revision);
    assert!(matches!(found.notices.as_slice(), [Notice::SetAside { count: 1, .. }]));
    Saver::resumed(&found).save(&shelf, &found.document).shelf.unwrap();
    let kept = asides(&shelf, None).unwrap();
    assert_eq!(kept, [Aside { key: Key::Aside(id(), 0), text: "undefined".to_owned() }]);
    assert_eq!(opened(&shelf, None).document, found.document);
}

#[test]
fn a_broken_step_ends_the_log_and_what_follows_is_kept_aside() {
    let (shelf, _, revision) = stored();
    shelf.set(Key::Log(id(), revision - 1), "").unwrap();
    let found = opened(&shelf, None);
    assert_eq!(found.document.revision, revision - 2);
    Saver::resumed(&found).save(&shelf, &found.document).shelf.unwrap();
    assert_eq!(asides(&shelf, Some(id())).unwrap().len(), 2);
    assert_eq!(opened(&shelf, None).notices, []);
}

#[test]
fn without_room_to_keep_it_aside_a_broken_text_stays_where_it_is() {
    let (shelf, journal, _) = stored();
    shelf.set(Key::Now(id()), &"x".repeat(1_000)).unwrap();
    let full = MemoryShelf::with_quota(shelf.units().unwrap() + 100);
    for (name, text) in shelf.all() {
        full.set_by_name(&name, &text).unwrap();
    }
    let found = opened(&full, Some(&journal));
    assert!(Saver::resumed(&found).save(&full, &found.document).shelf.is_err());
    assert_eq!(full.all(), shelf.all());
}

#[test]
fn a_board_of_a_newer_version_is_not_opened() {
    for key in [Key::Now(id()), Key::Log(id(), 99)] {
        let (shelf, journal, _) = stored();
        shelf.set(key, "unblock 2 of another kind").unwrap();
        let read = recover(&shelf, id(), Some(&journal));
        assert!(matches!(read, Ok(Loaded::Newer { format: 2, .. })), "{read:?}");
    }
}

#[test]
fn a_generation_before_that_cannot_be_read_goes_aside_when_it_is_replaced() {
    let (shelf, _, _) = stored();
    shelf.set(Key::Before(id()), "worn").unwrap();
    let found = opened(&shelf, None);
    Saver::resumed(&found).fold(&shelf, &found.document).shelf.unwrap();
    assert_eq!(asides(&shelf, None).unwrap()[0].text, "worn");
    assert_eq!(previous(&shelf, id()).unwrap().unwrap().revision, 1);
}

#[test]
fn keys_that_vanish_while_the_board_is_open_are_written_again() {
    let shelf = MemoryShelf::default();
    let mut desk = Desk::new(&shelf);
    desk.add("d").unwrap();
    for key in shelf.keys().unwrap() {
        shelf.remove(key).unwrap();
    }
    assert_eq!(desk.saver.verify(&shelf), Ok(false));
    desk.add("e").unwrap();
    assert_eq!(opened(&shelf, None).document, desk.document);
}

fn mutations() -> impl Strategy<Value = (prop::sample::Index, prop::sample::Index, u8)> {
    (any::<prop::sample::Index>(), any::<prop::sample::Index>(), 0..6u8)
}

/// One stored text with one thing wrong.
fn mutated(text: &str, at: usize, how: u8) -> String {
    let bytes = text.as_bytes();
    let changed = match how {
        0 => bytes[..at].to_vec(),
        1 => bytes.iter().enumerate().map(|(i, b)| if i == at { b ^ 4 } else { *b }).collect(),
        2 => [&bytes[..at], b"\0", &bytes[at..]].concat(),
        3 => bytes[at..].to_vec(),
        4 => bytes.iter().enumerate().filter(|(i, _)| *i != at).map(|(_, b)| *b).collect(),
        _ => [bytes, bytes].concat(),
    };
    String::from_utf8_lossy(&changed).into_owned()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn no_mutated_text_is_lost_or_taken_for_another((which, at, how) in mutations(), with_journal: bool) {
        let (shelf, journal, revision) = stored();
        let all: Vec<(String, String)> = shelf.all().into_iter().collect();
        let (name, text) = which.get(&all);
        let wrong = mutated(text, at.index(text.len()), how);
        prop_assume!(wrong != *text);
        shelf.set_by_name(name, &wrong).unwrap();
        let read = recover(&shelf, id(), with_journal.then_some(&journal)).unwrap();
        if let Loaded::Open(found) = &read {
            prop_assert!(!with_journal || found.document.revision == revision);
            let mut saver = Saver::resumed(found);
            saver.save(&shelf, &found.document).shelf.unwrap();
            saver.fold(&shelf, &found.document).shelf.unwrap();
            prop_assert_eq!(&opened(&shelf, None).document, &found.document);
        }
        prop_assert!(!matches!(read, Loaded::Missing));
        prop_assert!(shelf.all().values().any(|kept| *kept == wrong), "the text is gone");
    }
}
