//! What every view looks at: a board, its schedule, and the day it is.

use std::sync::{Arc, OnceLock};

use crate::board::{Board, Date, Item, ItemId, Progress, sort_by};
use crate::schedule::{Criticality, Row, Schedule, schedule};

/// A board with what follows from it.
#[derive(Debug)]
pub struct Scene {
    /// The board.
    pub board: Arc<Board>,
    /// Its schedule, seen from today.
    pub schedule: Schedule,
    /// The day it is.
    pub today: Date,
    live: OnceLock<Vec<Arc<Item>>>,
}

impl Scene {
    /// The scene of a board on a day.
    pub fn of(board: Arc<Board>, today: Date) -> Self {
        let schedule = schedule(&board, Some(today));
        Self { board, schedule, today, live: OnceLock::new() }
    }

    /// The items that are not in the trash, in the board's order: sorted once for all views.
    pub fn live(&self) -> &[Arc<Item>] {
        self.live.get_or_init(|| {
            let mut items: Vec<Arc<Item>> =
                self.board.items.values().filter(|item| item.trashed.is_none()).cloned().collect();
            sort_by(&mut items, |a, b| a.order.cmp(&b.order).then(a.id.cmp(&b.id)));
            items
        })
    }

    /// An item of the board.
    pub fn item(&self, id: ItemId) -> Option<&Item> {
        self.board.item(id)
    }

    /// What the schedule says of an item of the plan.
    pub fn row(&self, id: ItemId) -> Option<Row> {
        self.schedule.row(id)
    }

    /// The undone items that an item waits for, the refused and the thrown away left out.
    pub fn blockers(&self, id: ItemId) -> impl Iterator<Item = &Item> {
        let waits = self.schedule.predecessors(id).filter_map(|id| self.board.item(id));
        waits.filter(|item| !item.progress.is_done())
    }

    /// How critical an item is. What is neither linked nor sized says nothing of the path: a backlog that was just
    /// sorted is not critical from end to end.
    pub fn criticality(&self, item: &Item) -> Criticality {
        let says_nothing = || item.due().is_none() && !self.schedule.is_linked(item.id);
        match self.schedule.criticality(item.id) {
            Criticality::Critical if self.schedule.is_guess(item.id) && says_nothing() => Criticality::Easy,
            criticality => criticality,
        }
    }

    /// The day by which an item has to start so that the target and all deadlines hold, where that is near enough to
    /// say. `None` for what has started, and where neither target nor deadline asks for it.
    pub fn start_by(&self, item: &Item) -> Option<Date> {
        let is_open = item.progress == Progress::NotStarted && !item.kind.is_external();
        let latest = self.schedule.latest_start(item.id).filter(|_| is_open)?;
        let soon = self.schedule.today()? + i64::from(self.board.about.planning.start_soon.get());
        (latest <= soon).then(|| self.schedule.days().date(latest)).flatten()
    }
}
