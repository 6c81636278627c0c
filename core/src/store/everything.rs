//! Everything that is stored, as one file: every text under its name, as it is.
//!
//! The file is JSON: `{"unblock": "everything", "format": 1, "checksum": "…", "texts": {"<name>": "<text>", …}}`. The
//! checksum is that of all names and texts, joined by line feeds. Texts of the journal are named
//! `journal/<board>/snapshot` and `journal/<board>/step/<revision>`. `src/boot/texts.js` writes the same file without the
//! app's code. Absent on purpose: what becomes of a file that is read, which `restore.rs` decides.

use serde_json::{Map, Value};
use thiserror::Error;

use super::keys::Key;
use super::memory::MemoryShelf;
use super::port::{JournalRead, Shelf, ShelfError};
use super::recover::{Loaded, recover};
use super::save::Saver;
use super::snapshot;
use crate::board::{BoardId, checksum, sort_by};
use crate::edit::Document;

/// The format that this version writes.
const FORMAT: u64 = 1;
/// What the file begins with, whitespace apart.
const BEGINS: &str = "{\"unblock\":\"everything\"";
/// Texts of the journal.
const JOURNAL: &str = "journal/";

/// Why a file could not be read.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum EverythingError {
    /// It is cut off or was changed.
    #[error("the file is cut off or damaged: {0}")]
    Damaged(String),
    /// A newer version wrote it.
    #[error("a newer version of Unblock wrote it, in format {0}: reload the page to get that version")]
    Newer(u64),
}

/// All texts that are stored, by name.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Everything {
    texts: Map<String, Value>,
}

/// What a file brought, in one shelf: what only the journal had is on it too.
#[derive(Clone, Debug)]
pub struct Brought {
    /// The texts.
    pub shelf: MemoryShelf,
    /// Whether the file is as it was written; else single texts may be damaged, which they say themselves.
    pub is_whole: bool,
    /// How many texts have names that this version does not know; they are left out.
    pub unknown: usize,
}

impl Everything {
    /// All that a shelf holds. Who edits a board at the moment is left out.
    pub fn of(shelf: &dyn Shelf) -> Result<Self, ShelfError> {
        let mut all = Self::default();
        for key in shelf.keys()? {
            if let Some(text) = shelf.get(key)?.filter(|_| !matches!(key, Key::Lease(_))) {
                all.texts.insert(key.to_string(), text.into());
            }
        }
        Ok(all)
    }

    /// Adds what the journal holds of a board, where the shelf does not lead as far.
    pub fn add_journal(
        &mut self,
        home: &dyn Shelf,
        board: BoardId,
        journal: &JournalRead,
    ) -> Result<(), ShelfError> {
        match recover(home, board, Some(journal))? {
            Loaded::Open(opened) if opened.is_home() => return Ok(()),
            Loaded::Missing => return Ok(()),
            _ => {}
        }
        let snapshot = journal.snapshot.iter().map(|text| ("snapshot".to_owned(), text));
        let steps = journal.entries.iter().map(|(revision, text)| (format!("step/{revision}"), text));
        for (name, text) in snapshot.chain(steps) {
            self.texts.insert(format!("{JOURNAL}{board}/{name}"), text.as_str().into());
        }
        Ok(())
    }

    /// Puts a document in the place of what is stored of its board, for what could not be saved.
    pub fn put(&mut self, document: &Document) -> Result<(), serde_json::Error> {
        let id = document.board.id;
        self.texts.retain(|name, _| !matches!(Key::parse(name), Some(Key::Log(board, _)) if board == id));
        self.texts.insert(Key::Now(id).to_string(), snapshot::write(document)?.into());
        Ok(())
    }

    /// The file.
    pub fn write(&self) -> Result<String, serde_json::Error> {
        let texts = serde_json::to_string(&self.texts)?;
        Ok(format!("{BEGINS},\"format\":{FORMAT},\"checksum\":\"{}\",\"texts\":{texts}}}", self.checksum()))
    }

    /// Whether a text says that it is such a file.
    pub fn is_one(text: &str) -> bool {
        let mut letters = text.trim_start_matches('\u{feff}').chars().filter(|c| !c.is_whitespace());
        BEGINS.chars().all(|letter| letters.next() == Some(letter))
    }

    /// What a file holds.
    pub fn read(text: &str) -> Result<Brought, EverythingError> {
        let text = text.trim_start_matches('\u{feff}');
        let file: Value =
            serde_json::from_str(text).map_err(|error| EverythingError::Damaged(error.to_string()))?;
        let format = file["format"].as_u64().unwrap_or_default();
        if format > FORMAT {
            return Err(EverythingError::Newer(format));
        }
        let Some(texts) = file["texts"].as_object().filter(|_| format > 0) else {
            return Err(EverythingError::Damaged("it has no texts".to_owned()));
        };
        let all = Self { texts: texts.clone() };
        let is_whole = file["checksum"].as_str() == Some(all.checksum().as_str());
        all.brought(is_whole).map_err(|error| EverythingError::Damaged(error.to_string()))
    }

    fn checksum(&self) -> String {
        let mut parts = Vec::new();
        for (name, text) in &self.texts {
            parts.extend([name.as_str(), "\n", text.as_str().unwrap_or_default(), "\n"]);
        }
        parts.pop();
        format!("{:08x}", checksum(&parts))
    }

    /// The texts on one shelf. What the journal has beyond that is saved there as the app would do it.
    fn brought(&self, is_whole: bool) -> Result<Brought, ShelfError> {
        let mut brought = Brought { shelf: MemoryShelf::boundless(), is_whole, unknown: 0 };
        let mut journals: Vec<(BoardId, JournalRead)> = Vec::new();
        for (name, text) in &self.texts {
            let text = text.as_str().unwrap_or_default();
            let of_journal = name.strip_prefix(JOURNAL).and_then(|rest| rest.split_once('/'));
            match (Key::parse(name), of_journal.and_then(|(id, rest)| Some((id.parse().ok()?, rest)))) {
                (Some(Key::Lease(_)), _) => {}
                (Some(key), _) => brought.shelf.set(key, text)?,
                (None, Some((id, rest))) if take(of(&mut journals, id), rest, text) => {}
                (None, _) => brought.unknown += 1,
            }
        }
        for (id, mut journal) in journals {
            sort_by(&mut journal.entries, Ord::cmp);
            match recover(&brought.shelf, id, Some(&journal))? {
                Loaded::Open(opened) if !opened.is_home() => {
                    // In memory nothing fails; a document that has no text was never stored.
                    _ = Saver::resumed(&opened).save(&brought.shelf, &opened.document);
                }
                _ => {}
            }
        }
        Ok(brought)
    }
}

/// The journal of a board, which is empty at first.
fn of(journals: &mut Vec<(BoardId, JournalRead)>, id: BoardId) -> &mut JournalRead {
    let at = journals.iter().position(|(board, _)| *board == id).unwrap_or_else(|| {
        journals.push((id, JournalRead::default()));
        journals.len() - 1
    });
    &mut journals[at].1
}

/// Puts a text of the journal where it belongs. False where it belongs nowhere.
fn take(journal: &mut JournalRead, name: &str, text: &str) -> bool {
    match name.strip_prefix("step/").and_then(|revision| revision.parse().ok()) {
        Some(revision) => journal.entries.push((revision, text.to_owned())),
        None if name == "snapshot" => journal.snapshot = Some(text.to_owned()),
        None => return false,
    }
    true
}
