//! What the minutes say of owners: who has taken what, a person a line.

use super::between::{Between, listed};
use super::text::Section;
use crate::board::{Item, ItemId, PersonId, sort_by_key};

/// How many items a person's line names of each kind.
const NAMED: usize = 4;

/// A way to have an item, in the order in which they are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Has {
    Owns,
    Does,
    AnswersFor,
    Chases,
    Gives,
}

impl Has {
    const fn verb(self) -> &'static str {
        match self {
            Self::Owns => "owns",
            Self::Does => "is responsible for",
            Self::AnswersFor => "is accountable for",
            Self::Chases => "chases",
            Self::Gives => "gives us",
        }
    }
}

/// Who has an item in a way they did not have it before.
pub(super) fn taken(item: &Item, was: &Item) -> Vec<(PersonId, Has)> {
    let does = item.responsible.filter(|person| was.responsible != Some(*person));
    let answers = item.accountable.filter(|person| was.accountable != Some(*person));
    let is_one = item.responsible.is_some() && item.responsible == item.accountable;
    if item.kind.is_external() {
        let gives = does.map(|person| (person, Has::Gives));
        return answers.map(|person| (person, Has::Chases)).into_iter().chain(gives).collect();
    }
    if is_one {
        return does.or(answers).map(|person| (person, Has::Owns)).into_iter().collect();
    }
    let answers = answers.map(|person| (person, Has::AnswersFor));
    does.map(|person| (person, Has::Does)).into_iter().chain(answers).collect()
}

/// Who has taken what, and what nobody owns any more.
pub(super) fn owners(between: Between) -> Section {
    let mut told: Vec<(&Item, &Item)> = between.told().collect();
    sort_by_key(&mut told, |(item, _)| between.rank(item));
    let mut new: Vec<(PersonId, Has, ItemId)> = Vec::new();
    for (item, was) in &told {
        new.extend(taken(item, was).into_iter().map(|(person, has)| (person, has, item.id)));
    }
    let roster = between.now.board.roster().into_iter();
    let mut lines: Vec<String> = roster.filter_map(|person| person_line(between, person.id, &new)).collect();
    let lost = told.iter().filter(|(item, _)| item.responsible.is_none() && item.accountable.is_none());
    let lost = lost.filter_map(|(item, was)| {
        let was = was.responsible.or(was.accountable)?;
        Some(format!("Nobody owns {} any more (it was {}).", between.title(item.id), between.name(was)))
    });
    lines.extend(lost);
    Section::of("Owners", lines)
}

fn person_line(between: Between, person: PersonId, new: &[(PersonId, Has, ItemId)]) -> Option<String> {
    let mut parts = Vec::new();
    for has in [Has::Owns, Has::Does, Has::AnswersFor, Has::Chases, Has::Gives] {
        let mine = new.iter().filter(|(who, how, _)| (*who, *how) == (person, has));
        let titles: Vec<String> = mine.map(|(_, _, item)| between.title(*item)).collect();
        if !titles.is_empty() {
            parts.push(format!("{} {}", has.verb(), listed(&titles, NAMED)));
        }
    }
    (!parts.is_empty()).then(|| format!("**{}** {}.", between.name(person), parts.join("; ")))
}
