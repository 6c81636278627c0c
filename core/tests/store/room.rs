//! How much room large boards take, what happens to undo, and when the generation before is kept.

use std::fmt::Write;
use std::sync::Arc;

use unblock_core::board::{Board, Item, ItemField, ItemId, OrderKey, Quadrant};
use unblock_core::edit::{Action, Document, Import};
use unblock_core::store::{
    Key, MemoryShelf, QUOTA, Saver, Shelf, previous, read_snapshot, undo_survives, units, write_snapshot,
};

use crate::common::torture::told;
use crate::common::{board, command, date, ids, person, person_id, with_people};
use crate::desk::{Desk, opened};

/// Numbers that look random and are the same in every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }

    fn words(&mut self, count: u64) -> String {
        const SOUNDS: [&str; 16] = [
            "re", "al", "to", "in", "con", "tra", "mi", "pos", "er", "ver", "ga", "lo", "sen", "du", "ip",
            "um",
        ];
        let mut text = String::new();
        for _ in 0..count {
            for _ in 0..=self.roll(3) {
                text.push_str(SOUNDS[usize::try_from(self.roll(16)).unwrap()]);
            }
            text.push(' ');
        }
        text
    }
}

/// Items as an import brings them: a title, notes, tags, people, dates.
fn items(count: usize) -> Vec<Item> {
    let mut dice = Dice(7);
    let places = OrderKey::spread(None, None, count);
    let item = |order| {
        let id = u128::from(dice.roll(1 << 31)) << 96
            | u128::from(dice.roll(1 << 31)) << 40
            | u128::from(dice.roll(1 << 31));
        let mut item = Item::new(ItemId::new(uuid::Uuid::from_u128(id)));
        let text = write_title(&mut dice);
        item.title = text.parse().unwrap();
        item.order = order;
        item.replace(ItemField::Notes(dice.words(9)));
        if dice.roll(2) == 0 {
            item.responsible = Some(person_id("Ana"));
            item.accountable = item.responsible;
            item.deadline = date("2026-03-12").plus_days(dice.roll(300));
        }
        item
    };
    places.into_iter().map(item).collect()
}

fn write_title(dice: &mut Dice) -> String {
    let mut text = dice.words(5);
    write!(text, "{}", dice.roll(1000)).unwrap();
    text
}

fn large(count: usize) -> Board {
    let mut board = with_people(board("Inbox: "), "Ana");
    board.items = items(count).into_iter().map(|item| (item.id, Arc::new(item))).collect();
    board
}

#[test]
fn ten_thousand_items_and_the_generation_before_take_two_fifths_of_the_storage() {
    for (count, most) in [(10_000, QUOTA * 2 / 5), (2_000, QUOTA / 10)] {
        let shelf = MemoryShelf::default();
        let mut desk = Desk::with(large(count), &shelf);
        let one: Vec<ItemId> = desk.document.board.items.keys().take(40).copied().collect();
        for item in one {
            desk.act(Action::Trash { items: vec![item] }).unwrap();
        }
        desk.fold().unwrap();
        let used = shelf.units().unwrap();
        let plain = serde_json::to_string(desk.document.board.as_ref()).unwrap();
        println!(
            "{count} items: {} units as JSON, {used} stored twice, {} %",
            units(&plain),
            used * 100 / QUOTA
        );
        let worst = format!("{} % of the storage", used * 100 / QUOTA);
        told(12, &format!("a board of {count} items kept with the generation before"), 1, "0 lost", &worst);
        assert!(previous(&shelf, desk.document.board.id).unwrap().is_some());
        assert!(used <= most, "{used} of {most}");
        assert_eq!(opened(&shelf, None).document, desk.document);
    }
}

#[test]
fn an_import_is_saved_at_once_and_its_undo_ends_at_the_reload() {
    let shelf = MemoryShelf::default();
    let mut desk = Desk::new(&shelf);
    desk.add("d").unwrap();
    let (from, people) = ("a file".to_owned(), vec![person("Ana")]);
    let import = Import { from, people, items: items(2_000), ..Import::default() };
    desk.act(Action::Import(Box::new(import))).unwrap();
    assert!(!undo_survives(desk.document.history.next_undo().unwrap()));
    let id = desk.document.board.id;
    assert!(!shelf.keys().unwrap().contains(&Key::Log(id, 2)), "it went into a snapshot");
    desk.put("a", Quadrant::Schedule).unwrap();
    assert!(undo_survives(desk.document.history.next_undo().unwrap()));
    let read = opened(&shelf, None).document;
    assert_eq!(read.board, desk.document.board);
    assert_eq!(read.history.depth(), 1);
}

#[test]
fn two_hundred_steps_can_be_undone_after_a_fold_and_a_reload() {
    let mut document = Document::new(board("Do: a, b"));
    for number in 0..250 {
        let to = if number % 2 == 0 { Quadrant::Schedule } else { Quadrant::Do };
        let action = Action::Move { items: ids("a"), to: Some(to), place: unblock_core::edit::Place::Bottom };
        document.dispatch(&command(action)).unwrap();
    }
    let text = write_snapshot(&document).unwrap();
    let (read, repairs) = read_snapshot(&text, document.board.id).unwrap();
    assert_eq!((read.history.depth(), repairs.len()), (200, 0));
    assert_eq!(read.board, document.board);
}

#[test]
fn a_nearly_empty_board_does_not_replace_the_generation_before() {
    let shelf = MemoryShelf::default();
    let full = Document::new(large(40));
    let mut saver = Saver::new(full.board.id);
    saver.save(&shelf, &full).shelf.unwrap();
    let mut emptied = full.clone();
    for revision in 1..=3 {
        emptied.board = Arc::new(large(2));
        emptied.revision = revision;
        saver.fold(&shelf, &emptied).shelf.unwrap();
    }
    assert_eq!(previous(&shelf, full.board.id).unwrap(), Some(full));
    told(
        12,
        "folds of a board of 40 items that was emptied to 2",
        3,
        "0 lost",
        "the fuller generation stays",
    );
}

#[test]
fn a_fold_without_an_edit_leaves_the_generation_before() {
    let shelf = MemoryShelf::default();
    let mut desk = Desk::new(&shelf);
    desk.add("d").unwrap();
    desk.fold().unwrap();
    desk.fold().unwrap();
    assert_eq!(previous(&shelf, desk.document.board.id).unwrap().unwrap().revision, 0);
}

#[test]
fn without_room_for_the_generation_before_the_older_one_stays() {
    let shelf = MemoryShelf::with_quota(2_000_000);
    let mut desk = Desk::with(large(200), &shelf);
    let room = 2_000_000 - shelf.units().unwrap();
    shelf.set_by_name("neighbour", &"x".repeat(room - 5_000)).unwrap();
    desk.fold().unwrap();
    desk.act(Action::Trash { items: desk.document.board.items.keys().take(1).copied().collect() }).unwrap();
    desk.fold().unwrap();
    assert_eq!(previous(&shelf, desk.document.board.id), Ok(None));
    assert_eq!(opened(&shelf, None).document, desk.document);
}
