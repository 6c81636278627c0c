//! Small plans at random, in which everything meets: all link types with lags and leads, what comes from outside
//! with and without promises, facts, deadlines, a target, days off.

use std::sync::Arc;

use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use unblock_core::board::{
    Board, BoardId, Date, Days, Item, ItemId, Kind, Lag, LinkKey, LinkKind, OrderKey, Percent, Progress,
    Quadrant,
};
use uuid::Uuid;

use crate::plan::{Plan, day};

/// What is known of an item; days count from Monday 2 March, by the calendar.
#[derive(Clone, Debug)]
pub(crate) struct Sketch {
    pub(crate) is_external: bool,
    pub(crate) days: Option<u32>,
    pub(crate) dates: [Option<i64>; 5],
    pub(crate) progress: u32,
    pub(crate) facts: (i64, i64),
    pub(crate) left: Option<u32>,
    pub(crate) refused: bool,
}

/// A link from one item to a later one.
#[derive(Clone, Debug)]
pub(crate) struct Tie {
    pub(crate) ends: (Index, Index),
    pub(crate) kind: LinkKind,
    pub(crate) lag: i32,
}

/// A plan of at most eight items.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    pub(crate) items: Vec<Sketch>,
    pub(crate) ties: Vec<Tie>,
    pub(crate) status: Option<i64>,
    pub(crate) target: Option<i64>,
    pub(crate) off: Vec<(i64, i64)>,
}

/// Plans with everything that can be said.
pub(crate) fn drafts() -> impl Strategy<Value = Draft> {
    (
        prop::collection::vec(sketches(), 1..9),
        prop::collection::vec(ties(), 0..14),
        option::of(0..20i64),
        option::of(0..40i64),
        prop::collection::vec((-9..30i64, 0..4i64), 0..3),
    )
        .prop_map(|(items, ties, status, target, off)| Draft { items, ties, status, target, off })
}

/// Plans of durations, links, lags and buffers alone.
pub(crate) fn bare_drafts() -> impl Strategy<Value = Draft> {
    drafts().prop_map(|mut draft| {
        for item in &mut draft.items {
            (item.dates, item.progress, item.refused) = ([None; 5], 0, false);
        }
        Draft { status: None, target: None, ..draft }
    })
}

fn sketches() -> impl Strategy<Value = Sketch> {
    // Not before, deadline, requested, promised, agreed: each is rare, so that most plans are mixed.
    let date = || prop_oneof![3 => Just(None), 1 => (-5..30i64).prop_map(Some)];
    (
        any::<bool>(),
        option::of(prop_oneof![1 => Just(0u32), 4 => 1..9u32]),
        [date(), date(), date(), date(), date()],
        prop_oneof![6 => Just(0u32), 1 => Just(1u32), 1 => Just(2u32), 1 => Just(3u32)],
        (-6..20i64, 0..6i64),
        option::of(0..6u32),
        prop::bool::weighted(0.05),
    )
        .prop_map(|(is_external, days, dates, progress, facts, left, refused)| Sketch {
            is_external,
            days,
            dates,
            progress,
            facts,
            left,
            refused,
        })
}

fn ties() -> impl Strategy<Value = Tie> {
    (any::<(Index, Index)>(), select(LinkKind::ALL.to_vec()), prop_oneof![2 => Just(0), 3 => -5..6])
        .prop_map(|(ends, kind, lag)| Tie { ends, kind, lag })
}

fn date(after: i64) -> Date {
    let start = day("03-02");
    let days = after.unsigned_abs();
    if after < 0 { start.minus_days(days).unwrap() } else { start.plus_days(days).unwrap() }
}

impl Draft {
    /// The items that a tie joins, the first before the second; `None` where they are the same.
    pub(crate) fn ends(&self, tie: &Tie) -> Option<(usize, usize)> {
        let (a, b) = (tie.ends.0.index(self.items.len()), tie.ends.1.index(self.items.len()));
        (a != b).then_some((a.min(b), a.max(b)))
    }

    /// The plan, its items by these ids and in the order of them.
    pub(crate) fn plan(&self, ids: &[u128]) -> Plan {
        let mut board = Board::new(BoardId::new(Uuid::nil()), "Plan".parse().unwrap());
        board.about.calendar.start = Some(day("03-02"));
        board.about.target = self.target.map(date);
        for &(first, more) in &self.off {
            let text = format!("{}..{}", date(first), date(first + more));
            board.about.calendar.days_off.push(text.parse().unwrap());
        }
        let mut places = OrderKey::spread(None, None, self.items.len());
        for (sketch, id) in self.items.iter().zip(ids) {
            let item = Item { order: places.pop().unwrap(), ..sketch.item(*id, self.status) };
            board.items.insert(item.id, Arc::new(item));
        }
        for tie in &self.ties {
            if let Some((from, to)) = self.ends(tie) {
                let [predecessor, successor] = [from, to].map(|place| item_id(ids[place]));
                board.links.insert(
                    LinkKey { predecessor, successor, kind: tie.kind },
                    Lag::try_from(tie.lag).unwrap(),
                );
            }
        }
        Plan { board, status: self.status.map(date) }
    }
}

/// The id with this number.
pub(crate) fn item_id(number: u128) -> ItemId {
    ItemId::new(Uuid::from_u128(number))
}

impl Sketch {
    fn item(&self, id: u128, status: Option<i64>) -> Item {
        let mut item = Item::new(item_id(id));
        item.title = format!("t{id}").parse().unwrap();
        let quadrant = if self.refused { Quadrant::Eliminate } else { Quadrant::Do };
        let (important, urgent) = quadrant.answers();
        (item.important, item.urgent) = (Some(important), Some(urgent));
        item.kind = if self.is_external { Kind::Team } else { Kind::Work };
        item.duration = self.days.map(|days| Days::try_from(days).unwrap());
        let [not_before, deadline, requested, promised, agreed] = self.dates.map(|day| day.map(date));
        (item.not_before, item.deadline, item.requested) = (not_before, deadline, requested);
        (item.promised, item.agreed) = (promised, agreed);
        item.buffer = (self.facts.1 == 0).then(|| Percent::try_from(50).unwrap());
        item.progress = self.progress(status);
        item
    }

    /// Facts that are not later than the day the plan is seen from.
    fn progress(&self, status: Option<i64>) -> Progress {
        let limit = status.unwrap_or(i64::MAX);
        let (start, finish) = (self.facts.0.min(limit), (self.facts.0 + self.facts.1).min(limit));
        let remaining = self.left.map(|left| Days::try_from(left).unwrap());
        match self.progress {
            1 => Progress::Started { on: date(start), remaining },
            2 => Progress::Done { started: Some(date(start)), on: date(finish) },
            3 => Progress::Done { started: None, on: date(finish) },
            _ => Progress::NotStarted,
        }
    }
}
