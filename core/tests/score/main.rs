//! The scores of a file by the command line, as a CI job calls it.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fs;
use std::path::Path;

#[allow(dead_code, reason = "its main is for the command line")]
#[path = "../../examples/score.rs"]
mod example;

fn asked(name: &str, content: &str) -> Result<String, String> {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&file, content).unwrap();
    example::run([file.display().to_string()].into_iter())
}

#[test]
fn the_article_that_introduced_rice_comes_out_as_a_table() {
    let plan = "id,title,reach,impact,confidence,effort\n\
        1,Project 1,450,3,1.0,2\n2,Project 2,2000,1,0.8,4\n3,Project 3,800,2,50%,1\n";
    assert_eq!(
        asked("intercom.csv", plan).unwrap(),
        "id,title,reach,impact,confidence,effort,ease,RICE,RICE rank,ICE,ICE rank\r\n\
         1,Project 1,450,3,100,2,,675,2,,\r\n\
         2,Project 2,2000,1,80,4,,400,3,,\r\n\
         3,Project 3,800,2,50,1,,800,1,,\r\n"
    );
}

#[test]
fn a_score_keeps_what_two_places_would_hide_and_a_missing_one_leaves_its_cells_empty() {
    let plan = "id,title,reach,impact,confidence,effort,ease\n\
        1,\"=Video, new\",100,2,90,13,\n2,Coach,60,3,30,4,\n3,Nobody knows,,2,80,1,\n4,For nothing,100,1,50,0,\n5,Wins,8,7,7,3,3\n";
    let table = asked("traps.csv", plan).unwrap();
    let rows: Vec<&str> = table.lines().skip(1).collect();
    assert_eq!(
        rows,
        [
            "1,\"'=Video, new\",100,2,90,13,,13.846154,1,,",
            "2,Coach,60,3,30,4,,13.5,2,,",
            "3,Nobody knows,,2,80,1,,,,,",
            "4,For nothing,100,1,50,0,,,,,",
            "5,Wins,8,7,7,3,3,1.306667,3,147,1",
        ]
    );
}

#[test]
fn what_is_wrong_is_said() {
    let said = |words: &[&str]| example::run(words.iter().map(|word| (*word).to_owned())).unwrap_err();
    assert!(said(&["missing.csv"]).starts_with("missing.csv: "));
    assert_eq!(said(&[]), "usage: score PLAN");
    assert_eq!(said(&["a.csv", "b.csv"]), "usage: score PLAN");
    assert_eq!(said(&["--start"]), "--start is not known\nusage: score PLAN");
}

#[test]
fn an_item_without_a_score_says_why_and_a_method_nobody_uses_says_so_once() {
    let plan = "title,reach,impact,confidence,effort\nA,10,1,80,1\nB,,1,80,1\nC,10,1,80,0\n";
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join("why.csv");
    fs::write(&file, plan).unwrap();
    let board = example::common::board_of(&file.display().to_string()).unwrap();
    assert_eq!(
        example::unscored(&board),
        [
            "'B' has no RICE score: no reach",
            "'C' has no RICE score: effort is out of range: more than 0 person-months",
            "no item has ease: there are no ICE scores",
        ]
    );
}
