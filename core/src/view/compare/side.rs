//! Two to four options side by side: the verdict, and each option as a column.

use super::bars::{BarView, bars};
use super::numbers::grouped;
use super::plan_words::{adds, door, risks};
use super::questions::reason_words;
use super::words::{behind_words, named, question, turn_words, verdict_words, verdicts_words};
use crate::board::{ImpactScale, Item, ItemId};
use crate::score::{Method, Ranked, Verdict, ranked, verdict};
use crate::view::Scene;

/// How many options can stand side by side.
pub const OPTIONS: std::ops::RangeInclusive<usize> = 2..=4;

/// The options side by side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SideBySide {
    /// By which method.
    pub method: Method,
    /// Who leads, in a sentence.
    pub verdict: String,
    /// What is to be said besides, a sentence each: what turns the order, and what has no score.
    pub details: Vec<String>,
    /// The question that decides, where one does.
    pub question: Option<String>,
    /// The options in the order in which they were chosen.
    pub options: Vec<OptionView>,
}

/// An option as a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OptionView {
    /// Which item.
    pub item: ItemId,
    /// What it is called.
    pub title: String,
    /// Its score, or why there is none.
    pub score: Result<String, String>,
    /// Its place: "rank 2 of 12".
    pub rank: Option<String>,
    /// True for the one that leads.
    pub leads: bool,
    /// What it would take to overtake, where it is one of several behind the leader.
    pub behind: Option<String>,
    /// Its factors.
    pub bars: Vec<BarView>,
    /// What the answers to the five questions come to.
    pub reason: Option<String>,
    /// Whether it can be taken back.
    pub door: &'static str,
    /// What could go wrong, as far as the plan knows.
    pub risks: Vec<String>,
    /// What the plan adds to the score.
    pub adds: Vec<String>,
}

/// The options side by side; `None` where there are not two to four of them.
pub fn side_by_side(scene: &Scene, options: &[ItemId], method: Method) -> Option<SideBySide> {
    let items: Vec<&Item> =
        options.iter().filter_map(|id| scene.item(*id)).filter(|i| i.trashed.is_none()).collect();
    if !OPTIONS.contains(&items.len()) {
        return None;
    }
    let places = ranked(scene.live().iter().map(AsRef::as_ref), method);
    let order = ranked(items.iter().copied(), method);
    let impacts = &scene.board.about.scales.impact;
    let verdicts = verdicts(&items, &order, method, impacts);
    let leader = verdicts.first().filter(|first| !first.tie).map(|first| first.leader);
    let columns = items.iter().map(|item| OptionView {
        item: item.id,
        title: item.title.to_string(),
        score: score_words(&places, item.id),
        rank: rank_words(&places, item.id),
        leads: leader == Some(item.id),
        behind: verdicts
            .iter()
            .find(|verdict| verdict.other == item.id && verdicts.len() > 1)
            .and_then(|verdict| behind_words(scene, verdict)),
        bars: bars(&items, item, impacts, method, &verdicts),
        reason: reason_words(scene, item, leader == Some(item.id)),
        door: door(item),
        risks: risks(scene, item, method),
        adds: adds(scene, item, method),
    });
    Some(SideBySide {
        method,
        verdict: headline(scene, &order, &verdicts),
        details: details(scene, &order, &verdicts),
        question: verdicts.first().and_then(question).filter(|_| verdicts.len() == 1),
        options: columns.collect(),
    })
}

/// The leader against each other option that has a score, the nearest first.
fn verdicts(items: &[&Item], order: &[Ranked], method: Method, impacts: &ImpactScale) -> Vec<Verdict> {
    let of = |ranked: &Ranked| items.iter().copied().find(|item| item.id == ranked.item);
    let Some(first) = order.first().and_then(of) else { return Vec::new() };
    order.iter().skip(1).filter_map(|other| verdict(first, of(other)?, method, impacts)).collect()
}

fn score_words(places: &[Ranked], item: ItemId) -> Result<String, String> {
    let ranked = places.iter().find(|ranked| ranked.item == item);
    match ranked.map(|ranked| ranked.score) {
        Some(Ok(score)) => Ok(grouped(&score.to_string())),
        Some(Err(why)) => Err(why.to_string()),
        None => Err("not on the board".to_owned()),
    }
}

fn rank_words(places: &[Ranked], item: ItemId) -> Option<String> {
    let rank = places.iter().find(|ranked| ranked.item == item)?.rank?;
    Some(format!("rank {rank} of {}", places.iter().filter(|ranked| ranked.rank.is_some()).count()))
}

fn headline(scene: &Scene, order: &[Ranked], verdicts: &[Verdict]) -> String {
    match verdicts {
        [] => no_verdict(scene, order),
        [only] => verdict_words(scene, only),
        many => verdicts_words(scene, many),
    }
}

fn no_verdict(scene: &Scene, order: &[Ranked]) -> String {
    format!("No verdict yet: {}.", lacking(scene, order).join("; "))
}

/// The options without a score, and why.
fn lacking(scene: &Scene, order: &[Ranked]) -> Vec<String> {
    let why = |ranked: &Ranked| {
        Some(format!("{} has no score, {}", named(scene, ranked.item), ranked.score.err()?))
    };
    order.iter().filter_map(why).collect()
}

fn details(scene: &Scene, order: &[Ranked], verdicts: &[Verdict]) -> Vec<String> {
    let mut details: Vec<String> = match verdicts {
        [] => return Vec::new(),
        [only] => turn_words(scene, only).into_iter().collect(),
        _ => Vec::new(),
    };
    details.extend(lacking(scene, order).into_iter().map(|why| format!("{why}.")));
    details
}

impl OptionView {
    /// What is said under its bars, a line each, the reason first.
    pub(super) fn facts(&self) -> impl Iterator<Item = String> + '_ {
        let first = self.reason.iter().chain(&self.behind).cloned();
        first.chain([self.door.to_owned()]).chain(self.risks.iter().chain(&self.adds).cloned())
    }
}
