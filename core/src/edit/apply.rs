//! From a board and a command to a new board and the change that made it.

use super::change::Change;
use super::command::{Action, Command, Stamp};
use super::describe::describe;
use super::draft::Draft;
use super::rejection::Rejection;
use super::{import, items, links, merge, people, rank, records};
use crate::board::Board;

/// The board after the command, and what changed. A change without edits means that all was so already.
pub fn apply(board: &Board, command: &Command) -> Result<(Board, Change), Rejection> {
    let mut draft = Draft::of(board);
    act(&mut draft, command)?;
    let name = describe(&command.action, board);
    let (board, edits) = draft.finish()?;
    Ok((board, Change { name, edits, meeting: None }))
}

fn act(draft: &mut Draft, command: &Command) -> Result<(), Rejection> {
    // Whoever has left the roster acts as nobody.
    let by = command.stamp.by.filter(|id| draft.board.person(*id).is_some());
    let stamp = &Stamp { by, ..command.stamp };
    match &command.action {
        Action::Add { items, to, place } => items::add(draft, stamp, items, *to, *place),
        Action::Edit { items, field } => items::edit(draft, stamp, items, field),
        Action::Fill { updates } => items::fill(draft, stamp, updates),
        Action::Finish { items, done } => items::finish(draft, stamp, items, *done),
        Action::Judge { items, important, urgent } => items::judge(draft, stamp, items, *important, *urgent),
        Action::Move { items, to, place } => items::relocate(draft, stamp, items, *to, *place),
        Action::Rank { items, priority, place } => rank::rank(draft, items, *priority, *place),
        Action::Arrange { groups } => groups.iter().try_for_each(|items| rank::arrange(draft, items)),
        Action::Cut { items, reason } => rank::cut(draft, stamp, items, reason),
        Action::Assign { items, role, person } => people::assign(draft, items, *role, person.as_ref()),
        Action::Trash { items } => items::trash(draft, stamp, items),
        Action::Restore { items } => items::restore(draft, items),
        Action::Merge { into, from } => merge::merge(draft, stamp, *into, *from),
        Action::Split { item, part } => items::split(draft, *item, part),
        Action::Link(link) => links::link(draft, *link),
        Action::Unlink(key) => links::unlink(draft, *key),
        Action::Relink { key, kind, lag } => links::relink(draft, *key, *kind, *lag),
        Action::Introduce { new, kind, who, beside } => {
            links::introduce(draft, stamp, new, *kind, who.as_ref(), *beside)
        }
        Action::NamePerson(person) => people::name(draft, person),
        Action::RemovePerson(person) => people::remove(draft, *person),
        Action::Describe(about) => {
            draft.describe((**about).clone());
            Ok(())
        }
        Action::Record(record) => records::record(draft, record),
        Action::Import(import) => import::import(draft, import),
        Action::EndMeeting(Some(minutes)) => {
            draft.put(minutes.id, Some((**minutes).clone()));
            Ok(())
        }
        // What goes on around the board is the document's: see `Document::dispatch`.
        Action::Meet(_) | Action::EndMeeting(None) | Action::GoOn | Action::Report => Ok(()),
    }
}
