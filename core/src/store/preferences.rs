//! What a person prefers, as a text whose content is the app's affair.

use uuid::Uuid;

use super::aside::put_aside;
use super::envelope::{Header, Kind, Unread, peek, seal, unseal};
use super::keys::Key;
use super::port::{Shelf, ShelfError};
use crate::board::BoardId;

/// The preferences. What cannot be read counts as none.
pub fn read_preferences(shelf: &dyn Shelf) -> Result<Option<String>, ShelfError> {
    let text = shelf.get(Key::Preferences)?;
    Ok(text.and_then(|text| unseal(&text, Kind::Preferences).ok()).map(|(_, text)| text))
}

/// Keeps the preferences. Those of a newer version stay as they are; what cannot be read goes aside, under the board
/// that none is.
pub fn write_preferences(shelf: &dyn Shelf, text: &str) -> Result<(), ShelfError> {
    if let Some(old) = shelf.get(Key::Preferences)? {
        match peek(&old, Kind::Preferences) {
            Ok(_) => {}
            Err(Unread::Newer(_)) => return Ok(()),
            Err(Unread::Damaged(_)) => put_aside(shelf, BoardId::new(Uuid::nil()), &old)?,
        }
    }
    let header = Header { kind: Kind::Preferences, revision: 0, items: 0 };
    shelf.set(Key::Preferences, &seal(header, text))
}
