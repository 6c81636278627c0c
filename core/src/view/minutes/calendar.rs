//! What the minutes say of the calendar: what is new of it, and what that moved by itself.

use std::sync::Arc;

use super::between::{Between, later, listed, number};
use super::text::Section;
use crate::board::{DaysOff, Item, Weekdays};
use crate::exchange::markdown_escaped as escaped;
use crate::view::Scene;

/// How many days off a line names.
const NAMED: usize = 4;

/// What is new of the calendar, in one line.
pub(super) fn calendar(between: Between) -> Section {
    let (then, now) = (&between.then.board.about.calendar, &between.now.board.about.calendar);
    let mut said = Vec::new();
    if now.weekdays != then.weekdays {
        said.push(format!("Working days are {} instead of {}.", week(now.weekdays), week(then.weekdays)));
    }
    match (then.start, now.start) {
        (was, Some(start)) if was != Some(start) => {
            let was = was.map(|was| format!(" instead of {}", (between.say)(was))).unwrap_or_default();
            said.push(format!("The plan starts on {}{was}.", (between.say)(start)));
        }
        (Some(was), None) => {
            said.push(format!("The plan has no first day any more; it was {}.", (between.say)(was)));
        }
        _ => {}
    }
    said.extend(days(between, "No work on", &now.days_off, &then.days_off));
    said.extend(days(between, "Work again on", &then.days_off, &now.days_off));
    if said.is_empty() {
        return Section::default();
    }
    said.push(moved(between));
    Section::of("Calendar", vec![said.join(" ")])
}

/// Days off of one list that are not in the other.
fn days(between: Between, what: &str, of: &[DaysOff], other: &[DaysOff]) -> Option<String> {
    let is_same = |a: &DaysOff, b: &DaysOff| (a.first(), a.last()) == (b.first(), b.last());
    let new = of.iter().filter(|off| !other.iter().any(|known| is_same(off, known)));
    let words = |off: &DaysOff| {
        let (first, last) = ((between.say)(off.first()), (between.say)(off.last()));
        let name = Some(off.name.trim()).filter(|name| !name.is_empty());
        let name = name.map(|name| format!(" ({})", escaped(name))).unwrap_or_default();
        if first == last { format!("{first}{name}") } else { format!("{first} to {last}{name}") }
    };
    let new: Vec<String> = new.map(words).collect();
    (!new.is_empty()).then(|| format!("{what} {}.", listed(&new, NAMED)))
}

/// "Mon to Fri", "Mon, Wed and Thu".
fn week(days: Weekdays) -> String {
    let worked: Vec<usize> = days.days().collect();
    match worked[..] {
        [first, .., last] if worked.len() > 2 && last - first + 1 == worked.len() => {
            format!("{} to {}", Weekdays::SHOWN[first], Weekdays::SHOWN[last])
        }
        _ => listed(
            &worked.iter().map(|day| Weekdays::SHOWN[*day].to_owned()).collect::<Vec<_>>(),
            worked.len(),
        ),
    }
}

/// What the plan as it is would be by the calendar as it was, against what it is.
fn moved(between: Between) -> String {
    let now = between.now;
    let mut board = (*now.board).clone();
    board.about.calendar = between.then.board.about.calendar.clone();
    let without = Scene::of(Arc::new(board), now.today);
    let dates = |scene: &Scene, item: &Item| scene.row(item.id).map(|row| (row.start, row.finish));
    let moves = |item: &&Arc<Item>| !item.progress.is_done() && dates(&without, item) != dates(now, item);
    let items = now.live().iter().filter(moves).count();
    let finish = match later(without.schedule.shift_to(&now.schedule)) {
        stays if stays.is_empty() => "the finish stays".to_owned(),
        days => format!("the finish is {days}"),
    };
    if items == 0 {
        "That moves nothing.".to_owned()
    } else {
        format!("That moves {}; {finish}.", number(items, "item", "items"))
    }
}
