//! What a change does to a plan: the difference between two schedules.

use super::Schedule;
use crate::board::{Board, Date, Item, ItemId};

/// A commitment that a change breaks or saves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moved {
    /// Which item.
    pub item: ItemId,
    /// The date that was given: a deadline, the day somebody waits for, or a promise.
    pub date: Date,
}

/// What a change does. Working days.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Effect {
    /// The finish before; `None` for an empty plan.
    pub before: Option<Date>,
    /// The finish after.
    pub after: Option<Date>,
    /// How many days later the finish comes; negative for earlier.
    pub days: i64,
    /// Deadlines and promises that held, or were not there, and now do not hold.
    pub broken: Vec<Moved>,
    /// Those that did not hold and now do.
    pub saved: Vec<Moved>,
    /// Items that become critical.
    pub critical: Vec<ItemId>,
    /// Items that were critical and are not any more.
    pub released: Vec<ItemId>,
}

impl Effect {
    /// What lies between a plan and the same plan after a change, both with their schedules.
    pub fn between(old: (&Board, &Schedule), new: (&Board, &Schedule)) -> Self {
        Self {
            before: old.1.finish_date(),
            after: new.1.finish_date(),
            days: old.1.shift_to(new.1),
            broken: missed(new)
                .into_iter()
                .filter(|moved| !(is_due(old, *moved) && missed_by(old, *moved)))
                .collect(),
            saved: missed(old)
                .into_iter()
                .filter(|moved| !missed_by(new, *moved) && is_due(new, *moved))
                .collect(),
            critical: new.1.critical_unlike(old.1),
            released: old.1.critical_unlike(new.1),
        }
    }

    /// True where nothing that a room cares about changes.
    pub fn is_nothing(&self) -> bool {
        self.days == 0 && self.broken.is_empty() && self.saved.is_empty()
    }
}

impl Schedule {
    /// The deadlines and promises of a board that its schedule does not hold, by item.
    pub fn missed(&self, board: &Board) -> Vec<Moved> {
        missed((board, self))
    }
}

/// The commitments that a plan does not hold.
fn missed((board, schedule): (&Board, &Schedule)) -> Vec<Moved> {
    let all = board.items.values().flat_map(|item| commitments(item));
    all.filter(|moved| missed_by((board, schedule), *moved)).collect()
}

/// What was given for an item: its deadline, the days that others wait for, its promise.
pub fn commitments(item: &Item) -> impl Iterator<Item = Moved> + '_ {
    let waiting = item.awaited_by.iter().map(|awaited| awaited.by);
    let dates = item.deadline.into_iter().chain(waiting).chain(item.promised);
    dates.map(|date| Moved { item: item.id, date })
}

fn missed_by((_, schedule): (&Board, &Schedule), moved: Moved) -> bool {
    schedule.place(moved.item).is_some_and(|place| {
        schedule.is_open(place) && schedule.early(place).finish > schedule.days().finish(moved.date)
    })
}

fn is_due((board, schedule): (&Board, &Schedule), moved: Moved) -> bool {
    let item = board.item(moved.item).filter(|item| schedule.contains(item.id));
    item.is_some_and(|item| {
        [item.deadline, item.promised].contains(&Some(moved.date))
            || item.awaited_by.iter().any(|awaited| awaited.by == moved.date)
    })
}

impl Schedule {
    /// True where a commitment of open work in the plan is not held.
    pub fn misses(&self, board: &Board, moved: Moved) -> bool {
        missed_by((board, self), moved)
    }

    /// Working days from this finish to that of a later schedule of the same board; 0 where one has none. The later
    /// one may count by another start or calendar: its finish is taken as a date.
    pub fn shift_to(&self, new: &Self) -> i64 {
        let (Some(before), Some(after)) = (self.finish(), new.finish()) else { return 0 };
        new.days().date(after - 1).map_or(after, |date| self.days().finish(date)) - before
    }

    /// The items that are critical here and not in another schedule, where most stand at the same place.
    fn critical_unlike(&self, other: &Self) -> Vec<ItemId> {
        let is_there = |place: usize| {
            let id = self.network.ids[place];
            let same = Some(place).filter(|place| other.network.ids.get(*place) == Some(&id));
            same.or_else(|| other.network.place(id)).is_some_and(|place| other.is_critical(place))
        };
        let critical = (0..self.network.ids.len()).filter(|place| self.is_critical(*place));
        critical.filter(|place| !is_there(*place)).map(|place| self.network.ids[place]).collect()
    }
}
