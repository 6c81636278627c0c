//! A layout as the page draws it, and what crosses in it.

use super::{Layout, Place};

/// The first and the last point of a line, and the two nodes of its link.
type Line = ([f64; 2], [f64; 2], [usize; 2]);

const PITCH: [f64; 2] = [300.0, 88.0];
const CARD: [f64; 2] = [240.0, 64.0];

fn centre(place: Place) -> [f64; 2] {
    #[allow(clippy::cast_precision_loss, reason = "columns are few")]
    [place.column as f64 * PITCH[0], f64::from(place.row) * PITCH[1]]
}

/// Each link as one straight line between the middles of its cards: how layouts by other programs were counted.
pub(crate) fn straight(layout: &Layout, links: &[(usize, usize)]) -> Vec<Line> {
    let line =
        |&(from, to): &(usize, usize)| (centre(layout.places[from]), centre(layout.places[to]), [from, to]);
    links.iter().map(line).collect()
}

/// Each link from the edge of its card to the edge of the other, level in the columns that it passes.
pub(crate) fn drawn(layout: &Layout, links: &[(usize, usize)]) -> Vec<Line> {
    let mut pieces = Vec::new();
    let half = CARD[0] / 2.0;
    for (&(from, to), route) in links.iter().zip(&layout.routes) {
        let mut last = centre(layout.places[from]);
        last[0] += half;
        for bend in route {
            let [x, _] = centre(Place { column: bend.column, row: 0 });
            let y = f64::from(bend.row) * PITCH[1];
            pieces.push((last, [x - half, y], [from, to]));
            pieces.push(([x - half, y], [x + half, y], [from, to]));
            last = [x + half, y];
        }
        let [x, y] = centre(layout.places[to]);
        pieces.push((last, [x - half, y], [from, to]));
    }
    pieces
}

/// How many pairs of lines cross whose links have no node in common.
pub(crate) fn crossings(lines: &[Line]) -> usize {
    let crossed =
        |(at, first): (usize, &Line)| lines[at + 1..].iter().filter(|other| cross(first, other)).count();
    lines.iter().enumerate().map(crossed).sum()
}

fn cross((a, b, ends): &Line, (c, d, others): &Line) -> bool {
    let side = |p: &[f64; 2], q: &[f64; 2], r: &[f64; 2]| {
        (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])
    };
    !ends.iter().any(|end| others.contains(end))
        && side(a, b, c) * side(a, b, d) < 0.0
        && side(c, d, a) * side(c, d, b) < 0.0
}

/// How often a line goes through a card that is not at its end.
pub(crate) fn through_cards(lines: &[Line], places: &[Place]) -> usize {
    let cards: Vec<[f64; 2]> = places.iter().map(|place| centre(*place)).collect();
    let passed = |line: &Line| {
        let foreign = |(node, _): &(usize, &[f64; 2])| !line.2.contains(node);
        cards.iter().enumerate().filter(foreign).filter(|(_, card)| touches(line, card)).count()
    };
    lines.iter().map(passed).sum()
}

fn touches((from, to, _): &Line, card: &[f64; 2]) -> bool {
    let (left, right) = (from[0].max(card[0] - CARD[0] / 2.0), to[0].min(card[0] + CARD[0] / 2.0));
    let height = |x: f64| from[1] + (to[1] - from[1]) * (x - from[0]) / (to[0] - from[0]);
    let (first, last) = (height(left) - card[1], height(right) - card[1]);
    left < right && first.min(last) < CARD[1] / 2.0 && first.max(last) > -CARD[1] / 2.0
}
