//! The compiler flags of a release: those of `.cargo/config.toml`, which the environment replaces, and those that keep
//! this machine's folders out of it.
//!
//! File names stand in panic messages; with stand-ins for the folders, two folders give the same bytes.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;

use super::split::LINKER_FLAGS;
use crate::programs::ask;
use crate::tools::{Workshop, cargo_home};

/// As in `.cargo/config.toml`.
const CONFIGURED: &[&str] = &["--cfg", "erase_components"];

/// The value of `CARGO_ENCODED_RUSTFLAGS` for a release.
pub(crate) fn flags(shop: &Workshop) -> Result<OsString> {
    let cargo = cargo_home()?;
    let mut folders = vec![(shop.root().to_owned(), "/unblock"), (shop.target_dir(), "/target")];
    // Cargo names the folder of a registry by its address, which a mirror changes.
    let registries = fs::read_dir(cargo.join("registry/src")).into_iter().flatten().flatten();
    folders.extend(registries.map(|registry| (registry.path(), "/crates")));
    folders.push((cargo, "/cargo"));
    if let Some(sysroot) = ask(shop.wasm_command("rustc").args(["--print", "sysroot"])) {
        folders.push((sysroot.into(), "/rust"));
    }
    Ok(encoded(folders))
}

/// The last flag that matches counts, so a folder comes after those that hold it.
fn encoded(mut folders: Vec<(PathBuf, &str)>) -> OsString {
    folders.sort_by_key(|(folder, _)| folder.components().count());
    let flags = folders.iter().map(|(folder, stand_in)| flag(folder, stand_in));
    let configured = CONFIGURED.iter().chain(LINKER_FLAGS).map(OsString::from);
    configured.chain(flags).collect::<Vec<_>>().join(std::ffi::OsStr::new("\u{1f}"))
}

fn flag(folder: &Path, stand_in: &str) -> OsString {
    let mut flag = OsString::from("--remap-path-prefix=");
    flag.push(folder);
    flag.push("=");
    flag.push(stand_in);
    flag
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_inner_folder_comes_after_the_outer_one() {
        let folders = vec![("/a/b/target".into(), "/target"), ("/a/b".into(), "/unblock")];
        let text = encoded(folders);
        assert_eq!(
            text.to_string_lossy(),
            "--cfg\u{1f}erase_components\u{1f}-Clink-arg=--emit-relocs\u{1f}--remap-path-prefix=/a/b=/unblock\u{1f}--remap-path-prefix=/a/b/target=/target"
        );
    }
}
