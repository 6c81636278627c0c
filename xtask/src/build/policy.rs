//! The content security policy of a built page: what is not ours does not run, and nothing goes to another host.
//!
//! It stands in a meta tag, so that it holds on any host and for a file on disk. Absent on purpose: the pages of
//! `cargo xtask serve`, into which Trunk puts a script of its own.

use anyhow::{Context, Result, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use sha2::{Digest, Sha256};

use super::split::integrity;

/// What the tag follows: nothing is loaded or run before it.
const FIRST: &str = "<meta charset=\"utf-8\">";

/// Where a page lives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Home {
    /// On a host, with its files beside it.
    Host,
    /// Alone, as one file.
    OneFile,
}

/// The page with its policy: the scripts and styles that stand in it, and those beside it.
pub(super) fn guarded(html: &str, home: Home) -> Result<String> {
    check(html, home)?;
    let (own, more) = match home {
        Home::Host => ("'self'", "connect-src 'self'; "),
        Home::OneFile => ("", ""),
    };
    let words = |parts: Vec<String>| parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
    let (scripts, styles) = (hashes(html, "script"), hashes(html, "style"));
    let scripts = words([vec![own.to_owned(), "'wasm-unsafe-eval'".to_owned()], scripts].concat());
    let styles = words([vec![own.to_owned()], styles].concat());
    let images = words(vec![own.to_owned(), "data: blob:".to_owned()]);
    let policy = format!(
        "default-src 'none'; script-src {}; style-src {}; img-src {}; {more}object-src 'none'; base-uri 'none'; \
         form-action 'none'",
        scripts.join(" "),
        styles.join(" "),
        images.join(" "),
    );
    let at = html.find(FIRST).context("the page does not begin with its charset")? + FIRST.len();
    let tag = format!("\n<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">");
    Ok([&html[..at], &tag, &html[at..]].concat())
}

/// What the policy would block without a word is refused here.
fn check(html: &str, home: Home) -> Result<()> {
    let mut bare = html.to_owned();
    for (tag, text) in elements(html, "script").into_iter().chain(elements(html, "style")) {
        bare = bare.replacen(&format!("{tag}{text}"), "", 1);
    }
    for tag in bare.split('<').filter_map(|rest| rest.split_once('>')).map(|(tag, _)| tag) {
        for attribute in tag.split_whitespace().filter_map(|word| word.split_once('=')).map(|(name, _)| name)
        {
            let runs = attribute.starts_with("on") || attribute == "style";
            ensure!(!runs, "the page has an attribute `{attribute}`, which its policy blocks");
        }
        let is_style = tag.starts_with("link ") && tag.contains(".css\"");
        ensure!(
            home == Home::OneFile || !is_style || tag.contains(" integrity=\"sha384-"),
            "a stylesheet of the page has no integrity: <{tag}>"
        );
    }
    Ok(())
}

/// The elements of a kind that stand in the page with their text.
fn elements<'a>(html: &'a str, kind: &str) -> Vec<(&'a str, &'a str)> {
    let (opens, closes) = (format!("<{kind}"), format!("</{kind}>"));
    let mut found = Vec::new();
    let mut rest = html;
    while let Some(start) = rest.find(&opens) {
        let Some(body) = rest[start..].find('>').map(|end| start + end + 1) else { break };
        let Some(end) = rest[body..].find(&closes).map(|end| body + end) else { break };
        found.push((&rest[start..body], &rest[body..end]));
        rest = &rest[end + closes.len()..];
    }
    found
}

fn hashes(html: &str, kind: &str) -> Vec<String> {
    let texts = elements(html, kind).into_iter().map(|(_, text)| text).filter(|text| !text.is_empty());
    texts.map(|text| format!("'sha256-{}'", BASE64.encode(Sha256::digest(text)))).collect()
}

/// A page that was edited after it was built, with the hashes that it would have been built with: of the scripts and
/// styles in it, and of a file beside it, which was and is this.
pub(crate) fn resealed(before: &str, edited: &str, (was, is): (&[u8], &[u8])) -> String {
    let mut html = edited.replace(&integrity(was), &integrity(is));
    for kind in ["script", "style"] {
        for (old, new) in hashes(before, kind).iter().zip(hashes(&html, kind)) {
            html = html.replace(old, &new);
        }
    }
    html
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<head><meta charset=\"utf-8\"><link rel=\"stylesheet\" href=\"./a.css\" integrity=\"sha384-x\">\
        <script>alert('Hello, world.');</script><script type=\"module\">1</script></head>";

    #[test]
    fn a_script_in_the_page_is_named_by_what_it_says() -> Result<()> {
        let page = guarded(PAGE, Home::Host)?;
        // The hash is the one that the standard gives for this script.
        assert!(page.contains(
            "script-src 'self' 'wasm-unsafe-eval' 'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng=' "
        ));
        assert!(page.contains("style-src 'self'; "));
        assert!(!page.contains("unsafe-inline"));
        Ok(())
    }

    #[test]
    fn the_policy_comes_before_all_that_it_rules() -> Result<()> {
        let page = guarded(PAGE, Home::Host)?;
        assert!(page.find("Content-Security-Policy") < page.find("<link"));
        Ok(())
    }

    #[test]
    fn one_file_asks_for_nothing_beside_itself() -> Result<()> {
        let html = "<meta charset=\"utf-8\"><style>a{}</style><script>1</script>";
        let page = guarded(html, Home::OneFile)?;
        assert!(
            page.contains("style-src 'sha256-") && !page.contains("'self'") && !page.contains("connect-src")
        );
        Ok(())
    }

    #[test]
    fn a_page_that_was_edited_is_sealed_as_if_it_had_been_built_so() -> Result<()> {
        let (page, edited) =
            (PAGE.replace("sha384-x", &integrity(b"a")), PAGE.replace("sha384-x", &integrity(b"b")));
        let edited = edited.replace("Hello", "Bye");
        let before = guarded(&page, Home::Host)?;
        let late = before.replace("Hello", "Bye");
        assert_eq!(resealed(&before, &late, (b"a", b"b")), guarded(&edited, Home::Host)?);
        Ok(())
    }

    #[test]
    fn what_the_policy_would_block_is_refused() {
        for bad in
            ["<body onload=\"x()\">", "<p style=\"color:red\">", "<link rel=\"stylesheet\" href=\"./b.css\">"]
        {
            assert!(guarded(&format!("{PAGE}{bad}"), Home::Host).is_err(), "{bad}");
        }
    }
}
