//! The last thing that was recorded, as one sentence.

use std::sync::Arc;

use super::between::Between;
use super::rich::plain;
use super::{parts, plan};
use crate::board::Date;
use crate::edit::{Change, Document};
use crate::view::Scene;

/// How many steps back something is looked for that is worth a sentence.
const BACK: usize = 5;
/// The parts of the minutes in the order in which one of them speaks for a change.
type Say<'a> = &'a dyn Fn(Date) -> String;

/// The last thing that was done in the meeting that goes on and not undone, in one sentence as plain words. `None`
/// before there is one. What the minutes do not tell, such as another order, is not told here either.
pub fn last_recorded(document: &Document, now: &Scene, say: Say) -> Option<String> {
    let meeting = document.meeting.as_ref()?;
    let start = meeting.past.board(&document.board);
    let changes: Vec<&Change> = document.history.done().collect();
    let mut after = Arc::clone(&document.board);
    for change in changes.iter().rev().take(BACK) {
        if *after == start {
            return None;
        }
        let mut before = (*after).clone();
        if !change.reversed().apply(&mut before) {
            return None;
        }
        let before = Arc::new(before);
        if let Some(sentence) = sentence(&before, &after, now.today, say) {
            return Some(sentence);
        }
        after = before;
    }
    None
}

fn sentence(
    before: &Arc<crate::board::Board>,
    after: &Arc<crate::board::Board>,
    today: Date,
    say: Say,
) -> Option<String> {
    let (then, now) = (Scene::of(Arc::clone(before), today), Scene::of(Arc::clone(after), today));
    let between = Between { then: &then, now: &now, say };
    let new = parts(between).into_iter().find(|section| !section.lines.is_empty())?;
    let line = plain(new.lines.first()?);
    let lead = match new.head {
        head @ ("Decided" | "Said no to" | "Done" | "Still to decide") => format!("{head}: "),
        _ => String::new(),
    };
    let finish = then.schedule.shift_to(&now.schedule);
    let moved = if finish == 0 {
        String::new()
    } else {
        plan::standing(&now, say).map(|now| format!(" The finish is {now}.")).unwrap_or_default()
    };
    Some(format!("{lead}{line}{moved}"))
}
