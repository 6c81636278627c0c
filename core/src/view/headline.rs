//! The headline: the one thing the room must know, and phrases that each pick out the items they speak of.

use super::filter::{Filter, Flag, has};
use super::scene::Scene;
use super::story::counted as days;
use crate::board::{Date, Item};

/// A phrase that filters when it is chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// Its words, such as "3 unowned".
    pub text: String,
    /// What it picks out.
    pub filter: Filter,
    /// True where it says that something is late or wrong.
    pub alarm: bool,
}

/// What the headline says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Headline {
    /// The one thing: the finish, where there is a plan.
    pub main: String,
    /// The rest, the most pressing first.
    pub phrases: Vec<Phrase>,
}

/// The headline of a board; `say` writes a day.
pub fn headline(scene: &Scene, say: &dyn Fn(Date) -> String) -> Headline {
    let live: Vec<&Item> =
        scene.board.items.values().map(AsRef::as_ref).filter(|i| i.trashed.is_none()).collect();
    let count = |flag: Flag| live.iter().filter(|item| has(scene, item, flag)).count();
    let critical = scene.schedule.critical().filter_map(|id| scene.item(id));
    let critical = critical.filter(|item| has(scene, item, Flag::Critical)).count();
    let (done, unsorted) = (count(Flag::Done), count(Flag::Unsorted));
    let all = [
        // Where it is the one thing, it is not said twice.
        (
            if scene.schedule.finish().is_some() { unsorted } else { 0 },
            "to sort",
            picks(Flag::Unsorted),
            false,
        ),
        (count(Flag::Late), "past their date", picks(Flag::Late), true),
        (critical, "critical", picks(Flag::Critical), false),
        (count(Flag::Unowned), "unowned", picks(Flag::Unowned), false),
        (count(Flag::NobodyAnswers), "nobody answers for", picks(Flag::NobodyAnswers), false),
        (count(Flag::NobodyDoes), "nobody does", picks(Flag::NobodyDoes), false),
        (count(Flag::AtRisk), "at risk", picks(Flag::AtRisk), true),
        (count(Flag::Guess), "guesses", picks(Flag::Guess), false),
        (done, "done", picks(Flag::Done), false),
    ];
    let phrases = all.into_iter().filter(|(n, ..)| *n > 0);
    let phrases = phrases.map(|(n, words, filter, alarm)| Phrase { text: counted(n, words), filter, alarm });
    let finish = scene.schedule.finish_date().filter(|_| done < live.len());
    Headline {
        main: main(scene, live.len(), live.len() - done, unsorted, finish.map(say)),
        phrases: against_target(scene).into_iter().chain(phrases).collect(),
    }
}

fn picks(flag: Flag) -> Filter {
    Filter { flag: Some(flag), ..Filter::default() }
}

fn counted(n: usize, words: &str) -> String {
    match (n, words) {
        (1, "at risk") => "1 handoff at risk".to_owned(),
        (_, "at risk") => format!("{n} handoffs at risk"),
        (1, "guesses") => "1 guess".to_owned(),
        (1, "past their date") => "1 past its date".to_owned(),
        _ => format!("{n} {words}"),
    }
}

/// How the finish stands against the target.
fn against_target(scene: &Scene) -> Option<Phrase> {
    let past = scene.schedule.past_target()?;
    let text = match past {
        0 => "on target".to_owned(),
        1.. => format!("{} past target", days(past)),
        _ => format!("{} before target", days(-past)),
    };
    Some(Phrase {
        text,
        filter: picks(if past > 0 { Flag::PastTarget } else { Flag::Critical }),
        alarm: past > 0,
    })
}

fn main(scene: &Scene, all: usize, open: usize, unsorted: usize, finish: Option<String>) -> String {
    match (all, open, scene.schedule.finish()) {
        (0, ..) => "Nothing here yet".to_owned(),
        (_, 0, _) => "Everything is done".to_owned(),
        // What is left was said no to.
        (_, _, None) if unsorted == 0 => "Nothing left to do".to_owned(),
        (_, _, None) => format!("{unsorted} to sort"),
        (.., Some(_)) => format!("Done {}", finish.unwrap_or_else(|| "after 9999".to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::board::Answer;
    use crate::example;

    fn said(change: impl FnOnce(&mut crate::board::Board)) -> Headline {
        let today = Date::new(2026, 3, 2).unwrap();
        let mut board = example::example(crate::board::BoardId::new(uuid::Uuid::nil()), today);
        change(&mut board);
        headline(&Scene::of(Arc::new(board), today), &|date| date.to_string())
    }

    fn phrases(headline: &Headline) -> Vec<&str> {
        headline.phrases.iter().map(|phrase| phrase.text.as_str()).collect()
    }

    #[test]
    fn the_finish_comes_first_and_then_what_the_room_must_know() {
        let headline = said(|_| {});
        assert_eq!(headline.main, "Done 2026-03-31");
        let said = [
            "3 days past target",
            "5 to sort",
            "5 critical",
            "1 unowned",
            "2 handoffs at risk",
            "2 guesses",
            "2 done",
        ];
        assert_eq!(phrases(&headline), said);
    }

    #[test]
    fn what_has_one_owner_of_two_is_not_called_unowned() {
        let with = |change: fn(&mut crate::board::Item)| {
            let headline = said(|board| {
                let work = |item: &&mut Arc<crate::board::Item>| {
                    let is_open = item.quadrant().is_some() && !item.progress.is_done();
                    is_open && !item.kind.is_external() && item.accountable.is_some()
                };
                board.items.values_mut().filter(work).take(2).for_each(|item| change(Arc::make_mut(item)));
            });
            headline.phrases.iter().map(|phrase| phrase.text.clone()).collect::<Vec<_>>()
        };
        let without_accountable = with(|item| item.accountable = None);
        assert!(without_accountable.iter().any(|phrase| phrase == "2 nobody answers for"));
        assert!(without_accountable.iter().any(|phrase| phrase == "1 unowned"), "{without_accountable:?}");
        assert!(with(|item| item.responsible = None).iter().any(|phrase| phrase == "2 nobody does"));
    }

    #[test]
    fn without_a_target_nothing_is_said_of_it() {
        let headline = said(|board| board.about.target = None);
        assert!(!phrases(&headline).iter().any(|phrase| phrase.contains("target")));
    }

    #[test]
    fn a_board_that_has_no_plan_yet_says_how_much_there_is_to_sort() {
        let unplanned = |board: &mut crate::board::Board| {
            board.links.clear();
            board.items.retain(|_, item| item.quadrant().is_none() && item.due().is_none());
        };
        assert_eq!(said(unplanned).main, "4 to sort");
        assert!(!phrases(&said(unplanned)).contains(&"4 to sort"), "not twice");
        assert_eq!(said(|board| board.items.clear()).main, "Nothing here yet");
    }

    #[test]
    fn what_was_said_no_to_is_not_to_sort() {
        let refused = |left: usize| {
            said(move |board| {
                board.links.clear();
                board.items.retain(|_, item| item.quadrant().is_none() && item.due().is_none());
                for item in board.items.values_mut().skip(left) {
                    let item = Arc::make_mut(item);
                    (item.important, item.urgent) = (Some(Answer::No), Some(Answer::No));
                }
            })
        };
        assert_eq!(refused(3).main, "3 to sort");
        assert_eq!(refused(0).main, "Nothing left to do");
    }
}
