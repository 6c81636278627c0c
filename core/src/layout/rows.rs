//! The row of each vertex, in the order of its column, so that links run level.
//!
//! Least squares by turns: each column is moved as near to the mean of its neighbours as its order and its room
//! allow (isotonic regression by pooling adjacent violators, Ayer et al. 1955), again and again. Links between
//! waypoints pull hardest, as in Gansner, Koutsofios, North and Vo (1993), so that long links are straight.

use super::parts::Part;
use super::waypoints::Layers;
use super::{Bend, Layout, Place};

/// How often all columns are moved.
const ROUNDS: usize = 12;
/// How hard a node pulls towards its earlier row; a link to a node pulls by 1.
const STEADY: f32 = 4.0;
/// How far apart links pass between two nodes, in rows.
const TRACK: f32 = 1.0 / 12.0;
/// How many pass between two nodes that stand one below the other.
const TRACKS: usize = 3;

/// The places of a part's nodes and the routes of its links.
pub(super) fn layout(layers: &Layers, part: &Part) -> Layout {
    let mut rows = Rows::new(layers, part);
    for round in 0..ROUNDS {
        for step in 0..layers.columns.len() {
            let column = if round % 2 == 0 { step } else { layers.columns.len() - 1 - step };
            rows.settle(layers, column, round + 2 >= ROUNDS);
        }
    }
    let place = |vertex: usize| Place { column: layers.column[vertex], row: whole(rows.row[vertex]) };
    let bend = |vertex: usize| Bend { column: layers.column[vertex], row: rows.row[vertex] };
    let route = |(&(from, to), first): (&(usize, usize), &Option<usize>)| match first {
        Some(first) => {
            (0..layers.column[to] - layers.column[from] - 1).map(|next| bend(first + next)).collect()
        }
        None => Vec::new(),
    };
    Layout {
        places: (0..layers.nodes).map(place).collect(),
        routes: part.links.iter().zip(&layers.first).map(route).collect(),
    }
}

#[expect(clippy::cast_possible_truncation, reason = "rows are few")]
pub(super) fn whole(row: f32) -> i32 {
    row.round() as i32
}

#[expect(clippy::cast_precision_loss, reason = "rows are few")]
pub(super) fn height(row: i32) -> f32 {
    row as f32
}

#[expect(clippy::cast_precision_loss, reason = "rows and vertices are few")]
fn real(count: usize) -> f32 {
    count as f32
}

/// Neighbours in order that have the same row less their room.
struct Pool {
    end: usize,
    weight: f32,
    pull: f32,
}

struct Rows {
    row: Vec<f32>,
    /// Where each vertex stood before.
    before: Vec<Option<f32>>,
    /// The row of each vertex where its column is packed, the spine or the first vertex at 0.
    packed: Vec<f32>,
    pools: Vec<Pool>,
}

impl Rows {
    fn new(layers: &Layers, part: &Part) -> Self {
        let mut packed = vec![0.0; layers.column.len()];
        for column in &layers.columns {
            pack(layers, column, &mut packed);
        }
        let earlier = |place: &Option<Place>| place.map(|place| height(place.row));
        let mut before: Vec<_> = part.before.iter().map(earlier).collect();
        before.resize(packed.len(), None);
        let row = packed.iter().zip(&before).map(|(packed, before)| before.unwrap_or(*packed)).collect();
        Self { row, before, packed, pools: Vec::new() }
    }

    /// Moves the vertices of a column towards their neighbours; at last onto rows.
    fn settle(&mut self, layers: &Layers, column: usize, on_rows: bool) {
        let vertices = &layers.columns[column];
        self.pools.clear();
        for (at, &vertex) in vertices.iter().enumerate() {
            let (weight, row) = self.wish(layers, vertex);
            let mut pool = Pool { end: at + 1, weight, pull: weight * (row - self.packed[vertex]) };
            while let Some(last) = self.pools.pop_if(|last| last.pull * pool.weight > pool.pull * last.weight)
            {
                pool.weight += last.weight;
                pool.pull += last.pull;
            }
            self.pools.push(pool);
        }
        let spine = vertices.iter().position(|vertex| layers.spine[*vertex]);
        let mut start = 0;
        for pool in &self.pools {
            let shift = pool.pull / pool.weight;
            for (at, &vertex) in vertices.iter().enumerate().take(pool.end).skip(start) {
                let mut shift = match spine {
                    Some(spine) if at < spine => shift.min(0.0),
                    Some(spine) if at > spine => shift.max(0.0),
                    Some(_) => 0.0,
                    None => shift,
                };
                if on_rows {
                    shift = shift.round();
                }
                self.row[vertex] = self.packed[vertex] + shift;
            }
            start = pool.end;
        }
    }

    /// Where a vertex would stand by itself, and how much that counts.
    fn wish(&self, layers: &Layers, vertex: usize) -> (f32, f32) {
        let (mut weight, mut sum) = (0.0, 0.0);
        for &other in layers.left.get(vertex).iter().chain(layers.right.get(vertex)) {
            let strength = match (vertex < layers.nodes, other < layers.nodes) {
                (true, true) => 1.0,
                (false, false) => 8.0,
                _ => 2.0,
            };
            weight += strength;
            sum += strength * self.row[other];
        }
        if let Some(row) = self.before[vertex] {
            weight += STEADY;
            sum += STEADY * row;
        }
        if weight == 0.0 { (0.01, self.row[vertex]) } else { (weight, sum / weight) }
    }
}

/// Puts a column's vertices as near to each other as they may be: nodes on whole rows, waypoints between them.
fn pack(layers: &Layers, vertices: &[usize], packed: &mut [f32]) {
    let solid = |vertex: usize| vertex < layers.nodes || layers.spine[vertex];
    let mut row = 0.0;
    let mut at = 0;
    while at < vertices.len() {
        let links = vertices[at..].iter().take_while(|vertex| !solid(**vertex)).count();
        let room = 1.0 + real(links.saturating_sub(TRACKS)) * TRACK;
        let room = if at == 0 { 0.0 } else { room.ceil() };
        let (open, half) = (at == 0 || at + links == vertices.len(), real(links.saturating_sub(1)) / 2.0);
        for link in 0..links {
            let middle = if open { half * TRACK } else { (room - 1.0) / 2.0 };
            packed[vertices[at + link]] = row
                + if at == 0 {
                    -0.5 - 2.0 * half * TRACK + real(link) * TRACK
                } else {
                    0.5 + middle + (real(link) - half) * TRACK
                };
        }
        at += links;
        if at < vertices.len() {
            row += room;
            packed[vertices[at]] = row;
            at += 1;
        }
    }
    let spine = vertices.iter().find(|vertex| layers.spine[**vertex]);
    let zero = spine.map_or(0.0, |spine| packed[*spine]);
    for vertex in vertices {
        packed[*vertex] -= zero;
    }
}
