//! Breaks in the built page: each is made in a copy of `dist/`, one at a time, and the test runs on the copy.
//!
//! A break is a deliberate edit of one file, or a script that runs before all others and makes the browser a liar. The
//! policy is given the hashes of what was edited: it must not be what the test notices. Absent on purpose: a new build.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Instant;

use anyhow::{Context, Result, ensure};

use super::page_breaks::BREAKS;
use super::{Told, Verdict, copy, folder, with_break};
use crate::build::{build_if_stale, resealed};
use crate::tools::Workshop;

/// A guard that only the built page holds, how it is broken, and the test that must then fail.
pub(super) struct PageBreak {
    pub(super) guard: &'static str,
    pub(super) edit: Edit,
    /// The file of the test, in `tests/`.
    pub(super) file: &'static str,
    /// How the name of the test begins; with `$` at its end, the whole name.
    pub(super) test: &'static str,
}

/// What is done to the copy.
pub(super) enum Edit {
    /// In the one file whose name ends so, this text gives way to that. In WebAssembly both are equally long.
    Text(&'static str, &'static str, &'static str),
    /// A script at the start of the page, which takes something of the browser away.
    Liar(&'static str),
}

/// The page of a host, into which a liar is put.
const INDEX: &str = "index.html";

/// Breaks each guard of the page that has a word in its name.
pub(super) fn run(shop: &mut Workshop, word: &str, told: &mut Told) -> Result<()> {
    let wanted: Vec<&PageBreak> = BREAKS.iter().filter(|check| check.guard.contains(word)).collect();
    build_if_stale(shop)?;
    shop.node()?;
    shop.node_packages()?;
    let chrome = shop.browser()?.chrome;
    let rig = Rig { shop, chrome, dist: folder(shop).join("canaries-dist") };
    _ = fs::remove_dir_all(&rig.dist);
    copy(&shop.dist(), &rig.dist)?;
    rig.expect_green(&wanted)?;
    for check in wanted {
        let start = Instant::now();
        let verdict = rig.broken(check).unwrap_or_else(|why| Verdict::Unclear(format!("{why:#}")));
        told.tell(check.guard, check.test.trim_end_matches('$'), start, &verdict);
    }
    Ok(())
}

/// A copy of the page, and a browser.
struct Rig<'a> {
    shop: &'a Workshop,
    chrome: PathBuf,
    dist: PathBuf,
}

impl Rig<'_> {
    /// Breaks a guard, runs its test, and mends the guard again.
    fn broken(&self, check: &PageBreak) -> Result<Verdict> {
        let (ending, old, new) = match check.edit {
            Edit::Text(ending, old, new) => (ending, old, new.to_owned()),
            Edit::Liar(script) => (INDEX, FIRST_SCRIPT, format!("{FIRST_SCRIPT}\n{{ {script} }}\n")),
        };
        let (file, whole) = the_one(&self.dist, ending, old)?;
        let text = edited(&whole, old, &new)?;
        let pages = ["index.html", "unblock.html"].map(|page| self.dist.join(page));
        let before = pages.iter().map(fs::read_to_string).collect::<Result<Vec<_>, _>>()?;
        fs::write(&file, &text)?;
        for (page, before) in pages.iter().zip(&before) {
            let edited = fs::read_to_string(page)?;
            fs::write(page, resealed(before, &edited, (&whole, &text)))?;
        }
        let verdict =
            self.said(check.file, &BTreeSet::from([check.test])).map(|said| verdict(&said, check.test));
        fs::write(&file, &whole)?;
        for (page, before) in pages.iter().zip(before) {
            fs::write(page, before)?;
        }
        verdict
    }

    /// A test that is red without a break would say nothing.
    fn expect_green(&self, wanted: &[&PageBreak]) -> Result<()> {
        let files: BTreeSet<&str> = wanted.iter().map(|check| check.file).collect();
        for file in files {
            let tests = wanted.iter().filter(|check| check.file == file).map(|check| check.test);
            let tests: BTreeSet<&str> = tests.collect();
            let said = self.said(file, &tests)?;
            for test in tests {
                let verdict = verdict(&said, test);
                ensure!(verdict == Verdict::Green, "without a break `{test}` is {verdict:?}");
            }
        }
        Ok(())
    }

    /// What node says of some tests of a file on the copy of the page.
    fn said(&self, file: &str, tests: &BTreeSet<&str>) -> Result<String> {
        let mut node = self.shop.command("node");
        node.args(["--test", "--test-reporter=tap"]);
        node.args(tests.iter().map(|test| format!("--test-name-pattern={}", pattern(test))));
        node.arg(self.shop.root().join("tests").join(file));
        node.env("UNBLOCK_DIST", &self.dist).env("CHROME", &self.chrome).env("PANICS", "1");
        node.env_remove("UNBLOCK_TORTURE").env_remove("UNBLOCK_TORTURE_REPORT");
        let output = node.stdin(Stdio::null()).output().context("node could not be started")?;
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    }
}

/// What stands once in each page, before all that its app does.
const FIRST_SCRIPT: &str = "const unblockRescue = (() => {\n\"use strict\";";

/// The file of a folder whose name ends so and that holds a text: which part of the app has it is the build's affair.
fn the_one(folder: &Path, ending: &str, text: &str) -> Result<(PathBuf, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let bytes = if path.to_string_lossy().ends_with(ending) { fs::read(&path)? } else { continue };
        if bytes.windows(text.len()).any(|window| window == text.as_bytes()) {
            found.push((path, bytes));
        }
    }
    ensure!(found.len() == 1, "{} files `*{ending}` hold `{text}`", found.len());
    found.pop().context("no file")
}

/// A file with its one place broken; what is no text keeps its length.
fn edited(whole: &[u8], old: &str, new: &str) -> Result<Vec<u8>> {
    if let Ok(text) = std::str::from_utf8(whole) {
        return with_break(text, old, new).map(String::into_bytes);
    }
    let places: Vec<usize> = (0..whole.len()).filter(|at| whole[*at..].starts_with(old.as_bytes())).collect();
    let ([at], true) = (places.as_slice(), old.len() == new.len()) else {
        anyhow::bail!("`{old}` stands there {} times, and `{new}` takes its place", places.len());
    };
    Ok([&whole[..*at], new.as_bytes(), &whole[at + old.len()..]].concat())
}

/// A pattern of node's for a test by how its name begins.
fn pattern(test: &str) -> String {
    let escaped = |letter: char| {
        if ".*+?()[]{}|/".contains(letter) { format!("\\{letter}") } else { letter.to_string() }
    };
    format!("^{}", test.chars().map(escaped).collect::<String>())
}

/// What the test said: red where it failed, but not where the page did not even start.
fn verdict(said: &str, test: &str) -> Verdict {
    let name = test.trim_end_matches('$');
    let ended = |word: &str| {
        let is_its = |line: &&str| line.starts_with(word) && line.contains(name) && !line.contains("# SKIP");
        said.lines().any(|line| is_its(&line.trim_start()))
    };
    match (ended("not ok "), ended("ok ")) {
        (true, _) => {
            let why = reason(said);
            let never = ["the app was not ready", "the app did not start", "not all parts came"];
            if never.iter().any(|words| why.contains(words)) {
                Verdict::Unclear(why)
            } else {
                Verdict::Red(why)
            }
        }
        (false, true) => Verdict::Green,
        (false, false) => Verdict::Unclear("no such test".to_owned()),
    }
}

/// The first line of why a test failed.
fn reason(said: &str) -> String {
    let mut lines = said.lines().map(str::trim).skip_while(|line| !line.starts_with("error:"));
    let first = lines.next().unwrap_or_default().trim_start_matches("error:").trim_matches([' ', '\'', '"']);
    // A message of several lines begins on the line after.
    let line = if first.starts_with('|') { lines.next().unwrap_or_default() } else { first };
    line.chars().take(110).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_test_of_the_page_is_red_green_or_says_nothing() {
        let said = "ok 1 - a other # SKIP test name\nnot ok 2 - a page / x\n  ---\n  error: 'it was open'\n";
        assert_eq!(verdict(said, "a page / x$"), Verdict::Red("it was open".to_owned()));
        assert_eq!(verdict("ok 1 - a page / x\n", "a page"), Verdict::Green);
        assert!(matches!(verdict(said, "a other"), Verdict::Unclear(_)));
        let late = "not ok 1 - a page\n  error: |-\n    the app was not ready in 9 ms\n";
        assert_eq!(verdict(late, "a page"), Verdict::Unclear("the app was not ready in 9 ms".to_owned()));
    }

    #[test]
    fn a_break_of_webassembly_keeps_its_length() -> Result<()> {
        let wasm = [&[0xff][..], b"Saving", &[0xfe]].concat();
        assert_eq!(edited(&wasm, "Saving", "Saved ")?, [&[0xff][..], b"Saved ", &[0xfe]].concat());
        assert!(edited(&wasm, "Saving", "Saved").is_err() && edited(&wasm, "x", "y").is_err());
        Ok(())
    }

    #[test]
    fn a_name_is_taken_as_it_is() {
        assert_eq!(pattern("at / (a.b)$"), "^at \\/ \\(a\\.b\\)$");
    }
}
