//! The schedule: when everything on a board can start and finish, what decides that, and how much there is to spare.
//!
//! A schedule follows from a board and a status date alone. Inside it counts in working days ([`Point`]); dates are
//! made at the edge. Absent on purpose: levelling people's load (it is shown, not scheduled), a clock, and any
//! memory of an earlier schedule.

mod brief;
mod chains;
mod effect;
mod handoff;
mod load;
mod milestone;
mod network;
mod passes;
mod release;
mod row;
mod task;
mod why;
mod workdays;

pub use brief::Brief;
pub use chains::Chains;
pub use effect::{Effect, Moved, commitments};
pub use handoff::{Handoff, HandoffState, state};
pub use load::{Load, loads};
pub use release::Release;
pub use row::{Criticality, Row};
pub use why::{Cause, Why};
pub use workdays::{Point, WorkDays};

use crate::board::{Board, Date, ItemId, LinkKey, Quadrant};
use network::Network;
use passes::{Early, backward, forward};
use task::{Frame, NEVER, Status, is_planned};

/// When everything on a board can start and finish.
#[derive(Debug)]
pub struct Schedule {
    network: Network,
    early: Vec<Early>,
    /// Late finishes against the finish of the plan.
    late: Vec<Point>,
    /// Late finishes against the target, where one is set; else against the finish.
    wanted: Vec<Point>,
    /// Late finishes against the target and deadlines alone; empty where there are neither.
    asked: Vec<Point>,
    /// Items without length that show the day before their point.
    ends: Vec<bool>,
    days: WorkDays,
    status: Option<Status>,
    finish: Option<Point>,
    target: Option<Point>,
    near_critical: i64,
}

/// The schedule of a board, seen from a day. Without a status date nothing moves but by links and constraints.
///
/// O(items + links).
pub fn schedule(board: &Board, status: Option<Date>) -> Schedule {
    let about = &board.about;
    let days = WorkDays::new(&about.calendar, first_day(board, status));
    let status = status.map(|date| Status { date, start: days.start(date), finish: days.finish(date) });
    let network = Network::of(board, Frame { planning: &about.planning, days: &days, status });
    let target = about.target.map(|date| days.finish(date));
    Schedule::solve(network, days, status, target, i64::from(about.planning.near_critical.get()))
}

/// The start of the plan. Where nobody has said, the first date that the plan knows, so that spans counted from it
/// do not shrink from day to day; at the latest the status date.
fn first_day(board: &Board, status: Option<Date>) -> Date {
    let known = || {
        let items = board.items.values().filter(|item| item.trashed.is_none() && is_planned(item, true));
        let dates =
            items.flat_map(|i| [i.progress.started(), i.requested, i.not_before, i.promised, i.due()]);
        dates.flatten().chain(status).min()
    };
    board.about.calendar.start.or_else(known).or(board.about.target).unwrap_or_default()
}

impl Schedule {
    fn solve(
        network: Network,
        days: WorkDays,
        status: Option<Status>,
        target: Option<Point>,
        near_critical: i64,
    ) -> Self {
        let early = forward(&network);
        let all = network.tasks.iter().zip(&early).filter(|(task, _)| task.is_in());
        let finish = all.map(|(_, early)| early.buffered).max();
        let late = backward(&network, &early, finish.unwrap_or_default());
        let wanted = match target {
            Some(target) if Some(target) != finish => backward(&network, &early, target),
            _ => late.clone(),
        };
        let is_asked = || network.tasks.iter().any(|task| task.due != NEVER);
        let asked = match target {
            Some(_) => wanted.clone(),
            None if is_asked() => backward(&network, &early, NEVER),
            None => Vec::new(),
        };
        let ends = milestone::ends(&network, &early);
        Self { network, early, late, wanted, asked, ends, days, status, finish, target, near_critical }
    }

    /// The point at which everything is finished; `None` for an empty plan.
    pub const fn finish(&self) -> Option<Point> {
        self.finish
    }

    /// Working days from the target to the finish: positive where the plan is late. `None` without either.
    pub fn past_target(&self) -> Option<i64> {
        Some(self.finish? - self.target?)
    }

    /// The day on which everything is finished; `None` for an empty plan, and after 9999.
    pub fn finish_date(&self) -> Option<Date> {
        let finish = self.finish?;
        let last = |place: usize| self.network.tasks[place].is_in() && self.early[place].buffered == finish;
        let dates = (0..self.early.len()).filter(|place| last(*place)).map(|place| {
            let early = self.early[place];
            if early.buffered > early.finish { self.days.date(finish - 1) } else { self.shown(place).1 }
        });
        dates.max().flatten()
    }

    /// True for an item of the plan.
    pub fn contains(&self, item: ItemId) -> bool {
        self.place(item).is_some()
    }

    /// True where a link between items of the plan begins or ends at it.
    pub fn is_linked(&self, item: ItemId) -> bool {
        self.place(item).is_some_and(|place| {
            !self.network.into.of(place).is_empty() || !self.network.out.of(place).is_empty()
        })
    }

    /// The items of the plan that an item waits for; one that it waits for in two ways comes twice.
    pub fn predecessors(&self, item: ItemId) -> impl Iterator<Item = ItemId> + '_ {
        let arrows = self.place(item).map(|place| self.network.into.of(place)).unwrap_or_default();
        arrows.iter().map(|arrow| self.network.ids[arrow.other as usize])
    }

    /// The last point at which an item can start so that the target and all deadlines hold; `None` where nothing
    /// asks for it, or it is done.
    pub fn latest_start(&self, item: ItemId) -> Option<Point> {
        let place = self.place(item)?;
        let finish = self.asked.get(place).filter(|finish| **finish < NEVER / 2)?;
        Some(finish - (self.early[place].finish - self.early[place].start))
    }

    /// The items of the plan, by id.
    pub fn items(&self) -> impl Iterator<Item = ItemId> + '_ {
        let all = self.network.ids.iter().zip(&self.network.tasks);
        all.filter(|(_, task)| task.is_in()).map(|(id, _)| *id)
    }

    /// The links by which kept work waits for a refused item: they do not bind, and contradict each other.
    pub fn contradictions(&self, board: &Board) -> Vec<LinkKey> {
        let refused = |id: ItemId| {
            board.item(id).is_some_and(|item| {
                item.trashed.is_none()
                    && item.quadrant() == Some(Quadrant::Eliminate)
                    && !item.progress.is_done()
            })
        };
        let waits = |id: ItemId| self.place(id).is_some_and(|place| self.is_open(place));
        let keys = board.links.keys().filter(|key| refused(key.predecessor) && waits(key.successor));
        keys.copied().collect()
    }

    /// The calendar it counts with.
    pub const fn days(&self) -> &WorkDays {
        &self.days
    }

    /// The day it is seen from.
    pub fn status(&self) -> Option<Date> {
        self.status.map(|status| status.date)
    }

    /// The target as a point.
    pub const fn target(&self) -> Option<Point> {
        self.target
    }

    /// The day number of the status date (the next working day, where it is none).
    pub fn today(&self) -> Option<Point> {
        self.status.map(|status| status.start)
    }

    /// Where an item of the plan stands.
    fn place(&self, item: ItemId) -> Option<usize> {
        self.network.place(item).filter(|place| self.network.tasks[*place].is_in())
    }
}
