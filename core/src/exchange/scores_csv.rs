//! The scores as CSV: every item of the board with its inputs, its scores and its ranks. Scores have up to six places,
//! so that the order can be checked by whoever reads them; what has no score has an empty cell.

use std::collections::BTreeMap;

use super::csv_row::write_row;
use super::plan_csv::{ShortIds, guarded, source_key};
use crate::board::{Board, Decimal, Item, ItemId, gathered};
use crate::score::{Method, Ranked, Score, ranked};

type Ranks = BTreeMap<ItemId, Ranked>;

const COLUMNS: [&str; 11] = [
    "id",
    "title",
    "reach",
    "impact",
    "confidence",
    "effort",
    "ease",
    "RICE",
    "RICE rank",
    "ICE",
    "ICE rank",
];

/// The scores of a board, one row for each item in the board's order, by the ids of its plan CSV. Confidence is a plain
/// number, as it was given: percent for RICE, 1 to 10 for ICE.
pub fn write_scores_csv(board: &Board) -> String {
    let ids = ShortIds::of(board);
    format!("\u{FEFF}{}", scores_csv(board, &|item| ids.id(item.id).to_owned()))
}

/// The same by the ids of the file that the items came from, and without the mark that Excel needs.
pub fn write_scores_csv_by_source(board: &Board) -> String {
    scores_csv(board, &source_key)
}

fn scores_csv(board: &Board, id: &dyn Fn(&Item) -> String) -> String {
    let live = board.live();
    let [rice, ice]: [Ranks; 2] = Method::ALL.map(|method| {
        gathered(ranked(live.iter().copied(), method).into_iter().map(|ranked| (ranked.item, ranked)))
    });
    let mut text = String::new();
    write_row(&mut text, &COLUMNS.map(str::to_owned));
    for item in live {
        write_row(&mut text, &cells(item, id(item), &rice, &ice));
    }
    text
}

fn cells(item: &Item, id: String, rice: &Ranks, ice: &Ranks) -> [String; 11] {
    let number = |number: Option<Decimal>| number.map(|n| n.to_string()).unwrap_or_default();
    let found = |ranks: &Ranks| {
        let found = ranks.get(&item.id);
        let score = found.and_then(|ranked| ranked.score.ok()).map(Score::to_six_places);
        let rank = found.and_then(|ranked| ranked.rank).map(|rank| rank.to_string());
        (score.unwrap_or_default(), rank.unwrap_or_default())
    };
    let ((rice, rice_rank), (ice, ice_rank)) = (found(rice), found(ice));
    [
        guarded(&id).into_owned(),
        guarded(item.title.as_str()).into_owned(),
        number(item.reach),
        number(item.impact),
        number(item.confidence),
        number(item.effort),
        number(item.ease),
        rice,
        rice_rank,
        ice,
        ice_rank,
    ]
}
