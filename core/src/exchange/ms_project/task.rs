//! One task on its way to an item.
//!
//! Costs, work, codes and the dates that MS Project computed are not a part of a plan and are passed over.

use super::super::note::{NoteKind, Notes, cut, quoted};
use super::super::plan::Sketch;
use super::Project;
use super::amounts::{Amount, counted, is_elapsed, seconds};
use super::outline::{Outline, Row};
use crate::board::{Date, Days, ItemField, Priority, Progress};

/// The priority that says nothing.
const NO_PRIORITY: i64 = 500;
/// Looking for pauses costs time: no further than this, in days, and not among more days off than that.
const LOOK_FOR_PAUSES: u64 = 1_000;

/// The item of a task.
pub(super) fn item(row: &Row, outline: &Outline, project: &Project, notes: &mut Notes) -> Option<Sketch> {
    let key = row.task.some("UID").unwrap_or(row.name());
    let sketch = Sketch::new(key, row.name(), row.place(), notes)?;
    let mut reading = Reading { row, project, sketch, notes };
    let duration = reading.duration();
    let progress = reading.progress();
    reading.dates(progress, outline.bounds(row));
    if progress == Progress::NotStarted {
        reading.pauses(duration);
    }
    reading.priority();
    reading.people();
    for tag in outline.tags(row) {
        reading.sketch.tag(tag, reading.notes);
    }
    reading.texts();
    Some(reading.sketch)
}

struct Reading<'a> {
    row: &'a Row<'a>,
    project: &'a Project<'a>,
    sketch: Sketch,
    notes: &'a mut Notes,
}

impl Reading<'_> {
    fn say(&mut self, kind: NoteKind, text: impl Into<String>) {
        self.notes.say(kind, Some(self.row.place()), text);
    }

    /// The time that a child names.
    fn amount(&self, child: &str) -> Option<Amount> {
        let seconds = seconds(self.row.task.text(child))?;
        let elapsed = is_elapsed(self.row.task.number("DurationFormat").unwrap_or(0));
        Some(Amount { seconds, elapsed })
    }

    /// Sets the duration; gives it where it means the same as in the file.
    fn duration(&mut self) -> Option<Days> {
        let task = self.row.task;
        let name = if task.some("Duration").is_some() { "Duration" } else { "ManualDuration" };
        let text = task.some(name)?;
        let read = self.amount(name).map(|amount| (amount, self.project.clock.days(amount)));
        let days = read.and_then(|(_, (days, _))| Days::try_from(u32::try_from(days).ok()?).ok());
        let (Some(days), Some((amount, (_, same)))) = (days, read) else {
            self.sketch.paragraph(format!("Duration: {text}"));
            let said =
                format!("the duration '{}' cannot be taken as working days; it is in the notes", cut(text));
            self.say(NoteKind::Kept, said);
            return None;
        };
        self.sketch.set(ItemField::Duration(Some(days)));
        if !same {
            let words = self.project.clock.words(amount);
            let said = format!("{} takes {words}: read as {}", self.row.quoted(), counted(days.get().into()));
            self.say(NoteKind::Changed, said);
        }
        if task.is("Estimated") {
            self.say(NoteKind::ReadAs, "a duration that is marked as estimated was taken as it stands");
        }
        if task.is("Milestone") && days > Days::default() {
            let said = format!("{} is marked as a milestone and takes time: read as work", self.row.quoted());
            self.say(NoteKind::ReadAs, said);
        }
        Some(days).filter(|_| same)
    }

    /// A day that has been: one that is still to come is read as today.
    fn fact(&mut self, day: Date) -> Date {
        if day > self.project.today {
            self.say(NoteKind::Changed, "a day in the future on which something happened was read as today");
        }
        day.min(self.project.today)
    }

    fn progress(&mut self) -> Progress {
        let task = self.row.task;
        let percent = task.number("PercentComplete").unwrap_or(0);
        let (began, ended) = (task.day("ActualStart"), task.day("ActualFinish"));
        let progress = if percent >= 100 || ended.is_some() {
            if ended.is_none() {
                self.say(
                    NoteKind::ReadAs,
                    "a complete task without a day was read as done on its planned finish",
                );
            }
            let on = self.fact(ended.or_else(|| task.day("Finish")).unwrap_or(self.project.today));
            Progress::Done { started: began.filter(|day| *day <= on), on }
        } else if percent > 0 || began.is_some() {
            let on = self.fact(began.or_else(|| task.day("Start")).unwrap_or(self.project.today));
            let remaining = self.remaining();
            let left = remaining
                .map(|days| format!(" with {} left", counted(days.get().into())))
                .unwrap_or_default();
            let said = format!("{} is {percent} % complete: read as started{left}", self.row.quoted());
            self.say(NoteKind::ReadAs, said);
            Progress::Started { on, remaining }
        } else {
            Progress::NotStarted
        };
        self.sketch.set(ItemField::Progress(progress));
        progress
    }

    fn remaining(&self) -> Option<Days> {
        let (days, _) = self.project.clock.days(self.amount("RemainingDuration")?);
        u32::try_from(days).ok().filter(|days| *days > 0).and_then(|days| Days::try_from(days).ok())
    }

    /// Bounds of its own and of the summaries around it: of several the strictest counts.
    fn dates(&mut self, progress: Progress, (mut from, mut by): (Option<Date>, Option<Date>)) {
        let task = self.row.task;
        let mut bound = |day: Option<Date>| from = from.max(day);
        if task.is("Manual") && progress == Progress::NotStarted {
            let start = task.day("ManualStart").or_else(|| task.day("Start"));
            let later = start.filter(|day| self.project.calendar.start.is_none_or(|start| *day > start));
            bound(later);
            if later.is_some() {
                self.say(
                    NoteKind::ReadAs,
                    "a task that is scheduled by hand does not start before its day in the file",
                );
            }
        }
        let mut until = task.day("Deadline");
        if let Some(day) = task.day("ConstraintDate") {
            match task.number("ConstraintType") {
                Some(2 | 4) => bound(Some(day)),
                Some(3 | 7) => until = until.into_iter().chain([day]).min(),
                _ => {}
            }
        }
        self.say_constraint();
        by = by.into_iter().chain(until).min();
        self.sketch.set(ItemField::Deadline(by));
        if progress == Progress::NotStarted {
            self.sketch.set(ItemField::NotBefore(from));
        }
    }

    /// Says where a constraint means something else here, or nothing.
    fn say_constraint(&mut self) {
        let task = self.row.task;
        let (kind, said) = match task.number("ConstraintType").unwrap_or(0) {
            1 => (
                NoteKind::LeftOut,
                "'as late as possible' was left out: here everything starts as early as it can",
            ),
            2 => (NoteKind::Changed, "'must start on' was read as 'not before': here it may start later"),
            3 => (NoteKind::Changed, "'must finish on' was read as the deadline: here it may finish earlier"),
            5 => return self.keep_constraint("Start no later than"),
            6 => return self.keep_constraint("Finish no earlier than"),
            7 => (
                NoteKind::Changed,
                "'finish no later than' was read as the deadline: here that moves nothing, it warns",
            ),
            _ => return,
        };
        self.say(kind, said);
    }

    fn keep_constraint(&mut self, words: &str) {
        let Some(day) = self.row.task.day("ConstraintDate") else { return };
        self.sketch.paragraph(format!("{words} {day}"));
        self.say(NoteKind::Kept, format!("'{}' has no field here; it is in the notes", words.to_lowercase()));
    }

    /// Says where the file spreads a task over more days than it takes.
    fn pauses(&mut self, duration: Option<Days>) {
        let (task, calendar) = (self.row.task, &self.project.calendar);
        let dates = task.day("Start").zip(task.day("Finish"));
        let (Some((start, finish)), Some(days)) = (dates, duration) else { return };
        if finish.days_since(start) > 1_000 || calendar.days_off.len() > 1_000 || self.own_calendar() {
            return;
        }
        let all = (0..LOOK_FOR_PAUSES).map_while(|n| start.plus_days(n).filter(|day| *day <= finish));
        let worked = all.filter(|day| calendar.why_off(*day).is_none()).count();
        if worked > days.get() as usize + 1 {
            let said = format!(
                "{} is spread over {worked} working days in the file: its {} are one piece here",
                self.row.quoted(),
                counted(days.get().into())
            );
            self.say(NoteKind::Changed, said);
        }
    }

    fn own_calendar(&self) -> bool {
        let uid = self.row.task.text("CalendarUID");
        !matches!(uid, "" | "-1" | "0") && uid != self.project.calendar_uid
    }

    fn priority(&mut self) {
        let Some(number) = self.row.task.number("Priority").filter(|n| *n != NO_PRIORITY) else { return };
        let priority = match number {
            800.. => Priority::P0,
            501.. => Priority::P1,
            200.. => Priority::P3,
            _ => Priority::Backlog,
        };
        self.sketch.raise(priority);
        self.say(NoteKind::ReadAs, format!("the priority {number} was read as {}", priority.word()));
    }

    /// People do it; what is used up or paid for is named.
    fn people(&mut self) {
        let assigned = self.project.assigned_to(self.row.task.text("UID"));
        let mut people = Vec::new();
        let mut other = Vec::new();
        for resource in assigned {
            let list = if matches!(resource.text("Type"), "0" | "2") { &mut other } else { &mut people };
            list.extend(resource.some("Name").filter(|name| !list.contains(name)));
        }
        self.sketch.assign(&people, self.row.place(), self.notes);
        if !other.is_empty() {
            self.sketch.paragraph(format!("Material and costs: {}", other.join(", ")));
            self.say(NoteKind::Kept, "material and costs are in the notes by name");
        }
    }

    fn texts(&mut self) {
        let task = self.row.task;
        self.sketch.paragraph(task.text("Notes"));
        for (child, words) in [("Contact", "Contact: "), ("HyperlinkAddress", "")] {
            self.sketch.paragraph(task.some(child).map(|text| format!("{words}{text}")).unwrap_or_default());
        }
        let mut lines = Vec::new();
        for value in task.all("ExtendedAttribute").filter(|value| value.some("Value").is_some()) {
            let name = self.project.field_name(value.text("FieldID"));
            lines.push(format!("{name}: {}", value.text("Value")));
            self.say(NoteKind::Kept, format!("the custom field {} is in the notes", quoted(name)));
        }
        self.sketch.paragraph(lines.join("\n"));
        if task.child("Baseline").is_some() {
            self.say(NoteKind::LeftOut, "baselines were left out");
        }
        if self.own_calendar() {
            self.say(
                NoteKind::LeftOut,
                format!("the calendar that {} has of its own was left out", self.row.quoted()),
            );
        }
    }
}
