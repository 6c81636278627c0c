//! Everything that is stored leaves as one file and comes back as it was; what is here already is never changed.

use unblock_core::board::{Board, BoardId, Quadrant};
use unblock_core::edit::{Action, NewItem, Place};
use unblock_core::store::{
    BoardCard, Brought, Coming, Condition, Everything, EverythingError, Fate, Key, Loaded, MemoryShelf,
    Shelf, ShelfError, boards, coming, recover, restore_asides, restore_board, write_card, write_preferences,
};
use uuid::Uuid;

use crate::common::torture::told;
use crate::common::{board, command, date, id};
use crate::desk::{Desk, opened};

/// Whole numbers that look random and are the same in every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }
}

const TITLES: [&str; 6] = ["Ship beta", "李 \u{202e}x", "<script>", "\"q\" \\ \n b", "=1+1", "🎈👩‍👩‍👧"];

/// A board at work: items, moves, undone steps, folds.
fn worked_on(shelf: &MemoryShelf, dice: &mut Dice, number: u128) -> BoardId {
    let mut plan = board("Do: a, b | Inbox: c");
    plan.id = BoardId::new(Uuid::from_u128(number));
    let mut desk = Desk::with(plan, shelf);
    for step in 0..dice.roll(25) {
        let at = TITLES[usize::try_from(dice.roll(6)).unwrap()];
        let item = NewItem { id: id(&format!("i{step}")), title: at.replace('\n', " ").parse().unwrap() };
        match dice.roll(5) {
            0 => desk.undo().unwrap(),
            1 => desk.fold().unwrap(),
            2 => desk.put("a", Quadrant::ALL[usize::try_from(dice.roll(4)).unwrap()]).unwrap(),
            _ => desk.act(Action::Add { items: vec![item], to: None, place: Place::Bottom }).unwrap(),
        }
    }
    let mut card = BoardCard::of(&desk.document.board, 1_000 + dice.roll(9));
    if let Condition::Known { trashed, .. } = &mut card.condition {
        *trashed = (dice.roll(4) == 0).then(|| date("2026-03-12"));
    }
    write_card(shelf, &card).unwrap();
    plan_id(&desk)
}

fn plan_id(desk: &Desk<'_>) -> BoardId {
    desk.document.board.id
}

/// A shelf with boards, preferences, texts kept aside and a board that cannot be read.
fn full(seed: u64) -> MemoryShelf {
    let shelf = MemoryShelf::boundless();
    let mut dice = Dice(seed);
    for number in 1..=1 + u128::from(dice.roll(4)) {
        let id = worked_on(&shelf, &mut dice, number);
        if dice.roll(3) == 0 {
            shelf.set(Key::Aside(id, 0), "what was torn").unwrap();
        }
    }
    shelf.set(Key::Now(BoardId::new(Uuid::from_u128(99))), "nothing of ours").unwrap();
    write_preferences(&shelf, "{\"theme\":\"dark\"}").unwrap();
    shelf
}

fn written(shelf: &dyn Shelf) -> String {
    Everything::of(shelf).unwrap().write().unwrap()
}

fn read(text: &str) -> Brought {
    Everything::read(text).unwrap()
}

/// Takes everything of a file.
fn restore(brought: &Brought, here: &dyn Shelf) -> Result<Vec<Coming>, ShelfError> {
    let all = coming(brought, here)?;
    for (index, each) in all.iter().enumerate() {
        restore_board(brought, here, each, BoardId::new(Uuid::from_u128(1_000 + index as u128)))?;
    }
    restore_asides(brought, here)?;
    Ok(all)
}

fn content(shelf: &MemoryShelf) -> Board {
    (*opened(shelf, None).document.board).clone()
}

#[test]
fn what_leaves_an_old_browser_comes_to_a_new_one_byte_for_byte() {
    for seed in 0..200 {
        let (old, new) = (full(seed), MemoryShelf::boundless());
        let file = written(&old);
        let brought = read(&file);
        assert!(brought.is_whole && brought.unknown == 0);
        assert!(restore(&brought, &new).unwrap().iter().all(|each| each.fate == Fate::New));
        new.set(Key::Preferences, &brought.shelf.get(Key::Preferences).unwrap().unwrap()).unwrap();
        assert!(written(&new) == file, "seed {seed}: something has changed");
    }
    let tried = "everything as one file, restored in an empty browser and downloaded again";
    told(12, tried, 200, "0 changed", "byte-equal");
}

#[test]
fn what_is_here_already_is_left_alone() {
    for seed in 0..50 {
        let shelf = full(seed);
        let before = shelf.all();
        let fates = restore(&read(&written(&shelf)), &shelf).unwrap();
        assert!(shelf.all() == before, "something has changed");
        assert!(fates.iter().all(|each| each.fate == Fate::Same));
    }
}

#[test]
fn a_board_that_has_changed_since_stays_and_the_older_one_comes_beside_it() {
    let shelf = MemoryShelf::default();
    let mut desk = Desk::new(&shelf);
    let file = written(&shelf);
    desk.add("later").unwrap();
    desk.fold().unwrap();
    let now = content(&shelf);
    let fates = restore(&read(&file), &shelf).unwrap();
    assert_eq!(fates[0].fate, Fate::Second);
    assert_eq!(content(&shelf), now);
    let names: Vec<String> = boards(&shelf)
        .unwrap()
        .iter()
        .filter_map(|card| match &card.condition {
            Condition::Known { name, items, .. } => Some(format!("{name}: {items}")),
            _ => None,
        })
        .collect();
    assert_eq!(names, ["Plan (restored): 3", "Plan: 4"]);
}

#[test]
fn the_same_file_again_brings_nothing_more_until_what_it_brought_is_changed() {
    let shelf = MemoryShelf::default();
    let mut desk = Desk::new(&shelf);
    let file = read(&written(&shelf));
    desk.add("later").unwrap();
    desk.fold().unwrap();
    restore(&file, &shelf).unwrap();
    let before = shelf.all();
    assert_eq!(restore(&file, &shelf).unwrap()[0].fate, Fate::Same);
    assert!(shelf.all() == before, "something has changed");
    let Ok(Loaded::Open(come)) = recover(&shelf, BoardId::new(Uuid::from_u128(1_000)), None) else {
        panic!("what came is not there")
    };
    Desk::of(*come, &shelf).add("more").unwrap();
    assert_eq!(coming(&file, &shelf).unwrap()[0].fate, Fate::Second);
}

#[test]
fn a_board_that_cannot_be_read_goes_aside_where_there_is_one_already() {
    let (file, here) = (MemoryShelf::default(), MemoryShelf::default());
    let id = plan_id(&Desk::new(&here));
    file.set(Key::Now(id), "torn").unwrap();
    let before = here.get(Key::Now(id)).unwrap();
    assert_eq!(restore(&read(&written(&file)), &here).unwrap()[0].fate, Fate::Aside);
    assert_eq!(here.get(Key::Now(id)).unwrap(), before);
    assert_eq!(here.get(Key::Aside(id, 0)).unwrap().as_deref(), Some("torn"));
}

#[test]
fn what_only_the_journal_has_comes_too() {
    let shelf = MemoryShelf::default();
    let mut desk = Desk::new(&shelf);
    // The fold gives the journal its snapshot; then a crash takes the last steps from the shelf alone.
    desk.add("one").unwrap();
    desk.fold().unwrap();
    let before = shelf.all();
    desk.add("two").unwrap();
    let crashed = MemoryShelf::default();
    for (name, text) in &before {
        crashed.set_by_name(name, text).unwrap();
    }
    let mut all = Everything::of(&crashed).unwrap();
    all.add_journal(&crashed, plan_id(&desk), &desk.journal).unwrap();
    let new = MemoryShelf::default();
    restore(&read(&all.write().unwrap()), &new).unwrap();
    assert_eq!(opened(&new, None).document.board, desk.document.board);
}

#[test]
fn a_journal_that_has_nothing_more_is_left_out() {
    let shelf = MemoryShelf::default();
    let mut desk = Desk::new(&shelf);
    desk.add("one").unwrap();
    let mut all = Everything::of(&shelf).unwrap();
    all.add_journal(&shelf, plan_id(&desk), &desk.journal).unwrap();
    assert_eq!(all, Everything::of(&shelf).unwrap());
}

#[test]
fn what_could_not_be_saved_can_be_put_in() {
    let shelf = MemoryShelf::default();
    let mut desk = Desk::new(&shelf);
    desk.add("one").unwrap();
    let mut document = desk.document.clone();
    let item = NewItem { id: id("two"), title: "two".parse().unwrap() };
    document.dispatch(&command(Action::Add { items: vec![item], to: None, place: Place::Bottom })).unwrap();
    let mut all = Everything::of(&shelf).unwrap();
    all.put(&document).unwrap();
    let new = MemoryShelf::default();
    restore(&read(&all.write().unwrap()), &new).unwrap();
    assert_eq!(opened(&new, None).document, document);
}

#[test]
fn without_room_nothing_half_is_left() {
    let file = read(&written(&full(3)));
    for room in (100..20_000).step_by(700) {
        let here = MemoryShelf::with_quota(room);
        for each in coming(&file, &here).unwrap() {
            let took = restore_board(&file, &here, &each, BoardId::new(Uuid::from_u128(5)));
            let keys = here.keys().unwrap().into_iter().filter(|key| key.board() == Some(each.card.id));
            assert_eq!(keys.count() == 0, took.is_err(), "{room}");
        }
    }
}

#[test]
fn a_file_that_was_changed_says_so_and_gives_what_can_be_read() {
    let shelf = MemoryShelf::default();
    Desk::new(&shelf);
    let brought = read(&written(&shelf).replacen("Plan", "Plot", 1));
    assert!(!brought.is_whole);
    // The list shows the card, whose checksum is wrong, as what the board itself says.
    assert_eq!(boards(&brought.shelf).unwrap().len(), 1);
}

#[test]
fn a_file_that_is_cut_off_of_a_newer_version_or_none_is_refused() {
    let file = written(&full(1));
    for end in [0, 1, 40, file.len() / 2, file.len() - 1] {
        assert!(matches!(Everything::read(&file[..end]), Err(EverythingError::Damaged(_))), "{end}");
    }
    let newer = file.replacen("\"format\":1", "\"format\":2", 1);
    assert_eq!(Everything::read(&newer).unwrap_err(), EverythingError::Newer(2));
    for foreign in ["{}", "[]", "null", "{\"unblock\":\"everything\",\"format\":1}"] {
        assert!(Everything::read(foreign).is_err(), "{foreign}");
    }
}

#[test]
fn such_a_file_is_known_by_how_it_begins() {
    let file = written(&full(1));
    assert!(Everything::is_one(&file));
    assert!(Everything::is_one(&format!(
        "\u{feff}{}",
        file.replacen("{\"unblock\":\"ev", "{\n \"unblock\": \"ev", 1)
    )));
    for other in ["", "{", "{\"format\":1}", "id,title\n1,everything"] {
        assert!(!Everything::is_one(other), "{other}");
    }
}

#[test]
fn names_of_a_later_version_are_counted_and_left_out() {
    let file = "{\"unblock\":\"everything\",\"format\":1,\"texts\":{\"unblock/v1/later\":\"x\",\"journal/x\":\"y\"}}";
    assert_eq!(read(file).unknown, 2);
}
