//! Flip points: the least that one input has to change for the order of two options to turn.

use std::cmp::Ordering;

use super::factor::{Factor, Method, Range};
use super::value::{Score, of_inputs, score};
use crate::board::{Decimal, ImpactScale, Item, ItemId};

/// One input that turns the order of two options when it has this value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Flip {
    /// The option whose input it is.
    pub item: ItemId,
    /// The input.
    pub factor: Factor,
    /// What it is now.
    pub from: Decimal,
    /// A value at which the order has turned; one step nearer to what it is now, it has not.
    pub to: Decimal,
}

impl Flip {
    /// True where this is relatively the smaller change. A change from nothing is never smaller.
    pub fn is_nearer_than(&self, other: &Self) -> bool {
        let change = |flip: &Self| {
            let (from, to) = (flip.from.ten_thousandths(), flip.to.ten_thousandths());
            (u128::from(from.abs_diff(to)), u128::from(from))
        };
        let ((mine, of_mine), (theirs, of_theirs)) = (change(self), change(other));
        mine * of_theirs < theirs * of_mine
    }
}

/// The least relative change of one input of either option that turns their order, impact on the board's scale. `None` where no single input can
/// within its range, where the options tie (anything turns them), and where one has no score.
pub fn flip(one: &Item, other: &Item, method: Method, impacts: &ImpactScale) -> Option<Flip> {
    let nearest = |best: Flip, flip: Flip| if flip.is_nearer_than(&best) { flip } else { best };
    flips(one, other, method, impacts).into_iter().reduce(nearest)
}

/// Every single input of either option that can turn their order, with the value at which it has: what the bars of a
/// comparison are marked with.
pub fn flips(one: &Item, other: &Item, method: Method, impacts: &ImpactScale) -> Vec<Flip> {
    let (Ok(a), Ok(b)) = (score(one, method), score(other, method)) else { return Vec::new() };
    let (ahead, behind) = match a.cross(b) {
        Ordering::Greater => ((one, a), (other, b)),
        Ordering::Less => ((other, b), (one, a)),
        Ordering::Equal => return Vec::new(),
    };
    let moved = |item: &Item, rival: Score, factor: Factor, up: bool| {
        turning(item, rival, method, (factor, method.scale(factor, impacts)), up)
    };
    let raised = |factor: Factor| moved(behind.0, ahead.1, factor, !factor.divides());
    let lowered = |factor: Factor| moved(ahead.0, behind.1, factor, factor.divides());
    method.factors().iter().flat_map(|factor| [raised(*factor), lowered(*factor)]).flatten().collect()
}

/// The first value, going up or down in steps, at which an item's score has passed a rival's.
fn turning(
    item: &Item,
    rival: Score,
    method: Method,
    (factor, range): (Factor, Range),
    up: bool,
) -> Option<Flip> {
    let from = factor.of(item)?;
    let now = score(item, method).ok()?.cross(rival);
    let turned = |value: u64| {
        let input = |other: Factor| if other == factor { Some(value) } else { factor_of(item, other) };
        of_inputs(method, &input).is_ok_and(|then| then.cross(rival) == now.reverse())
    };
    // Steps lie on multiples of the step, so that the value reads as a person would say it.
    let start = from.ten_thousandths() / range.step;
    let (mut low, mut high) = if up {
        (start + 1, range.most / range.step)
    } else {
        (range.least.div_ceil(range.step), (from.ten_thousandths().div_ceil(range.step)).checked_sub(1)?)
    };
    let end = if up { high } else { low };
    if low > high || !turned(end * range.step) {
        return None;
    }
    while low < high {
        let middle = if up { low.midpoint(high) } else { high - (high - low) / 2 };
        match (turned(middle * range.step), up) {
            (true, true) => high = middle,
            (false, true) => low = middle + 1,
            (true, false) => low = middle,
            (false, false) => high = middle - 1,
        }
    }
    let to = Decimal::from_ten_thousandths(low * range.step).ok()?;
    Some(Flip { item: item.id, factor, from, to })
}

fn factor_of(item: &Item, factor: Factor) -> Option<u64> {
    factor.of(item).map(Decimal::ten_thousandths)
}
