//! The styles of the page as two files: one for the first screen, and one that comes with the parts of the app.
//!
//! Fewer requests at the first start, and a third of the weight. Which file belongs where says `index.html`.

use std::fs;

use anyhow::{Context, Result, ensure};

use super::bare;
use super::page::{LATER, Link, Page};
use super::split::{integrity, short_hash};

/// Puts two stylesheets in the place of all that the page links.
pub(super) fn join_styles(page: &Page) -> Result<()> {
    let links: Vec<_> = page.links().into_iter().filter(|link| link.rel == "stylesheet").collect();
    let (later, first): (Vec<&Link>, Vec<&Link>) = links.iter().partition(|link| link.is_later);
    let tags = [joined(page, "style", "stylesheet", &first)?, joined(page, LATER, LATER, &later)?].join("\n");
    fs::write(page.file("index.html"), bare::script(&with_links(&page.html, &links, &tags)?))?;
    Ok(())
}

/// Makes one file of what some links name, and gives the link to it.
fn joined(page: &Page, name: &str, rel: &str, links: &[&Link]) -> Result<String> {
    let mut text = String::new();
    for link in links {
        let file = page.file(&link.href);
        text += &fs::read_to_string(&file).with_context(|| format!("{} cannot be read", file.display()))?;
        fs::remove_file(file)?;
    }
    ensure!(
        !text.contains("@import") && !text.contains("@charset"),
        "these count only at the start of a file"
    );
    let text = bare::style(&text);
    let name = format!("{name}-{}.css", short_hash(text.as_bytes()));
    fs::write(page.file(&name), &text)?;
    Ok(format!("<link rel=\"{rel}\" href=\"./{name}\" integrity=\"{}\">", integrity(text.as_bytes())))
}

/// The page with some tags where the first of some links was, and none of these links.
fn with_links(html: &str, links: &[Link], tags: &str) -> Result<String> {
    let mut html = html.to_owned();
    let first = links.first().context("the page links no stylesheet")?.range.clone();
    // From the end, so that the places of the earlier ones stay right.
    for link in links.iter().skip(1).rev() {
        html.replace_range(link.range.clone(), "");
    }
    html.replace_range(first, tags);
    Ok(html)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_new_links_stand_where_the_first_was() -> Result<()> {
        let page = Page::of(
            "<link rel=\"icon\" href=\"./i.svg\">\n<link rel=\"stylesheet\" href=\"./a.css\">\n\
             <link rel=\"stylesheet\" href=\"./b.css\" data-later=\"true\">\n<script>1</script>\n",
        );
        let links: Vec<Link> = page.links().into_iter().filter(|link| link.rel == "stylesheet").collect();
        assert_eq!(links.iter().map(|link| link.is_later).collect::<Vec<_>>(), [false, true]);
        let html = with_links(&page.html, &links, "<link rel=\"stylesheet\" href=\"./all.css\">")?;
        assert_eq!(
            html,
            "<link rel=\"icon\" href=\"./i.svg\">\n<link rel=\"stylesheet\" href=\"./all.css\">\n\n<script>1</script>\n"
        );
        Ok(())
    }

    #[test]
    fn a_page_without_styles_is_told() {
        assert!(with_links("<head></head>", &[], "").is_err());
    }
}
