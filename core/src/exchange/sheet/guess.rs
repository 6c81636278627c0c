//! What the columns of a sheet mean, by the words of their heads, and where there are none by what stands in them.

use super::super::error::ReadError;
use super::super::table::{Table, headers};
use super::rows::figure;
use super::{Meaning, SheetColumn};
use crate::board::MAX_ITEMS;
use crate::score::{Factor, Method};

/// So many cells of a column are shown.
const SAMPLES: usize = 3;
/// So many rows are looked at for a guess.
const LOOKED_AT: usize = 50;

/// What the words of a head say, the first that fits: `*` ends the beginning of a word.
const WORDS: [(&[&str], Meaning); 11] = [
    (&["rice", "ice", "wsjf"], Meaning::Result),
    (&["reach"], Meaning::Input(Factor::Reach)),
    (&["impact"], Meaning::Input(Factor::Impact)),
    (&["conf*", "certain*", "likelihood"], Meaning::Input(Factor::Confidence)),
    (&["effort", "pm", "month", "months", "weeks", "days"], Meaning::Input(Factor::Effort)),
    (&["ease", "easy", "easiness", "simplicity"], Meaning::Input(Factor::Ease)),
    (&["score*", "rank*", "total", "result"], Meaning::Result),
    (&["users", "customers", "people", "audience"], Meaning::Input(Factor::Reach)),
    (&["id", "key", "#", "no", "nr", "ref", "ticket"], Meaning::Id),
    (&["note*", "comment*", "description", "details", "rationale", "why", "hypothesis"], Meaning::Notes),
    (
        &[
            "title",
            "name",
            "feature*",
            "item*",
            "idea*",
            "project*",
            "initiative*",
            "option*",
            "task*",
            "stor*",
            "summary",
            "epic*",
            "opportunit*",
        ],
        Meaning::Title,
    ),
];

/// What a head says; `None` where it says nothing that is known.
fn by_head(head: &str) -> Option<Meaning> {
    let lower = head.to_lowercase();
    let words: Vec<&str> =
        lower.split(|c: char| !c.is_alphanumeric() && c != '#').filter(|word| !word.is_empty()).collect();
    let fits = |pattern: &&str| match pattern.strip_suffix('*') {
        Some(start) => words.iter().any(|word| word.starts_with(start)),
        None => words.contains(pattern),
    };
    WORDS.iter().find(|(patterns, _)| patterns.iter().any(fits)).map(|(_, meaning)| *meaning)
}

/// True for heads that speak of scores in people's own words: two inputs or more, and not the plan CSV's own names.
pub(in crate::exchange) fn is_sheet(heads: &[String]) -> bool {
    let input = |head: &&String| matches!(by_head(head), Some(Meaning::Input(_)));
    let is_own = |head: &String| {
        let own = Meaning::ALL.iter().any(|meaning| meaning.word().eq_ignore_ascii_case(head));
        own || by_head(head).is_none()
    };
    let inputs: Vec<&String> = heads.iter().filter(input).collect();
    let has_title = heads.iter().any(|head| head.eq_ignore_ascii_case("title"));
    inputs.len() >= 2 && !(has_title && inputs.into_iter().all(is_own))
}

/// True where the first line of a text holds heads: words that are known, or no figure over columns of figures.
pub(super) fn has_heads(text: &str) -> Result<bool, ReadError> {
    let heads = headers(text);
    if heads.iter().any(|head| figure(head).is_some()) {
        return Ok(false);
    }
    let known = heads.iter().filter(|head| by_head(head).is_some()).count();
    let table = Table::read(text)?;
    let has_figures = (0..heads.len()).any(|column| is_figures(&table, column));
    Ok(known >= 2 || known >= 1 && heads.len() == 1 || has_figures)
}

/// The columns of a table with a guess for each.
pub(super) fn columns(table: &Table, has_heads: bool) -> Vec<SheetColumn> {
    let mut columns: Vec<SheetColumn> = Vec::new();
    for (at, name) in table.headers().iter().enumerate() {
        let guessed = by_head(name).filter(|_| has_heads).unwrap_or(Meaning::LeftOut);
        let is_taken = guessed.is_single() && columns.iter().any(|column| column.meaning == guessed);
        columns.push(SheetColumn {
            name: if name.is_empty() { format!("Column {}", at + 1) } else { name.clone() },
            meaning: if is_taken { Meaning::LeftOut } else { guessed },
            samples: cells(table, at).take(SAMPLES).map(|cell| cell.chars().take(40).collect()).collect(),
        });
    }
    let is_free = |columns: &[SheetColumn], at: usize| columns[at].meaning == Meaning::LeftOut;
    if !columns.iter().any(|column| column.meaning == Meaning::Title) {
        let text = (0..columns.len()).find(|at| is_free(&columns, *at) && is_text(table, *at));
        if let Some(at) = text {
            columns[at].meaning = Meaning::Title;
        }
    }
    let has_input = columns.iter().any(|column| matches!(column.meaning, Meaning::Input(_)));
    if !has_input {
        let figures: Vec<usize> =
            (0..columns.len()).filter(|at| is_free(&columns, *at) && is_figures(table, *at)).collect();
        for (at, factor) in by_content(table, &figures) {
            columns[at].meaning = Meaning::Input(factor);
        }
    }
    columns
}

/// Columns of figures without heads: in the usual order of a method. A column of percents is the confidence.
fn by_content(table: &Table, figures: &[usize]) -> Vec<(usize, Factor)> {
    let counts =
        |at: usize| cells(table, at).filter_map(|cell| cell.parse::<usize>().ok()).eq(1..=rows(table));
    // A first column that counts the rows is no figure of theirs.
    let counted = figures.first().is_some_and(|at| figures.len() > 3 && rows(table) > 1 && counts(*at));
    let figures = &figures[usize::from(counted)..];
    let is_small = |at: &usize| {
        cells(table, *at).filter_map(figure).all(|figure| (10_000..=100_000).contains(&figure.scaled))
    };
    let method = if figures.len() == 3 && figures.iter().all(is_small) { Method::Ice } else { Method::Rice };
    if figures.len() < method.factors().len() {
        return Vec::new();
    }
    let percent = figures.iter().copied().find(|at| {
        let mut given = cells(table, *at).filter_map(figure);
        method == Method::Rice && given.all(|figure| figure.has_percent)
    });
    let mut found: Vec<(usize, Factor)> = percent.map(|at| (at, Factor::Confidence)).into_iter().collect();
    let others = figures.iter().copied().filter(|at| Some(*at) != percent);
    let left = method.factors().iter().filter(|factor| percent.is_none() || **factor != Factor::Confidence);
    found.extend(others.zip(left.copied()));
    found
}

fn rows(table: &Table) -> usize {
    table.rows.len().min(LOOKED_AT)
}

/// The cells of a column that hold something, of the first rows.
fn cells(table: &Table, column: usize) -> impl Iterator<Item = &str> {
    let cells = table.rows.iter().take(LOOKED_AT.min(MAX_ITEMS)).map(move |row| row.cell(column).trim());
    cells.filter(|cell| !cell.is_empty())
}

/// True for a column that holds figures, but for a few cells.
fn is_figures(table: &Table, column: usize) -> bool {
    let (given, read) = (cells(table, column).count(), cells(table, column).filter_map(figure).count());
    read > 0 && read * 3 >= given * 2
}

fn is_text(table: &Table, column: usize) -> bool {
    cells(table, column).next().is_some() && !is_figures(table, column)
}
