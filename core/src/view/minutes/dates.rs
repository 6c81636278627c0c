//! What the minutes say of dates: promises, deadlines, and who outside waits until when.

use super::between::{Between, name, prose};
use super::text::Section;
use crate::board::{Awaited, Date, Item, sort_by_key};
use crate::exchange::markdown_escaped as escaped;

/// The dates that came, moved or went, an item a line, the critical items first.
pub(super) fn dates(between: Between) -> Section {
    let told = between.told().filter(|(item, _)| !item.progress.is_done());
    let mut told: Vec<(&Item, &Item)> = told.collect();
    sort_by_key(&mut told, |(item, _)| between.rank(item));
    let lines = told.iter().filter_map(|(item, was)| item_line(between, item, was));
    Section::of("Dates and promises", lines.collect())
}

/// What is new of an item's dates.
pub(super) fn item_line(between: Between, item: &Item, was: &Item) -> Option<String> {
    let parts = [promise(between, item, was), asked(between, item, was), deadline(between, item, was)];
    let mut parts: Vec<String> = parts.into_iter().flatten().collect();
    parts.extend(awaited(between, item, was));
    parts.extend(not_before(between, item, was));
    if parts.is_empty() {
        return None;
    }
    let giver = item.responsible.filter(|_| item.kind.is_external());
    let from = giver.map(|giver| format!(" from {}", name(between.now, giver))).unwrap_or_default();
    Some(format!("{}{from}: {}.", between.title(item.id), parts.join("; ")))
}

fn promise(between: Between, item: &Item, was: &Item) -> Option<String> {
    let say = between.say;
    let verb = if item.kind.is_external() { "promised for" } else { "we promise" };
    match (was.promised, item.promised) {
        (None, Some(to)) => Some(format!("{verb} {}", say(to))),
        (Some(from), None) => Some(format!("the promise for {} is taken back", say(from))),
        (Some(from), Some(to)) if from != to => {
            let anew = if item.agreed == Some(to) { ", agreed anew" } else { "" };
            Some(format!("{verb} {}{anew}", instead(between, from, to)))
        }
        (Some(_), Some(to)) if item.agreed != was.agreed && item.agreed == Some(to) => {
            Some(format!("{} is agreed as the new date", say(to)))
        }
        _ => None,
    }
}

/// "Thu 12 Mar instead of Tue 10 Mar, 2 days later".
fn instead(between: Between, from: Date, to: Date) -> String {
    let moved = between.moved(from, to);
    let moved = if moved.is_empty() { moved } else { format!(", {moved}") };
    format!("{} instead of {}{moved}", (between.say)(to), (between.say)(from))
}

/// Somebody was asked, and has not answered yet.
fn asked(between: Between, item: &Item, was: &Item) -> Option<String> {
    let new = item.requested.filter(|day| Some(*day) != was.requested && item.promised.is_none());
    new.map(|day| format!("asked for on {}, no date yet", (between.say)(day)))
}

fn deadline(between: Between, item: &Item, was: &Item) -> Option<String> {
    match (was.deadline, item.deadline) {
        (None, Some(to)) => Some(format!("deadline {}", (between.say)(to))),
        (Some(from), None) => Some(format!("no deadline any more, it was {}", (between.say)(from))),
        (Some(from), Some(to)) if from != to => Some(format!("deadline {}", instead(between, from, to))),
        _ => None,
    }
}

/// Who outside waits, where that is new.
fn awaited<'a>(between: Between<'a>, item: &'a Item, was: &'a Item) -> Vec<String> {
    let before = |who: &Awaited| was.awaited_by.iter().find(|then| then.who == who.who).map(|then| then.by);
    let line = |it: &Awaited| {
        let who = escaped(it.who.as_str());
        match before(it) {
            Some(by) if by == it.by => None,
            Some(by) => Some(format!("{who} needs it by {}", instead(between, by, it.by))),
            None => Some(format!("{who} needs it by {}", (between.say)(it.by))),
        }
    };
    let gone = was.awaited_by.iter().filter(|then| !item.awaited_by.iter().any(|it| it.who == then.who));
    let gone = gone.map(|then| format!("{} does not wait for it any more", prose(then.who.as_str(), " ")));
    item.awaited_by.iter().filter_map(line).chain(gone).collect()
}

fn not_before(between: Between, item: &Item, was: &Item) -> Option<String> {
    let new = item.not_before.filter(|day| Some(*day) != was.not_before);
    new.map(|day| format!("does not start before {}", (between.say)(day)))
}
