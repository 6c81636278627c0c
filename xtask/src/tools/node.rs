//! Node's part: the packages of `tests/package.json`, among them Binaryen's wasm-opt.
//!
//! Node itself is not installed: it is asked for.

use std::path::{Path, PathBuf};
use std::time::SystemTime;

use anyhow::{Result, bail};

use super::Workshop;
use crate::programs::{ask, run};

impl Workshop {
    /// The npm packages of the tests, as their lock file says.
    pub(crate) fn node_packages(&self) -> Result<()> {
        let tests = self.root().join("tests");
        if is_current(&tests) {
            return Ok(());
        }
        println!("Installing the npm packages of tests/ (seconds).");
        let mut npm = self.command("npm");
        npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]);
        run(npm.current_dir(tests))
    }

    /// Node, new enough.
    pub(crate) fn node(&self) -> Result<()> {
        let version = ask(self.command("node").arg("--version"));
        match version.as_deref().map(major) {
            Some(Some(20..)) => Ok(()),
            Some(_) => {
                bail!("the tests need Node 20 or newer, with npm; this is {}", version.unwrap_or_default())
            }
            None => bail!("the tests need Node 20 or newer, with npm: install it"),
        }
    }

    /// Binaryen's wasm-opt as a script for Node, or why there is none.
    pub(crate) fn wasm_opt(&self) -> Result<PathBuf> {
        self.node()?;
        self.node_packages()?;
        Ok(self.root().join("tests/node_modules/binaryen/bin/wasm-opt"))
    }
}

fn major(version: &str) -> Option<u32> {
    version.strip_prefix('v')?.split('.').next()?.parse().ok()
}

/// Whether the packages were installed after the lock file was last written.
fn is_current(tests: &Path) -> bool {
    let written = |file: &str| -> Option<SystemTime> { tests.join(file).metadata().ok()?.modified().ok() };
    let installed = written("node_modules/.package-lock.json");
    installed.is_some() && installed >= written("package-lock.json")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_major_version_is_read() {
        assert_eq!(major("v20.20.2"), Some(20));
        assert_eq!(major("20"), None);
    }
}
