//! Value against effort: each option a mark whose size is its confidence and whose shape is its quadrant.
//!
//! Left and up is better in either method: little effort, or great ease. An axis whose figures differ by more than
//! [`SPREAD`] is logarithmic, or all but the largest would lie on one spot.

use super::super::filter::Filter;
use super::axis::{Axis, Length, axis};
use super::numbers::grouped;
use super::words::named;
use crate::board::{Item, ItemId, Quadrant};
use crate::score::{Factor, Method, Ranked, ranked};
use crate::view::Scene;

/// Room at the left of the marks, for the axis, in CSS pixels.
pub const LEFT: f64 = 84.0;
/// Room at the right.
pub const RIGHT: f64 = 32.0;
/// Room above.
pub const TOP: f64 = 24.0;
/// Room below, for the axis.
pub const BOTTOM: f64 = 64.0;
/// Radius of a mark of full confidence, and of none.
const LARGEST: f64 = 18.0;
const SMALLEST: f64 = 5.0;
/// Above this many marks they are smaller, so that they cover less of each other.
const MANY: usize = 60;
/// Height of a label, and the width of a letter of it.
const LINE: f64 = 20.0;
const LETTER: f64 = 8.6;
/// So many letters of a title stand beside its mark.
const LETTERS: usize = 26;

/// The marks and their axes, in CSS pixels.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// Effort, or ease from great to little.
    pub x: Axis,
    /// Reach × Impact, or Impact.
    pub y: Axis,
    /// The marks, the best score first.
    pub marks: Vec<Mark>,
    /// How many of the options that the filter shows have no score.
    pub unscored: usize,
}

/// An option on the chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Which item.
    pub item: ItemId,
    /// Its middle, from the left.
    pub x: f64,
    /// Its middle, from the top.
    pub y: f64,
    /// Half its width.
    pub radius: f64,
    /// Its quadrant: its shape; `None` is the Inbox.
    pub quadrant: Option<Quadrant>,
    /// All of it as a sentence.
    pub words: String,
    /// Its title beside it, where there is room.
    pub label: Option<Label>,
}

/// A title beside a mark.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// Where it begins from the mark's middle; where it ends, for one that stands before its mark.
    pub x: f64,
    /// True where it stands before its mark.
    pub is_before: bool,
    /// The title, shortened.
    pub title: String,
}

/// The chart of the scored options that a filter shows, in a box so wide and high.
pub fn chart(scene: &Scene, filter: &Filter, method: Method, width: f64, height: f64) -> Chart {
    let all = ranked(scene.live().iter().map(AsRef::as_ref), method);
    let shown: Vec<(&Ranked, &Item)> = all
        .iter()
        .filter_map(|ranked| Some((ranked, scene.item(ranked.item)?)))
        .filter(|(_, item)| filter.shows(scene, item))
        .collect();
    let scored: Vec<(&Ranked, &Item)> =
        shown.iter().copied().filter(|(ranked, _)| ranked.score.is_ok()).collect();
    let costs: Vec<f64> = scored.iter().map(|(_, item)| cost(method, item)).collect();
    let values: Vec<f64> = scored.iter().map(|(_, item)| value(method, item)).collect();
    let across = Length { from: LEFT + LARGEST, to: (width - RIGHT - LARGEST).max(LEFT + 2.0 * LARGEST) };
    let down = Length { from: (height - BOTTOM - LARGEST).max(TOP + 2.0 * LARGEST), to: TOP + LARGEST };
    let (x_name, y_name) = match method {
        Method::Rice => ("Effort in person-months", "Reach × Impact"),
        Method::Ice => ("Ease, from 10 to 1", "Impact"),
    };
    // ICE counts from 1 to 10 whatever is on the board: the whole scale is drawn.
    let whole = |figures: &[f64]| figures.iter().copied().chain([10.0]).collect::<Vec<f64>>();
    let (x, y) = match method {
        Method::Rice => (axis(x_name, &costs, across), axis(y_name, &values, down)),
        Method::Ice => (axis(x_name, &whole(&costs), across.turned()), axis(y_name, &whole(&values), down)),
    };
    let scale = if scored.len() > MANY { 0.6 } else { 1.0 };
    let mut marks: Vec<Mark> = scored
        .iter()
        .zip(costs.iter().zip(&values))
        .map(|((ranked, item), (cost, value))| Mark {
            item: item.id,
            x: x.at(*cost),
            y: y.at(*value),
            radius: radius(method, item) * scale,
            quadrant: item.quadrant(),
            words: words(scene, method, ranked, item),
            label: None,
        })
        .collect();
    place_labels(scene, &mut marks, width - RIGHT / 2.0);
    Chart { x, y, marks, unscored: shown.len() - scored.len() }
}

#[allow(clippy::cast_precision_loss, reason = "a drawing needs no more than 52 bits")]
fn figure(item: &Item, factor: Factor) -> f64 {
    factor.of(item).map_or(0.0, |value| value.ten_thousandths() as f64 / 10_000.0)
}

fn cost(method: Method, item: &Item) -> f64 {
    figure(item, if method == Method::Rice { Factor::Effort } else { Factor::Ease })
}

fn value(method: Method, item: &Item) -> f64 {
    let impact = figure(item, Factor::Impact);
    if method == Method::Rice { impact * figure(item, Factor::Reach) } else { impact }
}

/// The area of a mark is its confidence.
fn radius(method: Method, item: &Item) -> f64 {
    let whole = if method == Method::Rice { 100.0 } else { 10.0 };
    (figure(item, Factor::Confidence) / whole).sqrt().mul_add(LARGEST - SMALLEST, SMALLEST)
}

fn words(scene: &Scene, method: Method, ranked: &Ranked, item: &Item) -> String {
    let score = ranked.score.map(|score| grouped(&score.to_string())).unwrap_or_default();
    let rank = ranked.rank.map(|rank| format!(", rank {rank}")).unwrap_or_default();
    let place = item.quadrant().map_or("Inbox", |quadrant| scene.board.about.quadrants.name(quadrant));
    let inputs = method.factors().iter().filter_map(|factor| {
        let value = factor.of(item)?;
        Some(format!("{} {}", factor.word(), super::numbers::input_text(method, *factor, value)))
    });
    let inputs = inputs.collect::<Vec<_>>().join(", ");
    format!("{}: {} {score}{rank}; {inputs}; {place}", item.title, method.letters())
}

/// Titles beside the marks, the best score first, as far as they cover no mark and no other title.
fn place_labels(scene: &Scene, marks: &mut [Mark], right: f64) {
    let circles: Vec<(f64, f64, f64)> = marks.iter().map(|mark| (mark.x, mark.y, mark.radius)).collect();
    let mut taken: Vec<[f64; 4]> = Vec::new();
    for (at, mark) in marks.iter_mut().enumerate() {
        let title: String = named(scene, mark.item);
        let title = if title.chars().count() > LETTERS {
            title.chars().take(LETTERS - 1).collect::<String>() + "…"
        } else {
            title
        };
        let wide = letters(&title) * LETTER;
        let aside = mark.radius + 6.0;
        let fits = |left: f64| {
            let area = [left, mark.y - LINE / 2.0, left + wide, mark.y + LINE / 2.0];
            let free = !taken.iter().any(|other| overlap(&area, other))
                && !circles.iter().enumerate().any(|(other, circle)| other != at && covers(&area, *circle));
            (free && left >= LEFT && left + wide <= right).then_some(area)
        };
        let sides = [(mark.x + aside, false), (mark.x - aside - wide, true)];
        let place = sides.into_iter().find_map(|(left, is_before)| Some((fits(left)?, is_before)));
        if let Some((area, is_before)) = place {
            mark.label = Some(Label { x: if is_before { -aside } else { aside }, is_before, title });
            taken.push(area);
        }
    }
}

#[allow(clippy::cast_precision_loss, reason = "a title is short")]
fn letters(title: &str) -> f64 {
    title.chars().count() as f64
}

fn overlap(a: &[f64; 4], b: &[f64; 4]) -> bool {
    a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]
}

fn covers(area: &[f64; 4], (x, y, radius): (f64, f64, f64)) -> bool {
    overlap(area, &[x - radius, y - radius, x + radius, y + radius])
}

impl Chart {
    /// The mark so many steps on from another: from left to right, or from top to bottom. The best one where there is
    /// no other.
    pub fn step(&self, from: Option<ItemId>, is_down: bool, steps: isize) -> Option<ItemId> {
        let mut order: Vec<&Mark> = self.marks.iter().collect();
        crate::board::sort_by(&mut order, |a, b| {
            let (across, down) = (a.x.total_cmp(&b.x), a.y.total_cmp(&b.y));
            let by_place = if is_down { down.then(across) } else { across.then(down) };
            by_place.then(a.item.cmp(&b.item))
        });
        let found = from.and_then(|item| order.iter().position(|mark| mark.item == item));
        let Some(at) = found else { return self.marks.first().map(|mark| mark.item) };
        let to = at.saturating_add_signed(steps).min(order.len() - 1);
        order.get(to).map(|mark| mark.item)
    }

    /// The mark of an item.
    pub fn mark(&self, item: ItemId) -> Option<&Mark> {
        self.marks.iter().find(|mark| mark.item == item)
    }
}
