//! MS Project XML: the file's own dates and slacks are the truth.

use std::collections::BTreeMap;
use std::path::Path;

use unblock_core::board::{Board, BoardId, Date, Item, ItemId};
use unblock_core::edit::{Action, Command, Stamp, apply};
use unblock_core::exchange::{Context, FileIn, Incoming, Prefer, compare as preview, read, utc_day};
use unblock_core::schedule::schedule;
use uuid::Uuid;

use crate::published::{Comparison, Expected, Figures, compare};

/// A working day of eight hours in the unit of slacks, tenths of a minute.
const DAY: i64 = 4800;

/// Total slacks that follow a convention of MS Project's own: of tasks scheduled by hand whose link leaves from
/// their start.
const OWN_CONVENTION: [(&str, &str); 2] =
    [("task-links-project2016-mspdi.xml", "11"), ("task-links-project2016-mspdi.xml", "13")];

pub(crate) fn of_xml(file: &Path) -> Result<Comparison, String> {
    let text = crate::text_of(file)?;
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let board = board_of(&name, text.as_bytes())?;
    let key = |item: &Item| Some((item.source.as_ref()?.key.clone(), item.id));
    let ids: BTreeMap<String, ItemId> = board.live().into_iter().filter_map(key).collect();
    let schedule = schedule(&board, None);
    let mut comparison = compare(&expected(&name, &text, &ids), &schedule, &ids);
    let finish = field(&text, "FinishDate").and_then(day);
    comparison.note("finish of the plan", "the plan", finish, schedule.finish_date());
    Ok(comparison)
}

fn board_of(name: &str, bytes: &[u8]) -> Result<Board, String> {
    let mut last = 0;
    let mut new_id = || {
        last += 1;
        Uuid::from_u128(last)
    };
    let today = Date::new(2026, 1, 1).unwrap_or_default();
    let mut context = Context { today, local_day: &utc_day, new_id: &mut new_id };
    let incoming = read(FileIn { name: Some(name), bytes }, &mut context).map_err(|why| why.to_string())?;
    let Incoming::Plan(plan) = incoming else { return Err("it is no plan".to_owned()) };
    let empty = plan.new_board(BoardId::new(new_id()), plan.name.clone(), None);
    let import = preview(&plan, &empty, Prefer::Ours, &mut new_id).import;
    let stamp = Stamp { at: 0, today, by: None };
    let command = Command { stamp, action: Action::Import(Box::new(import)) };
    let (board, _) = apply(&empty, &command).map_err(|why| why.to_string())?;
    Ok(board)
}

/// What the file says of the tasks that came in; summaries do not.
fn expected(name: &str, text: &str, ids: &BTreeMap<String, ItemId>) -> Expected {
    let mut expected = Expected::default();
    for task in text.split("<Task>").skip(1).filter_map(|rest| rest.split("</Task>").next()) {
        let Some(uid) = field(task, "UID").filter(|uid| ids.contains_key(*uid)) else { continue };
        let slack =
            |tag| field(task, tag).and_then(|slack| slack.parse::<i64>().ok()).map(|slack| slack / DAY);
        let figures = Figures {
            tf: slack("TotalSlack").filter(|_| !OWN_CONVENTION.contains(&(name, uid))),
            ff: slack("FreeSlack"),
            start: field(task, "Start").and_then(day),
            finish: field(task, "Finish").and_then(day),
            ..Figures::default()
        };
        expected.tasks.insert(uid.to_owned(), figures);
        if field(task, "Critical") == Some("1") {
            expected.critical.push(uid.to_owned());
        }
    }
    expected
}

/// The content of the first element that is called so.
fn field<'a>(text: &'a str, tag: &str) -> Option<&'a str> {
    let (_, rest) = text.split_once(&format!("<{tag}>"))?;
    rest.split('<').next()
}

fn day(text: &str) -> Option<Date> {
    text.get(..10)?.parse().ok()
}
