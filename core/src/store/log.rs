//! The steps since the snapshot, each as one small text.

use super::envelope::{Damage, Header, Kind, Unread, seal, unseal};
use crate::edit::{Document, Entry};

/// The step as a text.
pub fn write(entry: &Entry) -> Result<String, serde_json::Error> {
    let header = Header { kind: Kind::Entry, revision: entry.revision, items: 0 };
    serde_json::to_string(entry).map(|text| seal(header, &text))
}

/// The step from its text, which was found under this revision.
pub fn read(text: &str, revision: u64) -> Result<Entry, Unread> {
    let (header, text) = unseal(text, Kind::Entry)?;
    let entry: Entry = serde_json::from_str(&text).map_err(|error| Damage::Content(error.to_string()))?;
    if header.revision != revision || entry.revision != revision {
        return Err(Damage::Misplaced.into());
    }
    Ok(entry)
}

/// Takes the steps that follow on the document, in order; those it has already are passed over. Stops at the first
/// that is missing or does not fit, and gives how many were left over.
pub fn replay<'a>(document: &mut Document, entries: impl IntoIterator<Item = &'a Entry>) -> usize {
    let taken = |entry: &&Entry| entry.revision <= document.revision || document.replay(entry).is_ok();
    entries.into_iter().skip_while(taken).count()
}
