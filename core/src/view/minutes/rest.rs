//! What the minutes say of what is done, and of all that is counted only.

use super::between::{Between, differs, listed, number};
use super::text::Section;
use crate::board::{FieldName, Item, sort_by_key};
use crate::exchange::markdown_escaped as escaped;
use crate::schedule::Criticality;
use crate::view::story::counted;

/// How many items a line names.
const NAMED: usize = 5;

/// Items that are done now, and actions.
pub(super) fn done(between: Between) -> Section {
    let new = |(item, was): &(&Item, &Item)| item.progress.is_done() && !was.progress.is_done();
    let finished: Vec<&Item> = between.told().filter(new).map(|(item, _)| item).collect();
    let (theirs, ours): (Vec<&Item>, Vec<&Item>) = finished.iter().partition(|item| item.kind.is_external());
    let titles = |items: &[&Item]| items.iter().map(|item| between.title(item.id)).collect::<Vec<_>>();
    let mut lines = Vec::new();
    if !ours.is_empty() {
        lines.push(format!("{}.", listed(&titles(&ours), NAMED)));
    }
    if !theirs.is_empty() {
        lines.push(format!("Delivered: {}.", listed(&titles(&theirs), NAMED)));
    }
    let reopened = between.told().filter(|(item, was)| !item.progress.is_done() && was.progress.is_done());
    lines.extend(reopened.map(|(item, _)| format!("Not done after all: {}.", between.title(item.id))));
    let actions = between.now.board.actions.values().filter(|action| action.done.is_some());
    let actions = actions
        .filter(|action| between.then.board.actions.get(&action.id).is_none_or(|was| was.done.is_none()));
    lines.extend(actions.map(|action| {
        let who = action.owner.map(|owner| format!("{} ", between.name(owner))).unwrap_or_default();
        format!("{who}{}.", escaped(action.what.as_str()))
    }));
    Section::of("Done", lines)
}

/// What came, what was thrown away, and what is estimated.
pub(super) fn also(between: Between) -> Section {
    let mut lines = Vec::new();
    let new: Vec<&Item> =
        between.now.live().iter().map(AsRef::as_ref).filter(|i| !between.was_there(i.id)).collect();
    let (imported, added): (Vec<&Item>, Vec<&Item>) = new.into_iter().partition(|item| item.source.is_some());
    lines.extend(came_in(&imported));
    if !added.is_empty() {
        let titles: Vec<String> = added.iter().map(|item| between.title(item.id)).collect();
        lines.push(format!("New: {}.", listed(&titles, NAMED)));
    }
    let gone = between.then.live().iter();
    let gone = gone.filter(|item| between.now.item(item.id).is_none_or(|item| item.trashed.is_some()));
    let gone: Vec<String> = gone.map(|item| super::between::titled(between.then, item.id)).collect();
    if !gone.is_empty() {
        lines.push(format!("Thrown away: {}.", listed(&gone, NAMED)));
    }
    lines.extend(estimated(between));
    Section::of("Also", lines)
}

/// "31 items came in from jira."
fn came_in(imported: &[&Item]) -> Vec<String> {
    let mut from: Vec<(String, usize)> = Vec::new();
    for item in imported {
        let origin = item.source.as_ref().map(|source| source.origin.as_str()).unwrap_or_default();
        let tool = origin.split(':').next().unwrap_or_default();
        let tool = match tool {
            "jira" => "Jira".to_owned(),
            "github" => "GitHub".to_owned(),
            "trello" => "Trello".to_owned(),
            "" => "a file".to_owned(),
            other => escaped(other),
        };
        match from.iter_mut().find(|(known, _)| *known == tool) {
            Some((_, count)) => *count += 1,
            None => from.push((tool, 1)),
        }
    }
    from.iter().map(|(tool, n)| format!("{} came in from {tool}.", number(*n, "item", "items"))).collect()
}

/// What decides the finish and takes another time, by name; the others are counted.
fn estimated(between: Between) -> Vec<String> {
    let all = between
        .told()
        .filter(|(item, was)| differs(item, was, FieldName::Duration) && between.was_there(item.id));
    let mut all: Vec<(&Item, &Item)> = all.filter(|(item, _)| item.duration.is_some()).collect();
    sort_by_key(&mut all, |(item, _)| between.rank(item));
    let is_named =
        |(item, was): &&(&Item, &Item)| was.duration.is_some() && between.rank(item) == Criticality::Critical;
    let named: Vec<_> = all.iter().filter(is_named).take(NAMED).collect();
    let days = |item: &Item| counted(i64::from(item.duration.unwrap_or_default().get()));
    let mut lines: Vec<String> = named
        .iter()
        .map(|(item, was)| {
            format!("{} takes {} instead of {}.", between.title(item.id), days(item), days(was))
        })
        .collect();
    let rest = all.len() - named.len();
    if rest > 0 {
        let (one, many) = if named.is_empty() { ("item", "items") } else { ("other item", "other items") };
        lines.push(format!("{} estimated.", number(rest, one, many)));
    }
    lines
}
