//! The steps of the test, each with what it needs.
//!
//! The order is from quick to slow, so that a slip is told within seconds.

use anyhow::{Context, Result, ensure};

use super::tally::Tally;
use crate::build::{build, build_if_stale, check_budget, check_list};
use crate::programs::{ask, run, watch};
use crate::supply;
use crate::tidy;
use crate::tools::{WASM, Workshop};
use crate::torture::{self, Part, Report};

/// One step.
pub(crate) struct Step {
    pub(crate) name: &'static str,
    pub(crate) what: &'static str,
    /// On two cores, with the tools there and after the first compile.
    pub(crate) takes: &'static str,
    pub(crate) run: fn(&mut Workshop, &mut Tally) -> Result<()>,
}

pub(crate) const STEPS: &[Step] = &[
    Step { name: "fmt", what: "the format of the Rust code", takes: "1 s", run: fmt },
    Step { name: "tidy", what: "the house rules", takes: "1 s", run: tidy_up },
    Step {
        name: "supply",
        what: "licences, sources and bans of what is built in",
        takes: "1 s",
        run: supply_chain,
    },
    Step { name: "clippy", what: "clippy, warnings are errors", takes: "1 min, first 4 min", run: clippy },
    Step { name: "native", what: "the tests of the core and of the xtask", takes: "1 min", run: native },
    Step { name: "wasm", what: "the app's tests in headless Chromium", takes: "2 min", run: wasm },
    Step { name: "build", what: "the release build", takes: "3 min", run: release },
    Step { name: "size", what: "the budget of the first start", takes: "1 s", run: size },
    Step { name: "loaded", what: "the list of what the page loads", takes: "1 s", run: loaded },
    Step { name: "e2e", what: "the tests of dist/ in Chromium", takes: "2 min", run: e2e },
    Step { name: "torture", what: "the promises about people's data", takes: "5 min", run: torture::step },
];

const NATIVE: &[&str] = &["--package", "unblock-core", "--package", "xtask"];
const APP: &[&str] = &["--package", "unblock", "--target", WASM];

fn fmt(shop: &mut Workshop, tally: &mut Tally) -> Result<()> {
    run(shop.command("cargo").args(["fmt", "--all", "--check"])).context("`cargo fmt --all` mends it")?;
    tally.pass();
    Ok(())
}

fn tidy_up(shop: &mut Workshop, tally: &mut Tally) -> Result<()> {
    tally.passed += tidy::check(shop.root())?;
    Ok(())
}

fn supply_chain(shop: &mut Workshop, tally: &mut Tally) -> Result<()> {
    supply::check(shop)?;
    tally.pass();
    Ok(())
}

fn clippy(shop: &mut Workshop, tally: &mut Tally) -> Result<()> {
    let deny = ["--", "--deny", "warnings"];
    run(shop.command("cargo").args(["clippy", "--all-targets"]).args(NATIVE).args(deny))?;
    tally.pass();
    shop.wasm_target()?;
    run(shop.wasm_command("cargo").args(["clippy", "--all-targets"]).args(APP).args(deny))?;
    tally.pass();
    Ok(())
}

fn native(shop: &mut Workshop, tally: &mut Tally) -> Result<()> {
    // A changed snapshot is a failed test, not a file to look at later.
    let cargo = |arguments: &[&str]| {
        let mut cargo = shop.command("cargo");
        Report::of(shop).told_by(cargo.args(arguments), Part::Native).env("INSTA_UPDATE", "no");
        cargo
    };
    if ask(&mut cargo(&["nextest", "--version"])).is_none() {
        return watch(cargo(&["test"]).args(NATIVE), |line| tally.read(line));
    }
    watch(cargo(&["nextest", "run", "--no-tests=fail"]).args(NATIVE), |line| tally.read(line))?;
    watch(&mut cargo(&["test", "--doc", "--package", "unblock-core"]), |line| tally.read(line))
}

fn wasm(shop: &mut Workshop, tally: &mut Tally) -> Result<()> {
    shop.wasm_target()?;
    shop.wasm_bindgen()?;
    let browser = shop.browser()?;
    let mut cargo = shop.wasm_command("cargo");
    cargo
        .arg("test")
        .args(APP)
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner")
        .env("CHROMEDRIVER", browser.driver)
        .env("WASM_BINDGEN_TEST_TIMEOUT", "120");
    watch(&mut cargo, |line| tally.read(line))
}

fn release(shop: &mut Workshop, tally: &mut Tally) -> Result<()> {
    build(shop)?;
    tally.pass();
    Ok(())
}

fn size(shop: &mut Workshop, tally: &mut Tally) -> Result<()> {
    build_if_stale(shop)?;
    check_budget(shop)?;
    tally.pass();
    Ok(())
}

fn loaded(shop: &mut Workshop, tally: &mut Tally) -> Result<()> {
    build_if_stale(shop)?;
    check_list(&shop.dist())?;
    tally.pass();
    Ok(())
}

fn e2e(shop: &mut Workshop, tally: &mut Tally) -> Result<()> {
    build_if_stale(shop)?;
    shop.node()?;
    shop.node_packages()?;
    let browser = shop.browser()?;
    let folder = shop.root().join("tests/e2e");
    let mut tests: Vec<_> = std::fs::read_dir(&folder)?.flatten().map(|entry| entry.path()).collect();
    tests.retain(|file| file.to_string_lossy().ends_with(".test.mjs"));
    tests.sort();
    ensure!(!tests.is_empty(), "{} holds no *.test.mjs", folder.display());
    let mut node = shop.command("node");
    // One file after the other: two browsers on two cores make timings that mean nothing.
    node.args(["--test", "--test-reporter=spec", "--test-concurrency=1"]).args(tests);
    Report::of(shop).told_by(&mut node, Part::Page).env("CHROME", browser.chrome);
    watch(&mut node, |line| tally.read(line))
}
