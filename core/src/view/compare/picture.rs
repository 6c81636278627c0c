//! The comparison as a picture on one landscape page, for paper and for the record. It is drawn light, whatever the page
//! is.

use std::fmt::Write as _;

use super::bars::{BarView, WHOLE};
use super::side::{OptionView, SideBySide};
use crate::view::markup::escaped;
use crate::view::markup::paper::{ACCENT, BAR, INK, MUTED};

const WIDTH: u64 = 1_400;
const MARGIN: u64 = 40;
const GAP: u64 = 32;

/// The verdict and the options as SVG.
pub fn comparison_svg(shown: &SideBySide) -> String {
    let mut body = String::new();
    let mut y = MARGIN;
    let inner = WIDTH - 2 * MARGIN;
    let whole = Pen { x: MARGIN, width: inner };
    y = whole.text(&mut body, y, 28, INK, true, &shown.verdict);
    for line in shown.question.iter().chain(&shown.details) {
        y = whole.text(&mut body, y + 4, 18, MUTED, false, line);
    }
    let count = u64::try_from(shown.options.len()).unwrap_or(1).max(1);
    let width = (inner - GAP * (count - 1)) / count;
    let pen = Pen { x: MARGIN, width };
    let head = shown.options.iter().map(|option| pen.height(22, true, &option.title)).max().unwrap_or(0);
    let foot = shown.options.iter().zip(0_u64..).map(|(option, at)| {
        let pen = Pen { x: MARGIN + at * (width + GAP), width };
        column(&mut body, pen, (y + 24, head), option, shown)
    });
    let height = foot.max().unwrap_or(y) + MARGIN;
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" width=\"{WIDTH}\" height=\"{height}\" \
         font-family=\"system-ui, sans-serif\"><rect width=\"{WIDTH}\" height=\"{height}\" fill=\"#fff\"/>{body}</svg>"
    )
}

/// An option, from a height down; `head` is how high the highest of the titles is, so that the bars stand level.
fn column(
    to: &mut String,
    pen: Pen,
    (top, head): (u64, u64),
    option: &OptionView,
    shown: &SideBySide,
) -> u64 {
    let colour = if option.leads { ACCENT } else { INK };
    pen.text(to, top, 22, INK, true, &option.title);
    let mut y = top + head;
    let (figure, why) = match &option.score {
        Ok(score) => (score.as_str(), None),
        Err(why) => ("–", Some(why)),
    };
    y = pen.text(to, y + 4, 48, colour, true, figure);
    let leads = if option.leads { " · leads" } else { "" };
    let rank = option.rank.as_ref().map(|rank| format!(" · {rank}")).unwrap_or_default();
    y = pen.text(to, y, 16, MUTED, false, &format!("{}{rank}{leads}", shown.method.letters()));
    if let Some(why) = why {
        y = pen.text(to, y, 16, INK, true, why);
    }
    y += 8;
    for each in &option.bars {
        y = bar(to, pen, y, each);
    }
    option.facts().fold(y + 8, |y, fact| pen.text(to, y, 16, INK, false, &fact))
}

fn bar(to: &mut String, pen: Pen, top: u64, bar: &BarView) -> u64 {
    let Pen { x, width } = pen;
    let y = pen.text(
        to,
        top,
        16,
        if bar.wins { ACCENT } else { INK },
        bar.wins,
        &format!("{}: {}", bar.name, bar.value),
    );
    let fill = if bar.wins { ACCENT } else { BAR };
    // Writing to a String cannot fail, here and below.
    _ = write!(
        to,
        "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"14\" fill=\"#eceae5\"/>\
         <rect x=\"{x}\" y=\"{y}\" width=\"{}\" height=\"14\" fill=\"{fill}\"/>",
        width * bar.length / WHOLE
    );
    // As high as with a flip point: the bars of all columns stand level.
    let Some(flip) = &bar.flip else { return y + 40 };
    if let Some(at) = flip.at {
        let x = x + width * at / WHOLE;
        _ = write!(to, "<path d=\"M{x} {}v22\" stroke=\"{INK}\" stroke-width=\"3\"/>", y - 4);
    }
    pen.text(to, y + 14, 16, MUTED, false, &flip.words) + 6
}

/// A column of a page to write into.
#[derive(Clone, Copy)]
struct Pen {
    x: u64,
    width: u64,
}

impl Pen {
    /// Writes a text from a height down, in as many lines as it takes; gives the height below it.
    fn text(self, to: &mut String, top: u64, size: u64, colour: &str, bold: bool, text: &str) -> u64 {
        let weight = if bold { 600 } else { 400 };
        let mut y = top;
        for line in lines(text, self.letters(size, bold)) {
            y += size * 13 / 10;
            _ = write!(
                to,
                "<text x=\"{}\" y=\"{}\" font-size=\"{size}\" font-weight=\"{weight}\" fill=\"{colour}\">{}</text>",
                self.x,
                y - size * 3 / 10,
                escaped(&line)
            );
        }
        y
    }

    /// How high a text is.
    fn height(self, size: u64, bold: bool, text: &str) -> u64 {
        let count = u64::try_from(lines(text, self.letters(size, bold)).len()).unwrap_or(1);
        count * (size * 13 / 10)
    }

    /// How many letters a line has: they are about half as wide as they are high, bold ones a little wider.
    fn letters(self, size: u64, bold: bool) -> usize {
        usize::try_from(self.width * 100 / (size * if bold { 56 } else { 52 })).unwrap_or(80).max(8)
    }
}

/// A text in lines of at most so many letters, broken between words where it can be.
fn lines(text: &str, most: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        let mut rest: Vec<char> = word.chars().collect();
        while rest.len() > most {
            let tail = rest.split_off(most);
            lines.extend((!line.is_empty()).then(|| std::mem::take(&mut line)));
            lines.push(rest.into_iter().collect());
            rest = tail;
        }
        if !line.is_empty() && line.chars().count() + 1 + rest.len() > most {
            lines.push(std::mem::take(&mut line));
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.extend(rest);
    }
    lines.extend((!line.is_empty()).then_some(line));
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_broken_between_words_and_a_long_word_anywhere() {
        assert_eq!(lines("one two three", 8), ["one two", "three"]);
        assert_eq!(lines("a verylongword b", 6), ["a", "verylo", "ngword", "b"]);
        assert!(lines("", 5).is_empty());
    }
}
