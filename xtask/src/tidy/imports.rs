//! Which module of the core may import which: the architecture as a table.
//!
//! A new module gets a row here first. Tests may import what they like.

use super::Offences;
use super::source::code;
use super::tree::{File, Tree};

struct Row {
    module: &'static str,
    imports: &'static [&'static str],
    #[expect(dead_code, reason = "for the reader of the table")]
    because: &'static str,
}

const TABLE: &[Row] = &[
    Row { module: "board", imports: &[], because: "the document stands by itself; all else is about it" },
    Row { module: "edit", imports: &["board"], because: "the only way from one board to the next" },
    Row {
        module: "store",
        imports: &["board", "edit"],
        because: "keeps boards and the changes made to them",
    },
    Row {
        module: "exchange",
        imports: &["board", "edit", "schedule", "score"],
        because: "an import is a command like any other; the schedule and the scores leave as tables",
    },
    Row { module: "schedule", imports: &["board"], because: "dates follow from the board alone" },
    Row { module: "score", imports: &["board"], because: "scores follow from the board alone" },
    Row { module: "gesture", imports: &["board"], because: "pointers and keys name items, nothing more" },
    Row { module: "layout", imports: &[], because: "a network is drawn without knowing what it means" },
    Row { module: "example", imports: &["board", "edit"], because: "the example board is made by commands" },
    Row {
        module: "view",
        imports: &["board", "edit", "exchange", "schedule", "score", "gesture", "layout"],
        because: "shows all of them; storage is the shell's affair. Nothing imports it but the app",
    },
];

/// What the modules of the core import.
pub(super) fn allowed(tree: &Tree) -> Offences {
    tree.below("core/src/", ".rs").flat_map(offences_of).collect()
}

fn offences_of(file: &File) -> Offences {
    let inner = file.path.trim_start_matches("core/src/").trim_end_matches(".rs");
    let (module, depth) = place(inner);
    if module == "lib" {
        return Vec::new();
    }
    let Some(row) = TABLE.iter().find(|row| row.module == module) else {
        return vec![format!("{}: the module `{module}` has no row in the table", file.path)];
    };
    let lines = code(file);
    let text: String = lines.iter().flat_map(|(_, line)| [line.trim(), "\n"]).collect();
    let mut found = imported(&text, "crate::");
    found.extend(imported(&text, &"super::".repeat(depth)));
    found.retain(|name| name != module && !row.imports.contains(&name.as_str()) && is_module(name));
    found.sort();
    found.dedup();
    found.iter().map(|name| format!("{}: `{module}` imports `{name}`", file.path)).collect()
}

/// The module a file belongs to, and how many times `super` leads from it to the top.
fn place(inner: &str) -> (&str, usize) {
    let parts: Vec<&str> = inner.split('/').collect();
    let depth = if parts.last() == Some(&"mod") { parts.len() - 1 } else { parts.len() };
    (parts.first().copied().unwrap_or(inner), depth)
}

/// Names of the top that are not modules (types, macros) are no matter of the table.
fn is_module(name: &str) -> bool {
    name.starts_with(|letter: char| letter.is_ascii_lowercase())
}

/// The names that follow a prefix: `crate::board::Item`, `crate::{board, edit::Command}`.
fn imported(text: &str, prefix: &str) -> Vec<String> {
    let places = text.match_indices(prefix).filter(|(at, _)| {
        let before = text[..*at].chars().next_back();
        before.is_none_or(|letter| !letter.is_alphanumeric() && letter != ':' && letter != '_')
    });
    places
        .flat_map(|(at, _)| {
            let rest = &text[at + prefix.len()..];
            if rest.starts_with('{') { group(rest) } else { vec![word(rest)] }
        })
        .filter(|name| !name.is_empty() && name != "super" && name != "self")
        .collect()
}

fn word(text: &str) -> String {
    text.trim_start().chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect()
}

/// The first word of each part of `{a::b, c::{d, e}, f}`.
fn group(text: &str) -> Vec<String> {
    let mut depth = 0;
    let mut names = Vec::new();
    for (at, letter) in text.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 1 && matches!(letter, '{' | ',') {
            names.push(word(&text[at + 1..]));
        }
        if depth == 0 {
            break;
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    fn broken(path: &str, text: &str) -> Offences {
        allowed(&Tree::of(&[(path, text)]))
    }

    #[test]
    fn the_table_is_kept() {
        assert!(broken("core/src/edit/mod.rs", "use crate::board::Board;").is_empty());
        assert_eq!(broken("core/src/board/mod.rs", "use crate::edit::Command;").len(), 1);
        assert_eq!(broken("core/src/board/item.rs", "fn a(b: &crate::view::Card) {}").len(), 1);
        assert_eq!(broken("core/src/gesture.rs", "use crate::view::Card;").len(), 1);
    }

    #[test]
    fn every_way_to_name_a_module_is_seen() {
        assert_eq!(
            broken("core/src/board/a.rs", "use crate::{\n    board::Item,\n    edit::{A, B},\n};").len(),
            1
        );
        assert_eq!(broken("core/src/board/a.rs", "use super::super::store::Port;").len(), 1);
        assert_eq!(broken("core/src/board/mod.rs", "use super::{edit, store};").len(), 2);
        assert!(broken("core/src/board/a.rs", "use super::item::Item;").is_empty());
    }

    #[test]
    fn tests_and_comments_are_free() {
        assert!(broken("core/src/board/mod.rs", "//! See `crate::edit::Command`.\n").is_empty());
        let test = "#[cfg(test)]\nmod tests {\n    use crate::edit::Command;\n}\n";
        assert!(broken("core/src/board/mod.rs", test).is_empty());
    }

    #[test]
    fn a_module_without_a_row_is_told() {
        assert_eq!(broken("core/src/helpers.rs", "").len(), 1);
        assert!(broken("core/src/lib.rs", "pub mod board;").is_empty());
    }
}
