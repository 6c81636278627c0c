//! The scores of a plan, as CSV, for people and for CI jobs:
//!
//! `cargo run --release -p unblock-core --example score -- plan.csv`
//!
//! Reads whatever can be imported (plan CSV, a board file, …). Notes on the file, and why an item has no score, go to
//! the standard error; exit code 1 means that the file could not be read, and why.

pub(crate) mod common;

use std::process::ExitCode;

use unblock_core::board::{Board, Item};
use unblock_core::exchange::write_scores_csv_by_source;
use unblock_core::score::{Factor, Method, score};

const USAGE: &str = "usage: score PLAN";

fn main() -> ExitCode {
    common::print(run(std::env::args().skip(1)))
}

/// The scores CSV that these words ask for, or why there is none.
pub(crate) fn run(mut words: impl Iterator<Item = String>) -> Result<String, String> {
    let file = match (words.next(), words.next()) {
        (Some(file), None) if !file.starts_with("--") => file,
        (Some(option), _) if option.starts_with("--") && option != "--help" => {
            return Err(format!("{option} is not known\n{USAGE}"));
        }
        _ => return Err(USAGE.to_owned()),
    };
    let board = common::board_of(&file)?;
    for why in unscored(&board) {
        eprintln!("{why}");
    }
    Ok(write_scores_csv_by_source(&board))
}

/// Why items have no score, a line each. A method whose own inputs nobody has used is told in one line.
pub(crate) fn unscored(board: &Board) -> Vec<String> {
    let live = board.live();
    let mut told = Vec::new();
    for method in Method::ALL {
        let own: &[Factor] = match method {
            Method::Rice => &[Factor::Reach, Factor::Effort],
            Method::Ice => &[Factor::Ease],
        };
        let letters = method.letters();
        let is_used = |item: &&Item| own.iter().any(|factor| factor.of(item).is_some());
        if !live.iter().any(is_used) {
            let names: Vec<&str> = own.iter().map(|factor| factor.word()).collect();
            told.push(format!("no item has {}: there are no {letters} scores", names.join(" or ")));
            continue;
        }
        let why = |item: &&Item| {
            Some(format!("'{}' has no {letters} score: {}", item.title, score(item, method).err()?))
        };
        told.extend(live.iter().filter_map(why));
    }
    told
}
