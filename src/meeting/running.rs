//! Running a meeting: from its start over the steps of its agenda.
//!
//! Absent on purpose: what an agenda allows, and which page a step opens; the core says that. How it ends, and goes on
//! after all: that is of the texts, for its minutes are kept.

use leptos::prelude::*;
use unblock_core::edit::{Action, Agenda};
use unblock_core::view::{Page, page_of, step_words};

use super::go_on_from;
use crate::clock;
use crate::session::Session;

/// The agenda of the meeting that goes on.
pub fn agenda(session: Session) -> Option<Agenda> {
    session.document.with_untracked(|document| document.meeting.as_ref().map(|held| held.agenda.clone()))
}

/// Starts a meeting with the usual agenda and opens its first step. It asks nothing.
pub fn start(session: Session) {
    if agenda(session).is_none() && meet(session, Agenda::usual(clock::now())) {
        open(session);
        session.tell("The meeting has started".to_owned(), false);
        go_on_from(&[".strip-next"]);
    }
}

/// Comes to a step and opens its page.
pub fn come_to(session: Session, at: usize) {
    if change(session, |agenda| agenda.come_to(at, clock::now())) {
        open(session);
    }
}

/// Comes to the next step that is not left out. False where there is none.
pub fn next(session: Session) -> bool {
    let next = agenda(session).and_then(|agenda| agenda.next());
    if let Some(at) = next {
        come_to(session, at);
    }
    next.is_some()
}

/// Comes to the step before that is not left out. False where there is none.
pub fn previous(session: Session) -> bool {
    let previous = agenda(session).and_then(|agenda| agenda.previous());
    if let Some(at) = previous {
        come_to(session, at);
    }
    previous.is_some()
}

/// Leaves out the step that is on.
pub fn skip(session: Session) {
    if change(session, |agenda| agenda.skip(clock::now())) {
        open(session);
    }
}

/// Opens the page of the step that is on, and says which step it is.
pub fn open(session: Session) {
    let Some(agenda) = agenda(session) else { return };
    let to_sort = session.matrix.with_untracked(|view| view.inbox.count);
    let page = agenda.step().map(|step| step.topic.map_or(Page::Agenda, |topic| page_of(topic, to_sort)));
    if let Some(page) = page {
        session.go(page);
    }
    session.said.set(step_words(&agenda));
}

/// Makes another agenda of the one that holds. False where there is none, or it may not be changed here.
pub fn change(session: Session, change: impl FnOnce(Agenda) -> Agenda) -> bool {
    agenda(session).is_some_and(|agenda| meet(session, change(agenda)))
}

fn meet(session: Session, agenda: Agenda) -> bool {
    session.dispatch(Action::Meet(Box::new(agenda)))
}
