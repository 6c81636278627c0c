//! What binds an item's dates. Words are made of it elsewhere.

use super::Schedule;
use super::passes::{binds, bound, held};
use super::task::Stage;
use super::workdays::Point;
use crate::board::{Board, Date, Item, ItemId, LinkKey, LinkKind, Progress};

/// What holds a start or a finish where it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cause {
    /// It is a fact.
    Fact(Date),
    /// A link from what it waits for.
    Link(LinkKey),
    /// The giver's promise.
    Promise(Date),
    /// The promise is past: it is not before today.
    Overdue(Date),
    /// A day before which it does not start.
    NotBefore(Date),
    /// Nothing not yet started starts before today.
    Today(Date),
    /// The start of the plan.
    PlanStart,
    /// Its start, and the days it takes.
    Duration,
    /// The days that are left of it, from today.
    Remaining,
    /// Its finish, less the days it takes.
    Span,
}

/// What binds an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Why {
    /// What binds its start.
    pub start: Cause,
    /// What binds its finish.
    pub finish: Cause,
    /// Links into its start that it did not wait for: it began before they allowed it.
    pub out_of_sequence: Vec<LinkKey>,
    /// True where something pushes it past its promise: the promise cannot hold.
    pub is_past_promise: bool,
}

impl Schedule {
    /// What binds an item's dates. Where several things bind alike, a link is named before a date of its own, and of
    /// several links that from the first predecessor in the board's order.
    pub fn why(&self, board: &Board, item: ItemId) -> Option<Why> {
        let place = self.place(item)?;
        let item = board.item(item)?;
        let link = self.binding_link(board, place);
        let (start, finish) = match (self.network.tasks[place].stage, item.progress) {
            (Stage::Done, Progress::Done { started, on }) => {
                (started.map_or(Cause::Span, Cause::Fact), Cause::Fact(on))
            }
            (Stage::Started, Progress::Started { on, .. }) => {
                (Cause::Fact(on), link.map_or_else(|| self.started_finish(item, place), Cause::Link))
            }
            (Stage::Promised, _) => (Cause::Span, self.promised_finish(item, place, link)),
            _ => self.open(item, place, link),
        };
        let is_past_promise = item.kind.is_external()
            && item.promised.is_some_and(|date| self.early[place].finish > self.days.finish(date))
            && !matches!(finish, Cause::Overdue(_) | Cause::Fact(_));
        Some(Why { start, finish, out_of_sequence: self.out_of_sequence(place), is_past_promise })
    }

    fn open(&self, item: &Item, place: usize, link: Option<LinkKey>) -> (Cause, Cause) {
        let start = self.early[place].start;
        let not_before = item.not_before.filter(|date| self.days.start(*date) == start);
        let today = self.status.filter(|status| status.start == start).map(|status| status.date);
        let own = not_before.map(Cause::NotBefore).or(today.map(Cause::Today)).unwrap_or(Cause::PlanStart);
        match link {
            Some(key) if matches!(key.kind, LinkKind::FinishToFinish | LinkKind::StartToFinish) => {
                (Cause::Span, Cause::Link(key))
            }
            _ => (link.map_or(own, Cause::Link), Cause::Duration),
        }
    }

    fn started_finish(&self, item: &Item, place: usize) -> Cause {
        let finish = self.early[place].finish;
        match item.promised.filter(|_| item.kind.is_external()) {
            Some(date) if self.days.finish(date) == finish => Cause::Promise(date),
            Some(date) if self.status.is_some_and(|status| status.finish == finish) => Cause::Overdue(date),
            _ if self.status.is_some() => Cause::Remaining,
            _ => Cause::Duration,
        }
    }

    fn promised_finish(&self, item: &Item, place: usize, link: Option<LinkKey>) -> Cause {
        let finish = self.early[place].finish;
        let promise = item.promised.unwrap_or_default();
        let not_before =
            item.not_before.filter(|date| self.days.start(*date) + self.network.tasks[place].days == finish);
        if self.days.finish(promise) == finish {
            return Cause::Promise(promise);
        }
        link.map(Cause::Link).or(not_before.map(Cause::NotBefore)).unwrap_or(Cause::Overdue(promise))
    }

    /// The link that holds an item where it is; of several the one whose predecessor comes first.
    fn binding_link(&self, board: &Board, place: usize) -> Option<LinkKey> {
        let (task, early) = (&self.network.tasks[place], self.early[place]);
        let holding = self.network.into.of(place).iter().filter(|arrow| {
            let other = arrow.other as usize;
            binds(&self.network.tasks[other], task, arrow.kind)
                && bound(arrow.kind, arrow.lag, self.early[other]) == held(arrow.kind, task, early)
        });
        let keys = holding.map(|arrow| self.key(arrow.other as usize, place, arrow.kind));
        keys.min_by(|a, b| {
            let order =
                |key: &LinkKey| board.item(key.predecessor).map(|item| (&item.order, item.id, key.kind));
            order(a).cmp(&order(b))
        })
    }

    /// Links into the start of a started item whose bound lies behind the fact.
    fn out_of_sequence(&self, place: usize) -> Vec<LinkKey> {
        let into_start = |kind| matches!(kind, LinkKind::FinishToStart | LinkKind::StartToStart);
        if self.network.tasks[place].stage != Stage::Started {
            return Vec::new();
        }
        let arrows = self.network.into.of(place).iter();
        let broken = arrows.filter(|arrow| {
            let from: Point = bound(arrow.kind, arrow.lag, self.early[arrow.other as usize]);
            into_start(arrow.kind) && from > self.early[place].start
        });
        broken.map(|arrow| self.key(arrow.other as usize, place, arrow.kind)).collect()
    }

    pub(super) fn key(&self, from: usize, to: usize, kind: LinkKind) -> LinkKey {
        LinkKey { predecessor: self.network.ids[from], successor: self.network.ids[to], kind }
    }
}
