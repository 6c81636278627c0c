//! A status update: how the board stands, and what has changed since the last one, as a text to be sent.
//!
//! The colour follows from a written rule ([`Colour`]), and its reason is said. Nothing is told twice: what explains
//! the colour is not a blocker again.

mod colour;

pub(super) use colour::is_spent;
pub use colour::{Colour, Judged, judge};

use super::minutes::{Between, Section, Text, capital, finish, name, news, number, prose, titled};
use super::story::counted;
use super::{Scene, owners};
use crate::board::{Date, Item, Progress, sort_by_key};
use crate::exchange::markdown_escaped as escaped;
use crate::schedule::Handoff;
use colour::Risk;

/// Working days that count as next.
const SOON: i64 = 5;
/// The most lines under a heading.
const LINES: usize = 6;
/// The most lines of all.
const MOST: usize = 45;

/// A status update as Markdown. `between` reaches back to the last one; `since` is its day, where there was one.
pub fn status(between: Between, since: Option<Date>) -> String {
    let (scene, say) = (between.now, between.say);
    let about = &scene.board.about;
    let mut lead = vec![match prose(&about.goal, " ") {
        goal if goal.is_empty() => format!("**What**: {}.", escaped(about.name.as_str())),
        goal => format!("**What**: {}. Done when {goal}.", escaped(about.name.as_str())),
    }];
    let mut sections = Vec::new();
    if let Some(Judged { colour, reason, broken, at_risk }) = judge(scene, say) {
        let hangs = hangs_on(scene).map(|hangs| format!(" {hangs}")).unwrap_or_default();
        lead.push(format!("**{}**: {reason}.{hangs}", colour.word()));
        let moved = since.and_then(|day| finish(between, &format!("on {}", say(day))));
        let shifted = since.is_some() && between.then.schedule.shift_to(&scene.schedule) != 0;
        lead.extend(moved.filter(|_| shifted));
        let said = |line: &String| *line != reason;
        let (stops, may_stop): (Vec<_>, Vec<_>) = at_risk.into_iter().partition(|risk| risk.stops);
        let words = |risks: Vec<Risk>| risks.into_iter().map(|risk| risk.words);
        let blockers = broken.into_iter().chain(words(stops)).filter(said).map(sentence);
        let overloaded = owners(scene).people.into_iter().filter(|burden| burden.is_over);
        let overloaded = overloaded.map(|burden| prose(&burden.words, " "));
        let risks = words(may_stop).chain(thin(scene)).chain(overloaded).filter(said).map(sentence);
        sections.push(few("Progress", progress(between, since)));
        sections.push(few("Blockers", blockers.collect()));
        sections.push(few("Next", next(scene, say)));
        sections.push(few("Risks", risks.collect()));
    } else {
        lead.push("Nothing is planned yet.".to_owned());
        sections.push(few("Progress", progress(between, since)));
    }
    let title = format!("Status of {}", say(scene.today));
    Text { title, lead, sections }.markdown(MOST)
}

fn few(head: &'static str, mut lines: Vec<String>) -> Section {
    let more = lines.len().saturating_sub(LINES);
    lines.truncate(LINES);
    Section { more, ..Section::of(head, lines) }
}

fn sentence(words: String) -> String {
    format!("{}.", capital(&words))
}

/// Buffers that are used in part.
fn thin(scene: &Scene) -> Vec<String> {
    let open = scene.live().iter().filter(|item| item.kind.is_external() && !is_spent(scene, item));
    let used = open.filter_map(|item| {
        let handoff = scene.schedule.handoff(&scene.board, item.id).filter(|handoff| handoff.used > 0)?;
        Some(buffer_used(&handoff, "the", &format!(" of {}", titled(scene, item.id))))
    });
    used.collect()
}

/// "2 of its 3 days of buffer are used".
pub(super) fn buffer_used(handoff: &Handoff, its: &str, of: &str) -> String {
    let are = if handoff.used == 1 { "is" } else { "are" };
    format!("{} of {its} {} of buffer{of} {are} used", handoff.used, counted(handoff.buffer))
}

/// What the finish hangs on: the first undone item of the chain that decides it.
fn hangs_on(scene: &Scene) -> Option<String> {
    scene.schedule.past_target().filter(|past| *past > 0)?;
    let chain = scene.schedule.main_chain(&scene.board);
    let first = scene.item(*chain.first()?)?;
    let who = first.responsible.map(|who| format!(" ({})", name(scene, who))).unwrap_or_default();
    let behind = match chain.len() {
        1 => String::new(),
        n => format!(", and on {} behind it", number(n - 1, "item", "items")),
    };
    Some(format!("It hangs on {}{who}{behind}.", titled(scene, first.id)))
}

/// What is done and decided since then; without a day, what is done at all.
fn progress(between: Between, since: Option<Date>) -> Vec<String> {
    if since.is_some() {
        return news(between);
    }
    let done = between.now.live().iter().filter(|item| item.progress.is_done());
    let mut done: Vec<&Item> = done.map(AsRef::as_ref).collect();
    sort_by_key(&mut done, |item| std::cmp::Reverse(item.progress.finished()));
    let line = |item: &&Item| {
        let word = if item.kind.is_external() { "delivered" } else { "done" };
        let day = item.progress.finished().map(between.say).unwrap_or_default();
        format!("{}: {word} {day}.", titled(between.now, item.id))
    };
    done.iter().map(line).collect()
}

/// What is under way, what starts within a week, and what is expected from outside; then what somebody does.
fn next(scene: &Scene, say: &dyn Fn(Date) -> String) -> Vec<String> {
    let until = scene.schedule.today().unwrap_or_default() + SOON;
    let open = scene.live().iter().filter(|item| !item.progress.is_done());
    let rows = open.filter_map(|item| Some((item, scene.row(item.id)?)));
    let mut soon: Vec<_> = rows
        .filter(|(item, row)| {
            if item.kind.is_external() {
                item.promised.is_some() && row.early_finish <= until
            } else {
                row.early_start < until
            }
        })
        .collect();
    let started = |item: &Item| matches!(item.progress, Progress::Started { .. });
    sort_by_key(&mut soon, |(item, row)| (!started(item), scene.criticality(item), row.early_start));
    let day = |date: Option<Date>| date.map_or_else(|| "after 9999".to_owned(), say);
    let items = soon.iter().map(|(item, row)| {
        let who = item.responsible.map(|who| name(scene, who));
        let from = if item.kind.is_external() { " from " } else { ", " };
        let who = who.map(|who| format!("{from}{who}")).unwrap_or_default();
        let when = match (item.kind.is_external(), started(item)) {
            (true, _) => format!("expected {}", day(row.finish)),
            (false, true) => format!("done by {}", day(row.finish)),
            (false, false) if row.start == row.finish => day(row.start),
            (false, false) => format!("{} to {}", day(row.start), day(row.finish)),
        };
        format!("{}{who}: {when}.", titled(scene, item.id))
    });
    items.collect()
}
