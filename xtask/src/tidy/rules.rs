//! The rules about the form of files, and about who may touch what in the app.
//!
//! What the core may use is in `purity` and `imports`.

use super::Offences;
use super::source::{Line, code, indent, is_test_file, mentions};
use super::tree::{File, Tree};

const FILE_LINES: usize = 300;
const FUNCTION_LINES: usize = 40;
const VIEW_LINES: usize = 80;

/// How a Rust file begins.
pub(super) fn headers(tree: &Tree) -> Offences {
    let bare = tree.rust().filter(|file| !file.text.starts_with("//!"));
    bare.map(|file| format!("{}: opens without `//!`", file.path)).collect()
}

/// How long a file written by hand may be.
pub(super) fn file_length(tree: &Tree) -> Offences {
    let written = tree.files.iter().filter(|file| {
        [".rs", ".css", ".mjs"].iter().any(|ending| file.path.ends_with(ending))
            && !file.path.contains("/fixtures/")
    });
    let long = written.map(|file| (file, file.text.lines().count())).filter(|(_, lines)| *lines > FILE_LINES);
    long.map(|(file, lines)| format!("{}: {lines} lines", file.path)).collect()
}

/// How long a function of the app may be; clippy sees to the other crates.
pub(super) fn function_length(tree: &Tree) -> Offences {
    tree.below("src/", ".rs").flat_map(long_functions).collect()
}

fn long_functions(file: &File) -> Offences {
    let lines = code(file);
    let starts = (0..lines.len()).filter(|at| is_function(lines[*at].1));
    let lengths = starts.filter_map(|at| {
        let opening =
            at + lines[at..].iter().position(|(_, line)| line.trim_end().ends_with(['{', ';', '}']))?;
        let signature: String = lines[at..=opening].iter().map(|(_, line)| *line).collect();
        let limit = if signature.contains("IntoView") || signature.contains("AnyView") {
            VIEW_LINES
        } else {
            FUNCTION_LINES
        };
        let body = body_lines(&lines[opening..], indent(lines[at].1));
        (body > limit).then(|| format!("{}:{}: {body} lines of {limit}", file.path, lines[at].0))
    });
    lengths.collect()
}

/// The lines of code up to the brace that closes what opens in the first line.
fn body_lines(lines: &[Line], indentation: usize) -> usize {
    let opens = lines.first().is_some_and(|(_, line)| line.trim_end().ends_with('{'));
    let closes = |line: &str| line.trim_start().starts_with('}') && indent(line) == indentation;
    let body = lines.iter().skip(1).take_while(|(_, line)| opens && !closes(line));
    body.filter(|(_, line)| !line.trim().is_empty()).count()
}

fn is_function(line: &str) -> bool {
    let words = line.split_whitespace().take_while(|word| !word.contains('('));
    let mut words = words.skip_while(|word| matches!(*word, "pub" | "async" | "const"));
    let line = line.trim_start();
    words.next() == Some("fn") || (line.starts_with("pub(") && line.contains(" fn "))
}

/// What may end the program.
pub(super) fn no_panics(tree: &Tree) -> Offences {
    let ends = [".unwrap()", ".expect(", "panic!(", "todo!(", "unimplemented!("];
    let files = tree.below("core/src/", ".rs").chain(tree.below("src/", ".rs"));
    offences(files, |line| ends.into_iter().find(|end| line.contains(end)))
}

/// Which style files the page names.
pub(super) fn styles_linked(tree: &Tree) -> Offences {
    let page = tree.text("index.html").unwrap_or_default();
    let linked = page.split("rel=\"css\" href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let linked: Vec<&str> = linked.collect();
    let unlinked = tree.below("style/", ".css").filter(|file| !linked.contains(&file.path.as_str()));
    let missing = linked.iter().filter(|path| tree.text(path).is_none());
    unlinked
        .map(|file| format!("{}: not linked in index.html", file.path))
        .chain(missing.map(|path| format!("index.html: links {path}, which is not there")))
        .collect()
}

/// Who speaks to the browser's storage.
pub(super) fn storage_behind_port(tree: &Tree) -> Offences {
    let storage = ["gloo_storage", "idb", "local_storage", "session_storage"];
    let is_port = |file: &File| file.path.starts_with("src/store/") || file.path == "src/store.rs";
    let files = tree.below("src/", ".rs").filter(|file| !is_port(file) && !is_test_file(&file.path));
    offences(files, |line| storage.into_iter().find(|name| mentions(line, name)))
}

/// What the security policy of the page would block: `prop:style`, `style:name` and `data-style` are ways around.
pub(super) fn no_inline_styles(tree: &Tree) -> Offences {
    let blocked = [" style=", "(\"style\",", " onclick=", " onload=", " onerror=", "javascript:"];
    let files = tree.below("src/", ".rs").chain(tree.below("core/src/view/", ".rs"));
    let files = files.filter(|file| !is_test_file(&file.path));
    offences(files, |line| blocked.into_iter().find(|what| line.contains(what)))
}

/// What only one machine has.
pub(super) fn no_machine_paths(tree: &Tree) -> Offences {
    let folders = ["home", "work", "root"].map(|name| format!("/{name}/"));
    let files = tree.files.iter().filter(|file| !is_lock(&file.path));
    let mut found = Vec::new();
    for file in files {
        for (index, line) in file.text.lines().enumerate() {
            if let Some(folder) = folders.iter().find(|folder| starts_a_path(line, folder)) {
                found.push(format!("{}:{}: names {folder}", file.path, index + 1));
            }
        }
    }
    found
}

fn is_lock(path: &str) -> bool {
    path == "Cargo.lock" || path.ends_with("package-lock.json")
}

/// Whether a folder is named from the top, not as part of a longer path or address.
fn starts_a_path(line: &str, folder: &str) -> bool {
    line.match_indices(folder).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        before.is_none_or(|letter| !letter.is_alphanumeric() && !"./-_~*}".contains(letter))
            || line[..at].ends_with("file://")
    })
}

/// The lines of code in which `find` sees something.
pub(super) fn offences<'a>(
    files: impl Iterator<Item = &'a File>,
    find: impl Fn(&str) -> Option<&'static str>,
) -> Offences {
    let mut found = Vec::new();
    for file in files {
        let seen = code(file).into_iter().filter_map(|(number, line)| Some((number, find(line)?)));
        found.extend(seen.map(|(number, what)| format!("{}:{number}: {what}", file.path)));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn broken(rule: fn(&Tree) -> Offences, files: &[(&str, &str)]) -> usize {
        rule(&Tree::of(files)).len()
    }

    #[test]
    fn a_header_is_asked_for_in_the_crates_alone() {
        let files = [("src/a.rs", "fn a() {}"), ("src/b.rs", "//! B."), ("tests/c.rs", "fn c() {}")];
        assert_eq!(broken(headers, &files), 1);
    }

    #[test]
    fn long_files_are_found() {
        let (long, full) = ("x\n".repeat(301), "x\n".repeat(300));
        let files = [("src/a.rs", &*long), ("src/b.rs", &*full), ("style/a.css", &*long), ("a.json", &*long)];
        assert_eq!(broken(file_length, &files), 2);
    }

    #[test]
    fn long_functions_are_found_and_views_may_be_longer() {
        let body = "    x();\n    // a comment\n\n".repeat(41);
        let plain = format!("pub(crate) fn a(\n    b: u8,\n) -> u8 {{\n{body}}}\n");
        let view = format!("fn a() -> impl IntoView {{\n{body}}}\n");
        let one_line = format!("fn a() {{}}\nstruct B {{\n{body}}}\n");
        assert_eq!(broken(function_length, &[("src/a.rs", &*plain)]), 1);
        assert_eq!(broken(function_length, &[("src/a.rs", &*view)]), 0);
        assert_eq!(broken(function_length, &[("src/a.rs", &*one_line)]), 0);
    }

    #[test]
    fn panics_are_found_outside_tests() {
        let test = "#[cfg(test)]\nmod tests {\n    fn a() {\n        b.unwrap();\n    }\n}\n";
        assert_eq!(broken(no_panics, &[("core/src/a.rs", test)]), 0);
        assert_eq!(broken(no_panics, &[("core/src/a.rs", "a.unwrap(); // b"), ("src/b.rs", "todo!()")]), 2);
        assert_eq!(broken(no_panics, &[("src/b.rs", "// a.unwrap()\na.unwrap_or(1)")]), 0);
    }

    #[test]
    fn styles_and_links_match() {
        let page = "<link data-trunk rel=\"css\" href=\"style/a.css\">";
        assert_eq!(broken(styles_linked, &[("index.html", page), ("style/a.css", "")]), 0);
        assert_eq!(broken(styles_linked, &[("index.html", page), ("style/b.css", "")]), 2);
    }

    #[test]
    fn storage_is_touched_in_its_place_alone() {
        let line = "use gloo_storage::LocalStorage;";
        assert_eq!(broken(storage_behind_port, &[("src/store/local.rs", line)]), 0);
        assert_eq!(broken(storage_behind_port, &[("src/views/a.rs", line)]), 1);
        assert_eq!(broken(storage_behind_port, &[("src/views/a.rs", "// like idb")]), 0);
    }

    #[test]
    fn styles_that_the_policy_blocks_are_found() {
        let line = |text: &str| broken(no_inline_styles, &[("src/a.rs", text)]);
        assert_eq!(line("view! { <p style=place></p> }"), 1);
        assert_eq!(line("element.set_attribute(\"style\", &place)"), 1);
        assert_eq!(line("view! { <p prop:style=place style:top=top data-style=\"left:1px\"></p> }"), 0);
    }

    #[test]
    fn paths_of_a_machine_are_found() {
        let path = |name: &str| format!("see /{name}/someone");
        assert_eq!(broken(no_machine_paths, &[("README.md", &*path("home")), ("a.rs", &*path("root"))]), 2);
        let fine = ["https://example.org", &path("work")[4..]].concat();
        assert_eq!(broken(no_machine_paths, &[("a.md", &*fine), ("Cargo.lock", &*path("home"))]), 0);
    }
}
