//! A bar in somebody's hand: its end changes how long the item takes, the whole of it when it may start. What is
//! asked for comes out as an action, with words for it; nothing is changed here.

use std::sync::Arc;

use super::super::scene::Scene;
use super::super::story::{counted, when};
use crate::board::{Date, Days, Item, ItemField, ItemId, Progress};
use crate::edit::Action;
use crate::schedule::Point;

/// Which part of a bar is pulled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grip {
    /// All of it: when it may start.
    Whole,
    /// Its end: how long it takes.
    End,
}

/// A bar in somebody's hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pull {
    /// Which item.
    pub item: ItemId,
    /// Which part of it.
    pub grip: Grip,
    /// The start (the finish, where the end is pulled) as a point.
    pub at: Point,
    start: Point,
    finish: Point,
    /// It does not start before this, whatever is asked for.
    earliest: Point,
    /// Why not, as a sentence without its full stop.
    why: String,
}

/// What a pulled bar asks for.
#[derive(Clone, Debug, PartialEq)]
pub struct Pulled {
    /// What to do; `None` where nothing changes.
    pub action: Option<Action>,
    /// What that is, or why there is nothing to do.
    pub words: String,
    /// Where the bar would stand.
    pub first: Date,
    /// Its last day.
    pub last: Date,
}

impl Pull {
    /// Takes a bar. An error says why it cannot be pulled.
    pub fn take(scene: &Scene, id: ItemId, grip: Grip, say: &dyn Fn(Date) -> String) -> Result<Self, String> {
        let (Some(item), Some(row)) = (scene.item(id), scene.row(id)) else {
            return Err("It is not in the plan".to_owned());
        };
        refuse_facts(item, grip, say)?;
        let (mut earliest, mut why) = (row.early_start, reason(scene, id, say));
        if grip == Grip::Whole && item.not_before.is_some() {
            let freed = freed(scene, item);
            earliest = freed.row(id).map_or(earliest, |row| row.early_start);
            why = reason(&freed, id, say);
        }
        let at = if grip == Grip::Whole { row.early_start } else { row.early_finish };
        Ok(Self { item: id, grip, at, start: row.early_start, finish: row.early_finish, earliest, why })
    }

    /// The point that lies so many days of the calendar from where it was taken.
    pub fn over(&self, scene: &Scene, days: i64) -> Point {
        let calendar = scene.schedule.days();
        let shown = if self.grip == Grip::Whole { self.at } else { self.at - 1 };
        let moved = calendar.date(shown).and_then(|date| {
            if days < 0 { date.minus_days(days.unsigned_abs()) } else { date.plus_days(days.unsigned_abs()) }
        });
        match (moved, self.grip) {
            (None, _) => self.at,
            (Some(date), Grip::Whole) => calendar.start(date),
            (Some(date), Grip::End) => calendar.finish(date),
        }
    }

    /// What it asks for at a point.
    pub fn to(&self, scene: &Scene, point: Point, say: &dyn Fn(Date) -> String) -> Pulled {
        let Some(item) = scene.item(self.item) else { return self.nothing(scene, String::new()) };
        match self.grip {
            Grip::Whole => self.shifted(scene, item, point, say),
            Grip::End => self.stretched(scene, item, point),
        }
    }

    fn shifted(&self, scene: &Scene, item: &Item, point: Point, say: &dyn Fn(Date) -> String) -> Pulled {
        let start = point.max(self.earliest);
        if point <= self.earliest {
            // What it cannot start before needs no day of its own.
            let field = item.not_before.map(|_| ItemField::NotBefore(None));
            let words = match &field {
                _ if point < self.earliest => format!("Goes no further. {}", self.why),
                Some(_) => format!("as early as it can: {}", self.why),
                None => self.why.clone(),
            };
            return self.pulled(scene, field, words, start, start + self.finish - self.start);
        }
        let date = scene.schedule.days().date(start);
        let words = date.map_or_else(String::new, |date| format!("not before {}", say(date)));
        let field = (date.is_some() && date != item.not_before).then_some(ItemField::NotBefore(date));
        self.pulled(scene, field, words, start, start + self.finish - self.start)
    }

    fn stretched(&self, scene: &Scene, item: &Item, point: Point) -> Pulled {
        let least = i64::from(self.finish > self.start);
        let length = (point - self.start).clamp(least, 10_000);
        let end = self.start + length;
        if end == self.finish {
            return self.nothing(scene, counted(length));
        }
        let (field, words) = match (item.progress, scene.schedule.today()) {
            (Progress::Started { on, remaining: Some(_) }, Some(today)) => {
                let left = (end - today).max(0);
                let progress = Progress::Started { on, remaining: days(left) };
                (ItemField::Progress(progress), format!("{} left", counted(left)))
            }
            _ => (ItemField::Duration(days(length)), counted(length)),
        };
        self.pulled(scene, Some(field), words, self.start, end)
    }

    fn nothing(&self, scene: &Scene, words: String) -> Pulled {
        self.pulled(scene, None, words, self.start, self.finish)
    }

    fn pulled(
        &self,
        scene: &Scene,
        field: Option<ItemField>,
        words: String,
        start: Point,
        finish: Point,
    ) -> Pulled {
        let day = |point: Point| scene.schedule.days().date(point).unwrap_or(scene.today);
        Pulled {
            action: field.map(|field| Action::Edit { items: vec![self.item], field }),
            words,
            first: day(start),
            last: day((finish - 1).max(start)),
        }
    }
}

fn days(n: i64) -> Option<Days> {
    u32::try_from(n).ok().and_then(|n| Days::try_from(n).ok())
}

/// Facts and promises are not moved by pulling at them.
fn refuse_facts(item: &Item, grip: Grip, say: &dyn Fn(Date) -> String) -> Result<(), String> {
    let title = &item.title;
    match (item.progress, item.promised.filter(|_| item.kind.is_external())) {
        (Progress::Done { on, .. }, _) => Err(format!("'{title}' was done {}: its dates are facts", say(on))),
        (_, Some(date)) => {
            Err(format!("'{title}' is promised for {}: open it to note another date", say(date)))
        }
        (Progress::Started { on, .. }, None) if grip == Grip::Whole => {
            Err(format!("'{title}' was started {}: that is a fact; pull at its end", say(on)))
        }
        _ => Ok(()),
    }
}

/// Why it starts when it does. More words can follow, so without the full stop.
fn reason(scene: &Scene, id: ItemId, say: &dyn Fn(Date) -> String) -> String {
    let mut words = when(scene, id, say).unwrap_or_default();
    words.truncate(words.strip_suffix('.').map_or(words.len(), str::len));
    words
}

/// The plan with the item free to start when it can.
fn freed(scene: &Scene, item: &Item) -> Scene {
    let mut board = (*scene.board).clone();
    let free = Item { not_before: None, ..item.clone() };
    board.items.insert(item.id, Arc::new(free));
    Scene::of(Arc::new(board), scene.today)
}
