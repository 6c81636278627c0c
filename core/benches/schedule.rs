//! How long a schedule takes, from the board to all dates: `cargo bench -p unblock-core --bench schedule`.
//!
//! Ids in order are how the app makes them; ids without order are the worst case for finding items by them.

#![allow(clippy::disallowed_methods, reason = "a benchmark measures")]
#![allow(clippy::unwrap_used, reason = "what it measures it made itself")]

#[path = "../tests/common/made_plan.rs"]
mod made_plan;

use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, Instant};

use made_plan::MadePlan;
use unblock_core::board::{
    Board, BoardId, Date, Days, Item, ItemId, Lag, LinkKey, LinkKind, OrderKey, Quadrant,
};
use unblock_core::schedule::{Effect, schedule};
use uuid::Uuid;

/// The best of so many runs counts.
const RUNS: usize = 200;

fn main() {
    for tasks in [1_000, 10_000] {
        let chain: Vec<_> = (1..tasks).map(|to| (to - 1, to)).collect();
        let ones = vec![1; tasks];
        show(&format!("chain of {tasks}"), &board(&ones, &chain, ordered));
        show(&format!("chain of {tasks}, ids without order"), &board(&ones, &chain, scattered));
        let plan = MadePlan::of(tasks, 7);
        show(&format!("plan of {tasks}"), &board(&plan.durations, &plan.links, ordered));
        show(&format!("plan of {tasks}, ids without order"), &board(&plan.durations, &plan.links, scattered));
    }
}

fn show(name: &str, board: &Board) {
    let today = Date::new(2026, 3, 12);
    println!("{name}, {} links", board.links.len());
    let told = schedule(board, today);
    let one = told.items().next().unwrap();
    time("schedule", || schedule(board, today));

    time("dates and floats of all", || told.items().filter_map(|item| told.row(item)).count());
    time("what differs from another", || Effect::between((board, &told), (board, &told)));
    time("main chain", || told.main_chain(board));
    time("chains", || told.chains(board));
    time("why of one", || told.why(board, one));
}

fn time<T>(what: &str, work: impl Fn() -> T) {
    let mut best = Duration::MAX;
    for _ in 0..RUNS {
        let start = Instant::now();
        black_box(work());
        best = best.min(start.elapsed());
    }
    println!("{:>10.3} ms  {what}", best.as_secs_f64() * 1000.0);
}

/// The id of the n-th item made.
type Ids = fn(usize) -> ItemId;

fn ordered(n: usize) -> ItemId {
    ItemId::new(Uuid::from_u128((n as u128 + 1) << 64))
}

fn scattered(n: usize) -> ItemId {
    ItemId::new(Uuid::from_u128((n as u128 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15_F39C_C060_5CED_C835)))
}

fn board(durations: &[usize], links: &[(usize, usize)], id: Ids) -> Board {
    let mut board = Board::new(BoardId::new(Uuid::nil()), "Plan".parse().unwrap());
    board.about.calendar.start = Date::new(2026, 3, 2);
    let (important, urgent) = Quadrant::Do.answers();
    let places = OrderKey::spread(None, None, durations.len());
    for ((n, days), order) in durations.iter().enumerate().zip(places) {
        let mut item = Item { order, ..Item::new(id(n)) };
        item.title = format!("Task {n}").parse().unwrap();
        (item.important, item.urgent) = (Some(important), Some(urgent));
        item.duration = Days::try_from(u32::try_from(*days).unwrap()).ok();
        board.items.insert(item.id, Arc::new(item));
    }
    for (from, to) in links {
        let key = LinkKey { predecessor: id(*from), successor: id(*to), kind: LinkKind::FinishToStart };
        board.links.insert(key, Lag::default());
    }
    board
}
