//! JSON from other programs: read leniently, with the path of everything that is not as it should be.
//!
//! The whole file is read into a tree first. The reader's own limit (128 levels) so holds for the parts that
//! nobody looks at, too, and one odd value costs that value, not the file.

use serde_json::{Map, Value};

use super::error::ReadError;
use super::note::{NoteKind, Notes, Place};

/// The tree of a JSON text.
pub(super) fn tree(text: &str) -> Result<Value, ReadError> {
    serde_json::from_str(text).map_err(|error| {
        let place = Place::Position { line: error.line(), column: error.column() };
        let problem = match told(&error).as_str() {
            "recursion limit exceeded" => "it is nested deeper than 128 levels".to_owned(),
            "trailing characters" => "something follows after the end".to_owned(),
            text if text.starts_with("EOF") => {
                "it ends in the middle; the file may have been cut off".to_owned()
            }
            problem => problem.to_owned(),
        };
        ReadError::Json { place, problem }
    })
}

/// What is wrong, without where.
pub(super) fn told(error: &serde_json::Error) -> String {
    let told = error.to_string();
    told.rsplit_once(" at line ").map_or(told.as_str(), |(problem, _)| problem).to_owned()
}

/// An object of the tree with its path.
#[derive(Clone)]
pub(super) struct Node<'a> {
    pub(super) object: &'a Map<String, Value>,
    pub(super) path: String,
}

/// A text as it is, a number or a truth value as text; nothing for `null` and for what holds other values.
pub(super) fn plain(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(truth) => Some(truth.to_string()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

/// The text of a member that is a text with something in it.
#[inline(never)]
pub(super) fn text<'a>(object: &'a Map<String, Value>, member: &str) -> Option<&'a str> {
    object.get(member).and_then(Value::as_str).filter(|text| !text.trim().is_empty())
}

impl<'a> Node<'a> {
    /// The path of a member.
    #[inline(never)]
    pub(super) fn at(&self, member: &str) -> Place {
        let dot = if self.path.is_empty() { "" } else { "." };
        Place::Path(format!("{}{dot}{member}", self.path))
    }

    /// The place of the object itself.
    pub(super) fn place(&self) -> Place {
        Place::Path(self.path.clone())
    }

    /// A member that is a text with something in it; one of another kind is said and left out.
    pub(super) fn text(&self, member: &str, notes: &mut Notes) -> Option<&'a str> {
        match self.object.get(member) {
            None | Some(Value::Null) => None,
            Some(Value::String(text)) => Some(text.as_str()).filter(|text| !text.trim().is_empty()),
            Some(_) => {
                notes.say(NoteKind::LeftOut, Some(self.at(member)), format!("'{member}' is not a text"));
                None
            }
        }
    }

    /// True where a member says so.
    pub(super) fn is(&self, member: &str) -> bool {
        self.object.get(member).and_then(Value::as_bool).unwrap_or(false)
    }

    /// The objects in a list; what is not an object is said and left out.
    pub(super) fn objects(&self, member: &str, notes: &mut Notes) -> Vec<Node<'a>> {
        match self.object.get(member) {
            None | Some(Value::Null) => Vec::new(),
            Some(Value::Array(list)) => nodes(list, &format!("{}{member}", self.prefix()), notes),
            Some(_) => {
                notes.say(NoteKind::LeftOut, Some(self.at(member)), format!("'{member}' is not a list"));
                Vec::new()
            }
        }
    }

    /// The texts in a list, such as ids.
    pub(super) fn texts(&self, member: &str) -> Vec<&'a str> {
        let list = self.object.get(member).and_then(Value::as_array);
        list.into_iter().flatten().filter_map(Value::as_str).collect()
    }

    fn prefix(&self) -> String {
        if self.path.is_empty() { String::new() } else { format!("{}.", self.path) }
    }
}

/// The objects in a list with their paths; what is not an object is said and left out.
pub(super) fn nodes<'a>(list: &'a [Value], path: &str, notes: &mut Notes) -> Vec<Node<'a>> {
    let mut found = Vec::with_capacity(list.len());
    for (index, value) in list.iter().enumerate() {
        let path = format!("{path}[{index}]");
        match value {
            Value::Object(object) => found.push(Node { object, path }),
            _ => notes.say(NoteKind::LeftOut, Some(Place::Path(path)), "an object was expected here"),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_json_is_refused_with_its_line_and_column() {
        for (text, said) in [
            ("{\"a\":1,\n\"b\":,}", "line 2, column 5: this is not valid JSON: expected value."),
            (
                "{\"a\":",
                "line 1, column 5: this is not valid JSON: it ends in the middle; the file may have been cut off.",
            ),
            ("[1] [2]", "line 1, column 5: this is not valid JSON: something follows after the end."),
            ("[1,]", "line 1, column 4: this is not valid JSON: trailing comma."),
        ] {
            assert_eq!(tree(text).unwrap_err().to_string(), said);
        }
        assert!(tree("\"\\ud800\"").is_err(), "half a character");
    }

    #[test]
    fn deep_nesting_is_refused_wherever_it_stands() {
        for text in
            ["[".repeat(100_000), format!("{{\"ignored\":{}", "[".repeat(100_000)), "{\"a\":".repeat(100_000)]
        {
            assert!(tree(&text).unwrap_err().to_string().contains("nested deeper than 128 levels"));
        }
    }
}
