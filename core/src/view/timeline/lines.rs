//! Which rows there are and in which order: critical first, then by early start; in groups, where asked for.

use std::collections::BTreeMap;

use super::super::filter::Filter;
use super::super::scene::Scene;
use super::scale::count;
use crate::board::{Date, Item, ItemId, Name, PersonId, sort_by, sort_by_key};
use crate::schedule::{Brief, Point};

/// Height of a row in CSS pixels.
pub const ROW: f64 = 36.0;
/// Rows are drawn and taken away so many at a time: scrolling within them is the browser's alone.
const STEP: usize = 8;
/// A day that is further from the plan than this is not drawn for its own sake.
const FAR: i64 = 92;

/// What rows are grouped by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Grouping {
    /// Nothing.
    #[default]
    Off,
    /// Who does it, or gives it.
    Owner,
    /// The first of its tags.
    Tag,
}

/// One row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// The head of a group, by its place in [`Lines::groups`].
    Group(usize),
    /// An item.
    Item(ItemId),
}

/// The head of a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// What they have in common.
    pub name: String,
    /// How many items are in it.
    pub count: usize,
}

/// The days that a timeline shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Extent {
    /// The first.
    pub first: Date,
    /// The last.
    pub last: Date,
}

impl Extent {
    fn reach(&mut self, date: Date) {
        self.first = self.first.min(date);
        self.last = self.last.max(date);
    }

    /// A day that is shown where it is near.
    fn reach_near(&mut self, date: Date) {
        if date.days_since(self.last) < FAR && self.first.days_since(date) < FAR {
            self.reach(date);
        }
    }
}

/// All rows of a timeline.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lines {
    /// From top to bottom.
    pub all: Vec<Line>,
    /// The groups that the lines name.
    pub groups: Vec<Group>,
    /// The days from the first start to whatever lies last. `None` without a row.
    pub extent: Option<Extent>,
    /// How many items are in the plan, shown or not.
    pub planned: usize,
}

impl Lines {
    /// Where an item stands.
    pub fn find(&self, item: ItemId) -> Option<usize> {
        self.all.iter().position(|line| *line == Line::Item(item))
    }

    /// How high all rows are, in CSS pixels.
    pub fn height(&self) -> f64 {
        count(i64::try_from(self.all.len()).unwrap_or(i64::MAX)) * ROW
    }

    /// The rows to have in the page after so many steps down, where so much is seen: first and one past the last.
    pub fn window(&self, steps: usize, seen: f64) -> (usize, usize) {
        let first = steps.saturating_sub(1) * STEP;
        let end = (steps + 2) * STEP + rows_down(seen) + 1;
        (first.min(self.all.len()), end.min(self.all.len()))
    }

    /// The item so many rows up or down; without one to start from, the first.
    pub fn step(&self, from: Option<ItemId>, rows: isize) -> Option<ItemId> {
        let item = |line: &Line| match line {
            Line::Item(id) => Some(*id),
            Line::Group(_) => None,
        };
        let Some(at) = from.and_then(|id| self.find(id)) else { return self.all.iter().find_map(item) };
        let to = at.saturating_add_signed(rows).min(self.all.len() - 1);
        let found = if rows < 0 {
            self.all[..=to].iter().rev().find_map(item)
        } else {
            self.all[to..].iter().find_map(item)
        };
        found.or(from)
    }
}

/// How far the top of a row is from that of the first, in CSS pixels.
pub fn top(row: usize) -> f64 {
    count(i64::try_from(row).unwrap_or(i64::MAX)) * ROW
}

/// How many steps of rows it is scrolled down.
pub const fn steps_down(scrolled: f64) -> usize {
    rows_down(scrolled) / STEP
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a float-to-int cast saturates")]
const fn rows_down(y: f64) -> usize {
    (y.max(0.0) / ROW) as usize
}

struct Sorted<'a> {
    group: usize,
    brief: Brief,
    item: &'a Item,
}

/// The rows of a plan. O(items log items), without a date for each.
pub fn lines(scene: &Scene, filter: &Filter, grouping: Grouping) -> Lines {
    let groups = Groups::of(scene, grouping);
    let shows_all = filter.is_empty();
    let (mut rows, mut planned) = (Vec::new(), 0);
    for item in scene.live() {
        let Some(brief) = scene.schedule.brief(item.id) else { continue };
        planned += 1;
        if shows_all || filter.shows(scene, item) {
            rows.push(Sorted { group: groups.rank(item), brief, item });
        }
    }
    // They come in the board's order, and what is sorted alike keeps it.
    sort_by_key(&mut rows, |row| (row.group, !row.brief.is_critical, row.brief.early_start));
    let extent = extent(scene, &rows);
    let mut lines = Lines { extent, planned, ..Lines::default() };
    lines.all.reserve(rows.len());
    let mut group = None;
    for row in &rows {
        if grouping != Grouping::Off && group != Some(row.group) {
            group = Some(row.group);
            lines.all.push(Line::Group(lines.groups.len()));
            lines.groups.push(Group { name: groups.name(row.group), count: 0 });
        }
        if let Some(last) = lines.groups.last_mut() {
            last.count += 1;
        }
        lines.all.push(Line::Item(row.item.id));
    }
    lines
}

fn extent(scene: &Scene, rows: &[Sorted<'_>]) -> Option<Extent> {
    let days = scene.schedule.days();
    let first: Point = rows.iter().map(|row| row.brief.early_start).min()?;
    let last: Point = rows.iter().map(|row| row.brief.reach).max()?;
    let first = days.date(first).unwrap_or(scene.today);
    let mut extent = Extent { first, last: days.date(last - 1).unwrap_or(first).max(first) };
    for row in rows {
        [row.item.promised, row.item.deadline].into_iter().flatten().for_each(|date| extent.reach(date));
    }
    scene.board.about.target.into_iter().for_each(|date| extent.reach_near(date));
    extent.reach_near(scene.today);
    Some(extent)
}

/// The groups by name; who or what has none comes last.
struct Groups<'a> {
    names: Vec<&'a str>,
    people: BTreeMap<PersonId, usize>,
    grouping: Grouping,
}

impl<'a> Groups<'a> {
    fn of(scene: &'a Scene, grouping: Grouping) -> Self {
        let mut groups = Self { names: Vec::new(), people: BTreeMap::new(), grouping };
        match grouping {
            Grouping::Off => {}
            Grouping::Owner => {
                for (rank, person) in scene.board.roster().into_iter().enumerate() {
                    groups.names.push(person.name.as_str());
                    groups.people.insert(person.id, rank);
                }
            }
            Grouping::Tag => {
                let tags = scene.board.items.values().filter_map(|item| item.tags.first());
                groups.names = tags.map(Name::as_str).collect();
                sort_by(&mut groups.names, Ord::cmp);
                groups.names.dedup();
            }
        }
        groups
    }

    fn rank(&self, item: &Item) -> usize {
        let found = match self.grouping {
            Grouping::Off => None,
            Grouping::Owner => item.responsible.and_then(|id| self.people.get(&id).copied()),
            Grouping::Tag => item.tags.first().and_then(|tag| self.names.binary_search(&tag.as_str()).ok()),
        };
        found.unwrap_or(self.names.len())
    }

    fn name(&self, rank: usize) -> String {
        let nothing = if self.grouping == Grouping::Owner { "Nobody yet" } else { "No tag" };
        (*self.names.get(rank).unwrap_or(&nothing)).to_owned()
    }
}
