//! What would take a critical item off the path: how many days less of it, and which chain takes over then.

use super::Schedule;
use super::task::{Stage, Task};
use crate::board::{Board, ItemId};

/// What would take a critical item off the path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Release {
    /// So many days less, and another chain decides the finish.
    Shorter {
        /// How many working days.
        days: i64,
        /// The chain that takes over, from its first item.
        then: Vec<ItemId>,
        /// How many days earlier the plan is finished then.
        saves: i64,
    },
    /// However short it is, it stays on the path: what it waits for decides. The plan gains so many days at most.
    Never {
        /// How many working days the finish comes earlier when it takes no time at all.
        saves: i64,
    },
}

impl Schedule {
    /// What would take an item off the path. `None` for an item that is not critical.
    ///
    /// Solves the plan again a dozen times: for the item that somebody looks at, not for all.
    pub fn release(&self, board: &Board, item: ItemId) -> Option<Release> {
        let place = self.place(item).filter(|place| self.is_critical(*place))?;
        let most = self.shortest(place);
        let saves = |other: &Self| self.finish.zip(other.finish).map_or(0, |(now, then)| now - then);
        let all = self.with_less(place, most);
        if all.is_critical(place) {
            return Some(Release::Never { saves: saves(&all) });
        }
        let (mut low, mut high) = (1, most);
        while low < high {
            let middle = low.midpoint(high);
            if self.with_less(place, middle).is_critical(place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        let then = self.with_less(place, high);
        Some(Release::Shorter { days: high, then: then.main_chain(board), saves: saves(&then) })
    }

    /// How many days there are to take away.
    fn shortest(&self, place: usize) -> i64 {
        let task = &self.network.tasks[place];
        let today = self.status.map_or(0, |status| status.start);
        match task.stage {
            Stage::Started | Stage::Promised => (task.finish.max(task.buffered_until) - today).max(0),
            _ => task.days,
        }
    }

    fn with_less(&self, place: usize, days: i64) -> Self {
        let mut network = self.network.clone();
        let task = &mut network.tasks[place];
        *task = match task.stage {
            Stage::Started | Stage::Promised => {
                Task { finish: task.finish - days, buffered_until: task.buffered_until - days, ..*task }
            }
            _ => Task { days: (task.days - days).max(0), ..*task },
        };
        Self::solve(network, self.days.clone(), self.status, self.target, self.near_critical)
    }
}
