//! The schedule of a plan, as CSV, for people and for CI jobs:
//!
//! `cargo run --release -p unblock-core --example schedule -- plan.csv --start 2026-01-05`
//!
//! Reads whatever can be imported (plan CSV, MS Project XML, a board file, …). Notes on the file go to the standard
//! error; exit code 1 means that there is no schedule, and why.

mod common;

use std::process::ExitCode;
use std::sync::Arc;

use unblock_core::board::{Board, Calendar, Date, DaysOff, Progress, Weekdays};
use unblock_core::exchange::write_schedule_csv_by_source;
use unblock_core::schedule::schedule;

use common::{any_day, board_of};

const USAGE: &str = "usage: schedule PLAN [--start DATE] [--status DATE] [--target DATE] \
[--workdays mon,tue,wed,thu,fri] [--days-off DATE or FROM..TO]...";

const DATE: &str = "2026-01-05";

fn main() -> ExitCode {
    common::print(run(std::env::args().skip(1)))
}

/// The schedule CSV that these words ask for, or why there is none.
pub(crate) fn run(words: impl Iterator<Item = String>) -> Result<String, String> {
    let options = Options::parse(words)?;
    let mut board = board_of(&options.file)?;
    options.put_on(&mut board);
    date_facts(&mut board, options.status)?;
    if board.about.calendar.start.is_none() {
        return Err("the file does not say when the plan starts: add --start DATE".to_owned());
    }
    if let Some(status) = options.status {
        refuse_later_facts(&board, status)?;
    }
    let schedule = schedule(&board, options.status);
    for item in board.live().into_iter().filter(|item| !schedule.contains(item.id)) {
        eprintln!("'{}' is not in the plan", item.title);
    }
    Ok(write_schedule_csv_by_source(&board, &schedule))
}

/// What the command line asks for; it overrides what the file says.
#[derive(Default)]
struct Options {
    file: String,
    start: Option<Date>,
    status: Option<Date>,
    target: Option<Date>,
    weekdays: Option<Weekdays>,
    days_off: Vec<DaysOff>,
}

impl Options {
    fn parse(mut words: impl Iterator<Item = String>) -> Result<Self, String> {
        let mut options = Self::default();
        while let Some(word) = words.next() {
            let mut value = || words.next().ok_or_else(|| format!("{word} needs a value\n{USAGE}"));
            match word.as_str() {
                "--start" => options.start = Some(parsed(&value()?, DATE)?),
                "--status" => options.status = Some(parsed(&value()?, DATE)?),
                "--target" => options.target = Some(parsed(&value()?, DATE)?),
                "--workdays" => options.weekdays = Some(parsed(&value()?, "mon,tue,wed,thu,fri")?),
                "--days-off" => {
                    options.days_off.push(parsed(&value()?, "2026-12-24 or 2026-12-24..2026-12-31")?);
                }
                "--help" => return Err(USAGE.to_owned()),
                _ if word.starts_with("--") => return Err(format!("{word} is not known\n{USAGE}")),
                _ if options.file.is_empty() => options.file = word,
                _ => return Err(USAGE.to_owned()),
            }
        }
        if options.file.is_empty() { Err(USAGE.to_owned()) } else { Ok(options) }
    }

    fn put_on(&self, board: &mut Board) {
        let Calendar { start, weekdays, days_off } = &mut board.about.calendar;
        *start = self.start.or(*start);
        *weekdays = self.weekdays.unwrap_or(*weekdays);
        if !self.days_off.is_empty() {
            days_off.clone_from(&self.days_off);
        }
        board.about.target = self.target.or(board.about.target);
    }
}

fn parsed<T: std::str::FromStr>(text: &str, such_as: &str) -> Result<T, String> {
    text.parse().map_err(|_| format!("'{text}' is not understood: write it like {such_as}"))
}

/// What is said to be done or started, but not when, is so on the status date; without one nothing can be said.
fn date_facts(board: &mut Board, status: Option<Date>) -> Result<(), String> {
    let undated = |date: Option<Date>| date == Some(any_day());
    for item in board.items.values_mut().map(Arc::make_mut) {
        if !undated(item.progress.started()) && !undated(item.progress.finished()) {
            continue;
        }
        let Some(today) = status else {
            return Err(format!("'{}' needs the day on which it was started or finished", item.title));
        };
        item.progress = match item.progress {
            Progress::Done { started, .. } => Progress::Done { started, on: today },
            Progress::Started { remaining, .. } => Progress::Started { on: today, remaining },
            Progress::NotStarted => Progress::NotStarted,
        };
    }
    Ok(())
}

fn refuse_later_facts(board: &Board, status: Date) -> Result<(), String> {
    for item in board.live() {
        let facts = [item.progress.started(), item.progress.finished()];
        if let Some(fact) = facts.into_iter().flatten().find(|fact| *fact > status) {
            return Err(format!(
                "'{}' has a fact on {fact}, which is after the status date {status}",
                item.title
            ));
        }
    }
    Ok(())
}
