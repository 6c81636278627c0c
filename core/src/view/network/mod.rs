//! The network: what waits for what, as cards in columns with links between them.
//!
//! Places are in the drawing's own units, one CSS pixel each at zoom 1. Absent on purpose: the filter and the
//! selection, which change how cards look and never where they stand, and how dates are written.

mod card;
mod pick;
mod place;
mod reach;
mod svg;
#[cfg(test)]
mod tests;
mod wire;

use std::collections::BTreeSet;
use std::sync::Arc;

use super::scene::Scene;
use crate::board::{BoardId, ItemId, Lag, LinkKey, sort_by_key};
use crate::gesture::{Camera, Point, Rect, View};
use crate::layout::Layout;
use crate::schedule::Criticality;

pub use card::{Buffer, NodeCard, node_card, spoken};
pub use reach::{Reach, reach, step};
pub use svg::network_svg;
pub use wire::{Wire, wires};

/// A card's width.
pub const CARD_WIDTH: f64 = 240.0;
/// A card's height.
pub const CARD_HEIGHT: f64 = 72.0;
/// From one row to the next.
pub const ROW_PITCH: f64 = 96.0;
/// The zoom under which titles would be smaller than 14 pixels: only critical ones remain.
pub const READABLE: f64 = 14.0 / 16.0;

/// How much of the network is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// Everything that links join.
    All,
    /// The critical items, their neighbours, and what was opened.
    Critical,
}

/// What somebody wants to see.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ask {
    /// How much; `None` leaves it to what fits.
    pub extent: Option<Extent>,
    /// Items to be drawn whatever the extent.
    pub opened: BTreeSet<ItemId>,
    /// An item that stays where it stands.
    pub fixed: Option<ItemId>,
    /// Width and height of the window, in CSS pixels.
    pub room: (f64, f64),
}

/// A card of the network.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// Which item.
    pub id: ItemId,
    /// Its top left corner.
    pub at: Point,
    /// How critical it is.
    pub criticality: Criticality,
    /// True for done and delivered.
    pub is_done: bool,
    /// How many items that it waits for are not drawn.
    pub hidden_before: usize,
    /// How many items that wait for it are not drawn.
    pub hidden_after: usize,
    /// The slack behind an item from outside, on the links that leave it.
    pub buffer: Option<Buffer>,
}

impl Node {
    /// Its card.
    pub const fn area(&self) -> Rect {
        Rect { x: self.at.x, y: self.at.y, width: CARD_WIDTH, height: CARD_HEIGHT }
    }
}

/// A link between two drawn cards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edge {
    /// Which one.
    pub key: LinkKey,
    /// Its lag.
    pub lag: Lag,
    /// Its predecessor's place in [`NetworkView::nodes`].
    pub from: usize,
    /// Its successor's.
    pub to: usize,
}

/// The network of a board.
#[derive(Debug)]
pub struct NetworkView {
    /// Which board's.
    pub board: BoardId,
    /// How much of it is drawn.
    pub extent: Extent,
    /// The cards in reading order: column by column, each from top to bottom.
    pub nodes: Vec<Node>,
    /// The links between them.
    pub wires: Vec<Wire>,
    /// Items that no link joins, those to be done first, each part in the board's order.
    pub loose: Vec<ItemId>,
    /// The chain that decides the finish.
    pub chain: Vec<ItemId>,
    /// How many items links join, drawn or not.
    pub linked: usize,
    /// What the cards take up.
    pub bounds: Rect,
    /// The places of the items, by id.
    index: Vec<(ItemId, usize)>,
    /// What was laid out, to know whether it has to be again.
    plan: Arc<Plan>,
    layout: Arc<Layout>,
    origin: Point,
}

/// What a layout is made of.
#[derive(Debug, PartialEq, Eq)]
struct Plan {
    /// The items in the board's order.
    ids: Vec<ItemId>,
    links: Vec<(usize, usize)>,
    spine: Vec<usize>,
}

impl NetworkView {
    /// The place of an item in `nodes`.
    pub fn place(&self, id: ItemId) -> Option<usize> {
        let found = self.index.binary_search_by(|(other, _)| other.cmp(&id));
        found.ok().map(|at| self.index[at].1)
    }

    /// The card of an item.
    pub fn node(&self, id: ItemId) -> Option<&Node> {
        self.place(id).map(|place| &self.nodes[place])
    }

    /// A link, where it is drawn.
    pub fn wire(&self, key: LinkKey) -> Option<&Wire> {
        self.wires.iter().find(|wire| wire.edge.key == key)
    }

    /// An item and its neighbours, as far as links join them.
    pub fn around(scene: &Scene, id: ItemId) -> Vec<ItemId> {
        let ends = |key: &LinkKey| [key.predecessor, key.successor];
        let links = scene.board.links.keys().map(ends).filter(|ends| ends.contains(&id));
        links.flatten().filter(|other| scene.schedule.contains(*other)).collect()
    }

    /// Where the camera opens: everything where it can be read, else the beginning of the main chain; the chain at a
    /// third of the height.
    pub fn opening(&self, view: &View) -> Camera {
        let whole = Camera::fitting(&self.bounds, view, 32.0, 1.0);
        let readable = whole.zoom >= READABLE;
        let tall = (view.height - 64.0) / self.bounds.height.max(1.0);
        let zoom = if readable { whole.zoom } else { tall.clamp(READABLE, 1.0) };
        let first = self.chain.iter().find_map(|id| self.node(*id)).or(self.nodes.first());
        let at = first.map_or(self.bounds.middle(), |node| node.at);
        // What the first of the chain waits for stands one column before it.
        let left = (at.x - CARD_WIDTH - 60.0).max(self.bounds.x);
        let x = if readable { whole.x } else { 32.0 - left * zoom };
        let y = view.height / 3.0 - (at.y + CARD_HEIGHT / 2.0) * zoom;
        // Where all of it fits, nothing is cut off for the sake of the third.
        let (first, last) = (32.0 - self.bounds.y * zoom, view.height - 32.0 - self.bounds.bottom() * zoom);
        let y = if first <= last { y.clamp(first, last) } else { y };
        Camera { x, y, zoom }.kept(view)
    }

    /// Items that a card's stub stands for: those it waits for, or those that wait for it.
    pub fn hidden(&self, scene: &Scene, id: ItemId, before: bool) -> Vec<ItemId> {
        let links = scene.board.links.keys();
        let others = links.filter_map(|key| match (before, key.successor == id, key.predecessor == id) {
            (true, true, _) => Some(key.predecessor),
            (false, _, true) => Some(key.successor),
            _ => None,
        });
        others.filter(|other| scene.schedule.contains(*other) && self.place(*other).is_none()).collect()
    }
}

/// The network of a board. Where there is one of before, what it has in common with it stays where it was, and the
/// fixed item exactly so.
pub fn network(scene: &Scene, ask: &Ask, before: Option<&NetworkView>) -> NetworkView {
    let before = before.filter(|view| view.board == scene.board.id);
    let linked = pick::linked(scene);
    let extent = ask
        .extent
        .or(before.map(|view| view.extent))
        .unwrap_or_else(|| pick::fitting(linked.ids.len(), ask.room));
    let chain = scene.schedule.main_chain(&scene.board);
    let drawn = pick::drawn(scene, &linked, &chain, extent, ask);
    place::view(scene, place::Parts { linked, drawn, chain, extent }, ask.fixed, before)
}

/// Places by id, for finding them.
fn index(ids: impl Iterator<Item = ItemId>) -> Vec<(ItemId, usize)> {
    let mut index: Vec<(ItemId, usize)> = ids.zip(0..).collect();
    sort_by_key(&mut index, |(id, _)| *id);
    index
}

fn find(index: &[(ItemId, usize)], id: ItemId) -> Option<usize> {
    index.binary_search_by(|(other, _)| other.cmp(&id)).ok().map(|at| index[at].1)
}
