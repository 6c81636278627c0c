//! The look at what was saved, some seconds later: the browser may lose a write that it has accepted.
//!
//! Nothing is mended here but what went aside; a saver that misses something folds anew.

use super::{SaveError, Saver, Tail};
use crate::store::aside::put_aside;
use crate::store::envelope::{Kind, peek};
use crate::store::keys::Key;
use crate::store::port::{Shelf, ShelfError};

impl Saver {
    /// Whether the shelf still holds what was written: the snapshot and each step since. The browser may lose a write
    /// that it has accepted, and not only the last one. What went aside and is gone goes there again.
    pub fn verify(&mut self, shelf: &dyn Shelf) -> Result<bool, SaveError> {
        for text in &self.asides {
            put_aside(shelf, self.board, text)?;
        }
        self.asides.clear();
        self.check(shelf)?;
        if let Some(tail) = self.tail
            && !self.holds_the_way_to(tail, shelf)?
        {
            self.tail = None;
        }
        Ok(self.tail.is_some())
    }

    fn holds_the_way_to(&self, tail: Tail, shelf: &dyn Shelf) -> Result<bool, ShelfError> {
        let base = tail.revision.saturating_sub(self.logged as u64);
        let now = shelf.get(Key::Now(self.board))?;
        let snapshot = now.as_deref().and_then(|text| peek(text, Kind::Snapshot).ok());
        let since = |key: &Key| matches!(key, Key::Log(board, step) if *board == self.board && *step > base);
        let steps = shelf.keys()?.iter().filter(|key| since(key)).count();
        Ok(snapshot.is_some_and(|header| header.revision == base) && steps == self.logged)
    }
}
