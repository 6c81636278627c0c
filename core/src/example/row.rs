//! One row of the example's table, written as a chain: only what the item has is said.

use std::collections::BTreeSet;

use chrono::{Datelike, Weekday};
use uuid::Uuid;

use super::plan::PEOPLE;
use crate::board::{
    Awaited, BoardId, Date, Days, Decimal, Door, Item, ItemId, Kind, PersonId, Priority, Progress, Quadrant,
    Refusal, gathered,
};

/// A working day seen from the day the board is made: 0 is that day or the next working day, -1 the one before.
#[derive(Clone, Copy)]
pub(super) struct Day(pub(super) i32);

/// What ids and dates are made from.
#[derive(Clone, Copy)]
pub(super) struct Frame {
    pub(super) board: BoardId,
    pub(super) today: Date,
}

impl Frame {
    /// The date of a working day. At the ends of the calendar, where there is none, today.
    pub(super) fn date(self, day: Day) -> Date {
        let works = |date: &Date| !matches!(date.naive().weekday(), Weekday::Sat | Weekday::Sun);
        let steps = usize::try_from(day.0.unsigned_abs()).unwrap_or_default();
        let found = if day.0 < 0 {
            (1..).map_while(|days| self.today.minus_days(days)).filter(works).nth(steps - 1)
        } else {
            (0..).map_while(|days| self.today.plus_days(days)).filter(works).nth(steps)
        };
        found.unwrap_or(self.today)
    }

    /// The id of the item in the n-th row.
    pub(super) fn item(self, n: usize) -> ItemId {
        ItemId::new(self.counted_on(1 + n))
    }

    /// The id of somebody of the roster.
    pub(super) fn person(self, name: &str) -> Option<PersonId> {
        let n = PEOPLE.iter().position(|known| *known == name)?;
        Some(PersonId::new(self.counted_on(1001 + n)))
    }

    #[inline(never)]
    fn people(self, names: &[&str]) -> BTreeSet<PersonId> {
        gathered(names.iter().filter_map(|name| self.person(name)))
    }

    /// The board's id counted on.
    pub(super) fn counted_on(self, n: usize) -> Uuid {
        let n = u128::try_from(n).unwrap_or_default();
        Uuid::from_u128(self.board.uuid().as_u128().wrapping_add(n))
    }

    /// An item of a quadrant. Its id and its order follow from its place in the table.
    pub(super) fn row(self, quadrant: Quadrant, key: &'static str, title: &str) -> Row {
        let (important, urgent) = quadrant.answers();
        let mut row = self.inbox(key, title);
        row.item.important = Some(important);
        row.item.urgent = Some(urgent);
        row
    }

    /// An item nobody has judged yet.
    pub(super) fn inbox(self, key: &'static str, title: &str) -> Row {
        let mut item = Item::new(self.item(0));
        item.title = title.parse().unwrap_or_default();
        Row { key, item, at: self }
    }
}

/// One item to be.
pub(super) struct Row {
    /// What the links call it.
    pub(super) key: &'static str,
    pub(super) item: Item,
    at: Frame,
}

impl Row {
    pub(super) fn priority(mut self, priority: Priority) -> Self {
        self.item.priority = priority;
        self
    }

    /// Working days it takes.
    #[inline(never)]
    pub(super) fn days(mut self, days: u32) -> Self {
        self.item.duration = Days::try_from(days).ok();
        self
    }

    /// One name for both.
    pub(super) fn owner(self, name: &str) -> Self {
        self.raci(name, name)
    }

    /// Who does it, or gives it, and who answers for it, or chases it.
    #[inline(never)]
    pub(super) fn raci(mut self, responsible: &str, accountable: &str) -> Self {
        self.item.responsible = self.at.person(responsible);
        self.item.accountable = self.at.person(accountable);
        self
    }

    pub(super) fn consulted<const N: usize>(mut self, names: [&str; N]) -> Self {
        self.item.consulted = self.at.people(&names);
        self
    }

    pub(super) fn informed<const N: usize>(mut self, names: [&str; N]) -> Self {
        self.item.informed = self.at.people(&names);
        self
    }

    /// Something outside the team, asked for on a day.
    pub(super) fn asked(mut self, kind: Kind, on: Day) -> Self {
        self.item.kind = kind;
        self.item.requested = Some(self.at.date(on));
        self
    }

    /// First promised for one day, now for another.
    pub(super) fn promised(mut self, first: Day, now: Day) -> Self {
        self.item.agreed = Some(self.at.date(first));
        self.item.promised = Some(self.at.date(now));
        self
    }

    pub(super) fn deadline(mut self, by: Day) -> Self {
        self.item.deadline = Some(self.at.date(by));
        self
    }

    /// Who outside waits for it, and when they need it.
    pub(super) fn awaited<const N: usize>(mut self, waiting: [(&str, Day); N]) -> Self {
        let awaited = |(who, by): (&str, Day)| Some(Awaited { who: who.parse().ok()?, by: self.at.date(by) });
        self.item.awaited_by = waiting.into_iter().filter_map(awaited).collect();
        self
    }

    pub(super) fn started(mut self, on: Day, remaining: u32) -> Self {
        let remaining = Days::try_from(remaining).ok();
        self.item.progress = Progress::Started { on: self.at.date(on), remaining };
        self
    }

    pub(super) fn done(mut self, started: Option<Day>, on: Day) -> Self {
        let started = started.map(|day| self.at.date(day));
        self.item.progress = Progress::Done { started, on: self.at.date(on) };
        self
    }

    pub(super) fn refused(mut self, reason: &str, by: &str, on: Day) -> Self {
        let (by, on) = (self.at.person(by), Some(self.at.date(on)));
        self.item.refusal = Some(Refusal { reason: reason.to_owned(), by, on });
        self
    }

    pub(super) fn door(mut self, door: Door) -> Self {
        self.item.door = Some(door);
        self
    }

    /// Reach per period, impact, confidence in percent, effort in person-months.
    #[inline(never)]
    pub(super) fn rice(mut self, reach: u32, impact: &str, confidence: u32, effort: &str) -> Self {
        self.item.reach = Some(Decimal::from(reach));
        self.item.impact = impact.parse().ok();
        self.item.confidence = Some(Decimal::from(confidence));
        self.item.effort = effort.parse().ok();
        self
    }

    /// Impact, confidence and ease, 1 to 10 each.
    pub(super) fn ice(mut self, impact: u32, confidence: u32, ease: u32) -> Self {
        self.item.impact = Some(Decimal::from(impact));
        self.item.confidence = Some(Decimal::from(confidence));
        self.item.ease = Some(Decimal::from(ease));
        self
    }

    pub(super) fn tags<const N: usize>(mut self, tags: [&str; N]) -> Self {
        self.item.tags = gathered(tags.iter().filter_map(|tag| tag.parse().ok()));
        self
    }

    pub(super) fn notes(mut self, notes: &str) -> Self {
        notes.clone_into(&mut self.item.notes);
        self
    }
}
