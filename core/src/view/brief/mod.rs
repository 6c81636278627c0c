//! A brief for somebody with authority: how something stands, what a day of delay costs and who waits, what could be
//! done, and what we would do. Every number comes from the schedule: each option is tried on a copy of the board.

mod options;

use options::{Choice, options, slipped};

use super::Scene;
use super::minutes::{Section, Text, capital, listed, name, number, prose, standing, titled};
use super::status::buffer_used;
use super::story::counted;
use crate::board::{Date, Item, ItemId, gathered, sort_by_key};
use crate::schedule::{Criticality, Handoff};
use std::collections::BTreeSet;

/// Writes a day.
type Say<'a> = &'a dyn Fn(Date) -> String;

/// How many items and teams are named.
const NAMED: usize = 4;
/// The most lines of a brief.
const MOST: usize = 40;
/// Working days until an answer is wanted.
const ANSWER: i64 = 2;

/// What a brief can be about, the most pressing first: what comes too late, what is critical and comes from outside, then
/// the other critical items. Nothing that is done.
pub fn subjects(scene: &Scene) -> Vec<ItemId> {
    let open =
        scene.live().iter().filter(|item| !item.progress.is_done() && scene.schedule.contains(item.id));
    let mut all: Vec<(&Item, i64)> = open
        .filter_map(|item| {
            let late = late(scene, item);
            let is_pressing = item.kind.is_external() || scene.criticality(item) == Criticality::Critical;
            (late > 0 || is_pressing).then_some((item.as_ref(), late))
        })
        .collect();
    sort_by_key(&mut all, |(item, late)| {
        let is_external = item.kind.is_external();
        (!(is_external && *late > 0), scene.criticality(item), !is_external, -*late)
    });
    all.into_iter().map(|(item, _)| item.id).collect()
}

/// Working days by which an item comes after it is needed.
fn late(scene: &Scene, item: &Item) -> i64 {
    let gap = handoff(scene, item).and_then(|handoff| handoff.gap);
    gap.or_else(|| scene.row(item.id)?.target_float).map_or(0, |gap| (-gap).max(0))
}

fn handoff(scene: &Scene, item: &Item) -> Option<Handoff> {
    scene.schedule.handoff(&scene.board, item.id).filter(|_| item.kind.is_external())
}

/// The brief about an item, as Markdown. `None` for an item that is not in the plan, or is done.
pub fn brief(scene: &Scene, id: ItemId, say: Say) -> Option<String> {
    let item = scene.item(id).filter(|item| !item.progress.is_done() && scene.schedule.contains(id))?;
    let choices = options(scene, item, say);
    let authority = prose(&scene.board.about.escalation, "; ");
    let mut lead = Vec::new();
    if !authority.is_empty() {
        lead.push(format!("For {authority}."));
    }
    lead.push(format!("**Where it stands.** {}", state(scene, item, say)));
    lead.push(format!("**What a delay costs.** {}", cost(scene, item)));
    let best = best(&choices);
    let lines: Vec<String> =
        choices.iter().map(|choice| format!("{} {}", choice.what, choice.outcome(scene, say))).collect();
    let mut sections = vec![Section { is_numbered: true, ..Section::kept("Options", lines) }];
    sections.push(Section::kept(
        "What we recommend",
        best.map(|nth| recommended(scene, &choices, nth, say)).into_iter().chain(no_cut(&choices)).collect(),
    ));
    let title = format!("We need a decision: {}{}", titled(scene, id), from(scene, item));
    Some(Text { title, lead, sections }.markdown(MOST))
}

/// " from Payments".
fn from(scene: &Scene, item: &Item) -> String {
    let giver = item.responsible.filter(|_| item.kind.is_external());
    giver.map(|giver| format!(" from {}", name(scene, giver))).unwrap_or_default()
}

fn state(scene: &Scene, item: &Item, say: Say) -> String {
    let title = format!("{}{}", titled(scene, item.id), from(scene, item));
    let mut said = match handoff(scene, item) {
        Some(handoff) => outside(item, &title, &handoff, say),
        None => ours(scene, item, &title, say),
    };
    if let Some(needed) = needed(scene, item, say) {
        said.push(needed);
    }
    if let Some(standing) = standing(scene, say) {
        said.push(format!("The plan is done on {standing}."));
    }
    said.join(" ")
}

fn outside(item: &Item, title: &str, handoff: &Handoff, say: Say) -> Vec<String> {
    let asked = item.requested.map(|day| format!("asked for on {}", say(day)));
    let first = item.earlier_promises.first().map(|earlier| earlier.promised).or(item.agreed);
    let promised = item.promised.map(|now| match first.filter(|first| *first != now) {
        Some(first) => format!("first promised for {} and now for {}", say(first), say(now)),
        None => format!("promised for {}", say(now)),
    });
    let known: Vec<String> = asked.into_iter().chain(promised).collect();
    let mut said = if known.is_empty() {
        vec![format!("{title}: nobody has been asked yet.")]
    } else {
        vec![format!("{title} was {}.", known.join(", "))]
    };
    if item.promised.is_none() {
        said.push("There is no date.".to_owned());
    }
    if handoff.is_overdue {
        said.push("That day is over.".to_owned());
    }
    if handoff.used > 0 {
        said.push(format!("{}.", buffer_used(handoff, "its", "")));
    }
    said
}

fn ours(scene: &Scene, item: &Item, title: &str, say: Say) -> Vec<String> {
    let row = scene.row(item.id);
    let day = row.and_then(|row| row.finish).map_or_else(|| "after 9999".to_owned(), say);
    let who = item.responsible.or(item.accountable).map(|who| name(scene, who));
    let who = who.map_or_else(|| "Nobody owns it.".to_owned(), |who| format!("{who} has it."));
    vec![format!("{title} is done on {day}."), who]
}

/// "We need it by Fri 6 Mar and plan on Wed 11 Mar: 3 days late."
fn needed(scene: &Scene, item: &Item, say: Say) -> Option<String> {
    let handoff = scene.schedule.handoff(&scene.board, item.id)?;
    let (by, on) = (handoff.needed_by.map(say)?, handoff.buffer_date.map(say)?);
    let plan = if item.kind.is_external() { "can plan on" } else { "have it on" };
    Some(match handoff.gap? {
        late @ ..0 => format!("We need it by {by} and {plan} {on}: {} late.", counted(-late)),
        0 => format!("We need it by {by}, and {plan} that day."),
        spare => format!("We need it by {by} and {plan} {on}: {} to spare.", counted(spare)),
    })
}

/// What a day and a week more cost, and who waits.
fn cost(scene: &Scene, item: &Item) -> String {
    let days = |more| slipped(scene, item, more).map_or(0, |effect| effect.days);
    let broken = slipped(scene, item, 5).map_or(0, |effect| effect.broken.len());
    let broken = match broken {
        0 => String::new(),
        n => format!(", and breaks {}", number(n, "more date", "more dates")),
    };
    let day_more =
        if item.kind.is_external() { "A day more is within its buffer" } else { "A day more moves nothing" };
    let delay = match (days(1), days(5)) {
        (_, ..=0) => format!("A week more does not move the finish{broken}."),
        (1, 5) => format!("Each day more moves the finish by a day, a week by 5{broken}."),
        (0, week) => format!("{day_more}; a week more moves the finish by {}{broken}.", counted(week)),
        (day, week) => format!(
            "A day more moves the finish by {}, a week more by {}{broken}.",
            counted(day),
            counted(week)
        ),
    };
    let waits = waiting(scene, item);
    if waits.is_empty() { delay } else { format!("{delay} {waits}") }
}

/// Who waits: the items right behind it with who does them, how many more come after, and who outside.
fn waiting(scene: &Scene, item: &Item) -> String {
    let behind = behind(scene, item.id);
    let direct: BTreeSet<ItemId> = gathered(scene.board.awaited_in(item.id).map(|link| link.key.successor));
    let is_open = |id: &ItemId| {
        scene.item(*id).is_some_and(|item| !item.progress.is_done()) && scene.schedule.contains(*id)
    };
    let titles: Vec<String> = direct
        .iter()
        .filter(|id| is_open(id))
        .map(|id| {
            let who = scene
                .item(*id)
                .and_then(|item| item.responsible)
                .map(|who| format!(" ({})", name(scene, who)));
            format!("{}{}", titled(scene, *id), who.unwrap_or_default())
        })
        .collect();
    if titles.is_empty() {
        return String::new();
    }
    let later = behind.iter().filter(|id| is_open(id) && !direct.contains(id)).count();
    let later = match later {
        0 => String::new(),
        n => format!(", and {} behind that", number(n, "more item", "more items")),
    };
    let outside = scene.live().iter().filter(|other| other.id == item.id || behind.contains(&other.id));
    let mut teams: Vec<String> = outside
        .filter(|item| !item.progress.is_done())
        .flat_map(|item| &item.awaited_by)
        .map(|it| prose(it.who.as_str(), " "))
        .collect();
    teams.dedup();
    let teams =
        if teams.is_empty() { String::new() } else { format!(" Outside wait {}.", listed(&teams, NAMED)) };
    let verb = if titles.len() == 1 { "waits" } else { "wait" };
    format!("{} {verb} for it{later}.{teams}", capital(&listed(&titles, NAMED)))
}

/// All that comes behind an item.
fn behind(scene: &Scene, id: ItemId) -> BTreeSet<ItemId> {
    let mut found = BTreeSet::new();
    let mut open = vec![id];
    while let Some(at) = open.pop() {
        let next = scene.board.awaited_in(at).map(|link| link.key.successor);
        open.extend(next.filter(|id| found.insert(*id)));
    }
    found
}

/// Whoever has authority asks what could be left out.
fn no_cut(choices: &[Choice]) -> Option<String> {
    let words =
        "Cutting wins nothing: what decides the finish is core, P0 or P1, or other work waits for it.";
    (!choices.iter().any(|choice| choice.cuts)).then(|| words.to_owned())
}

/// The option that holds the target and breaks nothing; else the one that wins most days. The first of several.
fn best(choices: &[Choice]) -> Option<usize> {
    let sound = |choice: &&Choice| choice.holds && choice.effect.broken.is_empty();
    let holds = choices.iter().position(|choice| sound(&choice) && !choice.gives_in);
    let wins = choices.iter().enumerate().filter(|(_, choice)| choice.effect.days < 0 && !choice.gives_in);
    let wins = wins.min_by_key(|(nth, choice)| (choice.effect.days, *nth)).map(|(nth, _)| nth);
    holds.or(wins).or_else(|| choices.iter().position(|choice| choice.gives_in))
}

fn recommended(scene: &Scene, choices: &[Choice], nth: usize, say: Say) -> String {
    let choice = &choices[nth];
    let others = choices.iter().filter(|other| other.holds && !other.gives_in).count();
    let why = match (choice.holds, choice.gives_in) {
        (_, true) => "nothing else that we found brings the finish forward".to_owned(),
        (true, _) if others == 1 => "nothing else that we found holds the target".to_owned(),
        (true, _) => "it holds the target".to_owned(),
        (false, _) => match choice.past_target() {
            Some(past) => format!("it wins most, and leaves {} past the target", counted(past)),
            None => "it wins most".to_owned(),
        },
    };
    let days = scene.schedule.days();
    let answer = scene.schedule.today().and_then(|today| days.date(today + ANSWER));
    let answer = answer.map(|day| format!(" We need an answer by {}.", say(day))).unwrap_or_default();
    format!("Option {}: {why}.{answer}", nth + 1)
}
