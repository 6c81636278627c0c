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
use super::note::{NoteKind, Notes, cut, quoted};
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

/// Where things stand in a list, by their ids. One kind of map for all of them: each kind weighs.
type Places = BTreeMap<String, usize>;

/// The elements of a list, and where each stands.
fn placed<'a>(root: &'a Element, list: &str, name: &'static str, id: &str) -> (Vec<&'a Element>, Places) {
    let mut elements = Vec::new();
    let mut places = Places::new();
    for element in root.list(list, name) {
        places.entry(element.text(id).to_owned()).or_insert(elements.len());
        elements.push(element);
    }
    (elements, places)
}

/// What the tasks of a project refer to.
struct Project<'a> {
    today: Date,
    clock: Clock,
    calendar: Calendar,
    calendar_uid: &'a str,
    /// The custom fields, and where each stands, by their ids.
    fields: (Vec<&'a Element>, Places),
    /// The resources of each task in the order of the assignments, and where they stand, by the task's UID.
    assigned: (Vec<Vec<&'a Element>>, Places),
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
        let (resources, by_uid) = placed(root, "Resources", "Resource", "UID");
        let mut assigned: (Vec<Vec<&Element>>, Places) = (Vec::new(), Places::new());
        for assignment in root.list("Assignments", "Assignment") {
            let place = by_uid.get(assignment.text("ResourceUID"));
            let Some(resource) = place.and_then(|place| resources.get(*place)) else { continue };
            let task = assignment.text("TaskUID").to_owned();
            let place = *assigned.1.entry(task).or_insert(assigned.0.len());
            match assigned.0.get_mut(place) {
                Some(list) => list.push(resource),
                None => assigned.0.push(vec![resource]),
            }
        }
        Self {
            today,
            clock: Clock::new(root.number("MinutesPerDay"), week),
            calendar,
            calendar_uid: root.text("CalendarUID"),
            fields: placed(root, "ExtendedAttributes", "ExtendedAttribute", "FieldID"),
            assigned,
        }
    }

    /// The resources of a task.
    fn assigned_to(&self, uid: &str) -> &[&'a Element] {
        let place = self.assigned.1.get(uid);
        place.and_then(|place| self.assigned.0.get(*place)).map_or(&[], Vec::as_slice)
    }

    /// What a custom field is called.
    fn field_name(&self, id: &str) -> &'a str {
        let field = self.fields.1.get(id).and_then(|place| self.fields.0.get(*place));
        field
            .and_then(|field| field.some("Alias").or_else(|| field.some("FieldName")))
            .unwrap_or("Custom field")
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
        let used = items.flat_map(|row| self.assigned_to(row.task.text("UID")));
        let used: BTreeSet<&str> = gathered(used.map(|resource| resource.text("UID")));
        let idle = root.list("Resources", "Resource").filter(|it| !used.contains(it.text("UID")));
        let names: Vec<String> = idle.filter_map(|resource| resource.some("Name")).map(quoted).collect();
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
