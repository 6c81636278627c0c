//! The markup of what is drawn by hand. Every text that a person wrote is escaped.
//!
//! Absent on purpose: `style` attributes, which the page's security policy blocks. `parts::fill` sets what is in
//! `data-style`.

use std::fmt::Write as _;

use unblock_core::view::escaped;
use unblock_core::view::timeline::{Axis, Look, MarkKind, RowView, Scale, Span, Trait};

/// Height of the axis in CSS pixels.
pub const HEAD: f64 = 56.0;
/// About how wide a letter of the axis is.
const LETTER: f64 = 8.0;
/// Room that the buttons of the row with the focus take.
const STEPS: f64 = 132.0;

/// Single clicks that do what dragging does: the word of each, its sign, and what it is called.
const BUTTONS: [(&str, &str, &str); 4] = [
    ("earlier", "‹", "Start a day earlier"),
    ("later", "›", "Start a day later"),
    ("shorter", "−", "A day shorter"),
    ("longer", "+", "A day longer"),
];

fn at(span: Span) -> String {
    format!("left:{:.1}px;width:{:.1}px", span.x, span.width)
}

/// The two lines of ticks, with today and the target.
pub fn axis(look: Look<'_>, axis: &Axis) -> String {
    let mut text = String::from("<div class=tl-corner></div>");
    for (class, ticks) in [("tl-upper", &axis.upper), ("tl-lower", &axis.lower)] {
        // Writing to a String cannot fail, here and below.
        _ = write!(text, "<div class={class}>");
        let flag = flags(look).into_iter().find(|(tier, ..)| *tier == class);
        // The words of the upper line move as it is scrolled; those of the lower stay, and can be left out.
        let today = flag.filter(|(tier, ..)| *tier == "tl-lower").map(|(_, name, x)| (x, wide(name)));
        for each in ticks {
            let covered = today.is_some_and(|(x, width)| {
                each.span.x < x + width / 2.0 && each.span.x + wide(&each.text) > x - width / 2.0
            });
            // The words of a month of a few days would run into those of the next.
            let narrow = class == "tl-upper" && each.span.width < wide(&each.text);
            let has_next = ticks.last().is_some_and(|last| last.span.x > each.span.x);
            tick(&mut text, each.span, if covered || narrow && has_next { "" } else { &each.text });
        }
        if let Some((_, name, x)) = flag {
            _ = write!(text, "<span class=\"tl-flag tl-{name}\" data-style=\"left:{x:.1}px\">{name}</span>");
        }
        text.push_str("</div>");
    }
    text
}

/// Today and the target: where they are told, what they are called, and where they are.
fn flags(look: Look<'_>) -> Vec<(&'static str, &'static str, f64)> {
    let scene = look.scene;
    let target = scene.board.about.target.map(|target| ("tl-upper", "target", look.scale.end(target)));
    [Some(("tl-lower", "today", look.scale.x(scene.today))), target].into_iter().flatten().collect()
}

/// About how wide a word of the axis is with the room around it.
fn wide(words: &str) -> f64 {
    words.chars().map(|_| LETTER).sum::<f64>() + 2.0 * LETTER
}

fn tick(text: &mut String, span: Span, words: &str) {
    _ = write!(text, "<span class=tl-tick data-style=\"{}\"><b>{}</b></span>", at(span), escaped(words));
}

/// Days off, today and the target.
pub fn days(look: Look<'_>, axis: &Axis) -> String {
    let mut text = String::new();
    for off in &axis.off {
        let (words, name) = (escaped(&off.words), escaped(&off.name));
        _ = write!(
            text,
            "<div class=tl-off data-style=\"{}\" title=\"{words}\"><b>{name}</b></div>",
            at(off.span)
        );
    }
    for (_, name, x) in flags(look) {
        _ = write!(text, "<div class=tl-{name} data-style=\"left:{x:.1}px\" title={name}></div>");
    }
    text
}

/// A background that repeats every week.
pub fn weekends(scale: &Scale, spans: &[Span]) -> String {
    if spans.is_empty() {
        return String::new();
    }
    let mut stops = String::from("transparent 0");
    for span in spans {
        let (from, to) = (span.x, span.end());
        _ = write!(
            stops,
            ",transparent {from:.2}px,var(--tl-off) {from:.2}px,var(--tl-off) {to:.2}px,transparent {to:.2}px"
        );
    }
    format!("background:repeating-linear-gradient(to right,{stops},transparent {:.2}px)", scale.day * 7.0)
}

/// The classes that say what a row looks like, each with a blank before it.
pub fn looks(row: &RowView, is_subject: bool, is_open: bool, relation: Option<&str>) -> String {
    let mut classes = String::new();
    for looks in &row.traits {
        classes.push_str(match looks {
            Trait::Critical => " tl-critical",
            Trait::Guess => " tl-guess",
            Trait::Done => " tl-done",
            Trait::External => " tl-external",
            Trait::Milestone => " tl-milestone",
        });
    }
    let more = [(" tl-subject", is_subject), (" tl-open", is_open), (" tl-lit", relation.is_some())];
    for (class, _) in more.iter().filter(|(_, holds)| *holds) {
        classes.push_str(class);
    }
    classes
}

/// The name of a row, and beside it how it stands to the selected one, else its score.
pub fn name(row: &RowView, relation: Option<&str>, score: Option<&str>) -> String {
    let giver = row.giver.as_deref().map(|giver| format!("<i>{}</i> ", escaped(giver))).unwrap_or_default();
    let beside = match (relation, score) {
        (Some(word), _) => format!("<em>{word}</em>"),
        (None, Some(score)) => format!("<b class=tl-score>{}</b>", escaped(score)),
        (None, None) => String::new(),
    };
    let title = escaped(&row.title);
    format!("<span dir=auto title=\"{title}\">{giver}{title}</span>{beside}")
}

/// What stands in a row.
pub fn row(row: &RowView, is_subject: bool) -> String {
    let mut text = String::new();
    let pieces = [("tl-buffer", row.buffer), ("tl-tail", row.tail)];
    for (class, span) in pieces {
        if let Some(span) = span {
            _ = write!(text, "<i class={class} data-style=\"{}\"></i>", at(span));
        }
    }
    bar(&mut text, row);
    for mark in &row.marks {
        let (class, path) = match mark.kind {
            MarkKind::Promised => ("tl-promised", "M8 2l6 6-6 6-6-6z"),
            MarkKind::NeededBy => ("tl-needed", "M2 3h12l-6 11z"),
            MarkKind::Deadline => ("tl-deadline", "M8-3v22"),
        };
        let words = escaped(&mark.words);
        _ = write!(
            text,
            "<svg class=\"tl-mark {class}\" data-style=\"left:{:.1}px\" viewBox=\"0 0 16 16\" role=img aria-label=\"{words}\"><title>{words}</title><path d=\"{path}\"/></svg>",
            mark.x - 8.0
        );
    }
    let label_x = if is_subject { buttons(&mut text, row) } else { row.label_x };
    _ = write!(
        text,
        "<span class=tl-label data-style=\"left:{label_x:.1}px\" aria-hidden=true>{}</span>",
        escaped(&row.label)
    );
    text
}

fn bar(text: &mut String, row: &RowView) {
    let words = escaped(&row.words);
    _ = write!(text, "<span class=tl-bar data-grip=move data-style=\"{}\" title=\"{words}\">", at(row.bar));
    if let Some(used) = row.used {
        let inside = Span { x: used.x - row.bar.x, width: used.width };
        _ = write!(text, "<i class=tl-used data-style=\"{}\"></i>", at(inside));
    }
    text.push_str("<i class=tl-grip data-grip=end></i></span>");
}

/// The buttons of the row with the focus; gives the place behind them.
fn buttons(text: &mut String, row: &RowView) -> f64 {
    _ = write!(
        text,
        "<span class=tl-steps role=group aria-label=\"Change\" data-style=\"left:{:.1}px\">",
        row.label_x
    );
    for (word, sign, name) in BUTTONS {
        _ = write!(
            text,
            "<button type=button data-step={word} aria-label=\"{name}\" title=\"{name}\">{sign}</button>"
        );
    }
    text.push_str("</span>");
    row.label_x + STEPS
}

/// The name of a group, and how many are in it.
pub fn group(name: &str, count: usize) -> String {
    format!("<span dir=auto>{}</span><em>{count}</em>", escaped(name))
}
