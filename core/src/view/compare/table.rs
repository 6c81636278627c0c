//! The table: all items that the filter shows, with their inputs, scores and ranks.

use std::collections::BTreeMap;

use super::super::filter::Filter;
use super::super::scene::Scene;
use super::numbers::{grouped, input_text};
use crate::board::{Decimal, Item, ItemId, gathered};
use crate::score::{Factor, Method, Ranked, Unscored, ranked, score};

/// Confidence of RICE below which the figures are a guess, in ten-thousandths of a percent.
const GUESS: u64 = 50 * 10_000;
/// Effort below which an estimate is finer than it can be known, in ten-thousandths of a month.
const FINE: u64 = 5_000;

/// In which order the rows stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// The highest score first; what has none comes last.
    Score,
    /// The board's own.
    Board,
}

/// The rows of the table.
#[derive(Clone, Debug)]
pub struct Table {
    /// By which method.
    pub method: Method,
    /// The items in order, with score and rank among all items of the board.
    pub rows: Vec<Ranked>,
}

/// The table of the items that a filter shows. `held` keeps an order that was there before; what is new comes last.
pub fn table(scene: &Scene, filter: &Filter, method: Method, sort: Sort, held: Option<&[ItemId]>) -> Table {
    let live = scene.live();
    let ranked = ranked(live.iter().map(AsRef::as_ref), method);
    let shows = |ranked: &Ranked| scene.item(ranked.item).is_some_and(|item| filter.shows(scene, item));
    let sorted: Vec<Ranked> = match sort {
        Sort::Score => ranked,
        Sort::Board => {
            let mut by_item: BTreeMap<ItemId, Ranked> = gathered(ranked.into_iter().map(|r| (r.item, r)));
            live.iter().filter_map(|item| by_item.remove(&item.id)).collect()
        }
    };
    let mut rows: Vec<Ranked> = sorted.into_iter().filter(shows).collect();
    if let Some(held) = held {
        let places: BTreeMap<ItemId, usize> = gathered(held.iter().enumerate().map(|(at, id)| (*id, at)));
        let place = |row: &Ranked| places.get(&row.item).copied().unwrap_or(usize::MAX);
        crate::board::sort_by(&mut rows, |a, b| place(a).cmp(&place(b)));
    }
    Table { method, rows }
}

impl Table {
    /// Where an item stands.
    pub fn find(&self, item: ItemId) -> Option<usize> {
        self.rows.iter().position(|row| row.item == item)
    }

    /// The items in order.
    pub fn items(&self) -> Vec<ItemId> {
        self.rows.iter().map(|row| row.item).collect()
    }

    /// What is to be said of the table as a whole, where few rows have a score.
    pub fn hint(&self) -> Option<String> {
        let scored = self.rows.iter().filter(|row| row.score.is_ok()).count();
        let off = self.rows.iter().filter(|row| matches!(row.score, Err(Unscored::OutOfRange(..)))).count();
        if off > 0 && self.method == Method::Ice {
            let options = if off == 1 { "1 option has".to_owned() } else { format!("{off} options have") };
            return Some(format!(
                "{options} figures of another scale. ICE shares Impact and Confidence with RICE and counts them from 1 to 10: \
                 what is not on that scale has no ICE score."
            ));
        }
        let needs = match self.method {
            Method::Rice => "Reach, Impact, Confidence and Effort",
            Method::Ice => "Impact, Confidence and Ease",
        };
        let is_bare = scored == 0 && !self.rows.is_empty();
        is_bare.then(|| format!("None of these options has a score yet: it takes {needs}. Type into the cells, or paste them from a spreadsheet."))
    }
}

/// How an input is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Nothing to say.
    Fine,
    /// Nobody has given it.
    Missing,
    /// The method does not know it.
    Wrong,
    /// It counts, and the note says what to think of.
    Doubtful,
}

/// An input of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InputView {
    /// Which.
    pub factor: Factor,
    /// Its figure; empty where nobody has given it.
    pub text: String,
    /// How it is.
    pub state: State,
}

/// A row as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowView {
    /// Which item.
    pub item: ItemId,
    /// What it is called.
    pub title: String,
    /// Its inputs, in the method's order.
    pub inputs: Vec<InputView>,
    /// Its score, or in few words why there is none.
    pub score: Result<String, String>,
    /// Its rank.
    pub rank: Option<usize>,
    /// What to think of; empty where there is nothing.
    pub note: String,
    /// True for what is done or refused: it is shown, and no option any more.
    pub is_over: bool,
}

/// A row of the table.
pub fn row(scene: &Scene, method: Method, ranked: &Ranked) -> Option<RowView> {
    let item = scene.item(ranked.item)?;
    Some(RowView {
        item: item.id,
        title: item.title.to_string(),
        inputs: method.factors().iter().map(|factor| input(item, method, *factor)).collect(),
        score: ranked.score.map(|score| grouped(&score.to_string())).map_err(few_words),
        rank: ranked.rank,
        note: note(item, method),
        is_over: item.progress.is_done() || item.refusal.is_some(),
    })
}

fn few_words(why: Unscored) -> String {
    match why {
        Unscored::Missing(factor) => format!("no {}", factor.word()),
        Unscored::OutOfRange(_, factor) => format!("{} off scale", factor.word()),
    }
}

fn input(item: &Item, method: Method, factor: Factor) -> InputView {
    let Some(value) = factor.of(item) else {
        return InputView { factor, text: String::new(), state: State::Missing };
    };
    let state = if !method.knows(factor, value) {
        State::Wrong
    } else if is_guess(method, factor, value) || is_too_fine(method, factor, value) {
        State::Doubtful
    } else {
        State::Fine
    };
    InputView { factor, text: input_text(method, factor, value), state }
}

/// True for a confidence under 50 %.
pub(super) fn is_guess(method: Method, factor: Factor, value: Decimal) -> bool {
    (method, factor) == (Method::Rice, Factor::Confidence) && value.ten_thousandths() < GUESS
}

fn is_too_fine(method: Method, factor: Factor, value: Decimal) -> bool {
    (method, factor) == (Method::Rice, Factor::Effort) && value.ten_thousandths() < FINE
}

fn note(item: &Item, method: Method) -> String {
    let mut notes = Vec::new();
    if item.progress.is_done() {
        notes.push("done".to_owned());
    }
    if item.refusal.is_some() {
        notes.push("refused".to_owned());
    }
    if let Err(why @ Unscored::OutOfRange(..)) = score(item, method) {
        notes.push(why.to_string());
    }
    let has = |factor: Factor, test: fn(Method, Factor, Decimal) -> bool| {
        factor.of(item).is_some_and(|value| method.knows(factor, value) && test(method, factor, value))
    };
    if has(Factor::Confidence, is_guess) {
        notes.push("guess to research".to_owned());
    }
    if has(Factor::Effort, is_too_fine) {
        notes.push("effort under 0.5".to_owned());
    }
    notes.join(" · ")
}
