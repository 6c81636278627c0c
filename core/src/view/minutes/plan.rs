//! What the minutes say of the goal, the target, the finish, and who joined.

use super::between::{Between, later, listed, prose};
use super::text::Section;
use crate::exchange::markdown_escaped as escaped;
use crate::view::Scene;
use crate::view::story::counted;

/// How many people a line names.
const PEOPLE: usize = 8;

/// "Thu 26 Mar, on target". `None` for a board without a plan.
pub(in crate::view) fn standing(scene: &Scene, say: &dyn Fn(crate::board::Date) -> String) -> Option<String> {
    against(scene, "the target", say)
}

/// The finish against a target, which is called `target`.
fn against(scene: &Scene, target: &str, say: &dyn Fn(crate::board::Date) -> String) -> Option<String> {
    scene.schedule.finish()?;
    let day = scene.schedule.finish_date().map_or_else(|| "after 9999".to_owned(), say);
    Some(match scene.schedule.past_target() {
        None => day,
        Some(0) => format!("{day}, on target"),
        Some(past @ 1..) => format!("{day}, {} past {target}", counted(past)),
        Some(past) => format!("{day}, {} before {target}", counted(-past)),
    })
}

/// The finish as it is and as it was; `when` says when that was, such as "before the meeting".
pub(in crate::view) fn finish(between: Between, when: &str) -> Option<String> {
    let (then, now) = (between.then.schedule.finish_date(), between.now.schedule.finish_date());
    let targets = (between.then.board.about.target, between.now.board.about.target);
    let is_new = targets.0.is_some() && targets.0 != targets.1;
    let target = if is_new { "the new target" } else { "the target" };
    let stands = against(between.now, target, between.say)?;
    let Some(was) = standing(between.then, between.say) else {
        return Some(format!("The plan is done on **{stands}**."));
    };
    let moved = later(between.then.schedule.shift_to(&between.now.schedule));
    Some(match then {
        _ if moved.is_empty() && then == now => format!("The finish stays **{stands}**."),
        Some(then) if !moved.is_empty() => {
            format!("The finish is **{stands}**, {moved} than {when} ({}).", (between.say)(then))
        }
        _ => format!("The finish is **{stands}**; {when} it was {was}."),
    })
}

/// What the board says of itself, where that is new, and who joined.
pub(super) fn frame(between: Between) -> Section {
    let (then, now) = (&between.then.board.about, &between.now.board.about);
    let mut lines = Vec::new();
    if now.goal != then.goal && !then.goal.trim().is_empty() {
        lines.push(format!("The goal is new; it was: done when {}.", prose(&then.goal, " ")));
    }
    match (then.target, now.target) {
        (None, Some(target)) => lines.push(format!("The target is {}.", (between.say)(target))),
        (Some(was), None) => {
            lines.push(format!("There is no target any more; it was {}.", (between.say)(was)));
        }
        (Some(was), Some(target)) if was != target => {
            let moved = between.moved(was, target);
            let moved = if moved.is_empty() { String::new() } else { format!(": {moved}") };
            let (target, was) = ((between.say)(target), (between.say)(was));
            lines.push(format!("The target is {target} instead of {was}{moved}."));
        }
        _ => {}
    }
    let said = [
        ("What cannot be changed", &now.constraints, &then.constraints),
        ("Who decides where the team cannot", &now.escalation, &then.escalation),
    ];
    let said = said.into_iter().filter(|(_, now, then)| now != then);
    lines.extend(said.map(|(what, now, _)| match prose(now, "; ") {
        now if now.is_empty() => format!("{what}: nothing is said any more."),
        now => format!("{what}: {now}."),
    }));
    lines.extend(people(between));
    Section::of("Goal and people", lines)
}

/// Who joined, who is called something else, and who left.
fn people(between: Between) -> Vec<String> {
    let (then, now) = (&between.then.board, &between.now.board);
    let joined = now.roster().into_iter().filter(|person| then.person(person.id).is_none());
    let joined: Vec<String> = joined.map(|person| escaped(person.name.as_str())).collect();
    let left = then.roster().into_iter().filter(|person| now.person(person.id).is_none());
    let left: Vec<String> = left.map(|person| escaped(person.name.as_str())).collect();
    let known = now.roster().into_iter().filter_map(|person| Some((person, then.person(person.id)?)));
    let renamed = known.filter(|(person, was)| person.name != was.name);
    let mut lines: Vec<String> = renamed
        .map(|(person, was)| {
            format!("{} is called {} now.", escaped(was.name.as_str()), escaped(person.name.as_str()))
        })
        .collect();
    let lists = [("New in the roster", joined), ("Not in the roster any more", left)];
    let lists = lists.into_iter().filter(|(_, names)| !names.is_empty());
    lines.extend(lists.map(|(what, names)| format!("{what}: {}.", listed(&names, PEOPLE))));
    lines
}
