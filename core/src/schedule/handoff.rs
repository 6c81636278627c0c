//! Handoffs: what comes from outside, when it is needed, and how much of its buffer is left.

use super::Schedule;
use super::task::Stage;
use crate::board::{Board, Date, Item, ItemId, Progress};

/// How far a handoff is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum HandoffState {
    /// Nobody has been asked.
    Unknown,
    /// Asked, and no date yet.
    Asked,
    /// There is a date.
    Promised,
    /// It is here.
    Delivered,
}

/// What the schedule says of something that is handed over. Working days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Handoff {
    /// How far it is.
    pub state: HandoffState,
    /// The buffer as it was when the date was agreed.
    pub buffer: i64,
    /// How much of it later promises have used.
    pub used: i64,
    /// The day to plan on: the last one before the buffered finish.
    pub buffer_date: Option<Date>,
    /// The latest day at which the receivers can take it without moving the target (the finish, without a target).
    pub needed_by: Option<Date>,
    /// Working days from the buffer date to the day it is needed; `None` for what is delivered.
    pub gap: Option<i64>,
    /// True where the promised day is over and nothing has come.
    pub is_overdue: bool,
    /// True where the gap is negative, or others wait for something that nobody has promised.
    pub is_at_risk: bool,
}

/// How far an item from outside is.
pub const fn state(item: &Item) -> HandoffState {
    match (item.progress, item.promised, item.requested) {
        (Progress::Done { .. }, ..) => HandoffState::Delivered,
        (_, Some(_), _) => HandoffState::Promised,
        (_, None, Some(_)) => HandoffState::Asked,
        (_, None, None) => HandoffState::Unknown,
    }
}

impl Schedule {
    /// What is said of an item of the plan as something that is handed over, from outside or to others. Only what
    /// comes from outside has a buffer and can be overdue.
    pub fn handoff(&self, board: &Board, item: ItemId) -> Option<Handoff> {
        let place = self.place(item)?;
        let item = board.item(item)?;
        let (task, early) = (&self.network.tasks[place], self.early(place));
        let is_open = task.stage != Stage::Done;
        let is_external = item.kind.is_external();
        let agreed = item.agreed.or(item.promised).filter(|_| is_external && is_open);
        let (buffer, used) = match agreed.map(|date| self.days.finish(date)) {
            Some(agreed) => {
                let buffer = task.buffered_until - agreed;
                (buffer, (early.finish - agreed).clamp(0, buffer))
            }
            None => (task.buffer, 0),
        };
        let gap = is_open.then(|| self.wanted[place] - early.finish);
        let needed = self.wanted[place] + early.buffer() - 1;
        let overdue = |date: Date| self.status.is_some_and(|status| date < status.date);
        let mut successors = self.network.out.of(place).iter().map(|arrow| arrow.other as usize);
        let is_waited_for = is_open && successors.any(|successor| self.is_open(successor));
        let unpromised = is_external && item.promised.is_none() && is_waited_for;
        Some(Handoff {
            state: state(item),
            buffer,
            used,
            buffer_date: self.days.date(early.buffered - 1),
            needed_by: self.days.date(needed).filter(|_| is_open),
            gap,
            is_overdue: is_open && is_external && item.promised.is_some_and(overdue),
            is_at_risk: unpromised || gap.is_some_and(|gap| gap < 0),
        })
    }

    /// True where there is something to hold handoffs against: a target, or a deadline somewhere.
    pub fn has_yardstick(&self) -> bool {
        self.target.is_some() || !self.asked.is_empty()
    }
}
