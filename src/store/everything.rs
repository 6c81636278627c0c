//! Everything that is stored as one file, and boards that come back from such a file.

use unblock_core::board::BoardId;
use unblock_core::store::{Brought, Coming, Everything, ShelfError, coming, restore_asides, restore_board};

use super::{Role, Store};
use crate::clock;

impl Store {
    /// The file of everything, with what could not be saved of the open board.
    pub async fn everything(&self) -> Result<String, String> {
        self.bring_up_to_date();
        let words = |error: ShelfError| error.to_string();
        let mut all = Everything::of(self.shelf()).map_err(words)?;
        if let Some(journal) = self.journal() {
            for id in journal.boards().await.unwrap_or_default() {
                // What of the journal cannot be read is on the shelf as well, or nowhere.
                if let Ok(read) = journal.read(id).await {
                    all.add_journal(self.shelf(), id, &read).map_err(words)?;
                }
            }
        }
        let unsaved = self.with_open(|open| {
            let waits = open.role == Role::Writer && open.edits > 0 && open.saver.is_behind();
            waits.then(|| open.document.clone())
        });
        if let Some(document) = unsaved.flatten() {
            all.put(&document).map_err(|error| error.to_string())?;
        }
        all.write().map_err(|error| error.to_string())
    }

    /// What would become of the boards of a file.
    pub fn coming(&self, brought: &Brought) -> Result<Vec<Coming>, ShelfError> {
        self.bring_up_to_date();
        coming(brought, self.shelf())
    }

    /// Takes a board of a file.
    pub fn bring(&self, brought: &Brought, coming: &Coming) -> Result<BoardId, ShelfError> {
        restore_board(brought, self.shelf(), coming, clock::new_board_id())
    }

    /// Takes the texts of a file that were kept aside there.
    pub fn bring_asides(&self, brought: &Brought) -> Result<usize, ShelfError> {
        let taken = restore_asides(brought, self.shelf());
        self.watch_room();
        taken
    }

    fn bring_up_to_date(&self) {
        let waits = self.with_open(|open| open.role == Role::Writer && open.saver.is_behind());
        if waits == Some(true) {
            self.flush();
        }
        self.write_open_card();
    }
}
