//! Items by their score: 1, 1, 3 where two are alike; what has no score has no rank.

use std::cmp::Ordering;

use super::factor::Method;
use super::value::{Score, Unscored, score};
use crate::board::{Item, ItemId, sort_by};

/// An item with its place.
#[derive(Clone, Copy, Debug)]
pub struct Ranked {
    /// Which item.
    pub item: ItemId,
    /// Its score, or why it has none.
    pub score: Result<Score, Unscored>,
    /// Its place among those that have one, from 1.
    pub rank: Option<usize>,
}

/// The items by score, the highest first; what has no score comes last. Ties keep the order they came in.
pub fn ranked<'a>(items: impl IntoIterator<Item = &'a Item>, method: Method) -> Vec<Ranked> {
    let mut all: Vec<Ranked> = items
        .into_iter()
        .map(|item| Ranked { item: item.id, score: score(item, method), rank: None })
        .collect();
    sort_by(&mut all, |a, b| match (a.score, b.score) {
        (Ok(a), Ok(b)) => b.cross(a),
        (Ok(_), Err(_)) => Ordering::Less,
        (Err(_), Ok(_)) => Ordering::Greater,
        (Err(_), Err(_)) => Ordering::Equal,
    });
    let mut last: Option<(Score, usize)> = None;
    for (place, ranked) in (1..).zip(&mut all) {
        let Ok(score) = ranked.score else { break };
        let rank =
            last.filter(|(before, _)| before.cross(score) == Ordering::Equal).map_or(place, |(_, rank)| rank);
        ranked.rank = Some(rank);
        last = Some((score, rank));
    }
    all
}
