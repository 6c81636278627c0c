//! The lines of the register, one by one.

use super::super::scene::Scene;
use super::super::story::counted;
use super::ask::ask;
use super::{RegisterFlag, RegisterRow};
use crate::board::{Date, Item, Progress};
use crate::schedule::{Handoff, HandoffState, state};

/// How many of the items that wait are named.
const NAMED: usize = 2;

/// A line about something from outside.
pub(super) fn ours(scene: &Scene, item: &Item, say: &dyn Fn(Date) -> String) -> RegisterRow {
    let handoff = scene.schedule.handoff(&scene.board, item.id);
    let open = handoff.filter(|handoff| handoff.state != HandoffState::Delivered);
    RegisterRow {
        item: item.id,
        nth: 0,
        what: item.title.to_string(),
        kind: item.kind.word(),
        who: String::new(),
        state: match state(item) {
            HandoffState::Unknown => "unknown",
            HandoffState::Asked => "asked",
            HandoffState::Promised => "promised",
            HandoffState::Delivered => "delivered",
        },
        slips: slips(item, say),
        overdue: open.map(|handoff| overdue(scene, item, &handoff)).unwrap_or_default(),
        plan_on: handoff.map(|handoff| until(handoff.buffer_date, say)).unwrap_or_default(),
        used: open.map(|handoff| used(item, &handoff)).unwrap_or_default(),
        needed: open.and_then(|handoff| handoff.needed_by).map(say).unwrap_or_default(),
        gap: open.and_then(|handoff| handoff.gap),
        verdict: verdict(item, handoff),
        is_alarm: open.is_some_and(|handoff| handoff.is_at_risk),
        blocks: blocks(scene, item),
        flags: flags_of_ours(scene, item, open),
        ask: ask(scene, item, say),
    }
}

fn slips(item: &Item, say: &dyn Fn(Date) -> String) -> String {
    let earlier: Vec<String> = item.earlier_promises.iter().map(|earlier| say(earlier.promised)).collect();
    if earlier.is_empty() { String::new() } else { format!("was {}", earlier.join(", ")) }
}

/// A day of the plan, which may lie further off than a date can say.
fn until(date: Option<Date>, say: &dyn Fn(Date) -> String) -> String {
    date.map_or_else(|| "after 9999".to_owned(), say)
}

/// A day off may lie between the promise and today, but what is overdue is so by a day at least.
fn overdue(scene: &Scene, item: &Item, handoff: &Handoff) -> String {
    let calendar = scene.schedule.days();
    let promised = item.promised.filter(|_| handoff.is_overdue);
    let by = promised.map(|promised| calendar.finish(scene.today) - calendar.finish(promised));
    by.map(|by| format!("overdue by {}", counted(by.max(1)))).unwrap_or_default()
}

fn used(item: &Item, handoff: &Handoff) -> String {
    match (handoff.buffer, item.promised) {
        (0, _) => String::new(),
        (buffer, Some(_)) => format!("{} of {buffer} used", handoff.used),
        (buffer, None) => format!("with {}", counted(buffer)),
    }
}

/// The gap in words, and what is more pressing than a number of days.
fn verdict(item: &Item, handoff: Option<Handoff>) -> String {
    let Some(handoff) = handoff else { return "not in the plan".to_owned() };
    match handoff.gap {
        None => "delivered".to_owned(),
        Some(gap) if gap >= 0 && item.promised.is_none() && handoff.is_at_risk => "no date yet".to_owned(),
        Some(gap) => spare(gap),
    }
}

fn spare(gap: i64) -> String {
    match gap {
        0 => "on the day".to_owned(),
        1.. => format!("{} to spare", counted(gap)),
        _ => format!("{} late", counted(-gap)),
    }
}

fn blocks(scene: &Scene, item: &Item) -> String {
    let after = scene.board.awaited_in(item.id).filter_map(|link| scene.item(link.key.successor));
    let open = after.filter(|after| !after.progress.is_done() && scene.schedule.contains(after.id));
    let mut titles: Vec<&str> = open.map(|after| after.title.as_str()).collect();
    // Two links of one pair block one item.
    titles.dedup();
    match titles.len() {
        0..=NAMED => titles.join(", "),
        many => format!("{} and {} more", titles[..NAMED].join(", "), many - NAMED),
    }
}

fn flags_of_ours(scene: &Scene, item: &Item, open: Option<Handoff>) -> Vec<RegisterFlag> {
    if item.progress.is_done() {
        return Vec::new();
    }
    let all = [
        (RegisterFlag::NoOwner, item.accountable.is_none()),
        (RegisterFlag::NoDate, item.promised.is_none()),
        (RegisterFlag::Negative, open.and_then(|handoff| handoff.gap).is_some_and(|gap| gap < 0)),
        (RegisterFlag::Overdue, open.is_some_and(|handoff| handoff.is_overdue)),
        (RegisterFlag::ChaseToday, item.chase_on.is_some_and(|date| date <= scene.today)),
    ];
    all.into_iter().filter(|(_, holds)| *holds).map(|(flag, _)| flag).collect()
}

/// A line about somebody who waits for our item.
pub(super) fn theirs(scene: &Scene, item: &Item, nth: usize, say: &dyn Fn(Date) -> String) -> RegisterRow {
    let awaited = &item.awaited_by[nth];
    let row = scene.row(item.id);
    let is_done = item.progress.is_done();
    let due = scene.schedule.days().finish(awaited.by);
    let gap = row.filter(|_| !is_done).map(|row| due - row.early_finish);
    let is_overdue = !is_done && awaited.by < scene.today;
    let is_late = gap.is_some_and(|gap| gap < 0);
    let all = [
        (RegisterFlag::NoOwner, !is_done && item.is_unowned()),
        (RegisterFlag::Negative, is_late),
        (RegisterFlag::Overdue, is_overdue),
    ];
    RegisterRow {
        item: item.id,
        nth,
        what: item.title.to_string(),
        kind: "",
        who: awaited.who.to_string(),
        state: match item.progress {
            Progress::NotStarted => "not started",
            Progress::Started { .. } => "started",
            Progress::Done { .. } => "done",
        },
        slips: String::new(),
        overdue: String::new(),
        plan_on: row.map(|row| until(row.finish, say)).unwrap_or_default(),
        used: String::new(),
        needed: say(awaited.by),
        gap,
        verdict: match gap {
            Some(gap) => spare(gap),
            None if is_done => "done".to_owned(),
            None => "not in the plan".to_owned(),
        },
        is_alarm: is_late || is_overdue,
        blocks: String::new(),
        flags: all.into_iter().filter(|(_, holds)| *holds).map(|(flag, _)| flag).collect(),
        ask: String::new(),
    }
}
