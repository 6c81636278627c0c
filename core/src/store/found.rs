//! Gathering all that two stores hold of a board, and the ways that lead from it to a document.

use super::envelope::{Damage, Kind, Unread, peek};
use super::keys::Key;
use super::log::{self, replay};
use super::port::{JournalRead, Shelf, ShelfError};
use super::recover::{Notice, Opened, Origin, Piece};
use super::save::Tail;
use super::snapshot;
use crate::board::{BoardId, sort_by, sort_by_key};
use crate::edit::{Document, Entry};

/// A way to a document: from a snapshot, step by step.
pub(super) struct Way {
    pub(super) document: Document,
    notices: Vec<Notice>,
    /// What the shelf alone leads to; `None` where the way begins in the journal.
    home: Option<Tail>,
    logged: usize,
}

/// A step that was read, with its text.
struct Step {
    origin: Origin,
    text: String,
    entry: Entry,
}

/// All that there is of a board.
pub(super) struct Found<'a> {
    board: BoardId,
    now: Option<String>,
    pub(super) before: Option<String>,
    steps: Vec<Step>,
    journal: Option<&'a JournalRead>,
    journal_steps: Vec<Step>,
    pieces: Vec<Piece>,
}

impl<'a> Found<'a> {
    pub(super) fn on(
        shelf: &dyn Shelf,
        board: BoardId,
        journal: Option<&'a JournalRead>,
    ) -> Result<Self, ShelfError> {
        let (now, before) = (shelf.get(Key::Now(board))?, shelf.get(Key::Before(board))?);
        let mut found =
            Self { board, now, before, steps: vec![], journal, journal_steps: vec![], pieces: vec![] };
        let mut revisions: Vec<u64> =
            shelf.keys()?.into_iter().filter_map(|key| step_of(key, board)).collect();
        sort_by(&mut revisions, Ord::cmp);
        for revision in revisions {
            let key = Key::Log(board, revision);
            if let Some(text) = shelf.get(key)? {
                found.steps.extend(read_step(Origin::Shelf(key), text, revision, &mut found.pieces));
            }
        }
        for (revision, text) in journal.map_or(&[][..], |journal| &journal.entries) {
            let step = read_step(Origin::JournalStep(*revision), text.clone(), *revision, &mut found.pieces);
            found.journal_steps.extend(step);
        }
        sort_by_key(&mut found.journal_steps, |step| step.entry.revision);
        Ok(found)
    }

    pub(super) fn way_home(&mut self) -> Option<Way> {
        let text = self.now.as_deref()?;
        let key = Key::Now(self.board);
        let (mut document, repairs) = match snapshot::read(text, self.board) {
            Ok(read) => read,
            Err(why) => {
                self.pieces.push(Piece { origin: Origin::Shelf(key), text: text.to_owned(), why });
                return None;
            }
        };
        let base = document.revision;
        replay(&mut document, self.steps.iter().map(|step| &step.entry));
        let last = self
            .steps
            .iter()
            .rfind(|step| document.revision > base && step.entry.revision == document.revision);
        let home = match last {
            Some(step) => Tail::of(Key::Log(self.board, document.revision), document.revision, &step.text),
            None => Tail::of(key, document.revision, text),
        };
        self.replay_rest(&mut document);
        let logged = self.steps.iter().filter(|step| step.entry.revision > base).count();
        Some(Way {
            document,
            notices: repairs.into_iter().map(Notice::from).collect(),
            home: Some(home),
            logged,
        })
    }

    /// The way that begins with the journal's snapshot, where that leads further than the other.
    pub(super) fn way_by_journal(&mut self, reached: Option<u64>) -> Option<Way> {
        let text = self.journal?.snapshot.as_deref()?;
        let read = match peek(text, Kind::Snapshot) {
            Ok(header) if reached.is_some_and(|reached| header.revision <= reached) => return None,
            Ok(_) => snapshot::read(text, self.board),
            Err(why) => Err(why),
        };
        match read {
            Ok((mut document, repairs)) => {
                self.replay_rest(&mut document);
                let notices = repairs.into_iter().map(Notice::from).collect();
                Some(Way { document, notices, home: None, logged: 0 })
            }
            Err(why) => {
                self.pieces.push(Piece { origin: Origin::JournalSnapshot, text: text.to_owned(), why });
                None
            }
        }
    }

    fn replay_rest(&self, document: &mut Document) {
        replay(document, self.journal_steps.iter().map(|step| &step.entry));
        replay(document, self.steps.iter().map(|step| &step.entry));
    }

    pub(super) fn newer(&self) -> Option<u32> {
        self.pieces.iter().find_map(|piece| match piece.why {
            Unread::Newer(format) => Some(format),
            Unread::Damaged(_) => None,
        })
    }

    pub(super) const fn is_nothing(&self) -> bool {
        self.now.is_none()
            && self.before.is_none()
            && self.steps.is_empty()
            && self.journal_steps.is_empty()
            && self.pieces.is_empty()
    }

    /// The revision that the journal says it leads to.
    fn journal_reach(&self) -> Option<u64> {
        let snapshot = self.journal?.snapshot.as_deref()?;
        let base = peek(snapshot, Kind::Snapshot).ok()?.revision;
        let next = |reach: u64, step: &Step| if step.entry.revision == reach + 1 { reach + 1 } else { reach };
        Some(self.journal_steps.iter().fold(base, next))
    }

    pub(super) fn opened(mut self, way: Way) -> Opened {
        let revision = way.document.revision;
        let journal_behind = self.journal.is_some() && self.journal_reach() != Some(revision);
        self.leave_out_after(revision);
        let tail = way.home.filter(|tail| tail.revision == revision && self.pieces.is_empty());
        let mut notices = way.notices;
        if tail.is_none() && self.pieces.is_empty() {
            notices.push(Notice::FromJournal);
        }
        if let Some(Piece { why: Unread::Damaged(why), .. }) = self.pieces.first() {
            notices.push(Notice::SetAside { count: self.pieces.len(), why: why.clone() });
        }
        Opened {
            document: way.document,
            notices,
            pieces: self.pieces,
            tail,
            logged: way.logged,
            journal_behind,
        }
    }

    fn leave_out_after(&mut self, revision: u64) {
        let steps = self.steps.drain(..).chain(self.journal_steps.drain(..));
        let left = steps.filter(|step| step.entry.revision > revision);
        self.pieces.extend(left.map(|Step { origin, text, .. }| Piece {
            origin,
            text,
            why: Damage::NoWayTo.into(),
        }));
    }

    /// All texts, for a board that cannot be opened.
    pub(super) fn everything(mut self) -> Vec<Piece> {
        self.leave_out_after(0);
        let readable = |origin: Origin, text: String| Piece { origin, text, why: Damage::NoWayTo.into() };
        let held = |pieces: &[Piece], origin: Origin| pieces.iter().any(|piece| piece.origin == origin);
        let (now, before) = (Origin::Shelf(Key::Now(self.board)), Origin::Shelf(Key::Before(self.board)));
        for (origin, text) in [(now, self.now.take()), (before, self.before.take())] {
            let text = text.filter(|_| !held(&self.pieces, origin));
            self.pieces.extend(text.map(|text| readable(origin, text)));
        }
        self.pieces
    }
}

fn step_of(key: Key, board: BoardId) -> Option<u64> {
    match key {
        Key::Log(id, revision) if id == board => Some(revision),
        _ => None,
    }
}

fn read_step(origin: Origin, text: String, revision: u64, pieces: &mut Vec<Piece>) -> Option<Step> {
    match log::read(&text, revision) {
        Ok(entry) => Some(Step { origin, text, entry }),
        Err(why) => {
            pieces.push(Piece { origin, text, why });
            None
        }
    }
}
