//! One issue of a Jira search on its way to an item.

use std::collections::BTreeMap;

use super::super::moment::written_day;
use super::super::note::{NoteKind, Notes, Place, quoted};
use super::super::plan::Sketch;
use super::super::table::{Row, Table};
use super::super::words::{self, Stage};
use super::columns::{Columns, Group, Role};
use crate::board::{Date, ItemField, Progress};

/// What the column of the planned start is called.
const START: [&str; 2] = ["start date", "custom field (start date)"];

/// All issues of a search, to look up what one says of another.
pub(super) struct Issues<'a> {
    table: &'a Table,
    columns: &'a Columns,
    today: Date,
    /// The titles by key, of the issues that have one.
    pub(super) titles: BTreeMap<&'a str, &'a str>,
    /// The keys by Jira's own number, by which some exports name a parent.
    keys: BTreeMap<&'a str, &'a str>,
}

impl<'a> Issues<'a> {
    pub(super) fn of(table: &'a Table, columns: &'a Columns, today: Date) -> Self {
        let cell =
            |row: &'a Row, header: &str| columns.first(header).map_or("", |column| row.cell(column).trim());
        let mut issues = Self { table, columns, today, titles: BTreeMap::new(), keys: BTreeMap::new() };
        for row in &table.rows {
            let (key, title) = (cell(row, "issue key"), cell(row, "summary"));
            if !key.is_empty() && !title.is_empty() {
                issues.titles.insert(key, title);
                issues.keys.insert(cell(row, "issue id"), key);
            }
        }
        issues
    }

    /// The item, and the pairs (waited for, waiting) that its *Blocks* links name, where both are in the file.
    pub(super) fn item(
        &self,
        row: &'a Row,
        notes: &mut Notes,
        blocks: &mut Vec<(String, String)>,
    ) -> Option<Sketch> {
        let title = self.cell(row, "summary").unwrap_or_default();
        let key = self.cell(row, "issue key").unwrap_or(title);
        let mut sketch = Sketch::new(key, title, Place::Line(row.line), notes)?;
        sketch.paragraph(self.cell(row, "description").unwrap_or_default());
        self.stage(row, &mut sketch, notes);
        self.priority(row, &mut sketch, notes);
        self.due(row, &mut sketch, notes);
        if let Some(name) = self.cell(row, "assignee") {
            sketch.owners.responsible = sketch.name(name, notes);
        }
        for group in &self.columns.groups {
            match group.role {
                Role::Tag => group.values(row).for_each(|value| sketch.tag(value, notes)),
                Role::Parent => self.parents(row, group, &mut sketch, notes),
                Role::Blocks { inward } => self.blocks(row, group, inward, &mut sketch, notes, blocks),
                Role::OtherLink => self.other_links(row, group, &mut sketch, notes),
                Role::Other => sketch.paragraph(grouped(&group.header, group.values(row))),
                Role::Field | Role::Bookkeeping => {}
            }
        }
        sketch.paragraph(format!("Jira: {key}"));
        Some(sketch)
    }

    fn cell(&self, row: &'a Row, header: &str) -> Option<&'a str> {
        let column = self.columns.first(header)?;
        Some(row.cell(column).trim()).filter(|cell| !cell.is_empty())
    }

    fn place(&self, row: &Row, header: &str) -> Option<Place> {
        self.columns.first(header).map(|column| self.table.place(row, column))
    }

    /// A day that has been, from the first of these columns that has one.
    fn fact(&self, row: &'a Row, headers: &[&str]) -> Option<Date> {
        let mut days = headers.iter().filter_map(|header| written_day(self.cell(row, header)?, self.today));
        days.find(|day| *day <= self.today)
    }

    /// Status and category become progress where the file says since when, else the status is a tag.
    fn stage(&self, row: &'a Row, sketch: &mut Sketch, notes: &mut Notes) {
        let Some(status) = self.cell(row, "status") else { return };
        let category = self.cell(row, "status category").and_then(words::stage);
        let resolution = self.cell(row, "resolution");
        let dropped = resolution.filter(|word| words::stage(word) == Some(Stage::Dropped));
        let stage = match dropped {
            Some(_) => Some(Stage::Dropped),
            None => category.or_else(|| words::stage(status)),
        };
        let done_on = self.fact(row, &["resolved", "status category changed", "updated"]);
        let begun_on = self.fact(row, &[START[0], START[1], "status category changed"]);
        let begun = |on| Progress::Started { on, remaining: None };
        let done = |on| Progress::Done { started: None, on };
        let (progress, said) = match (stage, done_on, begun_on) {
            (Some(Stage::Done), Some(on), _) => (done(on), "as done on the day it was resolved"),
            (Some(Stage::Doing), _, Some(on)) => (begun(on), "as started"),
            (Some(Stage::Done | Stage::Doing), ..) => {
                (Progress::NotStarted, "as a tag: the file does not say since when")
            }
            (Some(Stage::ToDo), ..) if words::stage(status) == Some(Stage::ToDo) => {
                (Progress::NotStarted, "as not started")
            }
            _ => (Progress::NotStarted, "as a tag"),
        };
        let place = self.place(row, "status");
        notes.say(NoteKind::ReadAs, place, format!("the status {} was read {said}", quoted(status)));
        sketch.set(ItemField::Progress(progress));
        if progress == Progress::NotStarted {
            self.not_started(row, sketch, notes);
        }
        if progress == Progress::NotStarted && said != "as not started" {
            sketch.tag(status, notes);
        }
        match (dropped, resolution) {
            (Some(word), _) => sketch.tag(word, notes),
            (None, Some(word)) => sketch.paragraph(format!("Resolution: {word}")),
            (None, None) => {}
        }
    }

    /// What the dates of an issue mean that has not started: the planned start, and words.
    fn not_started(&self, row: &'a Row, sketch: &mut Sketch, notes: &mut Notes) {
        let start = START.iter().find_map(|header| Some((*header, self.cell(row, header)?)));
        if let Some((header, text)) = start {
            let day = written_day(text, self.today);
            sketch.set(ItemField::NotBefore(day));
            let (kind, said) = match day {
                Some(_) => (NoteKind::ReadAs, "a start date was read as 'not before'".to_owned()),
                None => (NoteKind::LeftOut, format!("{} is not a clear date; it was left out", quoted(text))),
            };
            notes.say(kind, self.place(row, header), said);
        }
        if let Some(day) = self.cell(row, "resolved") {
            sketch.paragraph(format!("Resolved: {day}"));
        }
    }

    fn priority(&self, row: &'a Row, sketch: &mut Sketch, notes: &mut Notes) {
        let Some(word) = self.cell(row, "priority") else { return };
        let place = self.place(row, "priority");
        if let Some(priority) = words::priority(word) {
            sketch.raise(priority);
            notes.say(
                NoteKind::ReadAs,
                place,
                format!("the priority '{word}' was read as {}", priority.word()),
            );
        } else {
            sketch.paragraph(format!("Priority: {word}"));
            notes.say(
                NoteKind::Kept,
                place,
                format!("the priority {} is not known; it is in the notes", quoted(word)),
            );
        }
    }

    fn due(&self, row: &'a Row, sketch: &mut Sketch, notes: &mut Notes) {
        let Some(text) = self.cell(row, "due date") else { return };
        let day = written_day(text, self.today);
        sketch.set(ItemField::Deadline(day));
        if day.is_none() {
            sketch.paragraph(format!("Due date: {text}"));
            let said = format!("{} is not a clear date; it is in the notes", quoted(text));
            notes.say(NoteKind::Kept, self.place(row, "due date"), said);
        }
    }

    /// An epic or parent in the file is a tag with its title, any other stays in the notes.
    fn parents(&self, row: &'a Row, group: &'a Group, sketch: &mut Sketch, notes: &mut Notes) {
        for value in group.values(row) {
            let key = self.keys.get(value).copied().unwrap_or(value);
            if let Some(title) = self.titles.get(key) {
                sketch.tag(title, notes);
                notes.say(
                    NoteKind::ReadAs,
                    Some(Place::Line(row.line)),
                    "an epic or parent was read as a tag",
                );
            } else {
                sketch.paragraph(format!("{}: {value} (not in this file)", group.header));
                let said =
                    format!("the parent {} is not in this file; it is named in the notes", quoted(value));
                notes.say(NoteKind::Kept, Some(Place::Line(row.line)), said);
            }
        }
    }

    fn blocks(
        &self,
        row: &'a Row,
        group: &'a Group,
        inward: bool,
        sketch: &mut Sketch,
        notes: &mut Notes,
        blocks: &mut Vec<(String, String)>,
    ) {
        for value in group.values(row) {
            let pair = if inward { (value, sketch.key.as_str()) } else { (sketch.key.as_str(), value) };
            if self.titles.contains_key(value) {
                blocks.push((pair.0.to_owned(), pair.1.to_owned()));
                continue;
            }
            let verb = if inward { "Is blocked by" } else { "Blocks" };
            sketch.paragraph(format!("{verb} {value} (not in this file)"));
            let said = "a link leads to an issue that is not in this file; it is in the notes";
            notes.say(NoteKind::Kept, self.place(row, &group.lower), said);
        }
    }

    fn other_links(&self, row: &'a Row, group: &'a Group, sketch: &mut Sketch, notes: &mut Notes) {
        for value in group.values(row) {
            let title = self.titles.get(value).map_or("not in this file", |title| *title);
            sketch.paragraph(format!("{}: {value} ({title})", group.header));
            let said = format!("'{}' is not a link of the plan; it is in the notes", group.header);
            notes.say(NoteKind::Kept, self.place(row, &group.lower), said);
        }
    }
}

/// The values of one header: on its line where it is one, below it where there are more.
fn grouped<'a>(header: &str, values: impl Iterator<Item = &'a str>) -> String {
    match values.collect::<Vec<_>>().as_slice() {
        [] => String::new(),
        [one] => format!("{header}: {one}"),
        many => format!("{header}:\n- {}", many.join("\n- ")),
    }
}
