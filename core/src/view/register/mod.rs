//! The register: what we wait for from outside, and who outside waits for us; the worst gap first.

mod ask;
mod row;
#[cfg(test)]
mod tests;

use super::filter::Filter;
use super::scene::Scene;
use crate::board::{Date, ItemId, sort_by_key};

/// What one of the register's buttons picks out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RegisterFlag {
    /// Nobody of us chases it, or owns what is awaited.
    NoOwner,
    /// Nobody has promised a day.
    NoDate,
    /// It comes after the day it is needed.
    Negative,
    /// Its day is past, and it is not there.
    Overdue,
    /// We ask again today, or should have.
    ChaseToday,
}

impl RegisterFlag {
    /// All of them with their words.
    pub const ALL: [(Self, &'static str); 5] = [
        (Self::NoOwner, "no owner"),
        (Self::NoDate, "no date"),
        (Self::Negative, "too late"),
        (Self::Overdue, "overdue"),
        (Self::ChaseToday, "chase today"),
    ];
}

/// A line of the register: something we wait for, or somebody who waits for us. Days are written already.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisterRow {
    /// The item.
    pub item: ItemId,
    /// Which of those who wait for the item; 0 for what we wait for.
    pub nth: usize,
    /// What it is called.
    pub what: String,
    /// What it is, such as "api"; empty for our own work.
    pub kind: &'static str,
    /// Who waits for it; empty for what we wait for, whose giver is edited in place.
    pub who: String,
    /// How far it is, in a word.
    pub state: &'static str,
    /// Earlier promises, as "was Thu 12 Mar, Mon 16 Mar".
    pub slips: String,
    /// How long its promise is past, as "overdue by 2 days"; empty for our own work.
    pub overdue: String,
    /// The day to plan on; of our own work, the day it is finished.
    pub plan_on: String,
    /// How much of the buffer is used, as "2 of 3 used".
    pub used: String,
    /// The latest day that moves nothing; the day somebody needs ours.
    pub needed: String,
    /// Working days to spare.
    pub gap: Option<i64>,
    /// The gap in words.
    pub verdict: String,
    /// True where the verdict is bad.
    pub is_alarm: bool,
    /// What waits for it, as "A, B and 2 more".
    pub blocks: String,
    /// What picks it out.
    pub flags: Vec<RegisterFlag>,
    /// The sentence that asks for it; empty for our own work.
    pub ask: String,
}

impl RegisterRow {
    /// True where a button picks it out.
    pub fn has(&self, flag: RegisterFlag) -> bool {
        self.flags.contains(&flag)
    }

    /// The worst first: late, without a date or overdue, then by days to spare; what is done last.
    fn place(&self) -> (u8, i64) {
        match self.gap {
            Some(gap) if gap < 0 => (0, gap),
            Some(gap) if self.is_alarm || self.has(RegisterFlag::Overdue) => (1, gap),
            Some(gap) => (2, gap),
            None => (3, 0),
        }
    }
}

/// The register.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Register {
    /// What we wait for.
    pub ours: Vec<RegisterRow>,
    /// Who waits for us.
    pub theirs: Vec<RegisterRow>,
    /// How many lines each button picks out, in the order of [`RegisterFlag::ALL`].
    pub counts: [usize; 5],
    /// True where there is a target or a deadline to hold anything against.
    pub has_yardstick: bool,
    /// True where nothing comes from outside, and nobody outside waits.
    pub is_empty: bool,
}

/// The register of a board; `say` writes a day.
pub fn register(
    scene: &Scene,
    filter: &Filter,
    flag: Option<RegisterFlag>,
    say: &dyn Fn(Date) -> String,
) -> Register {
    let live = scene.live();
    let is_empty = !live.iter().any(|item| item.kind.is_external() || !item.awaited_by.is_empty());
    let shown = || live.iter().filter(|item| filter.shows(scene, item));
    let external = shown().filter(|item| item.kind.is_external());
    let mut ours: Vec<RegisterRow> = external.map(|item| row::ours(scene, item, say)).collect();
    let mut theirs: Vec<RegisterRow> = shown()
        .flat_map(|item| (0..item.awaited_by.len()).map(move |nth| row::theirs(scene, item, nth, say)))
        .collect();
    let counts =
        RegisterFlag::ALL.map(|(flag, _)| ours.iter().chain(&theirs).filter(|row| row.has(flag)).count());
    for rows in [&mut ours, &mut theirs] {
        rows.retain(|row| flag.is_none_or(|flag| row.has(flag)));
        sort_by_key(rows, RegisterRow::place);
    }
    Register { ours, theirs, counts, has_yardstick: scene.schedule.has_yardstick(), is_empty }
}
