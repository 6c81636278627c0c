//! The stack of small boards; what is said of a cut is in `said`.

mod said;

use std::collections::BTreeSet;
use std::sync::Arc;

use uuid::Uuid;

use super::*;
use crate::board::{
    Board, BoardId, Capacity, Date, Days, Item, Kind, Lag, LinkKey, LinkKind, OrderKey, gathered,
};
use crate::edit::{Command, Stamp, apply};

fn id(title: &str) -> ItemId {
    ItemId::new(Uuid::from_u128(title.bytes().fold(0, |id, byte| (id << 8) | u128::from(byte))))
}

fn today() -> Date {
    Date::new(2026, 3, 12).unwrap()
}

/// "P0 a:3 | P2 b:5, c": items by priority with their days, in that order.
fn scene(text: &str) -> Scene {
    let mut board = Board::new(BoardId::new(Uuid::nil()), "Plan".parse().unwrap()).starting(today());
    let rows: Vec<(Priority, &str)> = text
        .split('|')
        .flat_map(|group| {
            let (word, names) = group.trim().split_once(' ').unwrap();
            let priority = Priority::ALL.into_iter().find(|p| p.word() == word).unwrap();
            names.split(',').map(move |name| (priority, name.trim()))
        })
        .collect();
    for ((priority, name), order) in rows.iter().zip(OrderKey::spread(None, None, rows.len())) {
        let (title, days) = name.split_once(':').unwrap_or((name, ""));
        let mut item = Item { priority: *priority, order, ..Item::new(id(title)) };
        item.title = title.parse().unwrap();
        item.duration = days.parse::<Days>().ok();
        (item.important, item.urgent) = {
            let (important, urgent) = Quadrant::Do.answers();
            (Some(important), Some(urgent))
        };
        board.items.insert(item.id, Arc::new(item));
    }
    Scene::of(Arc::new(board), today())
}

fn with(scene: &Scene, change: impl FnOnce(&mut Board)) -> Scene {
    let mut board = (*scene.board).clone();
    change(&mut board);
    Scene::of(Arc::new(board), scene.today)
}

/// With links "a b": b waits for a.
fn linked(scene: &Scene, links: &[&str]) -> Scene {
    with(scene, |board| {
        for link in links {
            let (from, to) = link.split_once(' ').unwrap();
            let (predecessor, successor) = (id(from), id(to));
            let key = LinkKey { predecessor, successor, kind: LinkKind::FinishToStart };
            board.links.insert(key, Lag::default());
        }
    })
}

fn edit(board: &mut Board, title: &str, change: impl FnOnce(&mut Item)) {
    change(Arc::make_mut(board.items.get_mut(&id(title)).unwrap()));
}

/// The stack as it is typed.
fn shown(scene: &Scene) -> String {
    let stack = stack(scene);
    let group = |priority: &Priority| {
        let titles: Vec<&str> = stack.items[stack.places(*priority)]
            .iter()
            .map(|id| scene.item(*id).unwrap().title.as_str())
            .collect();
        (!titles.is_empty()).then(|| format!("{} {}", priority.word(), titles.join(", ")))
    };
    Priority::ALL.iter().filter_map(group).collect::<Vec<_>>().join(" | ")
}

fn done(scene: &Scene, action: Action) -> Scene {
    let stamp = Stamp { at: 0, today: scene.today, by: None };
    let (board, _) = apply(&scene.board, &Command { stamp, action }).unwrap();
    Scene::of(Arc::new(board), scene.today)
}

fn names(scene: &Scene, items: &[ItemId]) -> String {
    items.iter().map(|id| scene.item(*id).unwrap().title.to_string()).collect::<Vec<_>>().join(" ")
}

#[test]
fn the_stack_is_by_priority_and_then_by_order_without_what_is_done_or_refused() {
    let scene = scene("P1 a, b, c, d | P0 e");
    assert_eq!(shown(&scene), "P0 e | P1 a, b, c, d");
    let without = with(&scene, |board| {
        edit(board, "a", |item| {
            item.progress = crate::board::Progress::Done { started: None, on: today() };
        });
        edit(board, "c", |item| {
            let (important, urgent) = Quadrant::Eliminate.answers();
            (item.important, item.urgent) = (Some(important), Some(urgent));
        });
    });
    assert_eq!(shown(&without), "P0 e | P1 b, d");
}

#[test]
fn every_entry_of_the_list_is_a_divider_or_an_item_and_a_gap_has_the_priority_above_it() {
    let scene = scene("P0 a, b | P2 c");
    let stack = stack(&scene);
    let dividers = Priority::ALL.map(|priority| stack.divider(priority));
    assert_eq!(dividers, [0, 3, 4, 6, 7]);
    assert_eq!([0, 1, 2, 3].map(|place| stack.entry(place)), [1, 2, 5, 8]);
    let kinds: Vec<bool> =
        (0..9).filter_map(|at| stack.at(at)).map(|e| matches!(e, Entry::Item(_))).collect();
    assert_eq!(kinds, [false, true, true, false, false, true, false, false]);
    assert_eq!((stack.at(5), stack.at(8)), (Some(Entry::Item(id("c"))), None));
    assert_eq!([0, 1, 2, 3].map(|above| stack.line(above)), [0, 2, 3, 8]);
    let gaps = [0, 1, 2, 3, 4, 5, 6, 8].map(|entry| stack.gap(entry));
    let (p0, p1, p2) = (Priority::P0, Priority::P1, Priority::P2);
    let end = (Priority::Backlog, 3);
    assert_eq!(gaps, [(p0, 0), (p0, 0), (p0, 1), (p0, 2), (p1, 2), (p2, 2), (p2, 3), end]);
}

#[test]
fn an_item_that_is_put_across_a_divider_gets_its_priority() {
    let scene = scene("P0 a, b | P2 c, d");
    let stack = stack(&scene);
    for (items, entry, after) in [
        ("d", 1, "P0 d, a, b | P2 c"),
        ("a", 7, "P0 b | P2 c, d, a"),
        ("a", 6, "P0 b | P2 c, a, d"),
        ("b", 4, "P0 a | P1 b | P2 c, d"),
        ("a d", 5, "P0 b | P2 a, d, c"),
        ("c", 6, "P0 a, b | P2 c, d"),
    ] {
        let items: Vec<ItemId> = items.split(' ').map(id).collect();
        assert_eq!(shown(&done(&scene, stack.put(&items, entry))), after, "{entry}");
    }
}

#[test]
fn a_divider_that_passes_items_gives_them_the_side_they_come_to_stand_on() {
    let scene = scene("P2 x | P0 a, b | P1 c | P2 d, e");
    let stack = stack(&scene);
    for (divider, place, after) in [
        (Priority::P1, 1, "P0 a | P1 b, c | P2 x, d, e"),
        (Priority::P1, 3, "P0 a, b, c | P2 x, d, e"),
        (Priority::P2, 1, "P0 a | P2 b, c, x, d, e"),
        (Priority::P2, 5, "P0 a, b | P1 c, x, d | P2 e"),
        (Priority::P3, 6, "P0 a, b | P1 c | P2 x, d, e"),
        (Priority::P3, 5, "P0 a, b | P1 c | P2 x, d | P3 e"),
    ] {
        let action = stack.divide(divider, place);
        let after_it = action.map_or_else(|| shown(&scene), |action| shown(&done(&scene, action)));
        assert_eq!(after_it, after, "{divider:?} {place}");
    }
    assert_eq!(stack.divide(Priority::P0, 2), None);
}

#[test]
fn the_capacity_ends_before_the_first_item_that_does_not_fit() {
    let scene = scene("P0 a:3, b | P1 c:4, d:5");
    let limited = |text: &str| {
        let scene = with(&scene, |board| {
            board.about.planning.capacity = text.parse::<Capacity>().ok();
            edit(board, "d", |item| item.effort = "0.5".parse().ok());
        });
        capacity(&scene, &stack(&scene))
    };
    assert_eq!(limited("").sum, "12 days in all, 1 without a size");
    assert_eq!((limited("").place, limited("12 days").place), (None, None));
    assert_eq!((limited("11 days").place, limited("6 days").place), (Some(3), Some(2)));
    assert_eq!(limited("2 pm").sum, "0.5 person-months in all, 3 without an effort");
    assert_eq!(limited("0.4 pm").place, Some(3));
}

#[test]
fn rice_proposes_within_a_priority_and_leaves_what_has_no_score_where_it_is() {
    let scored = |board: &mut Board, title: &str, reach: u32| {
        edit(board, title, |item| {
            (item.reach, item.impact) = (Some(reach.into()), Some(1.into()));
            (item.confidence, item.effort) = (Some(100.into()), Some(1.into()));
        });
    };
    let scene = with(&scene("P0 a | P1 b, c, d, e"), |board| {
        for (title, reach) in [("a", 1), ("b", 10), ("d", 30), ("e", 20)] {
            scored(board, title, reach);
        }
    });
    let proposal = propose(&scene, &stack(&scene)).unwrap();
    assert_eq!((proposal.words.as_str(), proposal.moved), ("RICE would put 'd' above 'b'", 3));
    assert_eq!(shown(&done(&scene, proposal.one)), "P0 a | P1 d, b, c, e");
    let all = done(&scene, proposal.all);
    assert_eq!(shown(&all), "P0 a | P1 d, c, e, b");
    assert_eq!(propose(&all, &stack(&all)), None);
}

#[test]
fn what_is_core_and_what_kept_work_waits_for_stays_above_the_cut() {
    let scene = linked(&scene("P0 a | P1 b, c, d, e"), &["d a", "e d", "c b"]);
    let scene = with(&scene, |board| edit(board, "c", |item| item.core = true));
    let cut = |line, both: &[&str]| {
        let both: BTreeSet<ItemId> = gathered(both.iter().map(|title| id(title)));
        let cut = cut_at(&scene, &stack(&scene), line, &both);
        let held: Vec<String> = cut
            .held
            .iter()
            .map(|h| format!("{}<{}", names(&scene, &[h.item]), names(&scene, &h.by)))
            .collect();
        (names(&scene, &cut.items), names(&scene, &cut.core), held.join(" "))
    };
    let said = |a: &str, b: &str, c: &str| (a.to_owned(), b.to_owned(), c.to_owned());
    assert_eq!(cut(5, &[]), said("", "", ""));
    assert_eq!(cut(4, &[]), said("", "", "e<d"));
    assert_eq!(cut(1, &[]), said("b", "c", "d<a e<d"));
    assert_eq!(cut(3, &["e"]), said("a d e", "", ""));
    assert_eq!(cut(0, &[]), said("a b d e", "c", ""));
    assert_eq!(names(&scene, &goes_along(&scene, id("e"))), "a d");
}

#[test]
fn what_comes_from_outside_and_is_needed_by_nothing_any_more_is_offered_to_go_too() {
    let scene = linked(&scene("P0 a, api, log | P2 b, c"), &["api b", "api c", "log a"]);
    let scene = with(&scene, |board| {
        edit(board, "api", |item| item.kind = Kind::Api);
        edit(board, "log", |item| item.kind = Kind::Tool);
    });
    let cut = |line, both: &[&str]| {
        let both: BTreeSet<ItemId> = gathered(both.iter().map(|title| id(title)));
        let cut = cut_at(&scene, &stack(&scene), line, &both);
        (names(&scene, &cut.items), names(&scene, &cut.idle))
    };
    let said = |goes: &str, idle: &str| (goes.to_owned(), idle.to_owned());
    assert_eq!(cut(5, &[]), said("", ""), "before a cut nothing is idle");
    assert_eq!(cut(4, &[]), said("c", ""), "something kept still needs it");
    assert_eq!(cut(3, &[]), said("b c", "api"));
    assert_eq!(cut(3, &["api"]), said("api b c", ""));
    assert_eq!(cut(4, &["api"]), said("c", ""), "the line was drawn back: it is needed again");
}

#[test]
fn parallel_critical_chains_give_no_days_and_say_why() {
    let scene = linked(&scene("P0 a:5, b:2 | P2 c:3, d:4, e:1"), &["b c"]);
    let said = |line| {
        let stack = stack(&scene);
        let cut = cut_at(&scene, &stack, line, &BTreeSet::new());
        let figures = figures(&scene, &stack, &cut.items);
        cut_words(&scene, &cut, &figures, stack.items.len(), &|date| date.to_string())
    };
    assert_eq!(said(4).line, "1 of 5 cut: 0 days: not on the path");
    assert_eq!(said(2).line, "3 of 5 cut: 0 days: another chain is as long");
    assert_eq!(
        (said(1).main.as_str(), said(5).line.as_str()),
        ("0 days: another chain is as long", "Nothing is cut")
    );
    assert_eq!(said(0).line, "5 of 5 cut: nothing is left in the plan");
}

#[test]
fn the_usual_cut_lies_between_a_fifth_and_three_tenths() {
    assert_eq!([0, 1, 4, 10, 40, 200].map(usual), [0..0, 0..0, 3..3, 7..8, 28..32, 140..160]);
}
