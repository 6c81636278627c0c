//! A cut's figures, held against a plan that never had the items.

use std::collections::BTreeSet;
use std::sync::Arc;

use proptest::prelude::*;
use proptest::sample::Index;
use unblock_core::board::{Priority, gathered};
use unblock_core::schedule::Moved;
use unblock_core::view::Scene;
use unblock_core::view::stack::{cut_at, figures, stack};

use crate::plan::Plan;
use crate::random::{Draft, drafts, item_id};
use crate::reference::Reference;

const IDS: [u128; 8] = [1, 2, 3, 4, 5, 6, 7, 8];

/// The plan as if the items had never been on the board.
fn without(plan: &Plan, items: &[unblock_core::board::ItemId]) -> Plan {
    let mut board = plan.board.clone();
    board.items.retain(|id, _| !items.contains(id));
    board.links.retain(|key, _| ![key.predecessor, key.successor].iter().any(|end| items.contains(end)));
    Plan { board, status: plan.status }
}

fn finish(plan: &Plan) -> Option<i64> {
    Reference::of(plan).early().iter().map(|(_, _, buffered)| *buffered).max()
}

/// The dates that were given for open items, and that the slow schedule does not hold.
fn missed(plan: &Plan) -> Vec<Moved> {
    let reference = Reference::of(plan);
    let early = reference.early();
    let mut missed = Vec::new();
    for (id, (_, finish, _)) in reference.ids().into_iter().zip(early) {
        let item = plan.board.item(id).unwrap();
        let given = item.deadline.into_iter().chain(item.promised).filter(|_| !item.progress.is_done());
        missed.extend(
            given.filter(|date| finish > reference.finish(*date)).map(|date| Moved { item: id, date }),
        );
    }
    missed
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn the_figures_of_a_cut_are_those_of_a_plan_made_anew_without_its_items(
        draft in drafts(),
        line in any::<Index>(),
        ranks in prop::collection::vec(0..5usize, 8),
        core in prop::collection::vec(prop::bool::weighted(0.2), 8),
        both in prop::collection::vec(any::<bool>(), 8),
    ) {
        let mut plan = Draft { status: Some(draft.status.unwrap_or(0)), ..draft }.plan(&IDS);
        for (item, (rank, core)) in plan.board.items.values_mut().zip(ranks.iter().zip(core)) {
            let item = Arc::make_mut(item);
            item.priority = Priority::ALL[*rank];
            item.core = core && item.refusal.is_none() && item.important == Some(unblock_core::board::Answer::Yes);
        }
        let scene = Scene::of(Arc::new(plan.board.clone()), plan.status.unwrap());
        let stack = stack(&scene);
        let both: BTreeSet<_> = gathered(IDS.iter().zip(both).filter(|(_, both)| *both).map(|(id, _)| item_id(*id)));
        let cut = cut_at(&scene, &stack, line.index(stack.items.len() + 1), &both);
        let after = without(&plan, &cut.items);

        let figures = figures(&scene, &stack, &cut.items);
        let days = finish(&after).zip(finish(&plan)).map_or(0, |(after, before)| after - before);
        prop_assert_eq!(figures.effect.days, days);
        prop_assert!(days <= 0, "less work does not take longer");
        let (before, then) = (missed(&plan), missed(&after));
        let saved: Vec<Moved> = before.into_iter()
            .filter(|moved| !then.contains(moved) && !cut.items.contains(&moved.item)).collect();
        prop_assert_eq!(&figures.effect.saved, &saved);
        prop_assert_eq!(&figures.effect.broken, &Vec::new());

        let stays = |id| stack.items.contains(&id) && !cut.items.contains(&id);
        let waits = |key: &&unblock_core::board::LinkKey| stays(key.successor) && cut.items.contains(&key.predecessor);
        prop_assert_eq!(plan.board.links.keys().find(waits), None, "kept work waits for nothing that is cut");
        prop_assert!(cut.items.iter().all(|id| !plan.board.item(*id).unwrap().core));
    }
}
