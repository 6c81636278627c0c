//! What is remembered of a board from one opening to the next, as a text whose content is the app's affair. It belongs to
//! this browser and not to the board, and goes with it.

use super::envelope::{Header, Kind, Unread, peek, seal, unseal};
use super::keys::Key;
use super::port::{Shelf, ShelfError};
use crate::board::BoardId;

/// What is remembered of a board. What cannot be read counts as nothing.
pub fn read_watch(shelf: &dyn Shelf, board: BoardId) -> Result<Option<String>, ShelfError> {
    let text = shelf.get(Key::Watch(board))?;
    Ok(text.and_then(|text| unseal(&text, Kind::Watch).ok()).map(|(_, text)| text))
}

/// Remembers something of a board. What a newer version remembers stays as it is.
pub fn write_watch(shelf: &dyn Shelf, board: BoardId, text: &str) -> Result<(), ShelfError> {
    let held = shelf.get(Key::Watch(board))?;
    if let Some(Err(Unread::Newer(_))) = held.map(|text| peek(&text, Kind::Watch)) {
        return Ok(());
    }
    let header = Header { kind: Kind::Watch, revision: 0, items: 0 };
    shelf.set(Key::Watch(board), &seal(header, text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::{MemoryShelf, boards, delete};
    use uuid::Uuid;

    #[test]
    fn what_is_remembered_is_read_back_makes_no_board_and_goes_with_it() {
        let (shelf, id) = (MemoryShelf::default(), BoardId::new(Uuid::from_u128(7)));
        assert_eq!(read_watch(&shelf, id), Ok(None));
        write_watch(&shelf, id, "{}").unwrap();
        assert_eq!(read_watch(&shelf, id), Ok(Some("{}".to_owned())));
        assert!(boards(&shelf).unwrap().is_empty());
        delete(&shelf, id).unwrap();
        assert!(shelf.keys().unwrap().is_empty());
    }
}
