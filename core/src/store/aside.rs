//! Texts that could not be read. They are kept as they are until a person throws them away.

use std::fmt::Write;

use super::keys::Key;
use super::port::{Shelf, ShelfError};
use crate::board::{BoardId, sort_by, sort_by_key};

/// One text that was put aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aside {
    /// Where it is kept.
    pub key: Key,
    /// The text.
    pub text: String,
}

/// All texts that were put aside, of one board or of all.
pub fn asides(shelf: &dyn Shelf, board: Option<BoardId>) -> Result<Vec<Aside>, ShelfError> {
    let is_one = |key: &Key| matches!(key, Key::Aside(id, _) if board.is_none_or(|board| board == *id));
    let mut keys: Vec<Key> = shelf.keys()?.into_iter().filter(is_one).collect();
    sort_by(&mut keys, Ord::cmp);
    let mut found = Vec::new();
    for key in keys {
        found.extend(shelf.get(key)?.map(|text| Aside { key, text }));
    }
    Ok(found)
}

/// Keeps a text of a board, once.
pub(super) fn put_aside(shelf: &dyn Shelf, board: BoardId, text: &str) -> Result<(), ShelfError> {
    let kept = asides(shelf, Some(board))?;
    if kept.iter().any(|aside| aside.text == text) {
        return Ok(());
    }
    let last = kept.iter().filter_map(|aside| match aside.key {
        Key::Aside(_, number) => Some(number),
        _ => None,
    });
    let number = last.max().map_or(0, |last| last.saturating_add(1));
    shelf.set(Key::Aside(board, number), text)
}

/// Deletes everything of a board. Its steps go first, the newest before the others, and its snapshot goes last, so that
/// what a crash leaves is a board as it once was.
pub fn delete(shelf: &dyn Shelf, board: BoardId) -> Result<(), ShelfError> {
    let mut keys: Vec<Key> = shelf.keys()?.into_iter().filter(|key| key.board() == Some(board)).collect();
    sort_by_key(&mut keys, |key| match key {
        Key::Log(_, revision) => u64::MAX - 2 - revision.min(&(u64::MAX - 2)),
        Key::Now(_) => u64::MAX,
        _ => u64::MAX - 1,
    });
    keys.into_iter().try_for_each(|key| shelf.remove(key))
}

/// Everything that is stored of a board, each text under its name: for a person to download.
pub fn raw_texts(shelf: &dyn Shelf, board: BoardId) -> Result<String, ShelfError> {
    let mut keys: Vec<Key> = shelf.keys()?.into_iter().filter(|key| key.board() == Some(board)).collect();
    sort_by(&mut keys, Ord::cmp);
    let mut all = String::new();
    for key in keys {
        if let Some(text) = shelf.get(key)? {
            _ = write!(all, "# {key}\n{text}\n\n");
        }
    }
    Ok(all)
}
