//! Scores that a spreadsheet printed, held against what its figures give: rounding makes ties that are none, and a
//! score that was typed can be wrong.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::super::note::{NoteKind, Notes, cut};
use super::super::table::{Row, Table};
use super::rows::cell;
use super::{Meaning, Sheet};
use crate::board::Decimal;
use crate::score::Score;

/// The printed scores of a sheet.
pub(super) struct Printed {
    column: Option<usize>,
    /// Who printed a score first.
    first: BTreeMap<Decimal, (Score, String)>,
}

impl Printed {
    /// None yet, of the first column of results that does not hold ranks.
    pub(super) fn of(sheet: &Sheet) -> Self {
        let is_score = |head: &str| !head.to_lowercase().contains("rank");
        let column = sheet.columns.iter().position(|c| c.meaning == Meaning::Result && is_score(&c.name));
        Self { column, first: BTreeMap::new() }
    }

    /// Says where a row's printed score is not its own, or ties with another that has a different one.
    pub(super) fn check(&mut self, table: &Table, row: &Row, title: &str, score: Score, notes: &mut Notes) {
        let Some(column) = self.column else { return };
        let text = cell(row, column);
        let Ok(printed) = Decimal::typed(text) else { return };
        let place = Some(table.place(row, column));
        if !agrees(score, printed, text) {
            let said = format!("'{}' is printed, and the figures of the row give {score}", cut(text));
            return notes.say(NoteKind::LeftOut, place, said);
        }
        match self.first.get(&printed) {
            Some((other, whose)) if other.compare(score) != Some(Ordering::Equal) => {
                let (title, whose) = (cut(title), cut(whose));
                let (mine, theirs) = (score.to_six_places(), other.to_six_places());
                let said = format!(
                    "'{whose}' and '{title}' both print {printed} and are no tie: {theirs} and {mine}"
                );
                notes.say(NoteKind::LeftOut, place, said);
            }
            Some(_) => {}
            None => _ = self.first.insert(printed, (score, title.to_owned())),
        }
    }
}

/// True where a printed score is the exact one, rounded or cut to its places; counted with a fraction or with percent.
fn agrees(score: Score, printed: Decimal, text: &str) -> bool {
    let places = text.trim().rsplit_once('.').map_or(0, |(_, places)| places.len().min(4));
    // In millionths: one unit of the last printed place.
    let unit = 10_u128.pow(6 - u32::try_from(places).unwrap_or(4));
    let exact = millionths(&score.to_six_places());
    let printed = u128::from(printed.ten_thousandths()) * 100;
    [exact, exact * 100].into_iter().any(|exact| exact.abs_diff(printed) < unit.max(2))
}

fn millionths(text: &str) -> u128 {
    let (whole, places) = text.split_once('.').unwrap_or((text, ""));
    format!("{whole}{places:0<6}").parse().unwrap_or_default()
}
