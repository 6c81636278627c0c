//! The page as one file that opens from disk, where a browser fetches nothing.
//!
//! Style, icon, script and WebAssembly are put inside, the style of what comes later, too.

use std::fs;

use anyhow::{Context, Result, bail, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;

use super::page::{LATER, Link, Page};

/// Where the app is started.
pub(super) const START: &str = "<script type=\"module\">";
const END: &str = "</script>";

/// The text of the single file.
pub(crate) fn single_file(page: &Page) -> Result<String> {
    let glue = text(page, &page.glue()?)?;
    let wasm = page.wasm()?;
    let wasm = fs::read(page.file(&wasm)).with_context(|| format!("dist/{wasm} cannot be read"))?;
    let html = with_links_inside(page)?;
    let glue = [parts_inside(page)?, glue].concat();
    with_app_inside(&html, &glue, &BASE64.encode(wasm))
}

/// The parts of the app where `loader.js` looks for them before it fetches.
fn parts_inside(page: &Page) -> Result<String> {
    let mut lines = String::new();
    for file in page.parts()? {
        let bytes = fs::read(page.file(&file)).with_context(|| format!("dist/{file} cannot be read"))?;
        lines += &["  \"./", &file, "\": \"", &BASE64.encode(bytes), "\",\n"].concat();
    }
    Ok(format!("globalThis.unblockParts = {{\n{lines}}};\n"))
}

fn with_links_inside(page: &Page) -> Result<String> {
    let mut html = page.html.clone();
    // From the end, so that the places of the earlier ones stay right.
    for link in page.links().into_iter().rev() {
        let inside = match link.rel.as_str() {
            "stylesheet" | LATER => style(page, &link)?,
            "icon" => icon(page, &link)?,
            "preload" | "modulepreload" => String::new(),
            other => {
                bail!("the page has a link of kind `{other}`: say in build/single.rs how it goes inside")
            }
        };
        html.replace_range(link.range, &inside);
    }
    Ok(html)
}

fn style(page: &Page, link: &Link) -> Result<String> {
    let css = text(page, &link.href)?;
    ensure!(!css.contains("</style"), "{} holds `</style`, which would end it", link.href);
    ensure!(!css.contains("@import"), "{} holds an @import, which a file on disk cannot follow", link.href);
    let fetches = css.match_indices("url(").any(|(at, _)| {
        let target = css[at + 4..].trim_start_matches(['"', '\'', ' ']);
        !target.starts_with("data:") && !target.starts_with('#')
    });
    ensure!(!fetches, "{} names a file with url(), which a file on disk cannot load: use data:", link.href);
    Ok(format!("<style>\n{css}</style>"))
}

fn icon(page: &Page, link: &Link) -> Result<String> {
    let data = BASE64.encode(text(page, &link.href)?);
    Ok(format!("<link rel=\"icon\" type=\"image/svg+xml\" href=\"data:image/svg+xml;base64,{data}\">"))
}

fn with_app_inside(html: &str, glue: &str, wasm: &str) -> Result<String> {
    ensure!(!glue.contains(END), "the glue holds `{END}`, which would end it");
    ensure!(
        !glue.lines().any(|line| line.starts_with("import ")),
        "the glue imports a snippet of JavaScript, which a file on disk cannot load"
    );
    let start = html.find(START).context("the page starts no app")?;
    let length = html[start..].find(END).context("the page's module script has no end")? + END.len();
    let app = format!(
        "{START}\n{glue}\n\
         try {{\n  \
           const bytes = Uint8Array.from(atob(\"{wasm}\"), (letter) => letter.charCodeAt(0));\n  \
           await __wbg_init({{ module_or_path: bytes }});\n\
         }} catch (error) {{\n  \
           window.unblockFailed(error);\n\
         }}\n{END}"
    );
    Ok([&html[..start], &app, &html[start + length..]].concat())
}

fn text(page: &Page, name: &str) -> Result<String> {
    fs::read_to_string(page.file(name)).with_context(|| format!("dist/{name} cannot be read"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const HTML: &str = "<head><script type=\"module\">\nold()\n</script></head><body></body>";

    #[test]
    fn the_app_replaces_the_script_that_fetches_it() -> Result<()> {
        let html = with_app_inside(HTML, "const glue = 1;", "AAAA")?;
        assert!(html.contains("const glue = 1;") && html.contains("atob(\"AAAA\")"));
        assert!(!html.contains("old()"));
        assert_eq!(html.matches("<script").count(), 1);
        Ok(())
    }

    #[test]
    fn what_cannot_work_from_disk_is_refused() {
        assert!(with_app_inside(HTML, "import { x } from './snippets/x.js';", "").is_err());
        assert!(with_app_inside(HTML, "const a = '</script>';", "").is_err());
        assert!(with_app_inside("<head></head>", "", "").is_err());
    }

    #[test]
    fn a_link_of_unknown_kind_is_refused() {
        assert!(with_links_inside(&Page::of("<link rel=\"manifest\" href=\"./m.json\">")).is_err());
    }
}
