//! What a card of the network says.

use super::wire::text_width;
use crate::board::{Date, Item, ItemId};
use crate::schedule::Criticality;
use crate::view::card::{CardView, Reason, card};
use crate::view::scene::Scene;

/// The slack behind an item from outside. Working days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Buffer {
    /// As it was when the date was agreed.
    pub days: i64,
    /// How much of it later promises have used.
    pub used: i64,
}

impl Buffer {
    /// What stands on it: "+2 d", or "2 of 3 used".
    pub fn words(&self) -> String {
        match self.used {
            0 => format!("+{} d", self.days),
            used => format!("{used} of {} used", self.days),
        }
    }

    /// How wide it is drawn.
    pub fn width(&self) -> f64 {
        text_width(&self.words())
    }
}

/// The buffer behind an item, where it has one that is not over.
pub(super) fn buffer(scene: &Scene, id: ItemId) -> Option<Buffer> {
    let item = scene.item(id).filter(|item| item.kind.is_external() && !item.progress.is_done())?;
    let handoff = scene.schedule.handoff(&scene.board, item.id)?;
    (handoff.buffer > 0).then_some(Buffer { days: handoff.buffer, used: handoff.used })
}

/// What a card of the network says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NodeCard {
    /// What a card says anywhere.
    pub card: CardView,
    /// The first day of it.
    pub start: Option<Date>,
    /// The last day of it.
    pub finish: Option<Date>,
    /// How critical it is.
    pub criticality: Criticality,
    /// Days to spare; `None` for what is done.
    pub spare: Option<i64>,
    /// True where nobody has said how long it takes.
    pub is_guess: bool,
}

/// The card of an item of the plan.
pub fn node_card(scene: &Scene, id: ItemId) -> Option<NodeCard> {
    let (item, row) = (scene.item(id)?, scene.row(id)?);
    Some(NodeCard {
        card: card(scene, item),
        start: row.start,
        finish: row.finish,
        criticality: row.criticality,
        spare: row.total_float,
        is_guess: row.is_guess && !row.is_done,
    })
}

impl NodeCard {
    /// The one date on it: the day it is finished, in the words of `say`.
    pub fn when(&self, say: &dyn Fn(Date) -> String) -> String {
        let day = self.finish.map_or_else(|| "after 9999".to_owned(), say);
        if self.card.is_done { format!("done {day}") } else { day }
    }

    /// The one reason to look at it, and whether it is an alarm.
    pub fn reason(&self) -> Option<(String, bool)> {
        let spare = self.spare.unwrap_or_default();
        match (self.card.reason, self.criticality) {
            _ if self.card.is_done => None,
            (_, Criticality::Critical) => Some(("critical".to_owned(), true)),
            (Some(Reason::Late), _) => Some(("late".to_owned(), true)),
            (_, Criticality::Near) => Some((format!("{spare} d spare"), false)),
            _ if self.is_guess => Some(("guess".to_owned(), false)),
            _ => None,
        }
    }
}

/// A card as a screen reader says it: title, owner, dates, critical, what it waits for.
pub fn spoken(scene: &Scene, node: &NodeCard, say: &dyn Fn(Date) -> String) -> String {
    let card = &node.card;
    let mut parts = vec![card.title.clone()];
    parts.extend(card.giver.as_ref().map(|giver| format!("from {giver}")));
    parts.push(card.owner.as_ref().map_or("no owner".to_owned(), |owner| format!("owner {}", owner.name)));
    let start = node.start.filter(|start| Some(*start) != node.finish).map(say);
    let finish = node.when(say);
    parts.push(start.map_or(finish.clone(), |start| format!("{start} to {finish}")));
    parts.extend(card.score.clone());
    parts.extend(node.reason().map(|(reason, _)| reason));
    if node.is_guess && node.criticality != Criticality::Easy {
        parts.push("guess".to_owned());
    }
    parts.extend(buffer(scene, card.id).map(|buffer| format!("buffer {}", buffer.words())));
    let mut waits: Vec<String> =
        scene.schedule.predecessors(card.id).filter_map(|id| scene.item(id)).map(named).collect();
    // What it waits for in two ways is said once.
    waits.dedup();
    parts.extend((!waits.is_empty()).then(|| format!("waits for {}", waits.join(" and "))));
    parts.join(", ")
}

/// An item as something that is waited for.
fn named(item: &Item) -> String {
    if item.progress.is_done() { format!("{}, done", item.title) } else { item.title.to_string() }
}
