//! A Jira search as CSV (all fields or some): repeated headers, links between issues, dates in Jira's own form.
//!
//! *Blocks* links become links; other types stay in the notes, and so does every column that has no field here.

mod columns;
mod row;

use std::collections::BTreeSet;

use super::error::ReadError;
use super::note::{NoteKind, Place};
use super::plan::{Gathered, Plan, PlannedLink};
use super::table::Table;
use super::{Format, file_stem};
use crate::board::{Date, FieldName, Name, gathered};

use columns::{Columns, Role};
use row::Issues;

const SPEAKS: [FieldName; 8] = [
    FieldName::Title,
    FieldName::Priority,
    FieldName::NotBefore,
    FieldName::Deadline,
    FieldName::Progress,
    FieldName::Responsible,
    FieldName::Tags,
    FieldName::Notes,
];

/// The plan in a Jira search. `file` is the file's name, which gives the plan its own where no project does.
pub(super) fn read(table: &Table, file: Option<&str>, today: Date) -> Result<Plan, ReadError> {
    table.refuse_too_long()?;
    let columns = Columns::of(table);
    let mut gathered = Gathered::default();
    let issues = Issues::of(table, &columns, today);
    let mut blocks = Vec::new();
    for row in &table.rows {
        if let Some(sketch) = issues.item(row, &mut gathered.notes, &mut blocks) {
            gathered.take(sketch);
        }
    }
    gathered.links = distinct(blocks, &issues);
    let skipped = columns.names(&Role::Bookkeeping);
    if !skipped.is_empty() {
        let said = format!("columns that only Jira needs were left out: {}", skipped.join(", "));
        gathered.notes.say(NoteKind::LeftOut, Some(Place::Line(1)), said);
    }
    let kept = columns.names(&Role::Other);
    if !kept.is_empty() {
        let said =
            format!("columns without a field here; what they hold is in the notes: {}", kept.join(", "));
        gathered.notes.say(NoteKind::Kept, Some(Place::Line(1)), said);
    }
    gathered.finish(Format::JiraCsv, "jira".to_owned(), name(table, &columns, file)?, &SPEAKS)
}

/// Both ends tell of a link; it is one. Issues without a title were not taken, nor are their links.
fn distinct(blocks: Vec<(String, String)>, issues: &Issues) -> Vec<PlannedLink> {
    let mut seen = BTreeSet::new();
    let taken = |key: &str| issues.titles.contains_key(key);
    let both = blocks.into_iter().filter(|(from, to)| taken(from) && taken(to));
    both.filter(|pair| seen.insert(pair.clone())).map(|(from, to)| PlannedLink::after(&from, &to)).collect()
}

/// The project's name where all issues are of one, else the file's.
fn name(table: &Table, columns: &Columns, file: Option<&str>) -> Result<Name, ReadError> {
    let project = columns.first("project name");
    let names = table.rows.iter().map(|row| project.map_or("", |column| row.cell(column).trim()));
    let projects: BTreeSet<&str> = gathered(names);
    let only = projects.iter().next().filter(|name| projects.len() == 1 && !name.is_empty());
    let chosen = only.copied().or_else(|| file.map(file_stem)).unwrap_or("Jira issues");
    Name::shortened(chosen).or_else(|_| Name::shortened("Jira issues")).map_err(|_| ReadError::Empty)
}
