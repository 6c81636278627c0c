//! The app in parts: the module that the first screen needs, and what `src/lazy.rs` fetches after it.
//!
//! The linked module is cut by `wasm-split-cli` along the functions that are marked with `wasm_split`: what only they
//! reach becomes a part, what several parts reach a part of its own. wasm-bindgen then sees the main module alone, and
//! its glue gets a loader for the parts, with the hash of each. Absent on purpose: a word on what belongs where.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use sha2::{Digest, Sha384};

use super::bare;
use super::pack::pack;
use super::page::Page;
use crate::programs::run;
use crate::tools::{WASM, Workshop};

/// What the linker must leave for the cut.
pub(super) const LINKER_FLAGS: &[&str] = &["-Clink-arg=--emit-relocs"];
/// The feature of the app that marks where to cut.
pub(super) const FEATURE: &str = "split";

/// The module that the cut gives to wasm-bindgen, and what the glue is called.
const MAIN: &str = "unblock";
/// The script of the cut, which the main module imports.
const LINK: &str = "__wasm_split.js";
/// The part that reads stored boards, as `src/lazy.rs` calls it.
const KEEPER: &str = "keeper";
/// How a part is fetched.
const LOADER: &str = include_str!("loader.js");

/// One file with code that is fetched after the start.
struct Part {
    /// As the cut has named it.
    name: String,
    bytes: Vec<u8>,
}

impl Part {
    /// As it is called in `dist/`.
    fn file(&self) -> String {
        // What several parts share, the cut only numbers.
        let word = self.name.strip_prefix("split_").unwrap_or("shared");
        format!("{word}-{}.wasm", short_hash(&self.bytes))
    }
}

/// Puts the parts in the place of the one module that Trunk has put into `dist/`.
pub(super) fn split(shop: &Workshop) -> Result<()> {
    let work = shop.target_dir().join("split");
    // What an earlier cut has left would be taken for parts of this one.
    _ = fs::remove_dir_all(&work);
    let linked = shop.target_dir().join(WASM).join("release/unblock.wasm");
    let mut cut = shop.wasm_split_command()?;
    run(cut.arg(&linked).arg(&work).args(["--target", "web", "--out-name", MAIN]))?;
    let bound = work.join("bound");
    let mut bind = shop.command("wasm-bindgen");
    bind.arg(work.join(format!("{MAIN}.wasm"))).arg("--out-dir").arg(&bound);
    // The parts call what only the linker exports.
    run(bind.args(["--target", "web", "--no-typescript", "--keep-lld-exports", "--out-name", MAIN]))?;
    let parts = parts(&work)?;
    let main = bound.join(format!("{MAIN}_bg.wasm"));
    let files: Vec<PathBuf> = parts.iter().map(|name| work.join(format!("{name}.wasm"))).collect();
    let glue = pack(shop, &main, &files, text(&bound.join(format!("{MAIN}.js")))?)?;
    let parts: Vec<Part> = parts.into_iter().map(|name| read_part(&work, name)).collect::<Result<_>>()?;
    let glue = bare::script(&with_loader(&glue, &text(&work.join(LINK))?, &parts)?);
    let page = Page::read(&shop.dist())?;
    replace(&page, &glue, &fs::read(&main)?, &parts)
}

/// The parts that a cut gave, by name.
fn parts(work: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(work)? {
        let path = entry?.path();
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        if path.extension().is_some_and(|ending| ending == "wasm") && stem != MAIN {
            names.push(stem);
        }
    }
    ensure!(!names.is_empty(), "the linked module marks no parts: was it built with `{FEATURE}`?");
    names.sort();
    Ok(names)
}

fn read_part(work: &Path, name: String) -> Result<Part> {
    let bytes = fs::read(work.join(format!("{name}.wasm")))?;
    Ok(Part { name, bytes })
}

/// wasm-bindgen's glue with the script of the cut inside.
fn with_loader(glue: &str, link: &str, parts: &[Part]) -> Result<String> {
    let is_import = |line: &&str| line.starts_with("import ") && line.contains(LINK);
    let bare: Vec<&str> = glue.lines().filter(|line| !is_import(line)).collect();
    ensure!(!bare.iter().any(|line| line.starts_with("import ")), "the glue imports what is not the cut's");
    let entry = format!("\"./{LINK}\": ");
    let first = bare.iter().position(|line| line.contains(&entry)).context("the glue loads no parts")?;
    let kept = bare.iter().enumerate().filter(|(at, line)| *at == first || !line.contains(&entry));
    let own = format!("        {entry}partLoaders,");
    let glue: Vec<&str> = kept.map(|(at, line)| if at == first { own.as_str() } else { *line }).collect();
    let files: Vec<String> = parts
        .iter()
        .map(|part| {
            format!("  \"./{}.wasm\": [\"./{}\", \"{}\"],\n", part.name, part.file(), integrity(&part.bytes))
        })
        .collect();
    Ok(format!(
        "{}\nconst partFiles = {{\n{}}};\nconst partsOfBoards = [{}];\n{LOADER}\n{}",
        glue.join("\n"),
        files.concat(),
        of_boards(link),
        inner(link)?
    ))
}

/// The part that reads stored boards and what it shares with others, as the script of the cut names their files.
fn of_boards(link: &str) -> String {
    let Some((_, rest)) = link.split_once(&format!("__wasm_split_load_{KEEPER} ")) else {
        return String::new();
    };
    let shared =
        rest.split_once("\n, [").and_then(|(_, rest)| rest.split_once(']')).map_or("", |(names, _)| names);
    let shared = shared.split(", ").filter_map(|name| name.strip_prefix("__"));
    let names = shared.map(str::to_owned).chain([format!("split_{KEEPER}")]);
    names.map(|name| format!("\"./{name}.wasm\"")).collect::<Vec<_>>().join(", ")
}

/// The script of the cut, as it stands inside of another: its loaders in one object, and fetching left to `loader.js`.
fn inner(link: &str) -> Result<String> {
    let exported = |line: &str| Some(line.strip_prefix("export const ")?.split(' ').next()?.to_owned());
    let names: Vec<String> = link.lines().filter_map(exported).collect();
    let lines = link.lines().filter(|line| !line.starts_with("import "));
    let lines: Vec<&str> = lines.map(|line| line.strip_prefix("export ").unwrap_or(line)).collect();
    let text = lines.join("\n").replace("fetch(new URL(", "partFetched(").replace(", import.meta.url))", ")");
    ensure!(!text.contains("import.meta"), "the cut fetches its parts in a way that is not known here");
    Ok(format!("{text}\nconst partLoaders = {{ {} }};\n", names.join(", ")))
}

/// Puts the modules and the glue into `dist/`, under names that change with what they hold.
fn replace(page: &Page, glue: &str, main: &[u8], parts: &[Part]) -> Result<()> {
    let (old_glue, old_main) = (page.glue()?, page.wasm()?);
    let new_glue = format!("{MAIN}-{}.js", short_hash(glue.as_bytes()));
    let new_main = format!("{MAIN}-{}_bg.wasm", short_hash(main));
    fs::remove_file(page.file(&old_glue))?;
    fs::remove_file(page.file(&old_main))?;
    fs::write(page.file(&new_glue), glue)?;
    fs::write(page.file(&new_main), main)?;
    for part in parts {
        fs::write(page.file(part.file()), &part.bytes)?;
    }
    let html = page.html.replace(&old_glue, &new_glue).replace(&old_main, &new_main);
    fs::write(page.file("index.html"), html)?;
    Ok(())
}

/// What a browser compares a file with.
pub(super) fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", BASE64.encode(Sha384::digest(bytes)))
}

/// A name for what a file holds.
pub(super) fn short_hash(bytes: &[u8]) -> String {
    let digest = Sha384::digest(bytes);
    let eight = digest.first_chunk::<8>().copied().unwrap_or_default();
    format!("{:016x}", u64::from_be_bytes(eight))
}

fn text(file: &Path) -> Result<String> {
    fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINKED: &str = "import { initSync } from \"./unblock.js\";\nfunction makeLoad(f) {}\n\
        export const __wasm_split_load_views = wrap(makeLoad(() => {\n    \
        const src = fetch(new URL(\"./split_views.wasm\", import.meta.url));\n}, []));\n";

    fn part() -> Part {
        Part { name: "split_views".to_owned(), bytes: vec![1, 2] }
    }

    #[test]
    fn the_glue_loads_parts_by_itself() -> Result<()> {
        let glue = "import * as import1 from \"./__wasm_split.js\"\nimport * as import2 from \"./__wasm_split.js\"\n\
            const imports = {\n        \"./__wasm_split.js\": import1,\n        \"./__wasm_split.js\": import2,\n};\n";
        let glue = with_loader(glue, LINKED, &[part()])?;
        assert!(!glue.contains("import1") && !glue.contains("import2"));
        assert_eq!(glue.matches("\"./__wasm_split.js\": partLoaders").count(), 1);
        assert!(glue.contains("const src = partFetched(\"./split_views.wasm\");"));
        assert!(glue.contains("const partLoaders = { __wasm_split_load_views };"));
        Ok(())
    }

    #[test]
    fn a_part_is_fetched_by_its_hash() -> Result<()> {
        let glue = with_loader("\"./__wasm_split.js\": import1,\n", LINKED, &[part()])?;
        let entry = format!("\"./split_views.wasm\": [\"./{}\", \"sha384-", part().file());
        assert!(glue.contains(&entry), "{glue}");
        assert!(part().file().starts_with("views-") && part().file().len() == "views-.wasm".len() + 16);
        Ok(())
    }

    #[test]
    fn what_reads_boards_is_known_with_what_it_shares() {
        let link = "export const __wasm_split_load_keeper = wrap(makeLoad(() => {\n}\n, [__chunk_4, __chunk_6]));\n\
            export const __wasm_split_load_views = wrap(makeLoad(() => {\n}\n, [__chunk_5]));\n";
        assert_eq!(of_boards(link), "\"./chunk_4.wasm\", \"./chunk_6.wasm\", \"./split_keeper.wasm\"");
        assert_eq!(of_boards("export const __wasm_split_load_views = 1;"), "");
    }

    #[test]
    fn a_way_of_fetching_that_is_not_known_is_refused() {
        assert!(inner("const src = new URL(\"./a.wasm\", import.meta.url);").is_err());
    }

    #[test]
    fn a_module_that_marks_no_parts_is_refused() {
        assert!(with_loader("const imports = {};\n", LINKED, &[part()]).is_err());
    }
}
