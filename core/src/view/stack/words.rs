//! A cut in words, before it is done.

use super::cut::{Cut, Figures, Value};
use crate::board::{Date, ItemId};
use crate::schedule::Moved;
use crate::view::effect::{commitment, days_words};
use crate::view::scene::Scene;
use crate::view::story::{Sentence, counted};

/// Reasons that are often true of a cut, ready to be taken.
pub const CUT_REASONS: [&str; 4] =
    ["To keep the date", "Not now: v2", "Too little value for its effort", "Not aligned with the goal"];

/// So many names are listed; the rest is counted.
const LISTED: usize = 3;

/// What is said of a cut.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CutWords {
    /// What the line says: "4 of 22 cut: finish −3 days".
    pub line: String,
    /// The one thing: "3 days sooner", or "0 days: not on the path".
    pub main: String,
    /// The rest: dates, commitments, value, people.
    pub told: Vec<Sentence>,
}

/// Writes a day.
type Say<'a> = &'a dyn Fn(Date) -> String;

/// A cut in words; `count` is how many items the stack has.
pub fn cut_words(scene: &Scene, cut: &Cut, figures: &Figures, count: usize, say: Say) -> CutWords {
    if cut.items.is_empty() {
        return CutWords { line: "Nothing is cut".to_owned(), ..CutWords::default() };
    }
    let finish = match (figures.effect.after, figures.effect.days) {
        (None, _) if figures.effect.before.is_some() => "nothing is left in the plan".to_owned(),
        (_, 0) => zero(figures).to_owned(),
        (_, days) => format!("finish {}", days_words(days)),
    };
    let main = match figures.effect.days {
        days @ ..=-1 if figures.effect.after.is_some() => format!("{} sooner", counted(-days)),
        _ => capital(&finish),
    };
    let parts = [
        finish_words(figures, say),
        target_words(figures),
        commitments(scene, "Saves", &figures.effect.saved, say).map(plain),
        commitments(scene, "Breaks", &figures.effect.broken, say).map(alarm),
        commitments(scene, "Gives up", &figures.given_up, say).map(alarm),
        Some(plain(value_words(scene, cut, &figures.value))),
        freed_words(scene, figures).map(plain),
    ];
    CutWords {
        line: format!("{} of {count} cut: {finish}", cut.items.len()),
        main,
        told: parts.into_iter().flatten().collect(),
    }
}

/// Why the finish stays.
fn zero(figures: &Figures) -> &'static str {
    if figures.on_path { "0 days: another chain is as long" } else { "0 days: not on the path" }
}

fn plain(text: String) -> Sentence {
    Sentence { text, alarm: false }
}

fn alarm(text: String) -> Sentence {
    Sentence { text, alarm: true }
}

fn capital(words: &str) -> String {
    let mut words = words.to_owned();
    words.get_mut(..1).map(str::make_ascii_uppercase);
    words
}

fn finish_words(figures: &Figures, say: Say) -> Option<Sentence> {
    let (before, after) = (figures.effect.before?, figures.effect.after?);
    Some(plain(if before == after {
        format!("Done {}, as before.", say(after))
    } else {
        format!("Done {} instead of {}.", say(after), say(before))
    }))
}

fn target_words(figures: &Figures) -> Option<Sentence> {
    let past = figures.past_target?;
    let before = past - figures.effect.days;
    Some(match past {
        1.. if figures.effect.days == 0 => plain(format!("{} past target, as before.", counted(past))),
        1.. => alarm(format!("Still {} past target.", counted(past))),
        0 if before > 0 => plain("That meets the target.".to_owned()),
        0 => plain("On target.".to_owned()),
        _ if before > 0 => plain(format!("That meets the target, with {} to spare.", counted(-past))),
        _ => plain(format!("{} before target.", counted(-past))),
    })
}

/// "Saves the deadline of 'API' (Fri 13 Mar) and 2 more."
fn commitments(scene: &Scene, verb: &str, moved: &[Moved], say: Say) -> Option<String> {
    let one = |moved: &Moved| format!("{} ({})", commitment(&scene.board, *moved), say(moved.date));
    let all: Vec<String> = moved.iter().map(one).collect();
    (!all.is_empty()).then(|| format!("{verb} {}.", listed(&all)))
}

/// The first few of a list, and how many more there are.
fn listed(all: &[String]) -> String {
    if all.len() <= LISTED {
        return enumerated(all);
    }
    format!("{} and {} more", all[..LISTED].join(", "), all.len() - LISTED)
}

/// A list with "and" before its last.
pub(super) fn enumerated(all: &[String]) -> String {
    match all.split_last() {
        Some((last, first)) if !first.is_empty() => format!("{} and {last}", first.join(", ")),
        _ => all.concat(),
    }
}

/// What share of the value is given up; what is small is not nothing.
pub(super) fn share(value: &Value) -> Option<String> {
    let percent = (value.given * 100 + value.all / 2).checked_div(value.all)?;
    Some(match percent {
        0 if value.given > 0 => "less than 1 %".to_owned(),
        _ => format!("{percent} %"),
    })
}

fn value_words(scene: &Scene, cut: &Cut, value: &Value) -> String {
    let all = cut.items.len();
    let Some(share) = share(value).filter(|_| value.unknown < all) else {
        return "Nobody has scored what it is worth.".to_owned();
    };
    let best = value.best.and_then(|id| scene.item(id)).map(|item| format!(", '{}' most of all", item.title));
    let best = best.filter(|_| all - value.unknown > 1).unwrap_or_default();
    let unknown = match value.unknown {
        0 => String::new(),
        n => format!(" {n} of the {all} {} no score.", if n == 1 { "has" } else { "have" }),
    };
    format!("Gives up {share} of the scored value (reach × impact × confidence){best}.{unknown}")
}

fn freed_words(scene: &Scene, figures: &Figures) -> Option<String> {
    let freed = freed_by(scene, figures);
    (!freed.is_empty()).then(|| format!("Frees {}.", enumerated(&freed)))
}

/// "Mei Tanaka 5 days", the most first; what nobody does comes last.
pub(super) fn freed_by(scene: &Scene, figures: &Figures) -> Vec<String> {
    let name = |id: Option<crate::board::PersonId>| id.and_then(|id| scene.board.person(id));
    let one = |(id, days): &(_, i64)| match name(*id) {
        Some(person) => format!("{} {}", person.name, counted(*days)),
        None => format!("{} that nobody has taken", counted(*days)),
    };
    figures.freed.iter().map(one).collect()
}

/// Titles in quotes.
pub(super) fn titles(scene: &Scene, items: &[ItemId]) -> Vec<String> {
    items.iter().filter_map(|id| scene.item(*id)).map(|item| format!("'{}'", item.title)).collect()
}
