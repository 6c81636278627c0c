//! What a room's estimates come to, on small boards.

use proptest::prelude::*;

use super::tests::{id, scene};
use super::*;
use crate::board::ItemField;
use crate::score::{Factor, Method, score};
use crate::view::Scene;

/// A is worth 100, B 80, C 20.
fn three() -> Scene {
    scene(&[["100", "1", "100", "1", "5"], ["80", "1", "100", "1", "-"], ["20", "1", "100", "1", "-"]], &[])
}

fn reach_of_a<'a>() -> Question<'a> {
    Question { item: id(1), method: Method::Rice, factor: Factor::Reach, beside: &[] }
}

fn outcome(scene: &Scene, asked: Question<'_>, text: &str) -> Outcome {
    room(scene, asked, text, true).unwrap().outcome.unwrap()
}

#[test]
fn as_long_as_they_are_hidden_only_their_number_is_said() {
    let view = |text| room(&three(), reach_of_a(), text, false).unwrap();
    assert_eq!(view("").count, "No estimates yet");
    let four = view("Ana: 90\nBen: 95\n100 110\nhello");
    assert_eq!((four.title.as_str(), four.now.as_str()), ("Reach of A", "100 now"));
    assert_eq!(four.count, "4 estimates, hidden · 1 line does not count");
    assert!(four.outcome.is_none() && four.unread.is_empty());
    assert_eq!(four.aloud(), four.count);
}

#[test]
fn the_lowest_and_the_highest_are_named_where_they_are_far_apart() {
    let seen = outcome(&three(), reach_of_a(), "Ana: 30, Ben: 90, Chris: 30\n90 60");
    assert_eq!(seen.spread, "30 to 90, median 60");
    assert_eq!(
        seen.ends.as_deref(),
        Some(
            "Far apart: the highest is more than twice the lowest. First hear what both ends know, \
             30 (Ana and Chris) and 90 (Ben and 1 more)."
        )
    );
    assert_eq!(seen.said.iter().map(|each| each.is_end).collect::<Vec<_>>(), [true, false, true]);
    assert_eq!(outcome(&three(), reach_of_a(), "50 100").ends, None);
}

#[test]
fn the_median_and_the_confidence_that_the_spread_earns_can_be_taken() {
    let takes = outcome(&three(), reach_of_a(), "60 70 110").takes;
    assert_eq!(
        takes.iter().map(|take| (take.words.as_str(), take.effect.as_str())).collect::<Vec<_>>(),
        [
            ("Take 70", "RICE 70, rank 2 (now 100, rank 1)"),
            ("Take 80 %", "RICE 80, rank 1 (now 100, rank 1)")
        ]
    );
    assert_eq!(takes[1].why, "as the highest is at most twice the lowest");
    assert_eq!(takes[0].field, Factor::Reach.field("70".parse().ok()));
    assert!(outcome(&three(), reach_of_a(), "100").takes[0].is_now);
}

#[test]
fn one_voice_earns_no_confidence_and_confidence_itself_no_second() {
    assert_eq!(outcome(&three(), reach_of_a(), "90").takes.len(), 1);
    let asked = Question { factor: Factor::Confidence, ..reach_of_a() };
    let takes = outcome(&three(), asked, "90 % 90 %").takes;
    assert_eq!(takes.len(), 1);
    assert_eq!(
        (takes[0].words.as_str(), takes[0].why.as_str()),
        (
            "Take 80 %",
            "the median, 90 %, on the scale 100, 80, 50 %: the nearest step, of two as near the lower"
        )
    );
}

#[test]
fn where_nobody_turns_the_order_the_debate_can_stop() {
    let contest = outcome(&three(), reach_of_a(), "81 120 300").contest.unwrap();
    assert!(contest.settled);
    assert_eq!(
        contest.lines,
        [
            "Nobody's estimate turns the order: stop debating.",
            "Whichever of them is right, it stays ahead of B."
        ]
    );
}

#[test]
fn who_turns_the_order_is_said_with_what_comes_of_it() {
    let seen = outcome(&three(), reach_of_a(), "Ana: 79\n60 100\nBen: 80");
    let contest = seen.contest.unwrap();
    assert_eq!(
        contest.lines,
        [
            "With 60 or 79 (Ana) the order turns: it falls behind B.",
            "With 80 (Ben) the order turns: it ties with B."
        ]
    );
    assert_eq!(seen.said.iter().map(|each| each.turns).collect::<Vec<_>>(), [true, true, true, false]);
}

#[test]
fn options_side_by_side_are_held_against_each_other() {
    let beside = [id(1), id(3), id(2)];
    let lines =
        |text| outcome(&three(), Question { beside: &beside, ..reach_of_a() }, text).contest.unwrap().lines;
    assert_eq!(lines("90 110")[1], "Whichever of them is right, it stays ahead of C and ahead of B.");
    assert_eq!(
        lines("50 110"),
        ["With 50 the order turns: it falls behind B.", "With any of them it stays ahead of C."]
    );
}

#[test]
fn an_option_in_the_middle_has_a_neighbour_above_and_one_below() {
    let asked = Question { item: id(2), ..reach_of_a() };
    let contest = outcome(&three(), asked, "70 90").contest.unwrap();
    assert_eq!(contest.lines[1], "Whichever of them is right, it stays behind A and ahead of C.");
}

#[test]
fn what_has_no_score_yet_stands_with_the_proposal_or_says_what_it_lacks() {
    let plan =
        scene(&[["-", "1", "100", "1", "-"], ["80", "1", "100", "1", "-"], ["-", "-", "1", "1", "-"]], &[]);
    let seen = outcome(&plan, reach_of_a(), "90 100 70");
    assert_eq!(seen.contest.unwrap().lines, ["With 70 the order turns: it falls behind B."]);
    assert_eq!(seen.takes[0].effect, "RICE 90, rank 1");
    let lacking = outcome(&plan, Question { item: id(3), ..reach_of_a() }, "90").contest.unwrap();
    assert_eq!(lacking.lines, ["What it means for the order cannot be told: C has no score, no impact."]);
}

#[test]
fn all_of_it_is_told_in_one_breath() {
    let view = room(&three(), reach_of_a(), "90 100", true).unwrap();
    assert_eq!(
        view.aloud(),
        "Reach of A: 2 estimates. 90 to 100, median 95. Nobody's estimate turns the order: stop debating. Whichever of them is \
         right, it stays ahead of B. Reach: Take 95. Confidence: 100 % it is"
    );
}

proptest! {
    #[test]
    fn each_estimate_by_itself_is_what_the_scores_make_of_it(values in prop::collection::vec(1..200_u32, 1..8)) {
        let plan = three();
        let text = values.iter().map(u32::to_string).collect::<Vec<_>>().join("\n");
        let seen = outcome(&plan, reach_of_a(), &text);
        let rival = score(plan.item(id(2)).unwrap(), Method::Rice).unwrap();
        let now = score(plan.item(id(1)).unwrap(), Method::Rice).unwrap().compare(rival);
        for each in &seen.said {
            let mut with = plan.item(id(1)).unwrap().clone();
            with.replace(ItemField::Reach(Some(each.value)));
            prop_assert_eq!(each.turns, score(&with, Method::Rice).unwrap().compare(rival) != now);
        }
        prop_assert_eq!(seen.contest.unwrap().settled, seen.said.iter().all(|each| !each.turns));
    }
}
