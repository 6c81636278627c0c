//! The critical chains: which items and links decide the finish.

use super::passes::{Early, binds_back, slack};
use super::row::Criticality;
use super::task::Stage;
use super::{Schedule, network::Arrow};
use crate::board::{Board, ItemId, LinkKey, OrderKey, sort_by};

/// The most chains that are listed one by one.
const MOST: usize = 50;

/// Critical chains, one by one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chains {
    /// Each from its first item to its last.
    pub listed: Vec<Vec<ItemId>>,
    /// True where there are more than are listed.
    pub more: bool,
}

impl Schedule {
    /// The critical items, by id.
    pub fn critical(&self) -> impl Iterator<Item = ItemId> + '_ {
        let critical = (0..self.early.len()).filter(|place| self.is_critical(*place));
        critical.map(|place| self.network.ids[place])
    }

    /// The links between critical items without a day between them: the critical subgraph.
    pub fn critical_links(&self) -> Vec<LinkKey> {
        let all = (0..self.early.len()).filter(|place| self.is_critical(*place));
        all.flat_map(|place| {
            self.tight(place).map(move |arrow| self.key(place, arrow.other as usize, arrow.kind))
        })
        .collect()
    }

    /// The chain that decides the finish, from its first item: from an item that ends with the plan back along what
    /// holds each where it is. Done items are not on it.
    pub fn main_chain(&self, board: &Board) -> Vec<ItemId> {
        let last = (0..self.early.len())
            .filter(|place| self.is_open(*place) && Some(self.early[*place].buffered) == self.finish);
        let Some(mut at) = last.min_by(|a, b| self.rank(board, *a).cmp(&self.rank(board, *b))) else {
            return Vec::new();
        };
        let mut chain = vec![self.network.ids[at]];
        while let Some(before) = self.driver(board, at) {
            chain.push(self.network.ids[before]);
            at = before;
        }
        chain.reverse();
        chain
    }

    /// Every chain through the critical subgraph, up to fifty, in the board's order.
    pub fn chains(&self, board: &Board) -> Chains {
        let mut chains = Chains::default();
        let mut chain: Vec<usize> = Vec::new();
        // The ways not yet taken, for each length of the chain.
        let mut open = vec![self.first_of_chains(board)];
        while let Some(ways) = open.last_mut() {
            let Some(at) = ways.pop() else {
                open.pop();
                chain.pop();
                continue;
            };
            chain.push(at);
            let next = self.next_of_chain(board, at);
            if !next.is_empty() {
                open.push(next);
                continue;
            }
            if chains.listed.len() == MOST {
                chains.more = true;
                break;
            }
            chains.listed.push(chain.iter().map(|place| self.network.ids[*place]).collect());
            chain.pop();
        }
        chains
    }

    /// The critical items that no critical link leads to; the last in the board's order first.
    fn first_of_chains(&self, board: &Board) -> Vec<usize> {
        let mut led_to = vec![false; self.early.len()];
        let critical: Vec<usize> = (0..self.early.len()).filter(|place| self.is_critical(*place)).collect();
        for place in &critical {
            self.tight(*place).for_each(|arrow| led_to[arrow.other as usize] = true);
        }
        self.last_first(board, critical.into_iter().filter(|place| !led_to[*place]).collect())
    }

    /// Where a chain goes on; the last in the board's order first.
    fn next_of_chain(&self, board: &Board, place: usize) -> Vec<usize> {
        self.last_first(board, self.tight(place).map(|arrow| arrow.other as usize).collect())
    }

    fn last_first(&self, board: &Board, mut places: Vec<usize>) -> Vec<usize> {
        sort_by(&mut places, |a, b| self.rank(board, *b).cmp(&self.rank(board, *a)));
        places.dedup();
        places
    }

    /// The undone predecessor that holds an item where it is; the first in the board's order of several.
    fn driver(&self, board: &Board, place: usize) -> Option<usize> {
        let holding = self.network.into.of(place).iter().filter(|arrow| {
            let from = arrow.other as usize;
            let back = Arrow { other: u32::try_from(place).unwrap_or_default(), ..**arrow };
            self.is_open(from)
                && binds_back(&self.network.tasks[from], &self.network.tasks[place], arrow.kind)
                && slack(&self.network, &self.early, from, &back) == 0
        });
        let places = holding.map(|arrow| arrow.other as usize);
        places.min_by(|a, b| self.rank(board, *a).cmp(&self.rank(board, *b)))
    }

    /// The links out of a critical item to critical items that leave no day between.
    fn tight(&self, place: usize) -> impl Iterator<Item = &Arrow> + '_ {
        self.network.out.of(place).iter().filter(move |arrow| {
            let other = arrow.other as usize;
            self.is_critical(other)
                && binds_back(&self.network.tasks[place], &self.network.tasks[other], arrow.kind)
                && slack(&self.network, &self.early, place, arrow) == 0
        })
    }

    pub(super) fn is_critical(&self, place: usize) -> bool {
        self.criticality_at(place) == Criticality::Critical
    }

    pub(super) fn is_open(&self, place: usize) -> bool {
        !matches!(self.network.tasks[place].stage, Stage::Out | Stage::Done)
    }

    /// Where an item stands in the board's order.
    fn rank<'a>(&self, board: &'a Board, place: usize) -> (Option<&'a OrderKey>, ItemId) {
        let id = self.network.ids[place];
        (board.item(id).map(|item| &item.order), id)
    }

    /// The early side of an item, for its neighbours in this module.
    pub(super) fn early(&self, place: usize) -> Early {
        self.early[place]
    }
}
