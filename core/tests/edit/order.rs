//! Adding and moving: where an item comes to stand.

use proptest::prelude::*;
use unblock_core::board::{Board, ItemId, Quadrant};
use unblock_core::edit::{Action, Place, Rejection};

use crate::common::{
    COLUMNS, after, board, changes_nothing, column, id, ids, leads, new, order, refused, shown,
};

fn add(titles: &str, to: &str, place: Place) -> Action {
    Action::Add { items: titles.split_whitespace().map(new).collect(), to: column(to), place }
}

fn relocate(titles: &str, to: &str, place: Place) -> Action {
    Action::Move { items: ids(titles), to: column(to), place }
}

#[test]
fn items_are_added_at_the_top_and_at_the_bottom() {
    leads("Do: a, b", add("x y", "Do", Place::Top), "Do: x, y, a, b");
    leads("Do: a, b", add("x y", "Do", Place::Bottom), "Do: a, b, x, y");
}

#[test]
fn items_are_added_before_and_after_another() {
    leads("Do: a, b", add("x y", "Do", Place::Before(id("b"))), "Do: a, x, y, b");
    leads("Do: a, b", add("x y", "Do", Place::After(id("a"))), "Do: a, x, y, b");
    leads("Do: a, b", add("x", "Do", Place::After(id("b"))), "Do: a, b, x");
    leads("Do: a, b", add("x", "Do", Place::Before(id("a"))), "Do: x, a, b");
}

#[test]
fn an_item_can_be_added_to_an_empty_board_and_an_empty_quadrant() {
    leads("Inbox:", add("x", "Inbox", Place::Top), "Inbox: x");
    leads("Do: a", add("x", "Schedule", Place::Top), "Do: a | Schedule: x");
    leads("Do: a", add("x", "Schedule", Place::Bottom), "Do: a | Schedule: x");
}

#[test]
fn an_item_is_added_once() {
    let why = refused(&board("Do: a"), add("a", "Do", Place::Bottom));
    assert_eq!(why, Rejection::AlreadyThere("a".to_owned()));
}

#[test]
fn a_board_holds_twenty_thousand_items_and_says_so() {
    let titles: Vec<String> = (0..20_000).map(|n| n.to_string()).collect();
    let full = board(&format!("Inbox: {}", titles.join(",")));
    assert_eq!(refused(&full, add("x", "Do", Place::Top)), Rejection::TooManyItems(20_001));
}

#[test]
fn a_place_beside_an_item_that_is_gone_is_refused() {
    let nowhere = Place::Before(id("gone"));
    assert_eq!(refused(&board("Do: a"), add("x", "Do", nowhere)), Rejection::UnknownItem);
    assert_eq!(refused(&board("Do: a"), relocate("a", "Inbox", nowhere)), Rejection::UnknownItem);
    let thrown = after(&board("Do: a, b"), Action::Trash { items: ids("b") });
    let beside = Place::After(id("b"));
    assert_eq!(refused(&thrown, relocate("a", "Inbox", beside)), Rejection::InTrash("b".to_owned()));
}

#[test]
fn an_item_moves_between_quadrants() {
    leads("Do: a, b | Schedule: c", relocate("a", "Schedule", Place::Top), "Do: b | Schedule: a, c");
    leads("Do: a | Inbox: b", relocate("b", "Do", Place::Before(id("a"))), "Do: b, a");
    leads("Do: a, b", relocate("b", "Inbox", Place::Bottom), "Do: a | Inbox: b");
}

#[test]
fn an_item_moves_within_its_quadrant() {
    leads("Do: a, b, c", relocate("c", "Do", Place::Top), "Do: c, a, b");
    leads("Do: a, b, c", relocate("a", "Do", Place::Bottom), "Do: b, c, a");
    leads("Do: a, b, c", relocate("a", "Do", Place::After(id("b"))), "Do: b, a, c");
    leads("Do: a, b, c", relocate("c", "Do", Place::Before(id("b"))), "Do: a, c, b");
}

#[test]
fn several_items_move_together_and_keep_the_order_they_had() {
    let to = relocate("e a c", "Schedule", Place::After(id("s")));
    leads("Do: a, b | Inbox: c | Schedule: s, t | Do: e", to, "Do: b | Schedule: s, a, c, e, t");
}

#[test]
fn items_dropped_beside_one_of_themselves_gather_there() {
    leads("Do: a, b, c, d", relocate("a c", "Do", Place::Before(id("c"))), "Do: b, a, c, d");
    leads("Do: a, b, c, d", relocate("a c", "Do", Place::After(id("a"))), "Do: a, c, b, d");
}

#[test]
fn the_order_of_all_items_follows_the_column_with_others_in_between() {
    let before = board("Do: a | Schedule: x | Do: b | Schedule: y | Do: c");
    let moved = after(&before, relocate("c", "Do", Place::Before(id("b"))));
    assert_eq!(order(&moved), "a x c b y");
    let top = after(&before, relocate("y", "Do", Place::Top));
    assert_eq!(order(&top), "y a x b c");
}

#[test]
fn a_drop_on_the_spot_changes_nothing() {
    let before = board("Do: a | Schedule: x | Do: b | Inbox: y | Do: c");
    for (titles, place) in [
        ("a", Place::Top),
        ("c", Place::Bottom),
        ("b", Place::Before(id("c"))),
        ("b", Place::After(id("a"))),
        ("b", Place::Before(id("b"))),
        ("c b", Place::After(id("a"))),
        ("a b", Place::Before(id("c"))),
        ("b c", Place::Before(id("b"))),
        ("c a b", Place::Top),
    ] {
        changes_nothing(&before, relocate(titles, "Do", place));
    }
}

#[test]
fn an_item_named_twice_moves_once() {
    changes_nothing(&board("Do: a, b"), relocate("a a", "Do", Place::Top));
}

#[test]
fn moving_one_item_leaves_the_keys_of_all_others() {
    let before = board("Do: a, b, c, d");
    let moved = after(&before, relocate("d", "Do", Place::Top));
    for title in ["a", "b", "c"] {
        assert_eq!(before.item(id(title)), moved.item(id(title)));
    }
}

/// The board's order as simply as can be: a row of items, each with its quadrant.
#[derive(Clone, Debug)]
struct Row(Vec<(ItemId, Option<Quadrant>)>);

impl Row {
    fn of(board: &Board) -> Self {
        Self(board.live().iter().map(|item| (item.id, item.quadrant())).collect())
    }

    fn column(&self, to: Option<Quadrant>) -> Vec<ItemId> {
        self.0.iter().filter(|(_, quadrant)| *quadrant == to).map(|(id, _)| *id).collect()
    }

    fn relocate(&mut self, moved: &[ItemId], to: Option<Quadrant>, place: Place) {
        let mut row = self.clone();
        let goes = |id: ItemId| moved.contains(&id);
        // How many that stay stand before an item that may itself go.
        let stands_at = |id: ItemId| self.0.iter().position(|(other, _)| *other == id).unwrap();
        let before = |id: ItemId| self.0[..stands_at(id)].iter().filter(|(other, _)| !goes(*other)).count();
        row.0.retain(|(id, _)| !goes(*id));
        let in_column = |(_, quadrant): &(ItemId, Option<Quadrant>)| *quadrant == to;
        let at = match place {
            Place::Top => row.0.iter().position(in_column).unwrap_or(row.0.len()),
            Place::Bottom => row.0.iter().rposition(in_column).map_or(row.0.len(), |last| last + 1),
            Place::Before(id) => before(id),
            Place::After(id) => before(id) + usize::from(!goes(id)),
        };
        let gone: Vec<ItemId> = self.0.iter().map(|(id, _)| *id).filter(|id| goes(*id)).collect();
        row.0.splice(at..at, gone.into_iter().map(|id| (id, to)));
        // A drop on the spot leaves the items where they stand among those of other columns.
        let column = self.column(to);
        let beside = match place {
            Place::Before(id) | Place::After(id) => column.contains(&id),
            Place::Top | Place::Bottom => true,
        };
        if !beside || row.column(to) != column {
            *self = row;
        }
    }
}

fn moves() -> impl Strategy<Value = (Vec<ItemId>, Option<Quadrant>, Place)> {
    let any_item = || (0..9usize).prop_map(|n| ids("a b c d e f g h i")[n]);
    let place = prop_oneof![
        Just(Place::Top),
        Just(Place::Bottom),
        any_item().prop_map(Place::Before),
        any_item().prop_map(Place::After),
    ];
    let items = proptest::sample::subsequence(ids("a b c d e f g h i"), 1..4).prop_shuffle();
    (items, (0..5usize).prop_map(|n| COLUMNS[n].1), place)
}

proptest! {
    #[test]
    fn the_board_has_the_order_that_moving_in_a_row_gives(moves in prop::collection::vec(moves(), 1..80)) {
        let mut board = board("Do: a, b | Schedule: c | Do: d | Delegate: e | Inbox: f, g | Eliminate: h | Do: i");
        let mut row = Row::of(&board);
        for (items, to, place) in moves {
            row.relocate(&items, to, place);
            board = after(&board, Action::Move { items, to, place });
            prop_assert_eq!(&Row::of(&board).0, &row.0, "{}", shown(&board));
        }
    }
}
