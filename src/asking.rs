//! What a quadrant asks for (a day, a person, a reason): its words, and how an answer is taken. Never demanded.

use leptos::prelude::*;
use unblock_core::board::{Date, ItemField, ItemId, Name, Person, Quadrant, Refusal};
use unblock_core::edit::{Action, Role};
use unblock_core::view::READY_REASONS;

use crate::clock;
use crate::session::Session;

/// The words of a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The question.
    pub words: &'static str,
    /// What an answer looks like.
    pub hint: &'static str,
    /// Answers that are ready to be taken; others can be typed.
    pub choices: Vec<String>,
}

/// What a quadrant asks of an item that stands in it.
pub fn question(session: Session, quadrant: Quadrant) -> Question {
    let (words, hint, choices) = match quadrant {
        Quadrant::Do | Quadrant::Schedule => ("By when?", "fri, 12 mar, +2w", Vec::new()),
        Quadrant::Delegate => {
            let people = session
                .board
                .with_untracked(|board| board.roster().iter().map(|p| p.name.to_string()).collect());
            ("To whom?", "A name", people)
        }
        Quadrant::Eliminate => ("Why not?", "A reason", READY_REASONS.map(str::to_owned).to_vec()),
    };
    Question { words, hint, choices }
}

/// Gives an item what its quadrant asks for, or says why the answer is none.
pub fn take(session: Session, id: ItemId, quadrant: Quadrant, text: &str) -> Result<(), String> {
    let items = vec![id];
    let action = match quadrant {
        Quadrant::Do | Quadrant::Schedule => {
            let date = Date::typed(text, session.today.get_untracked()).map_err(|error| error.to_string())?;
            Action::Edit { items, field: ItemField::Deadline(Some(date)) }
        }
        Quadrant::Delegate => {
            let name: Name = text.parse().map_err(|error| format!("That is no name: {error}."))?;
            Action::Assign {
                items,
                role: Role::Owner,
                person: Some(Person { id: clock::new_person_id(), name }),
            }
        }
        Quadrant::Eliminate => {
            let held =
                session.board.with_untracked(|board| board.item(id).and_then(|item| item.refusal.clone()));
            let refusal = Refusal { reason: text.to_owned(), ..held.unwrap_or_default() };
            Action::Edit { items, field: ItemField::Refusal(Some(refusal)) }
        }
    };
    session.dispatch(action);
    Ok(())
}
