//! What waits for what, with the four types and lags.
//!
//! A link of a summary holds for its tasks where that says the same: what waits for a summary's finish waits for
//! all of its tasks, and what a summary's start waits for, all of its tasks wait for. Of these only the ones count
//! that no other task of the summary stands behind or before. What begins when the *first* task of a summary does,
//! or lets the *last* one finish, cannot be said by links between tasks and is left out.

use super::super::note::{NoteKind, Notes};
use super::super::plan::PlannedLink;
use super::amounts::{Amount, counted, is_elapsed, is_percent, of_tenths, percent_of, seconds};
use super::outline::{Fate, Outline, Row};
use super::xml::Element;
use super::{Places, Project};
use crate::board::{Lag, LinkKind};

/// One link of a summary becomes at most so many.
const MAX_EACH: usize = 100;
/// All of them together, and all rows that are looked at for them.
const MAX_ALL: usize = 20_000;
/// The most rows of a summary whose links are taken apart.
const MAX_ROWS: usize = 1_000;

/// A link as the file has it, by the places of its rows.
#[derive(Clone, Copy)]
struct Written {
    from: usize,
    to: usize,
    kind: LinkKind,
    lag: Lag,
}

/// The links of a project; `keys` are those of the rows that became items.
pub(super) fn links(
    outline: &Outline,
    keys: &[Option<String>],
    project: &Project,
    notes: &mut Notes,
) -> Vec<PlannedLink> {
    let mut written = Vec::new();
    for (to, row) in outline.rows.iter().enumerate() {
        for link in row.task.all("PredecessorLink") {
            match read(outline, to, row, link, project, notes) {
                Ok(link) => written.push(link),
                Err(why) => notes.say(NoteKind::LeftOut, Some(row.place()), why),
            }
        }
    }
    let mut taken = Taken { outline, keys, links: Vec::new(), known: Places::new() };
    let mut bundles = Bundles::of(outline, &written);
    for link in written {
        if let Err(why) = taken.take(link, &mut bundles) {
            let place = outline.rows.get(link.to).map(Row::place);
            let name = |at: usize| outline.rows.get(at).map(Row::quoted).unwrap_or_default();
            let said = format!("the link from {} to {} was left out: {why}", name(link.from), name(link.to));
            notes.say(NoteKind::LeftOut, place, said);
        }
    }
    taken.links
}

/// A link whose ends are both in the file, or why it is none.
fn read(
    outline: &Outline,
    to: usize,
    row: &Row,
    link: &Element,
    project: &Project,
    notes: &mut Notes,
) -> Result<Written, String> {
    let uid = link.text("PredecessorUID");
    let found = outline.find(uid).filter(|_| !link.is("CrossProject"));
    let from = found.ok_or_else(|| {
        format!("{} waits for a task that is not in this file; the link was left out", row.quoted())
    })?;
    let kind = match link.number("Type").unwrap_or(1) {
        0 => LinkKind::FinishToFinish,
        1 => LinkKind::FinishToStart,
        2 => LinkKind::StartToFinish,
        3 => LinkKind::StartToStart,
        other => {
            return Err(format!("a link of {} is of no known type ({other}) and was left out", row.quoted()));
        }
    };
    let predecessor = outline.rows.get(from).ok_or_else(String::new)?;
    Ok(Written { from, to, kind, lag: lag(row, predecessor, link, project, notes)? })
}

/// A lag in working days; one that is not a whole number of them is rounded up and said.
fn lag(
    row: &Row,
    predecessor: &Row,
    link: &Element,
    project: &Project,
    notes: &mut Notes,
) -> Result<Lag, String> {
    let number = link.number("LinkLag").unwrap_or(0);
    let code = link.number("LagFormat").unwrap_or(7);
    let elapsed = is_elapsed(code);
    let amount = if is_percent(code) {
        let whole = seconds(predecessor.task.text("Duration"));
        whole.and_then(|seconds| percent_of(Amount { seconds, elapsed }, number))
    } else {
        of_tenths(number).map(|seconds| Amount { seconds, elapsed })
    };
    let too_long =
        || format!("a link of {} has a lag that cannot be taken ({number}) and was left out", row.quoted());
    let amount = amount.ok_or_else(too_long)?;
    let (days, same) = project.clock.days(amount);
    let lag = i32::try_from(days).ok().and_then(|days| Lag::try_from(days).ok()).ok_or_else(too_long)?;
    if number != 0 && (!same || is_percent(code)) {
        let percent =
            if is_percent(code) { format!("{number} % of the task before, ") } else { String::new() };
        let said = format!(
            "the lag before {} is {percent}{}: read as {}",
            row.quoted(),
            project.clock.words(amount),
            counted(days)
        );
        notes.say(NoteKind::Changed, Some(row.place()), said);
    }
    Ok(lag)
}

/// The links so far.
struct Taken<'a> {
    outline: &'a Outline<'a>,
    keys: &'a [Option<String>],
    links: Vec<PlannedLink>,
    /// Where the link of two rows and a kind stands among them.
    known: Places,
}

impl Taken<'_> {
    fn take(&mut self, link: Written, bundles: &mut Bundles) -> Result<(), &'static str> {
        let Written { from, to, kind, .. } = link;
        let ends = self.outline.rows.get(from).zip(self.outline.rows.get(to));
        let Some((before, after)) = ends else { return Ok(()) };
        if [before, after].iter().any(|row| matches!(row.fate, Fate::LeftOut(_))) {
            return Err("one of the two was");
        }
        if before.fate == Fate::Item && after.fate == Fate::Item {
            self.push(from, to, link);
            return Ok(());
        }
        if (from..before.end).contains(&to) || (to..after.end).contains(&from) {
            return Err("one holds the other");
        }
        let by_start = matches!(kind, LinkKind::StartToStart | LinkKind::StartToFinish);
        let to_finish = matches!(kind, LinkKind::FinishToFinish | LinkKind::StartToFinish);
        let unclear = |at: usize, row: &Row| row.fate == Fate::Summary && self.outline.items_in(at) != 1;
        if (by_start && unclear(from, before)) || (to_finish && unclear(to, after)) {
            return Err("it holds for the first or the last task of a summary, whichever that will be");
        }
        let (Some(first), Some(then)) = (bundles.last(from), bundles.first(to)) else { return Err(TOO_MANY) };
        if first.len() * then.len() > MAX_EACH || self.links.len() > MAX_ALL + bundles.written {
            return Err(TOO_MANY);
        }
        for from in &first {
            for to in &then {
                self.push(*from, *to, link);
            }
        }
        Ok(())
    }

    /// Two links of the same two tasks and kind are one, with the longer lag.
    fn push(&mut self, from: usize, to: usize, link: Written) {
        let key = |at: usize| self.keys.get(at).cloned().flatten();
        let (Some(predecessor), Some(successor)) = (key(from), key(to)) else { return };
        let at =
            *self.known.entry(format!("{from} {to} {}", link.kind.letters())).or_insert(self.links.len());
        match self.links.get_mut(at) {
            Some(same) => same.lag = same.lag.max(link.lag),
            None => self.links.push(PlannedLink { predecessor, successor, kind: link.kind, lag: link.lag }),
        }
    }
}

const TOO_MANY: &str = "too many tasks stand below the summary";

/// The items of summaries that its links hold for.
struct Bundles<'a> {
    outline: &'a Outline<'a>,
    /// By row, the rows that finish and start no earlier than it does.
    after: Vec<Vec<usize>>,
    /// By row, the rows that start no later than it does.
    before: Vec<Vec<usize>>,
    /// By row, what was found already: the first, the last.
    known: Vec<[Option<Vec<usize>>; 2]>,
    /// How many links the file has.
    written: usize,
}

impl<'a> Bundles<'a> {
    fn of(outline: &'a Outline<'a>, links: &[Written]) -> Self {
        let mut bundles = Self {
            outline,
            after: vec![Vec::new(); outline.rows.len()],
            before: vec![Vec::new(); outline.rows.len()],
            known: vec![[None, None]; outline.rows.len()],
            written: links.len(),
        };
        for link in links.iter().filter(|link| link.lag >= Lag::default()) {
            if matches!(link.kind, LinkKind::FinishToStart | LinkKind::FinishToFinish) {
                bundles.after[link.from].push(link.to);
            }
            if matches!(link.kind, LinkKind::FinishToStart | LinkKind::StartToStart) {
                bundles.before[link.to].push(link.from);
            }
        }
        bundles
    }

    /// The items below a row that no other of them finishes after; an item itself.
    fn last(&mut self, at: usize) -> Option<Vec<usize>> {
        self.bundle(at, true)
    }

    /// The items below a row that no other of them starts before.
    fn first(&mut self, at: usize) -> Option<Vec<usize>> {
        self.bundle(at, false)
    }

    fn bundle(&mut self, at: usize, finish: bool) -> Option<Vec<usize>> {
        let end = self.outline.rows.get(at)?.end;
        if end - at > MAX_ROWS {
            return None;
        }
        if let Some(known) = &self.known.get(at)?[usize::from(finish)] {
            return Some(known.clone());
        }
        let others = if finish { &self.after } else { &self.before };
        let is_item = |row: &usize| self.outline.rows.get(*row).is_some_and(|row| row.fate == Fate::Item);
        let inside = |other: &usize| (at..end).contains(other) && is_item(other);
        let bound = |row: &usize| others.get(*row).is_some_and(|others| others.iter().any(inside));
        let items: Vec<usize> = (at..end).filter(is_item).collect();
        let mut ends: Vec<usize> = items.iter().copied().filter(|row| !bound(row)).collect();
        // A cycle has no ends.
        if ends.is_empty() {
            ends = items;
        }
        self.known[at][usize::from(finish)] = Some(ends.clone());
        Some(ends)
    }
}
