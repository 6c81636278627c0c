//! What the plan knows of an option and the score does not hold: door, risks, what it drags along, what it unblocks.

use super::super::filter::{Flag, has};
use super::numbers::grouped;
use super::room::listed;
use super::table::is_guess;
use super::words::shortened;
use crate::board::{Decimal, Door, Item, ItemId};
use crate::score::{Burden, Factor, Method, burden, score, unblocks};
use crate::view::Scene;

/// How many items are named where several wait.
const NAMED: usize = 3;
/// Letters of each of their titles.
const LETTERS: usize = 32;

/// Whether it can be taken back.
pub(super) const fn door(item: &Item) -> &'static str {
    match item.door {
        Some(Door::OneWay) => "One-way door: hard to take back",
        Some(Door::TwoWay) => "Two-way door: can be taken back",
        None => "Door: nobody has said",
    }
}

/// What could go wrong, as far as the plan knows.
pub(super) fn risks(scene: &Scene, item: &Item, method: Method) -> Vec<String> {
    let is_doubted =
        Factor::Confidence.of(item).is_some_and(|value| is_guess(method, Factor::Confidence, value));
    let known = [
        (is_doubted, "confidence under 50 %: a guess, research first"),
        (has(scene, item, Flag::AtRisk), "its handoff is at risk"),
        (has(scene, item, Flag::Late), "past its date"),
        (has(scene, item, Flag::Critical), "on the critical path"),
        (item.progress.is_done(), "done already"),
        (item.refusal.is_some(), "refused"),
    ];
    known.into_iter().filter(|(holds, _)| *holds).map(|(_, words)| words.to_owned()).collect()
}

/// What the plan adds to the score, a line each.
pub(super) fn adds(scene: &Scene, item: &Item, method: Method) -> Vec<String> {
    let burden = burden(&scene.board, item);
    let mut lines = Vec::new();
    if !burden.items.is_empty() {
        lines.push(burdened(item, method, &burden));
    }
    let (freed, value) = unblocks(&scene.board, item.id);
    if !freed.is_empty() {
        let worth = match (method, value) {
            (Method::Rice, 1..) => format!(", worth {}", grouped(&value.to_string())),
            _ => String::new(),
        };
        lines.extend(unblocked(scene, &freed).map(|names| format!("unblocks {names}{worth}")));
    }
    lines
}

/// The titles of some items: "A, B and 2 more". `None` of none.
pub(super) fn unblocked(scene: &Scene, items: &[ItemId]) -> Option<String> {
    let named: Vec<String> = items.iter().take(NAMED).map(|id| shortened(scene, *id, LETTERS)).collect();
    let mut words: Vec<&str> = named.iter().map(String::as_str).collect();
    let more = items.len().saturating_sub(NAMED);
    // "1 more" is no shorter than the name.
    let rest = format!("{} more", more + 1);
    if more > 0 {
        words.pop();
        words.push(&rest);
    }
    (!words.is_empty()).then(|| listed(&words))
}

/// "alone 675; with what it waits for 410 (2 items, 3 months)". Where an effort is not known, the sum of efforts is a
/// least, and the score with it a most.
fn burdened(item: &Item, method: Method, burden: &Burden) -> String {
    let items = counted(burden.items.len());
    let (least, most) = if burden.at_least { ("at least ", "at most ") } else { ("", "") };
    let months = months(burden.effort);
    if burden.effort.ten_thousandths() == 0 && burden.at_least {
        return format!("waits for {items}; nobody has said their effort");
    }
    match (method, score(item, method), burden.score) {
        (Method::Rice, Ok(alone), Some(with)) => format!(
            "alone {}; with what it waits for {most}{} ({items}, {least}{months})",
            grouped(&alone.to_string()),
            grouped(&with.to_string())
        ),
        _ => format!("waits for {items}, {least}{months}"),
    }
}

fn counted(items: usize) -> String {
    if items == 1 { "1 item".to_owned() } else { format!("{items} items") }
}

fn months(effort: Decimal) -> String {
    let figure = grouped(&effort.to_string());
    format!("{figure} {}", if figure == "1" { "month" } else { "months" })
}
