//! The Matrix: the Inbox and four quadrants, each with its items in the board's order, their number and their work.

use super::filter::{Filter, Flag, is_guess};
use super::scene::Scene;
use crate::board::{Item, ItemId, Quadrant};
use crate::edit::Place;

/// More than this many items in *Do now* are no longer all done now.
const DO_NOW_HOLDS: usize = 7;

/// The Inbox or a quadrant.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Column {
    /// The items that the filter shows, in the board's order.
    pub items: Vec<ItemId>,
    /// How many there are in all, done ones left out.
    pub count: usize,
    /// Working days of our work in it that is not done; what nobody has sized counts nothing here.
    pub days: u64,
    /// How many have no duration.
    pub guesses: usize,
    /// Something the room should know of it, said quietly.
    pub hint: Option<String>,
}

/// What the Matrix shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MatrixView {
    /// What is not judged yet. Done items need no judging and show only when asked for.
    pub inbox: Column,
    /// The four quadrants in reading order.
    pub quadrants: [Column; 4],
}

impl MatrixView {
    /// A quadrant, or the Inbox.
    pub const fn column(&self, quadrant: Option<Quadrant>) -> &Column {
        match quadrant {
            None => &self.inbox,
            Some(quadrant) => &self.quadrants[quadrant.index()],
        }
    }

    /// How many items are shown.
    pub fn count(&self) -> usize {
        self.inbox.items.len() + self.quadrants.iter().map(|column| column.items.len()).sum::<usize>()
    }

    /// Where an item is shown: its column and its place there.
    pub fn find(&self, item: ItemId) -> Option<(Option<Quadrant>, usize)> {
        let mut columns = std::iter::once(None).chain(Quadrant::ALL.map(Some));
        columns.find_map(|quadrant| {
            let at = self.column(quadrant).items.iter().position(|id| *id == item)?;
            Some((quadrant, at))
        })
    }
}

/// The Matrix of a board.
pub fn matrix(scene: &Scene, filter: &Filter) -> MatrixView {
    let mut view = MatrixView::default();
    for item in scene.live() {
        let column = match item.quadrant() {
            None => &mut view.inbox,
            Some(quadrant) => &mut view.quadrants[quadrant.index()],
        };
        count(scene, column, item);
        let done_in_inbox =
            item.quadrant().is_none() && item.progress.is_done() && filter.flag != Some(Flag::Done);
        if !done_in_inbox && filter.shows(scene, item) {
            column.items.push(item.id);
        }
    }
    hint(&mut view);
    view
}

fn count(scene: &Scene, column: &mut Column, item: &Item) {
    if item.progress.is_done() {
        return;
    }
    column.count += 1;
    if !item.kind.is_external() {
        column.days += u64::from(item.duration.unwrap_or_default().get());
    }
    column.guesses += usize::from(is_guess(scene, item));
}

fn hint(view: &mut MatrixView) {
    let doing = view.quadrants[Quadrant::Do.index()].count;
    if doing > DO_NOW_HOLDS {
        let text = format!("{doing} at once is too many");
        view.quadrants[Quadrant::Do.index()].hint = Some(text);
    }
    let planned = [Quadrant::Do, Quadrant::Schedule, Quadrant::Delegate];
    let days: u64 = planned.iter().map(|q| view.quadrants[q.index()].days).sum();
    let scheduled = &mut view.quadrants[Quadrant::Schedule.index()];
    if let Some(share) = (scheduled.days * 100).checked_div(days).filter(|_| days >= 5) {
        scheduled.hint = Some(format!("{share} % of the work is here"));
    }
}

/// The place that an index among the shown items of a column stands for, for items that are being moved there. They
/// may stand in the column themselves.
pub fn place_at(column: &[ItemId], index: usize, moved: &[ItemId]) -> Place {
    let stays = |id: &&ItemId| !moved.contains(id);
    let index = index.min(column.len());
    let before = column[index..].iter().find(stays);
    let after = column[..index].iter().rev().find(stays);
    match (after, before) {
        (Some(&id), None) => Place::After(id),
        (_, Some(&id)) => Place::Before(id),
        (None, None) => Place::Bottom,
    }
}

/// The place so many steps forward, or back, from where the moved items stand; `None` at the end of the column.
pub fn steps_to(column: &[ItemId], moved: &[ItemId], steps: isize) -> Option<Place> {
    let places = moved.iter().filter_map(|id| column.iter().position(|c| c == id));
    let (first, last) = places.fold(None, |range: Option<(usize, usize)>, at| {
        Some(range.map_or((at, at), |(first, last)| (first.min(at), last.max(at))))
    })?;
    let end = column.len() - 1;
    if steps > 0 {
        let to = last.saturating_add_signed(steps).min(end);
        (to > last).then(|| Place::After(column[to]))
    } else {
        let to = first.saturating_add_signed(steps);
        (to < first).then(|| Place::Before(column[to]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn ids<const N: usize>(numbers: [u128; N]) -> Vec<ItemId> {
        numbers.map(|n| ItemId::new(Uuid::from_u128(n))).to_vec()
    }

    #[test]
    fn a_place_is_named_by_a_neighbour_that_stays() {
        let column = ids([1, 2, 3, 4]);
        let id = |n| ItemId::new(Uuid::from_u128(n));
        for (index, moved, place) in [
            (0, ids([9]), Place::Before(id(1))),
            (2, ids([9]), Place::Before(id(3))),
            (4, ids([9]), Place::After(id(4))),
            (1, ids([2]), Place::Before(id(3))),
            (3, ids([4]), Place::After(id(3))),
            (99, ids([4]), Place::After(id(3))),
        ] {
            assert_eq!(place_at(&column, index, &moved), place, "{index} {moved:?}");
        }
        assert_eq!(place_at(&[], 0, &ids([1])), Place::Bottom);
        assert_eq!(place_at(&column, 2, &column), Place::Bottom);
    }

    #[test]
    fn a_step_goes_past_one_neighbour_and_stops_at_the_ends() {
        let column = ids([1, 2, 3]);
        let id = |n| ItemId::new(Uuid::from_u128(n));
        assert_eq!(steps_to(&column, &ids([2]), -1), Some(Place::Before(id(1))));
        assert_eq!(steps_to(&column, &ids([2]), 1), Some(Place::After(id(3))));
        assert_eq!(steps_to(&column, &ids([1, 2]), 1), Some(Place::After(id(3))));
        assert_eq!(steps_to(&column, &ids([1]), -2), None);
        assert_eq!(steps_to(&column, &ids([3]), 1), None);
    }
}
