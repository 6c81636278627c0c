//! One deliberate break for each guard, to see its test turn red: a test that stays green guards nothing.
//!
//! `native` breaks the code of the core in a copy of the project, `page` the built page in a copy of `dist/`: what only
//! the page holds needs no new build to be broken.

mod breaks;
mod native;
mod page;
mod page_breaks;

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Context, Result, bail, ensure};

use crate::tools::Workshop;

/// What a test said of a break.
#[derive(Debug, PartialEq, Eq)]
enum Verdict {
    /// It failed, and with what words, where it says so in one line.
    Red(String),
    Green,
    /// It could not be run: the break does not compile, the page does not start, or there is no such test.
    Unclear(String),
}

/// What was broken so far, and who noticed.
#[derive(Default)]
struct Told {
    lines: String,
    broken: usize,
    unnoticed: Vec<&'static str>,
}

impl Told {
    fn tell(&mut self, guard: &'static str, test: &str, start: Instant, verdict: &Verdict) {
        let (word, why) = match verdict {
            Verdict::Red(why) => ("red", why.as_str()),
            Verdict::Green => ("STAYED GREEN", ""),
            Verdict::Unclear(why) => ("UNCLEAR", why.as_str()),
        };
        let mut line = format!("{word:<12} {guard:<52} {test} ({:.0} s)\n", start.elapsed().as_secs_f64());
        if !why.is_empty() {
            _ = writeln!(line, "{:<12} {why}", "");
        }
        print!("{line}");
        self.lines += &line;
        self.broken += 1;
        if !matches!(verdict, Verdict::Red(_)) {
            self.unnoticed.push(guard);
        }
    }
}

/// Breaks each guard, or of the page alone those with a word in their name, and fails where a test did not notice.
pub(super) fn run(shop: &mut Workshop, of_page: Option<&str>) -> Result<()> {
    let mut told = Told::default();
    if of_page.is_none() {
        native::run(shop, &mut told)?;
    }
    page::run(shop, of_page.unwrap_or_default(), &mut told)?;
    fs::write(folder(shop).join("canaries.txt"), &told.lines)?;
    ensure!(told.unnoticed.is_empty(), "broken without a test that noticed: {}", told.unnoticed.join(", "));
    println!("{} guards broken, each seen by its test.", told.broken);
    Ok(())
}

/// Where copies are broken and the list of what came of it is left.
fn folder(shop: &Workshop) -> PathBuf {
    shop.target_dir().join("torture")
}

/// A text with its one place broken.
fn with_break(text: &str, old: &str, new: &str) -> Result<String> {
    match text.matches(old).count() {
        1 => Ok(text.replacen(old, new, 1)),
        count => bail!("`{old}` stands there {count} times, not once"),
    }
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    if from.is_dir() {
        for entry in fs::read_dir(from)? {
            let name: PathBuf = entry?.file_name().into();
            copy(&from.join(&name), &to.join(&name))?;
        }
        return Ok(());
    }
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::copy(from, to).with_context(|| format!("{} cannot be copied", from.display()))?;
    Ok(())
}
