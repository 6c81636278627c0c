//! The board's calendar: its first day, its weekdays, its days off; and what its planning counts with.

use leptos::prelude::*;
use unblock_core::board::{Calendar, Date, DaysOff, Planning, Weekdays};

use super::field::{Field, Look};
use super::settings::{describe, typed};
use crate::format::day;
use crate::parts::{Icon, Shape};
use crate::session::{Session, session};

/// When work is done.
#[component]
pub fn CalendarFields() -> impl IntoView {
    let session = session();
    let calendar = Memo::new(move |_| session.board.with(|board| board.about.calendar.clone()));
    let start = move || calendar.with(|calendar| calendar.start);
    let shown =
        Signal::derive(move || start().map(|date| day(date, session.today.get())).unwrap_or_default());
    let iso = Signal::derive(move || start().map(|date| date.to_string()).unwrap_or_default());
    let set_start = move |text: String| {
        let start = typed(&text, session)?;
        describe(session, |about| about.calendar.start = start)
    };
    let add = move |text: String| {
        let off = DaysOff::typed(&text, session.today.get_untracked()).map_err(|error| error.to_string())?;
        describe(session, |about| about.calendar.days_off.push(off))
    };
    view! {
        <Field id="plan-start" label="The plan starts" value=shown typed=iso commit=set_start
            look=Look { blank: "today", picker: true, ..Look::default() } />
        <WorkingDays calendar />
        <div class="setting">
            <span id="days-off-label">"Days off"</span>
            <ul class="days-off" aria-labelledby="days-off-label">
                {move || calendar.with(|calendar| {
                    calendar.days_off.iter().cloned().enumerate().map(|(n, off)| view! { <OffLine n off /> }).collect_view()
                })}
            </ul>
        </div>
        <Field id="day-off" label="More days off" value=Signal::derive(String::new) commit=add
            look=Look { blank: "24 dec .. 31 dec Christmas", ..Look::default() } />
    }
}

/// Seven weekdays to switch on and off.
#[component]
fn WorkingDays(
    /// The calendar.
    calendar: Memo<Calendar>,
) -> impl IntoView {
    let session = session();
    let works = move |day: usize| calendar.with(|calendar| calendar.weekdays.has(day));
    let toggle = move |day: usize| {
        let days = (0..7).filter(move |other| if *other == day { !works(day) } else { works(*other) });
        match Weekdays::of(days) {
            Some(days) => _ = describe(session, |about| about.calendar.weekdays = days),
            None => session.complain("At least one weekday is worked on.".to_owned()),
        }
    };
    view! {
        <div class="setting">
            <span id="weekdays-label">"Working days"</span>
            <span class="choice weekdays" role="group" aria-labelledby="weekdays-label">
                {Weekdays::SHOWN.into_iter().enumerate().map(|(day, name)| view! {
                    <button type="button" class="choice-answer" aria-pressed=move || works(day).to_string()
                        on:click=move |_| toggle(day)>{name}</button>
                }).collect_view()}
            </span>
        </div>
    }
}

/// One range of days off.
#[component]
fn OffLine(
    /// Its place in the list.
    n: usize,
    /// The range.
    off: DaysOff,
) -> impl IntoView {
    let session = session();
    let words = off_words(&off, session.today.get_untracked());
    let label = format!("Remove {words}");
    view! {
        <li>
            <span dir="auto">{words}</span>
            <button type="button" class="icon-button" aria-label=label
                on:click=move |_| _ = describe(session, |about| _ = about.calendar.days_off.remove(n))><Icon shape=Shape::Close /></button>
        </li>
    }
}

fn off_words(off: &DaysOff, today: Date) -> String {
    let (first, last) = (off.first(), off.last());
    let range = if first == last {
        day(first, today)
    } else {
        format!("{} to {}", day(first, today), day(last, today))
    };
    if off.name.is_empty() { range } else { format!("{range}, {}", off.name) }
}

/// The numbers that count where an item says nothing of its own.
#[component]
pub fn PlanningFields() -> impl IntoView {
    view! {
        <Number id="guess" label="A guess counts (days)" get=|p| p.guess.get() set=|p, text| Ok(Planning { guess: text.parse()?, ..p }) />
        <Number id="buffer" label="Buffer behind what comes from outside (%)" get=|p| p.buffer.get() set=|p, text| Ok(Planning { buffer: text.parse()?, ..p }) />
        <Number id="near" label="Near-critical up to (days to spare)" get=|p| p.near_critical.get() set=|p, text| Ok(Planning { near_critical: text.parse()?, ..p }) />
        <Number id="soon" label="Say when to start (days before)" get=|p| p.start_soon.get() set=|p, text| Ok(Planning { start_soon: text.parse()?, ..p }) />
        <CapacityField />
    }
}

/// How much the team can take on.
#[component]
fn CapacityField() -> impl IntoView {
    let session = session();
    let value = Signal::derive(move || {
        let capacity = session.board.with(|board| board.about.planning.capacity);
        capacity.map(|capacity| capacity.to_string()).unwrap_or_default()
    });
    let look = Look { blank: "40 days, 2.5 person-months", ..Look::default() };
    view! { <Field id="capacity" label="Capacity, all people together" value commit=move |text: String| set_capacity(session, &text) look /> }
}

/// Takes a capacity as it was typed; nothing typed is none.
pub fn set_capacity(session: Session, text: &str) -> Result<(), String> {
    let capacity = match text.trim() {
        "" => None,
        text => Some(text.parse().map_err(|error: unblock_core::board::QuantityError| error.to_string())?),
    };
    describe(session, |about| about.planning.capacity = capacity)
}

type Set = fn(Planning, &str) -> Result<Planning, unblock_core::board::QuantityError>;

#[component]
fn Number(
    /// Its id, unique in the page.
    id: &'static str,
    /// What it is.
    label: &'static str,
    /// Reads it.
    get: fn(&Planning) -> u32,
    /// Takes what was typed.
    set: Set,
) -> impl IntoView {
    let session = session();
    let value = Signal::derive(move || session.board.with(|board| get(&board.about.planning).to_string()));
    let commit = move |text: String| {
        let planning = session.board.with_untracked(|board| board.about.planning);
        let planning = set(planning, &text).map_err(|error| error.to_string())?;
        describe(session, |about| about.planning = planning)
    };
    view! { <Field id label value commit /> }
}
