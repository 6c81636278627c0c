//! The order of the vertices in each column, so that few links cross.
//!
//! Sweeps to and fro that put each vertex at the mean of its neighbours' places (the barycentre of Sugiyama, Tagawa
//! and Toda 1981), keeping the best order; then sifting. To find the very best is NP-hard even for two columns.

use super::crossings;
use super::parts::Part;
use super::sift::Sifter;
use super::waypoints::Layers;
use super::{Place, Steps};

/// How many sweeps without a better order are the end of it.
const PATIENCE: usize = 4;
/// Parts of a place, to tell means apart.
const FINE: usize = 4096;

/// Orders the columns. From earlier places it only mends what crosses.
pub(super) fn order(layers: &mut Layers, part: &Part, steps: &mut Steps) {
    if part.before.iter().all(Option::is_none) {
        sweep(layers, steps);
    } else {
        as_before(layers, part);
    }
    let mut sifter = Sifter::new(layers);
    while sifter.round(layers, steps) {}
}

/// Sweeps as long as that makes the crossings fewer.
fn sweep(layers: &mut Layers, steps: &mut Steps) {
    let mut kept = layers.columns.clone();
    let (mut fewest, mut tired, mut to_right) = (usize::MAX, 0, true);
    let mut keys = Vec::new();
    let mut tree = Vec::new();
    let last = layers.columns.len();
    while tired < PATIENCE && fewest > 0 && steps.take(8 * layers.column.len()) {
        for step in 1..last {
            let column = if to_right { step } else { last - 1 - step };
            by_barycentre(layers, column, to_right, &mut keys);
        }
        let found = crossings::all(layers, &mut tree);
        tired += 1;
        if found < fewest {
            fewest = found;
            kept.clone_from(&layers.columns);
            tired = 0;
        }
        to_right = !to_right;
    }
    layers.columns = kept;
    layers.number();
}

/// Sorts a column by the mean places of the neighbours on one side. A vertex without any stays below the one above.
fn by_barycentre(layers: &mut Layers, column: usize, from_left: bool, keys: &mut Vec<(usize, usize, usize)>) {
    let mut key = 0;
    keys.clear();
    for (at, &vertex) in layers.columns[column].iter().enumerate() {
        let neighbours = if from_left { layers.left.get(vertex) } else { layers.right.get(vertex) };
        if !neighbours.is_empty() {
            key = neighbours.iter().map(|other| layers.at[*other]).sum::<usize>() * FINE / neighbours.len();
        }
        keys.push((key, at, vertex));
    }
    sort_column(layers, column, keys);
}

/// Sorts the columns by the earlier rows; what was not there before goes to the mean of its neighbours.
fn as_before(layers: &mut Layers, part: &Part) {
    let earlier = |place: &Option<Place>| place.map(|place| i64::from(place.row) * 4096);
    let mut height: Vec<Option<i64>> = part.before.iter().map(earlier).collect();
    height.resize(layers.column.len(), None);
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
fn sort_column(layers: &mut Layers, column: usize, keys: &mut [(usize, usize, usize)]) {
    keys.sort_unstable();
    for (at, (_, _, vertex)) in keys.iter().enumerate() {
        layers.columns[column][at] = *vertex;
        layers.at[*vertex] = at;
    }
}
