//! The end of the deck: what was sorted where, and what to do next.

use leptos::prelude::*;
use unblock_core::board::Quadrant;
use unblock_core::view::{Deck, Tally};

use super::dealing::{CARD, Dealing};
use crate::format::counted;

/// What stands where the card stood.
#[component]
pub fn End() -> impl IntoView {
    let dealing = expect_context::<Dealing>();
    let tally = Memo::new(move |_| dealing.deck.with(Deck::tally));
    let name =
        move |quadrant| dealing.session.board.with(|board| board.about.quadrants.name(quadrant).to_owned());
    let skipped = move || tally.get().open;
    let place = move |quadrant: Quadrant| {
        view! {
            <li class="deal-sum">
                <span class="deal-sum-count">{move || tally.get().sorted[quadrant.index()]}</span>
                <span>{move || name(quadrant)}</span>
            </li>
        }
    };
    view! {
        <article id=CARD class="deal-card deal-end" tabindex="-1" role="group" aria-labelledby="deal-end-head">
            <div class="deal-words">
                <h1 id="deal-end-head" class="deal-title">{move || headline(tally.get())}</h1>
                <p class="muted">{move || advice(tally.get())}</p>
            </div>
            <Show when=move || { tally.get().all > 0 }>
                <ul class="deal-sums">{Quadrant::ALL.map(place)}</ul>
            </Show>
            <div class="deal-tools">
                <Show when=move || { tally.get().all > 0 }>
                    <button type="button" class="button" on:click=move |_| dealing.back()>"Back"</button>
                </Show>
                <Show when=move || { skipped() > 0 }>
                    <button type="button" class="button" on:click=move |_| dealing.again()>
                        {move || format!("Deal {} again", counted(skipped(), "skipped card", "skipped cards"))}
                    </button>
                </Show>
                <button type="button" class="button primary deal-skip" on:click=move |_| dealing.leave()>"To the Matrix"</button>
            </div>
        </article>
    }
}

fn headline(tally: Tally) -> String {
    match tally {
        Tally { all: 0, .. } => "The Inbox is empty".to_owned(),
        Tally { all: 1, open: 0, .. } => "The one card is sorted".to_owned(),
        Tally { all, open: 0, .. } => format!("All {all} sorted"),
        Tally { all, open, .. } => format!("{} of {all} sorted", all - open),
    }
}

fn advice(tally: Tally) -> String {
    match tally {
        Tally { all: 0, .. } => {
            "Nothing waits to be sorted. Paste a list or import a file on the Matrix; here it is dealt one card at a time.".to_owned()
        }
        Tally { open: 0, .. } => "Nothing is left in the Inbox.".to_owned(),
        Tally { open, .. } => format!("{} still in the Inbox.", counted(open, "card is", "cards are")),
    }
}
