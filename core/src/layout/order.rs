//! The order of the vertices in each column, so that few links cross.
//!
//! Sweeps to and fro that put each vertex at the mean of its neighbours' places (the barycentre of Sugiyama, Tagawa
//! and Toda 1981), then sifting; then both again from there, as more sweeps lead to other orders, and the best is
//! kept. To find the very best is NP-hard even for two columns.
//!
//! The spine keeps its place while others change theirs: an order that lets it wander crosses 2 % less and is a
//! quarter taller.

use super::crossings;
use super::lists::{Key, sort};
use super::parts::Part;
use super::sift::Sifter;
use super::waypoints::Layers;
use super::{Place, Steps};

/// How many sweeps without a better order are the end of sweeping.
const PATIENCE: usize = 4;
/// How often an order that cannot be mended any more is shaken by a sweep and mended anew.
const TRIES: usize = 10;
/// Parts of a place, to tell means apart.
const FINE: usize = 1024;
/// Parts of a row, likewise.
const FINE_ROWS: i64 = 1024;
/// Where the spine stands among means, which lie on both sides of it.
const MIDDLE: usize = 1 << 30;

/// The best order so far.
struct Best {
    columns: Vec<Vec<usize>>,
    crossings: usize,
    tree: Vec<usize>,
}

impl Best {
    fn of(layers: &Layers) -> Self {
        let mut best = Self { columns: Vec::new(), crossings: usize::MAX, tree: Vec::new() };
        best.beaten_by(layers);
        best
    }

    /// Whether an order has fewer crossings; then it is the best.
    fn beaten_by(&mut self, layers: &Layers) -> bool {
        let crossings = crossings::all(layers, &mut self.tree);
        let better = crossings < self.crossings;
        if better {
            self.crossings = crossings;
            self.columns.clone_from(&layers.columns);
        }
        better
    }

    fn restore(self, layers: &mut Layers) {
        layers.columns = self.columns;
        layers.number();
    }
}

/// Orders the columns. From earlier places it only mends what crosses.
pub(super) fn order(layers: &mut Layers, part: &Part, steps: &mut Steps) {
    if part.before.iter().any(Option::is_some) {
        as_before(layers, part);
        return sift(layers, part, steps);
    }
    centre_spine(layers);
    sweep(layers, steps);
    sift(layers, part, steps);
    let mut best = Best::of(layers);
    for turn in 0..TRIES {
        // The other half of the steps is for mending what the last shake has done.
        if best.crossings == 0 || !steps.take(8 * layers.column.len()) || steps.taken > steps.limit / 2 {
            break;
        }
        sweep_once(layers, turn % 2 == 0);
        sift(layers, part, steps);
        best.beaten_by(layers);
    }
    best.restore(layers);
    spine_above_middle(layers);
}

/// Puts the spine into the middle of its columns, or just above.
fn centre_spine(layers: &mut Layers) {
    for column in &mut layers.columns {
        if let Some(at) = column.iter().position(|vertex| layers.spine[*vertex]) {
            let middle = (column.len() - 1) / 2;
            if at < middle {
                column[at..=middle].rotate_left(1);
            } else {
                column[middle..=at].rotate_right(1);
            }
        }
    }
    layers.number();
}

/// Turns all upside down where more stands above the spine than below: reading begins at the top.
fn spine_above_middle(layers: &mut Layers) {
    let (mut above, mut below) = (0, 0);
    for column in &layers.columns {
        if let Some(spine) = column.iter().position(|vertex| layers.spine[*vertex]) {
            above += spine;
            below += column.len() - 1 - spine;
        }
    }
    if above > below {
        layers.columns.iter_mut().for_each(|column| column.reverse());
        layers.number();
    }
}

fn sift(layers: &mut Layers, part: &Part, steps: &mut Steps) {
    let mut sifter = Sifter::new(layers, part);
    while sifter.round(layers, steps) {}
}

/// Sweeps as long as that makes the crossings fewer.
fn sweep(layers: &mut Layers, steps: &mut Steps) {
    let mut best = Best::of(layers);
    let (mut tired, mut to_right) = (0, true);
    while tired < PATIENCE && best.crossings > 0 && steps.take(8 * layers.column.len()) {
        sweep_once(layers, to_right);
        tired = if best.beaten_by(layers) { 0 } else { tired + 1 };
        to_right = !to_right;
    }
    best.restore(layers);
}

fn sweep_once(layers: &mut Layers, to_right: bool) {
    let mut keys = Vec::new();
    let last = layers.columns.len();
    for step in 1..last {
        let (column, other) = if to_right { (step, step - 1) } else { (last - 1 - step, last - step) };
        by_barycentre(layers, column, other, &mut keys);
    }
}

/// Sorts a column by the mean places of the neighbours in another, counted from the spine, so that it keeps its
/// place. A vertex without neighbours stays below the one above it.
fn by_barycentre(layers: &mut Layers, column: usize, other: usize, keys: &mut Vec<Key>) {
    let spine = layers.columns[other].iter().position(|vertex| layers.spine[*vertex]);
    let zero = MIDDLE - spine.unwrap_or(layers.columns[other].len() / 2) * FINE;
    let lists = if other < column { &layers.left } else { &layers.right };
    let mut key = 0;
    keys.clear();
    for (at, &vertex) in layers.columns[column].iter().enumerate() {
        let neighbours = lists.get(vertex);
        if layers.spine[vertex] {
            key = MIDDLE;
        } else if !neighbours.is_empty() {
            let sum: usize = neighbours.iter().map(|other| layers.at[*other]).sum();
            key = zero + sum / neighbours.len() * FINE + sum % neighbours.len() * FINE / neighbours.len();
        }
        keys.push((key, at, vertex));
    }
    sort_column(layers, column, keys);
}

/// Sorts the columns by the earlier rows; what was not there before goes to the mean of its neighbours.
fn as_before(layers: &mut Layers, part: &Part) {
    let earlier = |place: &Option<Place>| place.map(|place| i64::from(place.row) * FINE_ROWS);
    let mut height: Vec<Option<i64>> = part.before.iter().map(earlier).collect();
    height.resize(layers.column.len(), None);
    // A new spine goes where the old one was, and the others stay.
    for vertex in (0..height.len()).filter(|vertex| layers.spine[*vertex]) {
        height[vertex] = Some(0);
    }
    for from_left in [true, false] {
        for step in 0..layers.columns.len() {
            let column = if from_left { step } else { layers.columns.len() - 1 - step };
            for &vertex in &layers.columns[column] {
                let (mut sum, mut count) = (0, 0);
                for &other in layers.left.get(vertex).iter().chain(layers.right.get(vertex)) {
                    if let Some(height) = height[other] {
                        sum += height;
                        count += 1;
                    }
                }
                if height[vertex].is_none() && count > 0 {
                    height[vertex] = Some(sum / count);
                }
            }
        }
    }
    let lowest = height.iter().flatten().min().copied().unwrap_or(0);
    let mut keys = Vec::new();
    for column in 0..layers.columns.len() {
        keys.clear();
        for (at, &vertex) in layers.columns[column].iter().enumerate() {
            let key = height[vertex].map_or(0, |height| height.abs_diff(lowest));
            keys.push((usize::try_from(key).unwrap_or(0), at, vertex));
        }
        sort_column(layers, column, &mut keys);
    }
}

/// Brings a column into the order of its keys; the second of each is its place so far, for ties.
fn sort_column(layers: &mut Layers, column: usize, keys: &mut [Key]) {
    sort(keys);
    for (at, (_, _, vertex)) in keys.iter().enumerate() {
        layers.columns[column][at] = *vertex;
        layers.at[*vertex] = at;
    }
}
