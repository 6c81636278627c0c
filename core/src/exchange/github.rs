//! Issues of GitHub: what the REST interface gives for a repository, and what `gh issue list --json` prints.
//!
//! Pull requests are left out. References in texts ("blocked by #12") stay text: they are nobody's statement that
//! one waits for the other.

use serde_json::{Map, Value};

use super::error::ReadError;
use super::json::{Node, nodes, plain, text};
use super::moment::day_of_moment;
use super::note::{NoteKind, Notes, quoted};
use super::plan::{Gathered, Plan, Sketch};
use super::words::{self, Stage};
use super::{Context, Format, file_stem};
use crate::board::{Date, FieldName, ItemField, MAX_ITEMS, Name, Progress};

const SPEAKS: [FieldName; 8] = [
    FieldName::Title,
    FieldName::Priority,
    FieldName::Deadline,
    FieldName::Progress,
    FieldName::Responsible,
    FieldName::Consulted,
    FieldName::Tags,
    FieldName::Notes,
];

/// Members that are read, and members that only GitHub needs. All others are said.
const KNOWN: &str = " assignee assignees author body closed_at closedAt comments html_url labels milestone number pull_request \
    repository_url state state_reason stateReason title type url user \
    active_lock_reason author_association closed_by comments_url created_at createdAt draft events_url id isPinned \
    issue_dependencies_summary issue_field_values labels_url locked node_id performed_via_github_app reactions \
    reactionGroups repository score sub_issues_summary timeline_url updated_at updatedAt closed pinned_comment parent_issue_url ";

/// True where a value looks like one issue.
pub(super) fn is_issue(value: &Value) -> bool {
    let Value::Object(object) = value else { return false };
    let any = ["number", "state", "url", "html_url", "labels"];
    object.contains_key("title") && any.iter().any(|member| object.contains_key(*member))
}

/// The plan in a list of issues.
pub(super) fn read(list: &[Value], file: Option<&str>, context: &Context) -> Result<Plan, ReadError> {
    if list.len() > MAX_ITEMS {
        return Err(ReadError::TooManyItems(list.len()));
    }
    let mut gathered = Gathered::default();
    let mut repositories = std::collections::BTreeSet::new();
    for node in nodes(list, "", &mut gathered.notes) {
        if node.object.get("pull_request").is_some_and(Value::is_object) {
            let said = "a pull request is not an issue and was left out";
            gathered.notes.say(NoteKind::LeftOut, Some(node.place()), said);
            continue;
        }
        let repository = repository(node.object);
        if let Some(sketch) = issue(&node, repository.as_deref(), context, &mut gathered.notes) {
            repositories.insert(repository.unwrap_or_default());
            gathered.take(sketch);
        }
    }
    let only = repositories.iter().next().filter(|name| repositories.len() == 1 && !name.is_empty());
    let chosen = only.map(String::as_str).or_else(|| file.map(file_stem)).unwrap_or("GitHub issues");
    let name = Name::shortened(chosen)
        .or_else(|_| Name::shortened("GitHub issues"))
        .map_err(|_| ReadError::Empty)?;
    gathered.finish(Format::GithubIssues, "github".to_owned(), name, &SPEAKS)
}

/// `owner/name`, from any of the addresses of an issue.
fn repository(object: &Map<String, Value>) -> Option<String> {
    let address = text(object, "html_url")
        .or_else(|| text(object, "url"))
        .or_else(|| text(object, "repository_url"))?;
    let path = address.split_once("://").map_or(address, |(_, rest)| rest);
    let parts: Vec<&str> = path.split('/').skip(1).skip_while(|part| *part == "repos").collect();
    match parts.as_slice() {
        [owner, name, ..] if !owner.is_empty() && !name.is_empty() => Some(format!("{owner}/{name}")),
        _ => None,
    }
}

fn issue(node: &Node, repository: Option<&str>, context: &Context, notes: &mut Notes) -> Option<Sketch> {
    let title = node.text("title", notes).unwrap_or_default();
    let number = node.object.get("number").and_then(plain);
    let key = match (repository, number) {
        (Some(repository), Some(number)) => format!("{repository}#{number}"),
        (None, Some(number)) => format!("#{number}"),
        (_, None) => title.to_owned(),
    };
    let mut sketch = Sketch::new(&key, title, node.place(), notes)?;
    sketch.paragraph(node.text("body", notes).unwrap_or_default());
    labels(node, &mut sketch, notes);
    people(node, &mut sketch, notes);
    milestone(node, &mut sketch, notes);
    state(node, context, &mut sketch, notes);
    comments(node, &mut sketch, notes);
    let address = text(node.object, "html_url").or_else(|| text(node.object, "url"));
    sketch.paragraph(format!("GitHub: {}", address.unwrap_or(&key)));
    for member in node.object.iter().filter(|(_, value)| !is_nothing(value)).map(|(member, _)| member) {
        if !KNOWN.contains(&format!(" {member} ")) {
            notes.say(
                NoteKind::LeftOut,
                Some(node.at(member)),
                format!("'{member}' is not known and was left out"),
            );
        }
    }
    Some(sketch)
}

fn is_nothing(value: &Value) -> bool {
    value.is_null() || value == &Value::Array(Vec::new())
}

/// The name of a label, an account or a type: a text, or an object that has one.
fn named(value: &Value) -> Option<&str> {
    match value {
        Value::String(text) => Some(text.as_str()),
        Value::Object(object) => text(object, "login").or_else(|| text(object, "name")),
        _ => None,
    }
}

fn labels(node: &Node, sketch: &mut Sketch, notes: &mut Notes) {
    let labels = node.object.get("labels").and_then(Value::as_array).into_iter().flatten().filter_map(named);
    for label in labels {
        if let Some(priority) = words::priority_label(label) {
            sketch.raise(priority);
            let said = format!("the label '{label}' was read as priority {}", priority.word());
            notes.say(NoteKind::ReadAs, Some(node.at("labels")), said);
        } else {
            sketch.tag(label, notes);
        }
    }
    if let Some(kind) = node.object.get("type").and_then(named) {
        sketch.tag(kind, notes);
    }
}

/// The first assignee does it, the others are asked.
fn people(node: &Node, sketch: &mut Sketch, notes: &mut Notes) {
    let listed = node.object.get("assignees").and_then(Value::as_array).into_iter().flatten();
    let mut names: Vec<&str> = listed.chain(node.object.get("assignee")).filter_map(named).collect();
    let mut seen = std::collections::BTreeSet::new();
    names.retain(|name| seen.insert(*name));
    sketch.assign(&names, node.at("assignees"), notes);
    if let Some(author) = node.object.get("user").or_else(|| node.object.get("author")).and_then(named) {
        sketch.paragraph(format!("Reported by {author}"));
    }
}

/// A milestone is a tag; its date is a deadline. GitHub keeps that day as a moment in UTC.
fn milestone(node: &Node, sketch: &mut Sketch, notes: &mut Notes) {
    let Some(Value::Object(milestone)) = node.object.get("milestone") else { return };
    sketch.tag(text(milestone, "title").unwrap_or_default(), notes);
    if let Some(due) = text(milestone, "due_on").or_else(|| text(milestone, "dueOn")) {
        let day = day_of_moment(due, &super::utc_day);
        sketch.set(ItemField::Deadline(day));
        let (kind, said) = match day {
            Some(_) => (
                NoteKind::ReadAs,
                "the date of a milestone was read as the deadline of its issues".to_owned(),
            ),
            None => (NoteKind::LeftOut, format!("{} is not a date; the deadline was left out", quoted(due))),
        };
        notes.say(kind, Some(node.at("milestone")), said);
    }
}

fn state(node: &Node, context: &Context, sketch: &mut Sketch, notes: &mut Notes) {
    let Some(state) = node.text("state", notes).filter(|state| state.eq_ignore_ascii_case("closed")) else {
        return;
    };
    let reason =
        text(node.object, "state_reason").or_else(|| text(node.object, "stateReason")).unwrap_or_default();
    let reason = reason.replace('_', " ").to_lowercase();
    if words::stage(&reason) == Some(Stage::Dropped) {
        sketch.tag(&reason, notes);
        notes.say(
            NoteKind::ReadAs,
            Some(node.at("state")),
            format!("closed as '{reason}' was read as a tag"),
        );
        return;
    }
    let closed = text(node.object, "closed_at").or_else(|| text(node.object, "closedAt"));
    let day: Option<Date> = closed.and_then(|moment| day_of_moment(moment, context.local_day));
    if let Some(on) = day.map(|day| day.min(context.today)) {
        sketch.set(ItemField::Progress(Progress::Done { started: None, on }));
    } else {
        sketch.tag(&state.to_lowercase(), notes);
        let said = "a closed issue without the day it was closed has the tag 'closed'";
        notes.say(NoteKind::ReadAs, Some(node.at("state")), said);
    }
}

/// Comments that are in the file go to the notes; where the file only counts them, that is said.
fn comments(node: &Node, sketch: &mut Sketch, notes: &mut Notes) {
    match node.object.get("comments") {
        Some(Value::Array(comments)) => {
            for comment in comments.iter().filter_map(Value::as_object) {
                let author = comment.get("author").and_then(named).unwrap_or("somebody");
                let body = text(comment, "body").unwrap_or_default();
                sketch.paragraph(format!("Comment by {author}: {body}"));
            }
        }
        Some(Value::Number(count)) if count.as_u64() != Some(0) => {
            let said = "the file counts the comments of an issue, but does not hold them";
            notes.say(NoteKind::LeftOut, Some(node.at("comments")), said);
        }
        _ => {}
    }
}
