//! What a person prefers, as a text whose content is the app's affair.

use super::envelope::{Header, Kind, seal, unseal};
use super::keys::Key;
use super::port::{Shelf, ShelfError};

/// The preferences. What cannot be read counts as none.
pub fn read_preferences(shelf: &dyn Shelf) -> Result<Option<String>, ShelfError> {
    let text = shelf.get(Key::Preferences)?;
    Ok(text.and_then(|text| unseal(&text, Kind::Preferences).ok()).map(|(_, text)| text))
}

/// Keeps the preferences.
pub fn write_preferences(shelf: &dyn Shelf, text: &str) -> Result<(), ShelfError> {
    let header = Header { kind: Kind::Preferences, revision: 0, items: 0 };
    shelf.set(Key::Preferences, &seal(header, text))
}
