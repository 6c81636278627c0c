//! A place for every node of a network, in columns from left to right, with few crossings.
//!
//! The layered method of Sugiyama, Tagawa and Toda (1981): columns (`columns`), a waypoint wherever a link passes a
//! column (`waypoints`), the order in each column (`order`), rows (`rows`). Parts that no link joins are laid
//! out one by one and set side by side (`shelves`). The work is bounded for any network: what would go beyond it is
//! left less tidy, never out.
//!
//! It knows no board and no pixels: nodes are indices, places are columns and rows.

mod columns;
mod crossings;
mod lists;
mod order;
mod parts;
mod rows;
mod shelves;
mod sift;
#[cfg(test)]
mod tests;
mod waypoints;

use parts::Part;
use shelves::Shelves;
use waypoints::Layers;

/// What is to be laid out.
#[derive(Clone, Copy, Debug)]
pub struct Network<'a> {
    /// How many nodes; they are numbered from 0.
    pub nodes: usize,
    /// Links as from and to. One that names no node or closes a cycle has no say and gets no route.
    pub links: &'a [(usize, usize)],
    /// The chain to be drawn as a straight line, in its order; may be empty.
    pub spine: &'a [usize],
    /// Where nodes stood in an earlier layout, one for each node, or empty. A node then leaves its place in its
    /// column only where that saves more than two crossings or the spine has changed; columns follow from the
    /// links alone.
    pub before: &'a [Option<Place>],
}

/// Where a node stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// From the left, from 0.
    pub column: usize,
    /// From the top; the spine is row 0, above it rows are negative.
    pub row: i32,
}

/// Where a link passes a column between two nodes.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Bend {
    /// The column it passes.
    pub column: usize,
    /// How high it passes it, in rows.
    pub row: f32,
}

/// A layout.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layout {
    /// The place of each node; no two are the same.
    pub places: Vec<Place>,
    /// For each link the columns it passes, from left to right. None for a link to the next column; nor for the
    /// longest where links pass more columns than can be seen to, some four for each node.
    pub routes: Vec<Vec<Bend>>,
}

/// How many steps a layout may take in what is not linear: some 30 ms of a laptop's.
const STEPS: usize = 10_000_000;

/// Counts steps, so that the work ends.
struct Steps {
    taken: usize,
    limit: usize,
}

impl Steps {
    /// Counts steps, if there are that many left. Else they must not be taken, and there are none left.
    fn take(&mut self, steps: usize) -> bool {
        let left = self.limit - self.taken;
        self.taken += steps.min(left);
        steps <= left
    }
}

/// Lays out a network. Every link goes to a column further right, the spine is straight, and the same network gives
/// the same layout. O((nodes + links) × log), and up to a fixed number of steps more for a better order.
pub fn layered(network: &Network) -> Layout {
    counted(network).0
}

/// The layout, and the steps it took. Each part may take as many as its nodes are of all.
fn counted(network: &Network) -> (Layout, usize) {
    let mut shelves = Shelves::new(network);
    let mut taken = 0;
    for part in &parts::of(network) {
        let mut steps = Steps { taken: 0, limit: STEPS / network.nodes * part.nodes.len() };
        shelves.put(part, &one(part, &mut steps));
        taken += steps.taken;
    }
    (shelves.layout, taken)
}

/// The layout of one part by itself; its links are those of the part.
fn one(part: &Part, steps: &mut Steps) -> Layout {
    if part.nodes.len() == 1 {
        return Layout { places: vec![Place::default()], routes: Vec::new() };
    }
    let columns = columns::of(part, steps);
    let mut layers = Layers::new(part, columns);
    order::order(&mut layers, part, steps);
    rows::layout(&layers, part)
}
