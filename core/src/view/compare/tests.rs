//! What the table and the columns say, on small boards.

use std::sync::Arc;

use uuid::Uuid;

use super::*;
use crate::board::{Board, BoardId, Date, Item, ItemId, Lag, LinkKey, LinkKind};
use crate::score::{Factor, Method};
use crate::view::{Filter, Scene};

pub(super) fn id(n: u128) -> ItemId {
    ItemId::new(Uuid::from_u128(n))
}

/// Items called A, B, C … by reach, impact, confidence, effort and ease; `-` for what is missing.
pub(super) fn scene(items: &[[&str; 5]], links: &[(u128, u128)]) -> Scene {
    let mut board = Board::new(BoardId::new(Uuid::nil()), "Plan".parse().unwrap());
    for (n, inputs) in (1..).zip(items) {
        let [reach, impact, confidence, effort, ease] = inputs.map(|text| text.parse().ok());
        let mut item = Item { reach, impact, confidence, effort, ease, ..Item::new(id(n)) };
        item.title = char::from_u32(64 + u32::try_from(n).unwrap()).unwrap().to_string().parse().unwrap();
        item.order =
            crate::board::OrderKey::spread(None, None, items.len())[usize::try_from(n - 1).unwrap()].clone();
        board.items.insert(item.id, Arc::new(item));
    }
    for (from, to) in links {
        let key = LinkKey { predecessor: id(*from), successor: id(*to), kind: LinkKind::FinishToStart };
        board.links.insert(key, Lag::default());
    }
    Scene::of(Arc::new(board), Date::new(2026, 3, 12).unwrap())
}

fn seed() -> Scene {
    scene(&[["-", "8", "7", "-", "3"], ["-", "6", "4", "-", "8"]], &[])
}

#[test]
fn the_seed_example_reads_as_a_sentence() {
    let view = side_by_side(&seed(), &[id(1), id(2)], Method::Ice).unwrap();
    assert_eq!(view.verdict, "B leads by 14 %, on ease alone; A wins on impact and confidence.");
    assert_eq!(
        view.details,
        ["A overtakes if B's impact falls to 5.2 (13 % less), or if its own ease rises to 3.5 (17 % more)."]
    );
    assert_eq!(view.question.as_deref(), Some("Only ease speaks for the leader: hard work or quick wins?"));
    assert_eq!(
        view.options.iter().map(|o| (o.score.clone().unwrap(), o.leads)).collect::<Vec<_>>(),
        [("168".to_owned(), false), ("192".to_owned(), true)]
    );
}

#[test]
fn a_title_that_is_cut_stands_where_the_sentence_can_bear_it() {
    let mut plan = (*seed().board).clone();
    let long = "A title of more letters than a sentence can hold at once";
    Arc::make_mut(plan.items.get_mut(&id(2)).unwrap()).title = long.parse().unwrap();
    let plan = Scene::of(Arc::new(plan), Date::new(2026, 3, 12).unwrap());
    let view = side_by_side(&plan, &[id(1), id(2)], Method::Ice).unwrap();
    let cut = "A title of more letters than a sentence can…";
    assert!(
        view.details[0].starts_with(&format!("A overtakes if the impact of {cut} falls to 5.2")),
        "{view:?}"
    );
}

#[test]
fn a_bar_carries_its_flip_point_and_the_best_one_wins() {
    let view = side_by_side(&seed(), &[id(1), id(2)], Method::Ice).unwrap();
    let ease = |option: usize| view.options[option].bars[2].clone();
    assert_eq!((ease(0).length, ease(0).wins, ease(0).value.as_str()), (3_000, false, "3"));
    assert_eq!(ease(0).flip, Some(FlipMark { at: Some(3_500), words: "turns at 3.5".to_owned() }));
    assert!(ease(1).wins && view.options[0].bars[0].wins);
}

#[test]
fn three_options_are_told_leader_against_each() {
    let all = [["100", "1", "100", "1", "-"], ["90", "1", "100", "1", "-"], ["100", "1", "50", "1", "-"]];
    let view = side_by_side(&scene(&all, &[]), &[id(3), id(1), id(2)], Method::Rice).unwrap();
    assert_eq!(view.verdict, "A leads B by 11 % and C by 100 %.");
    let behind = view.options[2].behind.clone().unwrap();
    assert!(behind.starts_with("Behind on reach alone. Overtakes if "), "{behind}");
    assert_eq!(view.options[1].behind, None);
    assert_eq!(view.options.iter().map(|o| o.title.as_str()).collect::<Vec<_>>(), ["C", "A", "B"]);
}

#[test]
fn a_lead_of_several_times_is_told_as_a_share_of_the_score() {
    let with = |reach: &[&'static str]| {
        let all: Vec<_> = reach.iter().map(|reach| [*reach, "1", "100", "1", "-"]).collect();
        let options: Vec<ItemId> = (1..).map(id).take(all.len()).collect();
        side_by_side(&scene(&all, &[]), &options, Method::Rice).unwrap().verdict
    };
    assert_eq!(with(&["96", "87", "30"]), "A leads B by 10 % and has 3.2 times the score of C.");
    assert_eq!(with(&["96", "30", "12"]), "A leads with 3.2 times the score of B and 8 times that of C.");
    assert_eq!(
        with(&["96", "90", "80", "12"]),
        "A leads B by 7 %, C by 20 % and has 8 times the score of D."
    );
}

#[test]
fn a_tie_and_a_missing_input_are_said() {
    let same = ["100", "1", "100", "1", "-"];
    let twice = scene(&[same, ["50", "1", "100", "0.5", "-"], ["-", "1", "80", "1", "-"]], &[]);
    let said = |options: &[ItemId]| side_by_side(&twice, options, Method::Rice).unwrap().verdict;
    assert_eq!(said(&[id(1), id(2)]), "A and B tie at 100: A wins on reach, B on effort.");
    assert_eq!(said(&[id(1), id(3)]), "No verdict yet: C has no score, no reach.");
    assert!(side_by_side(&twice, &[id(1)], Method::Rice).is_none());
}

#[test]
fn the_record_holds_the_verdict_and_a_line_for_each_factor() {
    let all = [["100", "1", "100", "1", "-"], ["90", "1", "100", "1", "-"], ["-", "1", "50", "1", "-"]];
    let text =
        comparison_markdown(&side_by_side(&scene(&all, &[]), &[id(1), id(2), id(3)], Method::Rice).unwrap());
    let lines: Vec<&str> = text.lines().filter(|line| !line.is_empty()).collect();
    assert!(lines[0].starts_with("## A leads by 11 %, on reach alone"), "{text}");
    assert!(
        lines.contains(&"| | A | B | C |") && lines.contains(&"| RICE | **100** | 90 | no reach |"),
        "{text}"
    );
    assert!(lines.contains(&"| Reach | **100** (turns at 89) | 90 (turns at 101) | – |"), "{text}");
}

#[test]
fn a_decision_keeps_the_verdict_and_the_figures_as_they_stand() {
    let all = [["100", "1", "100", "1", "-"], ["90", "1", "100", "1", "-"], ["-", "1", "50", "1", "-"]];
    let view = side_by_side(&scene(&all, &[]), &[id(1), id(2), id(3)], Method::Rice).unwrap();
    let kept = kept_comparison(&view);
    assert_eq!(kept.verdict, view.verdict);
    assert_eq!(
        kept.rows[..3],
        [["", "A", "B", "C"], ["RICE", "100", "90", "no reach"], ["Reach", "100", "90", "–"]]
    );
    assert_eq!(decision_words(&view), "A before B, C");
}

#[test]
fn a_title_cannot_end_the_picture_or_the_table() {
    let mut plan = (*seed().board).clone();
    Arc::make_mut(plan.items.get_mut(&id(1)).unwrap()).title = "</text> | *x*".parse().unwrap();
    let plan = Scene::of(Arc::new(plan), Date::new(2026, 3, 12).unwrap());
    let view = side_by_side(&plan, &[id(1), id(2)], Method::Ice).unwrap();
    assert!(!comparison_svg(&view).contains("</text> |"));
    assert!(comparison_markdown(&view).contains("\\</text\\> \\| \\*x\\*"), "{}", comparison_markdown(&view));
}

#[test]
fn the_bars_of_the_picture_stand_level_whatever_the_titles_take() {
    let mut plan = (*seed().board).clone();
    Arc::make_mut(plan.items.get_mut(&id(1)).unwrap()).title = "a long title ".repeat(12).parse().unwrap();
    let plan = Scene::of(Arc::new(plan), Date::new(2026, 3, 12).unwrap());
    let picture = comparison_svg(&side_by_side(&plan, &[id(1), id(2)], Method::Ice).unwrap());
    let labels = picture.split("<text").filter(|text| text.contains(">Impact: "));
    let heights: Vec<&str> = labels.filter_map(|text| text.split("y=\"").nth(1)?.split('"').next()).collect();
    assert_eq!(heights.len(), 2);
    assert_eq!(heights[0], heights[1]);
}

#[test]
fn a_figure_off_its_scale_wins_nothing() {
    let all = [["100", "1", "100", "0", "-"], ["90", "1", "100", "1", "-"], ["90", "1", "100", "2", "-"]];
    let view = side_by_side(&scene(&all, &[]), &[id(1), id(2), id(3)], Method::Rice).unwrap();
    let winners: Vec<bool> = view.options.iter().map(|option| option.bars[3].wins).collect();
    assert_eq!(winners, [false, true, false]);
}

#[test]
fn a_lead_of_several_times_is_told_as_such() {
    let far = scene(&[["1000", "3", "100", "1", "-"], ["100", "1", "100", "1", "-"]], &[]);
    let view = side_by_side(&far, &[id(1), id(2)], Method::Rice).unwrap();
    assert_eq!(view.verdict, "A leads with 30 times the score, on reach and impact.");
}

#[test]
fn the_plan_adds_what_an_option_drags_along_and_what_it_unblocks() {
    let items = [
        ["450", "3", "100", "2", "-"],
        ["-", "-", "-", "1", "-"],
        ["-", "-", "-", "-", "-"],
        ["42", "1", "100", "9", "-"],
    ];
    let plan = scene(&items, &[(2, 1), (3, 2), (1, 4)]);
    let adds = |method| side_by_side(&plan, &[id(1), id(4)], method).unwrap().options[0].adds.clone();
    assert_eq!(
        adds(Method::Rice),
        ["alone 675; with what it waits for at most 450 (2 items, at least 1 month)", "unblocks D, worth 42"]
    );
    assert_eq!(adds(Method::Ice), ["waits for 2 items, at least 1 month", "unblocks D"]);
}

fn order(table: &Table) -> Vec<u128> {
    table.rows.iter().map(|row| row.item.uuid().as_u128()).collect()
}

#[test]
fn the_table_is_sorted_by_score_by_the_board_or_held_still() {
    let plan = scene(
        &[["10", "1", "100", "1", "-"], ["-", "1", "100", "1", "-"], ["30", "1", "100", "1", "-"]],
        &[],
    );
    let by =
        |sort, held: Option<&[ItemId]>| order(&table(&plan, &Filter::default(), Method::Rice, sort, held));
    assert_eq!(by(Sort::Score, None), [3, 1, 2]);
    assert_eq!(by(Sort::Board, None), [1, 2, 3]);
    assert_eq!(by(Sort::Score, Some(&[id(2), id(1)])), [2, 1, 3]);
}

#[test]
fn a_row_names_what_is_missing_off_the_scale_or_doubtful() {
    let plan = scene(&[["-", "1", "40", "0.2", "-"], ["1200", "80", "80", "1", "5"]], &[]);
    let rows = |method| -> Vec<RowView> {
        let table = table(&plan, &Filter::default(), method, Sort::Board, None);
        table.rows.iter().filter_map(|ranked| row(&plan, method, ranked)).collect()
    };
    let rice = rows(Method::Rice);
    assert_eq!(rice[0].score, Err("no reach".to_owned()));
    assert_eq!(rice[0].note, "guess to research · effort under 0.5");
    assert_eq!(
        rice[0].inputs.iter().map(|i| i.state).collect::<Vec<_>>(),
        [State::Missing, State::Fine, State::Doubtful, State::Doubtful]
    );
    assert_eq!((rice[1].inputs[0].text.as_str(), rice[1].inputs[2].text.as_str()), ("1,200", "80 %"));
    assert_eq!(rice[1].score.as_deref(), Ok("76,800"));
    let ice = rows(Method::Ice);
    assert_eq!(ice[1].score, Err("impact off scale".to_owned()));
    assert_eq!(ice[1].note, "impact is out of range: 1 to 10");
}

#[test]
fn a_pasted_block_fills_rows_down_and_columns_to_the_right() {
    let plan = scene(&[["1", "1", "80", "1", "-"], ["2", "1", "80", "1", "-"]], &[]);
    let columns = columns_from(Method::Rice, Column::Input(Factor::Impact));
    let block =
        filled(&plan.board, Method::Rice, "2\t0.5\tx\r\n1\t80%\t4\t9\r\n3\r\n", &[id(1), id(2)], &columns);
    assert_eq!(block.updates.len(), 2);
    assert_eq!(
        block.updates[0].fields,
        [Factor::Impact.field("2".parse().ok()), Factor::Confidence.field("50".parse().ok())]
    );
    assert_eq!(block.updates[1].fields, [Factor::Effort.field("4".parse().ok())]);
    assert_eq!(
        block.notes,
        [
            "1 cell left as they were: 'x' is not a number such as 3, 0.5 or 1,200",
            "1 cell beyond the last column left out",
            "1 more rows than the table has left out",
            "1 cell read as fractions: 0.8 is 80 %"
        ]
    );
}

#[test]
fn a_mark_stands_by_effort_and_value_and_is_as_large_as_its_confidence() {
    let plan =
        scene(&[["100", "1", "100", "1", "-"], ["50", "4", "25", "4", "-"], ["-", "1", "80", "1", "-"]], &[]);
    let chart = chart(&plan, &Filter::default(), Method::Rice, 900.0, 600.0);
    assert_eq!((chart.marks.len(), chart.unscored), (2, 1));
    let (a, b) = (&chart.marks[0], &chart.marks[1]);
    assert!(a.x < b.x && a.y > b.y && a.radius > b.radius, "less effort is left, more value is up");
    assert_eq!(a.words, "A: RICE 100, rank 1; reach 100, impact 1, confidence 100 %, effort 1; Inbox");
    assert_eq!(
        (chart.step(None, false, 1), chart.step(Some(id(1)), false, 1), chart.step(Some(id(2)), false, 5)),
        (Some(id(1)), Some(id(2)), Some(id(2)))
    );
    assert_eq!(chart.step(Some(id(1)), true, -1), Some(id(2)), "up is to the next in value");
    assert!(a.label.is_some() && b.label.is_some());
}

#[test]
fn ease_goes_from_great_at_the_left_to_little() {
    let plan = seed();
    let chart = chart(&plan, &Filter::default(), Method::Ice, 900.0, 600.0);
    assert!(chart.marks[0].x < chart.marks[1].x, "B is the easier one");
}

#[test]
fn a_text_of_one_cell_is_no_block() {
    assert!(is_block("1\t2") && is_block("1\n2\n"));
    assert!(!is_block("12\r\n") && !is_block("12"));
}
