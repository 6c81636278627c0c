//! What reads, changes and writes documents, as a table of functions: a part of the program that is fetched.
//!
//! Where nothing is stored yet it comes after the first screen; else it is here before anything is read. Absent on
//! purpose: when any of it is called. That the store and the session know.

use unblock_core::board::{Board, BoardId};
use unblock_core::edit::{Command, Document, Entry, Rejection, ReplayError, Stamp};
use unblock_core::exchange::write_board;
use unblock_core::schedule::Effect;
use unblock_core::store::{
    Attempt, BoardCard, JournalRead, Loaded, SaveError, Saver, Shelf, ShelfError, Unread, boards, previous,
    read_card, read_entry, read_preferences, read_watch, recover, write_card, write_preferences, write_watch,
};
use unblock_core::view::{Scene, Watch, effect_of};

use crate::preferences::Preferences;

/// What takes a step back or does it again.
pub type Turn = fn(&mut Document, Stamp) -> Option<Entry>;

/// The functions. Each is what it is called in the core.
#[derive(Clone, Copy)]
pub struct Keeper {
    /// Does what is asked.
    pub dispatch: fn(&mut Document, &Command) -> Result<Option<Entry>, Rejection>,
    /// Foretells what a command would do to the plan.
    pub effect_of: fn(&Scene, &Command) -> Result<Effect, Rejection>,
    /// Takes the last step back.
    pub undo: Turn,
    /// Does the last undone step again.
    pub redo: Turn,
    /// Does what an entry of the log did.
    pub replay: fn(&mut Document, &Entry) -> Result<(), ReplayError>,
    /// Reads a board from what is stored of it.
    pub recover: fn(&dyn Shelf, BoardId, Option<&JournalRead>) -> Result<Loaded, ShelfError>,
    /// Reads the generation before a board's snapshot.
    pub previous: fn(&dyn Shelf, BoardId) -> Result<Option<Document>, ShelfError>,
    /// Reads a step.
    pub read_entry: fn(&str, u64) -> Result<Entry, Unread>,
    /// Writes a board as a file.
    pub write_board: fn(&Board) -> String,
    /// Saves what waits.
    pub save: fn(&mut Saver, &dyn Shelf, &Document) -> Attempt,
    /// Folds the log into a new snapshot.
    pub fold: fn(&mut Saver, &dyn Shelf, &Document) -> Attempt,
    /// Checks that what was saved is still there.
    pub verify: fn(&mut Saver, &dyn Shelf) -> Result<bool, SaveError>,
    /// Lists all boards.
    pub boards: fn(&dyn Shelf) -> Result<Vec<BoardCard>, ShelfError>,
    /// Reads the card of a board.
    pub read_card: fn(&dyn Shelf, BoardId) -> Option<BoardCard>,
    /// Keeps the card of a board.
    pub write_card: fn(&dyn Shelf, &BoardCard) -> Result<(), ShelfError>,
    /// Reads the preferences, where they were ever set.
    pub read_preferences: fn(&dyn Shelf) -> Option<Preferences>,
    /// Keeps the preferences.
    pub write_preferences: fn(&dyn Shelf, &Preferences),
    /// Reads what is remembered of a board.
    pub read_watch: fn(&dyn Shelf, BoardId) -> Option<Watch>,
    /// Remembers something of a board.
    pub write_watch: fn(&dyn Shelf, BoardId, &Watch),
}

impl Keeper {
    /// All of them.
    pub const fn new() -> Self {
        Self {
            dispatch: Document::dispatch,
            effect_of,
            undo: Document::undo,
            redo: Document::redo,
            replay: Document::replay,
            recover,
            previous,
            read_entry,
            write_board,
            save: Saver::save,
            fold: Saver::fold,
            verify: Saver::verify,
            boards,
            read_card,
            write_card,
            read_preferences: preferences_read,
            write_preferences: preferences_written,
            read_watch: watch_read,
            write_watch: watch_written,
        }
    }
}

fn preferences_read(shelf: &dyn Shelf) -> Option<Preferences> {
    read_preferences(shelf).ok().flatten().map(|text| Preferences::read(Some(&text)))
}

/// Where that fails, they last as long as the page.
fn preferences_written(shelf: &dyn Shelf, preferences: &Preferences) {
    _ = write_preferences(shelf, &preferences.write());
}

fn watch_read(shelf: &dyn Shelf, board: BoardId) -> Option<Watch> {
    let text = read_watch(shelf, board).ok().flatten()?;
    serde_json::from_str(&text).ok()
}

/// Where that fails, nothing is noticed at the next opening.
fn watch_written(shelf: &dyn Shelf, board: BoardId, watch: &Watch) {
    if let Ok(text) = serde_json::to_string(watch) {
        _ = write_watch(shelf, board, &text);
    }
}
