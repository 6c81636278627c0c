//! What the commands need besides cargo: found, or installed from package registries.
//!
//! Nothing is installed over what is there: Trunk and the wasm-bindgen CLI get a folder of their
//! own, and versions are fixed. What cannot be installed is asked for in one line.

mod browser;
mod cargo_tools;
mod node;
mod wasm_target;

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::programs::ask;

pub(crate) use wasm_target::WASM;

/// The project's folder, and the environment in which its programs run.
pub(crate) struct Workshop {
    root: PathBuf,
    /// Folders that come before those of PATH.
    path: Vec<PathBuf>,
    /// The environment of builds for WebAssembly, where rustup has no such target.
    wasm_env: Vec<(&'static str, String)>,
    /// Folders that come before all others in builds for WebAssembly.
    wasm_path: Vec<PathBuf>,
}

impl Workshop {
    /// The project whose cargo started this program.
    pub(crate) fn open() -> Result<Self> {
        let here = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
        let here = here.context("start me as `cargo xtask`, in the project's folder")?;
        let root = here.parent().context("the xtask folder has no parent")?.to_owned();
        Ok(Self { root, path: Vec::new(), wasm_env: Vec::new(), wasm_path: Vec::new() })
    }

    /// The folder of the workspace.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// Where the release build is written.
    pub(crate) fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// Cargo's folder of build products.
    pub(crate) fn target_dir(&self) -> PathBuf {
        std::env::var_os("CARGO_TARGET_DIR")
            .map_or_else(|| self.root.join("target"), |dir| self.root.join(dir))
    }

    /// A program, run in the project's folder with the tools on its PATH.
    pub(crate) fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.root).env("PATH", joined(&self.path));
        command
    }

    /// A program that builds for WebAssembly.
    pub(crate) fn wasm_command(&self, program: &str) -> Command {
        let folders: Vec<PathBuf> = self.wasm_path.iter().chain(&self.path).cloned().collect();
        let mut command = self.command(program);
        command.env("PATH", joined(&folders)).envs(self.wasm_env.iter().map(|(name, value)| (name, value)));
        command
    }

    fn is_root() -> bool {
        ask(Command::new("id").arg("-u")).as_deref() == Some("0")
    }

    /// Installs Debian packages, where there are such and where we may.
    fn apt_install(&self, packages: &[&str]) -> bool {
        let may = Self::is_root() && ask(Command::new("apt-get").arg("--version")).is_some();
        if !may {
            return false;
        }
        println!("Installing {} with apt-get (about a minute).", packages.join(", "));
        let quiet = |command: &mut Command| ask(command.env("DEBIAN_FRONTEND", "noninteractive")).is_some();
        quiet(self.command("apt-get").arg("update"))
            && quiet(
                self.command("apt-get").args(["install", "-y", "--no-install-recommends"]).args(packages),
            )
    }
}

fn joined(first: &[PathBuf]) -> OsString {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders = first.iter().cloned().chain(std::env::split_paths(&path));
    // A folder whose name holds the separator cannot be on PATH at all: then PATH stays as it is.
    std::env::join_paths(folders).unwrap_or(path)
}

/// Cargo's home, where its tools live.
pub(crate) fn cargo_home() -> Result<PathBuf> {
    if let Some(home) = std::env::var_os("CARGO_HOME") {
        return Ok(home.into());
    }
    let home = std::env::home_dir().context("there is no home folder: set CARGO_HOME")?;
    Ok(home.join(".cargo"))
}
