//! A project of MS Project: what becomes of tasks, summaries, people, dates and the calendar, rule by rule.

use std::fmt::Write;

use unblock_core::board::{Days, FieldName, Item, Priority, Progress};
use unblock_core::exchange::{NoteKind, Plan};

use crate::reading::{
    changes, edited, empty, fixture, imported, item, plan, preview, responsible, said, tags, taken,
};

fn date(text: &str) -> unblock_core::board::Date {
    text.parse().unwrap()
}

/// A task with a number, a name and whatever else is given.
pub(crate) fn task(uid: u32, name: &str, more: &str) -> String {
    format!("<Task><UID>{uid}</UID><ID>{uid}</ID><Name>{name}</Name>{more}</Task>")
}

/// The text of a project with these tasks, from Monday 2026-03-02.
pub(crate) fn project(tasks: &str) -> String {
    format!(
        "<?xml version=\"1.0\"?><Project xmlns=\"http://schemas.microsoft.com/project\"><Title>P</Title>\
         <StartDate>2026-03-02T08:00:00</StartDate><Tasks>{tasks}</Tasks></Project>"
    )
}

/// The plan of a project with one task `A` of which this is said.
fn one(more: &str) -> Plan {
    plan("p.xml", &project(&task(1, "A", more)))
}

fn item_of(plan: &Plan) -> Item {
    item(&imported(plan), "A").clone()
}

fn notes(plan: &Plan) -> Vec<String> {
    plan.notes.iter().map(ToString::to_string).collect()
}

#[test]
fn a_project_becomes_a_plan_with_its_name_its_items_and_its_people() {
    let plan = plan("kitchen.xml", &fixture("ms_project.xml"));
    assert_eq!(plan.name.as_str(), "Kitchen renovation");
    assert_eq!(plan.origin, "ms-project:5C1B9D0E-0000-4000-8000-00000000C0DE");
    let titles: Vec<&str> = plan.items.iter().map(unblock_core::exchange::PlannedItem::title).collect();
    assert_eq!(
        titles,
        [
            "Measure the room",
            "Drawings & offers",
            "Order the cabinets",
            "Strip out",
            "Pipes",
            "Cables",
            "Plaster dries",
            "Tiles",
            "Hire the van",
            "Snag list",
            "Handed over"
        ]
    );
    let board = imported(&plan);
    let strip = item(&board, "Strip out");
    assert_eq!(tags(strip), ["Build", "First fix"]);
    assert_eq!((responsible(&board, strip), strip.accountable), (Some("Ben Sparks"), None));
    assert_eq!(strip.consulted.len(), 1);
    assert_eq!(item(&board, "Drawings & offers").notes, "Three offers, <at least>.");
    assert_eq!(item(&board, "Tiles").notes, "Material and costs: Tile adhesive\n\nWhere: North wall");
    insta::assert_snapshot!(said(&plan.notes, NoteKind::LeftOut).join("\n"), @r"
    a board has one calendar; others were left out: 'Night shift'
    a blank row was left out
    task 1: the notes of the summary 'Plan' were left out: Everything before the first hammer.
    task 14: 'Old worktop' was left out: it is inactive
    task 16: 'Weekly call' was left out: it recurs
    task 17: 'Neighbours’ boiler' was left out: it belongs to another project
    task 11: baselines were left out
    task 13: 'Snag list' waits for a task that is not in this file; the link was left out
    task 18: the link from 'Old worktop' to 'Handed over' was left out: one of the two was
    the status date 2026-03-02 was left out: here it is the day of looking
    resources that no item has were left out: 'Cleo Idle'
    ");
}

#[test]
fn durations_are_whole_working_days_and_what_is_rounded_is_said() {
    for (more, days, said) in [
        ("<Duration>PT8H0M0S</Duration>", 1, None),
        ("<Duration>PT0H0M0S</Duration><Milestone>1</Milestone>", 0, None),
        ("<Duration>PT12H0M0S</Duration>", 2, Some("'A' takes 12 h: read as 2 working days")),
        ("<Duration>PT0H30M0S</Duration>", 1, Some("'A' takes 0 h 30 min: read as 1 working day")),
        (
            "<Duration>PT168H0M0S</Duration><DurationFormat>8</DurationFormat>",
            5,
            Some("'A' takes 7 elapsed days: read as 5 working days"),
        ),
        (
            "<Duration>PT24H0M0S</Duration><DurationFormat>40</DurationFormat>",
            1,
            Some("'A' takes 1 elapsed day: read as 1 working day"),
        ),
        (
            "<Duration>PT8H0M0S</Duration><Estimated>1</Estimated>",
            1,
            Some("a duration that is marked as estimated was taken as it stands"),
        ),
        (
            "<Duration>PT8H0M0S</Duration><Milestone>1</Milestone>",
            1,
            Some("'A' is marked as a milestone and takes time: read as work"),
        ),
    ] {
        let plan = one(more);
        assert_eq!(item_of(&plan).duration, Days::try_from(days).ok(), "{more}");
        assert_eq!(notes(&plan), said.map(|said| format!("task 1: {said}")).into_iter().collect::<Vec<_>>());
    }
}

#[test]
fn a_duration_that_is_none_or_too_long_stays_in_the_notes() {
    for text in ["P5D", "soon", "PT800000H0M0S", "PT99999999999999999999H"] {
        let plan = one(&format!("<Duration>{text}</Duration>"));
        let item = item_of(&plan);
        assert_eq!((item.duration, item.notes), (None, format!("Duration: {text}")));
        assert_eq!(said(&plan.notes, NoteKind::Kept).len(), 1, "{text}");
    }
    assert_eq!(item_of(&one("")).duration, None);
}

#[test]
fn constraints_become_the_nearest_field_and_say_where_it_is_not_the_same() {
    let (none, day) = (None, Some(date("2026-03-20")));
    for (kind, not_before, deadline, note) in [
        (0, none, none, ""),
        (1, none, none, "as late as possible"),
        (2, day, none, "must start on"),
        (3, none, day, "must finish on"),
        (4, day, none, ""),
        (5, none, none, "'start no later than' has no field here; it is in the notes"),
        (6, none, none, "'finish no earlier than' has no field here; it is in the notes"),
        (7, none, day, "finish no later than"),
    ] {
        let more = format!(
            "<ConstraintType>{kind}</ConstraintType><ConstraintDate>2026-03-20T08:00:00</ConstraintDate>"
        );
        let plan = one(&more);
        let item = item_of(&plan);
        assert_eq!((item.not_before, item.deadline), (not_before, deadline), "{kind}");
        assert_eq!(plan.notes.len(), usize::from(!note.is_empty()), "{kind}");
        assert!(plan.notes.iter().all(|said| said.text.contains(note)), "{kind}: {:?}", plan.notes);
        assert_eq!(item.notes.contains("2026-03-20"), matches!(kind, 5 | 6), "{kind}");
    }
    let both = "<Deadline>2026-03-18T17:00:00</Deadline><ConstraintType>7</ConstraintType>\
                <ConstraintDate>2026-03-20T08:00:00</ConstraintDate>";
    assert_eq!(item_of(&one(both)).deadline, Some(date("2026-03-18")));
}

#[test]
fn a_task_scheduled_by_hand_keeps_its_day_unless_the_project_starts_on_it() {
    let by_hand = |day| one(&format!("<Manual>1</Manual><ManualStart>{day}T08:00:00</ManualStart>"));
    assert_eq!(item_of(&by_hand("2026-03-20")).not_before, Some(date("2026-03-20")));
    assert_eq!(by_hand("2026-03-20").notes.len(), 1);
    assert_eq!(item_of(&by_hand("2026-03-02")).not_before, None);
    assert!(by_hand("2026-03-02").notes.is_empty());
}

#[test]
fn what_has_happened_is_progress() {
    let started = |on, left: Option<u32>| Progress::Started {
        on: date(on),
        remaining: left.map(|days| Days::try_from(days).unwrap()),
    };
    let done = |from: Option<&str>, on| Progress::Done { started: from.map(date), on: date(on) };
    for (more, progress) in [
        ("<PercentComplete>0</PercentComplete><Start>2026-02-02T08:00:00</Start>", Progress::NotStarted),
        (
            "<PercentComplete>40</PercentComplete><ActualStart>2026-02-24T08:00:00</ActualStart>\
             <RemainingDuration>PT12H0M0S</RemainingDuration>",
            started("2026-02-24", Some(2)),
        ),
        ("<ActualStart>2026-02-24T08:00:00</ActualStart>", started("2026-02-24", None)),
        (
            "<PercentComplete>5</PercentComplete><Start>2026-02-25T08:00:00</Start>",
            started("2026-02-25", None),
        ),
        ("<ActualStart>2027-02-24T08:00:00</ActualStart>", started("2026-03-02", None)),
        (
            "<PercentComplete>100</PercentComplete><ActualStart>2026-02-24T08:00:00</ActualStart>\
             <ActualFinish>2026-02-26T17:00:00</ActualFinish>",
            done(Some("2026-02-24"), "2026-02-26"),
        ),
        (
            "<PercentComplete>100</PercentComplete><Finish>2026-02-26T17:00:00</Finish>",
            done(None, "2026-02-26"),
        ),
        ("<PercentComplete>100</PercentComplete>", done(None, "2026-03-02")),
    ] {
        assert_eq!(item_of(&one(more)).progress, progress, "{more}");
    }
}

#[test]
fn a_priority_counts_where_it_differs_from_the_usual_one() {
    for (number, priority) in [
        ("500", Priority::Backlog),
        ("1000", Priority::P0),
        ("800", Priority::P0),
        ("799", Priority::P1),
        ("501", Priority::P1),
        ("499", Priority::P3),
        ("200", Priority::P3),
        ("199", Priority::Backlog),
        ("high", Priority::Backlog),
    ] {
        assert_eq!(item_of(&one(&format!("<Priority>{number}</Priority>"))).priority, priority, "{number}");
    }
}

#[test]
fn the_bounds_of_a_summary_hold_for_its_tasks_and_the_strictest_counts() {
    let level = |n: u32, more: &str| format!("<OutlineLevel>{n}</OutlineLevel>{more}");
    let from = "<ConstraintType>4</ConstraintType><ConstraintDate>2026-03-09T08:00:00</ConstraintDate>";
    let tasks = task(1, "S", &level(1, &format!("{from}<Deadline>2026-04-30T17:00:00</Deadline>")))
        + &task(2, "A", &level(2, "<Deadline>2026-03-31T17:00:00</Deadline>"))
        + &task(3, "B", &level(2, ""))
        + &task(4, "C", &level(1, ""));
    let board = imported(&plan("p.xml", &project(&tasks)));
    let dates = |title| (item(&board, title).not_before, item(&board, title).deadline);
    assert_eq!(dates("A"), (Some(date("2026-03-09")), Some(date("2026-03-31"))));
    assert_eq!(dates("B"), (Some(date("2026-03-09")), Some(date("2026-04-30"))));
    assert_eq!(dates("C"), (None, None));
}

#[test]
fn a_summary_around_everything_is_no_tag_and_a_summary_without_tasks_is_an_item() {
    let level = |n: u32| format!("<Summary>1</Summary><OutlineLevel>{n}</OutlineLevel>");
    let plan = plan(
        "p.xml",
        &project(
            &(task(1, "All", &level(1))
                + &task(2, "S", &level(2))
                + &task(3, "A", &level(3))
                + &task(4, "B", &level(2))),
        ),
    );
    let board = imported(&plan);
    assert_eq!((tags(item(&board, "A")), tags(item(&board, "B"))), (vec!["S"], vec![]));
    assert_eq!(notes(&plan), ["task 1: the summary 'All' holds all tasks and was not made a tag"]);
}

#[test]
fn work_that_the_file_spreads_over_more_days_than_it_takes_is_said() {
    let spread = "<Duration>PT16H0M0S</Duration><Start>2026-03-02T08:00:00</Start><Finish>2026-03-10T17:00:00</Finish>";
    let said = "task 1: 'A' is spread over 7 working days in the file: its 2 working days are one piece here";
    assert_eq!(notes(&one(spread)), [said]);
    let over_a_weekend = "<Duration>PT16H0M0S</Duration><Start>2026-03-06T08:00:00</Start><Finish>2026-03-09T17:00:00</Finish>";
    assert!(one(over_a_weekend).notes.is_empty());
}

#[test]
fn a_new_board_gets_the_calendar_and_an_open_one_keeps_its_own() {
    let plan = plan("kitchen.xml", &fixture("ms_project.xml"));
    let board = plan.new_board(empty().id, plan.name.clone(), None);
    let calendar = &board.about.calendar;
    assert_eq!(calendar.start, Some(date("2026-02-23")));
    assert_eq!(calendar.weekdays.to_string(), "mon,tue,wed,thu,fri,sat");
    let mut off = String::new();
    for days in &calendar.days_off {
        _ = write!(off, "{} {}..{}; ", days.name, days.from, days.to);
    }
    assert_eq!(
        off,
        "Easter 2026-04-03..2026-04-06; May Day 2026-05-01..2026-05-01; May Day 2027-05-01..2027-05-01; "
    );
    let about =
        "the calendar of the file (from 2026-02-23, mon,tue,wed,thu,fri,sat, 3 days off or ranges of them)";
    let last = |board| preview(&plan, board).notes.pop().unwrap().to_string();
    assert_eq!(last(&board), format!("{about} becomes the board's"));
    assert_eq!(last(&empty()), format!("{about} was left out: the board keeps its own"));
    assert_eq!(taken(&preview(&plan, &empty()), &empty()).about, empty().about);
}

#[test]
fn a_project_that_is_read_again_matches_by_its_uids() {
    let text = fixture("ms_project.xml");
    let board = imported(&plan("kitchen.xml", &text));
    assert_eq!(preview(&plan("other name.xml", &text), &board).unchanged, 11);
    let board = edited(&board, "Pipes", unblock_core::board::ItemField::Duration(Days::try_from(4).ok()));
    let moved = text
        .replace("<Name>Snag list</Name>", "<Name>Snags</Name>")
        .replace("2026-02-23T17:00:00</ActualFinish>", "2026-02-24T17:00:00</ActualFinish>");
    let again = preview(&plan("kitchen.xml", &moved), &board);
    assert_eq!((again.new, again.unchanged), (0, 8));
    assert_eq!(
        changes(&again.changed_there),
        [("Measure the room", &[FieldName::Progress][..]), ("Snag list", &[FieldName::Title])]
    );
    assert_eq!(changes(&again.changed_here), [("Pipes", &[FieldName::Duration][..])]);
}
