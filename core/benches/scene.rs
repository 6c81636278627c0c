//! How long it takes from a command to what the views show: `cargo bench -p unblock-core --bench scene`.

#![allow(clippy::disallowed_methods, reason = "a benchmark measures")]

#[path = "../tests/common/made_plan.rs"]
mod made_plan;

use std::sync::Arc;
use std::time::{Duration, Instant};

use made_plan::MadePlan;
use unblock_core::board::{
    Board, BoardId, Date, Days, Item, ItemField, ItemId, Lag, LinkKey, LinkKind, OrderKey,
};
use unblock_core::edit::{Action, Command, Stamp, apply};
use unblock_core::view::{Filter, Scene, headline, matrix};
use uuid::Uuid;

/// The best of so many runs counts.
const RUNS: usize = 7;

fn main() {
    let today = Date::new(2026, 3, 2).unwrap_or_default();
    for tasks in [1000, 10_000] {
        let board = Arc::new(board(&MadePlan::of(tasks, 7)).starting(today));
        println!("plan of {tasks}");
        let stamp = Stamp { at: 0, today, by: None };
        let field = ItemField::Duration(Days::try_from(30).ok());
        let command = Command { stamp, action: Action::Edit { items: vec![item(0)], field } };
        best("apply a command", || apply(&board, &command));
        best("board's order", || board.live().len());
        best("scene", || Scene::of(Arc::clone(&board), today));
        let scene = Scene::of(Arc::clone(&board), today);
        best("matrix", || matrix(&scene, &Filter::default()));
        best("headline", || headline(&scene, &|date| date.to_string()));
        best("shift", || scene.schedule.shift_to(&scene.schedule));
    }
}

fn best<T>(name: &str, run: impl Fn() -> T) {
    let mut best = Duration::MAX;
    for _ in 0..RUNS {
        let start = Instant::now();
        std::hint::black_box(run());
        best = best.min(start.elapsed());
    }
    println!("{name:>24} {:>9.3} ms", best.as_secs_f64() * 1000.0);
}

fn item(n: usize) -> ItemId {
    // Scattered as random ids are, so that no map is friendlier than a real one.
    let n = u128::try_from(n).unwrap_or_default();
    ItemId::new(Uuid::from_u128((n + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15_F39C_C060_5CED_C835)))
}

fn board(plan: &MadePlan) -> Board {
    let mut board = Board::new(BoardId::new(Uuid::nil()), "Plan".parse().unwrap_or_default());
    let places = OrderKey::spread(None, None, plan.tasks);
    for (n, order) in places.into_iter().enumerate() {
        let mut new = Item::new(item(n));
        new.order = order;
        new.duration = u32::try_from(plan.durations[n]).ok().and_then(|days| Days::try_from(days).ok());
        board.items.insert(new.id, Arc::new(new));
    }
    for &(from, to) in &plan.links {
        let key = LinkKey { predecessor: item(from), successor: item(to), kind: LinkKind::FinishToStart };
        board.links.insert(key, Lag::default());
    }
    board
}
