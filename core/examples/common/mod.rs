//! What the commands share: a file becomes a board, notes go to the standard error, the answer to the standard output.

use std::process::ExitCode;

use unblock_core::board::{Board, BoardId, Date};
use unblock_core::edit::{Action, Command, Stamp, apply};
use unblock_core::exchange::{Context, FileIn, Incoming, Prefer, compare, read, utc_day};
use uuid::Uuid;

/// Prints a table, or why there is none.
pub(crate) fn print(answer: Result<String, String>) -> ExitCode {
    match answer {
        Ok(table) => {
            print!("{table}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// A day so late that every fact of a file lies before it.
pub(crate) fn any_day() -> Date {
    Date::new(9999, 12, 31).unwrap_or_default()
}

/// The board that a file holds or makes. Notes on the file go to the standard error.
pub(crate) fn board_of(file: &str) -> Result<Board, String> {
    let bytes = std::fs::read(file).map_err(|error| format!("{file}: {error}"))?;
    let mut last = 0;
    let mut new_id = || {
        last += 1;
        Uuid::from_u128(last)
    };
    let mut context = Context { today: any_day(), local_day: &utc_day, new_id: &mut new_id };
    let incoming = read(FileIn { name: Some(file), bytes: &bytes }, &mut context);
    let (board, notes) = match incoming.map_err(|error| format!("{file}: {error}"))? {
        Incoming::Board(board, notes) => (*board, notes),
        Incoming::Plan(plan) => {
            let empty = plan.new_board(BoardId::new(new_id()), plan.name.clone(), None);
            let preview = compare(&plan, &empty, Prefer::Ours, &mut new_id);
            let stamp = Stamp { at: 0, today: any_day(), by: None };
            let command = Command { stamp, action: Action::Import(Box::new(preview.import)) };
            let (board, _) = apply(&empty, &command).map_err(|rejection| rejection.to_string())?;
            (board, preview.notes)
        }
    };
    for note in notes {
        eprintln!("{:?}: {note}", note.kind);
    }
    Ok(board)
}
