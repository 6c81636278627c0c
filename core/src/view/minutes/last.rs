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
        // Seen from now: what was added to a step since, such as a reason, is told with it.
        if let Some(sentence) = sentence(&before, &document.board, now.today, say) {
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
    let first = new.lines.first()?;
    let line = plain(first);
    let told = match new.head {
        "Said no to" => refusal(first).unwrap_or(line),
        "Actions" => match line.strip_prefix("Nobody yet: ") {
            Some(what) => format!("Action that nobody has taken yet: {what}"),
            None => line,
        },
        head @ ("Decided" | "Done" | "Still to decide") => format!("{head}: {line}"),
        _ => line,
    };
    let finish = then.schedule.shift_to(&now.schedule);
    let moved = if finish == 0 {
        String::new()
    } else {
        plan::standing(&now, say).map(|now| format!(" The finish is {now}.")).unwrap_or_default()
    };
    Some(format!("{told}{moved}"))
}

/// "**Not now** (Ana): 'A' and 'B'." as "Said no to 'A' and 'B': Not now."
fn refusal(line: &str) -> Option<String> {
    let (reason, rest) = line.strip_prefix("**")?.split_once("**")?;
    let (_, titles) = rest.split_once(": ")?;
    Some(format!("Said no to {}: {}.", plain(titles.trim_end_matches('.')), plain(reason)))
}
