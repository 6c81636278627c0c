//! The sentence that asks a giver for a day: what we need, by when, and what a day more costs.

use super::super::scene::Scene;
use crate::board::{Date, Item};

/// The sentence about an external item, ready to be sent. `say` writes a day.
pub(super) fn ask(scene: &Scene, item: &Item, say: &dyn Fn(Date) -> String) -> String {
    let what = format!("*{}*", item.title);
    if let Some(on) = item.progress.finished() {
        return format!("We have {what} since {}; nothing is open.", say(on));
    }
    let Some(need) = need(scene, item) else {
        return format!("We do not plan with {what} at the moment.");
    };
    let late = item.promised.filter(|promised| *promised < scene.today);
    let prefix = late.map(|promised| format!("{what} was promised for {}. ", say(promised)));
    let suffix = match (item.promised, late) {
        (None, _) => " When can we have it?",
        (_, Some(_)) => " When can we have it now?",
        _ => "",
    };
    format!("{}{}{suffix}", prefix.unwrap_or_default(), sentence(scene, &what, &need, say))
}

/// When something is needed.
struct Need {
    /// The day that leaves the buffer whole.
    by: Option<Date>,
    /// The last day that moves nothing.
    last: Option<Date>,
    /// Working days that it comes after that, as it stands.
    late: i64,
    /// True where each day after that moves the finish of everything. Else another item decides that, and a day more
    /// is past a target or a deadline alone.
    decides: bool,
}

fn need(scene: &Scene, item: &Item) -> Option<Need> {
    let row = scene.row(item.id)?;
    let float = row.target_float?;
    let wanted = row.early_finish + float;
    let buffer = row.buffered_finish - row.early_finish;
    let decides = row.total_float.is_some_and(|total| total <= float.max(0));
    let days = scene.schedule.days();
    Some(Need { by: days.date(wanted - 1), last: days.date(wanted + buffer - 1), late: -float, decides })
}

fn sentence(scene: &Scene, what: &str, need: &Need, say: &dyn Fn(Date) -> String) -> String {
    let moved = match (scene.schedule.target(), scene.schedule.has_yardstick()) {
        (Some(_), _) => "our release",
        (None, true) => "our dates",
        (None, false) => "our finish",
    };
    let Some(last) = need.last else { return format!("We need {what}, but not before 9999.") };
    let past =
        if scene.schedule.target().is_some() { "past what the target allows" } else { "past a deadline" };
    let costs = if need.decides { format!("moves {moved} by a day") } else { format!("is {past}") };
    let (day, by) = (say(last), need.by.filter(|by| *by >= scene.today && *by < last));
    match (need.late, by) {
        (1.., _) if last < scene.today => {
            format!("We needed {what} by {day}: each day from now on {costs}.")
        }
        (late @ 1.., _) => {
            format!(
                "We need {what} by {day}: as it stands it comes {}.",
                too_late(late, need.decides, moved, past)
            )
        }
        (_, Some(by)) => format!("We need {what} by {}; after {day} each day {costs}.", say(by)),
        (_, None) => format!("We need {what} by {day}; after that each day {costs}."),
    }
}

fn too_late(late: i64, decides: bool, moved: &str, past: &str) -> String {
    match (late, decides) {
        (1, true) => format!("a day too late, and that moves {moved}"),
        (_, true) => format!("{late} days too late, and each of them moves {moved}"),
        (1, false) => format!("a day {past}"),
        (_, false) => format!("{late} days {past}"),
    }
}
