//! From a board and a command to a new board and the change that made it.

use super::change::Change;
use super::command::{Action, Command, Stamp};
use super::describe::describe;
use super::draft::Draft;
use super::rejection::Rejection;
use super::{import, items, merge, people};
use crate::board::{Board, Link, LinkKey, cycle_through};

/// The board after the command, and what changed. A change without edits means that all was so already.
pub fn apply(board: &Board, command: &Command) -> Result<(Board, Change), Rejection> {
    let mut draft = Draft::of(board);
    act(&mut draft, command)?;
    let name = describe(&command.action, board);
    let (board, edits) = draft.finish()?;
    Ok((board, Change { name, edits }))
}

fn act(draft: &mut Draft, command: &Command) -> Result<(), Rejection> {
    // Whoever has left the roster acts as nobody.
    let by = command.stamp.by.filter(|id| draft.board.person(*id).is_some());
    let stamp = &Stamp { by, ..command.stamp };
    match &command.action {
        Action::Add { items, to, place } => items::add(draft, stamp, items, *to, *place),
        Action::Edit { items, field } => items::edit(draft, stamp, items, field),
        Action::Finish { items, done } => items::finish(draft, stamp, items, *done),
        Action::Judge { items, important, urgent } => items::judge(draft, stamp, items, *important, *urgent),
        Action::Move { items, to, place } => items::relocate(draft, stamp, items, *to, *place),
        Action::Assign { items, role, person } => people::assign(draft, items, *role, person.as_ref()),
        Action::Trash { items } => items::trash(draft, stamp, items),
        Action::Restore { items } => items::restore(draft, items),
        Action::Merge { into, from } => merge::merge(draft, stamp, *into, *from),
        Action::Split { item, part } => items::split(draft, *item, part),
        Action::Link(link) => set_link(draft, *link),
        Action::Unlink(key) => draft.remove_link(*key).map(drop).ok_or(Rejection::UnknownLink),
        Action::NamePerson(person) => people::name(draft, person),
        Action::RemovePerson(person) => people::remove(draft, *person),
        Action::Describe(about) => {
            draft.describe((**about).clone());
            Ok(())
        }
        Action::Import(import) => import::import(draft, import),
    }
}

/// Makes a link, or changes the lag of one. Refused where it would close a cycle, which is named in order.
pub(super) fn set_link(draft: &mut Draft, link: Link) -> Result<(), Rejection> {
    let LinkKey { predecessor, successor, .. } = link.key;
    let waits = draft.live(successor)?.title.to_string();
    draft.live(predecessor)?;
    if predecessor == successor {
        return Err(Rejection::WaitsForItself(waits));
    }
    if let Some(cycle) = cycle_through(&draft.board.links, predecessor, successor) {
        let round = cycle.iter().chain(cycle.first()).filter_map(|id| draft.board.item(*id));
        let names: Vec<&str> = round.map(|item| item.title.as_str()).collect();
        return Err(Rejection::Cycle(names.join(" → ")));
    }
    if draft.board.links.get(&link.key) != Some(&link.lag) {
        draft.set_link(link);
    }
    Ok(())
}
