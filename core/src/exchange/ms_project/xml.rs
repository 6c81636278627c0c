//! The elements of an XML file that mean something here, as a tree of names and texts.
//!
//! Elements of other names are passed over with all that is in them, attributes too: MS Project writes none. A file
//! that declares entities of its own is refused, so that no short text can stand for a long one.

use quick_xml::Reader;
use quick_xml::errors::{Error, IllFormedError};
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesRef, Event};

use super::super::error::ReadError;
use super::super::note::{Place, cut};
use crate::board::Date;

/// MS Project nests eight deep.
const MAX_DEPTH: usize = 32;
/// Far more than there are in ten megabytes as MS Project writes them.
const MAX_ELEMENTS: usize = 1_000_000;

/// The names that are read, sorted.
const KNOWN: [&str; 75] = [
    "Active",
    "ActualFinish",
    "ActualStart",
    "Alias",
    "Assignment",
    "Assignments",
    "BaseCalendarUID",
    "Baseline",
    "Calendar",
    "CalendarUID",
    "Calendars",
    "ConstraintDate",
    "ConstraintType",
    "Contact",
    "CreationDate",
    "CrossProject",
    "DayType",
    "DayWorking",
    "Deadline",
    "Duration",
    "DurationFormat",
    "Estimated",
    "Exception",
    "Exceptions",
    "ExtendedAttribute",
    "ExtendedAttributes",
    "ExternalTask",
    "FieldID",
    "FieldName",
    "Finish",
    "FromDate",
    "GUID",
    "HyperlinkAddress",
    "ID",
    "IsNull",
    "IsSubproject",
    "LagFormat",
    "LinkLag",
    "Manual",
    "ManualDuration",
    "ManualStart",
    "Milestone",
    "MinutesPerDay",
    "Month",
    "MonthDay",
    "Name",
    "Notes",
    "Occurrences",
    "OutlineLevel",
    "OutlineNumber",
    "PercentComplete",
    "PredecessorLink",
    "PredecessorUID",
    "Priority",
    "Project",
    "Recurring",
    "RemainingDuration",
    "Resource",
    "ResourceUID",
    "Resources",
    "ScheduleFromStart",
    "Start",
    "StartDate",
    "StatusDate",
    "Task",
    "TaskUID",
    "Tasks",
    "TimePeriod",
    "Title",
    "ToDate",
    "Type",
    "UID",
    "Value",
    "WeekDay",
    "WeekDays",
];

/// An element with what is in it: a text or children.
#[derive(Default)]
pub(super) struct Element {
    name: &'static str,
    content: String,
    children: Vec<Element>,
}

impl Element {
    /// The first child with a name.
    pub(super) fn child(&self, name: &str) -> Option<&Self> {
        self.children.iter().find(|child| child.name == name)
    }

    /// All children with a name.
    pub(super) fn all(&self, name: &'static str) -> impl Iterator<Item = &Self> {
        self.children.iter().filter(move |child| child.name == name)
    }

    /// The children with a name of the child that holds them, such as each `Task` in `Tasks`.
    pub(super) fn list(&self, holder: &str, name: &'static str) -> impl Iterator<Item = &Self> {
        self.child(holder).into_iter().flat_map(move |holder| holder.all(name))
    }

    /// A child's text; empty where there is none.
    pub(super) fn text(&self, name: &str) -> &str {
        self.child(name).map_or("", |child| child.content.trim())
    }

    /// A child's text where it is not empty.
    pub(super) fn some(&self, name: &str) -> Option<&str> {
        Some(self.text(name)).filter(|text| !text.is_empty())
    }

    /// A child's whole number.
    pub(super) fn number(&self, name: &str) -> Option<i64> {
        self.text(name).parse().ok()
    }

    /// True where a child says so.
    pub(super) fn is(&self, name: &str) -> bool {
        matches!(self.text(name), "1" | "true")
    }

    /// The day of a child's moment. Their zone is the reader's: MS Project writes none.
    pub(super) fn day(&self, name: &str) -> Option<Date> {
        self.text(name).get(..10)?.parse().ok()
    }
}

/// The elements that have been opened and not closed, and what has come of the file so far.
#[derive(Default)]
struct Growing {
    open: Vec<Element>,
    /// How many elements of other names are open.
    passed_over: usize,
    elements: usize,
    root: Option<Element>,
}

/// The root of the file. One of another name is no plan.
pub(super) fn tree(text: &str) -> Result<Element, ReadError> {
    let mut reader = Reader::from_str(text);
    let mut growing = Growing::default();
    loop {
        let event = match reader.read_event() {
            Ok(Event::Eof) => break,
            Ok(event) => event,
            Err(error) => return Err(wrong(text, reader.error_position(), problem(&error))),
        };
        growing.take(event).map_err(|problem| wrong(text, reader.buffer_position(), problem))?;
    }
    if !growing.open.is_empty() || growing.passed_over > 0 {
        let problem = "it ends in the middle; the file may have been cut off".to_owned();
        return Err(wrong(text, reader.buffer_position(), problem));
    }
    growing
        .root
        .filter(|root| root.name == "Project")
        .ok_or_else(|| ReadError::Unknown("a file of MS Project's that holds no 'Project'".to_owned()))
}

impl Growing {
    fn take(&mut self, event: Event) -> Result<(), String> {
        match event {
            Event::Start(tag) => self.begin(tag.local_name().as_ref()),
            Event::Empty(tag) => {
                self.begin(tag.local_name().as_ref())?;
                self.end();
                Ok(())
            }
            Event::End(_) => {
                self.end();
                Ok(())
            }
            Event::Text(text) => {
                self.add(&text.xml10_content());
                Ok(())
            }
            Event::CData(text) => {
                self.add(&text.xml10_content());
                Ok(())
            }
            Event::GeneralRef(entity) => {
                self.add(&meant(&entity)?);
                Ok(())
            }
            Event::DocType(_) => {
                Err("it declares a document type (DOCTYPE), which MS Project never does".to_owned())
            }
            Event::Decl(_) | Event::PI(_) | Event::Comment(_) | Event::Eof => Ok(()),
        }
    }

    fn begin(&mut self, name: &str) -> Result<(), String> {
        if self.open.is_empty() && self.passed_over == 0 && self.elements > 0 {
            return Err("something follows after the end".to_owned());
        }
        self.elements += 1;
        match KNOWN.binary_search(&name).ok().and_then(|at| KNOWN.get(at)) {
            Some(name) if self.passed_over == 0 => {
                self.open.push(Element { name, ..Element::default() });
            }
            _ => self.passed_over += 1,
        }
        if self.open.len() > MAX_DEPTH {
            return Err(format!("it is nested deeper than {MAX_DEPTH} levels"));
        }
        if self.elements > MAX_ELEMENTS {
            return Err("it has more than 1,000,000 elements; save a part of the project".to_owned());
        }
        Ok(())
    }

    fn end(&mut self) {
        if self.passed_over > 0 {
            self.passed_over -= 1;
            return;
        }
        let Some(mut element) = self.open.pop() else { return };
        if !element.children.is_empty() {
            // Blanks between the children.
            element.content = String::new();
        }
        match self.open.last_mut() {
            Some(parent) => parent.children.push(element),
            None => self.root = Some(element),
        }
    }

    fn add(&mut self, text: &str) {
        if let Some(element) = self.open.last_mut().filter(|_| self.passed_over == 0) {
            element.content.push_str(text);
        }
    }
}

/// What `&amp;` and `&#252;` stand for.
fn meant(entity: &BytesRef) -> Result<String, String> {
    let name = entity.xml10_content();
    let unknown = || format!("'&{};' stands for nothing that is known", cut(&name));
    match entity.resolve_char_ref().map_err(|_| unknown())? {
        Some(character) => Ok(character.to_string()),
        None => resolve_xml_entity(&name).map(str::to_owned).ok_or_else(unknown),
    }
}

/// The commonest mistakes in words; the others are tags and texts that break off.
fn problem(error: &Error) -> String {
    match error {
        Error::IllFormed(IllFormedError::MismatchedEndTag { expected, found }) => {
            format!("</{}> was expected, and </{}> was found", cut(expected), cut(found))
        }
        Error::IllFormed(IllFormedError::UnmatchedEndTag(found)) => {
            format!("</{}> closes nothing", cut(found))
        }
        Error::IllFormed(IllFormedError::UnclosedReference) => {
            "an & is not followed by a name and ;".to_owned()
        }
        _ => "a tag or a text breaks off here".to_owned(),
    }
}

/// Where in the text it is wrong, and what.
fn wrong(text: &str, at: u64, problem: String) -> ReadError {
    let before = usize::try_from(at).ok().and_then(|at| text.as_bytes().get(..at)).unwrap_or_default();
    let line = before.split(|byte| *byte == b'\n').count();
    let column = String::from_utf8_lossy(before.rsplit(|byte| *byte == b'\n').next().unwrap_or_default());
    let place = Place::Position { line, column: column.chars().count() + 1 };
    ReadError::Wrong { place, problem: format!("this is not valid XML: {problem}") }
}
