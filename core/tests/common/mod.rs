//! Boards written as text, so that a test of a command reads as before, command, after.
//!
//! `board("Do: a, b | Inbox: c")` has three items in that order; a quadrant may be named again, for items that
//! stand between others. [`shown`] prints a board back with each quadrant once. Titles are at most 16 letters: the
//! id of an item or a person is its name.

#![allow(dead_code, reason = "each test program uses its part")]

pub(crate) mod torture;

use std::sync::Arc;

use unblock_core::board::{
    Board, BoardId, Date, Item, ItemField, ItemId, Lag, Link, LinkKey, LinkKind, OrderKey, Person, PersonId,
    Quadrant, RawBoard,
};
use unblock_core::edit::{Action, Change, Command, NewItem, Rejection, Stamp, apply};
use uuid::Uuid;

/// The columns of a board in reading order, the Inbox last.
pub(crate) const COLUMNS: [(&str, Option<Quadrant>); 5] = [
    ("Do", Some(Quadrant::Do)),
    ("Schedule", Some(Quadrant::Schedule)),
    ("Delegate", Some(Quadrant::Delegate)),
    ("Eliminate", Some(Quadrant::Eliminate)),
    ("Inbox", None),
];

/// The day on which all tests play, a Thursday.
pub(crate) const TODAY: &str = "2026-03-12";

fn uuid(name: &str) -> Uuid {
    assert!(name.len() <= 16, "'{name}' is too long for an id");
    Uuid::from_u128(name.bytes().fold(0, |id, byte| (id << 8) | u128::from(byte)))
}

/// The id of the item called so.
pub(crate) fn id(title: &str) -> ItemId {
    ItemId::new(uuid(title))
}

/// The ids of the items called so, with blanks between them.
pub(crate) fn ids(titles: &str) -> Vec<ItemId> {
    titles.split_whitespace().map(id).collect()
}

/// The id of the person called so.
pub(crate) fn person_id(name: &str) -> PersonId {
    PersonId::new(uuid(name))
}

/// The person called so.
pub(crate) fn person(name: &str) -> Person {
    Person { id: person_id(name), name: name.parse().unwrap() }
}

/// The day written so.
pub(crate) fn date(text: &str) -> Date {
    text.parse().unwrap()
}

/// The item to be that is called so.
pub(crate) fn new(title: &str) -> NewItem {
    NewItem { id: id(title), title: title.parse().unwrap() }
}

/// The column that goes by this word.
pub(crate) fn column(word: &str) -> Option<Quadrant> {
    COLUMNS.iter().find(|(name, _)| *name == word).unwrap_or_else(|| panic!("no column {word}")).1
}

/// The board that the text describes.
pub(crate) fn board(text: &str) -> Board {
    let mut board = Board::new(BoardId::new(uuid("board")), "Plan".parse().unwrap());
    let items: Vec<Item> = text.split('|').flat_map(items_of).collect();
    let places = OrderKey::spread(None, None, items.len());
    for (mut item, order) in items.into_iter().zip(places) {
        item.order = order;
        board.items.insert(item.id, Arc::new(item));
    }
    board
}

fn items_of(column_text: &str) -> Vec<Item> {
    let (word, titles) = column_text.split_once(':').unwrap_or_else(|| panic!("no colon in '{column_text}'"));
    let answers = column(word.trim()).map(Quadrant::answers);
    let item = |title: &str| {
        let mut item = Item::new(id(title));
        item.title = title.parse().unwrap();
        item.important = answers.map(|(important, _)| important);
        item.urgent = answers.map(|(_, urgent)| urgent);
        item
    };
    titles.split(',').map(str::trim).filter(|title| !title.is_empty()).map(item).collect()
}

/// The board as text: each quadrant that has items, in reading order.
pub(crate) fn shown(board: &Board) -> String {
    let column = |(word, quadrant): &(&str, Option<Quadrant>)| {
        let items = board.live().into_iter().filter(|item| item.quadrant() == *quadrant);
        let titles: Vec<&str> = items.map(|item| item.title.as_str()).collect();
        (!titles.is_empty()).then(|| format!("{word}: {}", titles.join(", ")))
    };
    COLUMNS.iter().filter_map(column).collect::<Vec<_>>().join(" | ")
}

/// All items of a board in its one order.
pub(crate) fn order(board: &Board) -> String {
    board.live().iter().map(|item| item.title.as_str()).collect::<Vec<_>>().join(" ")
}

/// The link written so: `a → b`, `a → b SS+2`.
pub(crate) fn link(text: &str) -> Link {
    let words: Vec<&str> = text.split_whitespace().collect();
    let (predecessor, successor, kind) = match words.as_slice() {
        [from, "→", to] => (id(from), id(to), "FS"),
        [from, "→", to, kind] => (id(from), id(to), *kind),
        _ => panic!("'{text}' is not a link"),
    };
    let (letters, lag) = kind.split_at(2);
    let kind = LinkKind::ALL.into_iter().find(|kind| kind.letters() == letters).unwrap();
    let lag: i32 = if lag.is_empty() { 0 } else { lag.parse().unwrap() };
    Link { key: LinkKey { predecessor, successor, kind }, lag: Lag::try_from(lag).unwrap() }
}

/// The board with links, separated by commas.
pub(crate) fn with_links(mut board: Board, links: &str) -> Board {
    for Link { key, lag } in links.split(',').map(link) {
        board.links.insert(key, lag);
    }
    board
}

/// The board with people in its roster, with blanks between their names.
pub(crate) fn with_people(mut board: Board, names: &str) -> Board {
    for person in names.split_whitespace().map(person) {
        board.people.insert(person.id, Arc::new(person));
    }
    board
}

/// The board with some fields of an item filled in.
pub(crate) fn with_fields<const N: usize>(mut board: Board, title: &str, fields: [ItemField; N]) -> Board {
    let item = Arc::make_mut(board.items.get_mut(&id(title)).unwrap());
    for field in fields {
        item.replace(field);
    }
    board
}

/// The links of a board as text, sorted.
pub(crate) fn links(board: &Board) -> String {
    let title = |id: ItemId| board.item(id).unwrap().title.as_str();
    let one = |(key, lag): (&LinkKey, &Lag)| {
        let ends = format!("{} → {}", title(key.predecessor), title(key.successor));
        match (key.kind.letters(), lag.get()) {
            ("FS", 0) => ends,
            (letters, 0) => format!("{ends} {letters}"),
            (letters, lag) => format!("{ends} {letters}{lag:+}"),
        }
    };
    let mut links: Vec<String> = board.links.iter().map(one).collect();
    links.sort();
    links.join(", ")
}

/// The item called so.
pub(crate) fn item<'a>(board: &'a Board, title: &str) -> &'a Item {
    board.item(id(title)).unwrap_or_else(|| panic!("no item {title}"))
}

/// Asked today by nobody in particular.
pub(crate) fn stamp() -> Stamp {
    Stamp { at: 1_773_300_000_000, today: date(TODAY), by: None }
}

/// The request, made today by nobody in particular.
pub(crate) fn command(action: Action) -> Command {
    Command { stamp: stamp(), action }
}

/// The board after the action, and the change; the change is known to be reversible.
#[track_caller]
pub(crate) fn changed(before: &Board, command: &Command) -> (Board, Change) {
    let (after, change) = apply(before, command).unwrap_or_else(|why| panic!("refused: {why}"));
    let mut again = before.clone();
    assert!(change.apply(&mut again) && again == after, "the change does not lead to the board");
    assert!(change.reversed().apply(&mut again) && again == *before, "undo does not lead back");
    assert_sound(&after);
    (after, change)
}

/// The board after the action.
#[track_caller]
pub(crate) fn after(before: &Board, action: Action) -> Board {
    changed(before, &command(action)).0
}

/// The board after an action of the person called so.
#[track_caller]
pub(crate) fn after_by(before: &Board, who: &str, action: Action) -> Board {
    let stamp = Stamp { by: Some(person_id(who)), ..stamp() };
    changed(before, &Command { stamp, action }).0
}

/// Why the action was refused.
#[track_caller]
pub(crate) fn refused(before: &Board, action: Action) -> Rejection {
    match apply(before, &command(action)) {
        Err(why) => why,
        Ok((after, _)) => panic!("not refused, but: {}", shown(&after)),
    }
}

/// The action leads from one board to another.
#[track_caller]
pub(crate) fn leads(before: &str, action: Action, to: &str) {
    assert_eq!(shown(&after(&board(before), action)), to);
}

/// The action changes nothing, so that there is nothing to undo.
#[track_caller]
pub(crate) fn changes_nothing(before: &Board, action: Action) {
    let (after, change) = changed(before, &command(action));
    assert_eq!(change.edits, []);
    assert_eq!(after, *before);
}

/// A board that is written and read again needs no repairs and is the same, and nothing of it is core and refused.
#[track_caller]
pub(crate) fn assert_sound(board: &Board) {
    let contradicts = |item: &&Item| item.core && item.quadrant() == Some(Quadrant::Eliminate);
    assert_eq!(board.items.values().map(AsRef::as_ref).find(contradicts), None);
    let text = serde_json::to_string(board).unwrap();
    let raw: RawBoard = serde_json::from_str(&text).unwrap();
    let (read, repairs) = raw.check();
    assert_eq!(repairs, []);
    assert_eq!(read, *board);
}
