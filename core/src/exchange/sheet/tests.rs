//! Tables as people paste them: what is guessed of their columns, and what is read of their rows.

use super::*;
use crate::board::{Board, BoardId, FieldName, ItemField};
use crate::edit::{Action, Command, Stamp, apply};
use crate::exchange::{NoteKind, Prefer, compare};

fn sheet(text: &str) -> Sheet {
    Sheet::read(text, None).unwrap()
}

fn guessed(text: &str) -> Vec<&'static str> {
    sheet(text).columns.iter().map(|column| column.meaning.word()).collect()
}

fn plan(text: &str) -> Plan {
    sheet(text).plan(&Scales::default()).unwrap()
}

/// The inputs of a plan's items.
fn inputs(plan: &Plan) -> Vec<Vec<String>> {
    let figure = |field: &ItemField| match field {
        ItemField::Reach(Some(v)) => Some(format!("reach {v}")),
        ItemField::Impact(Some(v)) => Some(format!("impact {v}")),
        ItemField::Confidence(Some(v)) => Some(format!("confidence {v}")),
        ItemField::Effort(Some(v)) => Some(format!("effort {v}")),
        ItemField::Ease(Some(v)) => Some(format!("ease {v}")),
        _ => None,
    };
    plan.items.iter().map(|item| item.fields.iter().filter_map(figure).collect()).collect()
}

fn said(plan: &Plan) -> Vec<String> {
    plan.notes.iter().map(ToString::to_string).collect()
}

fn taken(plan: &Plan, board: &Board) -> Board {
    let mut last = 100 + board.items.len() as u128;
    let mut new_id = || {
        last += 1;
        uuid::Uuid::from_u128(last)
    };
    let preview = compare(plan, board, Prefer::Ours, &mut new_id);
    let stamp = Stamp { at: 0, today: crate::board::Date::default(), by: None };
    apply(board, &Command { stamp, action: Action::Import(Box::new(preview.import)) }).unwrap().0
}

const OWN: &str = "Feature\tReach (users/qtr)\tImpact 1-3\tConf %\tPerson months\tRICE score\tRank\tWhy\n\
    Password reset\t450\t3\t100%\t2\t675\t2\tmany ask\n\
    Invoice export\t2,000\tMedium\t0.8\t4\t400\t3\t\n\
    Onboarding video\t0.8k\thigh\tlow\t1\t800\t1\t\n";

#[test]
fn heads_in_peoples_own_words_are_understood() {
    assert_eq!(
        guessed(OWN),
        [
            "Title",
            "Reach",
            "Impact",
            "Confidence",
            "Effort",
            "A result: left out",
            "A result: left out",
            "Notes"
        ]
    );
    assert_eq!(guessed("Idea;Impact;Confidence;Ease\nA;8;7;3\n"), ["Title", "Impact", "Confidence", "Ease"]);
    assert_eq!(
        guessed(
            "#,Initiative,Confidence score,Impact score,Users,Effort (weeks),Squad\n1,A,80%,2,10,3,Blue\n"
        ),
        ["Id", "Title", "Confidence", "Impact", "Reach", "Effort", "Left out"]
    );
    assert_eq!(guessed("Impact on reach,Reach,What\n1,2,A\n"), ["Reach", "Left out", "Title"], "one each");
}

#[test]
fn without_heads_the_columns_are_guessed_by_what_stands_in_them() {
    assert_eq!(
        guessed("Reset\t450\t3\t100%\t2\nExport\t2000\t1\t80%\t4\n"),
        ["Title", "Reach", "Impact", "Confidence", "Effort"]
    );
    assert_eq!(guessed("Reset\t80%\t450\t3\t2\n"), ["Title", "Confidence", "Reach", "Impact", "Effort"]);
    assert_eq!(guessed("A\t8\t7\t3\nB\t6\t4\t8\n"), ["Title", "Impact", "Confidence", "Ease"]);
    assert_eq!(
        guessed("1\tA\t450\t3\t1\t2\n2\tB\t9\t2\t0.5\t1\n"),
        ["Left out", "Title", "Reach", "Impact", "Confidence", "Effort"],
        "a count of rows is left out"
    );
    assert_eq!(guessed("A\t8\t7\n"), ["Title", "Left out", "Left out"], "two figures could be anything");
    let mut sheet = sheet("Reset\t450\t3\t100%\t2\n");
    assert!(!sheet.has_heads);
    sheet.set_heads(true).unwrap();
    assert!(sheet.plan(&Scales::default()).is_err(), "nothing is left to take");
}

#[test]
fn a_row_is_read_as_people_write_it_and_what_was_made_of_it_is_told() {
    let plan = plan(OWN);
    assert_eq!(
        inputs(&plan),
        [
            ["reach 450", "impact 3", "confidence 100", "effort 2"],
            ["reach 2000", "impact 1", "confidence 80", "effort 4"],
            ["reach 800", "impact 2", "confidence 50", "effort 1"],
        ]
    );
    assert_eq!(
        said(&plan),
        [
            "'RICE score' is a result: scores and ranks are computed here",
            "'Rank' is a result: scores and ranks are computed here",
            "line 3, column 'Impact 1-3': 'Medium' was read as 1",
            "line 3, column 'Conf %': a confidence of at most 1 without % was read as a fraction: 80 %",
            "line 4, column 'Reach (users/qtr)': '0.8k' was read as 800",
            "line 4, column 'Impact 1-3': 'high' was read as 2",
            "line 4, column 'Conf %': 'low' was read as 50",
        ]
    );
}

#[test]
fn the_boards_own_scale_names_the_impacts() {
    let scales = Scales { impact: "5 a must, 1 nice".parse().unwrap(), ..Scales::default() };
    let plan = sheet("What,Impact,Effort\nA,A must,1\nB,high,2\n").plan(&scales).unwrap();
    assert_eq!(inputs(&plan), [vec!["impact 5", "effort 1"], vec!["effort 2"]]);
    assert!(said(&plan)[1].contains("line 3, column 'Impact': 'high' is not a number"), "{:?}", said(&plan));
}

#[test]
fn what_cannot_be_read_or_gives_no_score_is_told_with_its_row_and_column() {
    let plan = plan("Item,Reach,Impact,Confidence,Effort\nA,many,1,80,0\nB,5,2,120,1\n");
    assert_eq!(inputs(&plan)[0], ["impact 1", "confidence 80", "effort 0"]);
    let effort = "line 2, column 'Effort': effort is out of range: more than 0 person-months; '0' was taken and gives no score";
    let said = said(&plan);
    assert_eq!(
        said[0],
        "line 2, column 'Reach': 'many' is not a number such as 3, 0.5 or 1,200; the cell was left out"
    );
    assert_eq!(said[1], effort);
    assert!(said[2].starts_with("line 3, column 'Confidence': confidence is out of range"), "{said:?}");
}

#[test]
fn printed_ties_that_are_none_and_printed_scores_that_are_wrong_are_told() {
    let plan = plan(
        "Name,Reach,Impact,Confidence,Effort,Score\n\
         New onboarding video,100,2,90,13,14\nAI portfolio coach,60,3,30,4,14\nPublished wrong,10000,1,80,3,26667\n",
    );
    let said = said(&plan);
    assert_eq!(
        said[1],
        "line 3, column 'Score': 'New onboarding video' and 'AI portfolio coach' both print 14 and are no tie: 13.846154 and 13.5"
    );
    assert_eq!(said[2], "line 4, column 'Score': '26667' is printed, and the figures of the row give 2667");
}

#[test]
fn in_a_sheet_of_ice_a_confidence_of_one_is_one() {
    let plan = plan("Idea,Impact,Confidence,Ease\nA,8,1,3\n");
    assert_eq!(inputs(&plan), [["impact 8", "confidence 1", "ease 3"]]);
}

#[test]
fn rows_are_matched_by_title_or_id_and_a_blank_cell_changes_nothing() {
    let board = Board::new(BoardId::new(uuid::Uuid::nil()), "Board".parse().unwrap());
    let board =
        taken(&plan("Key,Idea,Reach,Effort,Notes\nX-1,Reset,450,2,first\nX-2,Export,10,1,\n"), &board);
    let again = taken(&plan("Idea,Reach,Effort,Notes\nreset,500,,second\nSearch,1,1,\n"), &board);
    let find = |board: &Board, title: &str| {
        board.live().into_iter().find(|i| i.title.as_str() == title).unwrap().clone()
    };
    assert_eq!(again.items.len(), 3);
    let reset = find(&again, "reset");
    assert_eq!(
        (reset.reach.unwrap().to_string().as_str(), reset.effort.unwrap().to_string().as_str()),
        ("500", "2")
    );
    assert_eq!(reset.notes, "first", "what was written here stays");
    assert_eq!(find(&again, "Search").quadrant(), None, "what is new goes to the Inbox");
    let renamed = taken(&plan("Key,Idea,Reach,Effort\nX-2,Export to CSV,20,1\n"), &again);
    assert_eq!(
        (renamed.items.len(), find(&renamed, "Export to CSV").reach.unwrap().to_string().as_str()),
        (3, "20")
    );
}

#[test]
fn what_was_changed_here_since_is_what_the_sheet_says_all_the_same() {
    let text = "Idea,Reach,Effort\nReset,450,2\n";
    let mut board =
        taken(&plan(text), &Board::new(BoardId::new(uuid::Uuid::nil()), "Board".parse().unwrap()));
    let id = *board.items.keys().next().unwrap();
    std::sync::Arc::make_mut(board.items.get_mut(&id).unwrap()).replace(ItemField::Reach(Some(7.into())));
    let preview = compare(&plan(text), &board, Prefer::Ours, &mut || uuid::Uuid::nil());
    assert_eq!(preview.changed_there[0].fields, [FieldName::Reach]);
    assert_eq!(taken(&plan(text), &board).item(id).unwrap().reach, Some(450.into()));
}

#[test]
fn a_chosen_meaning_is_taken_from_the_column_that_had_it() {
    let mut sheet = sheet("Idea,Reach,Value,Effort\nA,1,3,2\n");
    sheet.choose(2, Meaning::Input(Factor::Impact));
    sheet.choose(3, Meaning::Input(Factor::Reach));
    let words: Vec<&str> = sheet.columns.iter().map(|column| column.meaning.word()).collect();
    assert_eq!(words, ["Title", "Left out", "Impact", "Reach"]);
    assert!(said(&sheet.plan(&Scales::default()).unwrap()).contains(&"the column 'Reach'".to_owned()));
}

#[test]
fn the_plan_csv_and_lists_of_lines_stay_what_they_are() {
    let heads = |text: &str| is_sheet(&super::super::table::headers(text));
    assert!(!heads("id,title,reach,impact,confidence,effort"), "the plan CSV's own names");
    assert!(!heads("title,RICE,effort,notes") && !heads("Buy milk, call Bob") && !heads("One line"));
    assert!(heads("Title,Reach (users/qtr),Impact") && heads("Feature;Impact;Effort"));
    assert!(plan(OWN).notes.iter().all(|note| note.kind != NoteKind::Kept));
}
