//! The story of an item's dates in sentences: when it starts and ends, what binds that, what there is to spare, and
//! what would change it.

mod because;

use super::scene::Scene;
use crate::board::{Date, Item, ItemId, Progress, Quadrant, gathered};
use crate::schedule::{Cause, Criticality, Handoff, HandoffState, Release, Row, Why};
use std::collections::BTreeSet;

use because::because;

/// One sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Its words.
    pub text: String,
    /// True where it says that something is late or wrong.
    pub alarm: bool,
}

/// Writes a day.
type Say<'a> = &'a dyn Fn(Date) -> String;

/// The story of an item; nothing for an item that is not in the plan.
pub fn story(scene: &Scene, id: ItemId, say: Say) -> Vec<Sentence> {
    let (Some(item), Some(row)) = (scene.item(id), scene.row(id)) else { return Vec::new() };
    let Some(why) = scene.schedule.why(&scene.board, id) else { return Vec::new() };
    let mut told = vec![plain(span(scene, item, &row, &why, say))];
    if row.is_guess && !row.is_done {
        let days = counted(i64::from(scene.board.about.planning.guess.get()));
        told.push(plain(format!("Nobody has said how long it takes; {days} are assumed.")));
    }
    told.extend(spare(scene, item, &row));
    told.extend(release(scene, item, &row));
    if let Some(handoff) = scene.schedule.handoff(&scene.board, id).filter(|_| item.kind.is_external()) {
        told.extend(promise(scene, item, &handoff, &why, say));
    }
    told.extend(contradictions(scene, item, &why));
    told
}

fn plain(text: String) -> Sentence {
    Sentence { text, alarm: false }
}

fn alarm(text: String) -> Sentence {
    Sentence { text, alarm: true }
}

/// `1 day`, `3 days`.
pub fn counted(days: i64) -> String {
    if days == 1 { "1 day".to_owned() } else { format!("{days} days") }
}

fn day(date: Option<Date>, say: Say) -> String {
    date.map_or_else(|| "after 9999".to_owned(), say)
}

fn titled(scene: &Scene, id: ItemId) -> String {
    scene.item(id).map_or_else(|| "an item".to_owned(), |item| format!("'{}'", item.title))
}

/// The first sentence alone: when it starts and ends, and why.
pub(in crate::view) fn when(scene: &Scene, id: ItemId, say: Say) -> Option<String> {
    let why = scene.schedule.why(&scene.board, id)?;
    Some(span(scene, scene.item(id)?, &scene.row(id)?, &why, say))
}

/// When it starts and ends, and why.
fn span(scene: &Scene, item: &Item, row: &Row, why: &Why, say: Say) -> String {
    let (start, finish) = (day(row.start, say), day(row.finish, say));
    match item.progress {
        Progress::Done { on, .. } if item.kind.is_external() => format!("Delivered {}.", say(on)),
        Progress::Done { on, .. } => format!("Done {}.", say(on)),
        Progress::Started { on, .. } => {
            format!("Started {}, ends {finish}{}.", say(on), because(scene, item, why.finish, say))
        }
        Progress::NotStarted if item.kind.is_external() && item.promised.is_some() => {
            format!("Comes {finish}{}.", because(scene, item, why.finish, say))
        }
        Progress::NotStarted => {
            let cause = if why.start == Cause::Span { why.finish } else { why.start };
            let because = because(scene, item, cause, say);
            if row.early_finish == row.early_start {
                format!("Is reached {finish}{because}.")
            } else if start == finish {
                format!("Is done on {start}{because}.")
            } else {
                format!("Starts {start}{because}; ends {finish}.")
            }
        }
    }
}

/// What there is to spare.
fn spare(scene: &Scene, item: &Item, row: &Row) -> Option<Sentence> {
    let total = row.total_float?;
    let free = row.free_float.unwrap_or_default();
    Some(match (row.criticality, total) {
        (Criticality::Critical, 0) if scene.schedule.finish() == Some(row.buffered_finish) => {
            plain("Critical: it ends with the plan.".to_owned())
        }
        (Criticality::Critical, 0) => plain("Critical: no day to spare.".to_owned()),
        (Criticality::Critical, _) => alarm(format!(
            "{} late for {}.",
            counted(-total),
            if item.due().is_some() { "its deadline" } else { "a deadline behind it" }
        )),
        (_, total) if free == 0 => {
            plain(format!("{} to spare, but what follows moves with it.", counted(total)))
        }
        (_, total) if free < total && free > 0 => {
            plain(format!("{} to spare; {} before something else moves.", counted(total), counted(free)))
        }
        (_, total) => plain(format!("{} to spare before the finish moves.", counted(total))),
    })
}

/// What would take a critical item off the path.
fn release(scene: &Scene, item: &Item, row: &Row) -> Option<Sentence> {
    if row.criticality != Criticality::Critical {
        return None;
    }
    let how = if item.promised.is_some() && item.kind.is_external() { "earlier" } else { "shorter" };
    let text = match scene.schedule.release(&scene.board, item.id)? {
        Release::Never { saves: 0 } => "Making it shorter gains nothing by itself.".to_owned(),
        Release::Never { saves } => {
            format!(
                "It stays on the path however short it is; the finish comes at most {} earlier.",
                counted(saves)
            )
        }
        Release::Shorter { days, then, .. } => {
            let takes_over: Vec<String> = then.iter().map(|id| titled(scene, *id)).collect();
            let shown = match takes_over.as_slice() {
                [first, .., last] if takes_over.len() > 3 => format!("{first} → … → {last}"),
                all => all.join(" → "),
            };
            let then =
                if shown.is_empty() { String::new() } else { format!("; then {shown} decides the finish") };
            format!("{} {how}, and it is off the path{then}.", counted(days))
        }
    };
    Some(plain(text))
}

/// What there is to say of a promise from outside.
fn promise(scene: &Scene, item: &Item, handoff: &Handoff, why: &Why, say: Say) -> Vec<Sentence> {
    if handoff.state == HandoffState::Delivered {
        return Vec::new();
    }
    let mut told = Vec::new();
    if handoff.is_overdue {
        told.push(alarm("The promised day is over: ask for a new date.".to_owned()));
    } else if why.is_past_promise {
        told.push(alarm(format!("The promise cannot hold{}.", because(scene, item, why.finish, say))));
    }
    if item.promised.is_none() {
        let asked = item.requested.map(|on| format!("Asked {}, no date yet.", say(on)));
        told.push(alarm(asked.unwrap_or_else(|| "Nobody has been asked yet.".to_owned())));
    }
    if handoff.buffer > 0 {
        let used = if handoff.used > 0 {
            format!(" ({} of {} used)", handoff.used, handoff.buffer)
        } else {
            String::new()
        };
        told.push(plain(format!("Plan on {}, with the buffer{used}.", day(handoff.buffer_date, say))));
    }
    if let Some(gap) = handoff.gap.filter(|_| scene.schedule.has_yardstick()) {
        let held = if scene.schedule.target().is_some() { " for the target" } else { "" };
        let needed = format!("Needed by {}{held}", day(handoff.needed_by, say));
        told.push(match gap {
            ..0 => alarm(format!("{needed}: {} late.", counted(-gap))),
            0 => plain(format!("{needed}: on the day.")),
            _ => plain(format!("{needed}: {} to spare.", counted(gap))),
        });
    }
    told
}

/// What does not fit together.
fn contradictions(scene: &Scene, item: &Item, why: &Why) -> Vec<Sentence> {
    let early = why
        .out_of_sequence
        .iter()
        .map(|key| alarm(format!("It was started before {} allowed it.", titled(scene, key.predecessor))));
    let waits: BTreeSet<ItemId> = gathered(scene.board.waits_for(item.id).map(|link| link.key.predecessor));
    let refused = waits
        .into_iter()
        .filter_map(|id| scene.item(id))
        .filter(|other| other.trashed.is_none() && other.quadrant() == Some(Quadrant::Eliminate));
    let refused = refused.map(|other| alarm(format!("It waits for '{}', which was refused.", other.title)));
    early.chain(refused).collect()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::board::BoardId;
    use crate::example::example;

    fn told(title: &str) -> Vec<String> {
        let today = Date::new(2026, 3, 2).unwrap();
        let board = Arc::new(example(BoardId::new(uuid::Uuid::nil()), today));
        let id = board.live().iter().find(|item| item.title.as_str().starts_with(title)).unwrap().id;
        let scene = Scene::of(board, today);
        story(&scene, id, &|date| date.to_string()).into_iter().map(|sentence| sentence.text).collect()
    }

    #[test]
    fn a_start_is_told_with_the_promise_and_the_buffer_that_bind_it() {
        let told = told("Contract tests");
        assert_eq!(
            told[0],
            "Starts 2026-03-12 because 'Sandbox tenants that know Orders v2' from Identity team is promised for \
             2026-03-10 with 1 day of buffer; ends 2026-03-17."
        );
        assert_eq!(told[1], "Critical: no day to spare.");
    }

    #[test]
    fn a_promise_is_told_with_its_buffer_and_the_day_it_is_needed() {
        assert_eq!(
            told("Sandbox tenants"),
            [
                "Comes 2026-03-10, as promised.",
                "Critical: no day to spare.",
                "2 days earlier, and it is off the path; then 'Publish the API contract for Orders v2' → … → 'Switch \
                 v1 off' decides the finish.",
                "Plan on 2026-03-11, with the buffer (2 of 3 used).",
                "Needed by 2026-03-06 for the target: 3 days late.",
            ]
        );
    }

    #[test]
    fn what_nobody_has_promised_says_so() {
        assert_eq!(
            told("Rates API"),
            [
                "Starts 2026-03-02, today at the earliest; ends 2026-03-06.",
                "11 days to spare, but what follows moves with it.",
                "Asked 2026-02-23, no date yet.",
                "Plan on 2026-03-09, with the buffer.",
                "Needed by 2026-03-19 for the target: 8 days to spare.",
            ]
        );
    }

    #[test]
    fn a_promise_that_is_over_is_not_told_as_kept_on_a_weekend_either() {
        let friday = Date::new(2026, 3, 6).unwrap();
        let mut board = example(BoardId::new(uuid::Uuid::nil()), friday);
        let id = board.live().iter().find(|item| item.title.as_str().starts_with("Rates API")).unwrap().id;
        let mut late = board.item(id).unwrap().clone();
        (late.promised, late.agreed) = (Some(friday), Some(friday));
        board.items.insert(id, Arc::new(late));
        let scene = Scene::of(Arc::new(board), friday.plus_days(1).unwrap());
        let told = story(&scene, id, &|date| date.to_string());
        assert_eq!(
            told[0].text,
            "Comes 2026-03-06 at the earliest: it was promised for 2026-03-06 and has not come."
        );
    }

    #[test]
    fn what_is_not_in_the_plan_has_no_story() {
        assert_eq!(told("Half of the alerts"), [""; 0]);
    }
}
