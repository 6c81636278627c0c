//! The five questions of a good priority call, to tick at an option.
//!
//! Deliberately absent: what they are called and what they come to. That is the core's.

use leptos::prelude::*;
use unblock_core::board::{ItemField, ItemId, Reason};
use unblock_core::edit::Action;
use unblock_core::view::compare::{QuestionView, questions};

use crate::session::{Session, session};

/// How many questions there are.
const QUESTIONS: usize = 5;

/// The questions of an item with their ticks.
#[component]
pub fn Questions(
    /// Which item.
    id: ItemId,
    /// What comes before the ids of the ticks in the page.
    prefix: &'static str,
) -> impl IntoView {
    let session = session();
    let all = Memo::new(move |_| session.scene.with(|scene| questions(scene, id)));
    view! {
        <ul class="cmp-ticks" aria-label="Why first?">
            {(0..QUESTIONS).map(|at| view! { <li>{tick(session, id, prefix, all, at)}</li> }).collect_view()}
        </ul>
    }
}

/// One of them. What the links say is shown and not ticked by hand.
fn tick(
    session: Session,
    item: ItemId,
    prefix: &'static str,
    all: Memo<Vec<QuestionView>>,
    at: usize,
) -> AnyView {
    let of = move |part: fn(&QuestionView) -> String| {
        move || all.with(|all| all.get(at).map(part).unwrap_or_default())
    };
    let ticked = move || all.with(|all| all.get(at).is_some_and(|question| question.is_ticked));
    let words = of(|question| question.words.clone());
    let asked = of(|question| question.asked.clone());
    let Some(reason) = all.with_untracked(|all| all.get(at).and_then(|question| question.reason)) else {
        return view! { <span class="cmp-tick-box" class:cmp-ticked=ticked title=asked>{words}</span> }
            .into_any();
    };
    view! {
        <button type="button" class="cmp-tick-box" class:cmp-ticked=ticked id=format!("{prefix}-{at}-{item}") title=asked
            aria-pressed=move || ticked().to_string() on:click=move |_| toggle(session, item, reason)>{words}</button>
    }
    .into_any()
}

fn toggle(session: Session, item: ItemId, reason: Reason) {
    let held = session.board.with_untracked(|board| board.item(item).map(|item| item.reasons));
    if let Some(held) = held {
        session.dispatch(Action::Edit { items: vec![item], field: ItemField::Reasons(held.toggled(reason)) });
    }
}
