//! How much work each person has left. Shown, not scheduled.

use std::collections::BTreeMap;

use super::Schedule;
use super::task::Stage;
use crate::board::{Board, ItemId, PersonId};

/// One person's load. Working days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Load {
    /// Who.
    pub person: PersonId,
    /// Days of work left.
    pub work: i64,
    /// Items that are left.
    pub items: usize,
    /// How many of them are critical.
    pub critical: usize,
    /// Working days to the finish of the plan.
    pub to_go: i64,
}

impl Schedule {
    /// Days of work left of an item of the plan.
    pub fn work_left(&self, item: ItemId) -> Option<i64> {
        self.place(item).map(|place| self.left_at(place))
    }

    fn left_at(&self, place: usize) -> i64 {
        let (task, today) = (&self.network.tasks[place], self.today().unwrap_or(0).max(0));
        match task.stage {
            Stage::Out | Stage::Done => 0,
            Stage::Started => (task.finish - today.max(task.start)).max(0),
            Stage::Open | Stage::Promised => task.days,
        }
    }
}

/// The load of everyone who is Responsible for work of ours that is not done, by id.
pub fn loads(board: &Board, schedule: &Schedule) -> Vec<Load> {
    let today = schedule.today().unwrap_or(0).max(0);
    let to_go = (schedule.finish().unwrap_or(today) - today).max(0);
    let mut loads: BTreeMap<PersonId, Load> = BTreeMap::new();
    for (place, task) in schedule.network.tasks.iter().enumerate() {
        let item = board.item(schedule.network.ids[place]).filter(|item| !item.kind.is_external());
        let Some(person) = item.and_then(|item| item.responsible) else { continue };
        if matches!(task.stage, Stage::Out | Stage::Done) {
            continue;
        }
        let nothing = Load { person, work: 0, items: 0, critical: 0, to_go };
        let load = loads.entry(person).or_insert(nothing);
        load.work += schedule.left_at(place);
        load.items += 1;
        load.critical += usize::from(schedule.is_critical(place));
    }
    loads.into_values().collect()
}
