//! What binds a date, as the end of a sentence.

use super::super::scene::Scene;
use super::{Say, counted, day, titled};
use crate::board::{Item, LinkKey, LinkKind, Progress};
use crate::schedule::Cause;

/// What binds a date, as the end of a sentence.
pub(super) fn because(scene: &Scene, item: &Item, cause: Cause, say: Say) -> String {
    match cause {
        Cause::Link(key) => format!(" because {}", linked(scene, key, say)),
        // On a weekend the promise itself may still bind: it is over all the same.
        Cause::Promise(date) if date >= scene.today => ", as promised".to_owned(),
        Cause::Promise(date) | Cause::Overdue(date) => {
            format!(" at the earliest: it was promised for {} and has not come", say(date))
        }
        Cause::NotBefore(date) => {
            let off = scene.board.about.calendar.why_off(date);
            format!(" because it is not to start before {}{}", say(date), off.map_or(String::new(), free))
        }
        Cause::Today(_) => ", today at the earliest".to_owned(),
        Cause::PlanStart => ", with the plan".to_owned(),
        Cause::Remaining => match item.progress {
            Progress::Started { remaining: Some(left), .. } => {
                format!(": {} are left", counted(i64::from(left.get())))
            }
            _ => String::new(),
        },
        Cause::Fact(_) | Cause::Duration | Cause::Span => String::new(),
    }
}

fn free(name: &str) -> String {
    if name.is_empty() { ", which is no working day".to_owned() } else { format!(" ({name})") }
}

/// What a link says: the predecessor, when it ends or starts, and how many days lie between.
fn linked(scene: &Scene, key: LinkKey, say: Say) -> String {
    let before = titled(scene, key.predecessor);
    let (Some(item), Some(row)) = (scene.item(key.predecessor), scene.row(key.predecessor)) else {
        return before;
    };
    let lag = scene.board.links.get(&key).map_or(0, |lag| i64::from(lag.get()));
    let lag = match lag {
        0 => String::new(),
        1.. => format!(" and {} must pass", counted(lag)),
        _ => format!(", less {}", counted(-lag)),
    };
    let giver = item.responsible.filter(|_| item.kind.is_external()).and_then(|id| scene.board.person(id));
    let from = giver.map(|giver| format!(" from {}", giver.name)).unwrap_or_default();
    let buffer = row.buffered_finish - row.early_finish;
    let buffer = if buffer > 0 { format!(" with {} of buffer", counted(buffer)) } else { String::new() };
    match key.kind {
        LinkKind::FinishToStart | LinkKind::FinishToFinish => {
            let verb = match (item.progress, item.promised) {
                (Progress::Done { .. }, _) => "was done",
                (_, Some(_)) if item.kind.is_external() => "is promised for",
                _ => "ends",
            };
            let also = if key.kind == LinkKind::FinishToFinish { "it cannot end before: " } else { "" };
            format!("{also}{before}{from} {verb} {}{buffer}{lag}", day(row.finish, say))
        }
        LinkKind::StartToStart => format!("{before}{from} starts {}{lag}", day(row.start, say)),
        LinkKind::StartToFinish => {
            format!("it cannot end before {before}{from} starts {}{lag}", day(row.start, say))
        }
    }
}
