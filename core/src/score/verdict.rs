//! The verdict on two options: who leads, by how much, who wins on what, and what would turn it.

use std::cmp::Ordering;

use super::factor::{Factor, Method};
use super::flip::{Flip, flip};
use super::value::{Score, score};
use crate::board::{ImpactScale, Item, ItemId};

/// Which of two options is better on one factor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wins {
    /// The factors on which the leader is better.
    pub leader: Vec<Factor>,
    /// The factors on which the other is.
    pub other: Vec<Factor>,
}

/// How two options compare.
#[derive(Clone, Debug)]
pub struct Verdict {
    /// By which method.
    pub method: Method,
    /// Who leads; of a tie the first that was named.
    pub leader: ItemId,
    /// Who does not.
    pub other: ItemId,
    /// The leader's score.
    pub leads_with: Score,
    /// The other's.
    pub against: Score,
    /// True where neither leads.
    pub tie: bool,
    /// By how many percent; `None` where the other's score is 0.
    pub percent: Option<u128>,
    /// Who is better on what.
    pub wins: Wins,
    /// The least change that turns it.
    pub flip: Option<Flip>,
    /// True where the lead rests on effort or ease alone: hard work or quick wins?
    pub is_about_effort: bool,
}

/// The verdict on two options; `None` where one has no score.
pub fn verdict(one: &Item, other: &Item, method: Method, impacts: &ImpactScale) -> Option<Verdict> {
    let (a, b) = (score(one, method).ok()?, score(other, method).ok()?);
    let order = a.cross(b);
    let ((first, leads_with), (second, against)) =
        if order == Ordering::Less { ((other, b), (one, a)) } else { ((one, a), (other, b)) };
    let mut wins = Wins { leader: Vec::new(), other: Vec::new() };
    for &factor in method.factors() {
        let by = factor.of(first).cmp(&factor.of(second));
        match if factor.divides() { by.reverse() } else { by } {
            Ordering::Greater => wins.leader.push(factor),
            Ordering::Less => wins.other.push(factor),
            Ordering::Equal => {}
        }
    }
    let is_about_effort =
        matches!(wins.leader.as_slice(), [Factor::Effort | Factor::Ease]) && !wins.other.is_empty();
    Some(Verdict {
        method,
        leader: first.id,
        other: second.id,
        leads_with,
        against,
        tie: order == Ordering::Equal,
        percent: leads_with.percent_above(against),
        wins,
        flip: flip(first, second, method, impacts),
        is_about_effort: is_about_effort && order != Ordering::Equal,
    })
}
