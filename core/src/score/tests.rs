//! Published tables, mistakes seen in public, and what must hold for any inputs.

use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::board::{Board, BoardId, ImpactScale, Item, ItemId, Lag, LinkKey, LinkKind};

fn id(n: u128) -> ItemId {
    ItemId::new(Uuid::from_u128(n))
}

/// An option by reach, impact, confidence in percent and effort; `-` for what is missing.
fn rice(n: u128, inputs: [&str; 4]) -> Item {
    let [reach, impact, confidence, effort] = inputs.map(|text| text.parse().ok());
    Item { reach, impact, confidence, effort, ..Item::new(id(n)) }
}

fn ice(n: u128, inputs: [&str; 3]) -> Item {
    let [impact, confidence, ease] = inputs.map(|text| text.parse().ok());
    Item { impact, confidence, ease, ..Item::new(id(n)) }
}

/// The usual scale of impact.
fn usual() -> ImpactScale {
    ImpactScale::default()
}

fn shown(item: &Item, method: Method) -> String {
    score(item, method).map_or_else(|why| why.to_string(), |score| score.to_string())
}

/// "RICE: Simple prioritization for product managers" (Intercom, 2016): the projects of its text.
fn intercom() -> [Item; 3] {
    [rice(1, ["450", "3", "100", "2"]), rice(2, ["2000", "1", "80", "4"]), rice(3, ["800", "2", "50", "1"])]
}

#[test]
fn the_article_that_introduced_rice_agrees() {
    assert_eq!(intercom().each_ref().map(|item| shown(item, Method::Rice)), ["675", "400", "800"]);
    let order: Vec<ItemId> = ranked(&intercom(), Method::Rice).iter().map(|ranked| ranked.item).collect();
    assert_eq!(order, [id(3), id(1), id(2)]);
}

#[test]
fn a_tie_that_is_only_printed_is_none() {
    // lawsofpm.com prints both as 14.
    let items = [rice(1, ["60", "3", "30", "4"]), rice(2, ["100", "2", "90", "13"])];
    let ranked = ranked(&items, Method::Rice);
    assert_eq!(
        ranked.iter().map(|r| (r.item, r.rank)).collect::<Vec<_>>(),
        [(id(2), Some(1)), (id(1), Some(2))]
    );
    assert_eq!(items.each_ref().map(|item| shown(item, Method::Rice)), ["13.5", "13.85"]);
}

#[test]
fn a_missing_or_impossible_input_gives_no_score_and_is_named() {
    for (inputs, said) in [
        (["-", "1", "80", "1"], "no reach"),
        (["10", "-", "80", "1"], "no impact"),
        (["10", "1", "80", "0"], "effort is out of range: more than 0 person-months"),
        (["10", "1", "101", "1"], "confidence is out of range: 0 to 100 percent"),
        (["0", "1", "80", "1"], "0"),
    ] {
        assert_eq!(shown(&rice(1, inputs), Method::Rice), said);
    }
    assert_eq!(shown(&ice(1, ["8", "80", "3"]), Method::Ice), "confidence is out of range: 1 to 10");
}

#[test]
fn ranks_leave_a_gap_behind_a_tie_and_what_has_no_score_has_none() {
    let same = ["10", "1", "100", "1"];
    let items =
        [rice(1, same), rice(2, ["-", "1", "1", "1"]), rice(3, same), rice(4, ["5", "1", "100", "1"])];
    let ranks: Vec<_> = ranked(&items, Method::Rice).iter().map(|r| (r.item, r.rank)).collect();
    assert_eq!(ranks, [(id(1), Some(1)), (id(3), Some(1)), (id(4), Some(3)), (id(2), None)]);
}

#[test]
fn the_seed_example_is_decided_by_ease_alone() {
    let (a, b) = (ice(1, ["8", "7", "3"]), ice(2, ["6", "4", "8"]));
    let verdict = verdict(&a, &b, Method::Ice, &usual()).unwrap();
    assert_eq!((verdict.leader, verdict.percent), (id(2), Some(14)));
    assert_eq!(verdict.wins.leader, [Factor::Ease]);
    assert_eq!(verdict.wins.other, [Factor::Impact, Factor::Confidence]);
    assert!(verdict.is_about_effort && !verdict.tie);
}

#[test]
fn a_flip_is_the_least_change_that_turns_the_order() {
    let (a, b) = (ice(1, ["8", "7", "3"]), ice(2, ["6", "4", "8"]));
    let flip = flip(&a, &b, Method::Ice, &usual()).unwrap();
    // 5.2 × 4 × 8 is below 168, 5.3 × 4 × 8 is not; as a share it is less than A's ease from 3 to 3.5.
    assert_eq!((flip.item, flip.factor, flip.to.to_string()), (id(2), Factor::Impact, "5.2".to_owned()));
    let all = flips(&a, &b, Method::Ice, &usual());
    let ease = all.iter().find(|flip| flip.item == id(1) && flip.factor == Factor::Ease).unwrap();
    assert_eq!(ease.to.to_string(), "3.5");
}

#[test]
fn where_no_single_input_can_turn_it_there_is_no_flip() {
    let (a, b) = (ice(1, ["10", "10", "10"]), ice(2, ["1", "1", "1"]));
    assert_eq!(flip(&a, &b, Method::Ice, &usual()), None);
}

#[test]
fn impact_turns_an_order_within_the_boards_own_scale() {
    let (a, b) = (rice(1, ["100", "1", "100", "1"]), rice(2, ["400", "1", "100", "1"]));
    let turns = |scale: &ImpactScale| {
        let all = flips(&a, &b, Method::Rice, scale);
        all.iter().find(|f| f.item == id(1) && f.factor == Factor::Impact).map(|f| f.to.to_string())
    };
    assert_eq!(turns(&usual()), None);
    assert_eq!(turns(&"5 a must, 1 nice".parse().unwrap()).as_deref(), Some("4.05"));
}

#[test]
fn an_option_drags_its_undone_prerequisites_along() {
    let mut board = Board::new(BoardId::new(Uuid::nil()), "Plan".parse().unwrap());
    for (n, effort) in [(1, "1"), (2, "2"), (3, "-"), (4, "9")] {
        board.items.insert(id(n), std::sync::Arc::new(rice(n, ["100", "1", "100", effort])));
    }
    for (from, to) in [(2, 1), (3, 2), (1, 4)] {
        let key = LinkKey { predecessor: id(from), successor: id(to), kind: LinkKind::FinishToStart };
        board.links.insert(key, Lag::default());
    }
    let burden = burden(&board, board.item(id(1)).unwrap());
    assert_eq!((burden.items.as_slice(), burden.at_least), ([id(2), id(3)].as_slice(), true));
    assert_eq!(burden.score.map(|score| score.to_string()).as_deref(), Some("33.33"));
    assert_eq!(unblocks(&board, id(2)), (vec![id(1), id(4)], 200));
}

fn inputs() -> impl Strategy<Value = [u64; 4]> {
    (0..2_000_000_u64, 2_500..30_001_u64, 0..1_000_001_u64, 1_000..200_000_u64)
        .prop_map(|(r, i, c, e)| [r, i, c, e])
}

fn of(n: u128, inputs: [u64; 4]) -> Item {
    use crate::board::Decimal;
    let [reach, impact, confidence, effort] = inputs.map(|scaled| Decimal::from_ten_thousandths(scaled).ok());
    Item { reach, impact, confidence, effort, ..Item::new(id(n)) }
}

fn rank_of(items: &[Item], n: u128) -> usize {
    ranked(items, Method::Rice)
        .iter()
        .find(|ranked| ranked.item == id(n))
        .and_then(|ranked| ranked.rank)
        .unwrap()
}

proptest! {
    #[test]
    fn more_of_a_factor_never_lowers_a_rank_and_more_effort_never_raises_it(
        mine in inputs(), others in prop::collection::vec(inputs(), 1..6), factor in 0..4_usize, more in 1..50_000_u64,
    ) {
        let mut changed = mine;
        changed[factor] += more;
        prop_assume!(changed[2] <= 1_000_000);
        let with = |mine: [u64; 4]| -> Vec<Item> {
            std::iter::once(of(1, mine)).chain((2..).zip(&others).map(|(n, inputs)| of(n, *inputs))).collect()
        };
        let (before, after) = (rank_of(&with(mine), 1), rank_of(&with(changed), 1));
        let never = if factor == 3 { after < before } else { after > before };
        prop_assert!(!never);
    }

    #[test]
    fn a_common_scale_of_reach_changes_no_order(all in prop::collection::vec(inputs(), 2..6), by in 2..9_u64) {
        let order = |scale: u64| -> Vec<Option<usize>> {
            let items: Vec<Item> = (1..).zip(&all).map(|(n, [r, i, c, e])| of(n, [r * scale, *i, *c, *e])).collect();
            (1..=items.len()).map(|n| Some(rank_of(&items, u128::try_from(n).unwrap()))).collect()
        };
        prop_assert_eq!(order(1), order(by));
    }

    #[test]
    fn at_a_printed_flip_the_order_has_turned_and_one_step_before_it_has_not(a in inputs(), b in inputs()) {
        let (a, b) = (of(1, a), of(2, b));
        let Some(flip) = flip(&a, &b, Method::Rice, &usual()) else { return Ok(()) };
        let step = match flip.factor {
            Factor::Reach | Factor::Confidence => 10_000,
            Factor::Impact => 500,
            Factor::Effort | Factor::Ease => 1_000,
        };
        let (from, to) = (flip.from.ten_thousandths(), flip.to.ten_thousandths());
        let before = if to > from { to - step } else { to + step };
        let order = |value: u64| {
            let value = crate::board::Decimal::from_ten_thousandths(value).unwrap();
            let mut changed = if flip.item == id(1) { a.clone() } else { b.clone() };
            match flip.factor {
                Factor::Reach => changed.reach = Some(value),
                Factor::Impact => changed.impact = Some(value),
                Factor::Confidence => changed.confidence = Some(value),
                Factor::Effort => changed.effort = Some(value),
                Factor::Ease => changed.ease = Some(value),
            }
            let (a, b) = if flip.item == id(1) { (&changed, &b) } else { (&a, &changed) };
            score(a, Method::Rice).unwrap().cross(score(b, Method::Rice).unwrap())
        };
        prop_assert_eq!(order(to), order(from).reverse());
        let lies_before = if to > from { before > from } else { before < from };
        prop_assert!(!lies_before || order(before) != order(to));
    }
}
