//! Whether anybody's estimate turns the order of a contested pair: each one is put in by itself, and the scores are
//! compared exactly.

use std::cmp::Ordering;

use super::room::{Question, Said, listed};
use super::words::{ended, named};
use crate::board::{Decimal, Item};
use crate::score::{order_with, ranked, score};
use crate::view::Scene;

/// What the estimates make of the order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contest {
    /// True where none of them turns it: the debate can stop.
    pub settled: bool,
    /// A sentence each.
    pub lines: Vec<String>,
}

/// What each single estimate makes of the order of an option and its rivals, and marks those that turn it. An option
/// without a score is taken with the proposed value. `None` where there is no rival.
pub(super) fn contest(
    scene: &Scene,
    item: &Item,
    asked: Question<'_>,
    proposed: Decimal,
    said: &mut [Said],
) -> Option<Contest> {
    let is_scored = score(item, asked.method).is_ok();
    let stands = asked.factor.of(item).filter(|_| is_scored).unwrap_or(proposed);
    let mut with = item.clone();
    with.replace(asked.factor.field(Some(stands)));
    if let Err(why) = score(&with, asked.method) {
        let title = named(scene, item.id);
        let line = format!("What it means for the order cannot be told: {title} has no score, {why}.");
        return Some(Contest { settled: false, lines: vec![line] });
    }
    let mut held = Vec::new();
    let mut lines = Vec::new();
    for rival in rivals(scene, &with, asked) {
        let order = |value: Decimal| order_with(item, rival, asked.method, asked.factor, value);
        let Some(now) = order(stands) else { continue };
        let other = named(scene, rival.id);
        let turned = turns(&other, now, said, &order);
        if turned.is_empty() {
            held.push(standing(&other, now));
        }
        lines.extend(turned);
    }
    let held: Vec<&str> = held.iter().map(String::as_str).collect();
    match (lines.is_empty(), held.as_slice()) {
        (true, []) => None,
        (true, held) => {
            let first = "Nobody's estimate turns the order: stop debating.".to_owned();
            let all = if said.len() == 1 { "With it" } else { "Whichever of them is right," };
            Some(Contest {
                settled: true,
                lines: vec![first, ended(&format!("{all} it stays {}.", listed(held)))],
            })
        }
        (false, []) => Some(Contest { settled: false, lines }),
        (false, held) => {
            lines.push(ended(&format!("With any of them it stays {}.", listed(held))));
            Some(Contest { settled: false, lines })
        }
    }
}

/// Whom an option competes with: those beside it, else its neighbours in rank that are still to be done.
fn rivals<'a>(scene: &'a Scene, with: &'a Item, asked: Question<'_>) -> Vec<&'a Item> {
    if asked.beside.contains(&with.id) {
        return asked.beside.iter().filter(|id| **id != with.id).filter_map(|id| scene.item(*id)).collect();
    }
    let is_open = |item: &&Item| item.id == with.id || (!item.progress.is_done() && item.refusal.is_none());
    let all = scene.live().iter().map(|other| if other.id == with.id { with } else { other.as_ref() });
    let places = ranked(all.filter(is_open), asked.method);
    let Some(at) = places.iter().position(|place| place.item == with.id) else { return Vec::new() };
    let beside = [at.checked_sub(1), Some(at + 1)].into_iter().flatten().filter_map(|at| places.get(at));
    beside.filter(|place| place.score.is_ok()).filter_map(|place| scene.item(place.item)).collect()
}

/// The estimates that turn the order of a pair, marked, and a sentence for each way in which they do.
fn turns(
    rival: &str,
    now: Ordering,
    said: &mut [Said],
    order: &dyn Fn(Decimal) -> Option<Ordering>,
) -> Vec<String> {
    let mut lines = Vec::new();
    for then in [Ordering::Greater, Ordering::Less, Ordering::Equal] {
        let mut labels = Vec::new();
        for each in said.iter_mut().filter(|each| then != now && order(each.value) == Some(then)) {
            each.turns = true;
            labels.push(each.label());
        }
        let outcome = match then {
            Ordering::Greater => format!("it goes ahead of {rival}"),
            Ordering::Less => format!("it falls behind {rival}"),
            Ordering::Equal => format!("it ties with {rival}"),
        };
        if !labels.is_empty() {
            let labels: Vec<&str> = labels.iter().map(String::as_str).collect();
            lines.push(ended(&format!("With {} the order turns: {outcome}.", either(&labels))));
        }
    }
    lines
}

/// "3 (Ana) or 4".
fn either(labels: &[&str]) -> String {
    match labels {
        [rest @ .., last] if !rest.is_empty() => format!("{} or {last}", rest.join(", ")),
        _ => labels.concat(),
    }
}

fn standing(rival: &str, now: Ordering) -> String {
    match now {
        Ordering::Greater => format!("ahead of {rival}"),
        Ordering::Less => format!("behind {rival}"),
        Ordering::Equal => format!("level with {rival}"),
    }
}
