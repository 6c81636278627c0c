//! Tests of the deck on a small board.

use std::sync::Arc;

use uuid::Uuid;

use super::*;
use crate::board::{BoardId, OrderKey, Quadrant};

fn id(n: u128) -> ItemId {
    ItemId::new(Uuid::from_u128(n))
}

/// A board with items 1 to `count` in its Inbox.
fn inbox(count: u128) -> Board {
    let mut board = Board::new(BoardId::new(Uuid::nil()), "Plan".parse().unwrap());
    (1..=count).for_each(|n| add(&mut board, n));
    board
}

fn add(board: &mut Board, n: u128) {
    let mut item = Item::new(id(n));
    item.order = OrderKey::spread(None, None, 100)[usize::try_from(n).unwrap()].clone();
    board.items.insert(item.id, Arc::new(item));
}

fn change(board: &mut Board, n: u128, with: impl FnOnce(&mut Item)) {
    with(Arc::make_mut(board.items.get_mut(&id(n)).unwrap()));
}

fn put(board: &mut Board, n: u128, to: Option<Quadrant>) {
    let answers = to.map(Quadrant::answers);
    change(board, n, |item| {
        (item.important, item.urgent) = (answers.map(|a| a.0), answers.map(|a| a.1));
    });
}

/// Puts the shown card into a quadrant.
fn sort(deck: &mut Deck, board: &mut Board, to: Quadrant) {
    let shown = deck.current().unwrap();
    let answers = to.answers();
    let item = Arc::make_mut(board.items.get_mut(&shown).unwrap());
    (item.important, item.urgent) = (Some(answers.0), Some(answers.1));
    assert!(deck.follow(board));
}

#[test]
fn a_high_priority_speaks_for_importance_and_a_near_date_for_urgency() {
    let today = Date::new(2026, 3, 12).unwrap();
    let mut item = Item::new(id(0));
    assert_eq!(proposal(&item, today), Proposal::default());
    item.priority = Priority::P0;
    item.deadline = Date::new(2026, 3, 20);
    assert_eq!(proposal(&item, today), Proposal { important: Some(Answer::Yes), urgent: Some(Answer::Yes) });
    item.priority = Priority::P3;
    item.deadline = Date::new(2026, 9, 1);
    assert_eq!(proposal(&item, today), Proposal { important: Some(Answer::No), urgent: Some(Answer::No) });
}

#[test]
fn both_answers_make_a_quadrant_and_one_is_kept_or_taken_back() {
    let mut board = inbox(2);
    let mut deck = Deck::of(&board);
    assert_eq!(deck.asked(), Question::Important);
    assert_eq!(deck.answer(Question::Important, Answer::Yes), None);
    assert_eq!(deck.asked(), Question::Urgent);
    assert!(deck.answers().allow(Quadrant::Schedule) && !deck.answers().allow(Quadrant::Delegate));
    assert_eq!(deck.answer(Question::Important, Answer::Yes), None);
    assert_eq!(deck.answers(), Answers::default(), "the same answer again is taken back");
    deck.answer(Question::Urgent, Answer::No);
    deck.next();
    assert!(deck.back());
    assert_eq!(deck.answers().to(Question::Urgent), Some(Answer::No), "half an answer waits on its card");
    assert_eq!(deck.answer(Question::Important, Answer::Yes), Some(Quadrant::Schedule));
    sort(&mut deck, &mut board, Quadrant::Schedule);
    assert_eq!((deck.current(), deck.answers()), (Some(id(2)), Answers::default()));
}

#[test]
fn half_an_answer_that_the_board_holds_counts() {
    let mut board = inbox(1);
    change(&mut board, 1, |item| item.important = Some(Answer::No));
    let mut deck = Deck::of(&board);
    assert_eq!(deck.asked(), Question::Urgent);
    assert_eq!(deck.answer(Question::Urgent, Answer::Yes), Some(Quadrant::Delegate));
}

#[test]
fn next_goes_past_what_is_sorted_and_back_shows_it_again() {
    let mut board = inbox(3);
    let mut deck = Deck::of(&board);
    assert!(!deck.back());
    sort(&mut deck, &mut board, Quadrant::Do);
    sort(&mut deck, &mut board, Quadrant::Delegate);
    assert_eq!(deck.current(), Some(id(3)));
    assert!(deck.back() && deck.back());
    assert_eq!((deck.current(), deck.standing()), (Some(id(1)), Some(Standing::In(Quadrant::Do))));
    deck.next();
    assert_eq!(deck.current(), Some(id(3)), "on to where the dealing was");
    deck.next();
    assert_eq!((deck.current(), deck.standing()), (None, None));
    let tally = Tally { at: 3, all: 3, sorted: [1, 0, 1, 0], open: 1 };
    assert_eq!(deck.tally(), tally);
    deck.again();
    assert_eq!(deck.current(), Some(id(3)), "what was skipped");
}

#[test]
fn what_went_is_skipped_and_not_counted_and_what_is_new_comes_last() {
    let mut board = inbox(4);
    let mut deck = Deck::of(&board);
    change(&mut board, 2, |item| item.trashed = Some(Date::default()));
    board.items.remove(&id(3));
    add(&mut board, 0);
    assert!(deck.follow(&board));
    assert!(!deck.follow(&board), "nothing changed since");
    deck.next();
    assert_eq!(deck.current(), Some(id(4)));
    assert_eq!((deck.tally().at, deck.tally().all), (2, 3));
    assert!(deck.back());
    assert_eq!(deck.current(), Some(id(1)), "over those that are gone");
    deck.next();
    deck.next();
    assert_eq!(deck.current(), Some(id(0)), "new, so it comes last though it stands first");
}

#[test]
fn a_part_is_the_next_card_and_a_merged_card_makes_room() {
    let mut board = inbox(2);
    let mut deck = Deck::of(&board);
    add(&mut board, 9);
    deck.insert(&board, id(9));
    assert!(!deck.follow(&board), "the part is dealt once");
    change(&mut board, 1, |item| item.trashed = Some(Date::default()));
    assert!(deck.follow(&board));
    assert_eq!((deck.current(), deck.tally().at, deck.tally().all), (Some(id(9)), 1, 2));
}

#[test]
fn undo_shows_the_card_again_and_redo_goes_on() {
    let mut board = inbox(2);
    let mut deck = Deck::of(&board);
    sort(&mut deck, &mut board, Quadrant::Do);
    sort(&mut deck, &mut board, Quadrant::Do);
    assert_eq!(deck.current(), None);
    put(&mut board, 2, None);
    deck.follow(&board);
    assert_eq!((deck.current(), deck.standing()), (Some(id(2)), Some(Standing::Open)));
    put(&mut board, 2, Some(Quadrant::Do));
    deck.follow(&board);
    assert_eq!(deck.current(), None);
}

#[test]
fn another_board_is_another_deck() {
    let board = inbox(2);
    let mut deck = Deck::of(&board);
    let mut other = Board::new(BoardId::new(Uuid::from_u128(5)), "Other".parse().unwrap());
    add(&mut other, 7);
    assert!(deck.follow(&other));
    assert_eq!((deck.current(), deck.tally().all), (Some(id(7)), 1));
}

#[test]
fn duplicates_are_proposed_by_common_words_and_found_by_typed_ones() {
    let mut board = inbox(4);
    for (n, title) in [
        (1, "Fix the flaky checkout test"),
        (2, "Checkout is slow"),
        (3, "Flaky test: checkout"),
        (4, "Upgrade"),
    ] {
        change(&mut board, n, |item| item.title = title.parse().unwrap());
    }
    assert_eq!(duplicates(&board, id(1), "", 5), [id(3), id(2)], "the one with most words in common first");
    assert_eq!(duplicates(&board, id(1), "upGR", 5), [id(4)]);
    assert_eq!(duplicates(&board, id(1), "check slow", 5), [id(2)]);
    assert_eq!(duplicates(&board, id(1), "check", 1), [id(3)]);
    assert!(duplicates(&board, id(1), "fix", 5).is_empty(), "never the card itself");
}
