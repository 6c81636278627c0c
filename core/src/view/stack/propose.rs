//! The order that RICE would give, as a proposal: within each priority, by score; what has no score keeps its place.

use std::collections::BTreeSet;

use super::Stack;
use crate::board::{Item, ItemId, Priority, gathered};
use crate::edit::{Action, Place};
use crate::score::{Method, ranked};
use crate::view::scene::Scene;

/// Where RICE disagrees with the stack.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    /// The first disagreement in words: "RICE would put 'X' above 'Y'".
    pub words: String,
    /// What it would take to agree there.
    pub one: Action,
    /// How many items stand elsewhere than RICE would put them.
    pub moved: usize,
    /// What it would take to agree everywhere.
    pub all: Action,
}

/// The proposal; `None` where the stack agrees with RICE.
pub fn propose(scene: &Scene, stack: &Stack) -> Option<Proposal> {
    let (mut first, mut moved, mut all) = (None, 0, Vec::new());
    for priority in Priority::ALL {
        let here = &stack.items[stack.places(priority)];
        let items: Vec<&Item> = here.iter().filter_map(|id| scene.item(*id)).collect();
        let by_score = ranked(items, Method::Rice);
        let scored: Vec<ItemId> = by_score.iter().filter(|r| r.score.is_ok()).map(|r| r.item).collect();
        let known: BTreeSet<ItemId> = gathered(scored.iter().copied());
        let now: Vec<ItemId> = here.iter().copied().filter(|id| known.contains(id)).collect();
        let apart: Vec<(ItemId, ItemId)> =
            scored.iter().copied().zip(now).filter(|(wanted, held)| wanted != held).collect();
        first = first.or_else(|| apart.first().map(|pair| (priority, *pair)));
        moved += apart.len();
        if !apart.is_empty() {
            all.push(scored);
        }
    }
    let (priority, (wanted, held)) = first?;
    let title = |id: ItemId| scene.item(id).map(|item| item.title.to_string()).unwrap_or_default();
    Some(Proposal {
        words: format!("RICE would put '{}' above '{}'", title(wanted), title(held)),
        one: Action::Rank { items: vec![wanted], priority, place: Place::Before(held) },
        moved,
        all: Action::Arrange { groups: all },
    })
}
