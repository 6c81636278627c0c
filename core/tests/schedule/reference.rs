//! A slow schedule that is plainly right: each rule as it is written, tried again and again until nothing changes.
//!
//! It shares nothing with the one it judges: it counts days by walking the calendar, knows no order of the items,
//! and finds free float by slipping an item day by day.

use std::collections::BTreeMap;

use unblock_core::board::{Board, Calendar, Date, Item, ItemId, LinkKind, Progress, Quadrant};

use crate::common::date;
use crate::plan::Plan;

/// Early start, early finish and buffered finish.
pub(crate) type Early = (i64, i64, i64);

/// A board in its own words, and the day it is seen from.
pub(crate) struct Reference<'a> {
    board: &'a Board,
    status: Option<Date>,
    items: Vec<&'a Item>,
    numbers: BTreeMap<Date, i64>,
}

const FAR: i64 = 1_000_000;

/// For each day of some months, how many working days lie between the start of the plan and it.
fn numbers(calendar: &Calendar) -> BTreeMap<Date, i64> {
    let (start, first) = (calendar.start.unwrap(), date("2026-01-01"));
    let days: Vec<Date> = (0..180).map(|n| first.plus_days(n).unwrap()).collect();
    let works = |day: &&Date| calendar.why_off(**day).is_none();
    let before =
        |day: Date| i64::try_from(days.iter().take_while(|d| **d < day).filter(works).count()).unwrap();
    days.iter().map(|day| (*day, before(*day) - before(start))).collect()
}

impl<'a> Reference<'a> {
    /// For boards whose items are all judged: whoever is not refused is in the plan. Their dates are of 2026.
    pub(crate) fn of(plan: &'a Plan) -> Self {
        let all = plan.board.items.values().map(AsRef::as_ref);
        let items = all.filter(|item| item.quadrant() != Some(Quadrant::Eliminate)).collect();
        Self { board: &plan.board, status: plan.status, items, numbers: numbers(&plan.board.about.calendar) }
    }

    pub(crate) fn ids(&self) -> Vec<ItemId> {
        self.items.iter().map(|item| item.id).collect()
    }

    /// The number of the first working day on or after a day.
    fn start(&self, date: Date) -> i64 {
        self.numbers[&date]
    }

    /// The number of the first working day after a day.
    pub(crate) fn finish(&self, date: Date) -> i64 {
        self.start(date.plus_days(1).unwrap())
    }

    fn today(&self) -> i64 {
        self.status.map_or(-FAR, |status| self.start(status))
    }

    fn days(&self, item: &Item) -> i64 {
        i64::from(item.duration.unwrap_or(self.board.about.planning.guess).get())
    }

    fn promise(&self, item: &Item) -> Option<i64> {
        let promised = item.promised.filter(|_| item.kind.is_external())?;
        let today = self.status.map_or(-FAR, |status| self.finish(status));
        Some(self.finish(promised).max(today))
    }

    fn agreed(&self, item: &Item) -> i64 {
        self.finish(item.agreed.or(item.promised).unwrap())
    }

    fn span(&self, item: &Item) -> i64 {
        let asked = item.requested.map_or(0, |date| self.start(date));
        item.duration.map_or((self.agreed(item) - asked).max(0), |days| i64::from(days.get()))
    }

    fn buffer(&self, item: &Item, span: i64) -> i64 {
        let percent = i64::from(item.buffer.unwrap_or(self.board.about.planning.buffer).get());
        (0..FAR).find(|days| days * 100 >= percent * span).unwrap()
    }

    /// Working days from a start that links push to the finish.
    fn pushed_days(&self, item: &Item) -> i64 {
        let promised = self.promise(item).is_some() && item.progress == Progress::NotStarted;
        if promised { item.duration.map_or(0, |days| i64::from(days.get())) } else { self.days(item) }
    }

    /// An item's early side, where the others are as given.
    fn early_of(&self, item: &Item, early: &dyn Fn(ItemId) -> Option<Early>) -> Early {
        let (mut start, mut finish) = (-FAR, -FAR);
        for (key, lag) in self.board.links.iter().filter(|(key, _)| key.successor == item.id) {
            let Some((es, _, bf)) = early(key.predecessor) else { continue };
            let lag = i64::from(lag.get());
            match key.kind {
                LinkKind::FinishToStart => start = start.max(bf + lag),
                LinkKind::StartToStart => start = start.max(es + lag),
                LinkKind::FinishToFinish => finish = finish.max(bf + lag),
                LinkKind::StartToFinish => finish = finish.max(es + lag),
            }
        }
        let days = self.days(item);
        let not_before = item.not_before.map_or(-FAR, |date| self.start(date));
        let (start, finish) = match (item.progress, self.promise(item)) {
            (Progress::Done { started, on }, _) => {
                let finish = self.finish(on);
                (started.map_or(finish - days, |date| self.start(date).min(finish)), finish)
            }
            (Progress::Started { on, .. }, promise) => {
                let work = self.started_finish(item);
                (self.start(on), promise.map_or(work, |promise| self.begun_finish(item, promise)).max(finish))
            }
            (Progress::NotStarted, Some(promise)) => {
                let pushed = start.max(not_before) + self.pushed_days(item);
                let finish = promise.max(finish).max(pushed);
                (finish - self.span(item), finish)
            }
            (Progress::NotStarted, None) => {
                let start = start.max(finish - days).max(not_before).max(self.today()).max(0);
                (start, start + days)
            }
        };
        (start, finish, self.buffered(item, finish))
    }

    fn started_finish(&self, item: &Item) -> i64 {
        let Progress::Started { on, remaining } = item.progress else { return -FAR };
        let (start, days) = (self.start(on), self.days(item));
        if self.status.is_none() {
            return start + days;
        }
        let by_default = (days - (self.today() - start)).max(1);
        self.today() + remaining.map_or(by_default, |left| i64::from(left.get()))
    }

    /// What was begun and promised ends as promised, or later where more is said to be left.
    fn begun_finish(&self, item: &Item, promise: i64) -> i64 {
        let is_said = matches!(item.progress, Progress::Started { remaining: Some(_), .. });
        if is_said && self.status.is_some() { promise.max(self.started_finish(item)) } else { promise }
    }

    fn buffered(&self, item: &Item, finish: i64) -> i64 {
        if item.progress.is_done() || !item.kind.is_external() {
            finish
        } else if item.promised.is_some() {
            finish.max(self.agreed(item) + self.buffer(item, self.span(item)))
        } else {
            finish + self.buffer(item, self.days(item))
        }
    }

    /// The early side of all items.
    pub(crate) fn early(&self) -> Vec<Early> {
        let mut all = vec![(-FAR, -FAR, -FAR); self.items.len()];
        loop {
            let known = |id| Some(all[self.items.iter().position(|item| item.id == id)?]);
            let next: Vec<Early> = self.items.iter().map(|item| self.early_of(item, &known)).collect();
            if next == all {
                return all;
            }
            all = next;
        }
    }

    /// The late finish of all items, counted back from an end; done items have none.
    pub(crate) fn late(&self, early: &[Early], end: i64) -> Vec<Option<i64>> {
        let mut all: Vec<i64> = vec![FAR; self.items.len()];
        loop {
            let next: Vec<i64> =
                (0..self.items.len()).map(|place| self.late_of(place, early, &all, end)).collect();
            if next == all {
                let is_done = |place: usize| self.items[place].progress.is_done();
                return (0..all.len()).map(|place| (!is_done(place)).then_some(all[place])).collect();
            }
            all = next;
        }
    }

    fn late_of(&self, place: usize, early: &[Early], late: &[i64], end: i64) -> i64 {
        let (item, (es, ef, bf)) = (self.items[place], early[place]);
        let mut latest = end - (bf - ef);
        if let Some(due) = item.due() {
            latest = latest.min(self.finish(due));
        }
        for (key, lag) in self.board.links.iter().filter(|(key, _)| key.predecessor == item.id) {
            let Some(to) = self.items.iter().position(|item| item.id == key.successor) else { continue };
            let has_started = matches!(item.progress, Progress::Started { .. });
            let (successor, lag) = (self.items[to], i64::from(lag.get()));
            let out_of_start = matches!(key.kind, LinkKind::StartToStart | LinkKind::StartToFinish);
            let into_start = matches!(key.kind, LinkKind::FinishToStart | LinkKind::StartToStart);
            let is_under_way = matches!(successor.progress, Progress::Started { .. });
            let ignored =
                successor.progress.is_done() || (is_under_way && into_start) || (has_started && out_of_start);
            if ignored {
                continue;
            }
            let point = if into_start { late[to] - self.pushed_days(successor) } else { late[to] };
            let slip = if out_of_start { point - lag - es } else { point - lag - bf };
            latest = latest.min(ef + slip);
        }
        latest
    }

    /// By how many days an item can slip before the early side of another moves; up to the end where none ever does.
    pub(crate) fn free_float(&self, place: usize, early: &[Early], end: i64) -> i64 {
        let (es, ef, bf) = early[place];
        let has_started = matches!(self.items[place].progress, Progress::Started { .. });
        let leads_to = |at: &usize| {
            let (from, to) = (self.items[place].id, self.items[*at].id);
            self.board.links.keys().any(|key| key.predecessor == from && key.successor == to)
        };
        let successors: Vec<usize> = (0..self.items.len()).filter(leads_to).collect();
        let moves = |days: i64| {
            let slipped = (if has_started { es } else { es + days }, ef + days, bf + days);
            let known = |id| {
                let at = self.items.iter().position(|item| item.id == id)?;
                Some(if at == place { slipped } else { early[at] })
            };
            successors.iter().any(|at| self.early_of(self.items[*at], &known) != early[*at])
        };
        let reach = if successors.is_empty() { 0 } else { 150 };
        (0..reach).find(|days| moves(days + 1)).unwrap_or(end - bf)
    }
}
