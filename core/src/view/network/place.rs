//! Where cards and links stand, in pixels.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::card::{Buffer, buffer};
use super::pick::{Joint, Linked};
use super::wire::{Style, Wire, lag_words, text_width, wire};
use super::{CARD_HEIGHT, CARD_WIDTH, Edge, Extent, NetworkView, Node, Plan, ROW_PITCH, index};
use crate::board::{ItemId, LinkKey, gathered, sort_by_key};
use crate::gesture::{Point, Rect};
use crate::layout::{Bend, Layout, Network, Place, layered};
use crate::schedule::Criticality;
use crate::view::scene::Scene;

/// Between two columns, where nothing is written there.
const GAP: f64 = 60.0;
/// Beside what is written between two columns.
const BESIDE: f64 = 44.0;

/// What is to be placed.
pub(super) struct Parts {
    pub(super) linked: Linked,
    /// Which of the linked items.
    pub(super) drawn: Vec<bool>,
    pub(super) chain: Vec<ItemId>,
    pub(super) extent: Extent,
}

/// Lays the drawn items out.
pub(super) fn view(
    scene: &Scene,
    parts: Parts,
    fixed: Option<ItemId>,
    before: Option<&NetworkView>,
) -> NetworkView {
    let Parts { linked, drawn, chain, extent } = parts;
    let (plan, joints) = plan(&linked, &drawn, &chain);
    let layout = laid_out(&plan, before);
    let buffers: Vec<Option<Buffer>> = plan.ids.iter().map(|id| buffer(scene, *id)).collect();
    let columns = columns(&layout, &buffers, &joints);
    let origin = origin(&plan, &layout, &columns, (fixed, before));
    let columns: Vec<f64> = columns.iter().map(|x| x + origin.x).collect();
    let (order, rank) = reading_order(&layout.places);
    let nodes: Vec<Node> = order
        .iter()
        .map(|at| {
            let place = layout.places[*at];
            let at_point = Point { x: columns[place.column], y: f64::from(place.row) * ROW_PITCH + origin.y };
            node(scene, plan.ids[*at], at_point, buffers[*at])
        })
        .collect();
    let mut view = NetworkView {
        board: scene.board.id,
        extent,
        index: index(nodes.iter().map(|node| node.id)),
        bounds: bounds(&nodes, &columns),
        wires: Vec::new(),
        linked: linked.ids.len(),
        loose: linked.loose.clone(),
        nodes,
        chain,
        plan,
        layout,
        origin,
    };
    view.wires = wires(scene, &view, &joints, (&rank, &columns));
    count_hidden(&mut view.nodes, &linked, &drawn, &view.index);
    view
}

/// By how much the drawing is moved so that the fixed item stays where it was; else as before.
fn origin(
    plan: &Plan,
    layout: &Layout,
    columns: &[f64],
    (fixed, before): (Option<ItemId>, Option<&NetworkView>),
) -> Point {
    let Some(before) = before else { return Point::default() };
    let held =
        fixed.and_then(|id| Some((before.node(id)?.at, plan.ids.iter().position(|other| *other == id)?)));
    held.map_or(before.origin, |(was, at)| {
        let place = layout.places[at];
        Point { x: was.x - columns[place.column], y: was.y - f64::from(place.row) * ROW_PITCH }
    })
}

/// The graph of the drawn items, and its links.
fn plan<'a>(
    linked: &'a Linked,
    drawn: &[bool],
    chain: &[ItemId],
) -> (Arc<Plan>, Vec<(&'a Joint, usize, usize)>) {
    let mut number = vec![None; drawn.len()];
    let mut ids = Vec::new();
    for (at, _) in drawn.iter().enumerate().filter(|(_, drawn)| **drawn) {
        number[at] = Some(ids.len());
        ids.push(linked.ids[at]);
    }
    let joints: Vec<(&Joint, usize, usize)> = linked
        .links
        .iter()
        .filter_map(|joint| Some((joint, number[joint.from]?, number[joint.to]?)))
        .collect();
    let places = index(ids.iter().copied());
    let spine = chain.iter().filter_map(|id| super::find(&places, *id)).collect();
    let links = joints.iter().map(|(_, from, to)| (*from, *to)).collect();
    (Arc::new(Plan { ids, links, spine }), joints)
}

/// The layout of a graph: the one of before, where the graph is the same.
fn laid_out(plan: &Arc<Plan>, before: Option<&NetworkView>) -> Arc<Layout> {
    if let Some(before) = before.filter(|before| before.plan == *plan) {
        return Arc::clone(&before.layout);
    }
    let places = before.map(|before| {
        let known = index(before.plan.ids.iter().copied());
        let place = |id: &ItemId| super::find(&known, *id).map(|at| before.layout.places[at]);
        plan.ids.iter().map(place).collect::<Vec<Option<Place>>>()
    });
    let places = places.unwrap_or_default();
    Arc::new(layered(&Network {
        nodes: plan.ids.len(),
        links: &plan.links,
        spine: &plan.spine,
        before: &places,
    }))
}

/// The left edge of each column: further apart where something is written between two.
fn columns(layout: &Layout, buffers: &[Option<Buffer>], joints: &[(&Joint, usize, usize)]) -> Vec<f64> {
    let count = layout.places.iter().map(|place| place.column + 1).max().unwrap_or(0);
    let (mut behind, mut ahead) = (vec![0.0_f64; count], vec![0.0_f64; count]);
    for (place, buffer) in layout.places.iter().zip(buffers) {
        let width = buffer.map_or(0.0, |buffer| buffer.width());
        behind[place.column] = behind[place.column].max(width);
    }
    for (joint, _, to) in joints {
        let column = layout.places[*to].column;
        let width = lag_words(joint.key.kind, joint.lag).map_or(0.0, |words| text_width(&words));
        ahead[column] = ahead[column].max(width);
    }
    let mut x = 0.0;
    (0..count)
        .map(|column| {
            let here = x;
            let written = behind[column] + ahead.get(column + 1).copied().unwrap_or(0.0);
            x += CARD_WIDTH + if written > 0.0 { (written + BESIDE).max(GAP) } else { GAP };
            here
        })
        .collect()
}

/// The nodes by column, then row; and the place of each in that order.
fn reading_order(places: &[Place]) -> (Vec<usize>, Vec<usize>) {
    let mut order: Vec<usize> = (0..places.len()).collect();
    sort_by_key(&mut order, |at| places[*at]);
    let mut rank = vec![0; places.len()];
    for (at, node) in order.iter().enumerate() {
        rank[*node] = at;
    }
    (order, rank)
}

fn node(scene: &Scene, id: ItemId, at: Point, buffer: Option<Buffer>) -> Node {
    Node {
        id,
        at,
        criticality: scene.schedule.criticality(id),
        is_done: scene.item(id).is_some_and(|item| item.progress.is_done()),
        hidden_before: 0,
        hidden_after: 0,
        buffer,
    }
}

fn bounds(nodes: &[Node], columns: &[f64]) -> Rect {
    let (Some(first), Some(last)) = (columns.first(), columns.last()) else { return Rect::default() };
    let (mut top, mut bottom) = (f64::INFINITY, f64::NEG_INFINITY);
    for node in nodes {
        (top, bottom) = (top.min(node.at.y), bottom.max(node.at.y + CARD_HEIGHT));
    }
    Rect { x: *first, y: top, width: last - first + CARD_WIDTH, height: bottom - top }
}

/// The links with their curves. `rank` is each item's place in the view, `columns` the left edge of each column.
fn wires(
    scene: &Scene,
    view: &NetworkView,
    joints: &[(&Joint, usize, usize)],
    (rank, columns): (&[usize], &[f64]),
) -> Vec<Wire> {
    let critical: BTreeSet<LinkKey> = gathered(scene.schedule.critical_links());
    let on_chain: BTreeSet<(ItemId, ItemId)> = gathered(view.chain.windows(2).map(|pair| (pair[0], pair[1])));
    let middle = |row: f32| f64::from(row) * ROW_PITCH + CARD_HEIGHT / 2.0 + view.origin.y;
    let mut last = None;
    let mut beside = 0.0;
    let one = |((joint, from, to), route): (&(&Joint, usize, usize), &Vec<Bend>)| {
        // Links of one pair follow each other: they are drawn side by side.
        beside = if last.replace((*from, *to)) == Some((*from, *to)) { beside + 14.0 } else { 0.0 };
        let edge = Edge { key: joint.key, lag: joint.lag, from: rank[*from], to: rank[*to] };
        let (from, to) = (&view.nodes[edge.from], &view.nodes[edge.to]);
        let is_on_chain = on_chain.contains(&(joint.key.predecessor, joint.key.successor));
        let style = style((from, to), critical.contains(&joint.key), is_on_chain);
        let passes = route.iter().map(|bend| Point { x: columns[bend.column], y: middle(bend.row) });
        wire(edge, style, (from, to, beside), passes)
    };
    joints.iter().zip(&view.layout.routes).map(one).collect()
}

fn style((from, to): (&Node, &Node), is_critical: bool, is_on_chain: bool) -> Style {
    let near = |node: &Node| node.criticality != Criticality::Easy;
    match () {
        () if is_on_chain => Style::Main,
        () if is_critical => Style::Critical,
        () if from.is_done || to.is_done => Style::Done,
        () if near(from) && near(to) => Style::Near,
        () => Style::Plain,
    }
}

/// Counts for each card the neighbours that are not drawn.
fn count_hidden(nodes: &mut [Node], linked: &Linked, drawn: &[bool], index: &[(ItemId, usize)]) {
    let mut seen = None;
    for Joint { from, to, .. } in &linked.links {
        // Of several links between two items one counts.
        if seen.replace((*from, *to)) == Some((*from, *to)) {
            continue;
        }
        match (drawn[*from], drawn[*to]) {
            (true, false) => {
                if let Some(at) = super::find(index, linked.ids[*from]) {
                    nodes[at].hidden_after += 1;
                }
            }
            (false, true) => {
                if let Some(at) = super::find(index, linked.ids[*to]) {
                    nodes[at].hidden_before += 1;
                }
            }
            _ => {}
        }
    }
}
