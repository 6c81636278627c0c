//! The hashes of what the page starts with: glue or WebAssembly that is not what it was built with does not run.
//!
//! The glue's stands in an import map, which holds for whoever imports it, the WebAssembly's where it is fetched. Absent
//! on purpose: the style, whose tag has one, and the parts, whose hashes the glue has.

use std::fs;

use anyhow::{Context, Result, ensure};

use super::page::Page;
use super::single::START;
use super::split::integrity;

/// The page with the hashes of its glue and its WebAssembly.
pub(super) fn sealed(page: &Page) -> Result<String> {
    let hashed = |name: String| -> Result<(String, String)> {
        let bytes = fs::read(page.file(&name)).with_context(|| format!("dist/{name} cannot be read"))?;
        Ok((name, integrity(&bytes)))
    };
    with_hashes(&page.html, &hashed(page.glue()?)?, &hashed(page.wasm()?)?)
}

/// A file by its name, and its hash.
type Hashed = (String, String);

fn with_hashes(html: &str, glue: &Hashed, wasm: &Hashed) -> Result<String> {
    let map = format!(
        "<script type=\"importmap\">{{\"integrity\": {{\"./{}\": \"{}\"}}}}</script>\n",
        glue.0, glue.1
    );
    let asked = format!("module_or_path: \"./{}\"", wasm.0);
    ensure!(html.matches(&asked).count() == 1, "the page does not ask once for its WebAssembly");
    let fetched = format!(
        "module_or_path: fetch(\"./{}\", {{ integrity: \"{}\", credentials: \"same-origin\" }})",
        wasm.0, wasm.1
    );
    let html = html.replace(&asked, &fetched);
    let start = html.find(START).context("the page starts no app")?;
    // A browser that has begun to load modules takes no map any more.
    ensure!(
        html.find("rel=\"modulepreload\"").is_none_or(|at| at > start),
        "a module is loaded before the map"
    );
    Ok([&html[..start], &map, &html[start..]].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    const HTML: &str = "<head><script type=\"module\">\nawait import(\"./a.js\"); start({ module_or_path: \"./a.wasm\" });\n\
        </script><link rel=\"modulepreload\" href=\"./a.js\"></head>";

    fn of(html: &str) -> Result<String> {
        with_hashes(
            html,
            &("a.js".to_owned(), "sha384-j".to_owned()),
            &("a.wasm".to_owned(), "sha384-w".to_owned()),
        )
    }

    #[test]
    fn glue_and_webassembly_are_taken_by_their_hashes() -> Result<()> {
        let html = of(HTML)?;
        assert!(html.contains(
            "<script type=\"importmap\">{\"integrity\": {\"./a.js\": \"sha384-j\"}}</script>\n<script type"
        ));
        assert!(
            html.contains("fetch(\"./a.wasm\", { integrity: \"sha384-w\", credentials: \"same-origin\" }) }")
        );
        Ok(())
    }

    #[test]
    fn a_page_that_starts_in_another_way_is_refused() {
        assert!(of("<script type=\"module\">import(\"./a.js\")</script>").is_err());
        assert!(of(&HTML.replace("<head>", "<head><link rel=\"modulepreload\" href=\"./a.js\">")).is_err());
    }
}
