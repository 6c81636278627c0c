//! How long a layout takes and how many links cross: `cargo bench -p unblock-core --bench layout`.

#![allow(clippy::disallowed_methods, reason = "a benchmark measures")]

#[path = "../tests/common/drawing.rs"]
mod drawing;
#[path = "../tests/common/made_plan.rs"]
mod made_plan;

use std::time::{Duration, Instant};

use made_plan::MadePlan;
use unblock_core::layout::{Layout, Network, Place, layered};

/// The best of so many runs counts.
const RUNS: usize = 5;

fn main() {
    println!(
        "crossings: of straight lines between the cards' middles; of the links as drawn + through cards"
    );
    for tasks in [100, 300, 1000] {
        let plan = MadePlan::of(tasks, 7);
        let layout = show(&format!("plan of {tasks}"), tasks, &plan.links, &plan.spine());
        let straight = drawing::crossings(&drawing::straight(&layout, &plan.links));
        let drawn = drawing::drawn(&layout, &plan.links);
        let cards = drawing::through_cards(&drawn, &layout.places);
        println!("{:>24} crossings {straight}; {} + {cards}", "", drawing::crossings(&drawn));
    }
    let plan = MadePlan::of(20_000, 7);
    show("plan of 20,000", 20_000, &plan.links, &plan.spine());
    let all: Vec<_> = (0..300).flat_map(|from| (from + 1..300).map(move |to| (from, to))).collect();
    show("all of 300 with all", 300, &all, &[]);
    let chain: Vec<_> = (1..10_000).map(|to| (to - 1, to)).collect();
    show("chain of 10,000", 10_000, &chain, &[]);
    show("2,000 loose", 2000, &[], &[]);
    let star: Vec<_> = (1..2000).map(|to| (0, to)).collect();
    show("star of 2,000", 2000, &star, &[]);
    let halves: Vec<_> = (0..300).flat_map(|from| (300..600).map(move |to| (from, to))).collect();
    show("300 with 300", 600, &halves, &[]);
}

fn show(name: &str, nodes: usize, links: &[(usize, usize)], spine: &[usize]) -> Layout {
    let network = Network { nodes, links, spine, before: &[] };
    let mut best = Duration::MAX;
    let mut layout = Layout::default();
    for _ in 0..RUNS {
        let start = Instant::now();
        layout = layered(&network);
        best = best.min(start.elapsed());
    }
    let columns = layout.places.iter().map(|place| place.column + 1).max().unwrap_or(0);
    let rows = layout.places.iter().map(|place| place.row);
    let (top, bottom) = (rows.clone().min().unwrap_or(0), rows.max().unwrap_or(0));
    let milliseconds = best.as_secs_f64() * 1000.0;
    println!(
        "{name:>24} {milliseconds:>8.2} ms  {} links, {columns} columns, rows {top} to {bottom}",
        links.len()
    );
    layout
}
