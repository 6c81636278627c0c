//! A table read from CSV: header, rows, and the line each row begins on.
//!
//! Comma, semicolon or tab is told by the first line. What the columns mean is the business of the formats.

use csv::{ReaderBuilder, StringRecord};

use super::error::ReadError;
use super::note::Place;
use crate::board::MAX_ITEMS;

const MAX_COLUMNS: usize = 2_000;

/// A table with a header.
#[derive(Debug)]
pub(super) struct Table {
    headers: Vec<String>,
    pub(super) rows: Vec<Row>,
    /// Rows beyond the ones a board could hold; they were counted only.
    pub(super) beyond: usize,
}

/// A row with something in it.
#[derive(Debug)]
pub(super) struct Row {
    /// The line it begins on, the first being 1.
    pub(super) line: u64,
    cells: StringRecord,
}

impl Row {
    /// A cell as it stands there; empty beyond the last.
    pub(super) fn cell(&self, column: usize) -> &str {
        self.cells.get(column).unwrap_or_default()
    }

    /// The cells beyond a number of columns that hold something.
    pub(super) fn beyond(&self, columns: usize) -> impl Iterator<Item = &str> {
        self.cells.iter().skip(columns).filter(|cell| !cell.trim().is_empty())
    }
}

/// The names of the columns in a text's first line, trimmed.
pub(super) fn headers(text: &str) -> Vec<String> {
    let (text, delimiter, _) = sniffed(text);
    let mut reader = ReaderBuilder::new()
        .flexible(true)
        .has_headers(false)
        .delimiter(delimiter)
        .from_reader(text.as_bytes());
    let first = reader.records().next().and_then(Result::ok).unwrap_or_default();
    first.iter().take(MAX_COLUMNS + 1).map(|name| name.trim().to_owned()).collect()
}

impl Table {
    /// The table in a text whose first line holds the names of its columns. Rows without any content are skipped.
    pub(super) fn read(text: &str) -> Result<Self, ReadError> {
        Self::of(text, true)
    }

    /// The table in a text that begins with its first row. The columns are called `Column 1` and so on.
    pub(super) fn without_heads(text: &str) -> Result<Self, ReadError> {
        Self::of(text, false)
    }

    fn of(text: &str, has_heads: bool) -> Result<Self, ReadError> {
        let (body, delimiter, skipped) = sniffed(text);
        let mut headers = headers(text);
        if !has_heads {
            headers = (1..=headers.len()).map(|column| format!("Column {column}")).collect();
        }
        if headers.len() > MAX_COLUMNS {
            return Err(ReadError::TooManyColumns(headers.len()));
        }
        let mut table = Self { headers, rows: Vec::new(), beyond: 0 };
        let mut reader = ReaderBuilder::new()
            .flexible(true)
            .has_headers(has_heads)
            .delimiter(delimiter)
            .from_reader(body.as_bytes());
        let mut last = None;
        let mut lines = Lines { text: body.as_bytes(), at: 0, line: 1 + skipped };
        for record in reader.records() {
            let cells = record.map_err(|error| wrong(&error))?;
            let line = lines.of(cells.position());
            last = Some((line, cells.iter().any(|cell| cell.contains('\n'))));
            if cells.iter().all(|cell| cell.trim().is_empty()) {
                continue;
            }
            if table.rows.len() < MAX_ITEMS {
                table.rows.push(Row { line, cells });
            } else {
                table.beyond += 1;
            }
        }
        match last {
            Some((line, true)) if quotes(body) % 2 == 1 => Err(ReadError::OpenQuote(line)),
            _ => Ok(table),
        }
    }

    /// The names of the columns.
    pub(super) fn headers(&self) -> &[String] {
        &self.headers
    }

    /// The columns with a name, whatever its case.
    pub(super) fn columns<'a>(&'a self, name: &'a str) -> impl Iterator<Item = usize> + 'a {
        self.headers
            .iter()
            .enumerate()
            .filter(move |(_, header)| header.to_lowercase() == name)
            .map(|(index, _)| index)
    }

    /// The first column with a name, whatever its case.
    pub(super) fn column(&self, name: &str) -> Option<usize> {
        self.columns(name).next()
    }

    /// Where a cell stands.
    pub(super) fn place(&self, row: &Row, column: usize) -> Place {
        let column = self.headers.get(column).cloned().unwrap_or_default();
        Place::Cell { line: row.line, column }
    }

    /// Refuses a table with more rows than a board holds items.
    pub(super) fn refuse_too_long(&self) -> Result<(), ReadError> {
        match self.beyond {
            0 => Ok(()),
            beyond => Err(ReadError::TooManyItems(self.rows.len() + beyond)),
        }
    }
}

/// Counts lines up to where a record begins. The reader's own count stops before the second half of a line break
/// and before blank lines.
struct Lines<'a> {
    text: &'a [u8],
    at: usize,
    line: u64,
}

impl Lines<'_> {
    fn of(&mut self, position: Option<&csv::Position>) -> u64 {
        let start = position.and_then(|position| usize::try_from(position.byte()).ok()).unwrap_or(self.at);
        while let Some(byte) = self.text.get(self.at) {
            if self.at >= start && !matches!(byte, b'\r' | b'\n') {
                break;
            }
            self.line += u64::from(*byte == b'\n');
            self.at += 1;
        }
        self.line
    }
}

fn quotes(text: &str) -> usize {
    text.bytes().filter(|byte| *byte == b'"').count()
}

fn wrong(error: &csv::Error) -> ReadError {
    let line = error.position().map_or(0, csv::Position::line);
    ReadError::Wrong { place: Place::Line(line), problem: "this row cannot be read as CSV".to_owned() }
}

/// The table's text, its delimiter, and how many lines stand before it: Excel may write a line `sep=;` first.
fn sniffed(text: &str) -> (&str, u8, u64) {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    if let Some([delimiter]) = first.trim_end().strip_prefix("sep=").map(str::as_bytes) {
        return (rest, *delimiter, 1);
    }
    let counts = b",;\t".map(|delimiter| (outside_quotes(text, delimiter), delimiter));
    // On a tie the comma, which comes first.
    let most = counts.into_iter().rev().max_by_key(|(count, _)| *count);
    (text, most.map_or(b',', |(_, delimiter)| delimiter), 0)
}

/// How often a delimiter stands in the first row, outside of quotation marks.
fn outside_quotes(text: &str, delimiter: u8) -> usize {
    let mut quoted = false;
    let mut count = 0;
    for byte in text.bytes() {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' if !quoted => break,
            other if other == delimiter && !quoted => count += 1,
            _ => {}
        }
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Vec<(u64, String, String)> {
        let table = Table::read(text).unwrap();
        table.rows.iter().map(|row| (row.line, row.cell(0).to_owned(), row.cell(1).to_owned())).collect()
    }

    #[test]
    fn comma_semicolon_and_tab_are_told_apart() {
        for text in
            ["a,b\n1,2", "a;b\n1;2", "a\tb\n1\t2", "sep=;\na;b\n1;2", "\"a;;;\",b\n1,2", "a,b\r\n1,2\r\n"]
        {
            let rows = cells(text);
            assert_eq!((rows.len(), rows[0].1.as_str(), rows[0].2.as_str()), (1, "1", "2"), "{text:?}");
        }
    }

    #[test]
    fn each_row_knows_the_line_it_begins_on() {
        let rows = cells("a,b\n1,\"two\nlines\"\n\n,\n3,4\n");
        let lines: Vec<u64> = rows.iter().map(|row| row.0).collect();
        assert_eq!(lines, [2, 6]);
        let lines: Vec<u64> = cells("a,b\r\n1,2\r\n\r\n3,4\r\n").iter().map(|row| row.0).collect();
        assert_eq!(lines, [2, 4]);
        assert_eq!(cells("sep=,\na,b\n1,2")[0].0, 3);
    }

    #[test]
    fn a_quotation_mark_that_is_never_closed_is_named_with_its_line() {
        assert_eq!(Table::read("a,b\n1,2\n3,\"four\n5,6\n").unwrap_err(), ReadError::OpenQuote(3));
        assert!(Table::read("a,b\n1,a 5\" disk\n").is_ok());
    }

    #[test]
    fn a_table_of_nothing_but_commas_is_refused_quickly() {
        let text = ",".repeat(1_000_000);
        assert_eq!(Table::read(&text).unwrap_err(), ReadError::TooManyColumns(2_001));
        assert!(Table::read(&format!("a\n{text}")).unwrap().rows.is_empty());
    }
}
