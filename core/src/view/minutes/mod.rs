//! Minutes: what lies between the board as it was when a meeting began and the board as it is, told as a careful person
//! writes it down.
//!
//! Two boards are compared, not a log read: what was undone is not there, and what was changed five times is there once.
//! What did not change is not told. Texts are Markdown; what people wrote is escaped in it. Absent on purpose: who
//! said what, and who was late.

mod between;
mod calendar;
mod dates;
mod decided;
mod last;
mod links;
mod mine;
mod owners;
mod plan;
mod rest;
mod rich;
mod scores;
mod sorted;
mod text;

use crate::board::{Board, Date};
use crate::edit::{Meeting, Stamp};
use crate::exchange::markdown_escaped as escaped;

pub use between::Between;
pub(super) use between::{capital, listed, name, number, prose, titled};
pub use last::last_recorded;
pub use mine::{minutes_for, minutes_of, people_in, people_of};
pub(super) use plan::{finish, standing};
pub use rich::{plain, rich};
pub(super) use text::{Section, Text};

/// The most lines that minutes have.
pub const MOST: usize = 60;

/// When a meeting was held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held {
    /// The day it began.
    pub on: Date,
    /// How many minutes it took.
    pub minutes: u64,
    /// How many meetings of the same day have minutes already.
    pub before: usize,
}

impl Held {
    /// From the start of a meeting on a board to a moment.
    pub fn until(meeting: &Meeting, board: &Board, end: Stamp) -> Self {
        let start = meeting.started();
        let before = board.minutes.values().filter(|kept| kept.on == start.today).count();
        Self { on: start.today, minutes: end.at.saturating_sub(start.at) / 60_000, before }
    }

    /// "44 minutes", "2 hours and 5 minutes". `None` for a meeting that took no time, or that nobody ended for half a
    /// day: how long it was is not known then.
    fn length(&self) -> Option<String> {
        let of = |n: u64, one, many| number(usize::try_from(n).unwrap_or(usize::MAX), one, many);
        let minutes = |n| of(n, "minute", "minutes");
        match (self.minutes / 60, self.minutes % 60) {
            (0, 0) | (12.., _) => None,
            (0 | 1, _) => Some(minutes(self.minutes)),
            (hours, 0) => Some(of(hours, "hour", "hours")),
            (hours, rest) => Some(format!("{} and {}", of(hours, "hour", "hours"), minutes(rest))),
        }
    }
}

/// What the minutes are called in a list.
pub fn minutes_title(held: &Held, say: &dyn Fn(Date) -> String) -> String {
    match held.before {
        0 => format!("Minutes of {}", say(held.on)),
        before => format!("Minutes of {}, meeting {}", say(held.on), before + 1),
    }
}

/// The minutes of a meeting, as Markdown of at most [`MOST`] lines.
pub fn minutes(between: Between, held: &Held) -> String {
    let about = &between.now.board.about;
    let length = held.length().map(|length| format!(", {length}")).unwrap_or_default();
    let mut lead = vec![format!("**{}**{length}.", escaped(about.name.as_str()))];
    let goal = prose(&about.goal, " ");
    if !goal.is_empty() {
        lead.push(format!("Done when {goal}."));
    }
    lead.extend(finish(between, "before the meeting"));
    let sections = parts(between);
    if sections.iter().all(|section| section.lines.is_empty()) {
        lead.push("Nothing has been recorded yet.".to_owned());
    }
    Text { title: minutes_title(held, between.say), lead, sections }.markdown(MOST)
}

/// What a status update tells of what is new: what is done, what was decided, which dates moved.
pub(super) fn news(between: Between) -> Vec<String> {
    let done = rest::done(between).lines.into_iter().map(|line| format!("Done: {line}"));
    let decided = decided::closed(between).map(|it| format!("Decided: {}.", escaped(it.what.as_str())));
    done.chain(decided).chain(dates::dates(between).lines).collect()
}

/// The parts of the minutes in the order in which they are read.
fn parts(between: Between) -> Vec<Section> {
    vec![
        decided::decided(between),
        decided::open(between),
        decided::actions(between),
        decided::refused(between),
        plan::frame(between),
        calendar::calendar(between),
        dates::dates(between),
        owners::owners(between),
        links::links(between),
        scores::scores(between),
        sorted::sorted(between),
        rest::done(between),
        rest::also(between),
    ]
}
