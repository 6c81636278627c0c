//! Published networks: the schedule agrees with every figure that their sources print.
//!
//! The fixtures carry facts of published tables, each with its source.

use std::fs;
use std::path::Path;

use unblock_core::schedule::schedule;

use crate::published::{Published, compare};

#[test]
fn the_schedule_agrees_with_published_networks() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/networks");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(files.len() >= 11);
    for file in files {
        let network: Published = serde_json::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
        let (board, ids) = network.board().unwrap();
        let comparison = compare(&network.expected, &schedule(&board, None), &ids);
        assert_eq!(comparison.differences, Vec::<String>::new(), "{}", file.display());
        assert!(comparison.compared.len() >= 3, "{}: {:?}", file.display(), comparison.compared);
    }
}

#[test]
fn a_figure_that_differs_is_told() {
    let text = r#"{"tasks": [{"id": "A", "duration": 3, "preds": []}, {"id": "B", "duration": 2, "preds": ["A SS+2"]}],
        "expected": {"length": 5, "critical": ["A"], "tasks": {"A": {"es": 0}, "B": {"ff": 0}, "C": {"es": 1}}}}"#;
    let network: Published = serde_json::from_str(text).unwrap();
    let (board, ids) = network.board().unwrap();
    let comparison = compare(&network.expected, &schedule(&board, None), &ids);
    assert_eq!(
        comparison.differences,
        [
            "the plan: length is Some(4), its source says Some(5)",
            "C: is not in the plan",
            r#"the plan: critical set is Some("A B"), its source says Some("A")"#,
        ]
    );
}
