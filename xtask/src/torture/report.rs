//! The lines that the tests leave, and the table made of them.
//!
//! A line is: promise, what was tried, how often, what came to harm, the worst case, with tabs between.

use std::fmt::Write;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};

use super::promises::{LATER, PROMISES, Promise};
use crate::tools::Workshop;

/// Who leaves lines.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Part {
    /// The core's tests.
    Native,
    /// The page's tests.
    Page,
    /// The rig in the browser.
    Browser,
}

impl Part {
    const ALL: [Self; 3] = [Self::Native, Self::Page, Self::Browser];

    const fn word(self) -> &'static str {
        match self {
            Self::Native => "native",
            Self::Page => "page",
            Self::Browser => "browser",
        }
    }
}

/// Where the lines of a run are.
pub(crate) struct Report {
    folder: PathBuf,
}

/// What one test tried.
#[derive(Debug, PartialEq, Eq)]
struct Line {
    part: Part,
    promise: u8,
    tried: String,
    times: u64,
    harm: String,
    worst: String,
}

impl Report {
    /// The report of this project.
    pub(crate) fn of(shop: &Workshop) -> Self {
        Self { folder: shop.target_dir().join("torture/report") }
    }

    /// A new run: what an earlier one left does not count.
    pub(crate) fn begin(&self) -> Result<()> {
        _ = fs::remove_dir_all(&self.folder);
        let folder = &self.folder;
        fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))
    }

    /// The file that a part writes to.
    pub(crate) fn file(&self, part: Part) -> PathBuf {
        self.folder.join(part.word())
    }

    /// Whether a part has left lines in this run.
    pub(crate) fn has(&self, part: Part) -> bool {
        self.file(part).is_file()
    }

    fn lines(&self) -> Result<Vec<Line>> {
        let mut lines = Vec::new();
        for part in Part::ALL.into_iter().filter(|part| self.has(*part)) {
            let text = fs::read_to_string(self.file(part))?;
            for line in text.lines() {
                lines.push(read(part, line).with_context(|| format!("no line of a report: `{line}`"))?);
            }
        }
        Ok(lines)
    }

    /// The table, which is also written into the folder.
    pub(crate) fn table(&self) -> Result<String> {
        let table = table(&self.lines()?);
        fs::write(self.folder.join("table.txt"), &table)?;
        Ok(table)
    }

    /// Fails where something came to harm or a promise was not tried.
    pub(crate) fn judge(&self) -> Result<()> {
        let lines = self.lines()?;
        let harmed: Vec<&str> =
            lines.iter().filter(|line| line.is_harm()).map(|line| line.tried.as_str()).collect();
        ensure!(harmed.is_empty(), "something came to harm: {}", harmed.join("; "));
        let untried: Vec<String> = PROMISES.iter().flat_map(|promise| missing(promise, &lines)).collect();
        ensure!(untried.is_empty(), "not tried: {}", untried.join("; "));
        Ok(())
    }
}

impl Line {
    /// A number other than 0 in what came to harm.
    fn is_harm(&self) -> bool {
        let numbers = self.harm.split(|letter: char| !letter.is_ascii_digit());
        numbers.filter(|number| !number.is_empty()).any(|number| number.bytes().any(|digit| digit != b'0'))
    }
}

fn read(part: Part, line: &str) -> Option<Line> {
    let [promise, tried, times, harm, worst] = line.split('\t').collect::<Vec<_>>()[..] else { return None };
    Some(Line {
        part,
        promise: promise
            .parse()
            .ok()
            .filter(|number| PROMISES.iter().any(|known| known.number == *number))?,
        tried: tried.to_owned(),
        times: times.parse().ok()?,
        harm: harm.to_owned(),
        worst: worst.to_owned(),
    })
}

/// The parts that should have left a line for a promise, and did not. The page's tests count as the browser's.
fn missing(promise: &Promise, lines: &[Line]) -> Vec<String> {
    let is_there = |part: Part| {
        let same = |line: &Line| line.part == part || (part == Part::Browser && line.part == Part::Page);
        lines.iter().any(|line| line.promise == promise.number && same(line))
    };
    let parts = promise.parts.iter().filter(|part| !is_there(**part));
    parts.map(|part| format!("promise {} ({})", promise.number, part.word())).collect()
}

fn table(lines: &[Line]) -> String {
    let mut text = String::new();
    for promise in &PROMISES {
        _ = writeln!(text, "{:>2}  {}", promise.number, promise.words);
        for line in lines.iter().filter(|line| line.promise == promise.number) {
            let worst = if line.worst.is_empty() { String::new() } else { format!("; {}", line.worst) };
            _ = writeln!(text, "    {:>7} × {}: {}{worst}", line.times, line.tried, line.harm);
        }
        for missing in missing(promise, lines) {
            _ = writeln!(text, "    not tried: {missing}");
        }
        if let Some(later) = promise.later {
            _ = writeln!(text, "    {later}");
        }
    }
    for later in LATER {
        _ = writeln!(text, " -  {later}");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str) -> Option<Line> {
        read(Part::Native, text)
    }

    #[test]
    fn a_line_is_read_and_shown_with_its_promise() {
        let lines: Vec<Line> = line("5\tfrozen files\t2\t0 changed\tone format").into_iter().collect();
        assert!(
            table(&lines).contains("opens for ever\n          2 × frozen files: 0 changed; one format\n")
        );
    }

    #[test]
    fn what_is_no_line_is_refused() {
        for text in ["", "5\ta\t2\t0", "21\ta\t2\t0\t", "5\ta\tmany\t0\t", "5\ta\t2\t0\t\tb"] {
            assert_eq!(line(text), None, "{text}");
        }
    }

    #[test]
    fn a_number_other_than_0_is_harm() {
        let is_harm = |harm: &str| line(&format!("5\ta\t2\t{harm}\t")).is_some_and(|line| line.is_harm());
        assert!(!is_harm("0 lost, 0 panics") && !is_harm("all refused"));
        assert!(is_harm("0 lost, 1 changed") && is_harm("10 lost"));
    }

    #[test]
    fn a_promise_without_a_line_is_not_tried() {
        assert!(table(&[]).contains("not tried: promise 1 (native)\n    not tried: promise 1 (browser)"));
        let lines: Vec<Line> = line("5\ta\t2\t0\t").into_iter().collect();
        assert!(!table(&lines).contains("promise 5 ("));
    }
}
