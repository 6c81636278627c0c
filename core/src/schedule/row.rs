//! What the schedule says of one item.

use super::Schedule;
use super::passes::free_float;
use super::task::Stage;
use super::workdays::Point;
use crate::board::{Date, ItemId};

/// How near an item is to deciding the finish or missing a deadline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Criticality {
    /// No day to spare.
    Critical,
    /// No more days to spare than the board's threshold.
    Near,
    /// More than that, or done.
    Easy,
}

/// What the schedule says of one item. Points and working days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// Early start: the number of its first day.
    pub early_start: Point,
    /// Early finish: the point after its last day.
    pub early_finish: Point,
    /// Early finish and the buffer behind it.
    pub buffered_finish: Point,
    /// Late start; `None` for what is done.
    pub late_start: Option<Point>,
    /// Late finish.
    pub late_finish: Option<Point>,
    /// Days it can slip before the finish moves or a deadline breaks.
    pub total_float: Option<i64>,
    /// Days it can slip before any successor moves.
    pub free_float: Option<i64>,
    /// Days it can slip before the target is missed; without a target, as the total float.
    pub target_float: Option<i64>,
    /// How critical it is.
    pub criticality: Criticality,
    /// True where nobody has said how long it takes.
    pub is_guess: bool,
    /// True where it is done or delivered.
    pub is_done: bool,
    /// The day it starts; `None` after 9999.
    pub start: Option<Date>,
    /// The last day of it; `None` after 9999.
    pub finish: Option<Date>,
}

impl Schedule {
    /// What the schedule says of an item of the plan.
    pub fn row(&self, item: ItemId) -> Option<Row> {
        self.place(item).map(|place| self.row_at(place))
    }

    pub(super) fn row_at(&self, place: usize) -> Row {
        let (task, early) = (&self.network.tasks[place], self.early[place]);
        let open = task.stage != Stage::Done;
        let late = open.then(|| self.late[place]);
        let end = self.finish.unwrap_or_default();
        let (start, finish) = self.shown(place);
        Row {
            early_start: early.start,
            early_finish: early.finish,
            buffered_finish: early.buffered,
            late_start: late.map(|late| late - (early.finish - early.start)),
            late_finish: late,
            total_float: late.map(|late| late - early.finish),
            free_float: open.then(|| free_float(&self.network, &self.early, place, end)),
            target_float: open.then(|| self.wanted[place] - early.finish),
            criticality: self.criticality_at(place),
            is_guess: task.guess,
            is_done: !open,
            start,
            finish,
        }
    }

    /// True for an undone item of the plan whose duration is the board's default, because nobody has given one.
    pub fn is_guess(&self, item: ItemId) -> bool {
        self.place(item).is_some_and(|place| {
            self.network.tasks[place].guess && self.network.tasks[place].stage != Stage::Done
        })
    }

    /// How critical an item is; what is not in the plan is easy.
    pub fn criticality(&self, item: ItemId) -> Criticality {
        self.place(item).map_or(Criticality::Easy, |place| self.criticality_at(place))
    }

    pub(super) fn criticality_at(&self, place: usize) -> Criticality {
        if matches!(self.network.tasks[place].stage, Stage::Out | Stage::Done) {
            return Criticality::Easy;
        }
        match self.late[place] - self.early[place].finish {
            ..=0 => Criticality::Critical,
            float if float <= self.near_critical => Criticality::Near,
            _ => Criticality::Easy,
        }
    }

    /// The first and the last day of an item, as dates.
    pub(super) fn shown(&self, place: usize) -> (Option<Date>, Option<Date>) {
        let early = self.early[place];
        if early.finish > early.start {
            return (self.days.date(early.start), self.days.date(early.finish - 1));
        }
        let day = if self.ends[place] { early.finish - 1 } else { early.finish };
        let date = self.days.date(day);
        (date, date)
    }
}
