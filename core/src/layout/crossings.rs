//! How many links cross between two columns, by an accumulator tree (Barth, Jünger and Mutzel 2002).

use super::waypoints::Layers;

/// All crossings.
pub(super) fn all(layers: &Layers, tree: &mut Vec<usize>) -> usize {
    (1..layers.columns.len()).map(|column| between(layers, column, tree)).sum()
}

/// The crossings of the links into a column. O(links × log vertices).
pub(super) fn between(layers: &Layers, column: usize, tree: &mut Vec<usize>) -> usize {
    let size = layers.columns[column - 1].len();
    tree.clear();
    tree.resize(size + 1, 0);
    let (mut crossings, mut seen) = (0, 0);
    for &vertex in &layers.columns[column] {
        for &from in layers.left.get(vertex) {
            let mut at = layers.at[from] + 1;
            let mut above = 0;
            while at > 0 {
                above += tree[at];
                at &= at - 1;
            }
            crossings += seen - above;
        }
        for &from in layers.left.get(vertex) {
            let mut at = layers.at[from] + 1;
            while at <= size {
                tree[at] += 1;
                at += at & at.wrapping_neg();
            }
            seen += 1;
        }
    }
    crossings
}
