//! What the minutes say of quadrants and priorities: counted, and the important ones named.

use super::between::{Between, differs, listed, number};
use super::text::Section;
use crate::board::{FieldName, Item, Priority, Quadrant};
use crate::exchange::markdown_escaped as escaped;
use crate::schedule::Criticality;

/// How many items a line names.
const NAMED: usize = 4;

/// What was sorted, moved, taken up again, and what has another priority.
pub(super) fn sorted(between: Between) -> Section {
    let all: Vec<(&Item, &Item)> =
        between.pairs().filter(|(item, was)| item.quadrant() != was.quadrant()).collect();
    let mut lines = Vec::new();
    lines.extend(from_the_inbox(between, &all));
    let moved = |(item, was): &&(&Item, &Item)| {
        !matches!(was.quadrant(), None | Some(Quadrant::Eliminate))
            && item.quadrant() != Some(Quadrant::Eliminate)
    };
    let (named, rest): (Vec<_>, Vec<_>) = all.iter().filter(moved).partition(|pair| matters(between, pair));
    lines.extend(named.iter().map(|(item, was)| {
        let (from, to) = (place(between, was.quadrant()), place(between, item.quadrant()));
        format!("{} moved from {from} to {to}.", between.title(item.id))
    }));
    if !rest.is_empty() {
        let also = if named.is_empty() { "" } else { "other " };
        let (one, many) = (format!("{also}item moved"), format!("{also}items moved"));
        lines.push(format!("{} between quadrants.", number(rest.len(), &one, &many)));
    }
    let again = all.iter().filter(|(_, was)| was.quadrant() == Some(Quadrant::Eliminate));
    lines.extend(again.map(|(item, _)| {
        format!("{} is taken up again, in {}.", between.title(item.id), place(between, item.quadrant()))
    }));
    lines.extend(priorities(between));
    Section::of("Sorted", lines)
}

fn matters(between: Between, (item, _): &(&Item, &Item)) -> bool {
    item.quadrant() == Some(Quadrant::Do)
        || matches!(item.priority, Priority::P0 | Priority::P1)
        || between.rank(item) == Criticality::Critical
}

fn place(between: Between, quadrant: Option<Quadrant>) -> String {
    let about = &between.now.board.about;
    quadrant.map_or_else(|| "the Inbox".to_owned(), |quadrant| escaped(about.quadrants.name(quadrant)))
}

/// "18 items sorted: 5 into Do now ('A', 'B' and 3 more), 8 into Schedule and protect."
fn from_the_inbox(between: Between, all: &[(&Item, &Item)]) -> Option<String> {
    let is_imported = |item: &Item| item.source.is_some();
    let new = |(item, was): &&(&Item, &Item)| {
        was.quadrant().is_none() && (between.was_there(item.id) || is_imported(item))
    };
    let mut count = 0;
    let mut parts = Vec::new();
    for quadrant in [Quadrant::Do, Quadrant::Schedule, Quadrant::Delegate] {
        let into = all.iter().filter(new).filter(|(item, _)| item.quadrant() == Some(quadrant));
        let titles: Vec<String> = into.map(|(item, _)| between.title(item.id)).collect();
        if titles.is_empty() {
            continue;
        }
        count += titles.len();
        let named = match quadrant {
            Quadrant::Do => format!(" ({})", listed(&titles, NAMED)),
            _ => String::new(),
        };
        parts.push(format!("{} into {}{named}", titles.len(), place(between, Some(quadrant))));
    }
    let what = number(count, "item", "items");
    (count > 0).then(|| format!("{what} sorted: {}.", parts.join(", ")))
}

/// What is P0 or P1 now; the other changes are counted.
fn priorities(between: Between) -> Vec<String> {
    let all: Vec<&Item> = between
        .told()
        .filter(|(item, was)| differs(item, was, FieldName::Priority))
        .map(|(item, _)| item)
        .collect();
    let mut lines = Vec::new();
    for priority in [Priority::P0, Priority::P1] {
        let these = all.iter().filter(|item| item.priority == priority);
        let titles: Vec<String> = these.map(|item| between.title(item.id)).collect();
        if !titles.is_empty() {
            lines.push(format!("Now {}: {}.", priority.word(), listed(&titles, NAMED)));
        }
    }
    let rest = all.iter().filter(|item| !matches!(item.priority, Priority::P0 | Priority::P1)).count();
    if rest > 0 {
        let (one, many) = if lines.is_empty() {
            ("item has", "items have")
        } else {
            ("other item has", "other items have")
        };
        lines.push(format!("{} another priority.", number(rest, one, many)));
    }
    let core = between.told().filter(|(item, was)| item.core && !was.core);
    let core: Vec<String> = core.map(|(item, _)| between.title(item.id)).collect();
    if !core.is_empty() {
        lines.push(format!("Core, and never cut: {}.", listed(&core, NAMED)));
    }
    lines
}
