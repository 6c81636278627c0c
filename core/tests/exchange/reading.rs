//! How the tests read files, take them onto boards and look at what came.

use unblock_core::board::{Board, BoardId, Date, FieldName, Item, ItemField, Name};
use unblock_core::edit::{Action, Command, Stamp, apply};
use unblock_core::exchange::{
    Context, FileIn, Incoming, Note, NoteKind, Plan, Prefer, Preview, ReadError, compare, read, utc_day,
};
use uuid::Uuid;

/// The day on which all tests play.
pub(crate) fn today() -> Date {
    "2026-03-02".parse().unwrap()
}

/// Ids in a row, each once in the whole test.
pub(crate) fn ids(start: u128) -> impl FnMut() -> Uuid {
    let mut last = start;
    move || {
        last += 1;
        Uuid::from_u128(last)
    }
}

/// Reads bytes as a file with a name; without one as if pasted.
pub(crate) fn read_bytes(name: Option<&str>, bytes: &[u8]) -> Result<Incoming, ReadError> {
    let mut new_id = ids(1 << 64);
    read(FileIn { name, bytes }, &mut Context { today: today(), local_day: &utc_day, new_id: &mut new_id })
}

/// The plan in a text that is called so.
pub(crate) fn plan(name: &str, text: &str) -> Plan {
    match read_bytes(Some(name), text.as_bytes()).unwrap() {
        Incoming::Plan(plan) => plan,
        Incoming::Board(..) => panic!("{name} is a board"),
    }
}

/// Why a text that is called so is refused.
pub(crate) fn refused(name: &str, text: &str) -> String {
    read_bytes(Some(name), text.as_bytes()).unwrap_err().to_string()
}

/// One of the project's fixtures.
pub(crate) fn fixture(name: &str) -> String {
    let path = format!("{}/tests/fixtures/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(path).unwrap()
}

/// An empty board.
pub(crate) fn empty() -> Board {
    Board::new(BoardId::new(Uuid::nil()), "Board".parse().unwrap())
}

/// What importing a plan would do.
pub(crate) fn preview(plan: &Plan, board: &Board) -> Preview {
    preview_as(plan, board, Prefer::Ours)
}

/// The same, with a say on conflicts.
pub(crate) fn preview_as(plan: &Plan, board: &Board, prefer: Prefer) -> Preview {
    let mut new_id = ids(1000 * (1 + board.items.len() as u128));
    compare(plan, board, prefer, &mut new_id)
}

/// The board after an action.
pub(crate) fn after(board: &Board, action: Action) -> Board {
    let stamp = Stamp { at: 0, today: today(), by: None };
    apply(board, &Command { stamp, action }).unwrap().0
}

/// The board after an import.
pub(crate) fn taken(preview: &Preview, board: &Board) -> Board {
    after(board, Action::Import(Box::new(preview.import.clone())))
}

/// A new board from a plan.
pub(crate) fn imported(plan: &Plan) -> Board {
    taken(&preview(plan, &empty()), &empty())
}

/// The item with a title that starts so.
pub(crate) fn item<'a>(board: &'a Board, title: &str) -> &'a Item {
    board.items.values().find(|item| item.title.as_str().starts_with(title)).unwrap()
}

/// The tags of an item, in order.
pub(crate) fn tags(item: &Item) -> Vec<&str> {
    item.tags.iter().map(Name::as_str).collect()
}

/// The name of the one who does it.
pub(crate) fn responsible<'a>(board: &'a Board, item: &Item) -> Option<&'a str> {
    item.responsible.and_then(|id| board.person(id)).map(|person| person.name.as_str())
}

/// The titles of what an item waits for.
pub(crate) fn waits_for<'a>(board: &'a Board, item: &Item) -> Vec<&'a str> {
    let mut titles: Vec<&str> = board
        .waits_for(item.id)
        .map(|link| board.item(link.key.predecessor).unwrap().title.as_str())
        .collect();
    titles.sort_unstable();
    titles
}

/// The board with a field of an item changed by hand.
pub(crate) fn edited(board: &Board, title: &str, field: ItemField) -> Board {
    let items = vec![item(board, title).id];
    after(board, Action::Edit { items, field })
}

/// The notes of a kind, as they are shown.
pub(crate) fn said(notes: &[Note], kind: NoteKind) -> Vec<String> {
    notes.iter().filter(|note| note.kind == kind).map(ToString::to_string).collect()
}

/// The titles and fields of changed items.
pub(crate) fn changes(changed: &[unblock_core::exchange::Changed]) -> Vec<(&str, &[FieldName])> {
    changed.iter().map(|changed| (changed.title.as_str(), changed.fields.as_slice())).collect()
}
