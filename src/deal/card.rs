//! The card: its title, what the tracker knew of it, the questions and the tools.

use leptos::html;
use leptos::prelude::*;
use unblock_core::board::{Date, Kind};
use unblock_core::view::{Deck, Fact, Known, known};

use super::dealing::{CARD, Dealing};
use super::questions::Questions;
use super::tools::Tools;
use crate::format;
use crate::later::in_next_frame;
use crate::parts::{Size, watch_size};

/// The card that is shown.
#[component]
pub fn DealtCard() -> impl IntoView {
    let dealing = expect_context::<Dealing>();
    let session = dealing.session;
    let shown = Memo::new(move |_| {
        let current = dealing.deck.with(Deck::current)?;
        session.board.with(|board| board.item(current).map(|item| known(board, item)))
    });
    let label = move || {
        let tally = dealing.deck.with(Deck::tally);
        let title = shown.with(|shown| shown.as_ref().map(|s| s.title.clone())).unwrap_or_default();
        format!("{title}, {} of {}", tally.at, tally.all)
    };
    let is_external = move || shown.with(|shown| shown.as_ref().is_some_and(|s| s.kind.is_external()));
    view! {
        <article id=CARD class="deal-card" class:deal-external=is_external tabindex="-1" role="group" aria-label=label>
            <Words shown />
            <Questions shown />
            <Tools shown />
        </article>
    }
}

/// Letters reach a little over their line; only more than this many pixels are a line that is cut.
const SLACK: i32 = 12;

/// Title, facts and notes. What does not fit is cut, with a button for the rest.
#[component]
fn Words(
    /// What is known of the card.
    shown: Memo<Option<Known>>,
) -> impl IntoView {
    let today = expect_context::<Dealing>().session.today;
    let title = NodeRef::<html::H1>::new();
    let (facts, notes) = (NodeRef::<html::Ul>::new(), NodeRef::<html::P>::new());
    let around = NodeRef::<html::Div>::new();
    let whole = RwSignal::new(false);
    let cut = RwSignal::new(false);
    let size = RwSignal::new(Size::default());
    Effect::new(move |_| {
        if let Some(around) = around.get() {
            watch_size(&around, size);
        }
    });
    let text = Memo::new(move |_| {
        shown.with(|s| s.as_ref().map(|s| (s.title.clone(), s.notes.clone())).unwrap_or_default())
    });
    Effect::new(move |_| {
        text.track();
        whole.set(false);
    });
    Effect::new(move |_| {
        text.track();
        size.track();
        in_next_frame(cut, move || {
            let title = title.get_untracked().map(|e| (e.scroll_height(), e.client_height()));
            let facts = facts.get_untracked().map(|e| (e.scroll_height(), e.client_height()));
            let notes = notes.get_untracked().map(|e| (e.scroll_height(), e.client_height()));
            let is_cut = |(all, seen)| all > seen + SLACK;
            cut.set([title, facts, notes].into_iter().flatten().any(is_cut));
        });
    });
    let giver = move || shown.with(|shown| shown.as_ref().and_then(giver));
    let lines = move || {
        let facts = shown.with(|shown| shown.as_ref().map(|s| s.facts.clone())).unwrap_or_default();
        facts.iter().map(|fact| fact_line(fact, today.get())).collect_view()
    };
    view! {
        <div class="deal-words" class:deal-whole=whole node_ref=around>
            {move || giver().map(|giver| view! { <p class="deal-giver" dir="auto">{giver}</p> })}
            <h1 class="deal-title" dir="auto" node_ref=title>{move || text.with(|text| text.0.clone())}</h1>
            <ul class="deal-facts" node_ref=facts>{lines}</ul>
            <p class="deal-notes" dir="auto" node_ref=notes>{move || text.with(|text| text.1.clone())}</p>
            <Show when=move || cut.get() || whole.get()>
                <button type="button" class="link deal-more" aria-expanded=move || whole.get().to_string()
                    on:click=move |_| whole.update(|whole| *whole = !*whole)>
                    {move || if whole.get() { "Less" } else { "More" }}
                </button>
            </Show>
        </div>
    }
}

/// "From Payments, team": what comes from outside says so first.
fn giver(known: &Known) -> Option<String> {
    let kind = match known.kind {
        Kind::Work => return None,
        Kind::Team => "team",
        Kind::System => "system",
        Kind::Api => "API",
        Kind::Tool => "tool",
        Kind::Vendor => "vendor",
    };
    Some(known.giver.as_ref().map_or_else(
        || format!("From outside, nobody named: {kind}"),
        |giver| format!("From {giver} · {kind}"),
    ))
}

fn fact_line(fact: &Fact, today: Date) -> impl IntoView + use<> {
    let day = |date: &Date| format::day(*date, today);
    let text = match fact {
        Fact::Owner(name) | Fact::Source(name) => name.clone(),
        Fact::Due(date) => format!("due {}", day(date)),
        Fact::Awaited(who, date) => format!("{who} waits for it, {}", day(date)),
        Fact::Promised(date) => format!("promised {}", day(date)),
        Fact::NotBefore(date) => format!("not before {}", day(date)),
        Fact::Priority(priority) => priority.word().to_owned(),
        Fact::Tag(tag) => format!("# {tag}"),
    };
    view! { <li dir="auto">{text}</li> }
}
