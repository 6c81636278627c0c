//! The house rules that neither the compiler nor clippy knows, as a check that fails.
//!
//! Text only: the rules read lines, not syntax. Each rule has a test that breaks it.

mod imports;
mod purity;
mod rules;
mod source;
mod tree;

use std::path::Path;

use anyhow::{Result, bail};

use tree::Tree;

/// What breaks a rule, each with its place.
type Offences = Vec<String>;

/// Finds what breaks one rule.
type Rule = fn(&Tree) -> Offences;

/// The rules: what each asks for, and who finds its offences.
const RULES: &[(&str, Rule)] = &[
    ("a file of Rust opens with `//!`: what it is for, and what it deliberately is not", rules::headers),
    ("a file has at most 300 lines", rules::file_length),
    ("a function of the app has at most 40 lines, what draws a view 80", rules::function_length),
    ("no unwrap, expect, panic or todo outside tests", rules::no_panics),
    ("every file of style/ is linked in index.html, and only those", rules::styles_linked),
    ("only src/store/ touches the browser's storage", rules::storage_behind_port),
    ("no `style` attribute and no handler in markup: the page's policy blocks them", rules::no_inline_styles),
    ("no file names a folder of someone's machine", rules::no_machine_paths),
    ("the core depends on nothing of the browser, no clock and no randomness", purity::dependencies),
    ("the core mentions nothing of the browser, no clock and no randomness", purity::mentions_in_code),
    ("a module of the core imports only what the table in tidy/imports.rs allows", imports::allowed),
];

/// Checks all rules; returns how many there are.
pub(crate) fn check(root: &Path) -> Result<usize> {
    let tree = Tree::read(root)?;
    let mut broken = 0;
    for (rule, find) in RULES {
        let offences = find(&tree);
        if !offences.is_empty() {
            broken += 1;
            println!("Broken: {rule}");
            for offence in offences {
                println!("  {offence}");
            }
        }
    }
    if broken > 0 {
        bail!("{broken} of {} house rules are broken", RULES.len());
    }
    println!("{} house rules hold.", RULES.len());
    Ok(RULES.len())
}
