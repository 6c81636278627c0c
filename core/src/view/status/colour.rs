//! The colour of a plan, and the reason for it.
//!
//! The rule, the first that holds:
//! - **Red**: the finish is past the target, or something that was promised to somebody, or by somebody, or has a
//!   deadline, does not come on its day.
//! - **Yellow**: a handoff is at risk (it comes later than it is needed, or others wait for it and there is no date), a
//!   buffer is used up, or a critical item has no owner or no duration.
//! - **Green**: none of that.

use super::super::filter::is_guess;
use super::super::minutes::{listed, prose, titled};
use crate::board::{Date, Item, sort_by_key};
use crate::schedule::{Handoff, Moved};
use crate::view::story::counted;
use crate::view::{Gap, Missing, Scene, gaps};

/// How many items a sentence names.
const NAMED: usize = 3;

/// How a plan stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Colour {
    /// As planned.
    Green,
    /// As planned, if what is missing comes.
    Yellow,
    /// Something is not held.
    Red,
}

impl Colour {
    /// Its word.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Green => "Green",
            Self::Yellow => "Yellow",
            Self::Red => "Red",
        }
    }
}

/// A colour with all its reasons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    /// The colour.
    pub colour: Colour,
    /// The first reason for it, in words.
    pub reason: String,
    /// Why it is red.
    pub(super) broken: Vec<String>,
    /// What would make it yellow, and does where it is not red.
    pub(super) at_risk: Vec<Risk>,
}

/// What is missing or used up, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Risk {
    pub words: String,
    /// True where it stops somebody now, as a missing date or owner does; a guess or a buffer may.
    pub stops: bool,
}

/// The colour of a plan by the rule. `None` where nothing is planned.
pub fn judge(scene: &Scene, say: &dyn Fn(Date) -> String) -> Option<Judged> {
    scene.schedule.finish()?;
    let (broken, at_risk) = (broken(scene, say), at_risk(scene));
    let past = scene.schedule.past_target();
    let colour = match (past, broken.is_empty(), at_risk.is_empty()) {
        (Some(1..), ..) | (_, false, _) => Colour::Red,
        (_, true, false) => Colour::Yellow,
        _ => Colour::Green,
    };
    let first = || broken.first().cloned().or_else(|| Some(at_risk.first()?.words.clone()));
    let reason = past_target(scene, say).or_else(first).unwrap_or_else(|| match past {
        Some(_) => "the finish is within the target, and every date holds".to_owned(),
        None => "every date holds".to_owned(),
    });
    Some(Judged { colour, reason, broken, at_risk })
}

fn past_target(scene: &Scene, say: &dyn Fn(Date) -> String) -> Option<String> {
    let past = scene.schedule.past_target().filter(|past| *past > 0)?;
    let day = scene.schedule.finish_date().map_or_else(|| "after 9999".to_owned(), say);
    let target = scene.board.about.target.map(say).unwrap_or_default();
    Some(format!("the finish, {day}, is {} past the target, {target}", counted(past)))
}

/// What does not come on its day, the earliest day first.
fn broken(scene: &Scene, say: &dyn Fn(Date) -> String) -> Vec<String> {
    let mut missed = scene.schedule.missed(&scene.board);
    sort_by_key(&mut missed, |moved| moved.date);
    missed.into_iter().filter_map(|moved| broken_words(scene, moved, say)).collect()
}

fn broken_words(scene: &Scene, moved: Moved, say: &dyn Fn(Date) -> String) -> Option<String> {
    let (item, row) = (scene.item(moved.item)?, scene.row(moved.item)?);
    let (title, day) = (titled(scene, item.id), say(moved.date));
    let comes = row.finish.map_or_else(|| "after 9999".to_owned(), say);
    let waiting = item.awaited_by.iter().find(|awaited| awaited.by == moved.date);
    Some(match waiting {
        Some(who) => {
            format!(
                "{} needs {title} by {day}, and it cannot come before {comes}",
                prose(who.who.as_str(), " ")
            )
        }
        None if item.deadline == Some(moved.date) => {
            format!("{title} cannot be done before {comes}, after its deadline, {day}")
        }
        None if moved.date < scene.today => format!("{title} was promised for {day} and has not come"),
        None => format!("{title} was promised for {day} and cannot come before {comes}"),
    })
}

/// Handoffs at risk, buffers that are used up, critical items without an owner or a duration.
fn at_risk(scene: &Scene) -> Vec<Risk> {
    let of_gaps = gaps(scene).into_iter().filter(|gap| match gap.missing {
        Missing::Promise => scene.item(gap.item).is_some_and(|item| is_at_risk(scene, item)),
        // What comes too late for somebody outside is told as broken.
        Missing::Duration => scene.item(gap.item).is_some_and(|item| is_guess(scene, item)),
        Missing::Giver | Missing::Chaser | Missing::Owner | Missing::Doer | Missing::Accountable => {
            gap.is_critical()
        }
    });
    let mut of_gaps: Vec<Gap> = of_gaps.collect();
    // They come the most severe first; what is missing in the same way is said once.
    sort_by_key(&mut of_gaps, |gap| gap.missing);
    let alike = of_gaps.chunk_by(|a, b| a.missing == b.missing && a.missing != Missing::Promise);
    let spent = scene.live().iter().filter(|item| is_spent(scene, item));
    let spent = spent.map(|item| {
        let words = format!("the buffer of {} is used up", titled(scene, item.id));
        Risk { words, stops: false }
    });
    alike.map(|gaps| Risk { words: gaps_words(scene, gaps), stops: stops(gaps) }).chain(spent).collect()
}

/// True for what stops somebody. One item that somebody outside waits for too long does, though a shorter duration is
/// what is missing; several whose durations are missing are told as guesses.
fn stops(gaps: &[Gap]) -> bool {
    match gaps {
        [one] => !one.is_guess(),
        many => many.iter().all(|gap| gap.missing != Missing::Duration),
    }
}

/// What is missing in the same way of some items, in one sentence.
fn gaps_words(scene: &Scene, gaps: &[Gap]) -> String {
    let titles: Vec<String> = gaps.iter().map(|gap| titled(scene, gap.item)).collect();
    let titles = listed(&titles, NAMED);
    match gaps {
        [one] => prose(&one.words(scene), " "),
        [one, ..] if one.missing != Missing::Duration => {
            format!("{} {titles}, and they are critical", one.nobody())
        }
        _ => format!("{titles} are critical, and their days are guesses"),
    }
}

fn is_at_risk(scene: &Scene, item: &Item) -> bool {
    handoff(scene, item).is_some_and(|handoff| handoff.is_at_risk)
}

fn handoff(scene: &Scene, item: &Item) -> Option<Handoff> {
    scene.schedule.handoff(&scene.board, item.id).filter(|_| item.kind.is_external())
}

/// True for something from outside whose buffer is all used.
pub(in crate::view) fn is_spent(scene: &Scene, item: &Item) -> bool {
    !item.progress.is_done()
        && handoff(scene, item).is_some_and(|handoff| handoff.buffer > 0 && handoff.used >= handoff.buffer)
}
