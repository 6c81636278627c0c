//! Links as curves, and as the text of an SVG.

use std::fmt::Write;

use super::reach::Reach;
use super::{CARD_HEIGHT, CARD_WIDTH, Edge, NetworkView, Node};
use crate::board::{Lag, LinkKey, LinkKind};
use crate::gesture::{Point, Rect};

/// From a card to its buffer.
const BEFORE_BUFFER: f64 = 8.0;
/// How far a click may be from a link, and from its label's middle in height.
const NEAR: f64 = 9.0;
/// In how many straight pieces a curve is measured.
const PIECES: u32 = 12;

/// How a link is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Style {
    /// From or to something that is done.
    Done,
    /// Like any.
    Plain,
    /// Between items with few days to spare.
    Near,
    /// Without a day to spare.
    Critical,
    /// On the chain that decides the finish.
    Main,
}

impl Style {
    /// Its class in the stylesheet, and in the file.
    pub const fn class(self) -> &'static str {
        match self {
            Self::Done => "wire wire-done",
            Self::Plain => "wire",
            Self::Near => "wire wire-near",
            Self::Critical => "wire wire-critical",
            Self::Main => "wire wire-main",
        }
    }
}

/// A bend from one height to another; between two a link runs level.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Curve {
    /// Where it begins.
    pub from: Point,
    /// Where it ends.
    pub to: Point,
}

impl Curve {
    fn at(&self, share: f64) -> Point {
        let Self { from, to } = *self;
        let middle = f64::midpoint(from.x, to.x);
        let (a, b) = (1.0 - share, share);
        let mix = |p: f64, q: f64, r: f64, s: f64| {
            a * a * a * p + 3.0 * a * a * b * q + 3.0 * a * b * b * r + b * b * b * s
        };
        Point { x: mix(from.x, middle, middle, to.x), y: mix(from.y, from.y, to.y, to.y) }
    }
}

/// What is written on a link: its type where it is not the usual one, and its lag.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// Its words.
    pub words: String,
    /// Its middle.
    pub at: Point,
}

/// A link as it is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Wire {
    /// Which one.
    pub edge: Edge,
    /// How it looks.
    pub style: Style,
    /// Its bends from left to right.
    pub curves: Vec<Curve>,
    /// Where it leaves its card.
    pub start: Point,
    /// What is written on it.
    pub label: Option<Label>,
    /// All of it.
    pub span: Rect,
}

/// "SS +2 d"; nothing for finish to start without lag.
pub(super) fn lag_words(kind: LinkKind, lag: Lag) -> Option<String> {
    let kind = Some(kind.letters()).filter(|_| kind != LinkKind::FinishToStart);
    let lag = Some(lag.get()).filter(|lag| *lag != 0).map(|lag| {
        let sign = if lag < 0 { '−' } else { '+' };
        format!("{sign}{} d", lag.abs())
    });
    match (kind, lag) {
        (Some(kind), Some(lag)) => Some(format!("{kind} {lag}")),
        (kind, lag) => kind.map(str::to_owned).or(lag),
    }
}

/// About how wide a text of 16 pixels is, with room around it.
pub(super) fn text_width(words: &str) -> f64 {
    let letters = u32::try_from(words.chars().count()).unwrap_or_default();
    f64::from(letters) * 8.4 + 16.0
}

/// The link between two cards, `beside` the others of the pair, through the columns it passes.
pub(super) fn wire(
    edge: Edge,
    style: Style,
    (from, to, beside): (&Node, &Node, f64),
    passes: impl Iterator<Item = Point>,
) -> Wire {
    let start = Point { x: from.at.x + CARD_WIDTH, y: from.at.y + CARD_HEIGHT / 2.0 + beside };
    let behind = from.buffer.filter(|_| beside == 0.0).map_or(0.0, |buffer| BEFORE_BUFFER + buffer.width());
    let end = Point { x: to.at.x, y: to.at.y + CARD_HEIGHT / 2.0 + beside };
    let mut curves = Vec::new();
    let mut at = Point { x: start.x + behind, ..start };
    for pass in passes {
        curves.push(Curve { from: at, to: pass });
        at = Point { x: pass.x + CARD_WIDTH, y: pass.y };
    }
    let last = Curve { from: at, to: end };
    curves.push(last);
    let label = lag_words(edge.key.kind, edge.lag).map(|words| {
        let middle = last.at(0.5);
        // Labels are higher than their links are apart.
        Label { words, at: Point { y: middle.y + beside * 0.8, ..middle } }
    });
    let heights = || curves.iter().flat_map(|curve| [curve.from.y, curve.to.y]);
    let (top, bottom) =
        (heights().fold(f64::INFINITY, f64::min), heights().fold(f64::NEG_INFINITY, f64::max));
    let span = Rect { x: start.x, y: top, width: end.x - start.x, height: bottom - top };
    Wire { edge, style, curves, start, label, span: span.grown(16.0) }
}

impl Wire {
    /// Its path, as SVG writes one, with a head where it ends.
    pub fn path(&self) -> String {
        let mut path = format!("M{:.1} {:.1}", self.start.x, self.start.y);
        for Curve { from, to } in &self.curves {
            let middle = f64::midpoint(from.x, to.x);
            // Writing to a string cannot fail.
            _ = write!(
                path,
                "H{:.1}C{middle:.1} {:.1} {middle:.1} {:.1} {:.1} {:.1}",
                from.x, from.y, to.y, to.x, to.y
            );
        }
        if let Some(Curve { to, .. }) = self.curves.last() {
            _ = write!(path, "m-7-4.5l7 4.5l-7 4.5");
            debug_assert!(to.x.is_finite());
        }
        path
    }

    /// How far a point is from it.
    fn distance(&self, point: Point) -> f64 {
        let mut best = f64::INFINITY;
        let mut last = self.start;
        for curve in &self.curves {
            for piece in 0..=PIECES {
                let next = curve.at(f64::from(piece) / f64::from(PIECES));
                best = best.min(to_piece(point, last, next));
                last = next;
            }
        }
        best
    }
}

fn to_piece(point: Point, a: Point, b: Point) -> f64 {
    let (dx, dy) = (b.x - a.x, b.y - a.y);
    let length = dx * dx + dy * dy;
    let share = if length > 0.0 { ((point.x - a.x) * dx + (point.y - a.y) * dy) / length } else { 0.0 };
    let share = share.clamp(0.0, 1.0);
    point.distance(Point { x: a.x + share * dx, y: a.y + share * dy })
}

impl NetworkView {
    /// The link at a point of the drawing that is seen at a zoom, the nearest of several.
    pub fn wire_at(&self, point: Point, zoom: f64) -> Option<LinkKey> {
        let within = NEAR / zoom;
        let here = Rect { x: point.x, y: point.y, width: 0.0, height: 0.0 }.grown(within);
        let near = self.wires.iter().filter(|wire| wire.span.meets(&here));
        let found = near.map(|wire| (wire.distance(point), wire.edge.key)).filter(|(far, _)| *far <= within);
        found.min_by(|(a, _), (b, _)| a.total_cmp(b)).map(|(_, key)| key)
    }

    /// Where a link is best spoken of: its label, or the middle of its last bend.
    pub fn wire_middle(&self, key: LinkKey) -> Option<Point> {
        self.wire(key).and_then(|wire| wire.curves.last()).map(|curve| curve.at(0.5))
    }
}

/// The links in a part of the drawing, with their labels and buffers, as the inside of an SVG: quiet ones first.
pub fn wires(view: &NetworkView, shown: &Rect, reach: Option<&[Reach]>, chosen: Option<LinkKey>) -> String {
    let mut seen: Vec<&Wire> = view.wires.iter().filter(|wire| wire.span.meets(shown)).collect();
    let light = |wire: &Wire| reach.map(|reach| super::reach::light(reach, &wire.edge));
    let rank = |wire: &Wire| (Some(wire.edge.key) == chosen, light(wire).unwrap_or_default(), wire.style);
    crate::board::sort_by(&mut seen, |a, b| rank(a).cmp(&rank(b)));
    let (mut svg, mut labels) = (String::new(), String::new());
    for wire in seen {
        let light = match light(wire) {
            _ if Some(wire.edge.key) == chosen => " wire-chosen",
            None | Some(1) => "",
            Some(0) => " wire-quiet",
            Some(_) => " wire-lit",
        };
        _ = write!(svg, "<path class=\"{}{light}\" d=\"{}\"/>", wire.style.class(), wire.path());
        if let Some(label) = &wire.label {
            pill(
                &mut labels,
                if light == " wire-quiet" { "wire-label wire-quiet" } else { "wire-label" },
                label,
            );
        }
    }
    // No link crosses out what is written on another.
    svg.push_str(&labels);
    for node in view.nodes.iter().filter(|node| node.area().grown(200.0).meets(shown)) {
        capsule(&mut svg, node);
    }
    svg
}

/// A text on a small ground of its own.
fn pill(svg: &mut String, class: &str, label: &Label) {
    let (Point { x, y }, width) = (label.at, text_width(&label.words) - 4.0);
    _ = write!(
        svg,
        "<g class=\"{class}\"><rect x=\"{:.1}\" y=\"{:.1}\" width=\"{width:.1}\" height=\"22\" rx=\"11\"/>\
         <text x=\"{x:.1}\" y=\"{:.1}\">{}</text></g>",
        x - width / 2.0,
        y - 11.0,
        y + 5.5,
        label.words,
    );
}

/// The buffer behind a card: hatched, and filled as far as it is used.
fn capsule(svg: &mut String, node: &Node) {
    let Some(buffer) = node.buffer else { return };
    let (x, y) = (node.at.x + CARD_WIDTH + BEFORE_BUFFER, node.at.y + CARD_HEIGHT / 2.0 - 13.0);
    let width = buffer.width();
    let share = real(buffer.used) / real(buffer.days).max(1.0);
    _ = write!(
        svg,
        "<g class=\"buffer\"><rect class=\"buffer-ground\" x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"26\" rx=\"13\"/>\
         <rect class=\"buffer-hatch\" x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"26\" rx=\"13\"/>\
         <rect class=\"buffer-used\" x=\"{x:.1}\" y=\"{y:.1}\" width=\"{:.1}\" height=\"26\" rx=\"{:.1}\"/>\
         <text x=\"{:.1}\" y=\"{:.1}\">{}</text></g>",
        width * share,
        (width * share / 2.0).min(13.0),
        x + width / 2.0,
        y + 18.5,
        buffer.words(),
    );
}

#[expect(clippy::cast_precision_loss, reason = "buffers are a few days")]
fn real(days: i64) -> f64 {
    days as f64
}
