//! The register lens of the Map: what we wait for from outside, and who outside waits for us.
//!
//! Absent on purpose: what a line says and where it stands. The core decides that.

mod ours;
mod theirs;

use leptos::prelude::*;
use unblock_core::board::{About, Date, Kind, TextError, Title};
use unblock_core::edit::Action;
use unblock_core::view::{RegisterFlag, RegisterRow, proposed, register};

use crate::commands::introduce;
use crate::format::day;
use crate::parts::{Word, WordOptions};
use crate::session::session;
use ours::Ours;
use theirs::Theirs;

/// What the register shows.
pub type Shown = Memo<unblock_core::view::Register>;

/// The register.
#[component]
pub fn Register() -> impl IntoView {
    let session = session();
    let flag = RwSignal::new(None::<RegisterFlag>);
    let shown: Shown = Memo::new(move |_| {
        session.scene.with(|scene| {
            let say = |date| day(date, scene.today);
            session.filter.with(|filter| register(scene, filter, flag.get(), &say))
        })
    });
    let is_empty = Memo::new(move |_| shown.with(|shown| shown.is_empty));
    view! {
        <div class="map-register">
            <Show when=move || !is_empty.get() fallback=|| view! {
                <div class="sheet-empty">
                    <h2>"Who outside the team do we need?"</h2>
                    <p class="muted">"Another team, a system, an API, a tool, a vendor: what comes from them stands here with its promise, its buffer, and the day it is needed."</p>
                    <Adder />
                </div>
            }>
                <div class="register-tools">
                    <Flags flag shown />
                    <Yardstick shown />
                    <Adder />
                </div>
                <div class="register-parts">
                    <Ours shown />
                    <Theirs shown />
                </div>
            </Show>
        </div>
    }
}

/// The head of a table.
fn table_head(heads: &[&'static str]) -> AnyView {
    let cell = |head: &&'static str| view! { <th scope="col" role="columnheader">{*head}</th> };
    view! { <thead role="rowgroup"><tr role="row">{heads.iter().map(cell).collect_view()}</tr></thead> }
        .into_any()
}

/// A text of a line, kept up with it.
fn text_of(row: Memo<Option<RegisterRow>>, of: fn(&RegisterRow) -> &str) -> impl Fn() -> String {
    move || row.with(|row| row.as_ref().map(|row| of(row).to_owned()).unwrap_or_default())
}

/// Buttons that pick out lines, each with how many.
#[component]
fn Flags(
    /// The one that is chosen.
    flag: RwSignal<Option<RegisterFlag>>,
    /// What is counted.
    shown: Shown,
) -> impl IntoView {
    let buttons = RegisterFlag::ALL.into_iter().enumerate().map(|(place, (each, words))| {
        let count = move || shown.with(|shown| shown.counts[place]);
        let is_chosen = move || flag.get() == Some(each);
        view! {
            <button type="button" class="phrase" hidden=move || count() == 0 && !is_chosen() aria-pressed=move || is_chosen().to_string()
                on:click=move |_| flag.set(Some(each).filter(|_| !is_chosen()))>
                {move || format!("{} {words}", count())}
            </button>
        }
    });
    view! { <div class="phrases" role="group" aria-label="Show only">{buttons.collect_view()}</div> }
}

/// Where there is nothing to hold handoffs against: a blank for the target.
#[component]
fn Yardstick(
    /// What tells whether there is.
    shown: Shown,
) -> impl IntoView {
    let session = session();
    let commit = move |text: String| {
        let today = session.today.get_untracked();
        let target = Date::typed(&text, today).map_err(|error| error.to_string())?;
        let about = session.board.with_untracked(|board| board.about.clone());
        session.attempt(Action::Describe(Box::new(About { target: Some(target), ..about })))
    };
    let options = WordOptions { picker: true, ..WordOptions::default() };
    view! {
        <Show when=move || shown.with(|shown| !shown.has_yardstick)>
            <p>"Set a target to see what is at risk: "
                <Word label="Target" value=Signal::stored(String::new()) blank="when?" options=Signal::stored(options.clone()) commit />
            </p>
        </Show>
    }
}

/// Why nothing can be made of what was typed.
fn not_made(typed: &str) -> String {
    match typed.split('@').next().unwrap_or_default().parse::<Title>() {
        Ok(_) => "That is on the board already".to_owned(),
        Err(TextError::Empty) => "A title is missing: what do we need?".to_owned(),
        Err(too_long) => too_long.to_string(),
    }
}

/// The field for one more thing that we need from outside.
#[component]
fn Adder() -> impl IntoView {
    let session = session();
    let text = RwSignal::new(String::new());
    let add = move || {
        let new = session.board.with_untracked(|board| text.with_untracked(|text| proposed(board, text)));
        let Some(new) = new else {
            if text.with_untracked(|text| !text.trim().is_empty()) {
                session.tell(text.with_untracked(|text| not_made(text)), false);
            }
            return;
        };
        let kind = new.kind.unwrap_or(Kind::Team);
        if introduce(session, new, kind, None) {
            text.set(String::new());
        }
    };
    view! {
        <div class="adder">
            <input type="text" class="field" aria-label="What we need from outside" placeholder="Payments API @ Payments" autocomplete="off"
                prop:value=text on:input=move |event| text.set(event_target_value(&event))
                on:keydown=move |event| if event.key() == "Enter" { add() } />
            <button type="button" class="button" on:click=move |_| add()>"Add"</button>
        </div>
    }
}
