//! The strip of a meeting, at the bottom of every view: which step is on, what is left of its time, and what was
//! recorded last.

use std::time::Duration;

use leptos::prelude::*;
use unblock_core::edit::Agenda;
use unblock_core::view::minutes::last_recorded;
use unblock_core::view::{Page, Route, TimeLeft, place_words, time_left};

use super::{end_meeting, go_on_from, running};
use crate::clock;
use crate::format::day;
use crate::later::after;
use crate::lazy::{self, Aside};
use crate::session::{Shown, session};

/// How long after a step its sentence is made out.
const LATER: Duration = Duration::from_millis(60);

/// The strip, while a meeting goes on.
#[component]
pub fn Strip() -> impl IntoView {
    let session = session();
    let agenda = Memo::new(move |_| {
        session.document.with(|document| document.meeting.as_ref().map(|held| held.agenda.clone()))
    });
    let meets = Memo::new(move |_| agenda.with(Option::is_some) && session.shown.get() == Shown::Board);
    view! { <Show when=move || meets.get()>{lazy::beside(session, Aside::Strip(agenda))}</Show> }
}

/// The bar.
#[component]
pub fn Bar(
    /// The agenda.
    agenda: Memo<Option<Agenda>>,
) -> impl IntoView {
    let session = session();
    let of = move |read: &dyn Fn(&Agenda) -> String| {
        agenda.with(|agenda| agenda.as_ref().map(read)).unwrap_or_default()
    };
    let name = move || of(&|agenda| agenda.step().map(|step| step.name.to_string()).unwrap_or_default());
    let next =
        move || of(&|agenda| agenda.next().map(|at| agenda.steps[at].name.to_string()).unwrap_or_default());
    let is_first =
        move || agenda.with(|agenda| agenda.as_ref().is_none_or(|agenda| agenda.previous().is_none()));
    let address = move || Route::Board(session.board.with(|board| board.id), Page::Agenda).to_string();
    view! {
        <section class="strip" aria-label="The meeting">
            <button type="button" class="button quiet strip-back" title="Previous step: comma" disabled=is_first
                on:click=move |_| { running::previous(session); go_on_from(&[".strip-next"]); }>"Back"</button>
            <button type="button" class="strip-step" title="Open this step" on:click=move |_| running::open(session)>
                <strong dir="auto">{name}</strong>" "<span class="muted">{move || of(&place_words)}</span>
            </button>
            <Time agenda />
            <Show when=move || !next().is_empty()>
                <button type="button" class="button strip-next" title="Next step: full stop" on:click=move |_| { running::next(session); go_on_from(&[".strip-step"]); }>
                    "Next: "<span dir="auto">{next}</span>
                </button>
            </Show>
            <Last />
            <span class="strip-end">
                <button type="button" class="button quiet strip-wide" on:click=move |_| running::skip(session)>"Leave out"</button>
                <a class="view-link strip-wide" href=address>"Agenda"</a>
                <button type="button" class="button strip-finish" aria-label="End the meeting" on:click=move |_| end_meeting(session)>
                    "End"<span class="strip-wide">" the meeting"</span>
                </button>
            </span>
        </section>
    }
}

/// What is left of the step's time. Once a second one text changes, and nothing is laid out anew.
#[component]
fn Time(
    /// The agenda.
    agenda: Memo<Option<Agenda>>,
) -> impl IntoView {
    let now = RwSignal::new(clock::now());
    let ticking = set_interval_with_handle(move || now.set(clock::now()), Duration::from_secs(1));
    on_cleanup(move || ticking.into_iter().for_each(|ticking| ticking.clear()));
    let left =
        Memo::new(move |_| agenda.with(|agenda| agenda.as_ref().map(|agenda| time_left(agenda, now.get()))));
    let over = move || left.with(|left| left.as_ref().is_some_and(|left| left.over));
    let words = move || left.with(|left| left.as_ref().map(|TimeLeft { words, .. }| words.clone()));
    view! { <span class="strip-time" class:strip-over=over role="timer" aria-label="Time of this step">{words}</span> }
}

/// The last thing recorded, as the minutes say it. It is made out after the page has shown the step itself.
#[component]
fn Last() -> impl IntoView {
    let session = session();
    let last = RwSignal::new(String::new());
    let tell = move || {
        let now = session.scene.get_untracked();
        let say = |date| day(date, now.today);
        let told = session.document.with_untracked(|document| last_recorded(document, &now, &say));
        let told = told.unwrap_or_default();
        if last.with_untracked(|last| *last != told) {
            last.set(told);
        }
    };
    Effect::new(move |_| {
        session.document.track();
        // A meeting that has ended takes the strip with it.
        _ = after(LATER, last, tell);
    });
    view! { <p class="strip-last" dir="auto" title=move || last.get()>{move || last.get()}</p> }
}
