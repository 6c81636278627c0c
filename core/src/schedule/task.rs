//! What the schedule knows of one item by itself: its facts, its own bounds, its buffer. Points and working days.

use super::workdays::{Point, WorkDays};
use crate::board::{Date, Days, Item, Planning, Progress, Quadrant};

/// A bound that binds nothing.
pub(super) const NONE: Point = i64::MIN / 4;
/// A late bound that binds nothing.
pub(super) const NEVER: Point = i64::MAX / 4;

/// How an item gets its early dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stage {
    /// Not in the plan.
    Out,
    /// Both ends are facts.
    Done,
    /// The start is a fact.
    Started,
    /// It takes its days from when it can start.
    Open,
    /// External with a promise: it is finished then, or later if something pushes it.
    Promised,
}

/// One item in the schedule's numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Task {
    pub stage: Stage,
    /// Done and started: when it started. Else the earliest start by the item itself.
    pub start: Point,
    /// The earliest finish by the item itself; of done items, the finish.
    pub finish: Point,
    /// Working days from a start that links push to its finish.
    pub days: i64,
    /// Of a promised item: working days from its start to its finish.
    pub span: i64,
    /// Slack that moves along with the finish.
    pub buffer: i64,
    /// The point up to which the buffer of an agreed date reaches.
    pub buffered_until: Point,
    /// The latest finish by a deadline or those who wait outside.
    pub due: Point,
    /// True where nobody has said how long it takes and the board's default counts.
    pub guess: bool,
}

impl Task {
    /// True for an item of the plan.
    pub(super) const fn is_in(&self) -> bool {
        !matches!(self.stage, Stage::Out)
    }
}

/// The day the schedule is seen from, in points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Status {
    pub date: Date,
    pub start: Point,
    pub finish: Point,
}

/// True for an item that is in the plan: not refused, and judged, done, linked, or with a duration or a date.
pub(super) fn is_planned(item: &Item, linked: bool) -> bool {
    match item.quadrant() {
        Some(Quadrant::Eliminate) => false,
        Some(_) => true,
        None => linked || item.duration.is_some() || item.progress != Progress::NotStarted || has_date(item),
    }
}

fn has_date(item: &Item) -> bool {
    let dates = [item.not_before, item.deadline, item.requested, item.promised, item.agreed];
    dates.iter().any(Option::is_some) || !item.awaited_by.is_empty()
}

/// An item that is not in the plan.
pub(super) const OUT: Task = Task {
    stage: Stage::Out,
    start: 0,
    finish: 0,
    days: 0,
    span: 0,
    buffer: 0,
    buffered_until: NONE,
    due: NEVER,
    guess: false,
};

/// What items are read by: the board's settings, its calendar, and the day it is.
#[derive(Clone, Copy)]
pub(super) struct Frame<'a> {
    pub planning: &'a Planning,
    pub days: &'a WorkDays,
    pub status: Option<Status>,
}

impl Frame<'_> {
    /// What the schedule knows of an item of the plan.
    pub(super) fn task(self, item: &Item) -> Task {
        let length = item.duration.unwrap_or(self.planning.guess).get();
        let due = item.due().map_or(NEVER, |date| self.days.finish(date));
        let plain = Task { due, days: i64::from(length), ..OUT };
        let promised = item.promised.filter(|_| item.kind.is_external());
        match (item.progress, promised) {
            (Progress::Done { started, on }, _) => self.done(plain, started, on),
            (Progress::Started { on, remaining }, None) => self.started(plain, item, on, remaining),
            (Progress::Started { on, remaining }, Some(promise)) => {
                let work = self.started(plain, item, on, remaining);
                self.started_and_promised(work, item, promise, remaining.is_some() && self.status.is_some())
            }
            (Progress::NotStarted, None) => self.open(plain, item),
            (Progress::NotStarted, Some(promise)) => self.promised(plain, item, promise),
        }
    }

    fn done(self, plain: Task, started: Option<Date>, on: Date) -> Task {
        let finish = self.days.finish(on);
        let start = started.map_or(finish - plain.days, |date| self.days.start(date).min(finish));
        Task { stage: Stage::Done, start, finish, ..plain }
    }

    fn started(self, plain: Task, item: &Item, on: Date, remaining: Option<Days>) -> Task {
        let start = self.days.start(on);
        let finish = match (self.status, remaining) {
            (Some(status), Some(left)) => status.start + i64::from(left.get()),
            (Some(status), None) => status.start + (plain.days - (status.start - start)).max(1),
            (None, _) => start + plain.days,
        };
        let guess = item.duration.is_none() && remaining.is_none();
        let buffer = self.moving_buffer(item, plain.days);
        Task { stage: Stage::Started, start, finish, buffer, guess, ..plain }
    }

    /// What a giver has begun and promised is finished as promised, unless they said that more is left.
    fn started_and_promised(self, work: Task, item: &Item, promise: Date, says_left: bool) -> Task {
        let by_promise = self.promise_or_today(promise);
        let finish = if says_left { by_promise.max(work.finish) } else { by_promise };
        let buffered_until = self.buffered_until(item, promise);
        Task { finish, buffered_until, buffer: 0, guess: false, ..work }
    }

    fn open(self, plain: Task, item: &Item) -> Task {
        let not_before = item.not_before.map_or(0, |date| self.days.start(date));
        let start = not_before.max(0).max(self.status.map_or(0, |status| status.start));
        let buffer = self.moving_buffer(item, plain.days);
        Task { stage: Stage::Open, start, finish: NONE, buffer, guess: item.duration.is_none(), ..plain }
    }

    fn promised(self, plain: Task, item: &Item, promise: Date) -> Task {
        Task {
            stage: Stage::Promised,
            start: item.not_before.map_or(NONE, |date| self.days.start(date)),
            finish: self.promise_or_today(promise),
            days: item.duration.map_or(0, |own| i64::from(own.get())),
            span: self.span(item, promise),
            buffered_until: self.buffered_until(item, promise),
            ..plain
        }
    }

    /// A promise that is past and not kept ends today at the earliest.
    fn promise_or_today(self, promise: Date) -> Point {
        self.days.finish(promise).max(self.status.map_or(NONE, |status| status.finish))
    }

    /// Working days that an external item with a promise takes: its duration, or from the day of asking (else
    /// day 0) to the agreed date.
    fn span(self, item: &Item, promise: Date) -> i64 {
        let asked = item.requested.map_or(0, |date| self.days.start(date));
        let agreed = self.days.finish(item.agreed.unwrap_or(promise));
        item.duration.map_or((agreed - asked).max(0), |own| i64::from(own.get()))
    }

    fn buffered_until(self, item: &Item, promise: Date) -> Point {
        let agreed = self.days.finish(item.agreed.unwrap_or(promise));
        agreed + self.share(item, self.span(item, promise))
    }

    fn moving_buffer(self, item: &Item, length: i64) -> i64 {
        if item.kind.is_external() { self.share(item, length) } else { 0 }
    }

    /// The buffer behind a span, in whole days, rounded up.
    fn share(self, item: &Item, span: i64) -> i64 {
        let percent = item.buffer.unwrap_or(self.planning.buffer);
        (span * i64::from(percent.get()) + 99) / 100
    }
}
