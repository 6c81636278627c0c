//! Parts side by side on shelves, as books of one height or less: nothing of one part is in the way of another.

use super::parts::Part;
use super::rows::{height, whole};
use super::{Bend, Layout, Network, Place};

/// The shelves so far.
pub(super) struct Shelves {
    /// What stands on them.
    pub(super) layout: Layout,
    /// How many columns a shelf has, unless one part needs more.
    width: usize,
    /// The first free column of the last shelf.
    free: usize,
    /// The first row of the last shelf and the first below it; none before the first part.
    rows: Option<(i32, i32)>,
}

impl Shelves {
    pub(super) fn new(network: &Network) -> Self {
        let layout = Layout {
            places: vec![Place::default(); network.nodes],
            routes: vec![Vec::new(); network.links.len()],
        };
        // Columns are about three times as wide as rows are high, screens twice.
        Self { layout, width: (network.nodes / 2).isqrt(), free: 0, rows: None }
    }

    /// Adds a part: the first where its rows are, so that its spine is row 0, the next beside or below.
    pub(super) fn put(&mut self, part: &Part, made: &Layout) {
        let columns = made.places.iter().map(|place| place.column + 1).max().unwrap_or(0);
        let (above, below) = extent(made);
        let (mut top, mut bottom) = self.rows.unwrap_or((above, above));
        if self.free > 0 && self.free + columns > self.width {
            (top, self.free) = (bottom, 0);
        }
        let (right, down) = (self.free, top - above);
        bottom = bottom.max(below + down);
        for (node, place) in part.nodes.iter().zip(&made.places) {
            self.layout.places[*node] = Place { column: place.column + right, row: place.row + down };
        }
        for (name, route) in part.names.iter().zip(&made.routes) {
            if let Some(name) = *name {
                let moved = |bend: &Bend| Bend { column: bend.column + right, row: bend.row + height(down) };
                self.layout.routes[name] = route.iter().map(moved).collect();
            }
        }
        self.width = self.width.max(columns);
        self.free += columns;
        self.rows = Some((top, bottom));
    }
}

/// The first row that a layout needs, and the first below it.
fn extent(made: &Layout) -> (i32, i32) {
    let (mut above, mut below) = (i32::MAX, i32::MIN);
    for place in &made.places {
        (above, below) = (above.min(place.row), below.max(place.row));
    }
    for bend in made.routes.iter().flatten() {
        // A link in the gap between two rows needs neither.
        (above, below) =
            (above.min(whole((bend.row + 0.6).floor())), below.max(whole((bend.row - 0.6).ceil())));
    }
    (above, below + 1)
}
