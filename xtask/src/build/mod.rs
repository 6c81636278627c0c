//! `cargo xtask build`: `dist/` for any static host, and `dist/unblock.html` for a double click.
//!
//! Trunk builds the page; the cut into parts, wasm-opt, which Trunk would download, and the single file come after it.
//! Two folders give the same bytes.

mod bare;
mod list;
mod order;
mod pack;
mod page;
mod policy;
mod remap;
mod seal;
mod sheet;
mod single;
mod sizes;
mod split;
mod streams;

use std::fs;
use std::path::Path;
use std::time::SystemTime;

use anyhow::{Context, Result};

use crate::programs::run;
use crate::tools::Workshop;
use page::Page;
use policy::{Home, guarded};

pub(crate) use list::check_list;
pub(crate) use policy::resealed;
pub(crate) use sizes::check_budget;

const SINGLE: &str = "unblock.html";

/// What makes the page: a change in any of it makes `dist/` stale.
const SOURCES: &[&str] =
    &["src", "core/src", "core/Cargo.toml", "style", "index.html", "Trunk.toml", "Cargo.toml", "Cargo.lock"];

/// Writes the release build and says what it weighs.
pub(crate) fn build(shop: &mut Workshop) -> Result<()> {
    shop.wasm_target()?;
    shop.trunk()?;
    shop.wasm_bindgen()?;
    shop.wasm_split()?;
    println!("Building the release (a few minutes the first time).");
    let flags = remap::flags(shop)?;
    let mut trunk = shop.trunk_command("build");
    run(trunk.args(["--release", "--features", split::FEATURE]).env("CARGO_ENCODED_RUSTFLAGS", flags))?;
    split::split(shop)?;
    sheet::join_styles(&Page::read(&shop.dist())?)?;
    finish(&shop.dist())?;
    sizes::print(shop)
}

/// Gives the page its hashes and its policy, and makes the single file of it, which needs no hashes: it fetches nothing.
fn finish(dist: &Path) -> Result<()> {
    let page = Page::read(dist)?;
    let single = guarded(&single::single_file(&page)?, Home::OneFile)?;
    for (name, html) in [(SINGLE, single), ("index.html", guarded(&seal::sealed(&page)?, Home::Host)?)] {
        let file = dist.join(name);
        fs::write(&file, html).with_context(|| format!("{} cannot be written", file.display()))?;
    }
    Ok(())
}

/// Builds, unless `dist/` is newer than all that it is made of.
pub(crate) fn build_if_stale(shop: &mut Workshop) -> Result<()> {
    let built = fs::metadata(shop.dist().join(SINGLE)).and_then(|meta| meta.modified()).ok();
    let changed = SOURCES.iter().filter_map(|source| newest(&shop.root().join(source))).max();
    if built.is_some() && built >= changed { Ok(()) } else { build(shop) }
}

fn newest(path: &Path) -> Option<SystemTime> {
    let own = fs::metadata(path).and_then(|meta| meta.modified()).ok();
    let entries = fs::read_dir(path).into_iter().flatten().flatten();
    entries.filter_map(|entry| newest(&entry.path())).chain(own).max()
}
