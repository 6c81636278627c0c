//! The rows of a project in their outline: which are items, which are summaries, and which are left out.
//!
//! A summary is what has rows below it, whatever it is marked as. Its tasks get its name as a tag, and its own
//! bounds: what must not start before a day or be finished by one holds for each of them.

use super::super::note::{NoteKind, Notes, Place, cut, quoted};
use super::Places;
use super::xml::Element;
use crate::board::Date;

/// A deeper outline gives the innermost tags.
const MAX_TAGS: usize = 10;

/// What becomes of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// It is an item.
    Item,
    /// It holds others.
    Summary,
    /// It is not taken, for this reason.
    LeftOut(&'static str),
}

/// A row that is not blank.
pub(super) struct Row<'a> {
    pub(super) task: &'a Element,
    pub(super) fate: Fate,
    /// The summary that holds it.
    parent: Option<usize>,
    /// The place after the last row below it.
    pub(super) end: usize,
    /// What the summaries around it, and itself where it is one, bound: not before, deadline.
    bounds: (Option<Date>, Option<Date>),
    level: i64,
}

impl<'a> Row<'a> {
    /// What it is called.
    pub(super) fn name(&self) -> &'a str {
        self.task.text("Name")
    }

    /// Its name in a sentence.
    pub(super) fn quoted(&self) -> String {
        quoted(self.name())
    }

    /// Where it stands, by the number that MS Project shows beside it.
    pub(super) fn place(&self) -> Place {
        let number = self.task.some("ID").unwrap_or(self.task.text("UID"));
        Place::Path(format!("task {}", cut(number)))
    }
}

/// All rows of a project.
pub(super) struct Outline<'a> {
    pub(super) rows: Vec<Row<'a>>,
    by_uid: Places,
    /// How many items stand before each row.
    items_before: Vec<usize>,
}

impl<'a> Outline<'a> {
    pub(super) fn of(root: &'a Element, notes: &mut Notes) -> Self {
        let mut outline = Self { rows: Vec::new(), by_uid: Places::new(), items_before: Vec::new() };
        let mut open: Vec<usize> = Vec::new();
        // The row of level 0 is the project itself.
        let tasks = root.list("Tasks", "Task").filter(|task| task.text("OutlineLevel") != "0");
        for task in tasks {
            if task.is("IsNull") {
                notes.say(NoteKind::LeftOut, None, "a blank row was left out");
                continue;
            }
            let at = outline.rows.len();
            let level = level(task);
            outline.close(&mut open, level, at);
            let row = Row {
                task,
                fate: Fate::Item,
                parent: open.last().copied(),
                end: at + 1,
                bounds: (None, None),
                level,
            };
            outline.rows.push(row);
            outline.by_uid.entry(task.text("UID").to_owned()).or_insert(at);
            open.push(at);
        }
        let end = outline.rows.len();
        outline.close(&mut open, i64::MIN, end);
        outline.settle(notes);
        outline
    }

    /// Ends the rows that nothing on this level stands below.
    fn close(&mut self, open: &mut Vec<usize>, level: i64, at: usize) {
        while let Some(&last) = open.last()
            && let Some(row) = self.rows.get_mut(last).filter(|row| row.level >= level)
        {
            row.end = at;
            open.pop();
        }
    }

    /// Tells what becomes of each row, and hands bounds down.
    fn settle(&mut self, notes: &mut Notes) {
        let mut items = 0;
        for at in 0..self.rows.len() {
            self.items_before.push(items);
            let above = self.rows.get(at).and_then(|row| self.rows.get(row.parent?)).map(|row| row.bounds);
            let Some(row) = self.rows.get_mut(at) else { continue };
            row.bounds = above.unwrap_or_default();
            row.fate = if row.end > at + 1 { Fate::Summary } else { fate(row.task) };
            match row.fate {
                Fate::Item => items += 1,
                Fate::Summary => summary(row, notes),
                Fate::LeftOut(why) => {
                    let said = format!("{} was left out: {why}", row.quoted());
                    notes.say(NoteKind::LeftOut, Some(row.place()), said);
                }
            }
        }
        self.items_before.push(items);
    }

    /// The row with this UID, the first where there are several.
    pub(super) fn find(&self, uid: &str) -> Option<usize> {
        self.by_uid.get(uid).copied()
    }

    /// How many items stand below a row, itself among them.
    pub(super) fn items_in(&self, at: usize) -> usize {
        let end = self.rows.get(at).map_or(at, |row| row.end);
        let before = |at: usize| self.items_before.get(at).copied().unwrap_or_default();
        before(end) - before(at)
    }

    /// The names of the summaries around a row, the innermost first. One around everything tells nothing.
    pub(super) fn tags(&self, row: &Row) -> Vec<&'a str> {
        let mut tags = Vec::new();
        let mut next = row.parent;
        while let Some(at) = next
            && let Some(summary) = self.rows.get(at)
            && tags.len() < MAX_TAGS
        {
            if !self.holds_all(at) {
                tags.push(summary.name());
            }
            next = summary.parent;
        }
        tags
    }

    fn holds_all(&self, at: usize) -> bool {
        self.items_before.last().is_some_and(|all| self.items_in(at) == *all)
    }

    /// What the summaries around a row bound: not before, deadline.
    pub(super) fn bounds(&self, row: &Row) -> (Option<Date>, Option<Date>) {
        row.parent.and_then(|at| self.rows.get(at)).map(|summary| summary.bounds).unwrap_or_default()
    }

    /// Says which summaries are no tags because all stands below them.
    pub(super) fn say_all_holding(&self, notes: &mut Notes) {
        let holds_all = |at: &usize| {
            self.rows.get(*at).is_some_and(|row| row.fate == Fate::Summary) && self.holds_all(*at)
        };
        for row in (0..self.rows.len()).filter(holds_all).filter_map(|at| self.rows.get(at)).take(MAX_TAGS) {
            let said = format!("the summary {} holds all tasks and was not made a tag", row.quoted());
            notes.say(NoteKind::LeftOut, Some(row.place()), said);
        }
    }
}

fn level(task: &Element) -> i64 {
    let written = task.number("OutlineLevel");
    let dots = task.text("OutlineNumber").bytes().filter(|byte| *byte == b'.').count();
    written.unwrap_or_else(|| i64::try_from(dots).unwrap_or(i64::MAX).saturating_add(1))
}

fn fate(task: &Element) -> Fate {
    if task.some("Name").is_none() {
        return Fate::LeftOut("it has no name");
    }
    if matches!(task.text("Active"), "0" | "false") {
        return Fate::LeftOut("it is inactive");
    }
    let marks = [
        ("ExternalTask", "it belongs to another project"),
        ("IsSubproject", "it stands for another project"),
        ("Recurring", "it recurs"),
    ];
    marks.iter().find(|(mark, _)| task.is(mark)).map_or(Fate::Item, |(_, why)| Fate::LeftOut(why))
}

/// Takes a summary's bounds, and says what of it is not taken.
fn summary(row: &mut Row, notes: &mut Notes) {
    let constraint = row.task.day("ConstraintDate");
    let kind = row.task.number("ConstraintType").unwrap_or(0);
    let from = constraint.filter(|_| kind == 4);
    let by = constraint.filter(|_| kind == 7).into_iter().chain(row.task.day("Deadline")).min();
    row.bounds.0 = row.bounds.0.max(from);
    row.bounds.1 = row.bounds.1.into_iter().chain(by).min();
    let mut say = |kind, said| notes.say(kind, Some(row.place()), said);
    if let Some(day) = from {
        let said =
            format!("the summary {} starts no earlier than {day}: none of its tasks does", row.quoted());
        say(NoteKind::ReadAs, said);
    }
    if let Some(day) = by {
        say(
            NoteKind::ReadAs,
            format!("the deadline {day} of the summary {} became that of its tasks", row.quoted()),
        );
    }
    if constraint.is_some() && !matches!(kind, 0 | 4 | 7) {
        say(NoteKind::LeftOut, format!("the constraint of the summary {} was left out", row.quoted()));
    }
    if let Some(text) = row.task.some("Notes") {
        say(
            NoteKind::LeftOut,
            format!("the notes of the summary {} were left out: {}", row.quoted(), cut(text)),
        );
    }
}
