//! The copy outside of this browser: everything as one file, and a quiet reminder of one.
//!
//! Absent on purpose: copies that are made by themselves. A page may not write files unasked.

mod restore;

use leptos::prelude::*;
use leptos::task::spawn_local;
use unblock_core::board::BoardId;
use unblock_core::store::days_ago;

use crate::session::{Session, Shown, session};
use crate::store::SaveState;
use crate::transfer::{choose_file, download, download_board};

pub use restore::Restore;

/// Downloads everything as one file.
pub fn download_everything(session: Session) {
    spawn_local(async move {
        match session.store().everything().await {
            Ok(text) => {
                let today = session.today.get_untracked();
                download(&format!("unblock-everything-{today}.json"), "application/json", &text);
                session.prefer(|preferences| preferences.backups.note_everything(today));
                session.tell("Everything was downloaded as one file".to_owned(), false);
            }
            Err(error) => session.complain(format!("Nothing was downloaded: {error}.")),
        }
    });
}

/// Notes that a board was downloaded.
pub fn note_board(session: Session) {
    let (board, today) = (session.board.with_untracked(|board| board.id), session.today.get_untracked());
    session.prefer(|preferences| preferences.backups.note_board(board, today));
}

/// When the last file that has a board was downloaded: `last file 9 days ago`.
pub fn last_file(session: Session, board: BoardId) -> String {
    let today = session.today.get();
    let last = session.preferences.with(|preferences| preferences.backups.last(board));
    last.map_or_else(
        || "no backup file yet".to_owned(),
        |on| format!("last backup file {}", days_ago(on, today)),
    )
}

/// A reminder of a file for the open board, where it is time for one. It downloads the board.
#[component]
pub fn Reminder() -> impl IntoView {
    let session = session();
    let is_due = Memo::new(move |_| {
        let is_calm =
            session.shown.get() == Shown::Board && matches!(session.save.get(), SaveState::Saved { .. });
        let board = session.board.with(|board| board.id);
        let today = session.today.get();
        let due = session.preferences.with(|preferences| {
            let edited = session.edited_on();
            edited.is_some_and(|on| preferences.backups.is_due(board, on, today, preferences.reminds_after()))
        });
        is_calm && due
    });
    let words = move || {
        let mut words = last_file(session, session.board.with(|board| board.id));
        words.get_mut(..1).map(str::make_ascii_uppercase);
        words
    };
    view! {
        <Show when=move || is_due.get()>
            <button type="button" class="link reminder" title="Download the board as a file. How often you are reminded is in the settings."
                on:click=move |_| download_board(session)>{words}</button>
        </Show>
    }
}

/// The files of everything, on the page of all boards.
#[component]
pub fn EverythingFiles() -> impl IntoView {
    let session = session();
    let used = match session.store().usage().percent() {
        0 => "Less than 1".to_owned(),
        percent => percent.to_string(),
    };
    view! {
        <section class="group-bare" aria-labelledby="everything-head">
            <h2 id="everything-head">"Backup"</h2>
            <p class="muted">
                "Boards live in this browser alone: clearing its data clears them. One file holds all of them, with their history, \
                the trash, what was kept aside and your preferences."
            </p>
            <p class="muted">{used}" % of the room that the browser gives this page is in use. What is deleted for good frees it."</p>
            <p class="import-buttons">
                <button type="button" class="button" on:click=move |_| download_everything(session)>"Download everything"</button>
                <button type="button" class="button" on:click=move |_| choose_file()>"Restore everything"</button>
            </p>
        </section>
    }
}

/// How soon a person is reminded of a file.
#[component]
pub fn ReminderChoice() -> impl IntoView {
    let session = session();
    let option = move |(days, words): (u32, &'static str)| {
        let chosen = move || session.preferences.with(|preferences| preferences.reminds_after() == days);
        view! {
            <label class="segment">
                <input type="radio" name="reminder" prop:checked=chosen
                    on:change=move |_| session.prefer(|preferences| preferences.remind_after = Some(days)) />
                <span>{words}</span>
            </label>
        }
    };
    view! {
        <fieldset class="segments">
            <legend>"Remind me of a backup file"</legend>
            <div class="segments-row">{[(7, "After a week"), (30, "After a month"), (0, "Never")].map(option).collect_view()}</div>
        </fieldset>
    }
}
