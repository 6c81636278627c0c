//! The five questions of a good priority call, and the sentence that their answers make: is it worth much, does it unblock
//! others, does it reduce risk, does it compound over time, can it safely wait?
//!
//! Deliberately absent: a number made of them. They stand beside the score, which does not hold them.

use super::plan_words::unblocked;
use super::room::listed;
use crate::board::{Item, ItemId, Reason};
use crate::score::unblocks;
use crate::view::Scene;

/// One of the questions with its answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionView {
    /// What somebody ticks; `None` for what the links say.
    pub reason: Option<Reason>,
    /// In few words: "Reduces risk".
    pub words: String,
    /// What is asked, or who waits.
    pub asked: String,
    /// True where the answer is yes.
    pub is_ticked: bool,
}

/// The questions of an item in their order. Whether others wait for it is what the links say.
pub fn questions(scene: &Scene, item: ItemId) -> Vec<QuestionView> {
    let Some(held) = scene.item(item) else { return Vec::new() };
    let mut all: Vec<QuestionView> = Reason::ALL
        .into_iter()
        .map(|reason| QuestionView {
            reason: Some(reason),
            words: tick_words(reason).to_owned(),
            asked: asked(reason).to_owned(),
            is_ticked: held.reasons.has(reason),
        })
        .collect();
    let waiting = unblocks(&scene.board, item).0;
    let counted = QuestionView {
        reason: None,
        words: if waiting.is_empty() {
            "Unblocks nobody".to_owned()
        } else {
            unblocks_words(waiting.len(), "Unblocks")
        },
        asked: match unblocked(scene, &waiting) {
            Some(names) => format!("The links say who waits for it: {names}"),
            None => "By the links nothing waits for it".to_owned(),
        },
        is_ticked: !waiting.is_empty(),
    };
    all.insert(1, counted);
    all
}

const fn tick_words(reason: Reason) -> &'static str {
    match reason {
        Reason::Value => "Value",
        Reason::LessRisk => "Reduces risk",
        Reason::Compounds => "Compounds over time",
        Reason::CanWait => "Can safely wait",
    }
}

const fn asked(reason: Reason) -> &'static str {
    match reason {
        Reason::Value => "Is it worth much to those it is for?",
        Reason::LessRisk => "Can less go wrong when it is done?",
        Reason::Compounds => "Does it give more, the earlier it is there?",
        Reason::CanWait => "Does nothing get worse while it waits?",
    }
}

fn unblocks_words(count: usize, verb: &str) -> String {
    format!("{verb} {count} {}", if count == 1 { "other" } else { "others" })
}

/// The ticks as a sentence: "First because it unblocks 3 others and compounds over time." of the one that leads. `None`
/// where nobody has ticked anything: what the links say by themselves is no call.
pub fn reason_words(scene: &Scene, item: &Item, leads: bool) -> Option<String> {
    if item.reasons.is_empty() {
        return None;
    }
    let waiting = unblocks(&scene.board, item.id).0.len();
    let unblocks = (waiting > 0).then(|| unblocks_words(waiting, "unblocks"));
    let said = |reason: Reason, words: &str| item.reasons.has(reason).then(|| words.to_owned());
    let clauses: Vec<String> = [
        said(Reason::Value, "brings value"),
        unblocks,
        said(Reason::LessRisk, "reduces risk"),
        said(Reason::Compounds, "compounds over time"),
    ]
    .into_iter()
    .flatten()
    .collect();
    let clauses = listed(&clauses.iter().map(String::as_str).collect::<Vec<_>>());
    Some(match (item.reasons.has(Reason::CanWait), clauses.is_empty()) {
        (true, true) => "Can safely wait.".to_owned(),
        (true, false) => format!("Can safely wait, although it {clauses}."),
        (false, _) if leads => format!("First because it {clauses}."),
        (false, _) => format!("It {clauses}."),
    })
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::tests::{id, scene};
    use super::*;
    use crate::board::{Date, Reasons};

    const OPTION: [&str; 5] = ["1", "1", "100", "1", "-"];

    /// A with these ticks; so many others wait for it.
    fn ticked(reasons: &[Reason], waiting: u128) -> Scene {
        let links: Vec<(u128, u128)> = (0..waiting).map(|n| (1, n + 2)).collect();
        let mut board = (*scene(&[OPTION; 5], &links).board).clone();
        let reasons = reasons.iter().fold(Reasons::default(), |all, reason| all.toggled(*reason));
        Arc::make_mut(board.items.get_mut(&id(1)).unwrap()).reasons = reasons;
        Scene::of(Arc::new(board), Date::new(2026, 3, 12).unwrap())
    }

    #[test]
    fn ticks_make_a_sentence() {
        use Reason::{CanWait, Compounds, LessRisk, Value};
        for (reasons, waiting, leads, words) in [
            (&[Compounds][..], 3, true, "First because it unblocks 3 others and compounds over time."),
            (&[Compounds], 1, false, "It unblocks 1 other and compounds over time."),
            (
                &[Value, LessRisk, Compounds],
                0,
                true,
                "First because it brings value, reduces risk and compounds over time.",
            ),
            (&[CanWait], 0, true, "Can safely wait."),
            (&[CanWait, Value], 2, false, "Can safely wait, although it brings value and unblocks 2 others."),
        ] {
            let scene = ticked(reasons, waiting);
            assert_eq!(reason_words(&scene, scene.item(id(1)).unwrap(), leads).as_deref(), Some(words));
        }
    }

    #[test]
    fn what_the_links_say_by_themselves_makes_no_sentence() {
        let scene = ticked(&[], 3);
        assert_eq!(reason_words(&scene, scene.item(id(1)).unwrap(), true), None);
    }

    #[test]
    fn whether_others_wait_is_counted_and_not_ticked_by_hand() {
        let told = |waiting| {
            let all = questions(&ticked(&[Reason::LessRisk], waiting), id(1));
            all.into_iter().map(|q| (q.words, q.is_ticked, q.reason.is_some())).collect::<Vec<_>>()
        };
        let said = |words: &str, is_ticked, by_hand| (words.to_owned(), is_ticked, by_hand);
        assert_eq!(
            told(2),
            [
                said("Value", false, true),
                said("Unblocks 2 others", true, false),
                said("Reduces risk", true, true),
                said("Compounds over time", false, true),
                said("Can safely wait", false, true),
            ]
        );
        assert_eq!(told(0)[1], said("Unblocks nobody", false, false));
        assert_eq!(questions(&ticked(&[], 2), id(1))[1].asked, "The links say who waits for it: B and C");
        assert_eq!(
            questions(&ticked(&[], 4), id(1))[1].asked,
            "The links say who waits for it: B, C and 2 more"
        );
    }
}
