//! The network as a file: an SVG that stands by itself, for a document or the printer.

use std::fmt::Write;

use super::wire::wires;
use super::{CARD_HEIGHT, CARD_WIDTH, NetworkView, Node, NodeCard, node_card};
use crate::board::Date;
use crate::gesture::Rect;
use crate::schedule::Criticality;
use crate::view::markup::{cut, escaped};
use crate::view::scene::Scene;

/// Around the drawing.
const MARGIN: f64 = 24.0;
/// For the board's name and its finish.
const HEAD: f64 = 64.0;
/// How many letters of a title go on a line.
const LETTERS: usize = 25;

const STYLE: &str = "text{font:16px system-ui,-apple-system,'Segoe UI',sans-serif;fill:#1c2026}\
.head{font-size:24px;font-weight:600}.title{font-weight:600}.muted{fill:#565d67}.alarm{fill:#b3261e;font-weight:600}\
.card{fill:#fff;stroke:#d6d3cc}.guess{fill:none;stroke:#7b818a;stroke-width:1.5;stroke-dasharray:5 4}\
.done{fill:#eceae5;stroke:none}.edge{fill:#b3261e}\
.wire{fill:none;stroke:#7b818a;stroke-width:2}.wire-done{stroke:#d6d3cc}.wire-near{stroke-dasharray:8 5}\
.wire-critical{stroke:#b3261e;stroke-width:2.5}.wire-main{stroke:#b3261e;stroke-width:4}\
.wire-label rect,.buffer-ground{fill:#fff;stroke:#7b818a}.buffer-hatch{fill:url(#hatch)}\
.buffer-used{fill:#7b818a;fill-opacity:.45}.wire-label text,.buffer text{text-anchor:middle}";

/// The network as an SVG, in the colours of paper.
pub fn network_svg(scene: &Scene, view: &NetworkView, title: &str, say: &dyn Fn(Date) -> String) -> String {
    let drawing = view.bounds.grown(MARGIN);
    // A buffer may stand behind the last column.
    let width = drawing.width.max(480.0) + 120.0;
    let whole = Rect { y: drawing.y - HEAD, width, height: drawing.height + HEAD, ..drawing };
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"{:.0} {:.0} {:.0} {:.0}\" width=\"{:.0}\" height=\"{:.0}\">\
         <style>{STYLE}</style><defs><pattern id=\"hatch\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" \
         patternTransform=\"rotate(45)\"><path d=\"M0 0V6\" stroke=\"#a7afba\" stroke-width=\"3\"/></pattern></defs>\
         <text class=\"head\" x=\"{:.0}\" y=\"{:.0}\">{}</text>",
        whole.x,
        whole.y,
        whole.width,
        whole.height,
        whole.width,
        whole.height,
        whole.x + MARGIN,
        whole.y + 44.0,
        escaped(title),
    );
    svg.push_str(&wires(view, &whole, None, None));
    for node in &view.nodes {
        if let Some(card) = node_card(scene, node.id) {
            draw(&mut svg, node, &card, say);
        }
    }
    svg.push_str("</svg>\n");
    svg
}

fn draw(svg: &mut String, node: &Node, card: &NodeCard, say: &dyn Fn(Date) -> String) {
    let (x, y) = (node.at.x, node.at.y);
    let class = match () {
        () if node.is_done => "done",
        () if card.is_guess => "guess",
        () => "card",
    };
    let notch = if card.card.is_work { 0.0 } else { 12.0 };
    let (right, bottom) = (x + CARD_WIDTH, y + CARD_HEIGHT);
    // Writing to a string cannot fail.
    _ = write!(
        svg,
        "<path class=\"{class}\" d=\"M{:.1} {y:.1}H{right:.1}V{bottom:.1}H{x:.1}V{:.1}Z\"/>",
        x + notch,
        y + notch
    );
    let is_critical = card.criticality == Criticality::Critical;
    if is_critical {
        _ = write!(svg, "<path class=\"edge\" d=\"M{x:.1} {:.1}V{bottom:.1}h6V{y:.1}z\"/>", y + notch);
    }
    let title = if node.is_done { "muted" } else { "title" };
    let giver = card.card.giver.as_ref().map(|giver| format!("{giver} · ")).unwrap_or_default();
    for (line, text) in lines(&format!("{giver}{}", card.card.title)).iter().zip([y + 21.0, y + 40.0]) {
        _ = write!(
            svg,
            "<text class=\"{title}\" x=\"{:.1}\" y=\"{text:.1}\">{}</text>",
            x + 14.0,
            escaped(line)
        );
    }
    foot(svg, node, card, say);
}

/// The bottom line: owner, date, reason.
fn foot(svg: &mut String, node: &Node, card: &NodeCard, say: &dyn Fn(Date) -> String) {
    let owner = card.card.owner.as_ref().map_or("no owner", |owner| owner.initials.as_str());
    let reason = card.reason().map(|(reason, alarm)| {
        format!(" · <tspan class=\"{}\">{reason}</tspan>", if alarm { "alarm" } else { "muted" })
    });
    _ = write!(
        svg,
        "<text class=\"muted\" x=\"{:.1}\" y=\"{:.1}\">{}{}</text>",
        node.at.x + 14.0,
        node.at.y + 62.0,
        escaped(&format!("{owner} · {}", card.when(say))),
        reason.unwrap_or_default()
    );
}

/// A text on two lines at most.
fn lines(text: &str) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let is_last = lines.len() == 2;
        let Some(line) = lines.last_mut() else { break };
        let longer = line.chars().count() + word.chars().count() + 1 > LETTERS;
        if line.is_empty() {
            line.push_str(word);
        } else if longer && !is_last {
            lines.push(word.to_owned());
        } else {
            line.push(' ');
            line.push_str(word);
        }
    }
    lines.iter().map(|line| cut(line, LETTERS)).collect()
}
