//! What is written for people, comments and indents, stays in the sources: it is a sixth of the glue and of the page.
//!
//! Lines stay lines. Absent on purpose: anything that would have to understand CSS or JavaScript.

/// A stylesheet without comments, indents and empty lines. A text in quotes holds none of these: it would lose them.
pub(super) fn style(css: &str) -> String {
    let mut text = String::new();
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        text += before;
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    text += rest;
    lines(text.lines().map(str::trim))
}

/// A script, or a page with scripts in it, without the lines that hold nothing but a comment, indents and empty lines.
pub(super) fn script(text: &str) -> String {
    let mut is_comment = false;
    let kept = text.lines().map(str::trim).filter(|line| {
        let opens = line.starts_with("/*") || line.starts_with("<!--");
        let closes = line.ends_with("*/") || line.ends_with("-->");
        // What stands behind a comment on its line is kept with it.
        let is_whole = !line.contains("*/") && !line.contains("-->") || closes;
        let drops = is_comment || opens && is_whole || line.starts_with("//");
        is_comment = (is_comment || opens && is_whole) && !closes;
        !drops
    });
    lines(kept)
}

fn lines<'a>(lines: impl Iterator<Item = &'a str>) -> String {
    lines.filter(|line| !line.is_empty()).flat_map(|line| [line, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_style_loses_its_comments_and_indents_and_nothing_else() {
        let css = "/* Cards.\n   Two lines. */\na,\nb {\n    content: \" · \"; /* a dot */\n}\n\n@media print {\n    c { d: e }\n}\n";
        assert_eq!(style(css), "a,\nb {\ncontent: \" · \";\n}\n@media print {\nc { d: e }\n}\n");
    }

    #[test]
    fn a_script_loses_its_comments_and_indents_and_nothing_else() {
        let text = "// One.\n/**\n * @returns {number}\n */\nget size() {\n    const at = \"http://x\"; // here\n\n    /* a */ return 1;\n}\n\
            /* b */\n<!-- Two -->\n<p>Text</p>\n";
        assert_eq!(
            script(text),
            "get size() {\nconst at = \"http://x\"; // here\n/* a */ return 1;\n}\n<p>Text</p>\n"
        );
    }
}
