//! From a table to a plan. A cell that is not understood is left out and said with its line and column; its row
//! is kept.

use std::collections::BTreeMap;

use super::super::error::ReadError;
use super::super::note::{NoteKind, Place};
use super::super::plan::{Gathered, Plan, PlannedLink};
use super::super::table::Table;
use super::super::{Format, file_stem};
use super::columns::Columns;
use super::row::Reader;
use super::{cells, depends};
use crate::board::{Date, Name};

/// The plan in a table with a column `title`. `file` is the file's name; it gives the plan its name and origin.
pub(in crate::exchange) fn read(table: &Table, file: Option<&str>, today: Date) -> Result<Plan, ReadError> {
    table.refuse_too_long()?;
    let columns = Columns::of(table);
    let mut gathered = Gathered::default();
    let mut waiting = Vec::new();
    let mut keys = BTreeMap::new();
    for (number, row) in table.rows.iter().enumerate() {
        let mut reader = Reader { table, columns: &columns, row, today, notes: &mut gathered.notes };
        let Some(sketch) = reader.item() else { continue };
        let depends = reader.cell("depends on").map(str::to_owned);
        let id = reader.cell("id").map_or_else(|| (number + 1).to_string(), str::to_owned);
        let key = gathered.take(sketch);
        if let Some(text) = depends {
            waiting.push((row, text, key.clone()));
        }
        keys.entry(id).or_insert(key);
    }
    for (row, text, successor) in waiting {
        let place = columns.get("depends on").map(|column| table.place(row, column));
        link(&mut gathered, &keys, &text, &successor, place.as_ref());
    }
    for (_, header) in &columns.unknown {
        let said = format!("the column '{header}' is not known; its cells are in the notes");
        gathered.notes.say(NoteKind::Kept, Some(Place::Line(1)), said);
    }
    let stem = file.map_or("Pasted table", file_stem);
    let name = Name::shortened(stem).or_else(|_| Name::shortened("Imported plan"));
    let name = name.map_err(|_| ReadError::Empty)?;
    gathered.finish(Format::PlanCsv, format!("csv:{}", stem.to_lowercase()), name, &columns.speaks())
}

fn link(
    gathered: &mut Gathered,
    keys: &BTreeMap<String, String>,
    text: &str,
    successor: &str,
    place: Option<&Place>,
) {
    for entry in cells::split(text) {
        match depends::entry(entry, &|id| keys.contains_key(id)) {
            Ok((id, kind, lag)) => {
                let predecessor = keys.get(&id).cloned().unwrap_or_default();
                gathered.links.push(PlannedLink { predecessor, successor: successor.to_owned(), kind, lag });
            }
            Err(said) => {
                gathered.notes.say(
                    NoteKind::LeftOut,
                    place.cloned(),
                    format!("{said}; the link was left out"),
                );
            }
        }
    }
}
