//! One row: where its bar, its buffer, its days to spare and its marks stand, and all of it in words.

use super::super::scene::Scene;
use super::axis::Writing;
use super::scale::{Scale, Span, count};
use super::words;
use crate::board::{Date, Item, ItemId, Progress};
use crate::schedule::{Criticality, Handoff, Row};

/// About how wide a letter of a label is: where labels and marks would meet, the label gives way.
const LETTER: f64 = 8.0;
/// Room that a mark takes around its place.
const AROUND_MARK: f64 = 16.0;
/// Half of a milestone's diamond.
const DIAMOND: f64 = 11.0;
/// A tail that is no longer than this has its label behind it, a longer one above it.
const SHORT_TAIL: f64 = 120.0;

/// What a mark says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MarkKind {
    /// The giver's date, ◆.
    Promised,
    /// The latest day that the receivers can take it, ▽.
    NeededBy,
    /// The day it must be finished by, |.
    Deadline,
}

/// What makes a bar look different from another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trait {
    /// Without a day to spare.
    Critical,
    /// Nobody has said how long it takes.
    Guess,
    /// Done or delivered.
    Done,
    /// From outside the team.
    External,
    /// Takes no time.
    Milestone,
}

/// A day that is marked on a row.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// What it says.
    pub kind: MarkKind,
    /// Its middle.
    pub x: f64,
    /// In words, with the day.
    pub words: String,
}

/// A row of the timeline, in CSS pixels from the left end of the axis.
#[derive(Clone, Debug, PartialEq)]
pub struct RowView {
    /// Which item.
    pub id: ItemId,
    /// Its title.
    pub title: String,
    /// Who gives it, for an external item.
    pub giver: Option<String>,
    /// What it looks like.
    pub traits: Vec<Trait>,
    /// From its start to its finish; for a milestone, its diamond.
    pub bar: Span,
    /// How much of the bar is buffer that has been used.
    pub used: Option<Span>,
    /// The buffer behind the bar.
    pub buffer: Option<Span>,
    /// The days to spare.
    pub tail: Option<Span>,
    /// The words at its end; may be empty.
    pub label: String,
    /// Where they begin.
    pub label_x: f64,
    /// Days that are marked.
    pub marks: Vec<Mark>,
    /// All of it in words, for those who cannot see it.
    pub words: String,
}

/// What rows are drawn with.
#[derive(Clone, Copy)]
pub struct Look<'a> {
    /// The board with its schedule.
    pub scene: &'a Scene,
    /// Where days stand.
    pub scale: Scale,
    /// How days are written.
    pub writing: Writing<'a>,
}

impl Look<'_> {
    /// The row of an item. `None` where it is not in the plan.
    pub fn row(&self, id: ItemId) -> Option<RowView> {
        let item = self.scene.item(id)?;
        let row = self.scene.row(id)?;
        let handoff = self
            .scene
            .schedule
            .handoff(&self.scene.board, id)
            .filter(|_| item.kind.is_external() && !row.is_done);
        let bar = self.bar(&row);
        let buffer = handoff.as_ref().and_then(|handoff| self.buffer(&row, handoff));
        let after = buffer.map_or(bar.end(), Span::end);
        let marks = self.marks(item, handoff.as_ref(), &row);
        let tail = self.tail(&row, after);
        let label = words::label(&row, item, handoff.as_ref());
        let label_x = place_label(&label, bar, after, tail, &marks);
        Some(RowView {
            id,
            title: item.title.to_string(),
            giver: words::giver(self.scene, item),
            traits: traits(item, &row),
            bar,
            used: handoff.as_ref().and_then(|handoff| self.used(&row, handoff, bar)),
            buffer,
            tail,
            label,
            label_x,
            marks,
            words: words::row(self.scene, item, &row, handoff.as_ref(), self.writing.day),
        })
    }

    /// The bar; a milestone's diamond has its middle in the middle of the day that is shown.
    pub fn bar(&self, row: &Row) -> Span {
        let last = row.finish.unwrap_or_else(|| self.scale.date(f64::MAX));
        let first = row.start.unwrap_or(last);
        if row.early_start == row.early_finish {
            let middle = self.scale.x(last).midpoint(self.scale.end(last));
            return Span { x: middle - DIAMOND, width: 2.0 * DIAMOND };
        }
        let span = self.scale.span(first, last);
        Span { width: span.width.max(2.0), ..span }
    }

    fn buffer(&self, row: &Row, handoff: &Handoff) -> Option<Span> {
        let (end, finish) = (handoff.buffer_date?, row.finish?);
        (row.buffered_finish > row.early_finish)
            .then(|| Span::between(self.scale.end(finish), self.scale.end(end)))
    }

    fn used(&self, row: &Row, handoff: &Handoff, bar: Span) -> Option<Span> {
        let first = self.scene.schedule.days().date(row.early_finish - handoff.used)?;
        (handoff.used > 0).then(|| Span::between(self.scale.x(first).max(bar.x), bar.end()))
    }

    /// From the end of the bar and its buffer to where there is nothing left to spare.
    fn tail(&self, row: &Row, after: f64) -> Option<Span> {
        let float = row.total_float.filter(|float| *float > 0)?;
        let last = self.scene.schedule.days().date(row.buffered_finish + float - 1)?;
        Some(Span::between(after, self.scale.end(last))).filter(|tail| tail.width > 0.0)
    }

    fn marks(&self, item: &Item, handoff: Option<&Handoff>, row: &Row) -> Vec<Mark> {
        let mark = |kind, date: Option<Date>, name: &str| {
            let words = format!("{name} {}", (self.writing.day)(date?));
            Some(Mark { kind, x: self.scale.end(date?), words })
        };
        let open = !row.is_done;
        let needed = handoff.and_then(|handoff| handoff.needed_by);
        let marks = [
            mark(MarkKind::Promised, item.promised.filter(|_| open), "promised"),
            mark(MarkKind::NeededBy, needed, "needed by"),
            mark(MarkKind::Deadline, item.due().filter(|_| open), words::due_word(item)),
        ];
        marks.into_iter().flatten().collect()
    }
}

/// Where a label begins: behind a short tail, above a long one, and clear of every mark.
fn place_label(label: &str, bar: Span, after: f64, tail: Option<Span>, marks: &[Mark]) -> f64 {
    let letters = i64::try_from(label.chars().count()).unwrap_or(0);
    let width = count(letters) * LETTER;
    let end = tail.map_or(after, |tail| if tail.width <= SHORT_TAIL { tail.end() } else { after });
    let mut x = end.max(bar.end()) + 6.0;
    // Giving way to one mark may lead to another.
    for _ in marks {
        let met = marks.iter().find(|mark| mark.x + AROUND_MARK > x && mark.x - AROUND_MARK < x + width);
        x = met.map_or(x, |mark| mark.x + AROUND_MARK);
    }
    x
}

fn traits(item: &Item, row: &Row) -> Vec<Trait> {
    let all = [
        (Trait::Critical, row.criticality == Criticality::Critical),
        (Trait::Guess, row.is_guess && !row.is_done),
        (Trait::Done, row.is_done),
        (Trait::External, item.kind.is_external()),
        (Trait::Milestone, row.early_start == row.early_finish),
    ];
    all.into_iter().filter(|(_, holds)| *holds).map(|(looks, _)| looks).collect()
}

/// True for an item whose start is a fact.
pub(super) const fn has_started(item: &Item) -> bool {
    matches!(item.progress, Progress::Started { .. })
}
