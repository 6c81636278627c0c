//! The minutes for one person: what they do, own and decided, and what moved of it.

use std::fmt::Write as _;

use super::between::{Between, listed};
use super::dates::item_line;
use super::decided::{closed, new_actions, own_action};
use super::owners::{Has, taken};
use super::plan::finish;
use super::rich::plain;
use super::text::{Section, Text};
use super::{Held, MOST};
use crate::board::{Board, Item, ItemId, PersonId, Quadrant, sort_by_key};
use crate::exchange::markdown_escaped as escaped;
use crate::schedule::Criticality;

/// "Yours from this meeting": empty lists are left out, and so is what did not change.
pub fn minutes_for(between: Between, held: &Held, person: PersonId) -> String {
    let name = between.name(person);
    let board = escaped(between.now.board.about.name.as_str());
    let on = (between.say)(held.on);
    let mut lead = vec![format!("{board}, {on}.")];
    lead.extend(finish(between, "before the meeting"));
    let sections = vec![
        actions(between, person),
        taken_on(between, person),
        dates(between, person),
        decided(between, person),
        refused(between, person),
    ];
    if sections.iter().all(|section| section.lines.is_empty()) {
        lead.push("Nothing of yours changed.".to_owned());
    }
    Text { title: format!("Yours from this meeting: {name}"), lead, sections }.markdown(MOST)
}

/// Everyone who is named by something that this meeting changed, by name.
pub fn people_of(between: Between) -> Vec<PersonId> {
    let roster = between.now.board.roster().into_iter().map(|person| person.id);
    let has = |person: &PersonId| {
        let parts = [actions, taken_on, dates, decided, refused];
        parts.iter().any(|part| !part(between, *person).lines.is_empty())
    };
    roster.filter(has).collect()
}

/// Everyone in the roster whom a text names, by name.
pub fn people_in(board: &Board, text: &str) -> Vec<PersonId> {
    let words = plain(text);
    let roster = board.roster().into_iter();
    roster.filter(|person| words.contains(person.name.as_str())).map(|person| person.id).collect()
}

/// Of minutes that were kept, as they were edited, the lines that name somebody, with what stands above all of them.
pub fn minutes_of(text: &str, name: &str) -> String {
    let mut own = format!("# Yours from this meeting: {}\n", escaped(name));
    let mut head = None;
    let mut is_lead = true;
    for line in text.lines() {
        if line.starts_with("# ") {
            continue;
        }
        if line.starts_with("## ") {
            (head, is_lead) = (Some(line), false);
        } else if is_lead {
            _ = writeln!(own, "{line}");
        } else if plain(line).contains(name) {
            if let Some(head) = head.take() {
                _ = writeln!(own, "{}{head}", if own.ends_with("\n\n") { "" } else { "\n" });
            }
            _ = writeln!(own, "{line}");
        }
    }
    own
}

fn actions(between: Between, person: PersonId) -> Section {
    let mine = new_actions(between).into_iter().filter(|action| action.owner == Some(person));
    Section::kept("You do", mine.map(|action| own_action(between, action)).collect())
}

fn is_theirs(item: &Item, person: PersonId) -> bool {
    let ours = item.responsible == Some(person) && !item.kind.is_external();
    ours || item.accountable == Some(person)
}

fn taken_on(between: Between, person: PersonId) -> Section {
    let mut mine: Vec<(ItemId, Has, Criticality)> = Vec::new();
    for (item, was) in between.pairs().filter(|(item, _)| item.quadrant() != Some(Quadrant::Eliminate)) {
        let ways = taken(item, was).into_iter().filter(|(who, _)| *who == person);
        mine.extend(ways.map(|(_, has)| (item.id, has, between.rank(item))));
    }
    sort_by_key(&mut mine, |(_, _, rank)| *rank);
    let line = |(id, has, _): &(ItemId, Has, Criticality)| {
        let verb = match has {
            Has::Owns => "",
            Has::Does => ", you are responsible",
            Has::AnswersFor => ", you are accountable",
            Has::Chases => ", you chase it",
            Has::Gives => ", we wait for it",
        };
        format!("{}{verb}{}.", between.title(*id), when(between, *id))
    };
    Section::kept("Yours now", mine.iter().map(line).collect())
}

/// ": Thu 12 Mar to Tue 17 Mar, no day to spare; it waits for 'A' (Mei)".
fn when(between: Between, id: ItemId) -> String {
    let Some(row) = between.now.row(id) else { return String::new() };
    let day = |date: Option<_>| date.map_or_else(|| "after 9999".to_owned(), between.say);
    let span = if row.start == row.finish {
        day(row.finish)
    } else {
        format!("{} to {}", day(row.start), day(row.finish))
    };
    let critical = between.now.item(id).is_some_and(|item| between.rank(item) == Criticality::Critical);
    let spare = if critical { ", no day to spare" } else { "" };
    let mut waits: Vec<String> = between
        .now
        .blockers(id)
        .map(|item| {
            let who = item.responsible.map(|who| format!(" ({})", between.name(who))).unwrap_or_default();
            format!("{}{who}", between.title(item.id))
        })
        .collect();
    // Two links of one pair are one wait.
    waits.dedup();
    let waits =
        if waits.is_empty() { String::new() } else { format!("; it waits for {}", listed(&waits, 2)) };
    format!(": {span}{spare}{waits}")
}

/// What moved of theirs: dates that were given, and where their work lies in the plan.
fn dates(between: Between, person: PersonId) -> Section {
    let theirs = between.now.live().iter().map(AsRef::as_ref).filter(|item| {
        is_theirs(item, person)
            && !item.progress.is_done()
            && item.quadrant() != Some(Quadrant::Eliminate)
            && between.was_there(item.id)
    });
    // What was not touched may have moved all the same.
    let open = theirs.filter_map(|item| Some((item, between.then.item(item.id)?)));
    let line = |(item, was): (&Item, &Item)| {
        if let Some(line) = item_line(between, item, was) {
            return Some(line);
        }
        if taken(item, was).iter().any(|(who, _)| *who == person) {
            return None;
        }
        let (then, now) = (between.then.row(item.id)?.finish?, between.now.row(item.id)?.finish?);
        let moved = between.moved(then, now);
        let (then, now) = ((between.say)(then), (between.say)(now));
        let title = between.title(item.id);
        (!moved.is_empty()).then(|| format!("{title}: done by {now}, {moved} than before ({then})."))
    };
    Section::of("Dates of yours", open.filter_map(line).collect())
}

fn decided(between: Between, person: PersonId) -> Section {
    let mine = closed(between).filter(|decision| decision.by == Some(person));
    let line = |decision: &crate::board::Decision| {
        let again = decision.review.map(|day| format!(" Look again on {}.", (between.say)(day)));
        format!("**{}**.{}", escaped(decision.what.as_str()), again.unwrap_or_default())
    };
    Section::kept("You decided", mine.map(line).collect())
}

fn refused(between: Between, person: PersonId) -> Section {
    let refused = |item: &Item| item.quadrant() == Some(Quadrant::Eliminate);
    let new = between.pairs().filter(|(item, was)| refused(item) && !refused(was) && is_theirs(item, person));
    Section::of("Not yours any more: said no to", new.map(|(item, _)| between.title(item.id)).collect())
}
