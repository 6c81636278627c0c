//! Trunk and the wasm-bindgen CLI: from PATH where the version is right, else built by cargo.
//!
//! Trunk would download both wasm-bindgen and itself anew; it never gets to, because what it
//! looks for is on its PATH in the version it asks for.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use super::{Workshop, cargo_home};
use crate::programs::{ask, run};

const TRUNK: &str = "0.21.14";
/// In step with `wasm_split_helpers` in Cargo.lock: the mark of one is read by the other.
const WASM_SPLIT: &str = "0.2.4";

struct Tool<'a> {
    package: &'a str,
    program: &'a str,
    version: &'a str,
    flags: &'a [&'a str],
    takes: &'a str,
}

impl Workshop {
    /// Trunk, which builds the page.
    pub(crate) fn trunk(&mut self) -> Result<()> {
        self.install(&Tool {
            package: "trunk",
            program: "trunk",
            version: TRUNK,
            flags: &["--locked"],
            takes: "6 to 14 minutes",
        })
    }

    /// A command of Trunk.
    pub(crate) fn trunk_command(&self, name: &str) -> Command {
        let mut trunk = self.wasm_command("trunk");
        // Trunk takes NO_COLOR for a flag that must be `true` or `false`.
        trunk.arg(name).env_remove("NO_COLOR");
        trunk
    }

    /// The wasm-bindgen CLI, in the version of the library in Cargo.lock.
    pub(crate) fn wasm_bindgen(&mut self) -> Result<()> {
        let lock = self.root().join("Cargo.lock");
        let text = fs::read_to_string(&lock).with_context(|| format!("{} cannot be read", lock.display()))?;
        let version = locked_version(&text, "wasm-bindgen").context("Cargo.lock holds no wasm-bindgen")?;
        self.install(&Tool {
            package: "wasm-bindgen-cli",
            program: "wasm-bindgen",
            version,
            // Not --locked: its lock file names a yanked package.
            flags: &["--no-default-features"],
            takes: "3 minutes",
        })
    }

    /// The CLI that cuts the app into parts. It does not tell its version, so each has a folder of its own.
    pub(crate) fn wasm_split(&self) -> Result<()> {
        let home = wasm_split_home()?;
        if home.join("bin/wasm-split-cli").is_file() {
            return Ok(());
        }
        println!(
            "Building wasm-split-cli {WASM_SPLIT} once: takes a minute on two cores, needs the network."
        );
        let mut cargo = self.command("cargo");
        cargo.args(["install", "wasm_split_cli_support", "--version", WASM_SPLIT, "--locked", "--force"]);
        run(cargo.args(["--features", "build-binary", "--root"]).arg(&home))
            .with_context(|| format!("wasm-split-cli {WASM_SPLIT} could not be installed"))
    }

    /// A command of wasm-split-cli.
    pub(crate) fn wasm_split_command(&self) -> Result<Command> {
        Ok(self.command(&wasm_split_home()?.join("bin/wasm-split-cli").to_string_lossy()))
    }

    fn install(&mut self, tool: &Tool) -> Result<()> {
        let home = cargo_home()?.join("unblock-tools");
        let folder = home.join("bin");
        if self.has(tool) {
            return Ok(());
        }
        if !self.path.contains(&folder) {
            self.path.insert(0, folder);
            if self.has(tool) {
                return Ok(());
            }
        }
        println!(
            "Building {} {} once: takes {} on two cores, needs the network.",
            tool.package, tool.version, tool.takes
        );
        let mut cargo = Command::new("cargo");
        cargo.args(["install", tool.package, "--version", tool.version, "--force"]);
        run(cargo.args(tool.flags).arg("--root").arg(&home))
            .with_context(|| format!("{} {} could not be installed", tool.package, tool.version))
    }

    fn has(&self, tool: &Tool) -> bool {
        let answer = ask(self.command(tool.program).arg("--version")).unwrap_or_default();
        answer.split_whitespace().nth(1) == Some(tool.version)
    }
}

fn wasm_split_home() -> Result<PathBuf> {
    Ok(cargo_home()?.join("unblock-tools").join(format!("wasm-split-{WASM_SPLIT}")))
}

/// The version of a package in the text of a Cargo.lock.
fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_that_of_the_package_and_of_no_namesake() {
        let lock = "[[package]]\nname = \"wasm-bindgen-shared\"\nversion = \"0.1.0\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\nsource = \"x\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked_version(lock, "wasm"), None);
    }
}
