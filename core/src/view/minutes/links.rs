//! What the minutes say of links: those on the path or near it by name, the others counted.

use super::between::{Between, number};
use super::text::Section;
use crate::board::{Lag, LinkKey, LinkKind};
use crate::view::story::counted;

/// What waits for what, where that is new.
pub(super) fn links(between: Between) -> Section {
    let (then, now) = (&between.then.board.links, &between.now.board.links);
    let is_live = |key: &LinkKey| {
        let live = |id| between.now.item(id).is_some_and(|item| item.trashed.is_none());
        live(key.predecessor) && live(key.successor)
    };
    let is_same_pair =
        |a: &LinkKey, b: &LinkKey| (a.predecessor, a.successor) == (b.predecessor, b.successor);
    let (mut lines, mut new, mut gone) = (Vec::new(), 0, 0);
    for (key, lag) in now.iter().filter(|(key, lag)| then.get(key) != Some(lag) && is_live(key)) {
        if between.is_near_path(key.predecessor) && between.is_near_path(key.successor) {
            lines.push(format!("{}.", linked(between, key, *lag)));
        } else {
            new += 1;
        }
    }
    for (key, _) in then.iter().filter(|(key, _)| !now.contains_key(key) && is_live(key)) {
        if now.keys().any(|new| is_same_pair(new, key) && !then.contains_key(new)) {
            continue;
        }
        if between.is_near_path(key.predecessor) || between.is_near_path(key.successor) {
            let (before, after) = (between.title(key.predecessor), between.title(key.successor));
            lines.push(format!("{after} does not wait for {before} any more."));
        } else {
            gone += 1;
        }
    }
    let others =
        [(new, number(new, "new link", "new links")), (gone, number(gone, "link removed", "links removed"))];
    let others: Vec<String> = others.into_iter().filter(|(n, _)| *n > 0).map(|(_, words)| words).collect();
    if !others.is_empty() {
        lines.push(format!("Off the path: {}.", others.join(", ")));
    }
    Section::of("What waits for what", lines)
}

fn linked(between: Between, key: &LinkKey, lag: Lag) -> String {
    let (before, after) = (between.title(key.predecessor), between.title(key.successor));
    let lag = match lag.get() {
        0 => String::new(),
        days @ 1.. => format!(", and {} more", counted(i64::from(days))),
        days => format!(", less {}", counted(i64::from(-days))),
    };
    match key.kind {
        LinkKind::FinishToStart => format!("{after} waits for {before}{lag}"),
        LinkKind::StartToStart => format!("{after} starts after {before} has started{lag}"),
        LinkKind::FinishToFinish => format!("{after} ends after {before} has ended{lag}"),
        LinkKind::StartToFinish => format!("{after} ends after {before} has started{lag}"),
    }
}
