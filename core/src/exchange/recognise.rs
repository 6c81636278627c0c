//! What a text is, told by its content; the name only helps to tell a table or a text from nothing in particular.
//!
//! Text that looks like JSON and is none gets the reason, and never becomes a list of items.

use serde_json::{Map, Value};

use super::error::{Foreign, ReadError};
use super::note::quoted;
use super::sheet::is_sheet;
use super::table::{Table, headers};
use super::{FileIn, github, json};

/// What was found, read so far as was needed to tell.
pub(super) enum Found {
    /// A board file.
    Board(Map<String, Value>),
    /// A Trello board.
    Trello(Map<String, Value>),
    /// A list of issues.
    Github(Vec<Value>),
    /// A Jira search.
    Jira(Table),
    /// A project of MS Project, not yet parsed.
    MsProject,
    /// A table with titles.
    PlanCsv(Table),
    /// A table of scores, with heads in people's own words.
    Sheet,
    /// Anything else that was pasted or is called a text.
    Text,
}

/// Tells what a text is.
pub(super) fn recognise(file: &FileIn, text: &str) -> Result<Found, ReadError> {
    let start = text.trim_start();
    let ending =
        file.name.and_then(|name| name.rsplit_once('.')).map(|(_, ending)| ending.to_ascii_lowercase());
    let ending = ending.as_deref().unwrap_or_default();
    if is_ms_project(start) {
        return Ok(Found::MsProject);
    }
    if let Some(foreign) = foreign_text(start, ending) {
        return Err(ReadError::Foreign(foreign));
    }
    if looks_like_json(start) || matches!(ending, "json" | "unblock") {
        return by_members(json::tree(text)?);
    }
    let columns = Columns(headers(text).iter().map(|header| header.to_lowercase()).collect());
    if let Some(foreign) = columns.foreign() {
        return Err(ReadError::Foreign(foreign));
    }
    if columns.all(&["issue key", "summary"]) {
        return Table::read(text).map(Found::Jira);
    }
    if is_sheet(&columns.0) {
        return Ok(Found::Sheet);
    }
    if columns.has("title") {
        return Table::read(text).map(Found::PlanCsv);
    }
    match (file.name, ending) {
        (None, _) | (Some(_), "txt" | "md" | "markdown" | "text") => Ok(Found::Text),
        (Some(_), "csv" | "tsv" | "tab") => Err(ReadError::NoTitles(columns.listed())),
        _ => Err(ReadError::Unknown("a text of no known kind".to_owned())),
    }
}

/// An object, or a list whose first element is one that JSON may have there. `[ ] task` is a line of text.
fn looks_like_json(start: &str) -> bool {
    let Some(inside) = start.strip_prefix('[') else { return start.starts_with('{') };
    let inside = inside.trim_start();
    inside.is_empty()
        || inside.starts_with(['{', '[', '"'])
        || (inside.starts_with(|c: char| c == '-' || c.is_ascii_digit()) && inside.trim_end().ends_with(']'))
        || ["null", "true", "false"].iter().any(|word| inside.starts_with(word))
        || inside.strip_prefix(']').is_some_and(|rest| rest.trim().is_empty())
}

fn by_members(value: Value) -> Result<Found, ReadError> {
    match value {
        Value::Object(root) => by_object(root),
        Value::Array(list) if list.is_empty() => Err(ReadError::NoItems("list")),
        Value::Array(list) if list.iter().any(github::is_issue) => Ok(Found::Github(list)),
        Value::Array(list) => Err(ReadError::Unknown(match list.first() {
            Some(Value::Object(first)) => format!("a JSON list of objects with {}", members(first)),
            _ => "a JSON list that does not hold issues".to_owned(),
        })),
        _ => Err(ReadError::Unknown("a single JSON value".to_owned())),
    }
}

fn by_object(root: Map<String, Value>) -> Result<Found, ReadError> {
    let has = |member: &str| root.contains_key(member);
    if has("cards") && has("lists") {
        return Ok(Found::Trello(root));
    }
    if has("format") || (has("name") && has("items")) {
        return Ok(Found::Board(root));
    }
    if has("issues") && (has("startAt") || has("maxResults") || has("isLast") || has("expand")) {
        return Err(ReadError::Foreign(Foreign::JiraOther));
    }
    let gid = |value: &Value| value.get("gid").is_some();
    if root.get("data").and_then(Value::as_array).is_some_and(|data| data.iter().any(gid)) {
        return Err(ReadError::Foreign(Foreign::Asana));
    }
    Err(ReadError::Unknown(format!("a JSON object with {}", members(&root))))
}

/// The first names of an object's members.
fn members(object: &Map<String, Value>) -> String {
    listed(object.keys().map(String::as_str))
}

fn listed<'a>(names: impl Iterator<Item = &'a str>) -> String {
    let names: Vec<String> = names.map(quoted).collect();
    match names.len() {
        0 => "nothing in it".to_owned(),
        1..=6 => names.join(", "),
        more => format!("{} and {} more", names[..5].join(", "), more - 5),
    }
}

/// True for XML whose first element names MS Project's schema.
fn is_ms_project(start: &str) -> bool {
    start.starts_with('<')
        && start.chars().take(2_000).collect::<String>().contains("schemas.microsoft.com/project")
}

/// Files of other programs that are told by how they begin.
fn foreign_text(start: &str, ending: &str) -> Option<Foreign> {
    let head: String = start.chars().take(2_000).collect::<String>().to_lowercase();
    let begins = |starts: &[&str]| starts.iter().any(|start| head.starts_with(start));
    if ending == "mmd" || is_mermaid(&head) {
        return Some(Foreign::Mermaid);
    }
    if begins(&["begin:vcalendar"]) {
        return Some(Foreign::Calendar);
    }
    if begins(&["<!doctype html", "<html"]) {
        return Some(Foreign::WebPage);
    }
    if !begins(&["<?xml", "<svg", "<rss"]) {
        return None;
    }
    if head.contains("<svg") {
        return Some(Foreign::Image);
    }
    Some(if head.contains("jira") { Foreign::JiraOther } else { Foreign::WebPage })
}

/// True where the first line that is neither blank, a comment nor front matter opens a Mermaid diagram.
fn is_mermaid(head: &str) -> bool {
    let body = match head.strip_prefix("---") {
        Some(rest) => rest.split_once("\n---").map_or(rest, |(_, body)| body),
        None => head,
    };
    let mut lines = body.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("%%"));
    let first = lines.next().unwrap_or_default();
    if first.trim_start_matches(['`', '~', ' ', ':']).starts_with("mermaid")
        && first.starts_with(['`', '~', ':'])
    {
        return true;
    }
    match first.trim_end_matches(';').split_whitespace().collect::<Vec<_>>().as_slice() {
        ["graph" | "flowchart", direction] => matches!(*direction, "td" | "tb" | "lr" | "rl" | "bt"),
        ["gantt"] => {
            lines.any(|line| ["title", "dateformat", "section"].iter().any(|word| line.starts_with(word)))
        }
        [one] => matches!(
            *one,
            "sequencediagram"
                | "classdiagram"
                | "statediagram"
                | "statediagram-v2"
                | "erdiagram"
                | "gitgraph"
        ),
        _ => false,
    }
}

/// The names of a table's columns in lower case.
struct Columns(Vec<String>);

impl Columns {
    fn has(&self, name: &str) -> bool {
        self.0.iter().any(|column| column == name)
    }

    fn all(&self, names: &[&str]) -> bool {
        names.iter().all(|name| self.has(name))
    }

    fn listed(&self) -> String {
        listed(self.0.iter().map(String::as_str))
    }

    /// The other programs whose tables are told by their columns.
    fn foreign(&self) -> Option<Foreign> {
        const KNOWN: [(&[&str], Foreign); 12] = [
            (&["type", "content", "priority", "indent"], Foreign::Todoist),
            (&["type", "content", "priority", "author"], Foreign::Todoist),
            (&["card id", "card name"], Foreign::TrelloCsv),
            (&["task id", "section/column"], Foreign::Asana),
            (&["task id", "task name", "list name"], Foreign::ClickUp),
            (&["task id", "task name", "space name"], Foreign::ClickUp),
            (&["id", "team", "title", "cycle name"], Foreign::Linear),
            (&["id", "team", "title", "parent issue"], Foreign::Linear),
            (&["name", "subitems"], Foreign::Monday),
            (&["title", "es", "ef", "ls", "lf"], Foreign::Schedule),
            (&["title", "rice", "rice rank"], Foreign::Scores),
            (&["title", "ice", "ice rank"], Foreign::Scores),
        ];
        KNOWN.iter().find(|(columns, _)| self.all(columns)).map(|(_, foreign)| *foreign)
    }
}
