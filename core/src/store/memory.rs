//! A shelf in memory, with a quota like the browser's: for tests, and for when the browser blocks storage.

use std::cell::RefCell;
use std::collections::BTreeMap;

use super::keys::Key;
use super::port::{Shelf, ShelfError, units};
use super::quota::QUOTA;

/// Texts in memory. Also holds what neighbours keep in the same storage.
#[derive(Clone, Debug)]
pub struct MemoryShelf {
    texts: RefCell<BTreeMap<String, String>>,
    quota: usize,
}

impl Default for MemoryShelf {
    fn default() -> Self {
        Self::with_quota(QUOTA)
    }
}

impl MemoryShelf {
    /// An empty shelf with room for so many UTF-16 units.
    pub fn with_quota(quota: usize) -> Self {
        Self { texts: RefCell::default(), quota }
    }

    /// An empty shelf with room for anything.
    pub fn boundless() -> Self {
        Self::with_quota(usize::MAX)
    }

    /// Keeps a text under any name, as another page of the same origin does.
    pub fn set_by_name(&self, name: &str, text: &str) -> Result<(), ShelfError> {
        if self.quota == usize::MAX {
            self.texts.borrow_mut().insert(name.to_owned(), text.to_owned());
            return Ok(());
        }
        let held = self.texts.borrow().get(name).map_or(0, |held| units(name) + units(held));
        if self.used() - held + units(name) + units(text) > self.quota {
            return Err(ShelfError::Full);
        }
        self.texts.borrow_mut().insert(name.to_owned(), text.to_owned());
        Ok(())
    }

    /// Everything that is kept, by name.
    pub fn all(&self) -> BTreeMap<String, String> {
        self.texts.borrow().clone()
    }

    fn used(&self) -> usize {
        self.texts.borrow().iter().map(|(name, text)| units(name) + units(text)).sum()
    }
}

impl Shelf for MemoryShelf {
    fn get(&self, key: Key) -> Result<Option<String>, ShelfError> {
        Ok(self.texts.borrow().get(&key.to_string()).cloned())
    }

    fn set(&self, key: Key, text: &str) -> Result<(), ShelfError> {
        self.set_by_name(&key.to_string(), text)
    }

    fn remove(&self, key: Key) -> Result<(), ShelfError> {
        self.texts.borrow_mut().remove(&key.to_string());
        Ok(())
    }

    fn keys(&self) -> Result<Vec<Key>, ShelfError> {
        Ok(self.texts.borrow().keys().filter_map(|name| Key::parse(name)).collect())
    }

    fn units(&self) -> Result<usize, ShelfError> {
        Ok(self.used())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_write_that_does_not_fit_leaves_what_was_there() {
        let shelf = MemoryShelf::with_quota(30);
        let name = units(&Key::Preferences.to_string());
        shelf.set(Key::Preferences, "1234").unwrap();
        assert_eq!(shelf.set(Key::Preferences, "123456789"), Err(ShelfError::Full));
        assert_eq!(shelf.get(Key::Preferences), Ok(Some("1234".to_owned())));
        assert_eq!(shelf.units(), Ok(name + 4));
    }

    #[test]
    fn neighbours_count_but_are_not_seen() {
        let shelf = MemoryShelf::default();
        shelf.set_by_name("theme", "😀").unwrap();
        assert_eq!(shelf.keys(), Ok(Vec::new()));
        assert_eq!(shelf.units(), Ok(7));
    }
}
