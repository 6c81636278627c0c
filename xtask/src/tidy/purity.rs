//! The core is pure: no browser, no clock, no randomness, no environment.
//!
//! Clippy's `disallowed-methods` in `core/clippy.toml` says the same of the calls it can resolve;
//! this also sees the dependencies and their features.

use super::Offences;
use super::rules::offences;
use super::source::mentions;
use super::tree::Tree;

const NOT_IN_THE_CORE: &[&str] =
    &["leptos", "web-sys", "js-sys", "wasm-bindgen", "gloo", "getrandom", "rand", "idb", "tokio"];

/// Features of what the core does use that would bring a clock or randomness.
const NOT_AS_FEATURE: &[&str] = &["clock", "now", "wasmbind", "v1", "v4", "v6", "v7", "js", "fast-rng"];

const NOT_IN_ITS_CODE: &[&str] = &[
    "leptos",
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "gloo",
    "getrandom",
    "Utc::now",
    "Local::now",
    "Instant::now",
    "SystemTime",
    "now_v7",
    "new_v4",
    "std::env",
    "std::fs",
    "std::net",
    "std::process",
];

/// What `core/Cargo.toml` asks for.
pub(super) fn dependencies(tree: &Tree) -> Offences {
    let manifest = tree.text("core/Cargo.toml").unwrap_or_default();
    let mut section = "";
    let mut found = Vec::new();
    for (index, line) in manifest.lines().enumerate() {
        if line.starts_with('[') {
            section = line.trim_matches(['[', ']']);
        }
        if let Some(what) = foreign(section, line) {
            found.push(format!("core/Cargo.toml:{}: {what}", index + 1));
        }
    }
    found
}

fn foreign(section: &str, line: &str) -> Option<String> {
    let (_, subsection) = section.split_once("dependencies")?;
    let name = match subsection.strip_prefix('.') {
        Some(name) => name,
        None => line.split([' ', '.', '=']).next()?,
    };
    let name = name.replace('_', "-");
    let is_foreign = |foreign: &&&str| name == **foreign || name.starts_with(&format!("{foreign}-"));
    if let Some(foreign) = NOT_IN_THE_CORE.iter().find(is_foreign) {
        return Some((*foreign).to_owned());
    }
    let quoted = |feature: &&&str| line.contains(&format!("\"{feature}\"")) && line.contains('[');
    NOT_AS_FEATURE.iter().find(quoted).map(|feature| format!("the feature {feature} of {name}"))
}

/// What the core's code names.
pub(super) fn mentions_in_code(tree: &Tree) -> Offences {
    offences(tree.below("core/src/", ".rs"), |line| {
        NOT_IN_ITS_CODE
            .iter()
            .copied()
            .find(|name| mentions(line, name) || line.contains(&format!("{name}_")))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn manifest(text: &str) -> usize {
        dependencies(&Tree::of(&[("core/Cargo.toml", text)])).len()
    }

    #[test]
    fn what_is_of_the_browser_is_found_in_the_manifest() {
        assert_eq!(manifest("[dependencies]\nserde.workspace = true\nchrono = \"0.4\"\n"), 0);
        assert_eq!(manifest("[dependencies]\nleptos = \"0.8\"\ngloo-storage = \"0.4\"\n"), 2);
        assert_eq!(manifest("[dependencies.web-sys]\nversion = \"0.3\"\n"), 2);
        assert_eq!(manifest("[package]\nname = \"leptos\"\n"), 0);
    }

    #[test]
    fn a_clock_by_feature_is_found() {
        assert_eq!(manifest("[dependencies]\nchrono = { workspace = true, features = [\"clock\"] }\n"), 1);
        assert_eq!(manifest("[dependencies]\nuuid = { version = \"1\", features = [\"v7\"] }\n"), 1);
    }

    #[test]
    fn what_is_of_the_browser_is_found_in_the_code() {
        let code = |text| mentions_in_code(&Tree::of(&[("core/src/a.rs", text)])).len();
        assert_eq!(code("let now = Utc::now();"), 1);
        assert_eq!(code("use gloo_storage::Storage;"), 1);
        assert_eq!(code("// no Utc::now() here\nlet known = 1;"), 0);
        assert_eq!(code("#[cfg(test)]\nmod tests {\n    use std::fs;\n}\n"), 0);
    }
}
