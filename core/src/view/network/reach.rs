//! What an item reaches: all that it waits for and all that waits for it; and the next card by an arrow key.

use super::{Edge, NetworkView, Node, find, index};
use crate::board::ItemId;
use crate::gesture::Step;
use crate::view::scene::Scene;

/// How a card stands to the selected item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Not at all.
    Outside,
    /// The item waits for it; directly or not.
    Before(bool),
    /// It is the item.
    Item,
    /// It waits for the item; directly or not.
    After(bool),
}

/// How each card of a network stands to an item. O(items + links).
pub fn reach(scene: &Scene, view: &NetworkView, id: ItemId) -> Vec<Reach> {
    let places = index(scene.schedule.items());
    let mut forward = vec![Vec::new(); places.len()];
    let mut backward = vec![Vec::new(); places.len()];
    for key in scene.board.links.keys() {
        if let (Some(from), Some(to)) = (find(&places, key.predecessor), find(&places, key.successor)) {
            forward[from].push(to);
            backward[to].push(from);
        }
    }
    let Some(start) = find(&places, id) else { return vec![Reach::Outside; view.nodes.len()] };
    let (before, after) = (walked(&backward, start), walked(&forward, start));
    let one = |node: &Node| {
        let at = find(&places, node.id).unwrap_or(start);
        match (before[at], after[at]) {
            _ if node.id == id => Reach::Item,
            (Some(steps), _) => Reach::Before(steps == 1),
            (_, Some(steps)) => Reach::After(steps == 1),
            (None, None) => Reach::Outside,
        }
    };
    view.nodes.iter().map(one).collect()
}

/// How many steps away each is; `None` for what is not reached.
fn walked(next: &[Vec<usize>], start: usize) -> Vec<Option<u32>> {
    let mut steps = vec![None; next.len()];
    steps[start] = Some(0);
    let mut open = vec![start];
    let mut at = 0;
    while let Some(&from) = open.get(at) {
        at += 1;
        let further = steps[from].map(|steps| steps + 1);
        for &to in &next[from] {
            if steps[to].is_none() {
                steps[to] = further;
                open.push(to);
            }
        }
    }
    steps
}

/// How brightly a link is lit: 0 not at all, 1 on the way, 2 at the item itself.
pub(super) fn light(reach: &[Reach], edge: &Edge) -> u8 {
    match (reach[edge.from], reach[edge.to]) {
        (Reach::Item, _) | (_, Reach::Item) => 2,
        (Reach::Before(_), Reach::Before(_)) | (Reach::After(_), Reach::After(_)) => 1,
        _ => 0,
    }
}

/// The card that an arrow key goes to: left and right along the links, the main chain first, up and down in the
/// column; where there is none, the nearest card that way.
pub fn step(view: &NetworkView, from: ItemId, way: Step) -> Option<ItemId> {
    let place = view.place(from)?;
    let at = view.nodes[place].at;
    let far = |other: usize| (view.nodes[other].at.y - at.y).abs();
    let linked = view.wires.iter().filter_map(|wire| match way {
        Step::Right if wire.edge.from == place => Some((wire.style, wire.edge.to)),
        Step::Left if wire.edge.to == place => Some((wire.style, wire.edge.from)),
        _ => None,
    });
    let along = linked.max_by(|(a, x), (b, y)| a.cmp(b).then(far(*y).total_cmp(&far(*x))));
    if let Some((_, other)) = along {
        return Some(view.nodes[other].id);
    }
    let that_way = |node: &&Node| {
        let (dx, dy) = (node.at.x - at.x, node.at.y - at.y);
        match way {
            Step::Right => dx > 1.0,
            Step::Left => dx < -1.0,
            Step::Down => dy > 1.0,
            Step::Up => dy < -1.0,
        }
    };
    // Along the way counts once, aside of it three times.
    let cost = |node: &Node| {
        let (dx, dy) = ((node.at.x - at.x).abs(), (node.at.y - at.y).abs());
        if matches!(way, Step::Left | Step::Right) { dx + 3.0 * dy } else { dy + 3.0 * dx }
    };
    let others = view.nodes.iter().filter(that_way);
    others.min_by(|a, b| cost(a).total_cmp(&cost(b))).map(|node| node.id)
}
