//! What a person does in a browser, scene by scene: each begins with a browser as it was left, and may be disturbed.

use unblock_core::board::{Board, BoardId, ItemField, Quadrant};
use unblock_core::edit::Action;
use unblock_core::store::{Condition, JournalWrite, boards, delete, write_card};

use crate::common::{board, date, ids};
use crate::format::stored;
use crate::tab::{Tab, create, open};
use crate::world::World;

/// A scene: what there is, and what happens then.
pub(crate) struct Scene {
    pub(crate) name: &'static str,
    before: fn(&World),
    then: fn(&World) -> Option<()>,
}

pub(crate) const SCENES: [Scene; 8] = [
    Scene { name: "first start", before: |_| {}, then: first_start },
    Scene { name: "edit", before: small_board, then: edit },
    Scene { name: "fold of the log", before: long_log, then: fold },
    Scene { name: "undo across a reload", before: small_board, then: undo_and_reload },
    Scene { name: "migration", before: oldest_format, then: migrate },
    Scene { name: "import", before: small_board, then: import },
    Scene { name: "delete", before: board_to_delete, then: delete_for_good },
    Scene { name: "take-over by another tab", before: small_board, then: take_over },
];

/// The board that nothing happens to in any scene.
pub(crate) fn bystander() -> Board {
    let mut board = board("Do: x, y | Inbox: z");
    board.id = BoardId::new(uuid::Uuid::from_u128(77));
    board
}

fn id() -> BoardId {
    board("Inbox:").id
}

impl Scene {
    /// The browser as the scene finds it. A bystander is there in all but the first.
    pub(crate) fn stage(&self, has_journal: bool) -> World {
        let world = World::sound(has_journal);
        (self.before)(&world);
        world
    }

    /// Plays it. A process that ends leaves in the middle.
    pub(crate) fn play(&self, world: &World) {
        let done = (self.then)(world);
        assert!(done.is_some() || world.has_ended(), "{} was not played to its end", self.name);
        world.later();
    }
}

fn first_start(world: &World) -> Option<()> {
    // Where nothing at all could be kept, the person is told, and tries again.
    if !create(world, board("Inbox:")) {
        create(world, board("Inbox:")).then_some(())?;
    }
    let mut tab = open(world, id())?;
    tab.add("a");
    tab.pause();
    Some(())
}

fn small_board(world: &World) {
    create(world, bystander());
    create(world, board("Do: a, b | Inbox: c"));
}

fn edit(world: &World) -> Option<()> {
    let mut tab = open(world, id())?;
    tab.add("d");
    tab.put("c", Quadrant::Schedule);
    tab.pause();
    tab.put("a", Quadrant::Eliminate);
    tab.pause();
    Some(())
}

fn long_log(world: &World) {
    small_board(world);
    let mut tab = open(world, id()).unwrap();
    for number in 0..8 {
        tab.put("c", if number % 2 == 0 { Quadrant::Do } else { Quadrant::Delegate });
    }
}

fn fold(world: &World) -> Option<()> {
    let mut tab = open(world, id())?;
    tab.add("d");
    tab.fold();
    tab.pause();
    tab.add("e");
    tab.pause();
    Some(())
}

/// The page is left a second after the last edit, and opened again.
fn reload<'a>(world: &'a World, tab: Tab<'_>) -> Option<Tab<'a>> {
    drop(tab);
    world.later();
    open(world, id())
}

fn undo_and_reload(world: &World) -> Option<()> {
    let mut tab = open(world, id())?;
    tab.add("d");
    tab.put("a", Quadrant::Schedule);
    tab.undo();
    let mut tab = reload(world, tab)?;
    tab.undo();
    tab.redo();
    tab.redo();
    let mut tab = reload(world, tab)?;
    tab.put("b", Quadrant::Eliminate);
    tab.pause();
    Some(())
}

fn oldest_format(world: &World) {
    create(world, bystander());
    for (name, text) in stored("format-1.txt").all() {
        world.texts.set_by_name(&name, &text).unwrap();
    }
    drop(open(world, id()));
    world.see(id(), |seen| seen.saved = Some(0));
}

fn migrate(world: &World) -> Option<()> {
    let mut tab = open(world, id())?;
    tab.undo();
    tab.pause();
    tab.add("f");
    let mut tab = reload(world, tab)?;
    tab.pause();
    Some(())
}

/// One step that is too large for the log, and a board of its own.
fn import(world: &World) -> Option<()> {
    let mut tab = open(world, id())?;
    tab.add("d");
    tab.act(Action::Edit { items: ids("a"), field: ItemField::Notes("long ".repeat(14_000)) });
    tab.add("e");
    tab.pause();
    let mut other = board("Do: v, w");
    other.id = BoardId::new(uuid::Uuid::from_u128(78));
    create(world, other);
    tab.pause();
    Some(())
}

fn board_to_delete(world: &World) {
    small_board(world);
    let mut tab = open(world, id()).unwrap();
    tab.add("d");
    assert!(tab.fold());
    tab.add("e");
    tab.put("a", Quadrant::Schedule);
    tab.add("f");
    tab.pause();
}

fn delete_for_good(world: &World) -> Option<()> {
    let cards = boards(world).unwrap_or_default();
    if let Some(mut card) = cards.into_iter().find(|card| card.id == id()) {
        if let Condition::Known { trashed, .. } = &mut card.condition {
            *trashed = Some(date("2026-03-12"));
        }
        _ = write_card(world, &card);
    }
    world.see(id(), |seen| seen.deleted = true);
    if world.has_journal {
        _ = world.write_journal(&[JournalWrite::Forget { board: id() }]);
    }
    // Where it fails, the person sees the board in the list, and may try again.
    _ = delete(world, id());
    open(world, bystander().id).map(drop)
}

fn take_over(world: &World) -> Option<()> {
    let mut first = open(world, id())?;
    first.add("d");
    first.give_up();
    world.later();
    let mut second = open(world, id())?;
    second.put("a", Quadrant::Schedule);
    // It comes too late: it becomes a copy.
    first.add("e");
    second.add("f");
    second.pause();
    second.give_up();
    let mut third = open(world, id())?;
    third.undo();
    third.pause();
    Some(())
}
