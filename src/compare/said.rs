//! What comes of a room's estimates: the figures that were said, how far apart they are, what they make of the order,
//! and what can be taken.

use leptos::prelude::*;
use unblock_core::board::ItemId;
use unblock_core::edit::Action;
use unblock_core::view::compare::{Contest, Outcome, Said, Take, Unread};

use crate::focus::keep_focus;
use crate::session::session;

/// What comes of them.
#[component]
pub fn Heard(
    /// The option.
    item: ItemId,
    /// What comes of its estimates.
    outcome: Outcome,
) -> impl IntoView {
    keep_focus();
    let Outcome { said, spread, ends, takes, contest } = outcome;
    view! {
        <div class="cmp-room-said">
            <ol class="cmp-said" aria-label="What was said, the lowest first">{said.into_iter().map(figure).collect_view()}</ol>
            <p class="cmp-spread">{spread}</p>
            {ends.map(|ends| view! { <p>{ends}</p> })}
        </div>
        <div class="cmp-room-made">
            {contest.map(contested)}
            <ul class="cmp-takes">
                {takes.into_iter().enumerate().map(|(at, take)| taking(item, at, take)).collect_view()}
            </ul>
        </div>
    }
}

fn figure(said: Said) -> AnyView {
    let Said { text, who, is_end, turns, .. } = said;
    view! {
        <li class="cmp-said-one" class:cmp-said-end=is_end class:cmp-said-turns=turns>
            <b>{text}</b>
            {(!who.is_empty()).then(|| view! { <span dir="auto">{who}</span> })}
            {turns.then_some(view! { <span class="cmp-said-mark">"turns it"</span> })}
        </li>
    }
    .into_any()
}

fn contested(contest: Contest) -> AnyView {
    view! {
        <div class="cmp-contest" class:cmp-settled=contest.settled>
            {contest.lines.into_iter().map(|line| view! { <p>{line}</p> }).collect_view()}
        </div>
    }
    .into_any()
}

/// A value to take. By its id it gets the focus back when it is drawn anew.
fn taking(item: ItemId, at: usize, take: Take) -> AnyView {
    let session = session();
    let Take { of, words, why, effect, field, is_now } = take;
    let act = move |_| {
        if !is_now {
            session.dispatch(Action::Edit { items: vec![item], field: field.clone() });
        }
    };
    view! {
        <li class="cmp-take">
            <button type="button" class="button" id=format!("cmp-take-{at}") aria-disabled=is_now.then_some("true") on:click=act>
                <span class="unseen">{format!("{of}: ")}</span>{words}
            </button>
            <p><b>{of}</b>", "{why}<span class="cmp-take-effect">{effect}</span></p>
        </li>
    }
    .into_any()
}

/// What does not count, and why.
#[component]
pub fn NotHeard(
    /// What it is.
    unread: Vec<Unread>,
) -> impl IntoView {
    view! {
        <div class="cmp-unread">
            <h4>"Does not count"</h4>
            <ul>
                {unread.into_iter().map(|Unread { text, why }| view! { <li><q dir="auto">{text}</q>": "{why}</li> }).collect_view()}
            </ul>
        </div>
    }
}
