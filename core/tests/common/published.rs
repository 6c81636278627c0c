//! A published network: its activities, the figures that its source gives for them, and how they compare.
//!
//! Links are written `A`, `A SS`, `A FF+2`. Figures that a source does not give are absent.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::de::Error;
use serde::{Deserialize, Deserializer};
use unblock_core::board::{
    Board, BoardId, Date, Days, DaysOff, Item, ItemId, Lag, LinkKey, LinkKind, OrderKey, Quadrant, Weekdays,
};
use unblock_core::schedule::{Criticality, Row, Schedule};
use uuid::Uuid;

/// A network with the figures of its source.
#[derive(Debug, Deserialize)]
pub(crate) struct Published {
    pub(crate) start: Option<Date>,
    pub(crate) calendar: Option<Worked>,
    pub(crate) tasks: Vec<Activity>,
    pub(crate) expected: Expected,
}

/// Weekdays that are worked, 1 for Monday, and days off.
#[derive(Debug, Deserialize)]
pub(crate) struct Worked {
    pub(crate) workdays: Vec<usize>,
    pub(crate) holidays: Vec<String>,
}

/// One activity and the links into it.
#[derive(Debug, Deserialize)]
pub(crate) struct Activity {
    pub(crate) id: String,
    pub(crate) duration: u32,
    pub(crate) preds: Vec<String>,
}

/// What the source says of the network.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Expected {
    pub(crate) length: Option<i64>,
    pub(crate) critical: Vec<String>,
    pub(crate) tasks: BTreeMap<String, Figures>,
}

/// What the source says of an activity.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Figures {
    pub(crate) es: Option<i64>,
    pub(crate) ef: Option<i64>,
    pub(crate) ls: Option<i64>,
    pub(crate) lf: Option<i64>,
    pub(crate) tf: Option<i64>,
    pub(crate) ff: Option<i64>,
    #[serde(deserialize_with = "day")]
    pub(crate) start: Option<Date>,
    #[serde(deserialize_with = "day")]
    pub(crate) finish: Option<Date>,
    #[serde(deserialize_with = "day")]
    pub(crate) late_start: Option<Date>,
    #[serde(deserialize_with = "day")]
    pub(crate) late_finish: Option<Date>,
}

/// A date; a time of the day after it says on which side of a day a milestone stands, and is passed over.
fn day<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Date>, D::Error> {
    let text = String::deserialize(from)?;
    text.get(..10).unwrap_or(&text).parse().map(Some).map_err(D::Error::custom)
}

/// What was compared, and what differs.
#[derive(Debug, Default)]
pub(crate) struct Comparison {
    /// How many figures of each kind.
    pub(crate) compared: BTreeMap<&'static str, usize>,
    /// Each difference in words.
    pub(crate) differences: Vec<String>,
}

impl Published {
    /// The network as a board, and its items by the names of the activities.
    pub(crate) fn board(&self) -> Result<(Board, BTreeMap<String, ItemId>), String> {
        let name = "Published".parse().map_err(|why| format!("{why}"))?;
        let mut board = Board::new(BoardId::new(Uuid::nil()), name);
        board.about.calendar.start = self.start.or(Date::new(2026, 1, 5));
        if let Some(worked) = &self.calendar {
            let weekdays = Weekdays::of(worked.workdays.iter().map(|day| day - 1));
            board.about.calendar.weekdays = weekdays.ok_or("no weekday is worked")?;
            let days: Result<Vec<DaysOff>, _> = worked.holidays.iter().map(|day| day.parse()).collect();
            board.about.calendar.days_off = days.map_err(|why| why.to_string())?;
        }
        let ids: BTreeMap<String, ItemId> = self
            .tasks
            .iter()
            .zip(1..)
            .map(|(task, n)| (task.id.clone(), ItemId::new(Uuid::from_u128(n))))
            .collect();
        for (task, order) in self.tasks.iter().zip(OrderKey::spread(None, None, self.tasks.len())) {
            let id = ids[&task.id];
            board.items.insert(id, Arc::new(Item { order, ..item(id, task)? }));
            for link in &task.preds {
                let (key, lag) = parsed(link, id, &ids).ok_or_else(|| format!("'{link}' is not a link"))?;
                board.links.insert(key, lag);
            }
        }
        Ok((board, ids))
    }
}

fn item(id: ItemId, task: &Activity) -> Result<Item, String> {
    let mut item = Item::new(id);
    item.title = task.id.parse().map_err(|why| format!("{why}"))?;
    item.duration = Some(Days::try_from(task.duration).map_err(|why| why.to_string())?);
    let (important, urgent) = Quadrant::Do.answers();
    (item.important, item.urgent) = (Some(important), Some(urgent));
    Ok(item)
}

fn parsed(link: &str, successor: ItemId, ids: &BTreeMap<String, ItemId>) -> Option<(LinkKey, Lag)> {
    let (from, kind) = link.split_once(' ').unwrap_or((link, "FS"));
    let (letters, lag) = kind.split_at_checked(2)?;
    let kind = LinkKind::ALL.into_iter().find(|kind| kind.letters() == letters)?;
    let lag: i32 = if lag.is_empty() { 0 } else { lag.parse().ok()? };
    Some((LinkKey { predecessor: *ids.get(from)?, successor, kind }, Lag::try_from(lag).ok()?))
}

/// Holds a schedule against the figures; `ids` are the items by the names that the source gives them.
pub(crate) fn compare(
    expected: &Expected,
    schedule: &Schedule,
    ids: &BTreeMap<String, ItemId>,
) -> Comparison {
    let mut comparison = Comparison::default();
    comparison.note("length", "the plan", expected.length, schedule.finish());
    let rows: Vec<(&String, Row)> =
        ids.iter().filter_map(|(id, item)| Some((id, schedule.row(*item)?))).collect();
    for (id, figures) in &expected.tasks {
        match rows.iter().find(|(known, _)| *known == id) {
            Some((_, row)) => comparison.of_one(id, figures, row, schedule),
            None => comparison.differences.push(format!("{id}: is not in the plan")),
        }
    }
    let ours: BTreeSet<&String> =
        rows.iter().filter(|(_, row)| row.criticality == Criticality::Critical).map(|(id, _)| *id).collect();
    let theirs: BTreeSet<&String> = expected.critical.iter().collect();
    let show = |ids: &BTreeSet<&String>| ids.iter().map(|id| id.as_str()).collect::<Vec<_>>().join(" ");
    comparison.note("critical set", "the plan", Some(show(&theirs)), Some(show(&ours)));
    comparison
}

impl Comparison {
    pub(crate) fn note<T: PartialEq + std::fmt::Debug>(
        &mut self,
        what: &'static str,
        id: &str,
        theirs: Option<T>,
        ours: Option<T>,
    ) {
        if theirs.is_none() {
            return;
        }
        *self.compared.entry(what).or_default() += 1;
        if theirs != ours {
            self.differences.push(format!("{id}: {what} is {ours:?}, its source says {theirs:?}"));
        }
    }

    fn of_one(&mut self, id: &str, figures: &Figures, row: &Row, schedule: &Schedule) {
        self.note("ES", id, figures.es, Some(row.early_start));
        self.note("EF", id, figures.ef, Some(row.early_finish));
        self.note("LS", id, figures.ls, row.late_start);
        self.note("LF", id, figures.lf, row.late_finish);
        self.note("total float", id, figures.tf, row.total_float);
        self.note("free float", id, figures.ff, row.free_float);
        self.note("start", id, figures.start, row.start);
        self.note("finish", id, figures.finish, row.finish);
        // The late dates of a milestone depend on which side it is shown on, of which the rules say nothing.
        if row.early_finish > row.early_start {
            let date = |day: Option<i64>| day.and_then(|day| schedule.days().date(day));
            self.note("late start", id, figures.late_start, date(row.late_start));
            self.note("late finish", id, figures.late_finish, date(row.late_finish.map(|point| point - 1)));
        }
    }
}
