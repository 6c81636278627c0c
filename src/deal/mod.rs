//! Deal mode: the Inbox one card at a time, large, two questions. What is shown and what comes next is decided by
//! the core's deck; here it is put on the page.
//!
//! Everything is where it was on the card before, whatever the card says: a room's eyes and a hand stay in place.

mod card;
mod dealing;
mod end;
mod keys;
mod last;
mod merge;
mod questions;
mod tools;

use leptos::html;
use leptos::prelude::*;
use unblock_core::view::Deck;

use card::DealtCard;
use dealing::{Dealing, focus_card};
use end::End;
use last::LastDealt;

use crate::session::session;

/// The page of deal mode.
#[component]
pub fn Deal() -> impl IntoView {
    let dealing = Dealing::new(session());
    provide_context(dealing);
    keys::listen(dealing);
    follow_the_board(dealing);
    let page = NodeRef::<html::Div>::new();
    bring_into_view(page);
    let has_card = Memo::new(move |_| dealing.deck.with(|deck| deck.current().is_some()));
    view! {
        <div class="deal" node_ref=page>
            <Progress />
            <Show when=move || has_card.get() fallback=|| view! { <End /> }>
                <DealtCard />
            </Show>
            <LastDealt />
        </div>
    }
}

/// Undo, another tab and the tools of the card change the board: the deck goes along.
fn follow_the_board(dealing: Dealing) {
    Effect::new(move |_| {
        dealing.session.board.with(|board| dealing.deck.maybe_update(|deck| deck.follow(board)));
    });
    let current = Memo::new(move |_| dealing.deck.with(Deck::current));
    Effect::new(move |_| {
        // A memo that nobody reads tells nobody of a change.
        current.get();
        dealing.tool.set(None);
        request_animation_frame(|| {
            if !keys::is_busy() {
                focus_card();
            }
        });
    });
}

/// On a small screen the header gives way once, when the dealing begins.
fn bring_into_view(page: NodeRef<html::Div>) {
    Effect::new(move |_| {
        let Some(page) = page.get() else { return };
        request_animation_frame(move || page.scroll_into_view());
    });
}

/// How far it is: a thin bar and "12 of 40". Nothing where there is nothing to deal.
#[component]
fn Progress() -> impl IntoView {
    let dealing = expect_context::<Dealing>();
    let tally = Memo::new(move |_| dealing.deck.with(Deck::tally));
    let words = move || tally.with(|tally| format!("{} of {}", tally.at, tally.all));
    let share = move || {
        let tally = tally.get();
        let part = |n: usize| u32::try_from(n).map_or(1.0, f64::from);
        format!("scaleX({})", part(tally.at) / part(tally.all).max(1.0))
    };
    view! {
        <header class="deal-head">
            <p class="deal-count" class:deal-hidden=move || tally.get().all == 0>{words}</p>
            <button type="button" class="button quiet" on:click=move |_| dealing.leave()>
                "To the Matrix" <kbd aria-hidden="true">"Esc"</kbd>
            </button>
            <div class="deal-bar" class:deal-hidden=move || tally.get().all == 0 role="progressbar" aria-label="Cards"
                aria-valuemin="0" aria-valuemax=move || tally.get().all.to_string()
                aria-valuenow=move || tally.get().at.to_string() aria-valuetext=words>
                <div class="deal-bar-done" style:transform=share></div>
            </div>
        </header>
    }
}
