//! What a cut under a line of the stack takes out, what stays all the same, and what it would do: in days, in
//! commitments, in value and in people's work.
//!
//! The days are those of a schedule without the items, made anew: nothing is estimated.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

use super::Stack;
use crate::board::{ItemId, PersonId, sort_by};
use crate::edit::{Action, Command, Stamp, apply};
use crate::schedule::{Effect, Moved, commitments};
use crate::score::{Method, score, unblocks, worth};
use crate::view::scene::Scene;

/// What a cut at a line takes out, and what it leaves all the same.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cut {
    /// What goes, in the order of the stack.
    pub items: Vec<ItemId>,
    /// What stands below the line and stays because it is core.
    pub core: Vec<ItemId>,
    /// What stands below the line and stays because kept work waits for it.
    pub held: Vec<Held>,
    /// What stands above the line, comes from outside, and is needed by nothing any more once this goes.
    pub idle: Vec<ItemId>,
}

/// Something that stays because kept work waits for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// Which item.
    pub item: ItemId,
    /// What is kept and waits for it, in the order of the stack.
    pub by: Vec<ItemId>,
}

/// What a cut of everything from a place on takes out. Of the items in `both`, those below the line are cut with all that
/// waits for them, wherever it stands, and those above it as long as nothing kept waits for them. What is core, or what
/// core waits for, is never cut.
pub fn cut_at(scene: &Scene, stack: &Stack, line: usize, both: &BTreeSet<ItemId>) -> Cut {
    let places: BTreeMap<ItemId, usize> = crate::board::gathered(stack.items.iter().copied().zip(0..));
    let is_core = |id: ItemId| scene.item(id).is_some_and(|item| item.core);
    let below = &stack.items[line.min(stack.items.len())..];
    let mut goes = vec![false; stack.items.len()];
    for id in below.iter().filter(|id| !is_core(**id)) {
        goes[places[id]] = true;
        if both.contains(id) {
            let along = goes_along(scene, *id);
            along.iter().filter_map(|id| places.get(id)).for_each(|place| goes[*place] = true);
        }
    }
    both.iter().filter_map(|id| places.get(id)).for_each(|place| goes[*place] = true);
    for (place, id) in stack.items.iter().enumerate() {
        goes[place] &= !is_core(*id);
    }
    let held_by = keep_what_is_waited_for(scene, &places, &mut goes);
    let held = below.iter().filter_map(|id| {
        let by = held_by.get(&places[id]).filter(|_| !is_core(*id))?;
        Some(Held { item: *id, by: by.iter().map(|place| stack.items[*place]).collect() })
    });
    Cut {
        items: stack.items.iter().zip(&goes).filter(|(_, goes)| **goes).map(|(id, _)| *id).collect(),
        core: below.iter().copied().filter(|id| is_core(*id)).collect(),
        held: held.collect(),
        idle: idle(scene, stack, &places, &goes),
    }
}

/// What comes from outside, stays, and was needed by what goes and by nothing else.
fn idle(scene: &Scene, stack: &Stack, places: &BTreeMap<ItemId, usize>, goes: &[bool]) -> Vec<ItemId> {
    let needed = |id: ItemId| {
        let waiting = scene.board.links.keys().filter(move |key| key.predecessor == id);
        waiting.filter_map(|key| places.get(&key.successor))
    };
    let stays = stack.items.iter().zip(goes).filter(|(_, goes)| !**goes).map(|(id, _)| *id);
    stays
        .filter(|id| scene.item(*id).is_some_and(|item| item.kind.is_external() && !item.core))
        .filter(|id| needed(*id).next().is_some() && needed(*id).all(|place| goes[*place]))
        .collect()
}

/// What kept work waits for, directly or not, does not go. Gives back, for each that is held so, what waits for it.
fn keep_what_is_waited_for(
    scene: &Scene,
    places: &BTreeMap<ItemId, usize>,
    goes: &mut [bool],
) -> BTreeMap<usize, BTreeSet<usize>> {
    let mut waits_for: Vec<Vec<usize>> = vec![Vec::new(); goes.len()];
    for key in scene.board.links.keys() {
        if let (Some(from), Some(to)) = (places.get(&key.predecessor), places.get(&key.successor)) {
            waits_for[*to].push(*from);
        }
    }
    let wanted = goes.to_vec();
    let mut held: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    let mut kept: Vec<usize> = (0..goes.len()).filter(|place| !goes[*place]).collect();
    while let Some(place) = kept.pop() {
        for &from in waits_for[place].iter().filter(|from| wanted[**from]) {
            held.entry(from).or_default().insert(place);
            if std::mem::replace(&mut goes[from], false) {
                kept.push(from);
            }
        }
    }
    held
}

/// Everything open that waits for an item, directly or not: what goes along if it is cut all the same.
pub fn goes_along(scene: &Scene, item: ItemId) -> Vec<ItemId> {
    unblocks(&scene.board, item).0
}

/// The lines between the lowest 30 % and the lowest 20 % of so many items: the usual cut.
pub fn usual(count: usize) -> Range<usize> {
    let (most, least) = (count * 3 / 10, (count * 2).div_ceil(10));
    count - most.max(least)..count - least
}

/// What of the value is given up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Value {
    /// The worth of what goes (reach × impact × confidence), in hundredths.
    pub given: u128,
    /// The worth of the whole stack.
    pub all: u128,
    /// How many of those that go say nothing of their worth.
    pub unknown: usize,
    /// What goes and scores the highest by RICE.
    pub best: Option<ItemId>,
}

/// What a cut does.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// What it does to the plan.
    pub effect: Effect,
    /// Working days past the target after it; negative before, `None` without target or plan.
    pub past_target: Option<i64>,
    /// True where something that goes was critical.
    pub on_path: bool,
    /// What was given for the items that go, and is given up with them.
    pub given_up: Vec<Moved>,
    /// What it gives up.
    pub value: Value,
    /// Days of work that it frees, by person, the most first; nobody's last.
    pub freed: Vec<(Option<PersonId>, i64)>,
}

/// What a cut of these items would do: the plan is made anew without them. Items that cannot be cut give nothing.
pub fn figures(scene: &Scene, stack: &Stack, items: &[ItemId]) -> Figures {
    let stamp = Stamp { at: 0, today: scene.today, by: None };
    let action = Action::Cut { items: items.to_vec(), reason: String::new() };
    let Ok((board, _)) = apply(&scene.board, &Command { stamp, action }) else { return Figures::default() };
    let then = Scene::of(Arc::new(board), scene.today);
    let going = || items.iter().filter_map(|id| scene.item(*id));
    Figures {
        effect: Effect::between((&scene.board, &scene.schedule), (&then.board, &then.schedule)),
        past_target: then.schedule.past_target(),
        on_path: going().any(|item| scene.criticality(item) == crate::schedule::Criticality::Critical),
        given_up: going().flat_map(commitments).collect(),
        value: value(scene, stack, items),
        freed: freed(scene, items),
    }
}

fn value(scene: &Scene, stack: &Stack, items: &[ItemId]) -> Value {
    let worths = |ids: &[ItemId]| ids.iter().filter_map(|id| worth(scene.item(*id)?)).sum::<u128>();
    let mut scored: Vec<_> =
        items.iter().filter_map(|id| Some((*id, score(scene.item(*id)?, Method::Rice).ok()?))).collect();
    sort_by(&mut scored, |(_, a), (_, b)| b.compare(*a).unwrap_or(std::cmp::Ordering::Equal));
    Value {
        given: worths(items),
        all: worths(&stack.items),
        unknown: items.iter().filter(|id| scene.item(**id).and_then(worth).is_none()).count(),
        best: scored.first().map(|(id, _)| *id),
    }
}

fn freed(scene: &Scene, items: &[ItemId]) -> Vec<(Option<PersonId>, i64)> {
    let mut days: BTreeMap<Option<PersonId>, i64> = BTreeMap::new();
    for item in items.iter().filter_map(|id| scene.item(*id)).filter(|item| !item.kind.is_external()) {
        let left = scene.schedule.work_left(item.id).unwrap_or_default();
        if left > 0 {
            *days.entry(item.responsible).or_default() += left;
        }
    }
    let mut freed: Vec<(Option<PersonId>, i64)> = days.into_iter().collect();
    sort_by(&mut freed, |a, b| a.0.is_none().cmp(&b.0.is_none()).then(b.1.cmp(&a.1)));
    freed
}
