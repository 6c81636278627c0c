//! One decision as a sentence whose words are edited in place.

use leptos::prelude::*;
use unblock_core::board::{Closed, Decision, DecisionId, Door, ItemId};
use unblock_core::edit::{Action, Record};
use unblock_core::view::best_item;

use super::super::{go_on_from, go_on_from_one};
use super::kept::Kept;
use super::meant;
use crate::format::day;
use crate::pages::typed;
use crate::panel::{enrolled, roster};
use crate::parts::{Choice, Icon, Shape, Word, WordOptions};
use crate::session::{Session, session};

/// Changes a decision, or says why not.
fn edit(session: Session, id: DecisionId, change: impl FnOnce(&mut Decision)) -> Result<(), String> {
    let held = session.board.with_untracked(|board| board.decisions.get(&id).map(|held| (**held).clone()));
    let Some(mut decision) = held else { return Ok(()) };
    change(&mut decision);
    session.attempt(Action::Record(Record::Decide(Box::new(decision))))
}

/// A value made of the decision, kept up with it.
fn value<T: Default + Send + Sync + 'static>(
    id: DecisionId,
    of: impl Fn(&Decision) -> T + Send + Sync + 'static,
) -> Signal<T> {
    let session = session();
    Signal::derive(move || {
        session.board.with(|board| board.decisions.get(&id).map(|held| of(held)).unwrap_or_default())
    })
}

/// A decision: its title, and the rest of it when it is opened.
#[component]
pub fn DecisionCard(
    /// Which.
    id: DecisionId,
    /// True where all of it is seen at once.
    open: bool,
) -> impl IntoView {
    let session = session();
    let what = value(id, |held| held.what.to_string());
    let state = value(id, move |held| state_words(held, session));
    let rename = move |text: String| {
        let what = text.parse().map_err(|error| format!("A decision needs words: {error}."))?;
        edit(session, id, |held| held.what = what)
    };
    let remove = move |_| {
        session.dispatch(Action::Record(Record::Undecide(id)));
        go_on_from(&[".decisions-list .word", ".decisions .field"]);
    };
    view! {
        <article class="decision" role="listitem" aria-label=what data-decision=id.to_string()>
            <header class="decision-head">
                <h3 dir="auto"><Word label="Decision" value=what blank="what?" commit=rename /></h3>
                <Closing id />
                <button type="button" class="icon-button" aria-label=move || format!("Remove the decision {}", what.get()) on:click=remove>
                    <Icon shape=Shape::Close />
                </button>
            </header>
            <details open=open>
                <summary>{state}</summary>
                <Sentence id />
                <Items id />
                <Kept kept=value(id, |held| held.comparison.clone()) />
            </details>
        </article>
    }
}

/// How it stands: open, decided, to be looked at again.
fn state_words(held: &Decision, session: Session) -> String {
    let today = session.today.get();
    let door = match held.door {
        Some(Door::OneWay) => " · one-way door",
        Some(Door::TwoWay) => " · two-way door",
        None => "",
    };
    let (closed, review) = (held.closed, held.review.map(|date| day(date, today)));
    let state = match (closed, review) {
        (None, _) => "To be decided".to_owned(),
        (Some(_), Some(review)) if held.is_due_for_review(today) => format!("Look again: due since {review}"),
        (Some(closed), Some(review)) => format!("Decided {}, look again {review}", day(closed.on, today)),
        (Some(closed), None) => format!("Decided {}", day(closed.on, today)),
    };
    let alone = closed.is_some_and(|closed| closed.without_alternatives);
    format!("{state}{door}{}", if alone { " · closed without alternatives" } else { "" })
}

/// What can be done with it as it stands.
#[component]
fn Closing(
    /// Which.
    id: DecisionId,
) -> impl IntoView {
    let session = session();
    let is_closed = value(id, |held| held.closed.is_some());
    let lacks = value(id, |held| held.closed.is_none() && held.lacks_alternatives());
    let due = value(id, move |held| held.is_due_for_review(session.today.get()));
    let change = move |change: &dyn Fn(&mut Decision)| {
        // What is refused is told in the headline.
        _ = edit(session, id, change);
        go_on_from_one(format!("[data-decision='{id}'] .decision-ways button"));
    };
    let today = move || session.today.get_untracked();
    let close = move |without_alternatives: bool| {
        let closed = Some(Closed { on: today(), without_alternatives });
        change(&|held| held.closed = closed);
    };
    let reopen = move |_| change(&|held| held.closed = None);
    let looked = move |_| change(&|held| held.reviewed = Some(today()));
    view! {
        <p class="decision-ways">
            <Show when=move || !is_closed.get()>
                <button type="button" class="button" class:primary=move || !lacks.get() on:click=move |_| close(false)>"Decided"</button>
            </Show>
            <Show when=move || lacks.get()>
                <span>"Hard to take back: what else was weighed?"</span>
                <button type="button" class="button quiet" on:click=move |_| close(true)>"Close without alternatives"</button>
            </Show>
            <Show when=move || due.get()>
                <button type="button" class="button primary" on:click=looked>"Looked at it today"</button>
            </Show>
            <Show when=move || is_closed.get()>
                <button type="button" class="button quiet" on:click=reopen>"Open again"</button>
            </Show>
        </p>
    }
}

/// What is known of it.
#[component]
fn Sentence(
    /// Which.
    id: DecisionId,
) -> impl IntoView {
    let session = session();
    let by = value(id, move |held| {
        let name = |id| session.board.with(|board| board.person(id).map(|person| person.name.to_string()));
        held.by.and_then(name).unwrap_or_default()
    });
    let put_by = move |text: String| {
        let by = if text.trim().is_empty() { None } else { Some(enrolled(session, text.trim())?) };
        edit(session, id, |held| held.by = by)
    };
    let text = move |write: fn(&mut Decision, String)| {
        move |text: String| edit(session, id, |held| write(held, text.trim().to_owned()))
    };
    let review =
        value(id, move |held| held.review.map(|date| day(date, session.today.get())).unwrap_or_default());
    let typed_review = value(id, |held| held.review.map(|date| date.to_string()).unwrap_or_default());
    let put_review = move |text: String| {
        let review = typed(&text, session)?;
        edit(session, id, |held| held.review = review)
    };
    let doors = vec![("One-way".to_owned(), Door::OneWay), ("Two-way".to_owned(), Door::TwoWay)];
    let door = value(id, |held| held.door);
    let choose = move |chosen: Door| {
        let door = Some(chosen).filter(|chosen| door.get_untracked() != Some(*chosen));
        _ = edit(session, id, |held| held.door = door);
    };
    view! {
        <p class="sentence">
            "Decided by " <Word label="Decided by" value=by blank="whom?" options=roster(session) commit=put_by />
            ", because " <Word label="Context" value=value(id, |held| held.context.clone()) blank="what came up?" commit=text(|held, text| held.context = text) />
            ". Weighed besides: " <Word label="Alternatives" value=value(id, |held| lines_to_words(&held.alternatives)) blank="what else? Separate with ;"
                commit=text(|held, text| held.alternatives = words_to_lines(&text)) />
            ". We expect " <Word label="Expected outcome" value=value(id, |held| held.expected.clone()) blank="what will be so?" commit=text(|held, text| held.expected = text) />
            ", and look again " <Word label="Review date" value=review typed=typed_review blank="when?"
                options=Signal::stored(WordOptions { picker: true, ..WordOptions::default() }) commit=put_review />
            "."
        </p>
        <div class="facts"><span class="panel-label">"Door"</span><Choice label="Door" answers=doors holds=door choose /></div>
    }
}

/// Alternatives are kept one a line and read in one line.
fn lines_to_words(lines: &str) -> String {
    lines.lines().collect::<Vec<_>>().join("; ")
}

fn words_to_lines(words: &str) -> String {
    words.split(';').map(str::trim).filter(|word| !word.is_empty()).collect::<Vec<_>>().join("\n")
}

/// The items it is about.
#[component]
fn Items(
    /// Which.
    id: DecisionId,
) -> impl IntoView {
    let session = session();
    let items = value(id, move |held| {
        let titled = |id| session.board.with(|board| board.item(id).map(|item| (id, item.title.to_string())));
        held.items.iter().copied().filter_map(titled).collect::<Vec<_>>()
    });
    let add = move |text: String| {
        let found = session.board.with_untracked(|board| best_item(board, &text));
        let found = found.ok_or_else(|| format!("No item is called '{}'.", text.trim()))?;
        edit(session, id, |held| _ = held.items.insert(found))
    };
    let chosen = move || {
        let meant = meant(session);
        let new = |item: &ItemId| items.with(|items| items.iter().all(|(held, _)| held != item));
        meant.iter().filter(|item| new(item)).copied().collect::<Vec<_>>()
    };
    let titles = Signal::derive(move || WordOptions {
        choices: session.scene.with(|scene| scene.live().iter().map(|item| item.title.to_string()).collect()),
        picker: false,
    });
    let line = move |(item, title): (ItemId, String)| {
        let out = format!("Take {title} off the decision");
        view! {
            <span class="decision-item">
                <button type="button" class="link" dir="auto" on:click=move |_| session.selection.update(|selection| selection.open(item))>{title}</button>
                <button type="button" class="icon-button" aria-label=out on:click=move |_| _ = edit(session, id, |held| _ = held.items.remove(&item))><Icon shape=Shape::Close /></button>
            </span>
        }
    };
    view! {
        <p class="sentence">"About "
            {move || items.get().into_iter().map(line).collect_view()}
            <Word label="About which item" value=Signal::stored(String::new()) blank="which item?" options=titles commit=add />
            <Show when=move || !chosen().is_empty()>
                " "<button type="button" class="button quiet" on:click=move |_| _ = edit(session, id, |held| held.items.extend(untrack(chosen)))>"Add what is selected"</button>
            </Show>
        </p>
    }
}
