//! What holds for every plan: no plan gets by without it.

use proptest::prelude::*;
use unblock_core::board::{Date, ItemField, LinkKind};
use unblock_core::edit::{Action, apply};
use unblock_core::schedule::{Criticality, Effect, Row, Schedule, schedule};

use crate::common::command;
use crate::plan::Plan;
use crate::random::{Draft, bare_drafts, drafts, item_id};
use crate::reference::Reference;

const IDS: [u128; 8] = [1, 2, 3, 4, 5, 6, 7, 8];

fn rows(plan: &Plan, ids: &[u128]) -> Vec<Option<Row>> {
    let schedule = plan.schedule();
    ids.iter().map(|id| schedule.row(item_id(*id))).collect()
}

/// The plan with an item that starts so many days later than it could.
fn slipped(plan: &Plan, schedule: &Schedule, id: u128, days: i64) -> Schedule {
    let start = schedule.row(item_id(id)).unwrap().early_start + days;
    let date: Option<Date> = schedule.days().date(start);
    let action = Action::Edit { items: vec![item_id(id)], field: ItemField::NotBefore(date) };
    let (board, _) = apply(&plan.board, &command(action)).unwrap();
    unblock_core::schedule::schedule(&board, plan.status)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn the_schedule_is_that_of_the_rules_applied_until_nothing_changes(draft in drafts()) {
        let plan = draft.plan(&IDS);
        let (schedule, reference) = (plan.schedule(), Reference::of(&plan));
        let early = reference.early();
        let finish = early.iter().map(|(_, _, buffered)| *buffered).max();
        prop_assert_eq!(schedule.finish(), finish);
        let end = finish.unwrap_or_default();
        let late = reference.late(&early, end);
        let target = plan.board.about.target.map(|date| reference.finish(date));
        let wanted = reference.late(&early, target.unwrap_or(end));
        prop_assert_eq!(schedule.items().collect::<Vec<_>>(), reference.ids());
        for (place, id) in reference.ids().into_iter().enumerate() {
            let row = schedule.row(id).unwrap();
            let (es, ef, bf) = early[place];
            prop_assert_eq!((row.early_start, row.early_finish, row.buffered_finish), (es, ef, bf));
            prop_assert_eq!((row.late_start, row.late_finish), (late[place].map(|lf| lf - (ef - es)), late[place]));
            prop_assert_eq!(row.total_float, late[place].map(|lf| lf - ef));
            prop_assert_eq!(row.target_float, wanted[place].map(|lf| lf - ef));
            let free = late[place].map(|_| reference.free_float(place, &early, end));
            prop_assert_eq!(row.free_float, free);
            let expected = match row.total_float {
                Some(..=0) => Criticality::Critical,
                Some(1..=2) => Criticality::Near,
                _ => Criticality::Easy,
            };
            prop_assert_eq!(row.criticality, expected);
        }
    }

    #[test]
    fn ids_and_the_order_of_items_and_links_change_nothing(draft in drafts(), ids in Just(IDS.to_vec()).prop_shuffle(), ties in any::<u64>()) {
        let mut other = draft.clone();
        let length = other.ties.len().max(1);
        other.ties.rotate_left(usize::try_from(ties).unwrap_or(0) % length);
        // Of two links of one pair and type, the last counts: leave those plans as they are.
        let pairs: std::collections::BTreeSet<_> =
            draft.ties.iter().filter_map(|tie| Some((draft.ends(tie)?, tie.kind))).collect();
        prop_assume!(pairs.len() == draft.ties.iter().filter(|tie| draft.ends(tie).is_some()).count());
        prop_assert_eq!(rows(&draft.plan(&IDS), &IDS), rows(&other.plan(&ids), &ids));
    }

    #[test]
    fn no_item_starts_or_ends_before_a_link_allows(draft in bare_drafts()) {
        let plan = draft.plan(&IDS);
        let schedule = plan.schedule();
        for (key, lag) in &plan.board.links {
            let (from, to) = (schedule.row(key.predecessor).unwrap(), schedule.row(key.successor).unwrap());
            let lag = i64::from(lag.get());
            let holds = match key.kind {
                LinkKind::FinishToStart => to.early_start >= from.buffered_finish + lag,
                LinkKind::StartToStart => to.early_start >= from.early_start + lag,
                LinkKind::FinishToFinish => to.early_finish >= from.buffered_finish + lag,
                LinkKind::StartToFinish => to.early_finish >= from.early_start + lag,
            };
            prop_assert!(holds, "{:?} {}", key, lag);
        }
    }

    #[test]
    fn a_slip_by_the_free_float_moves_no_other_and_by_the_total_float_not_the_finish(draft in bare_drafts()) {
        let plan = draft.plan(&IDS);
        let before = plan.schedule();
        for id in before.items() {
            let number = id.uuid().as_u128();
            let row = before.row(id).unwrap();
            let after = slipped(&plan, &before, number, row.free_float.unwrap());
            for other in before.items().filter(|other| *other != id) {
                prop_assert_eq!(after.row(other).unwrap().early_start, before.row(other).unwrap().early_start);
            }
            let (total, finish) = (row.total_float.unwrap(), before.finish().unwrap());
            prop_assert_eq!(slipped(&plan, &before, number, total).finish(), Some(finish));
            prop_assert_eq!(slipped(&plan, &before, number, total + 1).finish(), Some(finish + 1));
        }
    }

    #[test]
    fn a_what_if_that_is_undone_leaves_nothing(draft in drafts(), other in drafts()) {
        // The question: what if each item were as it is in the other plan?
        let (plan, wish) = (draft.plan(&IDS), other.plan(&IDS));
        let before = plan.schedule();
        for item in plan.board.items.values() {
            let Some(wished) = wish.board.item(item.id) else { continue };
            for field in [ItemField::Duration(wished.duration), ItemField::Promised(wished.promised)] {
                let action = Action::Edit { items: vec![item.id], field };
                let (mut board, change) = apply(&plan.board, &command(action)).unwrap();
                let after = schedule(&board, plan.status);
                let there = Effect::between((&plan.board, &before), (&board, &after));
                let back = Effect::between((&board, &after), (&plan.board, &before));
                prop_assert_eq!(there.days, -back.days);
                prop_assert_eq!(&there.critical, &back.released);
                prop_assert!(change.reversed().apply(&mut board));
                let undone = schedule(&board, plan.status);
                prop_assert_eq!(Effect::between((&plan.board, &before), (&board, &undone)), nothing(&before));
            }
        }
    }
}

fn nothing(schedule: &Schedule) -> Effect {
    Effect { before: schedule.finish_date(), after: schedule.finish_date(), ..Effect::default() }
}

#[test]
fn a_plan_seen_twice_is_the_same() {
    let draft = Draft { items: Vec::new(), ties: Vec::new(), status: None, target: None, off: Vec::new() };
    assert_eq!(rows(&draft.plan(&[]), &IDS), vec![None; 8]);
}
