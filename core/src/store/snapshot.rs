//! A whole board with the steps that can be undone, as one text.
//!
//! A board comes back in through the same checks as one from a file. History is kept as far as it has room: one
//! import can be larger than the board itself.

use serde::{Deserialize, Serialize};

use super::envelope::{Damage, Header, Kind, Unread, seal, unseal};
use crate::board::{Board, BoardId, RawBoard, Repair};
use crate::edit::{Change, Document, Ended, History, Meeting, Past};

/// The bytes of JSON that the kept steps may take: those that can be undone as much as those that can be redone.
const HISTORY_ROOM: usize = 300_000;

#[derive(Serialize)]
struct Written<'a> {
    board: &'a Board,
    history: &'a History,
    #[serde(skip_serializing_if = "Option::is_none")]
    meeting: &'a Option<Meeting>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ended: &'a Option<Ended>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reported: &'a Option<Past>,
}

#[derive(Deserialize)]
struct Stored {
    board: RawBoard,
    #[serde(default)]
    history: History,
    #[serde(default)]
    meeting: Option<Meeting>,
    #[serde(default)]
    ended: Option<Ended>,
    #[serde(default)]
    reported: Option<Past>,
}

/// The document as a text.
pub fn write(document: &Document) -> Result<String, serde_json::Error> {
    let board = document.board.as_ref();
    let history = document.history.kept(HISTORY_ROOM, size);
    let text = serde_json::to_string(&Written {
        board,
        history: &history,
        meeting: &document.meeting,
        ended: &document.ended,
        reported: &document.reported,
    })?;
    let header = Header { kind: Kind::Snapshot, revision: document.revision, items: board.items.len() };
    Ok(seal(header, &text))
}

/// The document from its text, and what had to be left out of it.
pub fn read(text: &str, board: BoardId) -> Result<(Document, Vec<Repair>), Unread> {
    let (header, text) = unseal(text, Kind::Snapshot)?;
    let stored: Stored = serde_json::from_str(&text).map_err(|error| Damage::Content(error.to_string()))?;
    if stored.board.id != board {
        return Err(Damage::Misplaced.into());
    }
    let (board, repairs) = stored.board.check();
    let mut document = Document::new(board);
    document.history = stored.history;
    document.meeting = stored.meeting;
    document.ended = stored.ended;
    document.reported = stored.reported;
    document.revision = header.revision;
    Ok((document, repairs))
}

/// Whether a change can still be undone after a reload. One that is too large, as an import can be, cannot, and
/// neither can what was done before it.
pub fn undo_survives(change: &Change) -> bool {
    size(change) <= HISTORY_ROOM
}

/// The bytes that a change takes when written.
fn size(change: &Change) -> usize {
    serde_json::to_string(change).map_or(usize::MAX, |text| text.len())
}
