//! A block of cells from a spreadsheet, laid onto the table at the cell with the focus.

use super::columns::Column;
use super::numbers::typed;
use crate::board::{Board, ItemField, ItemId, Scales, Title};
use crate::edit::Update;
use crate::score::{Factor, Method};

/// What a block changes, and what it could not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filled {
    /// The items and their fields; what is the same already is not among them.
    pub updates: Vec<Update>,
    /// What was left out or read in a way of its own, a sentence each.
    pub notes: Vec<String>,
}

/// True for a text that is more than the content of one cell.
pub fn is_block(text: &str) -> bool {
    text.trim_end_matches(['\r', '\n']).contains(['\t', '\n'])
}

/// Lays a block onto rows, from the first of them down, and onto columns, from the first of them to the right.
pub fn filled(board: &Board, method: Method, text: &str, rows: &[ItemId], columns: &[Column]) -> Filled {
    let mut filled = Filled::default();
    let (mut wrong, mut fractions, mut beyond) = (Vec::new(), 0_usize, 0_usize);
    let lines: Vec<&str> = text.trim_end_matches(['\r', '\n']).split('\n').collect();
    for (line, id) in lines.iter().zip(rows) {
        let cells: Vec<&str> = line.trim_end_matches('\r').split('\t').collect();
        let mut fields = Vec::new();
        for (index, cell) in cells.iter().enumerate() {
            match columns.get(index).map(|column| content(*column, method, &board.about.scales, cell)) {
                Some(Ok((field, was_fraction))) => {
                    fractions += usize::from(was_fraction);
                    fields.push(field);
                }
                Some(Err(why)) => wrong.push(why),
                None => beyond += usize::from(!cell.trim().is_empty()),
            }
        }
        fields.retain(|field| board.item(*id).is_some_and(|item| item.field(field.name()) != *field));
        if !fields.is_empty() {
            filled.updates.push(Update { item: *id, fields });
        }
    }
    filled.notes = notes(&wrong, fractions, beyond, lines.len().saturating_sub(rows.len()));
    filled
}

/// What a cell puts into its column, and whether it was a fraction. The name of a step of the impact is its value.
/// Scores and ranks are computed, not pasted.
fn content(column: Column, method: Method, scales: &Scales, cell: &str) -> Result<(ItemField, bool), String> {
    match column {
        Column::Title => {
            let title: Title = cell.parse().map_err(|error| format!("{error}"))?;
            Ok((ItemField::Title(title), false))
        }
        Column::Input(Factor::Impact) if method == Method::Rice && scales.impact.value(cell).is_some() => {
            Ok((ItemField::Impact(scales.impact.value(cell)), false))
        }
        Column::Input(factor) => {
            let typed = typed(method, factor, cell)?;
            Ok((factor.field(typed.value), typed.was_fraction))
        }
        _ => Err(format!("the column {} is computed", column.name(method))),
    }
}

fn notes(wrong: &[String], fractions: usize, beyond: usize, rows: usize) -> Vec<String> {
    let cells = |n: usize| if n == 1 { "1 cell".to_owned() } else { format!("{n} cells") };
    let mut notes = Vec::new();
    if let Some(first) = wrong.first() {
        notes.push(format!("{} left as they were: {first}", cells(wrong.len())));
    }
    if beyond > 0 {
        notes.push(format!("{} beyond the last column left out", cells(beyond)));
    }
    if rows > 0 {
        notes.push(format!("{rows} more rows than the table has left out"));
    }
    if fractions > 0 {
        notes.push(format!("{} read as fractions: 0.8 is 80 %", cells(fractions)));
    }
    notes
}

/// The columns that a block can be laid on, from one of them to the right.
pub fn columns_from(method: Method, column: Column) -> Vec<Column> {
    let edited = super::columns(method).into_iter().filter(|column| column.is_edited());
    edited.skip_while(|each| *each != column).collect()
}

/// What is typed into one cell, as a field; with what should be said of it.
pub fn typed_field(
    board: &Board,
    column: Column,
    method: Method,
    text: &str,
) -> Result<(ItemField, Option<String>), String> {
    let (field, was_fraction) = content(column, method, &board.about.scales, text)?;
    let said = match &field {
        ItemField::Confidence(Some(percent)) if was_fraction => {
            Some(format!("{} was read as a fraction: {percent} %", text.trim()))
        }
        _ => None,
    };
    Ok((field, said))
}
