//! From a board to a plan CSV that spreadsheets open as it is and never run.

use super::super::csv_row::write_row;
use super::cells::{answer_word, awaited_text, door_word, guarded, joined};
use super::short_id::ShortIds;
use super::{COLUMNS, depends};
use crate::board::{Answer, Board, Date, Decimal, Item, PersonId, Priority, Progress, Reason};

/// The plan as CSV: UTF-8 with a mark (Excel needs it), one row for each item that is not in the trash, in the
/// board's order. A cell that a spreadsheet could run as a formula begins with an apostrophe.
pub fn write_plan_csv(board: &Board) -> String {
    let ids = ShortIds::of(board);
    let mut waits: std::collections::BTreeMap<_, Vec<String>> = std::collections::BTreeMap::new();
    let on_board = |id| board.item(id).is_some_and(|item| item.trashed.is_none());
    for (key, lag) in board.links.iter().filter(|(key, _)| on_board(key.predecessor)) {
        let entry = depends::written(ids.id(key.predecessor), key.kind, *lag);
        waits.entry(key.successor).or_default().push(entry);
    }
    let mut text = "\u{FEFF}".to_owned();
    write_row(&mut text, &COLUMNS.map(str::to_owned));
    for item in board.live() {
        let depends = waits.get(&item.id).map(|entries| entries.join("; ")).unwrap_or_default();
        let row = Row { board, item, id: ids.id(item.id), depends };
        write_row(&mut text, &COLUMNS.map(|column| guarded(&row.cell(column)).into_owned()));
    }
    text
}

/// An item on its way to a row.
struct Row<'a> {
    board: &'a Board,
    item: &'a Item,
    id: &'a str,
    depends: String,
}

impl Row<'_> {
    fn cell(&self, column: &str) -> String {
        let item = self.item;
        let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
        match column {
            "id" => self.id.to_owned(),
            "title" => item.title.to_string(),
            "kind" => item.kind.word().to_owned(),
            "duration" => item.duration.map(|days| days.get().to_string()).unwrap_or_default(),
            "depends on" => self.depends.clone(),
            "important" => text(item.important.map(answer_word)),
            "urgent" => text(item.urgent.map(answer_word)),
            "priority" => text(Some(item.priority.word()).filter(|_| item.priority != Priority::default())),
            "core" => text(Some(answer_word(Answer::Yes)).filter(|_| item.core)),
            "reason" => text(item.refusal.as_ref().map(|refusal| refusal.reason.as_str())),
            "buffer" => item.buffer.map(|percent| format!("{}%", percent.get())).unwrap_or_default(),
            "door" => text(item.door.map(door_word)),
            "reasons" => {
                joined(Reason::ALL.into_iter().filter(|each| item.reasons.has(*each)).map(Reason::word))
            }
            "tags" => joined(item.tags.iter().map(crate::board::Name::as_str)),
            "notes" => item.notes.clone(),
            other => self.person(other).or_else(|| self.date(other)).unwrap_or_else(|| self.number(other)),
        }
    }

    fn person(&self, column: &str) -> Option<String> {
        let name = |id: &PersonId| self.board.person(*id).map_or("", |person| person.name.as_str());
        let item = self.item;
        match column {
            "responsible" => Some(item.responsible.iter().map(name).collect()),
            "accountable" => Some(item.accountable.iter().map(name).collect()),
            "consulted" => Some(joined(item.consulted.iter().map(name))),
            "informed" => Some(joined(item.informed.iter().map(name))),
            _ => None,
        }
    }

    fn date(&self, column: &str) -> Option<String> {
        let item = self.item;
        let written = |date: Option<Date>| Some(date.map(|date| date.to_string()).unwrap_or_default());
        let (started, finished) = match item.progress {
            Progress::NotStarted => (None, None),
            Progress::Started { on, .. } => (Some(on), None),
            Progress::Done { started, on } => (started, Some(on)),
        };
        match column {
            "not before" => written(item.not_before),
            "requested" => written(item.requested),
            "promised" => written(item.promised),
            "chase on" => written(item.chase_on),
            "deadline" => written(item.deadline),
            "started" => written(started),
            "finished" => written(finished),
            "awaited by" => {
                let entries: Vec<String> = item.awaited_by.iter().map(awaited_text).collect();
                Some(joined(entries.iter().map(String::as_str)))
            }
            _ => None,
        }
    }

    fn number(&self, column: &str) -> String {
        let item = self.item;
        let decimal = |number: Option<Decimal>| number.map(|number| number.to_string()).unwrap_or_default();
        match (column, item.progress) {
            ("reach", _) => decimal(item.reach),
            ("impact", _) => decimal(item.impact),
            ("effort", _) => decimal(item.effort),
            ("ease", _) => decimal(item.ease),
            ("confidence", _) => item.confidence.map(|percent| format!("{percent}%")).unwrap_or_default(),
            ("status", Progress::Done { .. }) => "done".to_owned(),
            ("status", Progress::Started { .. }) => "started".to_owned(),
            ("remaining", Progress::Started { remaining: Some(days), .. }) => days.get().to_string(),
            _ => String::new(),
        }
    }
}
