//! What every view looks at: a board, its schedule, and the day it is.

use std::sync::Arc;

use crate::board::{Board, Date, Item, ItemId};
use crate::schedule::{Row, Schedule, schedule};

/// A board with what follows from it.
#[derive(Debug)]
pub struct Scene {
    /// The board.
    pub board: Arc<Board>,
    /// Its schedule, seen from today.
    pub schedule: Schedule,
    /// The day it is.
    pub today: Date,
}

impl Scene {
    /// The scene of a board on a day.
    pub fn of(board: Arc<Board>, today: Date) -> Self {
        let schedule = schedule(&board, Some(today));
        Self { board, schedule, today }
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
        let waits = self.board.waits_for(id).filter_map(|link| self.board.item(link.key.predecessor));
        waits.filter(|item| !item.progress.is_done() && self.schedule.contains(item.id))
    }

    /// The day by which an item has to start so that the target holds (the finish, where no target is set), where
    /// that is near enough to say. `None` for what has started.
    pub fn start_by(&self, item: &Item) -> Option<Date> {
        let row = self.row(item.id).filter(|_| item.progress == crate::board::Progress::NotStarted)?;
        let latest = row.early_start + row.target_float?;
        let soon = self.schedule.today()? + i64::from(self.board.about.planning.start_soon.get());
        (latest <= soon && !item.kind.is_external()).then(|| self.schedule.days().date(latest)).flatten()
    }
}
