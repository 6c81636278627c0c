//! What an import has to say: what was not understood, changed or left out, and where it stands in the file.
//!
//! A hundred cards with the same remark give one note with its first place and a count. Nothing here decides what
//! is taken.

use std::collections::BTreeMap;
use std::fmt;

/// Where something stands in a file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// A line, the first being 1.
    Line(u64),
    /// A cell of a table: its line and the name of its column.
    Cell {
        /// The line its row begins on, the first being 1.
        line: u64,
        /// The column's name in the header.
        column: String,
    },
    /// A character of a line, both counted from 1.
    Position {
        /// The line.
        line: usize,
        /// The column.
        column: usize,
    },
    /// A value in a JSON file, such as `cards[3].due`.
    Path(String),
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Line(line) => write!(f, "line {line}"),
            Self::Cell { line, column } => write!(f, "line {line}, column '{column}'"),
            Self::Position { line, column } => write!(f, "line {line}, column {column}"),
            Self::Path(path) => f.write_str(path),
        }
    }
}

/// What became of the thing that a note is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NoteKind {
    /// It is not a field of its own here; it is kept as text in the item's notes.
    Kept,
    /// It was not taken.
    LeftOut,
    /// It was taken, but not as it stood there.
    Changed,
    /// It was taken with a meaning that the file does not state.
    ReadAs,
}

/// One remark on an import.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// What became of it.
    pub kind: NoteKind,
    /// Where it stands, the first time.
    pub place: Option<Place>,
    /// The remark, a sentence without its full stop.
    pub text: String,
    /// How often it applies, at least once.
    pub times: usize,
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(place) = &self.place {
            write!(f, "{place}: ")?;
        }
        f.write_str(&self.text)?;
        match self.times {
            0 | 1 => Ok(()),
            times => write!(f, " ({times} times)"),
        }
    }
}

/// The start of a text that may be as long as the file: a message shows no more of it than a line can.
pub(super) fn cut(text: &str) -> String {
    start(text, 200)
}

/// A text in quotes, of a long one its start.
pub(super) fn quoted(text: &str) -> String {
    format!("'{}'", start(text, 80))
}

/// So many characters of a text, and a mark where that is not all of it.
fn start(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default().trim_end()),
        None => text.to_owned(),
    }
}

/// Notes in the making.
#[derive(Debug, Default)]
pub(super) struct Notes {
    list: Vec<Note>,
    known: BTreeMap<(NoteKind, String), usize>,
}

impl Notes {
    /// Adds a remark, or counts it where it was made before.
    pub(super) fn say(&mut self, kind: NoteKind, place: Option<Place>, text: impl Into<String>) {
        let text = text.into();
        if let Some(note) = self.known.get(&(kind, text.clone())).and_then(|index| self.list.get_mut(*index))
        {
            note.times += 1;
            return;
        }
        self.known.insert((kind, text.clone()), self.list.len());
        self.list.push(Note { kind, place, text, times: 1 });
    }

    /// The remarks in the order in which they were first made.
    pub(super) fn into_list(self) -> Vec<Note> {
        self.list
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_quoted_with_a_mark_where_it_is_cut() {
        assert_eq!(quoted("Ship the beta"), "'Ship the beta'");
        let long = format!("{} and the rest of it", "x".repeat(79));
        assert_eq!(quoted(&long), format!("'{}…'", "x".repeat(79)), "no blank before the mark");
        assert_eq!(quoted(&"ü".repeat(80)), format!("'{}'", "ü".repeat(80)), "as long as it may be");
    }

    #[test]
    fn the_same_remark_is_made_once_and_counted() {
        let mut notes = Notes::default();
        for line in [4, 9, 12] {
            notes.say(NoteKind::LeftOut, Some(Place::Line(line)), "no title");
        }
        notes.say(NoteKind::Kept, None, "no title");
        let said: Vec<String> = notes.into_list().iter().map(ToString::to_string).collect();
        assert_eq!(said, ["line 4: no title (3 times)", "no title"]);
    }
}
