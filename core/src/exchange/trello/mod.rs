//! A Trello board as JSON (*Print, export and share*): lists, cards, labels, members, checklists, custom fields,
//! attachments, comments.
//!
//! Nothing is lost silently: archived cards, lists and labels without cards, members without a card, and the
//! history of the board are named as left out. Trello's own bookkeeping (limits, badges, covers, votes of the
//! reader) is not a part of a plan and is passed over.

mod board;
mod card;
mod texts;

use std::cmp::Ordering;

use serde_json::{Map, Value};

use super::error::ReadError;
use super::json::{Node, text};
use super::note::{NoteKind, Notes, Place, cut, quoted};
use super::plan::{Gathered, Plan};
use super::{Context, Format};
use crate::board::{FieldName, MAX_ITEMS, Name, sort_by};

use board::TrelloBoard;

const SPEAKS: [FieldName; 9] = [
    FieldName::Title,
    FieldName::Priority,
    FieldName::NotBefore,
    FieldName::Deadline,
    FieldName::Progress,
    FieldName::Responsible,
    FieldName::Consulted,
    FieldName::Tags,
    FieldName::Notes,
];

/// The plan on a Trello board.
pub(super) fn read(root: &Map<String, Value>, context: &Context) -> Result<Plan, ReadError> {
    for member in ["cards", "lists"] {
        if !root.get(member).is_some_and(Value::is_array) {
            let problem = format!("this looks like a Trello board, but '{member}' is not a list");
            return Err(ReadError::Wrong { place: Place::Path(member.to_owned()), problem });
        }
    }
    let root = Node { object: root, path: String::new() };
    let mut gathered = Gathered::default();
    let board = TrelloBoard::of(&root, &mut gathered.notes);
    let (archived, mut cards): (Vec<Node>, Vec<Node>) =
        root.objects("cards", &mut gathered.notes).into_iter().partition(|card| board.is_archived(card));
    if cards.len() > MAX_ITEMS {
        return Err(ReadError::TooManyItems(cards.len()));
    }
    sort_by(&mut cards, |a, b| {
        in_order(board.list_position(a), board.list_position(b)).then(in_order(position(a), position(b)))
    });
    for node in &cards {
        if let Some(sketch) = card::item(node, &board, context, &mut gathered.notes) {
            gathered.take(sketch);
        }
    }
    say_archived(&archived, &mut gathered.notes);
    board.say_unused(&cards, &mut gathered.notes);
    say_history(&root, &mut gathered.notes);
    let title = text(root.object, "name").unwrap_or("Trello board");
    let name =
        Name::shortened(title).or_else(|_| Name::shortened("Trello board")).map_err(|_| ReadError::Empty)?;
    let id = text(root.object, "id").unwrap_or(title);
    gathered.finish(Format::Trello, format!("trello:{id}"), name, &SPEAKS)
}

/// Where a card or a list stands among its like; Trello writes a number.
fn position(node: &Node) -> f64 {
    node.object.get("pos").and_then(Value::as_f64).unwrap_or(f64::MAX)
}

/// Numbers read from JSON are never NaN.
fn in_order(a: f64, b: f64) -> Ordering {
    a.partial_cmp(&b).unwrap_or(Ordering::Equal)
}

fn say_archived(cards: &[Node], notes: &mut Notes) {
    let Some(first) = cards.first() else { return };
    let titles: Vec<&str> =
        cards.iter().map(|card| text(card.object, "name").unwrap_or("untitled")).collect();
    let cards = if let [_] = cards {
        "1 archived card was".to_owned()
    } else {
        format!("{} archived cards were", cards.len())
    };
    notes.say(NoteKind::LeftOut, Some(first.place()), format!("{cards} left out: {}", listed(&titles)));
}

/// What happened on the board is not what is planned on it; comments are, and went to their cards.
fn say_history(root: &Node, notes: &mut Notes) {
    let actions = root.object.get("actions").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    let is_comment = |action: &&Value| action.get("type").and_then(Value::as_str) == Some("commentCard");
    let others = actions.len() - actions.iter().filter(is_comment).count();
    if others > 0 {
        let said = format!("{others} entries of the board's history were left out");
        notes.say(NoteKind::LeftOut, Some(root.at("actions")), said);
    }
    let data = root.object.get("pluginData").and_then(Value::as_array).map_or(0, Vec::len);
    if data > 0 {
        let said = "data that Power-Ups keep on the board was left out";
        notes.say(NoteKind::LeftOut, Some(root.at("pluginData")), said);
    }
    if let Some(about) = text(root.object, "desc") {
        let said = format!("the board's description was left out: {}", cut(about));
        notes.say(NoteKind::LeftOut, Some(root.at("desc")), said);
    }
}

/// Titles in a sentence.
fn listed(titles: &[&str]) -> String {
    titles.iter().map(|title| quoted(title.trim())).collect::<Vec<_>>().join(", ")
}
