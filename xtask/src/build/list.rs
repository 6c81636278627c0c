//! What `dist/` may hold and where it may lead: the page, its styles, its icon, its glue and its WebAssembly, in one
//! module or cut into parts, and nothing from another host.
//!
//! Names are known by their kind and the hash behind them, so that a new part needs no line here. What WebAssembly asks
//! for is seen by the tests in the browser, which count requests.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use super::SINGLE;

/// The kinds of files that a page is made of, each with how many there may be.
const KINDS: [(&str, std::ops::RangeInclusive<usize>); 4] =
    [("css", 1..=99), ("svg", 1..=1), ("js", 1..=1), ("wasm", 1..=99)];
/// Addresses that are names, not places, or stand in a remark of wasm-bindgen's: nothing is fetched from there.
const NAMES: [&str; 3] =
    ["http://www.w3.org/", "https://www.w3.org/", "https://developer.mozilla.org/en-US/docs/"];

/// Fails when a built folder holds anything but the page, or the page leads elsewhere. Gives how many files there are.
pub(crate) fn check_list(dist: &Path) -> Result<usize> {
    let mut names = Vec::new();
    for entry in fs::read_dir(dist).with_context(|| format!("{} cannot be read", dist.display()))? {
        names.push(entry?.file_name().to_string_lossy().into_owned());
    }
    check_names(&names)?;
    for name in &names {
        if let Ok(text) = fs::read_to_string(dist.join(name)) {
            check_text(name, &text)?;
        }
    }
    println!("dist/ holds {} files, all of them the page's own, and none names another host.", names.len());
    Ok(names.len())
}

fn check_names(names: &[String]) -> Result<()> {
    for page in ["index.html", SINGLE] {
        ensure!(names.iter().any(|name| name == page), "dist/ has no {page}");
    }
    let hashed = |name: &&String| *name != "index.html" && *name != SINGLE;
    for name in names.iter().filter(hashed) {
        ensure!(kind(name).is_some(), "dist/ holds `{name}`, which is no part of the page");
    }
    for (ending, count) in KINDS {
        let found = names.iter().filter(|name| kind(name) == Some(ending)).count();
        ensure!(count.contains(&found), "dist/ holds {found} files of the kind `{ending}`");
    }
    Ok(())
}

/// The kind of a file with a hash in its name: `card-b4badfaf7b7a6e25.css`, `unblock-abf3456cdeaf4006_bg.wasm`.
fn kind(name: &str) -> Option<&'static str> {
    let (stem, ending) = name.split_once('.')?;
    let (word, hash) = stem.strip_suffix("_bg").unwrap_or(stem).rsplit_once('-')?;
    let is_word =
        !word.is_empty() && word.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_' | b'-'));
    let is_hash = (12..=16).contains(&hash.len()) && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
    KINDS.iter().map(|(kind, _)| *kind).find(|kind| is_word && is_hash && *kind == ending)
}

/// No text names another host, whatever for.
fn check_text(file: &str, text: &str) -> Result<()> {
    for scheme in ["http://", "https://", "ws://", "wss://"] {
        for (at, _) in text.match_indices(scheme) {
            let rest = &text[at..];
            let is_name = NAMES.iter().any(|name| rest.starts_with(name));
            // A scheme alone, as in a text that explains it, leads nowhere.
            let leads = rest[scheme.len()..].starts_with(|letter: char| letter.is_ascii_alphanumeric());
            let shown: String = rest.chars().take(60).collect();
            ensure!(is_name || !leads, "{file} names another host: {shown}");
        }
    }
    let leads = ["src=\"//", "href=\"//", "url(//", "url(\"//"].into_iter().find(|lead| text.contains(lead));
    ensure!(leads.is_none(), "{file} leads to another host: {}", leads.unwrap_or_default());
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(more: &[&str]) -> Vec<String> {
        let own = ["index.html", SINGLE, "card-b4badfaf7b7a6e25.css", "icon-601d19f23b8f7d89.svg"];
        let code = ["unblock-abf3456cdeaf4006.js", "unblock-abf3456cdeaf4006_bg.wasm"];
        own.iter().chain(&code).chain(more).map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn the_page_is_its_own_files_in_one_module_or_in_parts() {
        assert!(check_names(&names(&[])).is_ok());
        assert!(
            check_names(&names(&["chunk_3-0123456789abcdef.wasm", "deal-tools-9ee380f6b19e3d2.css"])).is_ok()
        );
    }

    #[test]
    fn what_is_no_part_of_the_page_is_told() {
        for more in [
            "tracker.js",
            "more-0123456789abcdef.js",
            "app.wasm.map",
            "font-0123456789abcdef.woff2",
            "x-short.css",
        ] {
            assert!(check_names(&names(&[more])).is_err(), "{more}");
        }
        assert!(check_names(&names(&[])[1..]).is_err());
    }

    #[test]
    fn a_text_that_names_another_host_is_told() {
        for text in
            ["fetch('https://evil.example/x')", "<script src=\"//evil.example\">", "url(//evil.example/x)"]
        {
            assert!(check_text("a.js", text).is_err(), "{text}");
        }
        for text in ["xmlns='http://www.w3.org/2000/svg'", "use http:// only", "./own.css"] {
            assert!(check_text("a.js", text).is_ok(), "{text}");
        }
    }
}
