//! What an import would take: `cargo run -p unblock-core --example import -- FILE...`
//!
//! Prints for each file what it was recognised as, how many items, links and people it holds, and all notes. With
//! `--items` the items, too. Nothing is written.

use std::process::ExitCode;

use unblock_core::board::{BoardId, Date};
use unblock_core::edit::{Action, Command, Stamp, apply};
use unblock_core::exchange::{Context, FileIn, Incoming, Note, Plan, Prefer, compare, read, utc_day};
use uuid::Uuid;

fn main() -> ExitCode {
    let (options, files): (Vec<String>, Vec<String>) =
        std::env::args().skip(1).partition(|arg| arg.starts_with("--"));
    if files.is_empty() {
        eprintln!("usage: import [--items] FILE...");
        return ExitCode::FAILURE;
    }
    let refused =
        files.iter().filter(|file| !show(file, options.iter().any(|option| option == "--items"))).count();
    if refused > 0 { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

/// Prints what is in a file. False where it was refused.
fn show(file: &str, with_items: bool) -> bool {
    println!("== {file}");
    let bytes = match std::fs::read(file) {
        Ok(bytes) => bytes,
        Err(error) => {
            println!("cannot be opened: {error}");
            return false;
        }
    };
    let mut last = 0;
    let mut new_id = || {
        last += 1;
        Uuid::from_u128(last)
    };
    let mut context = Context { today: today(), local_day: &utc_day, new_id: &mut new_id };
    match read(FileIn { name: Some(file), bytes: &bytes }, &mut context) {
        Ok(Incoming::Board(board, notes)) => {
            println!("Unblock board '{}'", board.about.name);
            println!(
                "{} items, {} links, {} people",
                board.items.len(),
                board.links.len(),
                board.people.len()
            );
            say(&notes);
        }
        Ok(Incoming::Plan(plan)) => return show_plan(&plan, &mut new_id, with_items),
        Err(error) => {
            println!("refused: {error}");
            return false;
        }
    }
    true
}

fn show_plan(plan: &Plan, new_id: &mut dyn FnMut() -> Uuid, with_items: bool) -> bool {
    let board = plan.new_board(BoardId::new(new_id()), plan.name.clone(), None);
    let preview = compare(plan, &board, Prefer::Ours, new_id);
    println!("{} '{}' ({})", plan.format.name(), plan.name, plan.origin);
    println!("{} items, {} links, {} people", preview.new, preview.links, preview.people.len());
    println!("people: {}", preview.people.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "));
    let stamp = Stamp { at: 0, today: today(), by: None };
    let command = Command { stamp, action: Action::Import(Box::new(preview.import)) };
    let applied = apply(&board, &command);
    if with_items && let Ok((board, _)) = &applied {
        for item in board.live() {
            println!("{}", serde_json::to_string(item).unwrap_or_default());
        }
    }
    say(&preview.notes);
    match applied {
        Ok(_) => true,
        Err(rejection) => {
            println!("the board refuses it: {rejection}");
            false
        }
    }
}

fn say(notes: &[Note]) {
    for note in notes {
        println!("  {:?}: {note}", note.kind);
    }
}

/// The day it is. The core has no clock, an example may look at one.
#[expect(clippy::disallowed_methods, reason = "an example is the outside world")]
fn today() -> Date {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_millis()).ok().and_then(utc_day).unwrap_or_default()
}
