//! Scores where other views than Compare show them: on a card, on a row, as the order of a quadrant.
//!
//! Absent on purpose: any say in where an item stands. A score proposes an order; the board's own stays as it is.

use std::collections::BTreeMap;

use super::compare::grouped;
use super::matrix::MatrixView;
use super::scene::Scene;
use crate::board::{Item, ItemId, gathered, sort_by_key};
use crate::score::{Method, Ranked, ranked};

/// The scores of a board's items by one method.
#[derive(Debug)]
pub struct Scores {
    method: Method,
    ranked: Vec<Ranked>,
    places: BTreeMap<ItemId, usize>,
}

impl Scores {
    /// The scores of all items that are not in the trash.
    pub fn of(scene: &Scene, method: Method) -> Self {
        let ranked = ranked(scene.live().iter().map(AsRef::as_ref), method);
        let places = gathered(ranked.iter().enumerate().map(|(place, ranked)| (ranked.item, place)));
        Self { method, ranked, places }
    }

    /// The score of an item in words, `RICE 1,200`; `None` where it has none.
    pub fn words(&self, item: ItemId) -> Option<String> {
        let score = self.places.get(&item).and_then(|place| self.ranked.get(*place))?.score.ok()?;
        Some(format!("{} {}", self.method.letters(), grouped(&score.to_string())))
    }

    /// Puts the Inbox and the quadrants into the order of the scores, the highest first. What has none comes last; ties
    /// keep the board's order.
    pub fn sort(&self, view: &mut MatrixView) {
        for column in std::iter::once(&mut view.inbox).chain(&mut view.quadrants) {
            sort_by_key(&mut column.items, |item| self.places.get(item).copied());
        }
    }
}

/// The method whose own inputs more items have; RICE where nobody has given any.
pub fn usual_method(scene: &Scene) -> Method {
    let count = |has: fn(&Item) -> bool| scene.live().iter().filter(|item| has(item)).count();
    let rice = count(|item| item.reach.is_some() || item.effort.is_some());
    if count(|item| item.ease.is_some()) > rice { Method::Ice } else { Method::Rice }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use uuid::Uuid;

    use super::*;
    use crate::board::{Board, BoardId, Date, Item};
    use crate::view::{Filter, matrix};

    /// Items of the Inbox with these ICE figures; `-` for none.
    fn scene(items: &[&str]) -> Scene {
        let mut board = Board::new(BoardId::new(Uuid::nil()), "Plan".parse().unwrap());
        let mut last = None;
        for (n, ease) in (1..).zip(items) {
            let mut item = Item::new(ItemId::new(Uuid::from_u128(n)));
            (item.impact, item.confidence) = (Some(10.into()), Some(10.into()));
            item.ease = ease.parse().ok();
            item.order = crate::board::OrderKey::spread(last.as_ref(), None, 1).remove(0);
            last = Some(item.order.clone());
            board.items.insert(item.id, Arc::new(item));
        }
        Scene::of(Arc::new(board), Date::new(2026, 3, 12).unwrap())
    }

    #[test]
    fn a_column_by_score_has_the_highest_first_the_unscored_last_and_ties_in_the_boards_order() {
        let scene = scene(&["-", "2", "9", "2", "11"]);
        let scores = Scores::of(&scene, Method::Ice);
        let mut view = matrix(&scene, &Filter::default());
        scores.sort(&mut view);
        let order: Vec<u128> = view.inbox.items.iter().map(|id| id.uuid().as_u128()).collect();
        assert_eq!(order, [3, 2, 4, 1, 5]);
    }

    #[test]
    fn a_score_is_said_with_its_method_and_none_is_not_said() {
        let scene = scene(&["10", "-", "11"]);
        let words =
            |method| [1, 2, 3].map(|n| Scores::of(&scene, method).words(ItemId::new(Uuid::from_u128(n))));
        assert_eq!(words(Method::Ice), [Some("ICE 1,000".to_owned()), None, None]);
        assert_eq!(words(Method::Rice), [None, None, None]);
        assert_eq!(usual_method(&scene), Method::Ice);
    }
}
