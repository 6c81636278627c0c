//! The schedule as CSV, as it is written for people and for CI jobs.

use unblock_core::exchange::{write_schedule_csv, write_schedule_csv_by_source};

use crate::plan::{Plan, plan};

fn lines(plan: &Plan) -> Vec<String> {
    let text = write_schedule_csv_by_source(&plan.board, &plan.schedule());
    assert!(text.ends_with("\r\n"));
    text.trim_end().split("\r\n").skip(1).map(str::to_owned).collect()
}

#[test]
fn the_columns_are_those_of_the_design_in_its_order() {
    let plan = plan("a 1");
    let text = write_schedule_csv(&plan.board, &plan.schedule());
    assert_eq!(
        text.lines().next().unwrap(),
        "\u{FEFF}id,title,duration,ES,EF,LS,LF,total float,free float,critical,start,finish,buffer,buffer date,promised,needed by,gap"
    );
}

#[test]
fn each_item_of_the_plan_is_a_row_in_the_boards_order() {
    let plan = plan("x team 5 promised 03-06 | b 2 after x | a 1 | r refused 3 | z 10");
    assert_eq!(
        lines(&plan),
        [
            "x,x,5,0,5,2,7,2,0,no,2026-03-02,2026-03-06,1,2026-03-09,2026-03-06,2026-03-11,2",
            "b,b,2,6,8,8,10,2,2,no,2026-03-10,2026-03-11,0,2026-03-11,,2026-03-13,2",
            "a,a,1,0,1,9,10,9,9,no,2026-03-02,2026-03-02,0,2026-03-02,,2026-03-13,9",
            "z,z,10,0,10,0,10,0,0,yes,2026-03-02,2026-03-13,0,2026-03-13,,2026-03-13,0",
        ]
    );
}

#[test]
fn what_is_done_has_dates_and_neither_float_nor_gap() {
    assert_eq!(
        lines(&plan("a 2 started 03-03 done 03-05")),
        ["a,a,3,1,4,,,,,no,2026-03-03,2026-03-05,0,2026-03-05,,,"]
    );
}

#[test]
fn duration_is_what_lies_between_start_and_finish() {
    // Four days went by of ten, and seven are said to be left.
    let plan = plan("a 10 started 03-02 left 7").on("03-06");
    assert_eq!(lines(&plan)[0].split(',').take(5).collect::<Vec<_>>(), ["a", "a", "11", "0", "11"]);
}

#[test]
fn titles_are_quoted_where_they_must_be() {
    let mut plan = plan("a 1");
    let item = std::sync::Arc::make_mut(plan.board.items.values_mut().next().unwrap());
    item.title = "Say \"no\", or yes".parse().unwrap();
    let text = write_schedule_csv(&plan.board, &plan.schedule());
    assert!(text.contains(",\"Say \"\"no\"\", or yes\",1,0,1,"), "{text}");
}
