//! What the selected item waits for and what waits for it: which rows, and thin lines to them.

use std::fmt::Write as _;

use super::super::scene::Scene;
use super::lines::{Lines, ROW, top};
use super::row::Look;
use super::scale::Span;
use crate::board::{ItemId, LinkKey, LinkKind};

/// How far a line goes out of a bar before it turns.
const OUT: f64 = 8.0;

/// The links of one item, both ends in the plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Neighbours {
    /// What it waits for.
    pub before: Vec<LinkKey>,
    /// What waits for it.
    pub after: Vec<LinkKey>,
}

impl Neighbours {
    /// How another item stands to the selected one, in a word.
    pub fn relation(&self, other: ItemId) -> Option<&'static str> {
        if self.before.iter().any(|key| key.predecessor == other) {
            Some("before")
        } else {
            self.after.iter().any(|key| key.successor == other).then_some("after")
        }
    }
}

/// The links of an item. O(links).
pub fn neighbours(scene: &Scene, id: ItemId) -> Neighbours {
    let planned = |id: ItemId| scene.schedule.contains(id);
    let mut found = Neighbours::default();
    for key in scene.board.links.keys() {
        if key.successor == id && planned(key.predecessor) {
            found.before.push(*key);
        } else if key.predecessor == id && planned(key.successor) {
            found.after.push(*key);
        }
    }
    found
}

/// The lines of the links between rows that are shown, as the path of an SVG whose origin is the first row's corner.
pub fn threads(look: Look<'_>, lines: &Lines, neighbours: &Neighbours) -> String {
    let mut path = String::new();
    for key in neighbours.before.iter().chain(&neighbours.after) {
        let ends = (end(look, lines, key.predecessor), end(look, lines, key.successor));
        if let (Some(from), Some(to)) = ends {
            draw(&mut path, key.kind, from, to);
        }
    }
    path
}

/// A bar and the middle of its row.
fn end(look: Look<'_>, lines: &Lines, id: ItemId) -> Option<(Span, f64)> {
    let bar = look.bar(&look.scene.row(id)?);
    Some((bar, top(lines.find(id)?) + ROW / 2.0))
}

/// Out of one end, down or up between the rows, into the other, with a small arrow head.
fn draw(path: &mut String, kind: LinkKind, (from, y0): (Span, f64), (to, y1): (Span, f64)) {
    use LinkKind::{FinishToFinish, FinishToStart, StartToFinish, StartToStart};
    let (x0, out) = match kind {
        FinishToStart | FinishToFinish => (from.end(), OUT),
        StartToStart | StartToFinish => (from.x, -OUT),
    };
    let (x1, into) = match kind {
        FinishToStart | StartToStart => (to.x, -OUT),
        FinishToFinish | StartToFinish => (to.end(), OUT),
    };
    let between = if y1 > y0 { y0 + ROW / 2.0 } else { y0 - ROW / 2.0 };
    // Writing to a String cannot fail.
    _ = write!(path, "M{x0:.1} {y0:.1}h{out}");
    _ = write!(path, "V{between:.1}H{:.1}V{y1:.1}H{x1:.1}", x1 + into);
    let back = into / 2.0;
    _ = write!(path, "m{back} -4l{:.1} 4l{back} 4", -back);
}
