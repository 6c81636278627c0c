//! `cargo xtask torture`: every promise about people's data, tried as often as promised, and a table of what came of it.
//!
//! The tests themselves are in `core/tests` and `tests/torture`; each leaves a line of what it counted. Nothing is put
//! into the table here: what left no line is "not tried". `cargo xtask test` runs the short form of the same tests in its
//! own steps and prints the same table.

mod canaries;
mod promises;
mod report;

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Result, bail, ensure};

use crate::build::build_if_stale;
use crate::programs::{run, watch};
use crate::test::Tally;
use crate::tools::Workshop;

pub(crate) use report::{Part, Report};

/// How much is tried.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// What every change can afford.
    Short,
    /// What is promised.
    Full,
}

impl Form {
    const fn word(self) -> &'static str {
        match self {
            Self::Short => "short",
            Self::Full => "full",
        }
    }
}

/// The test programs of the core that throw wrong things at it.
const NATIVE: [&str; 6] = ["--test", "store", "--test", "exchange", "--test", "edit"];

/// The command: `--short` tries less, `--canaries` breaks each guard instead, `--canaries page` those of the page alone.
pub(crate) fn torture(shop: &mut Workshop, arguments: &[String]) -> Result<()> {
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let form = match words.as_slice() {
        ["--canaries"] => return canaries::run(shop, None),
        ["--canaries", "page"] => return canaries::run(shop, Some("")),
        ["--canaries", "page", word] => return canaries::run(shop, Some(word)),
        [] => Form::Full,
        ["--short"] => Form::Short,
        _ => bail!("usage: cargo xtask torture [--short | --canaries [page [WORD]]]"),
    };
    let report = Report::of(shop);
    report.begin()?;
    let mut tally = Tally::default();
    let outcomes = [native(shop, form), in_browser(shop, form, &mut tally)];
    println!("\n{}", report.table()?);
    outcomes.into_iter().collect::<Result<Vec<()>>>()?;
    report.judge()
}

/// The step of the test: the rig in its short form, and the table of all that this run has tried.
pub(crate) fn step(shop: &mut Workshop, tally: &mut Tally) -> Result<()> {
    let report = Report::of(shop);
    if !report.has(Part::Native) {
        native(shop, Form::Short)?;
    }
    in_browser(shop, Form::Short, tally)?;
    println!("\n{}", report.table()?);
    report.judge()
}

/// The core's part. The full form is built like the page, in a folder of its own: the plain profile takes ten times as
/// long.
fn native(shop: &Workshop, form: Form) -> Result<()> {
    let mut cargo = shop.command("cargo");
    // One that fails does not leave the others untried.
    cargo.args(["test", "--package", "unblock-core", "--no-fail-fast"]).args(NATIVE);
    if form == Form::Full {
        cargo.env("CARGO_PROFILE_DEV_OPT_LEVEL", "2").env("CARGO_TARGET_DIR", build_folder(shop));
    }
    run(Report::of(shop).told_by(&mut cargo, Part::Native).env("UNBLOCK_TORTURE", form.word()))
}

/// The browser's part: the rig, and those of the page's tests that leave a line, where they have not run yet.
fn in_browser(shop: &mut Workshop, form: Form, tally: &mut Tally) -> Result<()> {
    build_if_stale(shop)?;
    shop.node()?;
    shop.node_packages()?;
    let browser = shop.browser()?;
    let report = Report::of(shop);
    let mut tests = files(shop, "tests/torture", |_| true)?;
    ensure!(!tests.is_empty(), "tests/torture holds no *.test.mjs");
    if !report.has(Part::Page) {
        tests.extend(files(shop, "tests/e2e", |text| text.contains("torture/report.mjs"))?);
    }
    let mut node = shop.command("node");
    // One file after the other: two browsers on two cores make timings that mean nothing.
    node.args(["--test", "--test-reporter=spec", "--test-concurrency=1"]).args(tests);
    report.told_by(&mut node, Part::Browser).env("UNBLOCK_TORTURE", form.word());
    watch(node.env("CHROME", browser.chrome), |line| tally.read(line))
}

fn files(shop: &Workshop, folder: &str, wanted: fn(&str) -> bool) -> Result<Vec<PathBuf>> {
    let entries = std::fs::read_dir(shop.root().join(folder))?;
    let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    files.retain(|file| file.to_string_lossy().ends_with(".test.mjs"));
    files.retain(|file| std::fs::read_to_string(file).is_ok_and(|text| wanted(&text)));
    files.sort();
    Ok(files)
}

/// Where optimised tests are built.
fn build_folder(shop: &Workshop) -> PathBuf {
    shop.target_dir().join("torture/build")
}

impl Report {
    /// Lets the tests that a command runs leave their lines.
    pub(crate) fn told_by<'a>(&self, command: &'a mut Command, part: Part) -> &'a mut Command {
        command.env("UNBLOCK_TORTURE_REPORT", self.file(part))
    }
}
