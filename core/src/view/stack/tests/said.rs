//! What is said of a cut before and after it, word by word.

use super::*;
use crate::example;

fn long(date: Date) -> String {
    date.naive().format("%a %-d %B").to_string()
}

/// The example with a core, cut under a line, for a reason.
fn cut_example(line: impl FnOnce(&Stack) -> usize, reason: &str) -> (CutWords, String) {
    let board = example::example(BoardId::new(Uuid::from_u128(7 << 64)), today());
    let mut scene = Scene::of(Arc::new(board), today());
    scene = with(&scene, |board| {
        for item in board.items.values_mut() {
            let title = item.title.as_str();
            if title.starts_with("Move the") || title.starts_with("Publish") || title == "Switch v1 off" {
                Arc::make_mut(item).core = true;
            }
        }
    });
    let stack = stack(&scene);
    let cut = cut_at(&scene, &stack, line(&stack), &BTreeSet::new());
    let figures = figures(&scene, &stack, &cut.items);
    let words = cut_words(&scene, &cut, &figures, stack.items.len(), &long);
    (words, message(&scene, &cut.items, &figures, reason, &long))
}

const MESSAGE: &str = "\
**What we leave out of Example: Orders API v2**

These 6 are no longer in the plan:
- Ad-hoc report: orders by region for the sales review (Tomasz Zieliński)
- Access requests for the partner portal, all in one go (Tomasz Zieliński)
- Explore: orders that customers can follow live (Leila Haddad)
- Customers want to export their orders as CSV
- Certificate of the staging server runs out (Jonas Lindqvist)
- Half of the alerts at night are noise

Why? Not now: v2.
They stay on our list of what we said no to, and can come back from there.

What that changes:
- The finish stays Fri 10 April: it does not wait for any of this.
- That is still 3 working days after the target, Tue 7 April.
- Work freed: Jonas Lindqvist 3 days, Leila Haddad 3 days and Tomasz Zieliński 2 days.
- Dates that we give up: 'Ad-hoc report: orders by region for the sales review' by Mon 16 March; 'Certificate of the \
staging server runs out' by Mon 30 March.

What is protected:
- The goal: done when the mobile app and the partner portal run on Orders API v2, and nobody calls v1 any more.
- The core, without which there is no goal: 'Publish the API contract for Orders v2', 'Move the mobile app to v2', \
'Move the partner portal to v2' and 'Switch v1 off'.
- Dates that hold: 'Publish the API contract for Orders v2' for Mobile team by Wed 18 March, for Partner portal by \
Fri 20 March and for Data warehouse by Thu 26 March; 'Patch the auth library: expired tokens are accepted' by \
Tue 17 March.

If you need one of these after all, tell us now.";

#[test]
fn the_message_of_the_example_can_be_sent_as_it_is() {
    let (_, message) = cut_example(|stack| usual(stack.items.len()).start, "Not now: v2");
    assert_eq!(message, MESSAGE);
}

#[test]
fn the_example_says_what_a_cut_does_before_it_is_done() {
    let (words, message) = cut_example(|stack| stack.starts[2], "");
    let told: Vec<&str> = words.told.iter().map(|sentence| sentence.text.as_str()).collect();
    let expected = [
        "Done Fri 10 April, as before.",
        "3 days past target, as before.",
        "Gives up the deadline of 'Ad-hoc report: orders by region for the sales review' (Mon 16 March) and the \
         deadline of 'Certificate of the staging server runs out' (Mon 30 March).",
        "Gives up 11 % of the scored value (reach × impact × confidence), 'Retry failed webhooks without a person' \
         most of all. 9 of the 12 have no score.",
        "Frees Jonas Lindqvist 11 days, Mei Tanaka 5 days, Rafael Souza 5 days, Leila Haddad 3 days, Priya Raman \
         2 days and Tomasz Zieliński 2 days.",
    ];
    assert_eq!((words.line.as_str(), told), ("12 of 23 cut: 0 days: not on the path", expected.to_vec()));
    assert!(!message.contains("Why?"), "nobody has said why");
}

#[test]
fn days_won_a_target_met_and_a_promise_given_up_are_said() {
    let scene = with(&linked(&scene("P0 a:5 | P1 b:2 | P2 c:4, d:1"), &["a b", "a c"]), |board| {
        board.about.target = Date::new(2026, 3, 23);
        board.about.escalation = "Amara".to_owned();
        edit(board, "b", |item| item.deadline = Date::new(2026, 3, 20));
        edit(board, "c", |item| {
            let by = Date::new(2026, 3, 25).unwrap();
            item.awaited_by = vec![crate::board::Awaited { who: "Search".parse().unwrap(), by }];
        });
    });
    let stack = stack(&scene);
    let cut = cut_at(&scene, &stack, 2, &BTreeSet::new());
    let figures = figures(&scene, &stack, &cut.items);
    let words = cut_words(&scene, &cut, &figures, stack.items.len(), &long);
    let told: Vec<&str> = words.told.iter().map(|sentence| sentence.text.as_str()).collect();
    assert_eq!((words.line.as_str(), words.main.as_str()), ("2 of 4 cut: finish −2 days", "2 days sooner"));
    let expected = [
        "Done Fri 20 March instead of Tue 24 March.",
        "That meets the target, with 1 day to spare.",
        "Gives up the promise to Search: 'c' (Wed 25 March).",
        "Nobody has scored what it is worth.",
        "Frees 5 days that nobody has taken.",
    ];
    assert_eq!(told, expected);
    let message = message(&scene, &cut.items, &figures, "To keep the date.", &long);
    let says = |line: &str| assert!(message.contains(line), "{message}");
    says("These 2 are no longer in the plan:\n- c\n- d\n\nWhy? To keep the date.\n");
    says("- We finish on Fri 20 March instead of Tue 24 March: 2 working days sooner.");
    says("- That is 1 working day before the target, Mon 23 March.");
    says("- Dates that we give up: 'c' for Search by Wed 25 March.");
    says("- Dates that hold: 'b' by Fri 20 March.");
    says("If you need one of these after all, talk to Amara.");
}
