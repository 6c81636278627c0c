//! The links of a project of MS Project: types, lags, summaries, and the ones that cannot be taken.

use unblock_core::exchange::{NoteKind, Plan};

use crate::ms_project::{project, task};
use crate::reading::{fixture, plan, said};

/// A link as the file has it.
fn link(predecessor: u32, kind: u32, lag: i64, format: u32) -> String {
    format!(
        "<PredecessorLink><PredecessorUID>{predecessor}</PredecessorUID><Type>{kind}</Type>\
         <LinkLag>{lag}</LinkLag><LagFormat>{format}</LagFormat></PredecessorLink>"
    )
}

/// The links by keys, such as `1>2 FS+1`.
fn links(plan: &Plan) -> String {
    let one = |link: &unblock_core::exchange::PlannedLink| {
        let lag = if link.lag.get() == 0 { String::new() } else { format!("{:+}", link.lag.get()) };
        format!("{}>{} {}{lag}", link.predecessor, link.successor, link.kind.letters())
    };
    plan.links.iter().map(one).collect::<Vec<_>>().join(", ")
}

fn at(level: u32, more: &str) -> String {
    format!("<OutlineLevel>{level}</OutlineLevel>{more}")
}

/// A plan of `A` (1, five days) and `B` (2), which has this link.
fn pair(link: &str) -> Plan {
    let tasks = task(1, "A", "<Duration>PT40H0M0S</Duration>") + &task(2, "B", link);
    plan("p.xml", &project(&tasks))
}

#[test]
fn the_four_types_and_lags_in_working_days_are_taken_as_they_are() {
    for (kind, lag, format, written) in [
        (1, 0, 7, "1>2 FS"),
        (3, 9_600, 7, "1>2 SS+2"),
        (0, -4_800, 7, "1>2 FF-1"),
        (2, 24_000, 9, "1>2 SF+5"),
    ] {
        let plan = pair(&link(1, kind, lag, format));
        assert_eq!(links(&plan), written);
        assert!(plan.notes.is_empty(), "{written}: {:?}", plan.notes);
    }
    assert_eq!(
        links(&pair("<PredecessorLink><PredecessorUID>1</PredecessorUID></PredecessorLink>")),
        "1>2 FS"
    );
}

#[test]
fn other_lags_are_rounded_up_and_said() {
    for (lag, format, written, said) in [
        (2_400, 5, "1>2 FS+1", "4 h: read as 1 working day"),
        (-2_400, 5, "1>2 FS", "-4 h: read as 0 working days"),
        (100_800, 8, "1>2 FS+5", "7 elapsed days: read as 5 working days"),
        (50, 19, "1>2 FS+3", "50 % of the task before, 20 h: read as 3 working days"),
        (-20, 51, "1>2 FS-1", "-20 % of the task before, -1 day: read as -1 working day"),
    ] {
        let plan = pair(&link(1, 1, lag, format));
        assert_eq!(links(&plan), written);
        assert_eq!(plan.notes.len(), 1);
        assert_eq!(plan.notes[0].text, format!("the lag before 'B' is {said}"));
    }
}

#[test]
fn links_that_cannot_be_taken_are_named() {
    for (more, said) in [
        (link(7, 1, 0, 7), "'B' waits for a task that is not in this file; the link was left out"),
        (
            link(1, 1, 0, 7).replace("<Type>", "<CrossProject>1</CrossProject><Type>"),
            "'B' waits for a task that is not in this file; the link was left out",
        ),
        (link(1, 8, 0, 7), "a link of 'B' is of no known type (8) and was left out"),
        (
            link(1, 1, 999_999_999_999, 7),
            "a link of 'B' has a lag that cannot be taken (999999999999) and was left out",
        ),
        (
            link(1, 1, i64::MAX, 19),
            "a link of 'B' has a lag that cannot be taken (9223372036854775807) and was left out",
        ),
    ] {
        let plan = pair(&more);
        assert_eq!(links(&plan), "");
        assert_eq!(plan.notes[0].text, said);
    }
    let tasks = task(1, "A", "<Active>0</Active>") + &task(2, "B", &link(1, 1, 0, 7));
    let plan = plan("p.xml", &project(&tasks));
    assert_eq!(plan.notes[1].text, "the link from 'A' to 'B' was left out: one of the two was");
}

/// Two summaries: 1 holds 2 → 3 and 4; 5 holds 6 → 7 and 8. `more` is said of summary 5.
fn summaries(more: &str) -> Plan {
    let tasks = task(1, "S", &at(1, ""))
        + &task(2, "a", &at(2, "<Duration>PT8H0M0S</Duration>"))
        + &task(3, "b", &at(2, &link(2, 1, 0, 7)))
        + &task(4, "c", &at(2, ""))
        + &task(5, "T", &at(1, more))
        + &task(6, "d", &at(2, ""))
        + &task(7, "e", &at(2, &link(6, 1, 0, 7)))
        + &task(8, "f", &at(2, ""))
        + &task(9, "g", &at(1, &link(5, 1, 0, 7)));
    plan("p.xml", &project(&tasks))
}

#[test]
fn a_link_of_summaries_holds_for_the_last_and_the_first_of_their_tasks() {
    let plan = summaries(&link(1, 1, 4_800, 7));
    assert_eq!(links(&plan), "2>3 FS, 3>6 FS+1, 3>8 FS+1, 4>6 FS+1, 4>8 FS+1, 6>7 FS, 7>9 FS, 8>9 FS");
    assert!(plan.notes.is_empty());
}

#[test]
fn a_link_that_only_the_first_or_the_last_task_of_a_summary_feels_is_left_out() {
    for (kind, taken) in [(1, true), (3, false), (0, false), (2, false)] {
        let plan = summaries(&link(1, kind, 0, 7));
        assert_eq!(plan.notes.is_empty(), taken, "{kind}: {:?}", plan.notes);
    }
    let tasks =
        task(1, "S", &at(1, "")) + &task(2, "a", &at(2, "")) + &task(3, "b", &at(1, &link(1, 3, 0, 7)));
    assert_eq!(links(&plan("p.xml", &project(&tasks))), "2>3 SS", "a summary with one task is that task");
}

#[test]
fn a_link_between_a_summary_and_its_own_task_is_left_out() {
    let tasks =
        task(1, "S", &at(1, "")) + &task(2, "a", &at(2, &link(1, 1, 0, 7))) + &task(3, "b", &at(1, ""));
    let plan = plan("p.xml", &project(&tasks));
    assert_eq!(plan.notes[0].text, "the link from 'S' to 'a' was left out: one holds the other");
}

#[test]
fn a_summary_of_too_many_tasks_gives_no_links() {
    let many: String = (10..150).map(|uid| task(uid, "x", &at(2, ""))).collect();
    let tasks = task(1, "S", &at(1, "")) + &many + &task(2, "b", &at(1, &link(1, 1, 0, 7)));
    let plan = plan("p.xml", &project(&tasks));
    assert_eq!((plan.items.len(), links(&plan).as_str()), (141, ""));
    assert!(plan.notes[0].text.ends_with("too many tasks stand below the summary"));
}

#[test]
fn of_two_links_between_the_same_tasks_the_longer_lag_counts() {
    let tasks = task(1, "A", "") + &task(2, "B", &(link(1, 1, 4_800, 7) + &link(1, 1, 9_600, 7)));
    assert_eq!(links(&plan("p.xml", &project(&tasks))), "1>2 FS+2");
}

#[test]
fn the_links_of_the_fixture_are_all_there_or_named() {
    let plan = plan("kitchen.xml", &fixture("ms_project.xml"));
    insta::assert_snapshot!(links(&plan), @"2>3 FS, 3>4 FS, 4>7 FS+1, 4>10 FS+1, 4>12 FS+1, 7>8 FS, 8>9 SS+1, 7>9 FS, 8>10 FS, 9>10 FS, 10>11 FS+1, 9>11 FF+1, 11>12 SF, 8>13 FS, 11>13 FS, 12>13 FS, 13>18 FS");
    insta::assert_snapshot!(said(&plan.notes, NoteKind::Changed).join("\n"), @r"
    task 7: 'Strip out' takes 12 h: read as 2 working days
    task 10: 'Plaster dries' takes 7 elapsed days: read as 6 working days
    task 18: 'finish no later than' was read as the deadline: here that moves nothing, it warns
    task 11: the lag before 'Tiles' is 1 elapsed day: read as 1 working day
    task 11: the lag before 'Tiles' is 50 % of the task before, 1 day: read as 1 working day
    task 13: the lag before 'Snag list' is -4 h: read as 0 working days
    ");
}
