//! The column of each node: every link goes right, and links are short.
//!
//! Each node starts as far left as it can (the longest path), then groups of nodes move right while that shortens
//! links in sum: what the network simplex of Gansner, Koutsofios, North and Vo (1993) does to the end, and the
//! promotion of Nikolov and Tarassov (2006) nearly so.

use super::Steps;
use super::lists::Lists;
use super::parts::Part;

/// How many nodes are moved together at most.
const LARGEST: usize = 500;

/// The column of each node of a part.
pub(super) fn of(part: &Part, steps: &mut Steps) -> Vec<usize> {
    let count = part.nodes.len();
    let next = Lists::of(count, &part.links);
    let previous = Lists::turned(count, &part.links);
    let mut columns = vec![0; count];
    for node in 0..count {
        for &to in next.get(node) {
            columns[to] = columns[to].max(columns[node] + 1);
        }
    }
    let mut group = Group { marks: vec![0; count], round: 0, nodes: Vec::new() };
    let pulled_right = |node: &usize| next.get(*node).len() > previous.get(*node).len();
    let mut moved = true;
    while std::mem::take(&mut moved) {
        for node in (0..count).rev().filter(pulled_right) {
            while group.move_right(node, &mut columns, (&previous, &next), steps) {
                moved = true;
            }
        }
    }
    columns
}

/// Nodes that can only move right together.
struct Group {
    /// The round in which each node was last in the group.
    marks: Vec<usize>,
    round: usize,
    nodes: Vec<usize>,
}

impl Group {
    /// Moves a node right, and with it those that would be in the way, if that makes the links shorter in sum.
    fn move_right(
        &mut self,
        node: usize,
        columns: &mut [usize],
        links: (&Lists, &Lists),
        steps: &mut Steps,
    ) -> bool {
        let (previous, next) = links;
        if !self.gather(node, columns, links, steps) {
            return false;
        }
        let (mut shorter, mut longer, mut room) = (0, 0, usize::MAX);
        for &member in &self.nodes {
            let outside = |other: &&usize| self.marks[**other] != self.round;
            longer += previous.get(member).iter().filter(outside).count();
            for &to in next.get(member).iter().filter(outside) {
                shorter += 1;
                room = room.min(columns[to] - columns[member] - 1);
            }
        }
        if shorter <= longer {
            return false;
        }
        for &member in &self.nodes {
            columns[member] += room;
        }
        true
    }

    /// Gathers a node and what stands right behind it. False where that is too much.
    fn gather(&mut self, node: usize, columns: &[usize], links: (&Lists, &Lists), steps: &mut Steps) -> bool {
        let (previous, next) = links;
        self.round += 1;
        self.nodes.clear();
        self.nodes.push(node);
        self.marks[node] = self.round;
        let mut at = 0;
        while let Some(&member) = self.nodes.get(at) {
            at += 1;
            if at > LARGEST || !steps.take(4 + 2 * (previous.get(member).len() + next.get(member).len())) {
                return false;
            }
            for &to in next.get(member) {
                if columns[to] == columns[member] + 1 && self.marks[to] != self.round {
                    self.marks[to] = self.round;
                    self.nodes.push(to);
                }
            }
        }
        true
    }
}
