//! A board's handoffs, deadlines and actions as a calendar (RFC 5545): days that a person wants to see beside their meetings.
//!
//! Absent on purpose: work itself, which is planned here and not in a calendar, and what is done.

use super::moment::utc_day;
use crate::board::{ActionItem, Board, Date, Item, ItemId, PersonId};
use crate::schedule::Schedule;

/// The most octets of a line, its break not counted.
const LINE: usize = 75;
const DAY_MS: u64 = 86_400_000;

/// The calendar: promises, buffer dates and needed-by dates of what comes from outside, the days on which others need
/// ours, deadlines, the target, and the open actions with a date. `now` is in milliseconds since 1970 (UTC).
pub fn write_ics(board: &Board, schedule: &Schedule, now: u64) -> String {
    let mut out = Calendar { text: String::new(), stamp: stamp(now) };
    for line in ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Unblock//Unblock//EN", "CALSCALE:GREGORIAN"] {
        out.line(line);
    }
    out.line(&format!("X-WR-CALNAME:{}", escaped(board.about.name.as_str())));
    if let Some(target) = board.about.target {
        let words = format!("Target: {}", board.about.name);
        out.event(&format!("{}-target", board.id), target, &words, &board.about.goal);
    }
    for item in board.live() {
        if schedule.contains(item.id) && !item.progress.is_done() {
            out.item(board, schedule, item);
        }
    }
    for action in board.actions.values().filter(|action| action.done.is_none()) {
        out.action(board, action);
    }
    out.line("END:VCALENDAR");
    out.text
}

struct Calendar {
    text: String,
    stamp: String,
}

impl Calendar {
    fn item(&mut self, board: &Board, schedule: &Schedule, item: &Item) {
        let about = about(board, item);
        if item.kind.is_external() {
            let handoff = schedule.handoff(board, item.id);
            let days = [
                ("promised", "Promised", item.promised),
                ("buffer", "Plan on", handoff.and_then(|handoff| handoff.buffer_date)),
                ("needed", "Needed by", handoff.and_then(|handoff| handoff.needed_by)),
            ];
            for (kind, words, date) in days {
                self.day(item.id, kind, date, &format!("{words}: {}", item.title), &about);
            }
        }
        for (nth, awaited) in item.awaited_by.iter().enumerate() {
            let words = format!("{} needs: {}", awaited.who, item.title);
            self.day(item.id, &format!("awaited-{nth}"), Some(awaited.by), &words, &about);
        }
        self.day(item.id, "deadline", item.deadline, &format!("Deadline: {}", item.title), &about);
    }

    fn action(&mut self, board: &Board, action: &ActionItem) {
        let Some(due) = action.due else { return };
        let who = action.owner.and_then(|id| board.person(id)).map(|person| format!("{}: ", person.name));
        let serves = action.item.and_then(|id| board.item(id)).map(|item| item.title.to_string());
        let words = format!("{}{}", who.unwrap_or_default(), action.what);
        self.event(&format!("{}-action", action.id), due, &words, &serves.unwrap_or_default());
    }

    fn day(&mut self, item: ItemId, kind: &str, date: Option<Date>, words: &str, about: &str) {
        if let Some(date) = date {
            self.event(&format!("{item}-{kind}"), date, words, about);
        }
    }

    /// One day. It takes no time: nobody is busy because of it.
    fn event(&mut self, uid: &str, date: Date, words: &str, about: &str) {
        self.line("BEGIN:VEVENT");
        self.line(&format!("UID:{uid}@unblock"));
        let stamp = format!("DTSTAMP:{}", self.stamp);
        self.line(&stamp);
        self.line(&format!("DTSTART;VALUE=DATE:{}", compact(date)));
        self.line(&format!("SUMMARY:{}", escaped(words)));
        if !about.trim().is_empty() {
            self.line(&format!("DESCRIPTION:{}", escaped(about)));
        }
        self.line("TRANSP:TRANSPARENT");
        self.line("END:VEVENT");
    }

    /// A line, folded where it is too long, and never within a letter.
    fn line(&mut self, line: &str) {
        let mut room = LINE;
        for letter in line.chars() {
            if letter.len_utf8() > room {
                self.text.push_str("\r\n ");
                room = LINE - 1;
            }
            self.text.push(letter);
            room -= letter.len_utf8();
        }
        self.text.push_str("\r\n");
    }
}

/// Who gives it, who chases it, and the notes.
fn about(board: &Board, item: &Item) -> String {
    let name = |id: Option<PersonId>| id.and_then(|id| board.person(id)).map(|person| person.name.as_str());
    let (does, owns) =
        if item.kind.is_external() { ("From", "chased by") } else { ("Done by", "answered for by") };
    let others = item.accountable.filter(|_| item.accountable != item.responsible);
    let who = name(item.responsible).map(|who| format!("{does} {who}"));
    let parts: Vec<String> = who.into_iter().chain(name(others).map(|who| format!("{owns} {who}"))).collect();
    [parts.join(", "), item.notes.trim().to_owned()]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<String>>()
        .join("\n")
}

/// `20260312`.
fn compact(date: Date) -> String {
    date.to_string().chars().filter(|c| *c != '-').collect()
}

/// `20260312T140500Z`.
fn stamp(now: u64) -> String {
    let seconds = now % DAY_MS / 1000;
    let (hours, minutes) = (seconds / 3600, seconds / 60 % 60);
    let day = i64::try_from(now).ok().and_then(utc_day).map(compact).unwrap_or_default();
    format!("{day}T{hours:02}{minutes:02}{:02}Z", seconds % 60)
}

/// Text in which nothing is a sign of the format.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => out.extend(['\\', letter]),
            '\n' => out.push_str("\\n"),
            letter if letter.is_control() => {}
            letter => out.push(letter),
        }
    }
    out
}
