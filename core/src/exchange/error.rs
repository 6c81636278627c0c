//! Why a file cannot be read, in words a person can act on: what it is, where it went wrong, what to do instead.

use thiserror::Error;

use super::note::Place;

/// A file is refused above this many bytes.
pub const MAX_BYTES: usize = 10 * 1024 * 1024;

/// Why nothing was taken from a file.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ReadError {
    /// Larger than [`MAX_BYTES`].
    #[error("The file has {} MB; at most 10 MB can be read. Export a part of it.", .0.div_ceil(1024 * 1024))]
    TooLarge(usize),
    /// No character in it that can be seen.
    #[error("There is nothing in it.")]
    Empty,
    /// Bytes that are not text, and no file type that is known.
    #[error("This is not a text file (its byte {0} is no text). {EXPECTED}")]
    Binary(usize),
    /// Text in an encoding that cannot be told.
    #[error(
        "Line {line} has a character that is not UTF-8. Save the file as UTF-8 (in Excel: 'CSV UTF-8') and try again."
    )]
    NotUtf8 {
        /// The line of the first such character, counted from 1.
        line: usize,
    },
    /// A file of another program, which is known but not read.
    #[error("{}", .0.refusal())]
    Foreign(Foreign),
    /// Looks like JSON and is not.
    #[error("{place}: this is not valid JSON: {problem}.")]
    Json {
        /// Where.
        place: Place,
        /// What is wrong there.
        problem: String,
    },
    /// A table whose last quotation mark is missing.
    #[error("Line {0}: a quotation mark opens here and is never closed. The file may have been cut off.")]
    OpenQuote(u64),
    /// More columns than any export has.
    #[error("The table has {0} columns; at most 2,000 can be read.")]
    TooManyColumns(usize),
    /// A table without a column for the titles.
    #[error("This table has no column 'title' in its first line; it has {0}. {EXPECTED}")]
    NoTitles(String),
    /// A sheet without a column that holds the titles.
    #[error("No column is chosen for the titles.")]
    NoTitleColumn,
    /// The right kind of file with something wrong in it.
    #[error("{place}: {problem}.")]
    Wrong {
        /// Where.
        place: Place,
        /// What is wrong there, a sentence without its full stop.
        problem: String,
    },
    /// A board file of a later version of this program.
    #[error(
        "This board was written by a newer version (format {0}; this version reads 1). Reload the page to get the newest version."
    )]
    NewerFormat(String),
    /// More items than a board holds.
    #[error("There are {0} items in it; a board holds 20,000. Export a part of it.")]
    TooManyItems(usize),
    /// Readable, with not one item in it.
    #[error("There is not one item in this {0}.")]
    NoItems(&'static str),
    /// Nothing that is known.
    #[error("This is {0}, which cannot be read here. {EXPECTED}")]
    Unknown(String),
}

/// What can be read, as the end of a message.
const EXPECTED: &str = "Expected: an Unblock board, a plan as CSV with a column 'title', a Trello board (JSON), a Jira search (CSV), GitHub issues (JSON), an MS Project file (XML) or a text with one item a line.";

/// A file of another program that is recognised, and refused by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Foreign {
    /// A Todoist project as CSV.
    Todoist,
    /// A Mermaid diagram.
    Mermaid,
    /// A Trello board or card list as CSV.
    TrelloCsv,
    /// An Asana export.
    Asana,
    /// A Linear export.
    Linear,
    /// A `ClickUp` export.
    ClickUp,
    /// A monday.com export.
    Monday,
    /// What Jira's REST interface or its XML view gives.
    JiraOther,
    /// A schedule that Unblock wrote.
    Schedule,
    /// Scores that Unblock wrote.
    Scores,
    /// A calendar.
    Calendar,
    /// An Excel or another spreadsheet file.
    Spreadsheet,
    /// A Word, `PowerPoint`, old Office or MS Project file.
    Office,
    /// A compressed archive.
    Archive,
    /// A picture.
    Image,
    /// A PDF.
    Pdf,
    /// A web page.
    WebPage,
}

impl Foreign {
    /// What it is, as in "This is …".
    pub const fn name(self) -> &'static str {
        match self {
            Self::Todoist => "a Todoist export",
            Self::Mermaid => "a Mermaid diagram",
            Self::TrelloCsv => "a Trello export as CSV",
            Self::Asana => "an Asana export",
            Self::Linear => "a Linear export",
            Self::ClickUp => "a ClickUp export",
            Self::Monday => "a monday.com export",
            Self::JiraOther => "a Jira export as JSON or XML",
            Self::Schedule => "a schedule that Unblock wrote",
            Self::Scores => "a table of scores that Unblock wrote",
            Self::Calendar => "a calendar file",
            Self::Spreadsheet => "a spreadsheet file",
            Self::Office => "an Office document",
            Self::Archive => "a compressed archive",
            Self::Image => "a picture",
            Self::Pdf => "a PDF",
            Self::WebPage => "a web page",
        }
    }

    /// What to do to get its content in.
    const fn instead(self) -> &'static str {
        match self {
            Self::Mermaid => {
                "Paste the tasks as text, one a line, or write them as CSV with a column 'title'."
            }
            Self::TrelloCsv => "In Trello, choose Print, export and share, then Export as JSON.",
            Self::JiraOther => "In Jira, search for the issues and choose Export, then CSV (all fields).",
            Self::Schedule | Self::Scores => "It is a result. Export the board file or the plan CSV instead.",
            Self::Spreadsheet => {
                "Save the sheet as 'CSV UTF-8' with a column 'title', or copy its cells and paste them here."
            }
            Self::Archive => "Unpack it and take the file inside.",
            Self::Office | Self::Pdf | Self::WebPage => {
                "Copy the list out of it and paste it here: each line becomes an item."
            }
            Self::Calendar | Self::Image => "There is no list of items in it that could be taken.",
            Self::Todoist | Self::Asana | Self::Linear | Self::ClickUp | Self::Monday => {
                "Rename its column of titles to 'title' to read it as a plan, or copy the titles and paste them here."
            }
        }
    }

    fn refusal(self) -> String {
        format!("This is {}, which is not read. {}", self.name(), self.instead())
    }
}
