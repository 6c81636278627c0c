//! How far down the stack the capacity reaches.

use super::Stack;
use crate::board::{Capacity, Decimal, Item};
use crate::view::scene::Scene;

/// How much the stack adds up to, and where the capacity ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CapacityView {
    /// The sum in words, with what it does not know: "64 days in all, 3 without a size".
    pub sum: String,
    /// The place before which the capacity ends; `None` where none is set, and where all of it fits.
    pub place: Option<usize>,
    /// What the line says: "40 days end here".
    pub line: String,
}

/// How much our work in the stack adds up to: days where the capacity is in days or not set, else person-months.
pub fn capacity(scene: &Scene, stack: &Stack) -> CapacityView {
    let capacity = scene.board.about.planning.capacity;
    let (limit, figure): (_, fn(&Item) -> Option<u64>) = match capacity {
        Some(Capacity::PersonMonths(months)) => {
            (Some(months.ten_thousandths()), |item| item.effort.map(Decimal::ten_thousandths))
        }
        Some(Capacity::Days(days)) => (Some(u64::from(days.get())), days_of),
        None => (None, days_of),
    };
    let (mut sum, mut unknown, mut place) = (0_u64, 0_usize, None);
    for (at, id) in stack.items.iter().enumerate() {
        let Some(item) = scene.item(*id).filter(|item| !item.kind.is_external()) else { continue };
        match figure(item) {
            Some(figure) => sum = sum.saturating_add(figure),
            None => unknown += 1,
        }
        if place.is_none() && limit.is_some_and(|limit| sum > limit) {
            place = Some(at);
        }
    }
    CapacityView {
        sum: sum_words(capacity, sum, unknown),
        place,
        line: capacity.map(|capacity| format!("{capacity} end here")).unwrap_or_default(),
    }
}

fn days_of(item: &Item) -> Option<u64> {
    item.duration.map(|days| u64::from(days.get()))
}

fn sum_words(capacity: Option<Capacity>, sum: u64, unknown: usize) -> String {
    let (sum, size) = match capacity {
        Some(Capacity::PersonMonths(_)) => {
            let sum =
                Decimal::from_ten_thousandths(sum).map_or_else(|_| "many".to_owned(), |s| s.to_string());
            (format!("{sum} person-months"), "an effort")
        }
        _ => (if sum == 1 { "1 day".to_owned() } else { format!("{sum} days") }, "a size"),
    };
    match unknown {
        0 => format!("{sum} in all"),
        n => format!("{sum} in all, {n} without {size}"),
    }
}
