//! The schedule of a file by the command line, as a CI job calls it.

use std::fs;
use std::path::Path;

#[allow(dead_code, reason = "its main is for the command line")]
#[path = "../../examples/schedule.rs"]
mod example;

/// What the command says to a file with this content, called with these options.
fn asked(name: &str, content: &str, options: &str) -> Result<String, String> {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&file, content).unwrap();
    let words = options.split_whitespace().map(str::to_owned);
    example::run([file.display().to_string()].into_iter().chain(words))
}

/// The columns of the answer that are called so, one row each.
#[track_caller]
fn columns(answer: Result<String, String>, names: &str) -> Vec<String> {
    let table = answer.unwrap();
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let header = reader.headers().unwrap().clone();
    let places: Vec<usize> =
        names.split(',').map(|name| header.iter().position(|column| column == name).unwrap()).collect();
    let row = |row: csv::StringRecord| places.iter().map(|place| row[*place].to_owned()).collect::<Vec<_>>();
    reader.records().map(|record| row(record.unwrap()).join(" ")).collect()
}

const LINKS: &str = "Depends On,ID,title,duration\r\n\
    ,A,\"Say \"\"hi\"\", all\",3\r\n\
    A,B,Beta,2w\r\n\
    A; B SS+2; A FF-1d,C,Gamma,2\r\n";

#[test]
fn links_are_read_in_the_notation_of_ms_project_from_any_line_ends() {
    for (name, text) in [("windows.csv", LINKS.to_owned()), ("unix.csv", LINKS.replace("\r\n", "\n"))] {
        let answer = asked(name, &text, "--start 2026-01-05");
        let rows = columns(answer, "id,title,ES,EF,total float,critical");
        assert_eq!(rows, ["A Say \"hi\", all 0 3 0 yes", "B Beta 3 13 0 yes", "C Gamma 5 7 6 no"], "{name}");
    }
}

const PLAIN: &str = "id,title,duration,depends on\nA,a,3,\nB,b,2,A\n";

#[test]
fn options_say_start_workdays_days_off_and_target() {
    let dates = |name, options| columns(asked(name, PLAIN, options), "id,start,finish");
    assert_eq!(
        dates("start.csv", "--start 2026-01-05"),
        ["A 2026-01-05 2026-01-07", "B 2026-01-08 2026-01-09"]
    );
    assert_eq!(
        dates("off.csv", "--start 2026-01-05 --days-off 2026-01-06 --days-off 2026-01-08..2026-01-11"),
        ["A 2026-01-05 2026-01-12", "B 2026-01-13 2026-01-14"]
    );
    assert_eq!(
        dates("week.csv", "--start 2026-01-05 --workdays Mon,wednesday,FRI"),
        ["A 2026-01-05 2026-01-09", "B 2026-01-12 2026-01-14"]
    );
    assert_eq!(dates("status.csv", "--start 2026-01-05 --status 2026-01-08")[0], "A 2026-01-08 2026-01-12");
    let aimed = asked("target.csv", PLAIN, "--start 2026-01-05 --target 2026-01-14");
    assert_eq!(columns(aimed, "id,needed by,gap"), ["A 2026-01-12 3", "B 2026-01-14 3"]);
}

#[test]
fn what_is_wrong_is_said() {
    for (name, text, options, why) in [
        ("a.csv", PLAIN, "", "the file does not say when the plan starts: add --start DATE"),
        ("b.csv", PLAIN, "--start", "--start needs a value"),
        ("c.csv", PLAIN, "--soon", "--soon is not known"),
        ("d.csv", PLAIN, "--start soon", "'soon' is not understood: write it like 2026-01-05"),
        ("e.csv", PLAIN, "--workdays some", "'some' is not understood: write it like mon,tue,wed,thu,fri"),
        ("f.csv", PLAIN, "--days-off 2026-01-06..", "'2026-01-06..' is not understood"),
        ("g.csv", PLAIN, "other.csv", "usage: schedule PLAN"),
        ("h.csv", PLAIN, "--help", "usage: schedule PLAN"),
        ("i.csv", "title,status\na,done\n", "--start 2026-01-05", "'a' needs the day on which"),
        (
            "j.csv",
            "title,started\na,2026-01-09\n",
            "--start 2026-01-05 --status 2026-01-08",
            "'a' has a fact on 2026-01-09, which is after the status date 2026-01-08",
        ),
    ] {
        let said = asked(name, text, options).unwrap_err();
        assert!(said.contains(why), "{said}");
    }
    assert!(example::run(["missing.csv".to_owned()].into_iter()).unwrap_err().starts_with("missing.csv: "));
}

#[test]
fn what_is_done_or_started_without_a_day_is_so_on_the_status_date() {
    let text = "id,title,duration,status\nA,a,3,done\nB,b,2,started\n";
    let answer = asked("undated.csv", text, "--start 2026-01-05 --status 2026-01-08");
    assert_eq!(columns(answer, "id,start,finish"), ["A 2026-01-06 2026-01-08", "B 2026-01-08 2026-01-09"]);
}

#[test]
fn links_that_close_a_cycle_are_left_out_in_the_files_order() {
    let text = "id,title,duration,depends on\nA,a,3,C\nB,b,2,A\nC,c,2,B\nD,d,1,D\n";
    let answer = asked("cycle.csv", text, "--start 2026-01-05");
    // A after C and B after A stand; C after B would close the cycle.
    assert_eq!(columns(answer, "id,ES,EF"), ["A 2 5", "B 5 7", "C 0 2", "D 0 1"]);
}

#[test]
fn a_project_of_ms_project_brings_its_own_start() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/ms_project.xml");
    let table = example::run([file.display().to_string()].into_iter()).unwrap();
    assert!(table.starts_with("id,title,duration,ES,EF,LS,LF,"));
    assert!(table.lines().count() > 2);
}
