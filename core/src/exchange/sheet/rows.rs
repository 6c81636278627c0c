//! From the rows of a sheet to a plan. What cannot be read is left out and said with its line and column; its row is
//! kept.

use super::super::error::ReadError;
use super::super::note::{NoteKind, Notes, Place, cut};
use super::super::plan::{Gathered, Plan, Sketch};
use super::super::plan_csv::unguarded;
use super::super::table::{Row, Table};
use super::super::{Format, file_stem};
use super::printed::Printed;
use super::{Meaning, Sheet};
use crate::board::{Decimal, Item, ItemId, Name, Scales};
use crate::score::{Factor, Method, Unscored, score};

const ONE: u64 = 10_000;

/// A cell that holds a figure.
#[derive(Clone, Copy)]
pub(super) struct Figure {
    /// In ten-thousandths.
    pub(super) scaled: u64,
    /// True where a percent sign follows.
    pub(super) has_percent: bool,
}

/// The figure in a cell, as people and spreadsheets write it: `4,200`, `0,5`, `80 %`.
pub(super) fn figure(cell: &str) -> Option<Figure> {
    let cell = cell.trim();
    let plain = cell.strip_suffix('%');
    let scaled = Decimal::typed(plain.unwrap_or(cell)).ok()?.ten_thousandths();
    Some(Figure { scaled, has_percent: plain.is_some() })
}

/// The plan in a sheet.
pub(super) fn plan(sheet: &Sheet, table: &Table, scales: &Scales) -> Result<Plan, ReadError> {
    table.refuse_too_long()?;
    let Some(title) = sheet.column(Meaning::Title) else {
        return Err(ReadError::NoTitleColumn);
    };
    let mut gathered = Gathered::default();
    let mut printed = Printed::of(sheet);
    say_left_out(sheet, &mut gathered.notes);
    for row in &table.rows {
        let title = cell(row, title);
        let id = sheet.column(Meaning::Id).map(|at| cell(row, at)).filter(|id| !id.is_empty());
        let place = Place::Line(row.line);
        let Some(mut sketch) = Sketch::new(id.unwrap_or(title), title, place, &mut gathered.notes) else {
            continue;
        };
        let mut reader = Reader { sheet, table, row, scales, notes: &mut gathered.notes };
        let item = reader.inputs(&mut sketch);
        for (at, column) in sheet.columns.iter().enumerate().filter(|(_, c)| c.meaning == Meaning::Notes) {
            let text = cell(row, at);
            let alone = sheet.columns.iter().filter(|c| c.meaning == Meaning::Notes).count() == 1;
            let named =
                if alone || text.is_empty() { text.to_owned() } else { format!("{}: {text}", column.name) };
            sketch.paragraph(named);
        }
        if let Ok(score) = score(&item, sheet.method()) {
            printed.check(table, row, title, score, &mut gathered.notes);
        }
        gathered.take(sketch);
    }
    let stem = sheet.file.as_deref().map_or("Pasted table", file_stem);
    let name =
        Name::shortened(stem).or_else(|_| Name::shortened("Pasted table")).map_err(|_| ReadError::Empty)?;
    let mut plan = gathered.finish(Format::Sheet, format!("sheet:{}", stem.to_lowercase()), name, &[])?;
    plan.sheet = Some(Box::new(sheet.clone()));
    Ok(plan)
}

/// A cell without its guard and the blanks around it.
pub(super) fn cell(row: &Row, column: usize) -> &str {
    unguarded(row.cell(column)).trim()
}

fn say_left_out(sheet: &Sheet, notes: &mut Notes) {
    for column in sheet.columns.iter().filter(|column| !column.samples.is_empty()) {
        let said = match column.meaning {
            Meaning::Result => format!("'{}' is a result: scores and ranks are computed here", column.name),
            Meaning::LeftOut => format!("the column '{}'", column.name),
            _ => continue,
        };
        notes.say(NoteKind::LeftOut, None, said);
    }
}

/// One row on its way to an item.
struct Reader<'a> {
    sheet: &'a Sheet,
    table: &'a Table,
    row: &'a Row,
    scales: &'a Scales,
    notes: &'a mut Notes,
}

impl Reader<'_> {
    /// Puts the inputs into the sketch, and gives an item with nothing but them.
    fn inputs(&mut self, sketch: &mut Sketch) -> Item {
        let mut item = Item::new(ItemId::new(uuid::Uuid::nil()));
        let method = self.sheet.method();
        for (at, column) in self.sheet.columns.iter().enumerate() {
            let Meaning::Input(factor) = column.meaning else { continue };
            let text = cell(self.row, at);
            if matches!(text, "" | "-" | "–" | "—" | "?") {
                continue;
            }
            match self.input(factor, at, text) {
                Ok(value) => {
                    item.replace(factor.field(Some(value)));
                    sketch.set(factor.field(Some(value)));
                    if !method.knows(factor, value) && method.factors().contains(&factor) {
                        let why = Unscored::OutOfRange(method, factor);
                        let said = format!("{why}; '{}' was taken and gives no score", cut(text));
                        self.say(NoteKind::ReadAs, at, said);
                    }
                }
                Err(why) => self.say(NoteKind::LeftOut, at, format!("{why}; the cell was left out")),
            }
        }
        item
    }

    fn input(&mut self, factor: Factor, at: usize, text: &str) -> Result<Decimal, String> {
        let is_rice = self.sheet.method() == Method::Rice;
        if let Some(value) = self.named(factor, text).filter(|_| is_rice) {
            self.say(NoteKind::ReadAs, at, format!("'{}' was read as {value}", cut(text)));
            return Ok(value);
        }
        let thousands = text.strip_suffix(['k', 'K']).filter(|_| factor == Factor::Reach).and_then(figure);
        let Some(figure) = thousands.or_else(|| figure(text)) else {
            return Err(format!("'{}' is not a number such as 3, 0.5 or 1,200", cut(text)));
        };
        let is_fraction = !figure.has_percent && figure.scaled > 0 && figure.scaled <= ONE;
        let scaled = match factor {
            _ if thousands.is_some() => figure.scaled.saturating_mul(1_000),
            Factor::Confidence if is_rice && is_fraction => figure.scaled * 100,
            _ => figure.scaled,
        };
        let value = Decimal::from_ten_thousandths(scaled).map_err(|error| error.to_string())?;
        if scaled != figure.scaled {
            let percent = if factor == Factor::Confidence { " %" } else { "" };
            let said = match factor {
                Factor::Confidence => {
                    format!("a confidence of at most 1 without % was read as a fraction: {value}{percent}")
                }
                _ => format!("'{}' was read as {value}", cut(text)),
            };
            self.say(NoteKind::ReadAs, at, said);
        }
        Ok(value)
    }

    /// The names of impacts and of confidences: 100, 80 and 50 percent are the usual high, medium and low.
    fn named(&self, factor: Factor, text: &str) -> Option<Decimal> {
        match factor {
            Factor::Impact => self.scales.impact.value(text),
            Factor::Confidence => match text.to_lowercase().as_str() {
                "high" => Some(Decimal::from(100)),
                "medium" => Some(Decimal::from(80)),
                "low" => Some(Decimal::from(50)),
                _ => None,
            },
            _ => None,
        }
    }

    fn say(&mut self, kind: NoteKind, column: usize, text: String) {
        let place = self.table.place(self.row, column);
        self.notes.say(kind, Some(place), text);
    }
}
