//! The critical chains, one by one, up to fifty.

use unblock_core::board::ItemId;
use unblock_core::schedule::Chains;

use crate::common::{id, link};
use crate::plan::{Plan, plan};

fn titles(plan: &Plan, chain: &[ItemId]) -> String {
    chain.iter().map(|id| plan.board.item(*id).unwrap().title.as_str()).collect::<Vec<_>>().join(" ")
}

fn listed(plan: &Plan) -> Vec<String> {
    let Chains { listed, more } = plan.schedule().chains(&plan.board);
    assert!(!more);
    listed.iter().map(|chain| titles(plan, chain)).collect()
}

fn main_chain(plan: &Plan) -> String {
    titles(plan, &plan.schedule().main_chain(&plan.board))
}

/// So many times two ways of one length, one after the other.
fn ladder(diamonds: usize) -> Plan {
    let one = |n: usize| {
        let before = if n == 0 { String::new() } else { format!("after d{}", n - 1) };
        format!("a{n} 1 {before} | b{n} 1 {before} | d{n} 1 after a{n}, b{n}")
    };
    plan(&(0..diamonds).map(one).collect::<Vec<_>>().join(" | "))
}

#[test]
fn each_way_through_the_critical_items_is_a_chain_in_the_boards_order() {
    let diamond = plan("a 2 | c 3 after a | b 3 after a | d 1 after c, b | e 1 after a");
    assert_eq!(listed(&diamond), ["a c d", "a b d"]);
    assert_eq!(main_chain(&diamond), "a c d");
    assert_eq!(listed(&plan("a 2 | b 2 | c 1")), ["a", "b"]);
    assert_eq!(listed(&plan("")), Vec::<String>::new());
}

#[test]
fn a_link_with_a_day_between_is_not_on_a_chain() {
    // c waits for b until 5; a would let it start at 4.
    let plan = plan("a 2 | b 3 after a | c 1 after b, a:FS+2");
    assert_eq!(listed(&plan), ["a b c"]);
    assert_eq!(plan.schedule().critical_links(), ["a → b", "b → c"].map(|text| link(text).key));
}

#[test]
fn two_links_between_the_same_items_are_one_way() {
    assert_eq!(listed(&plan("a 3 | b 3 after a, a:SS+3, a:FF+3")), ["a b"]);
}

#[test]
fn done_items_are_on_no_chain() {
    let plan = plan("a 3 done 03-04 | b 3 after a | c 1 after b").on("03-05");
    assert_eq!(listed(&plan), ["b c"]);
    assert_eq!(main_chain(&plan), "b c");
}

#[test]
fn a_missed_deadline_makes_a_chain_of_its_own() {
    assert_eq!(listed(&plan("a 3 | b 2 after a deadline 03-05 | c 9")), ["a b", "c"]);
    assert_eq!(main_chain(&plan("a 3 | b 2 after a deadline 03-05 | c 9")), "c");
}

#[test]
fn fifty_are_listed_and_more_are_told() {
    let chains = |plan: &Plan| plan.schedule().chains(&plan.board);
    let five = ladder(5);
    assert_eq!((chains(&five).listed.len(), chains(&five).more), (32, false));
    let six = ladder(6);
    assert_eq!((chains(&six).listed.len(), chains(&six).more), (50, true));
    let text = |count: usize| (0..count).map(|n| format!("t{n} 1")).collect::<Vec<_>>().join(" | ");
    assert_eq!((chains(&plan(&text(50))).listed.len(), chains(&plan(&text(50))).more), (50, false));
    assert_eq!((chains(&plan(&text(51))).listed.len(), chains(&plan(&text(51))).more), (50, true));
}

#[test]
fn a_ladder_of_diamonds_ends_quickly() {
    let ladder = ladder(3000);
    let chains = ladder.schedule().chains(&ladder.board);
    assert!(chains.more);
    assert!(chains.listed.iter().all(|chain| chain.len() == 6000));
    assert_eq!(ladder.schedule().critical_links().len(), 4 * 3000 - 2);
    assert_eq!(ladder.schedule().main_chain(&ladder.board).len(), 6000);
}

#[test]
fn a_chain_of_ten_thousand_is_one_chain() {
    let link = |n: usize| if n == 0 { "t0 1".to_owned() } else { format!("t{n} 1 after t{}", n - 1) };
    let plan = plan(&(0..10_000).map(link).collect::<Vec<_>>().join(" | "));
    let schedule = plan.schedule();
    let chains = schedule.chains(&plan.board);
    assert_eq!((chains.listed.len(), chains.listed[0].len(), chains.more), (1, 10_000, false));
    assert_eq!(schedule.finish(), Some(10_000));
    assert_eq!(schedule.main_chain(&plan.board), chains.listed[0]);
    assert_eq!(schedule.row(id("t9999")).unwrap().early_start, 9_999);
}
