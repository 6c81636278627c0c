//! Columns of nodes and waypoints: a link that spans more than one column gets a waypoint in each that it passes.

use super::lists::{Key, Lists, sort};
use super::parts::Part;

/// How many vertices there may be for each node, waypoints among them.
const MOST_PER_NODE: usize = 5;
/// And how many more, for small networks.
const SPARE: usize = 4000;

/// The vertices of a part in columns; links join neighbouring columns alone.
#[derive(Default)]
pub(super) struct Layers {
    /// The first vertices are the nodes of the part, the rest are waypoints.
    pub(super) nodes: usize,
    /// The column of each vertex.
    pub(super) column: Vec<usize>,
    /// The vertices of each column from top to bottom.
    pub(super) columns: Vec<Vec<usize>>,
    /// The place of each vertex in its column.
    pub(super) at: Vec<usize>,
    /// The vertices to the left that each is joined with.
    pub(super) left: Lists,
    /// And to the right.
    pub(super) right: Lists,
    /// The first waypoint of each link, those after it follow; `None` for a link without.
    pub(super) first: Vec<Option<usize>>,
    /// Whether a vertex is on the spine: one in each column from its first to its last.
    pub(super) spine: Vec<bool>,
}

impl Layers {
    /// With the vertices of each column in the order of the nodes.
    pub(super) fn new(part: &Part, column: Vec<usize>) -> Self {
        let nodes = part.nodes.len();
        let mut layers = Self { nodes, spine: vec![false; nodes], column, ..Self::default() };
        let pairs = layers.add_waypoints(part);
        let count = layers.column.len();
        layers.left = Lists::turned(count, &pairs);
        layers.right = Lists::of(count, &pairs);
        layers.columns.resize(layers.column.iter().max().map_or(0, |last| last + 1), Vec::new());
        for (vertex, &column) in layers.column.iter().enumerate() {
            layers.columns[column].push(vertex);
        }
        layers.at.resize(count, 0);
        layers.number();
        layers
    }

    /// Gives the spine its waypoints, then the shorter links before the longer, as long as there may be more. The
    /// links between neighbouring columns that come of it.
    fn add_waypoints(&mut self, part: &Part) -> Vec<(usize, usize)> {
        let mut after = on_spine(part, &self.column);
        for (node, next) in after.iter().enumerate().filter_map(|(node, next)| Some((node, (*next)?))) {
            self.spine[node] = true;
            self.spine[next] = true;
        }
        let mut keys: Vec<Key> = Vec::with_capacity(part.links.len());
        for (link, &(from, to)) in part.links.iter().enumerate() {
            // Of two links between the same nodes one is the spine.
            let is_spine = after[from].take_if(|next| *next == to).is_some();
            keys.push((if is_spine { 0 } else { self.column[to] - self.column[from] }, link, 0));
        }
        sort(&mut keys);
        self.first.resize(part.links.len(), None);
        let mut pairs = Vec::new();
        for (span, link, _) in keys {
            let (from, to) = part.links[link];
            if span > 0 && self.column.len() + span > MOST_PER_NODE * self.nodes + SPARE {
                continue;
            }
            let mut last = from;
            for column in self.column[from] + 1..self.column[to] {
                let waypoint = self.column.len();
                self.first[link].get_or_insert(waypoint);
                self.column.push(column);
                self.spine.push(span == 0);
                pairs.push((last, waypoint));
                last = waypoint;
            }
            pairs.push((last, to));
        }
        pairs
    }

    /// Brings `at` up to date with `columns`.
    pub(super) fn number(&mut self) {
        for column in 0..self.columns.len() {
            self.number_column(column);
        }
    }

    /// The same for one column.
    pub(super) fn number_column(&mut self, column: usize) {
        for (at, &vertex) in self.columns[column].iter().enumerate() {
            self.at[vertex] = at;
        }
    }
}

/// For each node the one that follows it on the spine, without those that do not go right.
fn on_spine(part: &Part, column: &[usize]) -> Vec<Option<usize>> {
    let mut after = vec![None; part.nodes.len()];
    let mut spine = part.spine.iter().copied();
    let Some(mut last) = spine.next() else { return after };
    for node in spine {
        if column[node] > column[last] {
            after[last] = Some(node);
            last = node;
        }
    }
    after
}
