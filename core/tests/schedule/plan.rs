//! Plans written as text, and their schedules as text.
//!
//! `plan("a 3 | b 2 after a, x:SS+1 | x team 5 promised 03-10")`: items in the board's order, each with its days
//! and what else is known. They stand in Do unless it says `inbox` or `refused`; one without days is a guess. Dates
//! are of 2026. The plan starts on Monday 2 March, so that these are its days:
//!
//! ```text
//!          Mon Tue Wed Thu Fri
//! 2 March    0   1   2   3   4
//! 9 March    5   6   7   8   9
//! 16 March  10  11  12  13  14
//! 23 March  15  16  17  18  19
//! ```

use std::collections::BTreeMap;
use std::sync::Arc;

use unblock_core::board::{Awaited, Board, Date, Days, Item, Kind, Percent, Person, Progress, Quadrant};
use unblock_core::schedule::{Row, Schedule, schedule};

use crate::common::{board, date, id, link, person, person_id};

/// A board, and the day it is seen from.
#[derive(Clone, Debug)]
pub(crate) struct Plan {
    pub(crate) board: Board,
    pub(crate) status: Option<Date>,
}

/// The day of 2026 with this month and day; a whole date is taken as it is.
pub(crate) fn day(text: &str) -> Date {
    if text.len() == 5 { date(&format!("2026-{text}")) } else { date(text) }
}

fn days(text: &str) -> Days {
    text.parse().unwrap_or_else(|why| panic!("{text}: {why}"))
}

/// The plan that the text describes.
pub(crate) fn plan(text: &str) -> Plan {
    let rows: Vec<Vec<&str>> = text.split('|').map(|line| line.split_whitespace().collect()).collect();
    let titles: Vec<&str> = rows.iter().filter_map(|words| words.first().copied()).collect();
    let mut board = board(&format!("Do: {}", titles.join(", ")));
    board.about.calendar.start = Some(day("03-02"));
    for words in rows.iter().filter(|words| !words.is_empty()) {
        let before = Arc::make_mut(board.items.get_mut(&id(words[0])).unwrap());
        let mut item = before.clone();
        let links = read(&mut item, &words[1..]);
        board.items.insert(item.id, Arc::new(item));
        for text in links {
            let link = link(&text);
            board.links.insert(link.key, link.lag);
        }
    }
    let named: Vec<Person> = NAMES.iter().map(|name| person(name)).collect();
    board.people = named.into_iter().map(|person| (person.id, Arc::new(person))).collect::<BTreeMap<_, _>>();
    Plan { board, status: None }
}

const NAMES: [&str; 2] = ["Ana", "Bo"];

/// Puts the words into an item; the links into it.
fn read(item: &mut Item, words: &[&str]) -> Vec<String> {
    let mut links = Vec::new();
    let mut words = words.iter().copied().peekable();
    while let Some(word) = words.next() {
        if let Ok(length) = word.parse() {
            item.duration = Some(length);
        } else if let Some(kind) = Kind::ALL.into_iter().find(|kind| kind.word() == word) {
            item.kind = kind;
        } else if word == "inbox" {
            (item.important, item.urgent) = (None, None);
        } else if word == "refused" {
            let (important, urgent) = Quadrant::Eliminate.answers();
            (item.important, item.urgent) = (Some(important), Some(urgent));
        } else if word == "after" {
            while let Some(from) = words.next_if(|word| !KEYS.contains(word)) {
                let from = from.trim_end_matches(',').replace(':', &format!(" → {} ", item.title));
                let whole = if from.contains('→') { from } else { format!("{from} → {}", item.title) };
                links.push(whole);
            }
        } else {
            read_pair(item, word, words.next().unwrap_or_else(|| panic!("'{word}' and what?")));
        }
    }
    links
}

const KEYS: [&str; 12] = [
    "not-before",
    "deadline",
    "awaited",
    "requested",
    "promised",
    "agreed",
    "started",
    "done",
    "left",
    "buffer",
    "by",
    "inbox",
];

fn read_pair(item: &mut Item, key: &str, value: &str) {
    match key {
        "not-before" => item.not_before = Some(day(value)),
        "deadline" => item.deadline = Some(day(value)),
        "awaited" => item.awaited_by.push(Awaited { who: "Search".parse().unwrap(), by: day(value) }),
        "requested" => item.requested = Some(day(value)),
        "promised" => item.promised = Some(day(value)),
        "agreed" => item.agreed = Some(day(value)),
        "started" => item.progress = Progress::started_on(Some(day(value))),
        "done" => {
            item.progress = Progress::Done { started: item.progress.started(), on: day(value) };
        }
        "left" => {
            let on = item.progress.started().unwrap();
            item.progress = Progress::Started { on, remaining: Some(days(value)) };
        }
        "buffer" => item.buffer = Some(Percent::try_from(value.parse::<u32>().unwrap()).unwrap()),
        "by" => item.responsible = Some(person_id(value)),
        _ => panic!("'{key}' is not known"),
    }
}

impl Plan {
    /// Seen from a day.
    pub(crate) fn on(mut self, status: &str) -> Self {
        self.status = Some(day(status));
        self
    }

    /// With a target.
    pub(crate) fn target(mut self, target: &str) -> Self {
        self.board.about.target = Some(day(target));
        self
    }

    /// With days off.
    pub(crate) fn off(mut self, days: &str) -> Self {
        self.board.about.calendar.days_off.push(days.parse().unwrap());
        self
    }

    pub(crate) fn schedule(&self) -> Schedule {
        schedule(&self.board, self.status)
    }

    /// What the schedule says of the item called so.
    #[track_caller]
    pub(crate) fn row(&self, title: &str) -> Row {
        self.schedule().row(id(title)).unwrap_or_else(|| panic!("{title} is not in the plan"))
    }

    /// Each item of the plan in the board's order, with what a function says of it.
    pub(crate) fn each(&self, say: impl Fn(&Row) -> String) -> String {
        let schedule = self.schedule();
        let items = self.board.live();
        let said =
            items.iter().filter_map(|item| Some(format!("{} {}", item.title, say(&schedule.row(item.id)?))));
        said.collect::<Vec<_>>().join(" | ")
    }

    /// Early start, early finish, and the buffer behind it: `a 0-3 | x 0-5+1`.
    pub(crate) fn early(&self) -> String {
        self.each(|row| {
            let buffer = row.buffered_finish - row.early_finish;
            let buffer = if buffer == 0 { String::new() } else { format!("+{buffer}") };
            format!("{}-{}{buffer}", row.early_start, row.early_finish)
        })
    }

    /// Late start and late finish: `a 0-3 | b done`.
    pub(crate) fn late(&self) -> String {
        self.each(|row| match (row.late_start, row.late_finish) {
            (Some(start), Some(finish)) => format!("{start}-{finish}"),
            _ => "done".to_owned(),
        })
    }

    /// Total and free float: `a 0/0 | b 2/1`.
    pub(crate) fn floats(&self) -> String {
        self.each(|row| match (row.total_float, row.free_float) {
            (Some(total), Some(free)) => format!("{total}/{free}"),
            _ => "done".to_owned(),
        })
    }

    /// Start and finish as dates of 2026: `a 03-02..03-04`.
    pub(crate) fn dates(&self) -> String {
        self.each(|row| format!("{}..{}", short(row.start), short(row.finish)))
    }
}

/// A date of 2026 without its year.
pub(crate) fn short(date: Option<Date>) -> String {
    let text = date.map_or_else(|| "none".to_owned(), |date| date.to_string());
    text.strip_prefix("2026-").unwrap_or(&text).to_owned()
}
