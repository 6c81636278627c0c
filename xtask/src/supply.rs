//! What the tree of dependencies may contain: the licences, sources and bans of `deny.toml`, held against Cargo.lock.
//!
//! The rules are cargo-deny's, and the CI of the code host runs that too; building it takes longer than all other checks,
//! so that these three are read here, from `cargo metadata`. Absent on purpose: advisories, which need the network.

use std::collections::BTreeSet;
use std::fs;

use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;

use crate::programs::ask;
use crate::tools::Workshop;

/// The only registry.
const REGISTRY: &str = "registry+https://github.com/rust-lang/crates.io-index";

/// What `deny.toml` says, as far as it is checked here.
struct Rules {
    licences: BTreeSet<String>,
    banned: BTreeSet<String>,
}

/// Checks every package that Cargo.lock names; gives how many there are.
pub(crate) fn check(shop: &Workshop) -> Result<usize> {
    let text = fs::read_to_string(shop.root().join("deny.toml")).context("there is no deny.toml")?;
    let rules = Rules::read(&text)?;
    let mut cargo = shop.command("cargo");
    let said = ask(cargo.args(["metadata", "--format-version", "1", "--locked"]));
    let tree: Value = serde_json::from_str(&said.context("`cargo metadata --locked` failed")?)?;
    let packages = tree["packages"].as_array().context("cargo told of no packages")?;
    let offences: Vec<String> = packages.iter().filter_map(|package| rules.offence(package)).collect();
    if !offences.is_empty() {
        bail!("deny.toml forbids:\n  {}", offences.join("\n  "));
    }
    println!("{} packages have an allowed licence, come from crates.io and are not banned.", packages.len());
    Ok(packages.len())
}

impl Rules {
    fn read(text: &str) -> Result<Self> {
        let licences = quoted(section(text, "licenses")?, "allow = [")?;
        let banned = quoted(section(text, "bans")?, "deny = [")?;
        let sources = section(text, "sources")?;
        let strict = ["unknown-registry = \"deny\"", "unknown-git = \"deny\""];
        ensure!(strict.iter().all(|rule| sources.contains(rule)), "deny.toml lets unknown sources in");
        ensure!(section(text, "bans")?.contains("wildcards = \"deny\""), "deny.toml lets wildcards in");
        ensure!(!licences.is_empty(), "deny.toml allows no licence");
        Ok(Self { licences, banned })
    }

    /// What is wrong with a package. The project's own have no source.
    fn offence(&self, package: &Value) -> Option<String> {
        let name = package["name"].as_str().unwrap_or("?");
        let wildcard = |dependency: &&Value| dependency["req"] == "*" && dependency["path"].is_null();
        let Some(source) = package["source"].as_str() else {
            let open = package["dependencies"].as_array()?.iter().find(wildcard)?;
            return Some(format!("{name}: any version of {}", open["name"]));
        };
        if source != REGISTRY {
            return Some(format!("{name}: comes from {source}"));
        }
        if self.banned.contains(name) {
            return Some(format!("{name}: is banned"));
        }
        match package["license"].as_str() {
            Some(licence) if self.allows(licence) => None,
            licence => Some(format!("{name}: its licence is {}", licence.unwrap_or("not said"))),
        }
    }

    /// Whether a licence expression can be met with what is allowed. A slash is the old way to write OR.
    fn allows(&self, expression: &str) -> bool {
        let spaced = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
        let words: Vec<&str> = spaced.split_whitespace().collect();
        let mut at = 0;
        self.any(&words, &mut at) && at == words.len()
    }

    fn any(&self, words: &[&str], at: &mut usize) -> bool {
        let mut holds = self.all(words, at);
        while words.get(*at) == Some(&"OR") {
            *at += 1;
            holds |= self.all(words, at);
        }
        holds
    }

    fn all(&self, words: &[&str], at: &mut usize) -> bool {
        let mut holds = self.one(words, at);
        while words.get(*at) == Some(&"AND") {
            *at += 1;
            holds &= self.one(words, at);
        }
        holds
    }

    fn one(&self, words: &[&str], at: &mut usize) -> bool {
        let Some(word) = words.get(*at) else { return false };
        *at += 1;
        if *word == "(" {
            let holds = self.any(words, at);
            let closed = words.get(*at) == Some(&")");
            *at += 1;
            return holds && closed;
        }
        if words.get(*at) == Some(&"WITH") {
            let exception = words.get(*at + 1).copied().unwrap_or_default();
            *at += 2;
            return self.licences.contains(&format!("{word} WITH {exception}"));
        }
        self.licences.contains(*word)
    }
}

/// The lines of a section, without remarks.
fn section<'a>(text: &'a str, name: &str) -> Result<&'a str> {
    let head = format!("[{name}]\n");
    let start = text.find(&head).with_context(|| format!("deny.toml has no [{name}]"))? + head.len();
    let rest = &text[start..];
    Ok(rest.find("\n[").map_or(rest, |end| &rest[..end]))
}

/// The texts in quotation marks of a list.
fn quoted(section: &str, list: &str) -> Result<BTreeSet<String>> {
    let start = section.find(list).with_context(|| format!("deny.toml has no `{list}`"))? + list.len();
    let body = section[start..].split("\n]").next().unwrap_or_default();
    let lines = body.lines().filter(|line| !line.trim_start().starts_with('#'));
    Ok(lines.flat_map(|line| line.split('"').skip(1).step_by(2)).map(str::to_owned).collect())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const DENY: &str = "[licenses]\nallow = [\n    \"MIT\",\n    \"Zlib\",\n]\n[bans]\nwildcards = \"deny\"\ndeny = [\n    # No \"TLS\".\n    { crate = \"openssl\" },\n]\n\n[sources]\nunknown-registry = \"deny\"\nunknown-git = \"deny\"\n";

    #[test]
    fn licence_expressions_are_met_or_not() -> Result<()> {
        let rules = Rules::read(DENY)?;
        for met in
            ["MIT", "MIT OR GPL-3.0", "GPL-3.0/MIT", "(MIT OR GPL-3.0) AND Zlib", "Apache-2.0 WITH X OR MIT"]
        {
            assert!(rules.allows(met), "{met}");
        }
        for not in ["", "GPL-3.0", "MIT AND GPL-3.0", "Apache-2.0 WITH X", "(MIT", "MIT GPL-3.0"] {
            assert!(!rules.allows(not), "{not}");
        }
        Ok(())
    }

    #[test]
    fn a_ban_a_source_and_a_licence_are_told() -> Result<()> {
        let rules = Rules::read(DENY)?;
        let package = |name: &str, source: Option<&str>, licence: &str| json!({ "name": name, "source": source, "license": licence, "dependencies": [{ "name": "x", "req": "*", "path": null }] });
        assert_eq!(rules.offence(&package("good", Some(REGISTRY), "MIT")), None);
        for (name, source, licence) in [
            ("openssl", Some(REGISTRY), "MIT"),
            ("good", Some("git+https://example.org/x"), "MIT"),
            ("good", Some(REGISTRY), "GPL-3.0"),
            ("own", None, "MIT"),
        ] {
            assert!(rules.offence(&package(name, source, licence)).is_some(), "{name} {source:?} {licence}");
        }
        Ok(())
    }
}
