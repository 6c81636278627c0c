//! Texts that cannot be read are kept, told, and never shown as an empty board.

use std::collections::BTreeMap;

use proptest::prelude::*;
use unblock_core::board::{BoardId, Quadrant};
use unblock_core::edit::Document;
use unblock_core::store::{
    Aside, BoardCard, JournalRead, Key, Loaded, MemoryShelf, Notice, Saver, Shelf, asides, boards, previous,
    recover, write_card, write_preferences,
};

use crate::common::torture::{cases, times, told};
use crate::desk::{Desk, opened};
use crate::scenes::bystander;
use crate::world::{Fault, World};

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
fn a_text_that_went_aside_and_vanished_goes_there_again() {
    let (shelf, journal, _) = stored();
    shelf.set(Key::Now(id()), "undefined").unwrap();
    shelf.set(Key::Before(id()), "worn").unwrap();
    let mut sound = World::sound(true);
    sound.texts = shelf;
    for at in 0..80 {
        let world = sound.with(Some((at, Fault::Reverts)));
        let found = opened(&world, Some(&journal));
        let mut saver = Saver::resumed(&found);
        saver.save(&world, &found.document).shelf.unwrap();
        for _ in 0..2 {
            world.later();
            saver.verify(&world).unwrap();
            saver.fold(&world, &found.document).shelf.unwrap();
        }
        for broken in ["undefined", "worn"] {
            assert!(world.texts.all().values().any(|text| text == broken), "{broken} is gone, {at}");
        }
    }
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

/// The same with a card, preferences and a board beside it, as a browser has them.
fn furnished() -> (MemoryShelf, JournalRead, u64) {
    let (shelf, journal, revision) = stored();
    Desk::with(bystander(), &shelf);
    for id in [id(), bystander().id] {
        let document = previous(&shelf, id).unwrap().unwrap_or_else(|| Document::new(bystander()));
        write_card(&shelf, &BoardCard::of(&document.board, 1)).unwrap();
    }
    write_preferences(&shelf, "{\"theme\":\"dark\"}").unwrap();
    (shelf, journal, revision)
}

/// What the page does with what it finds: it lists, opens, edits and folds each board, and keeps preferences and cards.
fn used(shelf: &MemoryShelf, journal: Option<&JournalRead>) -> Vec<Loaded> {
    boards(shelf).unwrap();
    let mut all = Vec::new();
    for (board, journal) in [(id(), journal), (bystander().id, None)] {
        let read = recover(shelf, board, journal).unwrap();
        if let Loaded::Open(found) = &read {
            let mut saver = Saver::resumed(found);
            saver.save(shelf, &found.document).shelf.unwrap();
            saver.fold(shelf, &found.document).shelf.unwrap();
            assert_eq!(recover(shelf, board, None).map(|read| matches!(read, Loaded::Open(_))), Ok(true));
            _ = write_card(shelf, &BoardCard::of(&found.document.board, 2));
        }
        all.push(read);
    }
    _ = write_preferences(shelf, "{\"theme\":\"light\"}");
    all
}

proptest! {
    #![proptest_config(cases(1_000, 10_000))]

    fn mutated_texts((which, at, how) in mutations(), with_journal: bool) {
        let (shelf, journal, revision) = furnished();
        let all: Vec<(String, String)> = shelf.all().into_iter().collect();
        let (name, text) = which.get(&all);
        let wrong = mutated(text, at.index(text.len()), how);
        prop_assume!(wrong != *text);
        shelf.set_by_name(name, &wrong).unwrap();
        let read = used(&shelf, with_journal.then_some(&journal));
        let of_bystander = name.contains(&bystander().id.to_string());
        prop_assert!(!matches!(read[0], Loaded::Missing) && !matches!(read[1], Loaded::Missing));
        prop_assert!(of_bystander || matches!(read[1], Loaded::Open(_)), "the other board did not open");
        if let Loaded::Open(found) = &read[0] {
            prop_assert!(!with_journal || found.document.revision == revision);
        }
        // What a card says can be read from the board itself: it alone is written anew.
        let is_card = matches!(Key::parse(name), Some(Key::About(_)));
        prop_assert!(is_card || shelf.all().values().any(|kept| *kept == wrong), "the text of {} is gone", name);
    }
}

#[test]
fn no_mutated_text_is_lost_or_taken_for_another() {
    mutated_texts();
    let tried = "stored values mutated (cut, flipped, NUL, doubled), one at a time";
    told(
        3,
        tried,
        times(1_000, 10_000) as usize,
        "0 bytes lost, 0 panics",
        "the other board opened each time",
    );
}

#[test]
fn what_a_newer_version_wrote_is_never_written_over() {
    let newer = "unblock 2 of another kind";
    let (shelf, journal, _) = furnished();
    let names: Vec<String> = shelf.all().into_keys().collect();
    for name in &names {
        for journal in [Some(&journal), None] {
            let (shelf, _, _) = furnished();
            shelf.set_by_name(name, newer).unwrap();
            let before = shelf.all();
            let read = used(&shelf, journal);
            // The generation before makes way, and is kept aside.
            let kept = shelf.all().into_iter().filter(|(_, text)| text == newer);
            assert!(kept.into_iter().any(|(at, _)| at == *name || name.ends_with("before")), "{name}");
            let of_board = |id: BoardId| name.contains(&id.to_string());
            let is_cache = name.ends_with("about") || name.ends_with("before");
            for (read, id) in read.iter().zip([id(), bystander().id]) {
                if of_board(id) && !is_cache {
                    assert!(matches!(read, Loaded::Newer { format: 2, .. }), "{name}: {read:?}");
                    let kept = |all: &BTreeMap<String, String>| -> Vec<(String, String)> {
                        let of_board = |(name, _): &(String, String)| name.contains(&id.to_string());
                        all.clone().into_iter().filter(of_board).collect()
                    };
                    assert_eq!(kept(&shelf.all()), kept(&before), "{name}");
                }
            }
        }
    }
    told(4, "format 2 under each stored key", names.len() * 2, "0 changed", "refused, or left as it is");
}

#[test]
fn a_newer_snapshot_or_step_in_the_journal_is_refused_too() {
    let (shelf, journal, _) = stored();
    let newer = "unblock 2 of another kind".to_owned();
    for wrong in [
        JournalRead { snapshot: Some(newer.clone()), ..journal.clone() },
        JournalRead { entries: vec![(99, newer)], ..journal },
    ] {
        let read = recover(&shelf, id(), Some(&wrong));
        assert!(matches!(read, Ok(Loaded::Newer { format: 2, .. })), "{read:?}");
    }
}
