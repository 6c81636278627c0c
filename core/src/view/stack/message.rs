//! The message that tells others of a cut: what is out, why, what it changes, what is protected. Plain text that is
//! also Markdown, to be read over and sent.

use super::super::minutes::capital;
use super::cut::Figures;
use super::words::{enumerated, freed_by, share, titles};
use crate::board::{Date, Item, ItemId};
use crate::schedule::{Moved, commitments};
use crate::view::markup::straight;
use crate::view::scene::Scene;

/// Writes a day.
type Say<'a> = &'a dyn Fn(Date) -> String;

/// The message of a cut, as seen from the board before it. `say` writes a day.
pub fn message(scene: &Scene, items: &[ItemId], figures: &Figures, reason: &str, say: Say) -> String {
    let parts = [
        format!("**What we leave out of {}**", scene.board.about.name),
        out(scene, items, reason),
        block("What that changes", &changes(scene, items, figures, say)),
        block("What is protected", &protected(scene, items, figures, say)),
        escalation(scene),
    ];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    straight(&parts.join("\n\n"))
}

fn block(heading: &str, lines: &[String]) -> String {
    if lines.is_empty() { String::new() } else { format!("{heading}:\n{}", bullets(lines)) }
}

fn bullets(lines: &[String]) -> String {
    lines.iter().map(|line| format!("- {line}")).collect::<Vec<_>>().join("\n")
}

fn out(scene: &Scene, items: &[ItemId], reason: &str) -> String {
    let line = |item: &Item| match item.responsible.and_then(|id| scene.board.person(id)) {
        Some(person) if item.kind.is_external() => format!("{}, from {}", item.title, person.name),
        Some(person) => format!("{} ({})", item.title, person.name),
        None => item.title.to_string(),
    };
    let lines: Vec<String> = items.iter().filter_map(|id| scene.item(*id)).map(line).collect();
    let (these, each) = match items.len() {
        1 => ("This is".to_owned(), "It stays"),
        n => (format!("These {n} are"), "They stay"),
    };
    let why = match reason.trim().trim_end_matches('.') {
        "" => String::new(),
        reason => format!("Why? {}.\n", capital(reason)),
    };
    let back = format!("{each} on our list of what we said no to, and can come back from there.");
    format!("{these} no longer in the plan:\n{}\n\n{why}{back}", bullets(&lines))
}

fn changes(scene: &Scene, items: &[ItemId], figures: &Figures, say: Say) -> Vec<String> {
    let finish = figures.effect.after.map(|after| match (figures.effect.before, figures.effect.days) {
        (Some(before), days @ ..=-1) => {
            format!("We finish on {} instead of {}: {} sooner.", say(after), say(before), working(-days))
        }
        _ if figures.on_path => format!("The finish stays {}: other work takes as long.", say(after)),
        _ => format!("The finish stays {}: it does not wait for any of this.", say(after)),
    });
    let target = scene.board.about.target.zip(figures.past_target).map(|(target, past)| match past {
        0 => format!("That meets the target, {}.", say(target)),
        1.. => format!("That is still {} after the target, {}.", working(past), say(target)),
        _ => format!("That is {} before the target, {}.", working(-past), say(target)),
    });
    let freed = freed_by(scene, figures);
    let freed = (!freed.is_empty()).then(|| format!("Work freed: {}.", enumerated(&freed)));
    let given_up = dates(scene, &figures.given_up, say);
    let given_up = (!given_up.is_empty()).then(|| format!("Dates that we give up: {}.", given_up.join("; ")));
    [finish, target, freed, value(items, figures), given_up].into_iter().flatten().collect()
}

fn working(days: i64) -> String {
    if days == 1 { "1 working day".to_owned() } else { format!("{days} working days") }
}

fn value(items: &[ItemId], figures: &Figures) -> Option<String> {
    let share = share(&figures.value).filter(|_| figures.value.given > 0)?;
    let unknown = match figures.value.unknown {
        0 => String::new(),
        n => format!("; {n} of the {} {} no score", items.len(), if n == 1 { "has" } else { "have" }),
    };
    Some(format!("We give up {share} of the value that we have scored{unknown}."))
}

fn protected(scene: &Scene, items: &[ItemId], figures: &Figures, say: Say) -> Vec<String> {
    let goal = scene.board.about.goal.trim().trim_end_matches('.');
    let goal = (!goal.is_empty()).then(|| format!("The goal: done when {goal}."));
    let is_core = |item: &&std::sync::Arc<Item>| item.core && !item.progress.is_done();
    let core: Vec<ItemId> = scene.live().iter().filter(is_core).map(|item| item.id).collect();
    let core = (!core.is_empty())
        .then(|| format!("The core, without which there is no goal: {}.", enumerated(&titles(scene, &core))));
    let kept = dates(scene, &kept(scene, items, figures), say);
    let kept = (!kept.is_empty()).then(|| format!("Dates that hold: {}.", kept.join("; ")));
    [goal, core, kept].into_iter().flatten().collect()
}

/// The dates that were given for our open work that stays, and that hold.
fn kept(scene: &Scene, items: &[ItemId], figures: &Figures) -> Vec<Moved> {
    let ours = |item: &&std::sync::Arc<Item>| {
        !item.kind.is_external()
            && !item.progress.is_done()
            && !items.contains(&item.id)
            && scene.schedule.contains(item.id)
    };
    let holds = |moved: &Moved| {
        figures.effect.saved.contains(moved)
            || !(scene.schedule.misses(&scene.board, *moved) || figures.effect.broken.contains(moved))
    };
    let given = scene.live().iter().filter(ours).flat_map(|item| commitments(item));
    given.filter(holds).collect()
}

/// Dates by the item that they were given for: "'API' for Payments by Fri 13 March and for Search by Mon 16 March".
fn dates(scene: &Scene, moved: &[Moved], say: Say) -> Vec<String> {
    let mut lines = Vec::new();
    for group in moved.chunk_by(|a, b| a.item == b.item) {
        let Some(item) = group.first().and_then(|first| scene.item(first.item)) else { continue };
        let mut days: Vec<String> = Vec::new();
        for Moved { date, .. } in group {
            let waiting = item.awaited_by.iter().find(|awaited| awaited.by == *date);
            let who = waiting.filter(|_| item.deadline != Some(*date)).map(|w| format!("for {} ", w.who));
            days.push(format!("{}by {}", who.unwrap_or_default(), say(*date)));
        }
        lines.push(format!("'{}' {}", item.title, enumerated(&days)));
    }
    lines
}

fn escalation(scene: &Scene) -> String {
    match scene.board.about.escalation.trim().trim_end_matches('.') {
        "" => "If you need one of these after all, tell us now.".to_owned(),
        who => format!("If you need one of these after all, talk to {who}."),
    }
}
