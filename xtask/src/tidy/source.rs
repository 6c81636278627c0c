//! Reading Rust as text: lines without comments and without tests, words, functions.
//!
//! It relies on rustfmt, which puts the end of an item under its beginning.

use super::tree::File;

/// A line of code: its number and its text without the comment.
pub(crate) type Line<'a> = (usize, &'a str);

/// The lines of a file that are neither comment nor test.
pub(crate) fn code(file: &File) -> Vec<Line<'_>> {
    if is_test_file(&file.path) {
        return Vec::new();
    }
    let mut lines = Vec::new();
    let mut test: Option<TestItem> = None;
    for (index, line) in file.text.lines().enumerate() {
        if let Some(item) = &mut test {
            if item.ends_with(line) {
                test = None;
            }
        } else if line.trim_start().starts_with("#[cfg(test)]") {
            test = Some(TestItem { indent: indent(line), opened: false });
        } else {
            lines.push((index + 1, without_comment(line)));
        }
    }
    lines
}

/// Whether a whole file is tests.
pub(crate) fn is_test_file(path: &str) -> bool {
    path.contains("/tests/") || path.ends_with("/tests.rs") || path.ends_with("_tests.rs")
}

struct TestItem {
    indent: usize,
    /// Whether the item's own first line has been seen: attributes may come before it.
    opened: bool,
}

impl TestItem {
    fn ends_with(&mut self, line: &str) -> bool {
        let at_its_indent = indent(line) == self.indent && !line.trim().is_empty();
        if !self.opened {
            self.opened = at_its_indent && !line.trim_start().starts_with("#[");
            return self.opened && (line.ends_with(';') || line.ends_with('}'));
        }
        let line = line.trim();
        at_its_indent && (line.starts_with('}') || (line.starts_with([')', ']']) && line.ends_with(';')))
    }
}

pub(crate) fn indent(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

/// A line up to its `//`, unless that stands in a text such as an address.
fn without_comment(line: &str) -> &str {
    let comment = line.match_indices("//").find(|(at, _)| {
        let before = &line[..*at];
        !before.ends_with(':') && before.matches('"').count().is_multiple_of(2)
    });
    comment.map_or(line, |(at, _)| &line[..at])
}

/// Whether a line mentions a name as a whole word.
pub(crate) fn mentions(line: &str, name: &str) -> bool {
    let part_of_word = |letter: char| letter.is_alphanumeric() || letter == '_';
    line.match_indices(name).any(|(at, _)| {
        !line[..at].ends_with(part_of_word) && !line[at + name.len()..].starts_with(part_of_word)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(path: &str, text: &str) -> Vec<usize> {
        let file = File { path: path.to_owned(), text: text.to_owned() };
        code(&file).iter().map(|(number, _)| *number).collect()
    }

    #[test]
    fn tests_are_left_out_and_what_follows_them_is_not() {
        let text = "fn a() {}\n#[cfg(test)]\n#[allow(x)]\nmod tests {\n    fn b() {\n    }\n}\nfn c() {}\n";
        assert_eq!(numbers("src/a.rs", text), [1, 8]);
        assert_eq!(numbers("src/a.rs", "#[cfg(test)]\nmod tests;\nfn c() {}\n"), [3]);
        let function =
            "impl A {\n    #[cfg(test)]\n    fn b(\n        x: u8,\n    ) {\n        x;\n    }\n}\n";
        assert_eq!(numbers("src/a.rs", function), [1, 8]);
        assert!(numbers("core/src/board/tests.rs", "fn a() {}").is_empty());
    }

    #[test]
    fn comments_are_left_out_and_addresses_are_not() {
        assert_eq!(without_comment("let a = 1; // one"), "let a = 1; ");
        assert_eq!(without_comment("let a = \"https://x\";"), "let a = \"https://x\";");
        assert_eq!(without_comment("/// doc"), "");
    }

    #[test]
    fn only_whole_words_are_mentions() {
        assert!(mentions("use idb::Database;", "idb"));
        assert!(!mentions("let guidb = 1;", "idb"));
    }
}
