//! The headline under the header: what the room must know, each phrase a filter; the last message and *Undo*.

use leptos::prelude::*;
use unblock_core::view::{Filter, Lost, MatrixView, Page, Phrase, Route, days_words, headline, straight};

use crate::format::day;
use crate::parts::{Icon, Shape};
use crate::session::{Offer, session};

/// The headline.
#[component]
pub fn HeadlineBar() -> impl IntoView {
    let session = session();
    let shown =
        Memo::new(move |_| session.scene.with(|scene| headline(scene, &|date| day(date, scene.today))));
    let matched = Memo::new(move |_| {
        let all = session.scene.with(|scene| scene.live().len());
        format!("{} of {all}", session.matrix.with(MatrixView::count))
    });
    // How the finish stands comes first, then what was noticed, then the rest.
    let phrases = move |of_target: bool| {
        let mut phrases = shown.with(|shown| shown.phrases.clone());
        phrases.retain(|phrase| phrase.text.ends_with("target") == of_target);
        phrases
    };
    view! {
        <section class="headline" aria-label="Headline">
            <p class="headline-main">
                {move || shown.with(|shown| shown.main.clone())}
                {move || session.shift.get().map(|days| {
                    let later = days > 0;
                    view! { <span class="headline-shift" class:alarm=later>{days_words(days)}</span> }
                })}
            </p>
            <div class="phrases">
                {move || phrases(true).into_iter().map(|phrase| view! { <PhraseButton phrase /> }).collect_view()}
                <Signals />
                {move || phrases(false).into_iter().map(|phrase| view! { <PhraseButton phrase /> }).collect_view()}
            </div>
            <Show when=move || session.filter.with(|f| !f.is_empty())>
                <button type="button" class="phrase phrase-clear" on:click=move |_| session.filter.set(Filter::default())>
                    "Show all · "{move || matched.get()}
                </button>
            </Show>
            <MessageLine />
        </section>
    }
}

/// A phrase that filters.
#[component]
fn PhraseButton(
    /// Its words and what it picks out.
    phrase: Phrase,
) -> impl IntoView {
    let session = session();
    let filter = StoredValue::new(phrase.filter);
    let active = move || session.filter.with(|now| filter.with_value(|f| now == f));
    let toggle = move |_| {
        let next = if active() { Filter::default() } else { filter.get_value() };
        session.filter.set(next);
    };
    view! {
        <button type="button" class="phrase" class:alarm=phrase.alarm aria-pressed=move || active().to_string()
            on:click=toggle>{straight(&phrase.text)}</button>
    }
}

/// What was noticed when the board was opened, until somebody has seen it.
#[component]
fn Signals() -> impl IntoView {
    let session = session();
    let phrases = Memo::new(move |_| {
        session
            .scene
            .with(|scene| session.watch.with(|watch| watch.phrases(scene, &|date| day(date, scene.today))))
    });
    move || {
        let line = |(lost, phrase): (Lost, Phrase)| {
            let label = format!("Seen: {}", phrase.text);
            let dismiss = move |_| {
                session.filter.set(Filter::default());
                session.dismiss(lost);
            };
            view! {
                <span class="phrase-pair">
                    <PhraseButton phrase />
                    <button type="button" class="icon-button" aria-label=label on:click=dismiss><Icon shape=Shape::Close /></button>
                </span>
            }
        };
        phrases.get().into_iter().map(line).collect_view()
    }
}

/// What was done or refused, with what can be done about it.
#[component]
pub fn MessageLine() -> impl IntoView {
    let session = session();
    let offer = move |offer: Offer| match offer {
        Offer::Undo => view! {
            <button type="button" class="link" on:click=move |_| session.undo()>"Undo"</button>
        }
        .into_any(),
        Offer::Open(board) => view! {
            <a href=Route::Board(board, Page::Matrix).to_string()>"Open it"</a>
        }
        .into_any(),
    };
    move || {
        session.message.get().map(|message| {
            view! {
                <p class="message" class:alarm=message.alarm>
                    <span class="message-text" title=message.text.clone()>{message.text.clone()}</span>
                    {message.offer.map(offer)}
                </p>
            }
        })
    }
}
