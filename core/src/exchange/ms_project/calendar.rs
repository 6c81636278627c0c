//! The project's calendar: its start, its weekdays, its days off by name.
//!
//! A board has one calendar of whole days. Calendars of tasks and resources, hours, alternate weeks and days that
//! are worked by way of exception are named as left out.

use std::collections::BTreeSet;

use chrono::Datelike;

use super::super::note::{NoteKind, Notes, Place, cut};
use super::xml::Element;
use crate::board::{Calendar, Date, DaysOff, Weekdays, gathered};

/// A calendar may rest on another, and that on a third.
const MAX_BASES: usize = 5;
/// No holiday is repeated for longer than this.
const MAX_YEARS: i32 = 100;

/// The calendar of a project, as far as a board can hold it.
pub(super) fn calendar(root: &Element, notes: &mut Notes) -> Calendar {
    let all: Vec<&Element> = root.list("Calendars", "Calendar").collect();
    let mut chain: Vec<&Element> = Vec::new();
    let mut uid = root.text("CalendarUID");
    while let Some(next) = all.iter().find(|calendar| calendar.text("UID") == uid)
        && chain.len() < MAX_BASES
    {
        chain.push(next);
        uid = next.text("BaseCalendarUID");
    }
    let mut days = [true, true, true, true, true, false, false];
    let mut days_off: Vec<DaysOff> = Vec::new();
    // The base first: what rests on it says what is different.
    for calendar in chain.iter().rev() {
        for day in calendar.list("WeekDays", "WeekDay") {
            // Sunday is 1.
            let place = day.number("DayType").and_then(|n| usize::try_from(n + 5).ok());
            if let Some(works) = place.filter(|n| *n > 5).and_then(|n| days.get_mut(n % 7)) {
                *works = day.is("DayWorking");
            }
        }
        for exception in calendar.list("Exceptions", "Exception") {
            take(exception, &mut days_off, notes);
        }
        // Old files have their exceptions among the weekdays, newer ones have them twice.
        for exception in calendar.list("WeekDays", "WeekDay").filter(|day| day.text("DayType") == "0") {
            take(exception, &mut days_off, notes);
        }
    }
    say_others(&all, &chain, notes);
    let worked = days.iter().enumerate().filter(|(_, works)| **works).map(|(place, _)| place);
    Calendar { start: root.day("StartDate"), weekdays: Weekdays::of(worked).unwrap_or_default(), days_off }
}

/// Takes a day off or a range of them; one that is repeated otherwise than day by day or year by year, or that is
/// worked, is said.
fn take(exception: &Element, days_off: &mut Vec<DaysOff>, notes: &mut Notes) {
    let name = cut(exception.text("Name"));
    let place = || Some(Place::Path("calendar".to_owned()));
    let period = exception.child("TimePeriod");
    let day = |end| period.and_then(|period| period.day(end));
    let (Some(from), Some(to)) = (day("FromDate"), day("ToDate")) else { return };
    if exception.is("DayWorking") {
        let said = format!("working times by way of exception, '{name}' from {from} to {to}, were left out");
        return notes.say(NoteKind::LeftOut, place(), said);
    }
    let once = exception.number("Occurrences").is_none_or(|times| times <= 1);
    let found = match exception.number("Type").unwrap_or(1) {
        1 => vec![(from, to)],
        2 => yearly(exception, from, to),
        _ if once && from == to => vec![(from, to)],
        _ => {
            let said = format!("the day off '{name}' is repeated from {from} to {to} and was left out");
            return notes.say(NoteKind::LeftOut, place(), said);
        }
    };
    for (from, to) in found {
        if !days_off.iter().any(|off| off.from == from && off.to == to) {
            days_off.push(DaysOff { name: name.clone(), from, to });
        }
    }
}

/// The same day of each year; MS Project counts months from 0.
fn yearly(exception: &Element, from: Date, to: Date) -> Vec<(Date, Date)> {
    let year = |date: Date| date.naive().year();
    let number = |name| exception.number(name).and_then(|n| u32::try_from(n).ok());
    let (Some(month), Some(day)) = (number("Month"), number("MonthDay")) else { return vec![(from, from)] };
    let years = year(from)..=year(to).min(year(from) + MAX_YEARS);
    let days = years.filter_map(|year| Date::new(year, month.checked_add(1)?, day));
    days.filter(|day| (from..=to).contains(day)).map(|day| (day, day)).collect()
}

/// Names the calendars that say something of their own and are not the project's.
fn say_others(all: &[&Element], chain: &[&Element], notes: &mut Notes) {
    let own = |calendar: &&&Element| {
        calendar.list("WeekDays", "WeekDay").next().is_some()
            || calendar.list("Exceptions", "Exception").next().is_some()
    };
    let used: BTreeSet<&str> = gathered(chain.iter().map(|calendar| calendar.text("UID")));
    let others = all.iter().filter(|calendar| !used.contains(calendar.text("UID"))).filter(own);
    let names: Vec<String> = others.map(|calendar| format!("'{}'", cut(calendar.text("Name")))).collect();
    if !names.is_empty() {
        let said = format!("a board has one calendar; others were left out: {}", cut(&names.join(", ")));
        notes.say(NoteKind::LeftOut, None, said);
    }
}
