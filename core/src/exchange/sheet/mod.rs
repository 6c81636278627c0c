//! A table as people keep it in a spreadsheet, with heads in their own words or with none. What each column means is
//! guessed, shown, and corrected by a person before anything is taken.
//!
//! Absent on purpose: matching with a board (that is [`super::compare`]'s) and formulas: what a spreadsheet computed,
//! a score or a rank, is recognised and left out.

mod guess;
mod printed;
mod rows;

#[cfg(test)]
mod tests;

use super::error::ReadError;
use super::plan::Plan;
use super::table::Table;
use crate::board::Scales;
use crate::score::{Factor, Method};

pub(super) use guess::is_sheet;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Meaning {
    /// What the option is called.
    Title,
    /// Its id, for finding it again.
    Id,
    /// An input of a score.
    Input(Factor),
    /// Text for the notes.
    Notes,
    /// A score or a rank that the spreadsheet computed. It is left out.
    Result,
    /// Nothing that is taken.
    LeftOut,
}

impl Meaning {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 10] = [
        Self::Title,
        Self::Id,
        Self::Input(Factor::Reach),
        Self::Input(Factor::Impact),
        Self::Input(Factor::Confidence),
        Self::Input(Factor::Effort),
        Self::Input(Factor::Ease),
        Self::Notes,
        Self::Result,
        Self::LeftOut,
    ];

    /// Its name in a list.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Title => "Title",
            Self::Id => "Id",
            Self::Input(Factor::Reach) => "Reach",
            Self::Input(Factor::Impact) => "Impact",
            Self::Input(Factor::Confidence) => "Confidence",
            Self::Input(Factor::Effort) => "Effort",
            Self::Input(Factor::Ease) => "Ease",
            Self::Notes => "Notes",
            Self::Result => "A result: left out",
            Self::LeftOut => "Left out",
        }
    }

    /// True for what only one column can hold.
    const fn is_single(self) -> bool {
        matches!(self, Self::Title | Self::Id | Self::Input(_))
    }
}

/// A column of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetColumn {
    /// Its head; `Column 2` where there is none.
    pub name: String,
    /// What it holds: a guess, until somebody says otherwise.
    pub meaning: Meaning,
    /// Its first cells that hold something.
    pub samples: Vec<String>,
}

/// A table from a spreadsheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    text: String,
    file: Option<String>,
    /// True where the first line holds the heads.
    pub has_heads: bool,
    /// The columns.
    pub columns: Vec<SheetColumn>,
}

impl Sheet {
    /// The sheet in a text, its columns guessed. `file` is the file's name; `None` for what was pasted.
    pub fn read(text: &str, file: Option<&str>) -> Result<Self, ReadError> {
        let mut sheet = Self {
            text: text.to_owned(),
            file: file.map(str::to_owned),
            has_heads: guess::has_heads(text)?,
            columns: Vec::new(),
        };
        sheet.guess()?;
        Ok(sheet)
    }

    /// Says whether the first line holds the heads, and guesses anew.
    pub fn set_heads(&mut self, has_heads: bool) -> Result<(), ReadError> {
        self.has_heads = has_heads;
        self.guess()
    }

    /// Says what a column holds. Another one that held the same and cannot any more is left out.
    pub fn choose(&mut self, column: usize, meaning: Meaning) {
        for (at, other) in self.columns.iter_mut().enumerate() {
            if at == column {
                other.meaning = meaning;
            } else if meaning.is_single() && other.meaning == meaning {
                other.meaning = Meaning::LeftOut;
            }
        }
    }

    /// The plan in it, with names of impacts read by a board's scales. Where nothing is said, nothing is changed: the
    /// plan speaks of no field but those that an item has.
    pub fn plan(&self, scales: &Scales) -> Result<Plan, ReadError> {
        rows::plan(self, &self.table()?, scales)
    }

    fn table(&self) -> Result<Table, ReadError> {
        if self.has_heads { Table::read(&self.text) } else { Table::without_heads(&self.text) }
    }

    fn guess(&mut self) -> Result<(), ReadError> {
        self.columns = guess::columns(&self.table()?, self.has_heads);
        Ok(())
    }

    /// True where it says of what each row is, and at least one input.
    pub fn is_whole(&self) -> bool {
        let has_input = self.columns.iter().any(|column| matches!(column.meaning, Meaning::Input(_)));
        has_input && self.column(Meaning::Title).is_some()
    }

    /// True for what was pasted, not read from a file.
    pub const fn is_pasted(&self) -> bool {
        self.file.is_none()
    }

    fn column(&self, meaning: Meaning) -> Option<usize> {
        self.columns.iter().position(|column| column.meaning == meaning)
    }

    /// By which method its figures are meant: by ICE where ease stands there and effort does not.
    fn method(&self) -> Method {
        let has = |factor| self.column(Meaning::Input(factor)).is_some();
        if has(Factor::Ease) && !has(Factor::Effort) { Method::Ice } else { Method::Rice }
    }
}
