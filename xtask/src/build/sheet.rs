//! The styles of the page as one file: fewer requests at the first start, and half the weight.
//!
//! What is written for people, comments and indents, stays in `style/`. Absent on purpose: anything that would have to
//! understand CSS.

use std::fs;

use anyhow::{Context, Result, ensure};

use super::page::Page;
use super::split::{integrity, short_hash};

/// Puts one stylesheet in the place of all that the page links.
pub(super) fn join_styles(page: &Page) -> Result<()> {
    let links: Vec<_> = page.links().into_iter().filter(|link| link.rel == "stylesheet").collect();
    let mut text = String::new();
    for link in &links {
        let file = page.file(&link.href);
        text += &fs::read_to_string(&file).with_context(|| format!("{} cannot be read", file.display()))?;
        fs::remove_file(file)?;
    }
    ensure!(
        !text.contains("@import") && !text.contains("@charset"),
        "these count only at the start of a file"
    );
    let text = bare(&text);
    let name = format!("style-{}.css", short_hash(text.as_bytes()));
    fs::write(page.file(&name), &text)?;
    let tag =
        format!("<link rel=\"stylesheet\" href=\"./{name}\" integrity=\"{}\">", integrity(text.as_bytes()));
    fs::write(page.file("index.html"), with_one_link(page, &tag)?)?;
    Ok(())
}

/// The text without comments, indents and empty lines. A text in quotes holds none of these: it would lose them.
fn bare(css: &str) -> String {
    let mut text = String::new();
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        text += before;
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    text += rest;
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    lines.join("\n") + "\n"
}

/// The page with one tag where the first stylesheet was, and none of the others.
fn with_one_link(page: &Page, tag: &str) -> Result<String> {
    let mut html = page.html.clone();
    let links: Vec<_> = page.links().into_iter().filter(|link| link.rel == "stylesheet").collect();
    let first = links.first().context("the page links no stylesheet")?.range.clone();
    // From the end, so that the places of the earlier ones stay right.
    for link in links.iter().skip(1).rev() {
        html.replace_range(link.range.clone(), "");
    }
    html.replace_range(first, tag);
    let filled: Vec<&str> = html.lines().filter(|line| !line.trim().is_empty()).collect();
    Ok(filled.join("\n") + "\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_stylesheet_stands_where_the_first_was() -> Result<()> {
        let page = Page::of(
            "<link rel=\"icon\" href=\"./i.svg\">\n<link rel=\"stylesheet\" href=\"./a.css\">\n\
             <link rel=\"stylesheet\" href=\"./b.css\">\n<script>1</script>\n",
        );
        let html = with_one_link(&page, "<link rel=\"stylesheet\" href=\"./all.css\">")?;
        assert_eq!(
            html,
            "<link rel=\"icon\" href=\"./i.svg\">\n<link rel=\"stylesheet\" href=\"./all.css\">\n<script>1</script>\n"
        );
        Ok(())
    }

    #[test]
    fn comments_and_indents_are_left_out_and_nothing_else() {
        let css = "/* Cards.\n   Two lines. */\na,\nb {\n    content: \" · \"; /* a dot */\n}\n\n@media print {\n    c { d: e }\n}\n";
        assert_eq!(bare(css), "a,\nb {\ncontent: \" · \";\n}\n@media print {\nc { d: e }\n}\n");
    }

    #[test]
    fn a_page_without_styles_is_told() {
        assert!(with_one_link(&Page::of("<head></head>"), "").is_err());
    }
}
