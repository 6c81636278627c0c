//! The page as Trunk wrote it: which files its tags name.
//!
//! Not an HTML parser: it reads the tags that this project's own page holds.

use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// `dist/index.html` and where it lies.
pub(crate) struct Page {
    folder: PathBuf,
    pub(crate) html: String,
}

/// A `<link …>` of the page.
pub(crate) struct Link {
    /// Where the tag stands in the page.
    pub(crate) range: Range<usize>,
    pub(crate) rel: String,
    /// The file it names, without the leading `./`.
    pub(crate) href: String,
    /// Whether it is marked as what the first screen does not need.
    pub(crate) is_later: bool,
}

/// What a link is to the page that a browser leaves alone until `loader.js` takes it for a stylesheet.
pub(crate) const LATER: &str = "later";

impl Page {
    /// The page of a built folder.
    pub(crate) fn read(folder: &Path) -> Result<Self> {
        let file = folder.join("index.html");
        let html = fs::read_to_string(&file)
            .with_context(|| format!("{} cannot be read: run `cargo xtask build`", file.display()))?;
        Ok(Self { folder: folder.to_owned(), html })
    }

    #[cfg(test)]
    pub(crate) fn of(html: &str) -> Self {
        Self { folder: PathBuf::new(), html: html.to_owned() }
    }

    /// A file that the page names.
    pub(crate) fn file(&self, name: impl AsRef<Path>) -> PathBuf {
        self.folder.join(name)
    }

    /// All links that name a file, in order.
    pub(crate) fn links(&self) -> Vec<Link> {
        let starts = self.html.match_indices("<link ").map(|(start, _)| start);
        starts.filter_map(|start| self.link(start)).collect()
    }

    fn link(&self, start: usize) -> Option<Link> {
        let length = self.html[start..].find('>')? + 1;
        let tag = &self.html[start..start + length];
        let href = attribute(tag, "href")?;
        Some(Link {
            range: start..start + length,
            rel: attribute(tag, "rel")?.to_owned(),
            href: href.strip_prefix("./").unwrap_or(href).to_owned(),
            is_later: attribute(tag, "data-later").is_some(),
        })
    }

    /// The WebAssembly file.
    pub(crate) fn wasm(&self) -> Result<String> {
        self.linked("preload", ".wasm")
    }

    /// The JavaScript that wasm-bindgen wrote.
    pub(crate) fn glue(&self) -> Result<String> {
        self.linked("modulepreload", ".js")
    }

    fn linked(&self, rel: &str, ending: &str) -> Result<String> {
        let link = self.links().into_iter().find(|link| link.rel == rel && link.href.ends_with(ending));
        Ok(link.with_context(|| format!("the page has no {rel} of a {ending} file"))?.href)
    }

    /// The WebAssembly that the page does not name: its parts, which the app fetches after the start.
    pub(crate) fn parts(&self) -> Result<Vec<String>> {
        let main = self.wasm()?;
        let entries = fs::read_dir(&self.folder)
            .with_context(|| format!("{} cannot be read", self.folder.display()))?;
        let names = entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
        let mut names: Vec<String> = names.filter(|name| is_wasm(name) && *name != main).collect();
        names.sort();
        Ok(names)
    }

    /// What comes after the start: the parts, and their style.
    pub(crate) fn later(&self) -> Result<Vec<PathBuf>> {
        let styles = self.links().into_iter().filter(|link| link.rel == LATER).map(|link| link.href);
        Ok(self.parts()?.into_iter().chain(styles).map(|name| self.file(name)).collect())
    }

    /// The page itself and all files that it loads at its first start.
    pub(crate) fn loaded(&self) -> Vec<PathBuf> {
        let first = self.links().into_iter().filter(|link| link.rel != LATER);
        let mut names: Vec<String> = first.map(|link| link.href).collect();
        names.insert(0, "index.html".to_owned());
        names.sort();
        names.dedup();
        names.iter().map(|name| self.file(name)).collect()
    }
}

fn is_wasm(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|ending| ending == "wasm")
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let start = tag.find(&format!(" {name}=\""))? + name.len() + 3;
    let length = tag[start..].find('"')?;
    Some(&tag[start..start + length])
}

#[cfg(test)]
mod tests {
    use super::*;

    const HTML: &str = r#"<head><meta name="x"><link rel="stylesheet" href="./a-1.css" integrity="sha384-x">
<link rel="later" href="./later-3.css" integrity="sha384-y">
<link rel="modulepreload" href="./app-2.js"><link rel="preload" href="./app-2_bg.wasm" as="fetch"></head>"#;

    #[test]
    fn the_files_of_a_page_are_found() -> Result<()> {
        let page = Page::of(HTML);
        assert_eq!(page.wasm()?, "app-2_bg.wasm");
        assert_eq!(page.glue()?, "app-2.js");
        let loaded: Vec<_> = page.loaded().iter().map(|file| file.display().to_string()).collect();
        assert_eq!(loaded, ["a-1.css", "app-2.js", "app-2_bg.wasm", "index.html"]);
        Ok(())
    }

    #[test]
    fn a_page_without_its_app_is_told() {
        assert!(Page::of("<head></head>").wasm().is_err());
    }
}
