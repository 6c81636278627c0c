//! One line of the stack.

use super::super::card::{CardView, card};
use super::super::compare::grouped;
use super::super::scene::Scene;
use super::super::story::counted;
use crate::board::{Decimal, ItemId};
use crate::schedule::Criticality;
use crate::score::{Method, score};

/// What a line of the stack says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StackRow {
    /// The item as its card says it.
    pub card: CardView,
    /// How much work it is, as far as it is known: "5 days".
    pub days: Option<String>,
    /// Its effort in person-months, where somebody has said.
    pub effort: Option<Decimal>,
    /// Its RICE score, where it has one.
    pub score: Option<String>,
    /// True for what has no day to spare.
    pub is_critical: bool,
    /// True for what the goal cannot do without.
    pub core: bool,
}

/// The line of an item.
pub fn row(scene: &Scene, item: ItemId) -> Option<StackRow> {
    let item = scene.item(item)?;
    Some(StackRow {
        card: card(scene, item),
        days: item.duration.map(|days| counted(i64::from(days.get()))),
        effort: item.effort,
        score: score(item, Method::Rice).ok().map(|score| grouped(&score.to_string())),
        is_critical: scene.criticality(item) == Criticality::Critical,
        core: item.core,
    })
}
