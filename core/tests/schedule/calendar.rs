//! Working days, days off, and what a date bounds.

use crate::plan::{plan, short};

#[test]
fn day_0_is_the_first_working_day_on_or_after_the_start() {
    for (start, first) in [("03-02", "03-02"), ("03-07", "03-09"), ("03-08", "03-09"), ("03-06", "03-06")] {
        let mut plan = plan("a 1");
        plan.board.about.calendar.start = Some(crate::plan::day(start));
        assert_eq!(plan.dates(), format!("a {first}..{first}"), "{start}");
    }
}

#[test]
fn work_pauses_on_weekends_and_days_off() {
    for (off, dates) in [
        (&[][..], "a 03-02..03-09"),
        (&["2026-03-04"], "a 03-02..03-10"),
        (&["2026-03-02"], "a 03-03..03-10"),
        // The weekend counts once, and so does a day in two ranges.
        (&["2026-03-05..2026-03-08", "2026-03-06"], "a 03-02..03-11"),
        (&["2026-03-07"], "a 03-02..03-09"),
        // Ends in the wrong order are a range all the same.
        (&["2026-03-06..2026-03-05"], "a 03-02..03-11"),
    ] {
        let plan = off.iter().fold(plan("a 6"), |plan, off| plan.off(off));
        assert_eq!(plan.dates(), dates, "{off:?}");
    }
}

#[test]
fn the_working_weekdays_are_the_boards() {
    let mut plan = plan("a 3 | b 1 after a");
    for (weekdays, dates) in [
        ("mon,tue,wed,thu,fri,sat,sun", "a 03-02..03-04 | b 03-05..03-05"),
        ("tue,thu", "a 03-03..03-10 | b 03-12..03-12"),
        ("sun", "a 03-08..03-22 | b 03-29..03-29"),
    ] {
        plan.board.about.calendar.weekdays = weekdays.parse().unwrap();
        assert_eq!(plan.dates(), dates, "{weekdays}");
    }
}

#[test]
fn a_date_that_bounds_a_start_counts_from_the_next_working_day() {
    for (date, early) in [
        ("03-06", "a 4-5"),
        ("03-07", "a 5-6"),
        ("03-08", "a 5-6"),
        ("03-09", "a 5-6"),
        // 10 March is off: the day after it is number 6.
        ("03-10", "a 6-7"),
        ("03-11", "a 6-7"),
    ] {
        let plan = plan(&format!("a 1 not-before {date}")).off("2026-03-10");
        assert_eq!(plan.early(), early, "{date}");
    }
}

#[test]
fn a_date_that_bounds_a_finish_ends_with_the_last_working_day() {
    for (date, finish) in [("03-06", 5), ("03-07", 5), ("03-08", 5), ("03-09", 6), ("03-10", 6), ("03-11", 7)]
    {
        for bound in ["deadline", "awaited"] {
            let plan = plan(&format!("a 1 {bound} {date} | z 30")).off("2026-03-10");
            assert_eq!(plan.row("a").late_finish, Some(finish), "{bound} {date}");
        }
        let promised = plan(&format!("x team 1 promised {date} buffer 0")).off("2026-03-10");
        assert_eq!(promised.row("x").early_finish, finish, "promised {date}");
        let delivered = plan(&format!("x team 1 done {date}")).off("2026-03-10");
        assert_eq!(delivered.row("x").early_finish, finish, "delivered {date}");
        let target = plan("a 1").target(date).off("2026-03-10");
        assert_eq!(target.schedule().target(), Some(finish), "target {date}");
    }
}

#[test]
fn days_before_the_start_have_negative_numbers() {
    let schedule = plan("a 1").off("2026-02-26").schedule();
    let shown: Vec<String> = (-4..1).map(|day| short(schedule.days().date(day))).collect();
    assert_eq!(shown, ["02-23", "02-24", "02-25", "02-27", "03-02"]);
}

#[test]
fn a_plan_whose_start_nobody_said_starts_on_the_first_date_it_knows_or_on_the_status_date() {
    let unsaid = |text| {
        let mut plan = plan(text);
        plan.board.about.calendar.start = None;
        plan
    };
    let dated = unsaid("a 1 | b 1 not-before 03-11 deadline 03-13 | c refused not-before 03-03");
    assert_eq!(dated.dates(), "a 03-11..03-11 | b 03-11..03-11");
    assert_eq!(dated.clone().on("03-05").dates(), "a 03-05..03-05 | b 03-11..03-11");
    assert_eq!(dated.on("03-12").dates(), "a 03-12..03-12 | b 03-12..03-12");
    assert_eq!(unsaid("a 1").on("03-05").dates(), "a 03-05..03-05");
    assert_eq!(unsaid("a 1").target("03-05").dates(), "a 03-05..03-05");
    // A buffer does not shrink because time passes.
    let asked = unsaid("b 1 started 03-02 | x team promised 03-13");
    for status in ["03-03", "03-12"] {
        assert_eq!(asked.clone().on(status).row("x").buffered_finish, 12, "{status}");
    }
}

#[test]
fn the_finish_is_the_last_day_of_the_last_item() {
    assert_eq!(short(plan("a 3 | b 6").schedule().finish_date()), "03-09");
    assert_eq!(plan("a 3 | b 6").schedule().finish(), Some(6));
    assert_eq!(plan("").schedule().finish(), None);
    assert_eq!(plan("").schedule().finish_date(), None);
}
