//! Sifting (Matuszewski, Schönfeld and Molitor 1999): each vertex goes where it crosses least in its column while
//! all others stay.
//!
//! A matrix says for each two vertices of a column what their order costs; it is filled once a column and round.

use super::Steps;
use super::crossings;
use super::parts::Part;
use super::waypoints::Layers;

/// How often a matrix is gone through at most.
const PASSES: usize = 8;

/// How many crossings it must save to move a node from where it stood before, or they are not worth it.
const STEADY: i32 = 2;

/// Room to work in, kept from column to column.
pub(super) struct Sifter {
    /// For each two vertices of the column, how many more crossings the first makes above the second than below.
    matrix: Vec<i32>,
    /// The neighbours' places of each vertex, sorted, one after the other, and where each starts.
    places: Vec<usize>,
    starts: Vec<usize>,
    free: Vec<usize>,
    order: Vec<usize>,
    tree: Vec<usize>,
    /// The columns whose neighbours have changed since they were sifted.
    stale: Vec<bool>,
    /// How many crossings each vertex of the part puts up with.
    steady: Vec<i32>,
}

impl Sifter {
    pub(super) fn new(layers: &Layers, part: &Part) -> Self {
        let was_off = |node: &usize| part.before[*node].is_some_and(|place| place.row != 0);
        // With a new spine the picture changes anyway.
        let worth = if part.spine.iter().any(was_off) { 0 } else { STEADY };
        let mut steady: Vec<i32> =
            part.before.iter().map(|place| if place.is_some() { worth } else { 0 }).collect();
        steady.resize(layers.column.len(), 0);
        Self {
            matrix: Vec::new(),
            places: Vec::new(),
            starts: Vec::new(),
            free: Vec::new(),
            order: Vec::new(),
            tree: Vec::new(),
            stale: vec![true; layers.columns.len()],
            steady,
        }
    }

    /// Sifts each column that may have become worse. Whether anything moved, and there are steps for more.
    pub(super) fn round(&mut self, layers: &mut Layers, steps: &mut Steps) -> bool {
        let mut moved = false;
        for column in 0..layers.columns.len() {
            if !std::mem::take(&mut self.stale[column]) || !self.crosses(layers, column, steps) {
                continue;
            }
            if !steps.take(cost(layers, column)) {
                return false;
            }
            if self.sift(layers, column) {
                moved = true;
                for near in [column.wrapping_sub(1), column + 1] {
                    if let Some(stale) = self.stale.get_mut(near) {
                        *stale = true;
                    }
                }
            }
        }
        moved
    }

    /// Whether a column has crossings on either side.
    fn crosses(&mut self, layers: &Layers, column: usize, steps: &mut Steps) -> bool {
        let near = [column, column + 1].into_iter().filter(|right| (1..layers.columns.len()).contains(right));
        near.into_iter().any(|right| {
            steps.take(8 * layers.columns[right].len());
            crossings::between(layers, right, &mut self.tree) > 0
        })
    }

    fn sift(&mut self, layers: &mut Layers, column: usize) -> bool {
        let count = layers.columns[column].len();
        self.matrix.clear();
        self.matrix.resize(count * count, 0);
        self.fill(layers, column, true);
        self.fill(layers, column, false);
        self.order.clear();
        self.order.extend(0..count);
        let passes = (0..PASSES).take_while(|_| self.pass(layers, column)).count();
        let moved = passes > 0;
        if moved {
            let vertices = self.order.iter().map(|at| layers.columns[column][*at]).collect();
            layers.columns[column] = vertices;
            layers.number_column(column);
        }
        moved
    }

    /// Adds what the links to one side cost.
    fn fill(&mut self, layers: &Layers, column: usize, to_left: bool) {
        let count = layers.columns[column].len();
        self.gather_places(layers, column, to_left);
        let list = |at: usize| &self.places[self.starts[at]..self.starts[at + 1]];
        for first in 0..count {
            for second in first + 1..count {
                let excess = excess(list(first), list(second));
                self.matrix[first * count + second] += excess;
                self.matrix[second * count + first] -= excess;
            }
        }
    }

    /// Gathers the neighbours' places; going down the neighbouring column sorts them.
    fn gather_places(&mut self, layers: &Layers, column: usize, to_left: bool) {
        let (near, there, back) = if to_left {
            (column.checked_sub(1), &layers.left, &layers.right)
        } else {
            (Some(column + 1), &layers.right, &layers.left)
        };
        self.starts.clear();
        self.starts.push(0);
        let mut end = 0;
        for &vertex in &layers.columns[column] {
            end += there.get(vertex).len();
            self.starts.push(end);
        }
        self.places.clear();
        self.places.resize(end, 0);
        self.free.clone_from(&self.starts);
        let others = near.and_then(|near| layers.columns.get(near));
        for &other in others.into_iter().flatten() {
            for &vertex in back.get(other) {
                let free = &mut self.free[layers.at[vertex]];
                self.places[*free] = layers.at[other];
                *free += 1;
            }
        }
    }

    /// Puts each vertex but the spine once where it is best. Whether anything moved: then fewer links cross.
    fn pass(&mut self, layers: &Layers, column: usize) -> bool {
        let vertices = &layers.columns[column];
        let count = vertices.len();
        let mut moved = false;
        for vertex in (0..count).filter(|vertex| !layers.spine[vertices[*vertex]]) {
            let costs = &self.matrix[vertex * count..(vertex + 1) * count];
            let at = self.order.iter().position(|other| *other == vertex).unwrap_or(0);
            let (mut least, mut best, mut cost) = (-self.steady[vertices[vertex]], at, 0);
            for place in (0..at).rev() {
                cost += costs[self.order[place]];
                if cost < least {
                    (least, best) = (cost, place);
                }
            }
            cost = 0;
            for place in at + 1..count {
                cost -= costs[self.order[place]];
                if cost < least {
                    (least, best) = (cost, place);
                }
            }
            if best < at {
                self.order[best..=at].rotate_right(1);
            } else {
                self.order[at..=best].rotate_left(1);
            }
            moved |= best != at;
        }
        moved
    }
}

/// The steps that it takes to sift a column: filling the matrix goes through the links of each two vertices.
fn cost(layers: &Layers, column: usize) -> usize {
    let vertices = &layers.columns[column];
    let links = |vertex: &usize| layers.left.get(*vertex).len() + layers.right.get(*vertex).len();
    vertices.len().saturating_mul(vertices.len() + vertices.iter().map(links).sum::<usize>())
}

/// Of all pairs of one from each sorted list, how many more have the first greater than the second greater.
/// O(length of both).
fn excess(first: &[usize], second: &[usize]) -> i32 {
    let (mut excess, mut below, mut upto) = (0, 0, 0);
    for place in first {
        while second.get(below).is_some_and(|other| other < place) {
            below += 1;
        }
        upto = upto.max(below);
        while second.get(upto).is_some_and(|other| other <= place) {
            upto += 1;
        }
        excess += signed(below) - signed(second.len() - upto);
    }
    excess
}

fn signed(count: usize) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX / 2)
}
