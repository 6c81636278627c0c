//! WebAssembly made small for the way: by Binaryen's wasm-opt, and for the gzip of the host.
//!
//! wasm-opt gives each module in words. Its functions are put in another order, what nobody calls is left out of the
//! main module and its glue, what the one asks of the other gets short names, and wasm-opt makes a module of it again.
//! Absent on purpose: any change of what the program does.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use super::order::alike_together;
use super::streams::without_streams;
use crate::programs::run;
use crate::tools::Workshop;

/// What rustc emits today and wasm-opt must be told of.
const FEATURES: &[&str] = &[
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];
/// For size. The lowest KB of the memory is the end of the stack: nothing has an address there.
const PASSES: &[&str] = &["-Oz", "--low-memory-unused", "-S"];
/// What nothing leads to any more goes, and so do names, which are of no use to a browser.
const BARE: &[&str] = &["--remove-unused-module-elements", "--strip-debug"];

/// Packs the main module and its parts, where there is wasm-opt. Gives the glue that fits the main module.
pub(super) fn pack(shop: &Workshop, main: &Path, parts: &[PathBuf], glue: String) -> Result<String> {
    let script = match shop.wasm_opt() {
        Ok(script) => script,
        Err(why) => {
            println!("Built without wasm-opt, so the page is larger than it must be: {why:#}.");
            return Ok(glue);
        }
    };
    println!("Optimising with wasm-opt (a minute).");
    let wasm_opt = |options: &[&str], from: &Path, to: &Path| {
        let mut node = shop.command("node");
        run(node.arg(&script).args(FEATURES).args(options).arg(from).arg("--output").arg(to))
    };
    let in_order = |file: &Path| -> Result<String> {
        let words = file.with_extension("wat");
        wasm_opt(PASSES, file, &words)?;
        let text =
            fs::read_to_string(&words).with_context(|| format!("{} cannot be read", words.display()))?;
        Ok(alike_together(&text))
    };
    let written = |file: &Path, text: &str| -> Result<()> {
        let words = file.with_extension("wat");
        fs::write(&words, text)?;
        wasm_opt(BARE, &words, file)
    };
    for part in parts {
        written(part, &in_order(part)?)?;
    }
    let (text, glue) = without_streams(in_order(main)?, glue);
    let (text, glue) = with_short_names(&text, &glue)?;
    written(main, &text)?;
    Ok(glue)
}

/// A module and its glue, which then call what the one asks of the other by a letter and a number.
fn with_short_names(module: &str, glue: &str) -> Result<(String, String)> {
    let mut short = HashMap::new();
    let mut renamed = |line: &str| -> Option<String> {
        let (start, rest) = line.split_once("_bg.js\" \"")?;
        let (name, rest) = rest.split_once('"').filter(|_| line.starts_with(" (import "))?;
        let next = format!("w{:x}", short.len());
        let next = short.entry(name.to_owned()).or_insert(next);
        Some(format!("{start}_bg.js\" \"{next}\"{rest}"))
    };
    let lines: Vec<String> =
        module.lines().map(|line| renamed(line).unwrap_or_else(|| line.to_owned())).collect();
    let mut found = 0;
    let mut given = |line: &str| -> Option<String> {
        let (name, rest) = line.trim_start().split_once(": ")?;
        let name = short.get(name)?;
        found += 1;
        Some(format!("{name}: {rest}"))
    };
    let given: Vec<String> =
        glue.lines().map(|line| given(line).unwrap_or_else(|| line.to_owned())).collect();
    ensure!(
        found == short.len(),
        "the glue gives {found} of {} things that the module asks for",
        short.len()
    );
    Ok((lines.join("\n") + "\n", given.join("\n") + "\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const MODULE: &str = "(module\n (import \"./a_bg.js\" \"__wbg_now_01\" (func $now))\n \
        (import \"./a_bg.js\" \"__wbg_new_02\" (func $new))\n (func $f\n  (call $now)\n )\n)\n";

    #[test]
    fn module_and_glue_call_the_same_by_the_same_short_name() -> Result<()> {
        let glue = "    __wbg_new_02: function() {},\n    __wbg_now_01: Date.now,\n    other: 1,\n";
        let (module, glue) = with_short_names(MODULE, glue)?;
        assert!(module.contains("\"./a_bg.js\" \"w0\" (func $now)") && module.contains("\"w1\" (func $new)"));
        assert_eq!(glue, "w1: function() {},\nw0: Date.now,\n    other: 1,\n");
        Ok(())
    }

    #[test]
    fn a_glue_that_lacks_something_is_refused() {
        assert!(with_short_names(MODULE, "    __wbg_now_01: Date.now,\n").is_err());
    }
}
