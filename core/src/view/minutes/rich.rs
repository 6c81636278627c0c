//! Texts that were written here, and perhaps edited since, as HTML for the clipboard and the printer, and as plain words.
//!
//! It knows what is written here: headings, lists, paragraphs, bold and italics. Everything else is text, escaped:
//! markup that somebody typed does not become markup.

use std::fmt::Write as _;

use crate::view::escaped;

/// A text in Markdown as HTML.
pub fn rich(markdown: &str) -> String {
    let mut html = Html::default();
    for line in markdown.lines() {
        html.line(line.trim());
    }
    html.open(None);
    html.out
}

/// A line in Markdown as plain words.
pub fn plain(markdown: &str) -> String {
    let text = |letter: char, out: &mut String| out.push(letter);
    inline(markdown, &text, ["", "", "", ""])
}

#[derive(Default)]
struct Html {
    out: String,
    /// The element that is open: `ul`, `ol` or `p`.
    open: Option<&'static str>,
}

impl Html {
    fn line(&mut self, line: &str) {
        let numbered = line.split_once(". ").filter(|(number, _)| is_number(number));
        if line.is_empty() {
            self.open(None);
        } else if let Some((level, text)) = heading(line) {
            self.open(None);
            _ = write!(self.out, "<h{level}>{}</h{level}>", marked(text));
        } else if let Some(text) = line.strip_prefix("- ").or_else(|| line.strip_prefix("* ")) {
            self.item("ul", text);
        } else if let Some((_, text)) = numbered {
            self.item("ol", text);
        } else {
            let goes_on = self.open == Some("p");
            self.open(Some("p"));
            self.out.push_str(if goes_on { "<br>" } else { "" });
            self.out.push_str(&marked(line));
        }
    }

    fn item(&mut self, list: &'static str, text: &str) {
        self.open(Some(list));
        _ = write!(self.out, "<li>{}</li>", marked(text));
    }

    /// Closes what is open, and opens another element, where they differ.
    fn open(&mut self, next: Option<&'static str>) {
        if self.open != next {
            if let Some(open) = self.open {
                _ = write!(self.out, "</{open}>");
            }
            if let Some(next) = next {
                _ = write!(self.out, "<{next}>");
            }
            self.open = next;
        }
    }
}

fn is_number(text: &str) -> bool {
    (1..=3).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())
}

fn heading(line: &str) -> Option<(usize, &str)> {
    let text = line.trim_start_matches('#');
    let level = line.len() - text.len();
    (1..=6).contains(&level).then(|| text.strip_prefix(' ')).flatten().map(|text| (level.min(3), text))
}

fn marked(line: &str) -> String {
    let text = |letter: char, out: &mut String| out.push_str(&escaped(letter.encode_utf8(&mut [0; 4])));
    inline(line, &text, ["<strong>", "</strong>", "<em>", "</em>"])
}

/// A line with bold and italics set in marks. What is opened is closed; a star without a partner is a star.
fn inline(line: &str, text: &dyn Fn(char, &mut String), marks: [&str; 4]) -> String {
    let mut out = String::new();
    let (mut bold, mut italics) = (false, false);
    let mut rest = line;
    while let Some(letter) = rest.chars().next() {
        let after = &rest[letter.len_utf8()..];
        if let Some(next) = after.chars().next().filter(|next| letter == '\\' && next.is_ascii_punctuation())
        {
            text(next, &mut out);
            rest = &after[next.len_utf8()..];
        } else if let Some(after) = rest.strip_prefix("**").filter(|after| bold || after.contains("**")) {
            out.push_str(marks[usize::from(bold)]);
            bold = !bold;
            rest = after;
        } else if letter == '*' && !after.starts_with('*') && (italics || after.contains('*')) {
            out.push_str(marks[2 + usize::from(italics)]);
            italics = !italics;
            rest = after;
        } else {
            text(letter, &mut out);
            rest = after;
        }
    }
    out.push_str(if italics { marks[3] } else { "" });
    out.push_str(if bold { marks[1] } else { "" });
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_lists_paragraphs_and_bold_become_elements() {
        let html = rich("# A\n\nOne **two**\nthree\n\n## B\n- c\n- *d*\n1. e\n");
        assert_eq!(
            html,
            "<h1>A</h1><p>One <strong>two</strong><br>three</p><h2>B</h2><ul><li>c</li><li><em>d</em></li></ul>\
             <ol><li>e</li></ol>"
        );
    }

    #[test]
    fn markup_that_somebody_wrote_stays_text() {
        assert_eq!(rich("<img src=x> & \\<b\\>"), "<p>&lt;img src=x&gt; &amp; &lt;b&gt;</p>");
        assert_eq!(rich("#hash\n2 * 3\n**open"), "<p>#hash<br>2 * 3<br>**open</p>");
    }

    #[test]
    fn plain_words_have_neither_marks_nor_escapes() {
        assert_eq!(plain("**Mei** takes 'a\\_b' \\*now\\*"), "Mei takes 'a_b' *now*");
    }
}
