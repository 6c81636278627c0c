//! What other tools call how far something is and how much it matters.
//!
//! A word that is not plainly one of these stays a tag: nothing is guessed.

use crate::board::Priority;

/// How far something is, as the name of a list or a status says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stage {
    /// Not begun.
    ToDo,
    /// Under way.
    Doing,
    /// Finished.
    Done,
    /// Closed without being done.
    Dropped,
}

const DROPPED: &[&str] =
    &["duplicate", "declined", "rejected", "wont do", "wont fix", "not planned", "cannot reproduce"];
const TO_DO: &[&str] = &["to do", "todo", "not started"];
/// With one of these the name is about what is to come or not the case.
const UNCLEAR: &[&str] =
    &["not", "to", "ready", "almost", "nearly", "definition", "backlog", "next", "waiting", "before", "when"];
const DONE: &[&str] = &[
    "done",
    "closed",
    "shipped",
    "complete",
    "completed",
    "finished",
    "released",
    "resolved",
    "deployed",
    "delivered",
];
const DOING: &[&str] = &[
    "doing",
    "wip",
    "ongoing",
    "underway",
    "review",
    "testing",
    "qa",
    "started",
    "in progress",
    "under way",
    "in development",
];

/// The stage that a list's or a status's name plainly says.
pub(super) fn stage(name: &str) -> Option<Stage> {
    let words = format!(" {} ", words(&name.replace(['\'', '’'], "")).join(" "));
    let says = |list: &[&str]| list.iter().any(|phrase| words.contains(&format!(" {phrase} ")));
    if says(DROPPED) {
        Some(Stage::Dropped)
    } else if TO_DO.contains(&words.trim()) {
        Some(Stage::ToDo)
    } else if says(UNCLEAR) {
        None
    } else if says(DONE) {
        Some(Stage::Done)
    } else {
        says(DOING).then_some(Stage::Doing)
    }
}

/// The words of a text in lower case, without what stands between them.
fn words(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// The priority that a tracker's word for it means.
pub(super) fn priority(word: &str) -> Option<Priority> {
    match word.trim().to_lowercase().as_str() {
        "p0" | "highest" | "blocker" | "critical" | "showstopper" => Some(Priority::P0),
        "p1" | "high" | "major" => Some(Priority::P1),
        "p2" | "medium" | "normal" => Some(Priority::P2),
        "p3" | "low" | "minor" => Some(Priority::P3),
        "p4" | "lowest" | "trivial" | "backlog" => Some(Priority::Backlog),
        _ => None,
    }
}

/// The priority that a label says: `P1`, `High`, `priority: high`, `High priority`.
pub(super) fn priority_label(label: &str) -> Option<Priority> {
    let words = words(label);
    match words.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["backlog"] => None,
        [word] | ["priority" | "prio", word] | [word, "priority" | "prio"] => priority(word),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_says_how_far_its_cards_are_only_where_it_is_plain() {
        for (name, meant) in [
            ("Done", Some(Stage::Done)),
            ("Done ✅", Some(Stage::Done)),
            ("DONE (Sprint 3)", Some(Stage::Done)),
            ("Shipped 2.1", Some(Stage::Done)),
            ("In Progress", Some(Stage::Doing)),
            ("Testing/Review", Some(Stage::Doing)),
            ("To-Do", Some(Stage::ToDo)),
            ("Todo", Some(Stage::ToDo)),
            ("Won't Do", Some(Stage::Dropped)),
            ("Definition of Done", None),
            ("Ready for review", None),
            ("To be done next", None),
            ("QA backlog", None),
            ("Not done", None),
            ("Product Backlog", None),
            ("Issues", None),
            ("完了", None),
            ("", None),
        ] {
            assert_eq!(stage(name), meant, "{name}");
        }
    }

    #[test]
    fn a_label_is_a_priority_only_where_it_is_plain() {
        for (label, meant) in [
            ("P0", Some(Priority::P0)),
            ("priority: high", Some(Priority::P1)),
            ("Priority/Medium", Some(Priority::P2)),
            ("Low priority", Some(Priority::P3)),
            ("high", Some(Priority::P1)),
            ("high latency", None),
            ("P5", None),
            ("backlog", None),
            ("bug", None),
        ] {
            assert_eq!(priority_label(label), meant, "{label}");
        }
    }
}
