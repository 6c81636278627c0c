//! The parts of a network that no link joins, each with its nodes in an order in which every link goes forward.

use super::lists::{Key, Lists, sort};
use super::{Network, Place};

/// Nodes that links join, and these links, between places in `nodes`.
#[derive(Debug, Default)]
pub(super) struct Part {
    /// The network's nodes in this part: each stands before those it has links to.
    pub(super) nodes: Vec<usize>,
    /// From and to, as places in `nodes`.
    pub(super) links: Vec<(usize, usize)>,
    /// Which of the network's links each is; `None` for one that only holds the spine together.
    pub(super) names: Vec<Option<usize>>,
    /// The spine, where it is in this part.
    pub(super) spine: Vec<usize>,
    /// Earlier places, one for each of `nodes`.
    pub(super) before: Vec<Option<Place>>,
}

/// Takes a network apart: the part with the spine first, then the larger before the smaller.
pub(super) fn of(network: &Network) -> Vec<Part> {
    let (links, names) = links_and_spine(network);
    let order = forward_order(network.nodes, &links);
    let group = groups(network.nodes, &links);
    let mut rank = vec![0; network.nodes];
    let mut inside = vec![0; network.nodes];
    let mut parts: Vec<Part> = Vec::new();
    let mut part_of: Vec<Option<usize>> = vec![None; network.nodes];
    for (at, &node) in order.iter().enumerate() {
        let part = *part_of[group[node]].get_or_insert(parts.len());
        if part == parts.len() {
            parts.push(Part::default());
        }
        rank[node] = at;
        inside[node] = parts[part].nodes.len();
        parts[part].nodes.push(node);
        parts[part].before.push(network.before.get(node).copied().flatten());
    }
    for (&(from, to), name) in links.iter().zip(names) {
        if rank[from] < rank[to]
            && let Some(part) = part_of[group[from]]
        {
            parts[part].links.push((inside[from], inside[to]));
            parts[part].names.push(name);
        }
    }
    for &node in network.spine.iter().filter(|node| **node < network.nodes) {
        if let Some(part) = part_of[group[node]] {
            parts[part].spine.push(inside[node]);
        }
    }
    let key = |(at, part): (usize, &Part)| {
        (usize::from(part.spine.is_empty()), network.nodes - part.nodes.len(), at)
    };
    let mut keys: Vec<Key> = parts.iter().enumerate().map(key).collect();
    sort(&mut keys);
    keys.into_iter().map(|(_, _, at)| std::mem::take(&mut parts[at])).collect()
}

/// The links that name nodes, and a link wherever the spine has none.
fn links_and_spine(network: &Network) -> (Vec<(usize, usize)>, Vec<Option<usize>>) {
    let known = |(from, to): &(usize, usize)| *from < network.nodes && *to < network.nodes && from != to;
    let given = network.links.iter().enumerate().filter(|(_, link)| known(link));
    let (mut names, mut links): (Vec<Option<usize>>, Vec<(usize, usize)>) =
        given.map(|(name, link)| (Some(name), *link)).unzip();
    let mut next = vec![None; network.nodes];
    for pair in network.spine.windows(2) {
        if known(&(pair[0], pair[1])) {
            next[pair[0]] = Some(pair[1]);
        }
    }
    for (from, to) in &links {
        if next[*from] == Some(*to) {
            next[*from] = None;
        }
    }
    for (from, to) in next.into_iter().enumerate() {
        if let Some(to) = to {
            links.push((from, to));
            names.push(None);
        }
    }
    (links, names)
}

/// All nodes, each before those it has links to, as far as there are no cycles: on a cycle the first node comes first.
fn forward_order(nodes: usize, links: &[(usize, usize)]) -> Vec<usize> {
    let next = Lists::of(nodes, links);
    let mut missing = vec![0_usize; nodes];
    for (_, to) in links {
        missing[*to] += 1;
    }
    let mut order: Vec<usize> = (0..nodes).filter(|node| missing[*node] == 0).collect();
    let mut placed = vec![false; nodes];
    for node in &order {
        placed[*node] = true;
    }
    let (mut done, mut first) = (0, 0);
    while order.len() < nodes || done < order.len() {
        if done == order.len() {
            while placed[first] {
                first += 1;
            }
            placed[first] = true;
            order.push(first);
        }
        for &to in next.get(order[done]) {
            missing[to] -= 1;
            if missing[to] == 0 && !placed[to] {
                placed[to] = true;
                order.push(to);
            }
        }
        done += 1;
    }
    order
}

/// For each node one that stands for all those that links join to it.
fn groups(nodes: usize, links: &[(usize, usize)]) -> Vec<usize> {
    let mut group: Vec<usize> = (0..nodes).collect();
    for &(from, to) in links {
        let (from, to) = (root(&mut group, from), root(&mut group, to));
        group[from.max(to)] = from.min(to);
    }
    (0..nodes).map(|node| root(&mut group, node)).collect()
}

fn root(group: &mut [usize], mut node: usize) -> usize {
    while group[node] != node {
        group[node] = group[group[node]];
        node = group[node];
    }
    node
}
