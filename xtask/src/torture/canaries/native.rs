//! Breaks in the code of the core: each is made in a copy of the project, one at a time. The copy is built in a folder of
//! its own, so that only what changed is compiled again.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context, Result, ensure};

use super::breaks::BREAKS;
use super::{Told, Verdict, copy, folder, with_break};
use crate::tools::Workshop;

/// A guard, how it is broken, and the test that must then fail.
pub(super) struct Break {
    pub(super) guard: &'static str,
    pub(super) file: &'static str,
    pub(super) old: &'static str,
    pub(super) new: &'static str,
    /// `--lib` or the name of a test program of the core.
    pub(super) program: &'static str,
    /// The test, or the beginning of several.
    pub(super) test: &'static str,
}

/// What the copy needs: the core, and the manifests of the others.
const COPIED: &[&str] =
    &["Cargo.toml", "Cargo.lock", ".cargo", "core", "src/main.rs", "xtask/Cargo.toml", "xtask/src/main.rs"];

/// Breaks each guard of the core.
pub(super) fn run(shop: &Workshop, told: &mut Told) -> Result<()> {
    let tree = folder(shop).join("canaries");
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
    for check in BREAKS {
        let start = Instant::now();
        let verdict = broken(shop, &tree, check)?;
        told.tell(check.guard, check.test, start, &verdict);
    }
    Ok(())
}

/// Breaks a guard, runs its test, and mends the guard again.
fn broken(shop: &Workshop, tree: &Path, check: &Break) -> Result<Verdict> {
    let file = tree.join(check.file);
    let whole = fs::read_to_string(&file)?;
    let text = with_break(&whole, check.old, check.new).with_context(|| check.file)?;
    fs::write(&file, text)?;
    let verdict = test(shop, tree, check);
    fs::write(&file, whole)?;
    verdict
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
        (false, _) => Verdict::Red(String::new()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_break_is_of_something_that_stands_in_the_code_once() -> Result<()> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        for check in BREAKS {
            let text = fs::read_to_string(root.join(check.file))?;
            assert_ne!(with_break(&text, check.old, check.new)?, text, "{}", check.guard);
        }
        Ok(())
    }

    #[test]
    fn a_test_is_red_green_or_says_nothing() {
        assert_eq!(verdict(true, "test result: ok. 1 passed; 0 failed; 0 ignored"), Verdict::Green);
        assert_eq!(
            verdict(false, "x\ntest result: FAILED. 0 passed; 1 failed; 0 ignored"),
            Verdict::Red(String::new())
        );
        assert!(matches!(
            verdict(true, "test result: ok. 0 passed; 0 failed; 0 ignored"),
            Verdict::Unclear(_)
        ));
        assert!(matches!(verdict(false, "error[E0308]: mismatched types"), Verdict::Unclear(_)));
    }
}
