//! The agenda: its steps with their minutes, edited in place; and where there is no meeting, the way to start one.

mod step;

use leptos::html;
use leptos::prelude::*;
use unblock_core::edit::{Agenda, AgendaStep};

use super::texts::GoOn;
use super::{go_on_from, running};
use crate::clock;
use crate::session::session;
use step::{Key, Step};

/// Minutes of a step that is added without any.
const MINUTES: u16 = 10;

/// The page.
#[component]
pub fn AgendaPage() -> impl IntoView {
    let session = session();
    let agenda = Memo::new(move |_| {
        session.document.with(|document| document.meeting.as_ref().map(|held| held.agenda.clone()))
    });
    let meets = Memo::new(move |_| agenda.with(Option::is_some));
    view! {
        <div class="agenda">
            <Show when=move || meets.get() fallback=|| view! { <NoMeeting /> }>
                <Steps agenda />
            </Show>
        </div>
    }
}

/// What a meeting is, with the button that starts one.
#[component]
fn NoMeeting() -> impl IntoView {
    let session = session();
    let steps = Agenda::usual(0).steps.into_iter().map(|step| {
        view! { <li class="row agenda-row"><span class="agenda-name">{step.name.to_string()}</span><span class="muted">{format!("{} min", step.minutes)}</span></li> }
    });
    view! {
        <div class="agenda-start">
            <button type="button" class="button primary" on:click=move |_| running::start(session)>"Start the meeting"</button>
            <p class="muted">"An hour, step by step. Each step opens its view; steps can be renamed, moved and left out. What is decided on the way is recorded."</p>
            <GoOn />
        </div>
        <ol class="rows agenda-steps">{steps.collect_view()}</ol>
    }
}

/// The steps of the meeting that goes on.
#[component]
fn Steps(
    /// The agenda.
    agenda: Memo<Option<Agenda>>,
) -> impl IntoView {
    let keys = move || {
        agenda.with(|agenda| {
            let steps = agenda.iter().flat_map(|agenda| {
                agenda.steps.iter().enumerate().map(|(at, step)| (at == agenda.at, at, step))
            });
            steps
                .map(|(on, at, step)| Key { at, on, step: AgendaStep { spent: 0, ..step.clone() } })
                .collect::<Vec<_>>()
        })
    };
    let total = move || {
        let steps =
            agenda.with(|agenda| agenda.as_ref().map(|agenda| agenda.steps.clone())).unwrap_or_default();
        let minutes: u32 =
            steps.iter().filter(|step| !step.skipped).map(|step| u32::from(step.minutes)).sum();
        format!("{minutes} minutes in all")
    };
    view! {
        <ol class="rows agenda-steps" aria-label="Agenda">
            <For each=keys key=Clone::clone children=move |key| view! { <Step key /> } />
        </ol>
        <div class="agenda-foot">
            <Add />
            <span class="muted">{total}</span>
        </div>
    }
}

/// A field for one more step: a name, and its minutes behind it.
#[component]
fn Add() -> impl IntoView {
    let session = session();
    let field = NodeRef::<html::Input>::new();
    let add = move || {
        let Some(field) = field.get_untracked() else { return };
        let text = field.value();
        let minutes = text.split_whitespace().last().and_then(|word| word.parse().ok());
        let name = if minutes.is_some() {
            text.trim().trim_end_matches(|c: char| c.is_ascii_digit())
        } else {
            &text
        };
        let Ok(name) = name.parse() else { return };
        if running::change(session, |agenda| agenda.with(AgendaStep::new(name, minutes.unwrap_or(MINUTES)))) {
            field.set_value("");
        }
    };
    view! {
        <input type="text" class="field" node_ref=field aria-label="New step" placeholder="One more step: Risks 10" autocomplete="off"
            on:keydown=move |event| if event.key() == "Enter" { add() } />
    }
}

/// The minutes that were typed.
fn minutes(text: &str) -> Result<u16, String> {
    let number = text.trim().trim_end_matches(|c: char| c.is_alphabetic() || c == ' ');
    let minutes = number.parse().ok().filter(|minutes| (1..=600).contains(minutes));
    minutes.ok_or_else(|| "Minutes are a number from 1 to 600.".to_owned())
}

/// Takes a step off the agenda.
fn remove(session: crate::session::Session, at: usize) {
    running::change(session, |agenda| agenda.without(at, clock::now()));
    go_on_from(&[".agenda-steps .word", ".agenda-foot .field"]);
}
