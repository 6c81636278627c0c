//! The words of a row: the label at its end, and the whole of it as a sentence.

use super::super::scene::Scene;
use super::super::story::counted as days;
use super::row::has_started;
use crate::board::{Date, Item, Progress};
use crate::schedule::{Criticality, Handoff, Row};

/// The words at the end of a bar: what there is to spare, and how much of a buffer is used.
pub(super) fn label(row: &Row, item: &Item, handoff: Option<&Handoff>) -> String {
    if row.is_done {
        return if item.kind.is_external() { "delivered" } else { "done" }.to_owned();
    }
    let used = handoff.filter(|handoff| handoff.used > 0);
    let used = used.map(|handoff| format!("{} of {} used", handoff.used, handoff.buffer));
    let parts = [used, Some(spare(row))];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// `critical`, `3 days to spare`.
fn spare(row: &Row) -> String {
    match (row.criticality, row.total_float.unwrap_or_default()) {
        (Criticality::Critical, ..=-1) => {
            format!("critical, {} too late", days(-row.total_float.unwrap_or_default()))
        }
        (Criticality::Critical, _) => "critical".to_owned(),
        (_, float) => format!("{} to spare", days(float)),
    }
}

/// Who gives an external item.
pub(super) fn giver(scene: &Scene, item: &Item) -> Option<String> {
    let giver = item.responsible.filter(|_| item.kind.is_external()).and_then(|id| scene.board.person(id));
    giver.map(|giver| giver.name.to_string())
}

/// What binds its finish from outside: its deadline, or somebody who waits for it.
pub(super) fn due_word(item: &Item) -> &'static str {
    if item.deadline.is_some() && item.deadline == item.due() { "deadline" } else { "awaited by" }
}

/// All that a row shows, as a sentence or two.
pub(super) fn row(
    scene: &Scene,
    item: &Item,
    row: &Row,
    handoff: Option<&Handoff>,
    say: &dyn Fn(Date) -> String,
) -> String {
    let mut parts = vec![who(scene, item), when(item, row, say)];
    parts.push(label(row, item, None));
    if row.is_guess && !row.is_done {
        parts.push("a guess".to_owned());
    }
    if let Some(handoff) = handoff.filter(|handoff| handoff.buffer > 0) {
        let until = handoff.buffer_date.map(|date| format!(" to {}", say(date))).unwrap_or_default();
        parts.push(format!("buffer {}{until}, {} used", days(handoff.buffer), handoff.used));
    }
    let open = !row.is_done;
    let marked = [
        (item.promised, "promised"),
        (handoff.and_then(|handoff| handoff.needed_by), "needed by"),
        (item.due(), due_word(item)),
    ];
    let dated =
        marked.into_iter().filter_map(|(date, word)| date.map(|date| format!("{word} {}", say(date))));
    parts.extend(dated.filter(|_| open));
    parts.join(". ")
}

fn who(scene: &Scene, item: &Item) -> String {
    let title = &item.title;
    if item.kind.is_external() {
        let from = giver(scene, item).map(|giver| format!(" from {giver}")).unwrap_or_default();
        return format!("{title}{from}, external");
    }
    let owner = item.responsible.or(item.accountable).and_then(|id| scene.board.person(id));
    match owner {
        Some(owner) => format!("{title}, {}", owner.name),
        None => format!("{title}, no owner"),
    }
}

fn when(item: &Item, row: &Row, say: &dyn Fn(Date) -> String) -> String {
    let written = |date: Option<Date>| date.map_or_else(|| "after 9999".to_owned(), say);
    let length = row.early_finish - row.early_start;
    if length == 0 {
        return format!("milestone on {}", written(row.finish));
    }
    let begun = match item.progress {
        Progress::Done { .. } => "",
        _ if has_started(item) => "started ",
        _ => "",
    };
    format!("{begun}{} to {}, {}", written(row.start), written(row.finish), days(length))
}
