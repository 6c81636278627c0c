//! One row of a plan CSV on its way to an item.

use super::super::moment::written_day;
use super::super::note::{NoteKind, Notes, Place, cut};
use super::super::plan::{Owners, Sketch};
use super::super::table::{Row, Table};
use super::cells::{self, Confidence, Status};
use super::columns::Columns;
use crate::board::{Answer, Date, Days, ItemField, Progress, Quadrant, Refusal, gathered};

/// One row on its way to an item.
pub(super) struct Reader<'a> {
    pub(super) table: &'a Table,
    pub(super) columns: &'a Columns,
    pub(super) row: &'a Row,
    pub(super) today: Date,
    pub(super) notes: &'a mut Notes,
}

impl<'a> Reader<'a> {
    /// A cell without its guard and the blanks around it, where there is something in it.
    pub(super) fn cell(&self, column: &str) -> Option<&'a str> {
        let index = self.columns.get(column)?;
        Some(cells::unguarded(self.row.cell(index)).trim()).filter(|text| !text.is_empty())
    }

    #[inline(never)]
    fn place(&self, column: &str) -> Option<Place> {
        self.columns.get(column).map(|index| self.table.place(self.row, index))
    }

    fn say(&mut self, kind: NoteKind, column: &str, text: impl Into<String>) {
        let place = self.place(column);
        self.notes.say(kind, place, text);
    }

    /// What a cell means; nothing where it is empty, or where it is not understood, which is said.
    fn read<T, E: ToString>(&mut self, column: &str, read: impl Fn(&str) -> Result<T, E>) -> Option<T> {
        let text = self.cell(column)?;
        match read(text) {
            Ok(value) => Some(value),
            Err(error) => {
                self.say(
                    NoteKind::LeftOut,
                    column,
                    format!("{}; the cell was left out", cut(&error.to_string())),
                );
                None
            }
        }
    }

    fn date(&mut self, column: &str) -> Option<Date> {
        let today = self.today;
        self.read(column, |text| cells::date(text, written_day(text, today)))
    }

    pub(super) fn item(&mut self) -> Option<Sketch> {
        let title = self.cell("title").unwrap_or_default();
        let key = self.cell("id").unwrap_or(title);
        let mut sketch = Sketch::new(key, title, Place::Line(self.row.line), self.notes)?;
        sketch.set(ItemField::Kind(self.read("kind", cells::kind).unwrap_or_default()));
        sketch.set(ItemField::Duration(self.read("duration", str::parse::<Days>)));
        sketch.set(ItemField::Priority(self.read("priority", cells::priority).unwrap_or_default()));
        sketch.set(ItemField::Buffer(self.read("buffer", str::parse)));
        sketch.set(ItemField::Door(self.read("door", cells::door)));
        sketch.set(ItemField::NotBefore(self.date("not before")));
        sketch.set(ItemField::Requested(self.date("requested")));
        sketch.set(ItemField::Promised(self.date("promised")));
        sketch.set(ItemField::ChaseOn(self.date("chase on")));
        sketch.set(ItemField::Deadline(self.date("deadline")));
        let progress = self.progress();
        sketch.set(ItemField::Progress(progress));
        self.scores(&mut sketch);
        self.people(&mut sketch);
        self.judgement(&mut sketch);
        self.texts(&mut sketch);
        Some(sketch)
    }

    fn scores(&mut self, sketch: &mut Sketch) {
        sketch.set(ItemField::Reach(self.read("reach", str::parse)));
        sketch.set(ItemField::Impact(self.read("impact", str::parse)));
        sketch.set(ItemField::Effort(self.read("effort", str::parse)));
        sketch.set(ItemField::Ease(self.read("ease", str::parse)));
        let confidence = match self.read("confidence", cells::confidence) {
            Some(Confidence::Fraction(percent)) => {
                let said = format!("a confidence of at most 1 without % was read as a fraction: {percent} %");
                self.say(NoteKind::ReadAs, "confidence", said);
                Some(percent)
            }
            Some(Confidence::Percent(percent)) => Some(percent),
            None => None,
        };
        sketch.set(ItemField::Confidence(confidence));
        sketch.set(ItemField::Reasons(self.read("reasons", cells::reasons).unwrap_or_default()));
    }

    fn people(&mut self, sketch: &mut Sketch) {
        let mut one = |column: &str| self.cell(column).and_then(|text| sketch.name(text, self.notes));
        let (responsible, accountable) = (one("responsible"), one("accountable"));
        let mut many = |column: &str| {
            let names = cells::split(self.cell(column).unwrap_or_default());
            gathered(names.filter_map(|text| sketch.name(text, self.notes)))
        };
        let (consulted, informed) = (many("consulted"), many("informed"));
        sketch.owners = Owners { responsible, accountable, consulted, informed };
    }

    /// The two answers, what never is refused and, for an item that is refused by them, the reason.
    fn judgement(&mut self, sketch: &mut Sketch) {
        let important = self.read("important", cells::answer);
        let urgent = self.read("urgent", cells::answer);
        sketch.set(ItemField::Important(important));
        sketch.set(ItemField::Urgent(urgent));
        let core = self.read("core", cells::answer) == Some(Answer::Yes);
        let reason = self.cell("reason");
        sketch.set(ItemField::Core(core));
        if Quadrant::of(important, urgent) == Some(Quadrant::Eliminate) {
            let reason = reason.unwrap_or_default().to_owned();
            if core {
                let said = "what is core is never refused; the answers count, and the mark was left out";
                self.say(NoteKind::LeftOut, "core", said);
                sketch.set(ItemField::Core(false));
            }
            sketch.set(ItemField::Refusal(Some(Refusal { reason, by: None, on: None })));
        } else if let Some(reason) = reason {
            sketch.paragraph(format!("Reason: {reason}"));
            let said = "a reason for refusing stands at an item that is not refused; it is in the notes";
            self.say(NoteKind::Kept, "reason", said);
        }
    }

    fn texts(&mut self, sketch: &mut Sketch) {
        let notes = self.columns.get("notes").map_or("", |index| self.row.cell(index));
        sketch.paragraph(cells::unguarded(notes));
        for tag in cells::split(self.cell("tags").unwrap_or_default()) {
            sketch.tag(tag, self.notes);
        }
        let mut awaited = Vec::new();
        for entry in cells::split(self.cell("awaited by").unwrap_or_default()) {
            match cells::awaited(entry) {
                Ok(one) => awaited.push(one),
                Err(said) => self.say(NoteKind::LeftOut, "awaited by", format!("{said}; it was left out")),
            }
        }
        sketch.set(ItemField::AwaitedBy(awaited));
        for (index, header) in &self.columns.unknown {
            let cell = self.row.cell(*index).trim();
            if !cell.is_empty() {
                sketch.paragraph(format!("{header}: {}", cells::unguarded(cell)));
            }
        }
        for cell in self.row.beyond(self.table.headers().len()) {
            sketch.paragraph(cell.trim());
            let said = "this row has more cells than the first line has columns; they are in the notes";
            self.notes.say(NoteKind::Kept, Some(Place::Line(self.row.line)), said);
        }
    }

    /// How far the item is. Facts lie in the past, and a finish not before its start.
    fn progress(&mut self) -> Progress {
        let (started, finished) = (self.fact("started"), self.fact("finished"));
        let remaining = self.read("remaining", str::parse);
        let status = self.read("status", cells::status);
        let status = status.unwrap_or(match (finished, started) {
            (Some(_), _) => Status::Done,
            (None, Some(_)) => Status::Started,
            (None, None) => Status::NotStarted,
        });
        match status {
            Status::NotStarted => Progress::NotStarted,
            Status::Started => Progress::Started { on: self.or_today(started, "started"), remaining },
            Status::Done => {
                let on = self.or_today(finished, "done");
                let in_order = started.filter(|start| *start <= on);
                if started != in_order {
                    self.say(
                        NoteKind::LeftOut,
                        "started",
                        "it starts after its finish; the start was left out",
                    );
                }
                Progress::Done { started: in_order, on }
            }
        }
    }

    fn fact(&mut self, column: &str) -> Option<Date> {
        let date = self.date(column)?;
        if date > self.today {
            let said = format!("{date} is still to come and cannot be a fact; the cell was left out");
            self.say(NoteKind::LeftOut, column, said);
            return None;
        }
        Some(date)
    }

    fn or_today(&mut self, date: Option<Date>, status: &str) -> Date {
        if date.is_none() {
            self.say(
                NoteKind::ReadAs,
                "status",
                format!("'{status}' without a date was read as {status} today"),
            );
        }
        date.unwrap_or(self.today)
    }
}
