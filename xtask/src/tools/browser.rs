//! A Chromium to test in, and the driver that goes with it.
//!
//! `CHROME` and `CHROMEDRIVER` name others than those that are found.

use std::path::PathBuf;

use anyhow::{Result, bail};

use super::Workshop;

const BROWSERS: &[&str] = &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const DRIVERS: &[&str] = &["chromedriver"];

/// Where the browser and its driver are.
pub(crate) struct Browser {
    /// The browser itself.
    pub(crate) chrome: PathBuf,
    /// What the WASM tests drive it with.
    pub(crate) driver: PathBuf,
}

impl Workshop {
    /// The browser of the machine, or Debian's.
    pub(crate) fn browser(&self) -> Result<Browser> {
        if let Some(browser) = find_both() {
            return Ok(browser);
        }
        if self.apt_install(&["chromium", "chromium-driver"])
            && let Some(browser) = find_both()
        {
            return Ok(browser);
        }
        bail!(
            "the tests need Chromium and its driver: `apt-get install chromium chromium-driver` as root, \
             or name them with CHROME and CHROMEDRIVER"
        )
    }
}

fn find_both() -> Option<Browser> {
    Some(Browser { chrome: find("CHROME", BROWSERS)?, driver: find("CHROMEDRIVER", DRIVERS)? })
}

fn find(variable: &str, names: &[&str]) -> Option<PathBuf> {
    if let Some(named) = std::env::var_os(variable) {
        return Some(named.into());
    }
    let path = std::env::var_os("PATH")?;
    let on_path = |name: &&str| {
        std::env::split_paths(&path)
            .map(|folder| folder.join(name).with_extension(std::env::consts::EXE_EXTENSION))
            .find(|file| file.is_file())
    };
    names.iter().find_map(on_path)
}
