//! Commands on what a meeting leaves behind: decisions, actions, minutes.

use super::command::Record;
use super::draft::Draft;
use super::people::enrol;
use super::rejection::Rejection;
use crate::board::{ActionItem, Decision, Minutes};

/// A decision, an action or minutes come, say something else, or go. What is to go has to be there.
pub(super) fn record(draft: &mut Draft, record: &Record) -> Result<(), Rejection> {
    let board = &draft.board;
    let there = match record {
        Record::Undecide(id) => board.decisions.contains_key(id),
        Record::Unnote(id) => board.actions.contains_key(id),
        Record::DropMinutes(id) => board.minutes.contains_key(id),
        Record::Decide(_) | Record::Note { .. } | Record::KeepMinutes(_) => true,
    };
    if !there {
        return Err(Rejection::UnknownRecord);
    }
    match record {
        Record::Decide(decision) => decide(draft, decision)?,
        Record::Note { action, owner } => {
            let owner = owner.as_ref().map(|person| enrol(draft, person));
            draft.put(action.id, Some(ActionItem { owner, ..(**action).clone() }));
        }
        Record::KeepMinutes(minutes) => draft.put(minutes.id, Some((**minutes).clone())),
        Record::Undecide(id) => draft.put::<Decision>(*id, None),
        Record::Unnote(id) => draft.put::<ActionItem>(*id, None),
        Record::DropMinutes(id) => draft.put::<Minutes>(*id, None),
    }
    Ok(())
}

/// A one-way door is not closed before alternatives are named, but for somebody who says that there are none.
fn decide(draft: &mut Draft, decision: &Decision) -> Result<(), Rejection> {
    let knowingly = decision.closed.is_none_or(|closed| closed.without_alternatives);
    if decision.lacks_alternatives() && !knowingly {
        return Err(Rejection::NeedsAlternatives(decision.what.to_string()));
    }
    draft.put(decision.id, Some(decision.clone()));
    Ok(())
}
