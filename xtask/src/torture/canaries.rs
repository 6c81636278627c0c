//! One deliberate break for each guard, to see its test turn red: a test that stays green guards nothing.
//!
//! The breaks are made in a copy of the project, one at a time. The copy is built in a folder of its own, so that only
//! what changed is compiled again.

mod breaks;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context, Result, bail, ensure};

use crate::tools::Workshop;
use breaks::BREAKS;

/// A guard, how it is broken, and the test that must then fail.
struct Break {
    guard: &'static str,
    file: &'static str,
    old: &'static str,
    new: &'static str,
    /// `--lib` or the name of a test program of the core.
    program: &'static str,
    /// The test, or the beginning of several.
    test: &'static str,
}

/// What a test said of a break.
#[derive(Debug, PartialEq, Eq)]
enum Verdict {
    Red,
    Green,
    /// It could not be run: the break does not compile, or there is no such test.
    Unclear(String),
}

/// What the copy needs: the core, and the manifests of the others.
const COPIED: &[&str] =
    &["Cargo.toml", "Cargo.lock", ".cargo", "core", "src/main.rs", "xtask/Cargo.toml", "xtask/src/main.rs"];

/// Breaks each guard, and fails where a test did not notice.
pub(super) fn run(shop: &Workshop) -> Result<()> {
    let tree = shop.target_dir().join("torture/canaries");
    _ = fs::remove_dir_all(&tree);
    for path in COPIED {
        copy(&shop.root().join(path), &tree.join(path))?;
    }
    // A test that is red without a break would say nothing. Several breaks may have one test.
    let mut sound = BTreeSet::new();
    for check in BREAKS.iter().filter(|check| sound.insert((check.program, check.test))) {
        let verdict = test(shop, &tree, check)?;
        ensure!(verdict == Verdict::Green, "without a break `{}` is {verdict:?}", check.test);
    }
    let mut unnoticed = Vec::new();
    for check in BREAKS {
        let start = Instant::now();
        let verdict = broken(shop, &tree, check)?;
        let word = match &verdict {
            Verdict::Red => "red".to_owned(),
            Verdict::Green => "STAYED GREEN".to_owned(),
            Verdict::Unclear(why) => format!("UNCLEAR: {why}"),
        };
        println!("{word:<12} {:<44} {} ({:.0} s)", check.guard, check.test, start.elapsed().as_secs_f64());
        if verdict != Verdict::Red {
            unnoticed.push(check.guard);
        }
    }
    ensure!(unnoticed.is_empty(), "broken without a test that noticed: {}", unnoticed.join(", "));
    println!("{} guards broken, each seen by its test.", BREAKS.len());
    Ok(())
}

/// Breaks a guard, runs its test, and mends the guard again.
fn broken(shop: &Workshop, tree: &Path, check: &Break) -> Result<Verdict> {
    let file = tree.join(check.file);
    let whole = fs::read_to_string(&file)?;
    let text = with_break(&whole, check)?;
    fs::write(&file, text)?;
    let verdict = test(shop, tree, check);
    fs::write(&file, whole)?;
    verdict
}

fn with_break(text: &str, check: &Break) -> Result<String> {
    match text.matches(check.old).count() {
        1 => Ok(text.replacen(check.old, check.new, 1)),
        count => bail!("{}: `{}` stands there {count} times, not once", check.file, check.old),
    }
}

fn test(shop: &Workshop, tree: &Path, check: &Break) -> Result<Verdict> {
    let mut cargo: Command = shop.command("cargo");
    cargo.current_dir(tree).args(["test", "--quiet", "--offline", "--package", "unblock-core"]);
    match check.program {
        "--lib" => cargo.arg("--lib"),
        program => cargo.args(["--test", program]),
    };
    cargo
        .arg(check.test)
        .env("CARGO_TARGET_DIR", tree.with_file_name("canaries-build"))
        .env("RUST_BACKTRACE", "0");
    let output = cargo.stdin(Stdio::null()).output().context("cargo could not be started")?;
    Ok(verdict(output.status.success(), &String::from_utf8_lossy(&output.stdout)))
}

/// A failed test says so; what does not compile says nothing of tests.
fn verdict(succeeded: bool, said: &str) -> Verdict {
    let result = said.lines().find(|line| line.starts_with("test result:")).unwrap_or_default();
    match (succeeded, result) {
        (_, "") => Verdict::Unclear("no test ran".to_owned()),
        (_, result) if result.contains(" 0 passed; 0 failed") => Verdict::Unclear("no such test".to_owned()),
        (true, _) => Verdict::Green,
        (false, _) => Verdict::Red,
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_break_is_of_something_that_stands_in_the_code_once() -> Result<()> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        for check in BREAKS {
            let text = fs::read_to_string(root.join(check.file))?;
            assert_ne!(with_break(&text, check)?, text, "{}", check.guard);
        }
        Ok(())
    }

    #[test]
    fn a_test_is_red_green_or_says_nothing() {
        assert_eq!(verdict(true, "test result: ok. 1 passed; 0 failed; 0 ignored"), Verdict::Green);
        assert_eq!(verdict(false, "x\ntest result: FAILED. 0 passed; 1 failed; 0 ignored"), Verdict::Red);
        assert!(matches!(
            verdict(true, "test result: ok. 0 passed; 0 failed; 0 ignored"),
            Verdict::Unclear(_)
        ));
        assert!(matches!(verdict(false, "error[E0308]: mismatched types"), Verdict::Unclear(_)));
    }
}
