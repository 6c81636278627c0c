//! The list of boards: found by scanning the keys, shown from a small card that each board keeps of itself.
//!
//! The card is a cache. Without it the snapshot is read; what it alone knows is whether the board is in the trash,
//! so that a lost card brings a board back rather than hiding it.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::envelope::{Header, Kind, Unread, peek, seal, unseal};
use super::keys::Key;
use super::port::{Shelf, ShelfError};
use super::snapshot;
use crate::board::{Board, BoardId, Date, Name, gathered, sort_by};
use crate::edit::Document;

/// A board in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BoardCard {
    /// Which one.
    pub id: BoardId,
    /// What is known of it.
    pub condition: Condition,
}

/// What is known of a board without opening it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Condition {
    /// What it says of itself.
    Known {
        /// Its name.
        name: Name,
        /// How many items it has, without those in the trash.
        items: usize,
        /// When it was last edited, in milliseconds since 1970 (UTC).
        #[serde(default)]
        edited: u64,
        /// The day it was thrown away.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        trashed: Option<Date>,
    },
    /// It cannot be read; opening it says why.
    #[serde(skip)]
    Unreadable,
    /// A newer version of Unblock wrote it.
    #[serde(skip)]
    Newer,
}

impl BoardCard {
    /// The card of a board that is not in the trash.
    pub fn of(board: &Board, edited: u64) -> Self {
        let (name, items) = (board.about.name.clone(), board.live().len());
        Self { id: board.id, condition: Condition::Known { name, items, edited, trashed: None } }
    }

    /// When it was last edited.
    pub const fn edited(&self) -> u64 {
        match self.condition {
            Condition::Known { edited, .. } => edited,
            Condition::Unreadable | Condition::Newer => 0,
        }
    }

    /// The day it was thrown away.
    pub const fn trashed(&self) -> Option<Date> {
        match self.condition {
            Condition::Known { trashed, .. } => trashed,
            Condition::Unreadable | Condition::Newer => None,
        }
    }
}

/// Keeps the card of a board. A board that cannot be read gets none, and one of a newer version keeps its own.
pub fn write_card(shelf: &dyn Shelf, card: &BoardCard) -> Result<(), ShelfError> {
    let Condition::Known { items, .. } = card.condition else { return Ok(()) };
    let held = shelf.get(Key::About(card.id))?;
    if let Some(Err(Unread::Newer(_))) = held.map(|text| peek(&text, Kind::About)) {
        return Ok(());
    }
    let text =
        serde_json::to_string(&card.condition).map_err(|error| ShelfError::Other(error.to_string()))?;
    let header = Header { kind: Kind::About, revision: 0, items };
    shelf.set(Key::About(card.id), &seal(header, &text))
}

/// The card that a board keeps of itself, where it has one.
pub fn read_card(shelf: &dyn Shelf, id: BoardId) -> Option<BoardCard> {
    let text = shelf.get(Key::About(id)).ok().flatten()?;
    let (_, text) = unseal(&text, Kind::About).ok()?;
    Some(BoardCard { id, condition: serde_json::from_str(&text).ok()? })
}

/// All boards, those in the trash too, the last edited first.
pub fn boards(shelf: &dyn Shelf) -> Result<Vec<BoardCard>, ShelfError> {
    let is_board = |key: Key| match key {
        Key::Now(id) | Key::Before(id) | Key::Log(id, _) => Some(id),
        _ => None,
    };
    let ids: BTreeSet<BoardId> = gathered(shelf.keys()?.into_iter().filter_map(is_board));
    let mut cards = Vec::new();
    for id in ids {
        cards.push(BoardCard { id, condition: condition(shelf, id)? });
    }
    sort_by(&mut cards, |a, b| b.edited().cmp(&a.edited()).then(a.id.cmp(&b.id)));
    Ok(cards)
}

fn condition(shelf: &dyn Shelf, id: BoardId) -> Result<Condition, ShelfError> {
    if let Some(card) = read_card(shelf, id) {
        return Ok(card.condition);
    }
    let now = shelf.get(Key::Now(id))?.map(|text| snapshot::read(&text, id));
    Ok(match now {
        Some(Ok((document, _))) => BoardCard::of(&document.board, 0).condition,
        Some(Err(Unread::Newer(_))) => Condition::Newer,
        _ => Condition::Unreadable,
    })
}

/// The document as a board of its own, for what another tab's edits left no place for.
pub fn conflict_copy(document: &Document, id: BoardId) -> Document {
    let mut board = (*document.board).clone();
    board.id = id;
    let name = format!("{} (conflict copy)", board.about.name);
    board.about.name = Name::shortened(&name).unwrap_or(board.about.name);
    Document::new(board)
}
