//! Files in and out.
//!
//! [`read`] tells what a file is by its content and gives either a whole board or a neutral [`Plan`]. [`compare`]
//! matches a plan with a board and gives a [`Preview`] with the import ready to be dispatched. What is written
//! comes from [`write_board`], [`write_plan_csv`], [`write_schedule_csv`], [`write_scores_csv`], [`write_ics`] and
//! [`write_markdown`].
//!
//! Nothing here changes a board, asks for the time or makes an id: the caller passes in what is needed of them.

mod board_file;
mod compare;
mod csv_row;
mod decode;
mod error;
mod github;
mod ics;
mod jira;
mod json;
mod lines;
mod lines_json;
mod markdown;
mod moment;
mod ms_project;
mod note;
mod plan;
mod plan_csv;
mod recognise;
mod schedule_csv;
mod scores_csv;
mod sheet;
mod table;
mod trello;
mod words;

use uuid::Uuid;

use crate::board::{Board, Date, Scales};

pub use board_file::{BOARD_FORMAT, write_board};
pub use compare::{Changed, Prefer, Preview, compare};
pub use error::{Foreign, MAX_BYTES, ReadError};
pub use ics::write_ics;
pub use markdown::{escaped as markdown_escaped, write_markdown};
pub use moment::utc_day;
pub use note::{Note, NoteKind, Place};
pub use plan::{Owners, Plan, PlannedItem, PlannedLink};
pub use plan_csv::{typed_link, write_plan_csv};
pub use schedule_csv::{write_schedule_csv, write_schedule_csv_by_source};
pub use scores_csv::{write_scores_csv, write_scores_csv_by_source};
pub use sheet::{Meaning, Sheet, SheetColumn};

use recognise::{Found, recognise};

/// What is to be read.
#[derive(Clone, Copy, Debug)]
pub struct FileIn<'a> {
    /// The file's name; `None` for a text that was pasted.
    pub name: Option<&'a str>,
    /// Its bytes.
    pub bytes: &'a [u8],
}

impl<'a> FileIn<'a> {
    /// A text that was pasted.
    pub const fn pasted(text: &'a str) -> Self {
        Self { name: None, bytes: text.as_bytes() }
    }
}

/// What reading needs of the world outside.
pub struct Context<'a> {
    /// The day it is. Nothing that has happened can be later.
    pub today: Date,
    /// The day of a moment (milliseconds since 1970) where the reader is. [`utc_day`] is the one in UTC.
    pub local_day: &'a dyn Fn(i64) -> Option<Date>,
    /// Makes an id, for a board file that leaves them out.
    pub new_id: &'a mut dyn FnMut() -> Uuid,
}

/// What a file was recognised as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Unblock's own board file.
    BoardFile,
    /// A plan as CSV.
    PlanCsv,
    /// A Trello board as JSON.
    Trello,
    /// A Jira search as CSV.
    JiraCsv,
    /// Issues of GitHub as JSON.
    GithubIssues,
    /// A project of MS Project as XML.
    MsProject,
    /// A table from a spreadsheet, its columns guessed.
    Sheet,
    /// Plain text, one item a line.
    Text,
}

impl Format {
    /// What it is called in a sentence.
    pub const fn name(self) -> &'static str {
        match self {
            Self::BoardFile => "Unblock board",
            Self::PlanCsv => "plan CSV",
            Self::Trello => "Trello board",
            Self::JiraCsv => "Jira search",
            Self::GithubIssues => "list of GitHub issues",
            Self::MsProject => "MS Project file",
            Self::Sheet => "table",
            Self::Text => "text",
        }
    }

    /// Its name at the beginning of a sentence: `An MS Project file`.
    pub fn with_article(self) -> String {
        let article = if matches!(self, Self::BoardFile | Self::MsProject) { "An" } else { "A" };
        format!("{article} {}", self.name())
    }
}

/// What a file holds.
#[derive(Clone, Debug)]
pub enum Incoming {
    /// A whole board, and what had to be left out of it. It has the id it was written with: opened beside the
    /// board it came from, it needs a new one.
    Board(Box<Board>, Vec<Note>),
    /// A plan from elsewhere, to be compared with a board.
    Plan(Plan),
}

/// Reads a file. On an error nothing was taken, and the error says what is wrong and where.
pub fn read(file: FileIn, context: &mut Context) -> Result<Incoming, ReadError> {
    let text = decode::text_of(file.bytes)?;
    let plan = match recognise(&file, &text)? {
        Found::Board(root) => {
            let (board, notes) = board_file::read(root, context.new_id)?;
            return Ok(Incoming::Board(Box::new(board), notes));
        }
        Found::Trello(root) => trello::read(&root, context),
        Found::Github(list) => github::read(&list, file.name, context),
        Found::Jira(table) => jira::read(&table, file.name, context.today),
        Found::MsProject => ms_project::read(&text, file.name, context.today),
        Found::Sheet => Sheet::read(&text, file.name)?.plan(&Scales::default()),
        Found::PlanCsv(table) => plan_csv::read(&table, file.name, context.today),
        Found::Text => lines::read(&text, file.name, context.today),
    };
    plan.map(Incoming::Plan)
}

/// A file's name without folders, its ending and the number that a browser adds to a second download.
fn file_stem(name: &str) -> &str {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let stem = stem.strip_suffix(".unblock").unwrap_or(stem);
    let numbered = stem.strip_suffix(')').and_then(|rest| rest.rsplit_once(" ("));
    numbered.filter(|(_, number)| number.bytes().all(|b| b.is_ascii_digit())).map_or(stem, |(plain, _)| plain)
}
