//! The board file (`.unblock.json`): the whole board, lossless both ways.
//!
//! Others may write it, too: an item needs a title at most; ids, where they are given, are UUIDs; all else has a
//! default. A value of the wrong type refuses the file with its path, because leaving it out would lose it when
//! the board is written again.

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use uuid::Uuid;

use super::error::ReadError;
use super::json::told;
use super::lines_json::in_lines;
use super::note::{Note, NoteKind, Notes, Place, cut};
use crate::board::{Board, MAX_ITEMS, RawBoard, sort_by_key};

/// The version of the format that is written, and the highest that is read.
pub const BOARD_FORMAT: u64 = 1;

/// The board as a file, `"format"` first, with a line for each item, link and person: easy to compare, and not
/// much larger than it must be. The same board gives the same text.
pub fn write_board(board: &Board) -> String {
    // Every part of a board can be written: its keys are texts and it holds no numbers that JSON lacks.
    let board = serde_json::to_string(board).unwrap_or_default();
    let members = board.trim_start_matches('{');
    in_lines(&format!("{{\"format\":{BOARD_FORMAT},{members}")) + "\n"
}

/// The board in a file, and what had to be left out for it to be one.
pub(super) fn read(
    mut root: Map<String, Value>,
    new_id: &mut dyn FnMut() -> Uuid,
) -> Result<(Board, Vec<Note>), ReadError> {
    refuse_format(root.remove("format").as_ref())?;
    let mut notes = Notes::default();
    give_id(&mut root, new_id);
    let items = list(&mut root, "items")?;
    if items.len() > MAX_ITEMS {
        return Err(ReadError::TooManyItems(items.len()));
    }
    let without = items.iter().filter(|item| item.get("id").is_none()).count();
    if without > 0 {
        notes.say(NoteKind::Changed, None, format!("{without} of the items had no id; each got one"));
    }
    let items = elements(items, "items", new_id)?;
    let people = elements(list(&mut root, "people")?, "people", new_id)?;
    let links = elements(list(&mut root, "links")?, "links", &mut || Uuid::nil())?;
    let mut raw: RawBoard = value(Value::Object(root), "")?;
    (raw.items, raw.people, raw.links) = (items, people, links);
    let (board, repairs) = raw.check();
    for repair in repairs {
        notes.say(NoteKind::LeftOut, None, repair.to_string());
    }
    Ok((board, notes.into_list()))
}

fn wrong(path: &str, problem: impl Into<String>) -> ReadError {
    ReadError::Wrong { place: Place::Path(path.to_owned()), problem: cut(&problem.into()) }
}

fn refuse_format(format: Option<&Value>) -> Result<(), ReadError> {
    match format {
        Some(Value::Number(number)) if number.as_u64() == Some(BOARD_FORMAT) => Ok(()),
        Some(Value::Number(number)) if number.as_u64().is_some_and(|format| format > BOARD_FORMAT) => {
            Err(ReadError::NewerFormat(number.to_string()))
        }
        Some(other) => {
            let other = serde_json::to_string(other).unwrap_or_default();
            Err(wrong("format", format!("{other} is not a version of the format; this one is 1")))
        }
        None => Err(wrong("format", "this looks like an Unblock board, but it does not say \"format\": 1")),
    }
}

fn list(root: &mut Map<String, Value>, member: &str) -> Result<Vec<Value>, ReadError> {
    match root.remove(member) {
        None => Ok(Vec::new()),
        Some(Value::Array(list)) => Ok(list),
        Some(_) => Err(wrong(member, "a list was expected here")),
    }
}

fn give_id(object: &mut Map<String, Value>, new_id: &mut dyn FnMut() -> Uuid) {
    object.entry("id").or_insert_with(|| Value::String(new_id().to_string()));
}

/// The elements of a list, each an object. (An array would pass for a struct otherwise.)
fn elements<T: DeserializeOwned>(
    list: Vec<Value>,
    member: &str,
    new_id: &mut dyn FnMut() -> Uuid,
) -> Result<Vec<T>, ReadError> {
    let mut read = Vec::with_capacity(list.len());
    for (index, element) in list.into_iter().enumerate() {
        let path = format!("{member}[{index}]");
        let Value::Object(mut object) = element else {
            return Err(wrong(&path, "an object was expected here"));
        };
        if member != "links" {
            give_id(&mut object, new_id);
        }
        read.push(value(Value::Object(object), &path)?);
    }
    Ok(read)
}

/// The value of an object; on an error the path of the member that is to blame.
fn value<T: DeserializeOwned>(object: Value, path: &str) -> Result<T, ReadError> {
    parsed(&object).map_err(|problem| blame(&object, path, problem, &|object| parsed::<T>(object).err()))
}

/// By way of a text: the page then needs one reader of each type, that for what is stored.
fn parsed<T: DeserializeOwned>(object: &Value) -> Result<T, String> {
    let text = serde_json::to_string(object);
    text.and_then(|text| serde_json::from_str(&text)).map_err(|error| match told(&error).as_str() {
        "expected value" => "a value of another kind was expected here".to_owned(),
        problem => problem.to_owned(),
    })
}

/// What is wrong with an object.
type Problem<'a> = &'a dyn Fn(&Value) -> Option<String>;

fn blame(object: &Value, path: &str, problem: String, said: Problem) -> ReadError {
    let path = match culprit(object, said) {
        Some(member) if path.is_empty() => member,
        Some(member) => format!("{path}.{member}"),
        None if path.is_empty() => "the top level".to_owned(),
        None => path.to_owned(),
    };
    wrong(&path, problem)
}

/// With more members than this, which one is to blame is not looked for.
const MANY: usize = 200;

/// The member without which the object would be read, or would fail for another reason.
fn culprit(object: &Value, said: Problem) -> Option<String> {
    let all = said(object).filter(|problem| !problem.starts_with("missing field"))?;
    let mut members: Vec<String> = object.as_object()?.keys().cloned().collect();
    if members.len() > MANY {
        return None;
    }
    // Last, because an object without an id fails for that alone.
    sort_by_key(&mut members, |member| member == "id");
    members.into_iter().find(|member| {
        let mut rest = object.clone();
        rest.as_object_mut().map(|map| map.remove(member));
        said(&rest).as_ref() != Some(&all)
    })
}
