//! Two tabs on one board: none writes over the other, and what cannot be saved becomes a copy.

use unblock_core::board::BoardId;
use unblock_core::store::{MemoryShelf, SaveError, Saver, conflict_copy};

use crate::common::torture::{SEED, times, told};
use crate::common::{id, order, stamp};
use crate::desk::{Desk, opened};

#[test]
fn a_tab_that_lost_the_board_sees_it_before_it_writes() {
    let shelf = MemoryShelf::default();
    let mut first = Desk::new(&shelf);
    first.add("d").unwrap();
    let found = opened(&shelf, None);
    let (mut second, mut saver) = (found.document.clone(), Saver::resumed(&found));
    saver.push(second.undo(stamp()).unwrap());
    saver.save(&shelf, &second).shelf.unwrap();

    let journal = first.journal.clone();
    assert_eq!(first.add("e"), Err(SaveError::Taken));
    assert_eq!(first.fold(), Err(SaveError::Taken));
    assert_eq!(first.journal, journal, "the journal is the other tab's too");
    assert_eq!(opened(&shelf, None).document, second);
}

#[test]
fn a_fold_by_another_tab_is_seen_too() {
    let shelf = MemoryShelf::default();
    let mut first = Desk::new(&shelf);
    first.add("d").unwrap();
    let found = opened(&shelf, None);
    Saver::resumed(&found).fold(&shelf, &found.document).shelf.unwrap();
    assert_eq!(first.add("e"), Err(SaveError::Taken));
}

#[test]
fn a_conflict_copy_is_a_board_of_its_own_with_everything_on_it() {
    let shelf = MemoryShelf::default();
    let mut desk = Desk::new(&shelf);
    desk.add("d").unwrap();
    let copy = conflict_copy(&desk.document, BoardId::new(uuid::Uuid::from_u128(1)));
    assert_eq!(copy.board.about.name.as_str(), "Plan (conflict copy)");
    assert_eq!(order(&copy.board), "a b c d");
    Saver::new(copy.board.id).save(&shelf, &copy).shelf.unwrap();
    assert_eq!(opened(&shelf, None).document, desk.document);
}

/// Several tabs that all believe they may write, one edit of a random one after the other. What is refused is done again
/// after a look at the board. Gives how many edits were refused at first.
fn all_write(tabs: usize, edits: usize) -> usize {
    let shelf = MemoryShelf::default();
    Desk::new(&shelf);
    let mut desks: Vec<Desk> = (0..tabs).map(|_| Desk::of(opened(&shelf, None), &shelf)).collect();
    let (mut refused, mut dice) = (0, SEED);
    for edit in 0..edits {
        dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let desk = &mut desks[usize::try_from(dice >> 33).unwrap() % tabs];
        let title = format!("n{edit}");
        if desk.add(&title) == Err(SaveError::Taken) {
            refused += 1;
            *desk = Desk::of(opened(&shelf, None), &shelf);
            desk.add(&title).unwrap();
        }
        if edit % 16 == 0 {
            desk.fold().unwrap();
        }
    }
    let board = opened(&shelf, None).document.board;
    for edit in 0..edits {
        assert!(board.item(id(&format!("n{edit}"))).is_some(), "edit {edit} of {edits} is lost");
    }
    refused
}

#[test]
fn tabs_that_all_write_without_a_lock_lose_no_edit_that_was_taken() {
    for tabs in [2, 5] {
        let edits = tabs * times(100, 1_000) as usize;
        let refused = all_write(tabs, edits);
        assert!(refused > edits / 4, "only {refused} were refused");
        let tried = format!("edits of {tabs} tabs that share no lock, each checked before its write");
        told(7, &tried, edits, "0 lost", &format!("{refused} refused and done again"));
    }
}
