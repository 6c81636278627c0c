//! The timeline as a picture to take away: all rows on one sheet, in light colours, without a script or a font of its
//! own. Absent on purpose: anything that can be scrolled or chosen.

use std::fmt::Write as _;

use super::super::markup::paper::{ACCENT, BAR, INK, MUTED};
use super::super::markup::{cut, escaped};
use super::super::scene::Scene;
use super::axis::{Tick, Writing, axis, weekends};
use super::lines::{Line, Lines};
use super::row::{Look, MarkKind, RowView, Trait};
use super::scale::{Scale, Span, count};

const WIDTH: f64 = 1600.0;
const NAMES: f64 = 330.0;
/// The board's name and the axis.
const HEAD: f64 = 96.0;
const ROW: f64 = 30.0;
const MARGIN: f64 = 16.0;
/// A name is cut after so many letters.
const LETTERS: usize = 38;

const HAIR: &str = "#d6d3cc";
const CRITICAL: &str = "#b3261e";

/// What a bar is filled with and edged with.
const WORK: (&str, &str) = (BAR, "none");
const HEAVY: (&str, &str) = ("#4a525e", "none");
const HOLLOW: (&str, &str) = ("none", "#7b818a");

/// The rows as an SVG, the first `most` of them; how many more there are stands below.
pub fn picture(scene: &Scene, lines: &Lines, most: usize, writing: Writing<'_>) -> String {
    let extent = lines.extent.unwrap_or_default();
    let scale = Scale::new(extent, Scale::fitting(extent, WIDTH - NAMES - MARGIN));
    let look = Look { scene, scale, writing };
    let shown = &lines.all[..most.min(lines.all.len())];
    let rows = count(i64::try_from(shown.len()).unwrap_or(0));
    let left = lines.all.len() - shown.len();
    let height = HEAD + rows * ROW + MARGIN + if left > 0 { ROW } else { 0.0 };
    let name = escaped(scene.board.about.name.as_str());
    // Writing to a String cannot fail, here and below.
    let mut to = String::new();
    _ = write!(
        to,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" width=\"{WIDTH}\" height=\"{height}\" \
         font-family=\"system-ui,sans-serif\" font-size=\"15\" fill=\"{INK}\"><title>{name}</title>\
         <defs><pattern id=\"hatch\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">\
         <path d=\"M0 0V6\" stroke=\"{MUTED}\" stroke-width=\"3\"/></pattern></defs>\
         <rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\
         <text x=\"{MARGIN}\" y=\"30\" font-size=\"20\" font-weight=\"600\">{name}</text>"
    );
    let finish = scene.schedule.finish_date().map(|date| format!("Done {}", (writing.day)(date)));
    _ = write!(
        to,
        "<text x=\"{}\" y=\"30\" font-size=\"20\" text-anchor=\"end\">{}</text>",
        WIDTH - MARGIN,
        escaped(&finish.unwrap_or_default())
    );
    days(&mut to, look, rows * ROW);
    for (at, line) in shown.iter().enumerate() {
        let y = HEAD + count(i64::try_from(at).unwrap_or(0)) * ROW;
        match line {
            Line::Group(group) => heading(&mut to, &lines.groups[*group].name, y),
            Line::Item(id) => look.row(*id).into_iter().for_each(|view| row(&mut to, &view, y)),
        }
    }
    if left > 0 {
        let y = height - MARGIN;
        _ = write!(to, "<text x=\"{MARGIN}\" y=\"{y}\" fill=\"{MUTED}\">and {left} more</text>");
    }
    to.push_str("</svg>");
    to
}

/// The axis, weekends and days off, today and the target.
fn days(to: &mut String, look: Look<'_>, height: f64) {
    let calendar = &look.scene.board.about.calendar;
    let scale = &look.scale;
    let all = Span { x: 0.0, width: scale.width() };
    let axis = axis(scale, calendar, all, look.writing);
    let week = scale.day * 7.0;
    let weeks = weekends(scale, calendar);
    let offs =
        (0..=scale.days / 7).flat_map(|n| weeks.iter().map(move |w| Span { x: w.x + count(n) * week, ..*w }));
    for off in
        offs.chain(axis.off.iter().map(|off| off.span)).filter(|off| off.x < count(scale.days) * scale.day)
    {
        shade(to, off, height);
    }
    for (tick, y) in axis.upper.iter().map(|t| (t, 64.0)).chain(axis.lower.iter().map(|t| (t, 86.0))) {
        label(to, tick, y);
    }
    let target = look.scene.board.about.target.map(|date| (scale.end(date), ACCENT, "target"));
    for (x, colour, word) in [Some((scale.x(look.scene.today), INK, "today")), target].into_iter().flatten() {
        let x = NAMES + x;
        _ = write!(
            to,
            "<path d=\"M{x:.1} {HEAD}v{height}\" stroke=\"{colour}\" stroke-width=\"2\"/>\
             <text x=\"{x:.1}\" y=\"48\" fill=\"{colour}\" text-anchor=\"middle\" font-weight=\"600\">{word}</text>"
        );
    }
}

fn shade(to: &mut String, off: Span, height: f64) {
    let (x, width) = (NAMES + off.x, off.width);
    _ = write!(
        to,
        "<rect x=\"{x:.1}\" y=\"{HEAD}\" width=\"{width:.1}\" height=\"{height}\" fill=\"#f1efeb\"/>"
    );
}

fn label(to: &mut String, tick: &Tick, y: f64) {
    // What is cut off at the left has no room for its words.
    if tick.span.width < 22.0 {
        return;
    }
    let x = NAMES + tick.span.x;
    _ = write!(
        to,
        "<path d=\"M{x:.1} {}v22\" stroke=\"{HAIR}\"/><text x=\"{:.1}\" y=\"{y}\" fill=\"{MUTED}\">{}</text>",
        y - 16.0,
        x + 4.0,
        escaped(&tick.text)
    );
}

fn heading(to: &mut String, name: &str, y: f64) {
    _ = write!(
        to,
        "<text x=\"{MARGIN}\" y=\"{}\" font-weight=\"600\">{}</text>",
        y + 20.0,
        escaped(&cut(name, LETTERS))
    );
}

fn row(to: &mut String, row: &RowView, y: f64) {
    let is = |looks| row.traits.contains(&looks);
    let weight = if is(Trait::Critical) { "600" } else { "400" };
    let name =
        row.giver.as_ref().map_or_else(|| row.title.clone(), |giver| format!("{giver}: {}", row.title));
    _ = write!(
        to,
        "<g transform=\"translate(0 {y})\"><title>{}</title><text x=\"{MARGIN}\" y=\"20\" font-weight=\"{weight}\">{}</text>\
         <g transform=\"translate({NAMES} 0)\"{}>",
        escaped(&row.words),
        escaped(&cut(&name, LETTERS)),
        if is(Trait::Done) { " opacity=\"0.5\"" } else { "" }
    );
    if let Some(tail) = row.tail {
        _ = write!(
            to,
            "<path d=\"M{:.1} 24h{:.1}\" stroke=\"{MUTED}\" stroke-width=\"2\"/>",
            tail.x, tail.width
        );
    }
    bar(to, row);
    for (span, colour) in [(row.buffer, MUTED), (row.used, "#fff")] {
        if let Some(span) = span {
            _ = write!(
                to,
                "<rect x=\"{:.1}\" y=\"8\" width=\"{:.1}\" height=\"14\" fill=\"url(#hatch)\" stroke=\"{colour}\"/>",
                span.x, span.width
            );
        }
    }
    marks(to, row);
    let colour = if is(Trait::Critical) { CRITICAL } else { MUTED };
    let words = escaped(&row.label);
    _ = write!(
        to,
        "<text x=\"{:.1}\" y=\"20\" fill=\"{colour}\" font-weight=\"{weight}\" stroke=\"#fff\" stroke-width=\"3\" paint-order=\"stroke\">{words}</text></g></g>",
        row.label_x
    );
}

fn marks(to: &mut String, row: &RowView) {
    for mark in &row.marks {
        let (path, fill) = match mark.kind {
            MarkKind::Promised => ("M0-7l7 7-7 7-7-7z", INK),
            MarkKind::NeededBy => ("M-6-5h12l-6 11z", "#fff"),
            MarkKind::Deadline => ("M0-11v22", "none"),
        };
        _ = write!(
            to,
            "<path transform=\"translate({:.1} 15)\" d=\"{path}\" fill=\"{fill}\" stroke=\"{INK}\" stroke-width=\"2\"/>",
            mark.x
        );
    }
}

fn bar(to: &mut String, row: &RowView) {
    let is = |looks| row.traits.contains(&looks);
    let Span { x, width } = row.bar;
    let (fill, stroke) = match (is(Trait::Guess), is(Trait::Critical)) {
        (true, _) => HOLLOW,
        (_, true) => HEAVY,
        _ => WORK,
    };
    if is(Trait::Milestone) {
        let colour = if is(Trait::Critical) { CRITICAL } else { INK };
        _ = write!(
            to,
            "<path d=\"M{:.1} 6l9 9-9 9-9-9z\" fill=\"#fff\" stroke=\"{colour}\" stroke-width=\"3\"/>",
            x + width / 2.0
        );
        return;
    }
    let notch = if is(Trait::External) { 8.0_f64.min(width) } else { 0.0 };
    let dash = if is(Trait::Guess) { " stroke-width=\"2\" stroke-dasharray=\"4 3\"" } else { "" };
    _ = write!(
        to,
        "<path d=\"M{:.1} 6H{:.1}V24H{x:.1}V{}z\" fill=\"{fill}\" stroke=\"{stroke}\"{dash}/>",
        x + notch,
        x + width,
        6.0 + notch
    );
    if is(Trait::Critical) {
        _ = write!(to, "<rect x=\"{x:.1}\" y=\"6\" width=\"6\" height=\"18\" fill=\"{CRITICAL}\"/>");
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{change, external, plan, scene};
    use super::super::{Grouping, lines};
    use super::*;
    use crate::view::Filter;

    fn drawn(most: usize) -> String {
        let mut board = plan();
        external(&mut board, 1, "2026-03-06", "2026-03-06");
        change(&mut board, 3, |item| item.title = "<b>\"bold\" & 'brave'".parse().unwrap());
        let scene = scene(board);
        let lines = lines(&scene, &Filter::default(), Grouping::Off);
        let writing = Writing { day: &|date| date.to_string(), month: &|date, _| date.to_string() };
        picture(&scene, &lines, most, writing)
    }

    #[test]
    fn a_text_cannot_end_an_attribute_or_begin_an_element() {
        assert_eq!(escaped("a\"b'<i>&"), "a&quot;b&#39;&lt;i&gt;&amp;");
        assert!(!drawn(9).contains("<b>"));
    }

    #[test]
    fn every_row_has_its_words_and_every_element_is_closed() {
        let picture = drawn(9);
        assert!(picture.contains("promised 2026-03-06") && picture.contains("to spare"));
        assert_eq!(picture.matches("<g").count(), picture.matches("</g>").count());
        assert_eq!(picture.matches("<text").count(), picture.matches("</text>").count());
    }

    #[test]
    fn what_does_not_fit_on_the_sheet_is_counted() {
        assert!(drawn(1).contains("and 2 more") && !drawn(3).contains(" more"));
    }
}
