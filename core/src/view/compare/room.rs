//! Estimates from the room for one input of one option: how far apart they are, what is proposed, and whether the debate
//! is worth its time.
//!
//! Deliberately absent: keeping them. What people said is passing state of a meeting and not of the board; the board
//! holds what was taken.

use super::contested::{Contest, contest};
use super::heard::{Estimate, Unread, heard};
use super::numbers::grouped;
use super::words::{named, with_unit};
use crate::board::{Decimal, ImpactScale, Item, ItemField, ItemId, sort_by};
use crate::score::{Agreement, Factor, Method, Spread, on_scale, ranked, spread};
use crate::view::Scene;

/// What the room is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Question<'a> {
    /// The option.
    pub item: ItemId,
    /// By which method.
    pub method: Method,
    /// The input.
    pub factor: Factor,
    /// The options that it stands beside, itself among them; of none its neighbours in rank are taken.
    pub beside: &'a [ItemId],
}

/// The estimates of a room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoomView {
    /// What is asked: "Reach of Onboarding video".
    pub title: String,
    /// What it is now: "800 now".
    pub now: String,
    /// "4 estimates, hidden".
    pub count: String,
    /// What comes of them; `None` of none, and as long as they are hidden.
    pub outcome: Option<Outcome>,
    /// What does not count; empty as long as the estimates are hidden.
    pub unread: Vec<Unread>,
}

/// What comes of the estimates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// Each figure that was said, the lowest first.
    pub said: Vec<Said>,
    /// "3 to 8, median 4".
    pub spread: String,
    /// Who is far apart, and what to do about it.
    pub ends: Option<String>,
    /// What can be taken.
    pub takes: Vec<Take>,
    /// What the estimates make of the order.
    pub contest: Option<Contest>,
}

/// A figure that somebody said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The figure.
    pub value: Decimal,
    /// It with its unit.
    pub text: String,
    /// Who said it: "Ana", "Ana and 1 more", "2 people"; empty for one person without a name.
    pub who: String,
    /// True for the lowest and the highest where they are far apart.
    pub is_end: bool,
    /// True where it turns the order.
    pub turns: bool,
}

/// A value that can be taken with a click.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Take {
    /// Which input it is of: "Reach".
    pub of: &'static str,
    /// "Take 4", or "4 it is" where it is so already.
    pub words: String,
    /// Why this one.
    pub why: String,
    /// What it comes to: "RICE 400, rank 2 (now 800, rank 1)".
    pub effect: String,
    /// The field with it.
    pub field: ItemField,
    /// True where it is so already.
    pub is_now: bool,
}

/// What a text makes of an input. `None` for an item that is not on the board.
pub fn room(scene: &Scene, asked: Question<'_>, text: &str, revealed: bool) -> Option<RoomView> {
    let item = scene.item(asked.item).filter(|item| item.trashed.is_none())?;
    let Question { method, factor, .. } = asked;
    let heard = heard(&scene.board.about.scales, method, factor, text);
    let values: Vec<Decimal> = heard.estimates.iter().map(|estimate| estimate.value).collect();
    let outcome = spread(&values).filter(|_| revealed);
    Some(RoomView {
        title: format!("{} of {}", super::factor_name(factor), named(scene, item.id)),
        now: factor
            .of(item)
            .map_or_else(|| "not set yet".to_owned(), |v| format!("{} now", with_unit(method, factor, v))),
        count: count_words(heard.estimates.len(), heard.unread.len(), revealed),
        outcome: outcome.map(|spread| outcome_of(scene, item, asked, &heard.estimates, spread)),
        unread: if revealed { heard.unread } else { Vec::new() },
    })
}

impl RoomView {
    /// All of it in one breath, for those who hear it.
    pub fn aloud(&self) -> String {
        let Some(outcome) = &self.outcome else { return self.count.clone() };
        let takes = outcome.takes.iter().map(|take| format!("{}: {}", take.of, take.words));
        let contest = outcome.contest.iter().flat_map(|contest| contest.lines.clone());
        let mut parts = vec![format!("{}: {}", self.title, self.count), outcome.spread.clone()];
        parts.extend(outcome.ends.clone().into_iter().chain(contest).chain(takes));
        parts.iter().map(|part| part.trim_end_matches('.')).collect::<Vec<_>>().join(". ")
    }
}

fn count_words(estimates: usize, unread: usize, revealed: bool) -> String {
    let hidden = if revealed || estimates == 0 { "" } else { ", hidden" };
    let count = match estimates {
        0 => "No estimates yet".to_owned(),
        1 => format!("1 estimate{hidden}"),
        many => format!("{many} estimates{hidden}"),
    };
    match unread {
        0 => count,
        1 => format!("{count} · 1 line does not count"),
        many => format!("{count} · {many} lines do not count"),
    }
}

fn outcome_of(
    scene: &Scene,
    item: &Item,
    asked: Question<'_>,
    estimates: &[Estimate],
    spread: Spread,
) -> Outcome {
    let Question { method, factor, .. } = asked;
    let impacts = &scene.board.about.scales.impact;
    let proposed = on_scale(impacts, method, factor, spread.median);
    let mut said = said(estimates, method, factor);
    let are_apart = spread.agreement() == Agreement::FarApart;
    for each in &mut said {
        each.is_end = are_apart && (each.value == spread.least || each.value == spread.most);
    }
    let contest = contest(scene, item, asked, proposed, &mut said);
    let mut takes = vec![take(
        scene,
        item,
        method,
        factor,
        proposed,
        value_rule(asked, impacts, estimates.len(), spread),
    )];
    if estimates.len() > 1 && factor != Factor::Confidence {
        let earned = spread.agreement().confidence(method);
        takes.push(take(scene, item, method, Factor::Confidence, earned, confidence_rule(spread)));
    }
    Outcome {
        spread: spread_words(method, factor, estimates.len(), spread),
        ends: are_apart.then(|| ends_words(&said)),
        takes,
        contest,
        said,
    }
}

/// Each figure once, with who said it.
fn said(estimates: &[Estimate], method: Method, factor: Factor) -> Vec<Said> {
    let mut sorted: Vec<&Estimate> = estimates.iter().collect();
    sort_by(&mut sorted, |a, b| a.value.cmp(&b.value));
    let alike = sorted.chunk_by(|a, b| a.value == b.value);
    let one = |alike: &[&Estimate]| {
        let value = alike.first()?.value;
        let names: Vec<&str> = alike.iter().filter_map(|estimate| estimate.who.as_deref()).collect();
        let who = match (names.as_slice(), alike.len() - names.len()) {
            ([], 1) => String::new(),
            ([], many) => format!("{many} people"),
            (names, 0) => listed(names),
            (names, more) => format!("{} and {more} more", names.join(", ")),
        };
        let text = with_unit(method, factor, value);
        Some(Said { value, text, who, is_end: false, turns: false })
    };
    alike.filter_map(one).collect()
}

/// "Ana, Ben and Chris".
pub(super) fn listed(words: &[&str]) -> String {
    match words {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [rest @ .., last] => format!("{} and {last}", rest.join(", ")),
    }
}

impl Said {
    /// "8 (Ben)".
    pub(super) fn label(&self) -> String {
        if self.who.is_empty() { self.text.clone() } else { format!("{} ({})", self.text, self.who) }
    }
}

fn spread_words(method: Method, factor: Factor, count: usize, spread: Spread) -> String {
    let text = |value: Decimal| with_unit(method, factor, value);
    match count {
        1 => format!("One estimate: {}", text(spread.least)),
        _ if spread.least == spread.most => format!("All {count} say {}", text(spread.least)),
        _ => format!("{} to {}, median {}", text(spread.least), text(spread.most), text(spread.median)),
    }
}

fn ends_words(said: &[Said]) -> String {
    let ends: Vec<String> = said.iter().filter(|each| each.is_end).map(Said::label).collect();
    format!(
        "Far apart: the highest is more than twice the lowest. First hear what both ends know, {}.",
        listed(&ends.iter().map(String::as_str).collect::<Vec<_>>())
    )
}

fn value_rule(asked: Question<'_>, impacts: &ImpactScale, count: usize, spread: Spread) -> String {
    let Question { method, factor, .. } = asked;
    let middle = if count == 1 { "the one estimate" } else { "the median" };
    if on_scale(impacts, method, factor, spread.median) == spread.median {
        return middle.to_owned();
    }
    let scale = match (method, factor) {
        (Method::Ice, _) => "in whole points".to_owned(),
        (_, Factor::Impact) => {
            let steps: Vec<String> = impacts.steps().iter().map(|step| step.value.to_string()).collect();
            format!("on the scale {}", steps.join(", "))
        }
        _ => "on the scale 100, 80, 50 %".to_owned(),
    };
    let median = with_unit(method, factor, spread.median);
    format!("{middle}, {median}, {scale}: the nearest step, of two as near the lower")
}

fn confidence_rule(spread: Spread) -> String {
    match spread.agreement() {
        Agreement::Close => "as all are within a quarter of the lowest",
        Agreement::Near => "as the highest is at most twice the lowest",
        Agreement::FarApart => "as the highest is more than twice the lowest",
    }
    .to_owned()
}

fn take(scene: &Scene, item: &Item, method: Method, factor: Factor, value: Decimal, why: String) -> Take {
    let field = factor.field(Some(value));
    let mut then = item.clone();
    then.replace(field.clone());
    let (now, after) = (place(scene, item, method), place(scene, &then, method));
    let letters = method.letters();
    let effect = match (after, now) {
        (None, _) => format!("no {letters} yet"),
        (Some(after), Some(now)) if after != now => format!("{letters} {after} (now {now})"),
        (Some(after), _) => format!("{letters} {after}"),
    };
    let is_now = factor.of(item) == Some(value);
    let text = with_unit(method, factor, value);
    let words = if is_now { format!("{text} it is") } else { format!("Take {text}") };
    Take { of: super::factor_name(factor), words, why, effect, field, is_now }
}

/// "400, rank 2" of an item as it is or might be.
fn place(scene: &Scene, item: &Item, method: Method) -> Option<String> {
    let all = scene.live().iter().map(|other| if other.id == item.id { item } else { other.as_ref() });
    let places = ranked(all, method);
    let found = places.iter().find(|place| place.item == item.id)?;
    let score = grouped(&found.score.ok()?.to_string());
    Some(format!("{score}, rank {}", found.rank?))
}
