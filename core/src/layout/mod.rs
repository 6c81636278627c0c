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
    /// Where nodes stood in an earlier layout, one for each node, or empty: their order in a column is then kept
    /// where it does no harm.
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
    /// For each link the columns it passes, from left to right: none for a link to the next column.
    pub routes: Vec<Vec<Bend>>,
}

/// How many steps a layout may take in what is not linear: some 30 ms.
const STEPS: usize = 12_000_000;

/// Counts steps, so that the work ends.
struct Steps {
    taken: usize,
    limit: usize,
}

impl Steps {
    /// Counts steps that are to be taken. Where they are too many they must not be.
    fn take(&mut self, steps: usize) -> bool {
        self.taken = self.taken.saturating_add(steps);
        self.taken <= self.limit
    }
}

/// Lays out a network. Every link goes to a column further right, the spine is straight, and the same network gives
/// the same layout. O((nodes + links) × log), and up to a fixed number of steps more for a better order.
pub fn layered(network: &Network) -> Layout {
    let parts = parts::of(network);
    let mut shelves = Shelves::new(network);
    for part in &parts {
        shelves
            .put(part, &one(part, &mut Steps { taken: 0, limit: STEPS / network.nodes * part.nodes.len() }));
    }
    shelves.layout
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
