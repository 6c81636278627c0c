//! A project as MS Project saves it in XML, and as other planning tools do in its name.
//!
//! Tasks become items, keyed by their UID; summaries become tags; resources that work become people. All times are
//! whole working days: what is rounded, read with another meaning, or left out is said.

mod amounts;
mod calendar;
mod links;
mod outline;
mod task;
mod xml;

use std::collections::{BTreeMap, BTreeSet};

use super::error::ReadError;
use super::note::{NoteKind, Notes, cut};
use super::plan::{Gathered, Plan};
use super::{Format, file_stem};
use crate::board::{Calendar, Date, FieldName, Name, gathered};

use amounts::Clock;
use outline::{Fate, Outline};
use xml::Element;

const SPEAKS: [FieldName; 10] = [
    FieldName::Title,
    FieldName::Priority,
    FieldName::Duration,
    FieldName::NotBefore,
    FieldName::Deadline,
    FieldName::Progress,
    FieldName::Responsible,
    FieldName::Consulted,
    FieldName::Tags,
    FieldName::Notes,
];

/// What the tasks of a project refer to.
struct Project<'a> {
    today: Date,
    clock: Clock,
    calendar: Calendar,
    calendar_uid: &'a str,
    /// What custom fields are called, by their ids.
    fields: BTreeMap<&'a str, &'a str>,
    /// The resources of each task, by its UID, in the order of the assignments.
    assigned: BTreeMap<&'a str, Vec<&'a Element>>,
}

/// The plan in a project. `file` is the file's name, which gives the plan its own where the project has none.
pub(super) fn read(text: &str, file: Option<&str>, today: Date) -> Result<Plan, ReadError> {
    let root = xml::tree(text)?;
    let mut gathered = Gathered::default();
    let notes = &mut gathered.notes;
    let project = Project::of(&root, today, notes);
    let outline = Outline::of(&root, notes);
    outline.say_all_holding(notes);
    let mut keys = Vec::with_capacity(outline.rows.len());
    for row in &outline.rows {
        let sketch = match row.fate {
            Fate::Item => task::item(row, &outline, &project, &mut gathered.notes),
            Fate::Summary | Fate::LeftOut(_) => None,
        };
        keys.push(sketch.map(|sketch| gathered.take(sketch)));
    }
    gathered.links = links::links(&outline, &keys, &project, &mut gathered.notes);
    project.say_left_out(&root, &outline, &mut gathered.notes);
    let name = name(&root, file)?;
    // What stays the same when the project is saved again.
    let id = ["GUID", "UID", "CreationDate"].iter().find_map(|child| root.some(child));
    let origin = format!("ms-project:{}", cut(id.unwrap_or(name.as_str())));
    let mut plan = gathered.finish(Format::MsProject, origin, name, &SPEAKS)?;
    plan.calendar = Some(project.calendar);
    Ok(plan)
}

impl<'a> Project<'a> {
    fn of(root: &'a Element, today: Date, notes: &mut Notes) -> Self {
        let calendar = calendar::calendar(root, notes);
        let week = i64::try_from(calendar.weekdays.days().count()).unwrap_or(5);
        let fields = root.list("ExtendedAttributes", "ExtendedAttribute").filter_map(|field| {
            Some((field.some("FieldID")?, field.some("Alias").or_else(|| field.some("FieldName"))?))
        });
        let resources = root.list("Resources", "Resource").map(|resource| (resource.text("UID"), resource));
        let resources: BTreeMap<&str, &Element> = gathered(resources);
        let mut assigned: BTreeMap<&str, Vec<&Element>> = BTreeMap::new();
        for assignment in root.list("Assignments", "Assignment") {
            if let Some(resource) = resources.get(assignment.text("ResourceUID")) {
                assigned.entry(assignment.text("TaskUID")).or_default().push(resource);
            }
        }
        Self {
            today,
            clock: Clock::new(root.number("MinutesPerDay"), week),
            calendar,
            calendar_uid: root.text("CalendarUID"),
            fields: gathered(fields),
            assigned,
        }
    }

    /// What the file says of the whole project, and of people without a task.
    fn say_left_out(&self, root: &Element, outline: &Outline, notes: &mut Notes) {
        if root.text("ScheduleFromStart") == "0" {
            let said =
                "the project is planned back from its finish: here it is planned forward from its start";
            notes.say(NoteKind::Changed, None, said);
        }
        if let Some(day) = root.day("StatusDate") {
            let said = format!("the status date {day} was left out: here it is the day of looking");
            notes.say(NoteKind::LeftOut, None, said);
        }
        let items = outline.rows.iter().filter(|row| row.fate == Fate::Item);
        let used = items.filter_map(|row| self.assigned.get(row.task.text("UID"))).flatten();
        let used: BTreeSet<&str> = gathered(used.map(|resource| resource.text("UID")));
        let idle = root.list("Resources", "Resource").filter(|it| !used.contains(it.text("UID")));
        let names: Vec<String> =
            idle.filter_map(|resource| resource.some("Name")).map(|name| format!("'{name:.80}'")).collect();
        if !names.is_empty() {
            let said = format!("resources that no item has were left out: {}", cut(&names.join(", ")));
            notes.say(NoteKind::LeftOut, None, said);
        }
    }
}

/// The project's title, else the name of the row that stands for it, else the file's.
fn name(root: &Element, file: Option<&str>) -> Result<Name, ReadError> {
    let own_row = root.list("Tasks", "Task").find(|task| task.text("OutlineLevel") == "0");
    let title = root.some("Title").or_else(|| own_row.and_then(|task| task.some("Name")));
    let chosen = title.or_else(|| file.map(file_stem)).or_else(|| root.some("Name").map(file_stem));
    let fallback = || Name::shortened("MS Project plan");
    Name::shortened(chosen.unwrap_or_default()).or_else(|_| fallback()).map_err(|_| ReadError::Empty)
}
