//! The little that a long list of items is sorted by. Without dates: making them for all takes longer than the
//! schedule itself.

use super::Schedule;
use super::task::Stage;
use super::workdays::Point;
use crate::board::ItemId;

/// What a list of items is sorted by. Points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Brief {
    /// Its early start.
    pub early_start: Point,
    /// The last point that is told of it: its buffered finish, or the day it is needed by.
    pub reach: Point,
    /// True for an item without a day to spare.
    pub is_critical: bool,
}

impl Schedule {
    /// What an item of the plan is sorted by.
    pub fn brief(&self, item: ItemId) -> Option<Brief> {
        let place = self.place(item)?;
        let early = self.early[place];
        let open = self.network.tasks[place].stage != Stage::Done;
        let late = self.late[place].max(self.wanted[place]) + early.buffered - early.finish;
        Some(Brief {
            early_start: early.start,
            reach: if open { early.buffered.max(late) } else { early.buffered },
            is_critical: self.is_critical(place),
        })
    }
}
