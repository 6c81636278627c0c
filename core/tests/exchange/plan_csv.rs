//! The plan CSV: each column, each cell that is not understood, and what is written is read back.

use proptest::prelude::*;
use unblock_core::board::{
    Awaited, Board, Days, FieldName, ItemField, Kind, LinkKind, OrderKey, Priority, Progress, Quadrant,
    Reason,
};
use unblock_core::exchange::{NoteKind, Plan, Prefer, write_plan_csv};

use crate::reading::{
    changes, edited, fixture, imported, item, plan, preview, preview_as, said, taken, waits_for,
};

fn date(text: &str) -> unblock_core::board::Date {
    text.parse().unwrap()
}

#[test]
fn each_column_goes_to_its_field() {
    let board = imported(&plan("plan.csv", &fixture("plan.csv")));
    let a = item(&board, "Publish");
    assert_eq!(
        (a.duration, a.priority, a.quadrant()),
        (Days::try_from(5).ok(), Priority::P0, Some(Quadrant::Do))
    );
    assert_eq!(a.progress, Progress::Started { on: date("2026-02-23"), remaining: Days::try_from(3).ok() });
    assert_eq!(a.awaited_by[0], Awaited { who: "Payments".parse().unwrap(), by: date("2026-03-10") });
    assert_eq!(a.notes, "Three teams wait for it.\nVersion 2 only.\n\nCost centre: 4711");
    let b = item(&board, "Contract of");
    assert_eq!(
        (b.kind, b.promised, b.agreed),
        (Kind::Api, Some(date("2026-03-10")), Some(date("2026-03-10")))
    );
    let refused = item(&board, "Rewrite");
    assert_eq!(refused.refusal.as_ref().unwrap().reason, "does not move the needle");
    assert_eq!(waits_for(&board, item(&board, "Go live")), ["Load test", "Refund flow", "Staging cluster"]);
    let load = board.waits_for(item(&board, "Load test").id).find(|link| link.lag.get() == -1).unwrap();
    assert_eq!(load.key.kind, LinkKind::FinishToFinish);
}

#[test]
fn a_cell_that_is_not_understood_is_left_out_and_its_row_kept() {
    let plan = plan("plan.csv", &fixture("plan.csv"));
    let told = said(&plan.notes, NoteKind::LeftOut);
    for column in [
        "Duration",
        "Priority",
        "Buffer",
        "Deadline",
        "Finished",
        "Status",
        "Reach",
        "Impact",
        "Confidence",
        "Important",
        "Awaited by",
        "Depends on",
    ] {
        let start = format!("line 14, column '{column}': ");
        assert!(told.iter().any(|note| note.starts_with(&start)), "{column}: {told:?}");
    }
    assert!(told.contains(&"line 15: there is no title here: nothing was taken of it".to_owned()));
    assert_eq!(plan.items[11].title(), "=HYPERLINK(\"https://x.example\")");
    let unknown = "line 1: the column 'Cost centre' is not known; its cells are in the notes";
    assert_eq!(said(&plan.notes, NoteKind::Kept), [unknown]);
}

#[test]
fn without_ids_rows_are_named_by_their_number_and_matched_by_their_title() {
    let text = "title;depends on\nDesign;\nBuild;1\nShip;2 FS+2\n";
    let board = imported(&plan("p.csv", text));
    assert_eq!(waits_for(&board, item(&board, "Ship")), ["Build"]);
    let moved = plan("p.csv", "title;depends on\nBuild;2\nDesign;\nShip;1 FS+2\n");
    let preview = preview(&moved, &board);
    assert_eq!((preview.new, preview.unchanged, preview.links), (0, 3, 0));
}

#[test]
fn an_exported_plan_that_was_edited_comes_back_as_changes() {
    let board = imported(&plan("plan.csv", &fixture("plan.csv")));
    let edited = write_plan_csv(&board).replace("Load test", "Load test at 4× peak");
    let preview = preview(&plan("downloaded (1).csv", &edited), &board);
    assert_eq!((preview.new, preview.unchanged, preview.links), (0, 11, 0), "{:?}", preview.notes);
    assert_eq!(changes(&preview.changed_there), [("Load test", &[FieldName::Title][..])]);
    let board = taken(&preview, &board);
    assert_eq!(board.items.len(), 12);
    assert_eq!(item(&board, "Load test").source.as_ref().unwrap().origin, "csv:plan");
}

#[test]
fn an_old_export_asks_before_it_overwrites_nothing_it_does_not_speak_of() {
    let board = imported(&plan("plan.csv", "id,title,notes\nA,Ship,by hand\n"));
    let board = edited(&board, "Ship", ItemField::Notes("more by hand".to_owned()));
    let narrow = plan("plan.csv", "id,title\nA,Ship it\n");
    let preview = preview_as(&narrow, &board, Prefer::Theirs);
    assert_eq!(changes(&preview.changed_there), [("Ship", &[FieldName::Title][..])]);
    assert_eq!(item(&taken(&preview, &board), "Ship it").notes, "more by hand");
}

#[test]
fn what_is_core_the_ticked_questions_and_the_day_to_ask_again_survive_the_table() {
    let text = "title,core,reasons,chase on\nShip,yes,value; Less risk,2026-03-12\nWait,,can-wait,\n";
    let board = imported(&plan("plan.csv", text));
    let (ship, wait) = (item(&board, "Ship"), item(&board, "Wait"));
    assert_eq!((ship.core, wait.core), (true, false));
    assert!(ship.reasons.has(Reason::Value) && ship.reasons.has(Reason::LessRisk));
    assert_eq!(ship.chase_on, Some(date("2026-03-12")));
    let again = imported(&plan("again.csv", &write_plan_csv(&board)));
    for title in ["Ship", "Wait"] {
        let (was, is) = (item(&board, title), item(&again, title));
        assert_eq!((was.core, was.reasons, was.chase_on), (is.core, is.reasons, is.chase_on), "{title}");
    }
}

#[test]
fn a_core_item_that_is_refused_and_a_question_nobody_asks_are_told() {
    let plan = plan("plan.csv", "title,important,urgent,core,reasons\nLogo,no,no,yes,\nShip,yes,yes,,luck\n");
    let told = [
        "line 2, column 'core': what is core is never refused; the answers count, and the mark was left out",
        "line 3, column 'reasons': 'luck' is not a reason: value, less-risk, compounds or can-wait; the cell was left out",
    ];
    assert_eq!(said(&plan.notes, NoteKind::LeftOut), told);
    assert!(!item(&imported(&plan), "Logo").core);
}

/// What a plan says, without the keys and the file it came from.
fn content(plan: &Plan, board: &Board) -> Vec<String> {
    let mut lines: Vec<String> = board
        .live()
        .iter()
        .map(|item| {
            let mut item = (*item).clone();
            item.source = None;
            item.agreed = None;
            item.order = OrderKey::default();
            let names = |ids: Vec<_>| -> Vec<String> {
                ids.into_iter().map(|id| board.person(id).unwrap().name.to_string()).collect()
            };
            let owners = (
                names(item.responsible.take().into_iter().collect()),
                names(item.accountable.take().into_iter().collect()),
                names(std::mem::take(&mut item.consulted).into_iter().collect()),
                names(std::mem::take(&mut item.informed).into_iter().collect()),
            );
            let waits: Vec<String> = board
                .waits_for(item.id)
                .map(|l| {
                    format!(
                        "{} {} {}",
                        board.item(l.key.predecessor).unwrap().title,
                        l.key.kind.letters(),
                        l.lag.get()
                    )
                })
                .collect();
            item.id = unblock_core::board::ItemId::new(uuid::Uuid::nil());
            format!("{item:?} {owners:?} {waits:?}")
        })
        .collect();
    lines.push(format!("{} links", plan.links.len()));
    lines
}

#[test]
fn what_is_written_is_read_back_as_the_same_plan() {
    for (name, file) in [
        ("plan.csv", "plan.csv"),
        ("search.csv", "jira_search.csv"),
        ("board.json", "trello_board.json"),
        ("issues.json", "github_issues.json"),
    ] {
        let board = imported(&plan(name, &fixture(file)));
        let text = write_plan_csv(&board);
        let again = plan("again.csv", &text);
        assert!(again.notes.is_empty(), "{name}: {:?}", again.notes);
        let read = imported(&again);
        let mut first = content(&again, &board);
        let mut second = content(&again, &read);
        first.sort();
        second.sort();
        assert_eq!(first, second, "{name}");
        assert_eq!(again.links.len(), board.links.len(), "{name}");
    }
}

#[test]
fn no_cell_of_an_export_starts_a_formula() {
    let board = imported(&plan("list.txt", "=1+1\n+cmd|' /C calc'!A0\n-2+3\n@SUM(A1)\n＝1"));
    let text = write_plan_csv(&board);
    let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{FEFF}').as_bytes());
    let mut rows = 0;
    for record in reader.records() {
        rows += 1;
        for cell in &record.unwrap() {
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝']), "{cell}");
        }
    }
    assert_eq!(rows, 5);
    assert_eq!(imported(&plan("again.csv", &text)).live()[0].title.as_str(), "=1+1");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]
    #[test]
    fn any_words_survive_the_table(title in "[ -~äß中א👍]{0,3}[a-z]", notes in "[ -~\t\n\räß中א👍'=+@-]{0,30}") {
        let mut board = imported(&plan("list.txt", "only"));
        let id = board.live()[0].id;
        let mut item = board.item(id).unwrap().clone();
        item.title = title.parse().unwrap();
        item.notes.clone_from(&notes);
        board.items.insert(id, std::sync::Arc::new(item));
        let read = imported(&plan("again.csv", &write_plan_csv(&board)));
        prop_assert_eq!(read.live()[0].title.as_str(), board.live()[0].title.as_str());
        let expected = if notes.trim().is_empty() { "" } else { notes.as_str() };
        prop_assert_eq!(&read.live()[0].notes, expected);
    }
}
