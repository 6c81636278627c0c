//! The strip of a meeting: which step is on, where in the agenda it stands, and what is left of its time.

use super::Page;
use crate::edit::{Agenda, Topic};

/// What is left of a step's time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeLeft {
    /// In words: "12:30 left", "2 min over", "24 h over".
    pub words: String,
    /// True where the step is over its time.
    pub over: bool,
}

/// What is left of the time of the step that is on.
pub fn time_left(agenda: &Agenda, now: u64) -> TimeLeft {
    let left = agenda.left(now);
    let seconds = left.unsigned_abs() / 1000;
    let (minutes, rest) = (seconds / 60, seconds % 60);
    let words = match (left < 0, minutes) {
        (false, _) => format!("{minutes}:{rest:02} left"),
        (true, 0) => "time is up".to_owned(),
        (true, 1..120) => format!("{minutes} min over"),
        (true, _) => format!("{} h over", minutes / 60),
    };
    TimeLeft { words, over: left < 0 }
}

/// "2 of 7": the place of the step that is on among those that are not left out.
pub fn place_words(agenda: &Agenda) -> String {
    let kept = agenda.steps.iter().enumerate().filter(|(at, step)| *at == agenda.at || !step.skipped);
    let before = kept.clone().filter(|(at, _)| *at <= agenda.at).count();
    format!("{before} of {}", kept.count())
}

/// What a screen reader hears when a step is come to.
pub fn step_words(agenda: &Agenda) -> String {
    let step = agenda.step().map(|step| format!("{}, {} minutes", step.name, step.minutes));
    format!("Step {}: {}", place_words(agenda), step.unwrap_or_default())
}

/// The page where the work of a step is done. Sorting is dealt as long as something is to be dealt.
pub const fn page_of(topic: Topic, to_sort: usize) -> Page {
    match topic {
        Topic::Goal => Page::Agenda,
        Topic::Cut => Page::Stack,
        Topic::Sort if to_sort > 0 => Page::Deal,
        Topic::Sort => Page::Matrix,
        Topic::Map => Page::Network,
        Topic::Owners => Page::Register,
        Topic::Compare => Page::Compare,
        Topic::Decide => Page::Decisions,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_is_told_in_words_before_and_after_it_is_up() {
        let agenda = Agenda::usual(0);
        let words = |seconds: u64| time_left(&agenda, seconds * 1000).words;
        assert_eq!(words(0), "5:00 left");
        assert_eq!(words(299), "0:01 left");
        assert_eq!(words(300), "0:00 left");
        assert_eq!(words(330), "time is up");
        assert_eq!(words(425), "2 min over");
        assert_eq!(words(300 + 24 * 3600), "24 h over");
        assert!(time_left(&agenda, 425_000).over);
    }

    #[test]
    fn a_place_counts_only_the_steps_that_are_held() {
        let agenda = Agenda::usual(0).come_to(1, 0).skip(0);
        assert_eq!(place_words(&agenda), "2 of 6");
        assert_eq!(step_words(&agenda), "Step 2 of 6: Map, 10 minutes");
    }

    #[test]
    fn sorting_is_dealt_until_nothing_is_left_to_sort() {
        assert_eq!(page_of(Topic::Sort, 3), Page::Deal);
        assert_eq!(page_of(Topic::Sort, 0), Page::Matrix);
    }
}
