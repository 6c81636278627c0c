//! What is read of what people say, and what is not.

use proptest::prelude::*;

use super::heard::*;
use crate::board::{Decimal, Scales};
use crate::score::{Factor, Method};

/// "Ana 5; 3 | what is left out (why)".
fn told(method: Method, factor: Factor, text: &str) -> String {
    let Heard { estimates, unread } = heard(&Scales::default(), method, factor, text);
    let estimate = |e: &Estimate| match &e.who {
        Some(who) => format!("{who} {}", e.value),
        None => e.value.to_string(),
    };
    let mut told = estimates.iter().map(estimate).collect::<Vec<_>>().join("; ");
    for Unread { text, why } in unread {
        told = format!("{told} | {text} ({why})");
    }
    told
}

#[test]
fn figures_alone_are_read_however_they_are_set_apart() {
    for text in ["5 3 8 3", "5, 3, 8, 3", "5,3,8,3", "5;3;8;3", "5\n3\n8\n3\n", "5\t3\t8\t3", "5 3\n\n8, 3."]
    {
        assert_eq!(told(Method::Ice, Factor::Ease, text), "5; 3; 8; 3", "{text}");
    }
}

#[test]
fn lines_of_a_chat_say_who() {
    for (text, read) in [
        ("Ana: 5", "Ana 5"),
        ("Ben 3,5", "Ben 3.5"),
        ("5 – Chris", "Chris 5"),
        ("5 - Chris", "Chris 5"),
        ("5 (Chris)", "Chris 5"),
        ("10:41 Ana: 8", "Ana 8"),
        ("[10:41, 21/11/2026] Ana: 8", "Ana 8"),
        ("21/11/2026, 10:41 - Ana Maria: 8", "Ana Maria 8"),
        ("10:41:22 From Ana to Everyone: 8", "Ana 8"),
        ("Ana 10:41 AM\n8", "Ana 8"),
        ("Ana\n10:41 AM\n8", "Ana 8"),
        ("<Ana> 8", "Ana 8"),
        ("@ana 8!", "ana 8"),
        ("1. Ana: 8\n2) Ben: 3", "Ana 8; Ben 3"),
        ("- Ana=8\n- Ben=3", "Ana 8; Ben 3"),
        ("Ana 8, Ben 3", "Ana 8; Ben 3"),
        ("Ana: 8; Ben: 3", "Ana 8; Ben 3"),
        ("Ana 8 Ben 3", "Ana 8; Ben 3"),
        ("Anne-Marie, I would say 8", "Anne-Marie 8"),
        ("Ana: 8 because it is small", "Ana 8"),
        ("I would say 8", "8"),
        ("Ana (PM): about 8", "Ana 8"),
    ] {
        assert_eq!(told(Method::Ice, Factor::Ease, text), read, "{text}");
    }
}

#[test]
fn each_input_is_read_in_its_own_unit() {
    for (factor, text, read) in [
        (Factor::Confidence, "80 %\n0.5\nAna: 100%", "80; 50; Ana 100"),
        (Factor::Reach, "1,200 2k\nBen: 1.5k", "1200; 2000; Ben 1500"),
        (Factor::Effort, "Ana: 2 months\nBen: 3 pm", "Ana 2; Ben 3"),
        (Factor::Reach, "500 per quarter", "500"),
        (
            Factor::Impact,
            "Ana: high\nBen: 3, massive\nMedium",
            "Ana 2; 1 | Ben: 3, massive (more than one figure)",
        ),
    ] {
        assert_eq!(told(Method::Rice, factor, text), read, "{text}");
    }
}

#[test]
fn what_could_mean_two_things_is_left_out_and_listed() {
    for (text, why) in [
        ("Ana: 3 to 5", "more than one figure"),
        ("Ana: 3, no wait, 5", "more than one figure"),
        ("3–5", "more than one figure"),
        ("3-5", "'3-5' is not one figure"),
        ("8/10", "'8/10' is not one figure"),
        (">5", "'>5' is not one figure"),
        ("-5", "'-5' is not one figure"),
        ("5/3/8", "'5/3/8' is not one figure"),
        ("Ana: five", "no figure"),
        ("Ana: ?", "no figure"),
        ("Any questions before we start?", "no figure"),
        ("Ana: 2 weeks", "the unit 'weeks' is not the one that is asked for"),
        ("500 a month", "the unit 'month' is not the one that is asked for"),
        ("12", "ease is out of range: 1 to 10"),
    ] {
        assert_eq!(told(Method::Ice, Factor::Ease, text), format!(" | {text} ({why})"), "{text}");
    }
}

#[test]
fn who_speaks_twice_has_thought_again() {
    let text = "Ana: 3\nBen: 5\nana: 8\nBen: 5";
    let read = "ana 8; Ben 5 | Ana: 3 (said anew later: the later one counts)";
    assert_eq!(told(Method::Ice, Factor::Ease, text), read);
}

#[test]
fn a_name_without_a_figure_is_not_lost() {
    let read = "5; 3 | Ana (no figure) | Ben (no figure)";
    assert_eq!(told(Method::Ice, Factor::Ease, "Ana\n5 3\nBen"), read);
}

proptest! {
    #[test]
    fn whatever_is_pasted_every_line_counts_or_is_listed(text in "[A-Za-z0-9 :,.;%–\\-\n]{0,80}") {
        let Heard { estimates, unread } = heard(&Scales::default(), Method::Ice, Factor::Ease, &text);
        let says_something = text.lines().any(|line| line.contains(|c: char| c.is_ascii_alphabetic()));
        prop_assert!(!says_something || !estimates.is_empty() || !unread.is_empty());
    }

    #[test]
    fn figures_come_back_as_they_were_typed(values in prop::collection::vec(1..=10_u32, 1..12)) {
        let text = values.iter().map(u32::to_string).collect::<Vec<_>>().join(" ");
        let read: Vec<Decimal> =
            heard(&Scales::default(), Method::Ice, Factor::Ease, &text).estimates.iter().map(|estimate| estimate.value).collect();
        prop_assert_eq!(read, values.into_iter().map(Decimal::from).collect::<Vec<_>>());
    }
}
