//! Two tabs on one board: none writes over the other, and what cannot be saved becomes a copy.

use unblock_core::board::BoardId;
use unblock_core::store::{MemoryShelf, SaveError, Saver, conflict_copy};

use crate::common::{order, stamp};
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
