//! The minutes: of the meeting that goes on, as they grow, and those that were kept.

use std::sync::Arc;

use leptos::prelude::*;
use unblock_core::board::{Minutes, MinutesId, Name, PersonId};
use unblock_core::edit::{Action, Meeting, Record, Stamp};
use unblock_core::view::minutes::{Held, minutes, minutes_for, minutes_of, people_in, people_of, plain};

use super::paper::{Look, Paper, PaperTools, copy};
use super::{GoOn, end_meeting, told};
use crate::clock;
use crate::meeting::{go_on_from, running};
use crate::parts::{MenuButton, MenuItem};
use crate::session::{Session, session};

/// The page.
#[component]
pub fn MinutesPage() -> impl IntoView {
    let session = session();
    let is_on = Memo::new(move |_| session.document.with(|document| document.meeting.is_some()));
    let is_none = Memo::new(move |_| session.board.with(|board| board.minutes.is_empty()));
    view! {
        <div class="papers">
            <Show when=move || is_on.get()><Running /></Show>
            <GoOn />
            <Show when=move || !is_none.get()><Kept /></Show>
            <Show when=move || is_none.get() && !is_on.get()>
                <div class="sheet-empty">
                    <h2>"Minutes write themselves"</h2>
                    <p class="muted">
                        "Start a meeting, and plan. What is decided, refused, dated, taken and linked until its end stands here: each thing \
                        once, as it is in the end, and nothing that was undone."
                    </p>
                    <button type="button" class="button primary" on:click=move |_| running::start(session)>"Start the meeting"</button>
                </div>
            </Show>
        </div>
    }
}

/// The meeting that goes on, and a moment of it.
fn meeting(session: Session) -> Option<(Meeting, Stamp)> {
    let meeting = session.document.with(|document| document.meeting.clone())?;
    Some((meeting, Stamp { at: clock::now(), today: session.today.get(), by: None }))
}

/// What the meeting that goes on has brought so far.
#[component]
fn Running() -> impl IntoView {
    let session = session();
    let text = Memo::new(move |_| {
        let text = meeting(session).map(|(meeting, now)| {
            let held = session.board.with(|board| Held::until(&meeting, board, now));
            told(session, &meeting.past, &|between| minutes(between, &held))
        });
        text.unwrap_or_default()
    });
    let text = Signal::derive(move || text.get());
    let copy_for = move |person: PersonId, name: String| {
        let Some((meeting, now)) = untrack(|| meeting(session)) else { return };
        let held = session.board.with_untracked(|board| Held::until(&meeting, board, now));
        let text = untrack(|| told(session, &meeting.past, &|between| minutes_for(between, &held, person)));
        copy(session, text, format!("What is {name}'s is copied"));
    };
    let people = move || {
        let found = StoredValue::new(Vec::new());
        if let Some((meeting, _)) = meeting(session) {
            told(session, &meeting.past, &|between| {
                found.set_value(people_of(between));
                String::new()
            });
        }
        named(session, found.get_value())
    };
    view! {
        <section class="paper-part" aria-labelledby="minutes-so-far">
            <header class="paper-head">
                <h2 id="minutes-so-far">"This meeting so far"</h2>
                <PaperTools text copied="The minutes so far are copied" />
                <ForPerson id="minutes-for" people=Signal::derive(people) choose=Callback::new(move |(id, name)| copy_for(id, name)) />
                <button type="button" class="button primary" on:click=move |_| end_meeting(session)>"End the meeting, keep the minutes"</button>
            </header>
            <Look label=Signal::stored("Minutes so far".to_owned()) text />
        </section>
    }
}

fn named(session: Session, people: Vec<PersonId>) -> Vec<(PersonId, String)> {
    session.board.with(|board| {
        let name = |id: PersonId| Some((id, board.person(id)?.name.to_string()));
        people.into_iter().filter_map(name).collect()
    })
}

/// A menu of the people who can have what is theirs.
#[component]
fn ForPerson(
    /// The menu's id, unique in the page.
    id: &'static str,
    /// Who.
    people: Signal<Vec<(PersonId, String)>>,
    /// Takes one of them.
    choose: Callback<(PersonId, String)>,
) -> impl IntoView {
    view! {
        <Show when=move || people.with(|people| !people.is_empty())>
            <MenuButton id name="Copy for one person" button=view! { "Copy for one person" }.into_any()>
                {move || people.get().into_iter().map(|(person, name)| {
                    let words = name.clone();
                    view! { <MenuItem action=move || choose.run((person, name.clone()))>{words}</MenuItem> }
                }).collect_view()}
            </MenuButton>
        </Show>
    }
}

/// The minutes that were kept, the last one open.
#[component]
fn Kept() -> impl IntoView {
    let session = session();
    let ids = Memo::new(move |_| {
        session.board.with(|board| board.minutes.keys().rev().copied().collect::<Vec<MinutesId>>())
    });
    let chosen = RwSignal::new(None::<MinutesId>);
    let open = Memo::new(move |_| {
        ids.with(|ids| chosen.get().filter(|id| ids.contains(id)).or(ids.first().copied()))
    });
    let title = move |id: MinutesId| {
        session
            .board
            .with(|board| board.minutes.get(&id).map(|kept| kept.title.to_string()).unwrap_or_default())
    };
    view! {
        <section class="paper-part" aria-label="Kept minutes">
            <nav class="paper-list" aria-label="Minutes">
                <For each=move || ids.get() key=|id| *id children=move |id| view! {
                    <button type="button" class="choice-answer" dir="auto" aria-pressed=move || (open.get() == Some(id)).to_string()
                        on:click=move |_| chosen.set(Some(id))>{move || title(id)}</button>
                } />
            </nav>
            {move || open.get().map(|id| view! { <One id /> })}
        </section>
    }
}

/// Minutes that were kept. What is changed in them is kept when the field is left.
#[component]
fn One(
    /// Which.
    id: MinutesId,
) -> impl IntoView {
    let session = session();
    let held = move || session.board.with(|board| board.minutes.get(&id).map(Arc::clone));
    let text = RwSignal::new(String::new());
    // Undo, and another tab, change it too.
    Effect::new(move |_| text.set(held().map(|kept| kept.text.clone()).unwrap_or_default()));
    let label = Signal::derive(move || held().map(|kept| kept.title.to_string()).unwrap_or_default());
    let keep = move |text: String| {
        let Some(kept) = untrack(held) else { return };
        if kept.text != text {
            let title = text.lines().next().and_then(|line| line.strip_prefix("# ")).map(plain);
            let title = title.and_then(|title| Name::shortened(&title).ok());
            let title = title.unwrap_or_else(|| kept.title.clone());
            let kept = Minutes { text, title, ..(*kept).clone() };
            session.dispatch(Action::Record(Record::KeepMinutes(Box::new(kept))));
        }
    };
    let people = Signal::derive(move || {
        let found = session.board.with(|board| text.with(|text| people_in(board, text)));
        named(session, found)
    });
    let copy_for = move |(_, name): (PersonId, String)| {
        let text = text.with_untracked(|text| minutes_of(text, &name));
        copy(session, text, format!("What is {name}'s is copied"));
    };
    let remove = move |_| {
        session.dispatch(Action::Record(Record::DropMinutes(id)));
        go_on_from(&[".paper-list button", ".lenses [aria-current]"]);
    };
    view! {
        <header class="paper-head">
            <h2 dir="auto">{label}</h2>
            <PaperTools text=Signal::derive(move || text.get()) copied="The minutes are copied" />
            <ForPerson id="kept-for" people choose=Callback::new(copy_for) />
            <button type="button" class="button" on:click=remove>"Delete"</button>
        </header>
        <Paper label text keep=Callback::new(keep) />
    }
}
