//! In every scene every operation goes wrong once, in every way: no board is lost, none is half of one state and half of
//! another, and what was shown as saved is there.

use unblock_core::edit::Document;
use unblock_core::store::{JournalRead, Loaded, MemoryShelf, Notice, Shelf, recover};

use crate::common::torture::{times, told};
use crate::scenes::{SCENES, Scene, bystander};
use crate::tab::open;
use crate::world::{Fault, Seen, World};

/// How a browser was disturbed, for the message of a failure.
type Case<'a> = (&'a str, Fault, usize, &'a str);

/// What is there of a board is a state that was shown, and none before the given one.
fn holds(shelf: &dyn Shelf, journal: Option<&JournalRead>, seen: &Seen, from: Option<usize>, case: Case) {
    let id = seen.shown[0].board.id;
    let read = recover(shelf, id, journal).unwrap();
    let from = match (&read, from) {
        // A deleted board of which a part comes back is listed, and can be deleted again.
        (Loaded::Missing | Loaded::Unreadable(_), _) if seen.deleted && case.1 == Fault::Reverts => {
            return;
        }
        (Loaded::Missing, _) if seen.deleted => return,
        (Loaded::Missing, None) => return,
        (_, from) => from.unwrap_or(0),
    };
    let Loaded::Open(opened) = read else { panic!("{case:?}: {read:?}") };
    let aside = opened.notices.iter().find(|notice| matches!(notice, Notice::SetAside { .. }));
    assert_eq!(aside, None, "{case:?}");
    let same =
        |was: &Document| was.board == opened.document.board && was.revision == opened.document.revision;
    let place = seen.shown.iter().rposition(same);
    let Some(place) = place else { panic!("{case:?}: never shown: {:?}", opened.document) };
    let from = if seen.deleted { 0 } else { from };
    let revisions: Vec<u64> = seen.shown.iter().map(|was| was.revision).collect();
    assert!(place >= from, "{case:?}: state {place}, but {from} was shown as saved, of {revisions:?}");
}

/// Everything that must be so after a scene, whatever went wrong in it.
fn judge(world: &World, case: (&str, Fault, usize)) {
    let (scene, fault, at) = case;
    for (id, seen) in world.seen.borrow().iter() {
        let journals = world.journals.borrow();
        let journal = world.has_journal.then(|| journals.get(id).cloned().unwrap_or_default());
        if !seen.shown.is_empty() {
            holds(
                &world.texts,
                None,
                seen,
                on_the_shelf(world, seen, fault),
                (scene, fault, at, "shelf alone"),
            );
            let saved = if world.has_journal { seen.saved } else { on_the_shelf(world, seen, fault) };
            holds(&world.texts, journal.as_ref(), seen, saved, (scene, fault, at, "shelf and journal"));
        }
    }
}

/// What a kill may leave: the journal as it is, and local storage as it was at any time before.
fn judge_killed(world: &World, case: (&str, Fault, usize)) {
    let (scene, fault, at) = case;
    for (id, seen) in world.seen.borrow().iter().filter(|(_, seen)| !seen.shown.is_empty()) {
        let journal = world.journals.borrow().get(id).cloned().unwrap_or_default();
        for shelf in world.commits.borrow().iter() {
            holds(shelf, Some(&journal), seen, seen.safe, (scene, fault, at, "an older shelf"));
        }
    }
}

/// What the shelf alone must hold: all that was saved, unless only the journal has the new board.
fn on_the_shelf(world: &World, seen: &Seen, fault: Fault) -> Option<usize> {
    let is_there = recover(&world.texts, seen.shown[0].board.id, None) != Ok(Loaded::Missing);
    let looked_again = seen.opened || fault != Fault::Reverts;
    if is_there || (!world.has_journal && looked_again) { seen.saved } else { None }
}

/// Plays a scene once for each of its operations; gives how often.
fn disturbed(scene: &Scene, fault: Fault, has_journal: bool) -> usize {
    let stage = scene.stage(has_journal);
    let calm = stage.with(None);
    scene.play(&calm);
    judge(&calm, (scene.name, fault, usize::MAX));
    let untouched = texts_of_bystander(&stage.texts);
    let mut last: Option<World> = None;
    for at in 0..calm.done() {
        let world = stage.with(Some((at, fault)));
        scene.play(&world);
        judge(&world, (scene.name, fault, at));
        // Of all ends with the same journal the last one has had every shelf that the others had.
        let killed = last.filter(|last| fault == Fault::Ends && last.journals != world.journals);
        if let Some(killed) = killed.filter(|_| has_journal) {
            judge_killed(&killed, (scene.name, fault, at));
        }
        last = Some(world.clone());
        assert_eq!(texts_of_bystander(&world.texts), untouched, "{} {fault:?} {at}", scene.name);
        goes_on(&world);
    }
    calm.done()
}

fn texts_of_bystander(shelf: &MemoryShelf) -> Vec<(String, String)> {
    let id = bystander().id.to_string();
    shelf.all().into_iter().filter(|(name, _)| name.contains(&id)).collect()
}

/// At the next start every board can be edited, and is saved.
fn goes_on(world: &World) {
    let world = world.with(None);
    let boards: Vec<Seen> = world.seen.borrow().values().cloned().collect();
    for seen in boards.iter().filter(|seen| seen.saved.is_some() && seen.opened && !seen.deleted) {
        let mut tab = open(&world, seen.shown[0].board.id).unwrap();
        tab.add("last");
        tab.pause();
        let read = recover(&world.texts, tab.document.board.id, None).unwrap();
        let Loaded::Open(opened) = read else { panic!("{read:?}") };
        assert_eq!(opened.document.board, tab.document.board);
        assert_eq!(opened.notices, []);
    }
}

fn each_scene(fault: Fault) {
    let mut played = 0;
    for scene in &SCENES {
        // The import writes long texts, which take their time under the profile of the tests.
        let modes = if scene.name == "import" { times(1, 2) } else { 2 };
        for has_journal in [true, false].into_iter().take(modes as usize) {
            played += disturbed(scene, fault, has_journal);
        }
    }
    let scenes = SCENES.len();
    let tried = match fault {
        Fault::Fails => "any operation fails",
        Fault::NoRoom => "any write finds no room",
        Fault::Reverts => "any write reverts a second later",
        Fault::Ends => "the process ends before any operation, local storage as old as it can be",
    };
    assert!(played > 500, "only {played} operations");
    for promise in if fault == Fault::NoRoom { [1, 6] } else { [1, 2] } {
        told(promise, &format!("{tried}, in {scenes} scenes"), played, "0 lost", "every state was one shown");
    }
}

#[test]
fn any_operation_may_fail() {
    each_scene(Fault::Fails);
}

#[test]
fn any_write_may_find_no_room() {
    each_scene(Fault::NoRoom);
}

#[test]
fn any_write_may_revert_a_second_later() {
    each_scene(Fault::Reverts);
}

#[test]
fn the_process_may_end_before_any_operation() {
    each_scene(Fault::Ends);
}
