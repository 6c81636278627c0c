//! The factors of options as bars from one baseline, each factor on one scale for all of them.

use super::columns::factor_name;
use super::words::with_unit;
use crate::board::{Decimal, ImpactScale, Item};
use crate::score::{Factor, Flip, Method, Verdict, flips};

/// A factor of an option as a bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BarView {
    /// Which factor.
    pub factor: Factor,
    /// Its name: "Effort, less is better".
    pub name: String,
    /// Its figure with its unit; a dash where nobody has given it.
    pub value: String,
    /// Its length in ten-thousandths of the whole.
    pub length: u64,
    /// True where it is the best of the options on this factor, and not all are equal.
    pub wins: bool,
    /// The value at which the order turns, if only this changes.
    pub flip: Option<FlipMark>,
}

/// The flip point on a bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FlipMark {
    /// Where, in ten-thousandths of the whole; `None` where it lies beyond the bar's end.
    pub at: Option<u64>,
    /// "turns at 3.5".
    pub words: String,
}

/// A whole bar.
pub const WHOLE: u64 = 10_000;
/// A flip point is drawn as long as it makes the bars no shorter than by this factor.
const STRETCH: u64 = 2;

/// The bars of one of the options. The leader's flips are those against the second, any other's those against the
/// leader.
pub(super) fn bars(
    options: &[&Item],
    item: &Item,
    impacts: &ImpactScale,
    method: Method,
    verdicts: &[Verdict],
) -> Vec<BarView> {
    let all: Vec<Flip> = verdicts.iter().flat_map(|verdict| flips_of(options, impacts, verdict)).collect();
    let mine = |factor: Factor| {
        let found = all.iter().filter(|flip| flip.item == item.id && flip.factor == factor);
        found.copied().reduce(|best, flip| if flip.is_nearer_than(&best) { flip } else { best })
    };
    let bar = |factor: &Factor| {
        let whole = whole(options, impacts, method, *factor, &all);
        bar(options, item, method, *factor, mine(*factor), whole)
    };
    method.factors().iter().map(bar).collect()
}

fn flips_of(options: &[&Item], impacts: &ImpactScale, verdict: &Verdict) -> Vec<Flip> {
    let of = |id| options.iter().copied().find(|item| item.id == id);
    let pair = of(verdict.leader).zip(of(verdict.other));
    pair.map(|(leader, other)| flips(leader, other, verdict.method, impacts)).unwrap_or_default()
}

fn bar(
    options: &[&Item],
    item: &Item,
    method: Method,
    factor: Factor,
    flip: Option<Flip>,
    whole: u64,
) -> BarView {
    let share = |value: Decimal| (value.ten_thousandths().saturating_mul(WHOLE) / whole.max(1)).min(WHOLE);
    let value = factor.of(item);
    let better = if factor.divides() { ", less is better" } else { "" };
    BarView {
        factor,
        name: format!("{}{better}", factor_name(factor)),
        value: value.map_or_else(|| "–".to_owned(), |value| with_unit(method, factor, value)),
        length: value.map_or(0, share),
        wins: wins(options, item, method, factor),
        flip: flip.map(|flip| FlipMark {
            at: (flip.to.ten_thousandths() <= whole).then(|| share(flip.to)),
            words: format!("turns at {}", with_unit(method, factor, flip.to)),
        }),
    }
}

/// What a whole bar is worth: the end of the scale where it has one, else the largest value, or a flip point not far
/// beyond it.
fn whole(options: &[&Item], impacts: &ImpactScale, method: Method, factor: Factor, flips: &[Flip]) -> u64 {
    let values = options.iter().filter_map(|item| factor.of(item)).map(Decimal::ten_thousandths);
    let largest = values.max().unwrap_or(0);
    let end = match (method, factor) {
        (Method::Ice, _) => 10 * WHOLE,
        (_, Factor::Impact) => impacts.steps().first().map_or(0, |step| step.value.ten_thousandths()),
        (_, Factor::Confidence) => 100 * WHOLE,
        _ => 0,
    };
    let near = flips.iter().filter(|flip| flip.factor == factor).map(|flip| flip.to.ten_thousandths());
    let reached = near.filter(|to| *to <= largest.saturating_mul(STRETCH)).max().unwrap_or(0);
    end.max(largest).max(reached)
}

/// A figure off its scale wins nothing: an effort of 0 is no effort.
fn wins(options: &[&Item], item: &Item, method: Method, factor: Factor) -> bool {
    let of = |item: &Item| factor.of(item).filter(|value| method.knows(factor, *value));
    let values: Vec<Decimal> = options.iter().filter_map(|option| of(option)).collect();
    let best = if factor.divides() { values.iter().min() } else { values.iter().max() };
    let differ = values.iter().any(|value| Some(value) != best);
    differ && of(item).as_ref() == best
}
