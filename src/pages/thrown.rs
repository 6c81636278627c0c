//! Boards in the trash: back with one click, gone for good with two.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use unblock_core::board::BoardId;
use unblock_core::store::BoardCard;

use super::boards::{List, words};
use super::rows::leave_line;
use super::shelf;
use crate::format::day;
use crate::later::after;
use crate::session::session;

/// How long the second click is waited for.
const ARMED: Duration = Duration::from_secs(5);

/// The boards in the trash, where there are any.
#[component]
pub fn Thrown(
    /// The list.
    list: List,
) -> impl IntoView {
    let thrown = Memo::new(move |_| {
        list.cards.with(|cards| cards.iter().filter(|c| c.trashed().is_some()).cloned().collect::<Vec<_>>())
    });
    view! {
        <Show when=move || thrown.with(|thrown| !thrown.is_empty())>
            <section class="group-bare" aria-labelledby="thrown-head">
                <h2 id="thrown-head">"Boards in the trash"</h2>
                <ul class="rows">
                    <For each=move || thrown.get() key=|card| card.id children=move |card| view! { <Line list card /> } />
                </ul>
            </section>
        </Show>
    }
}

/// One of them.
#[component]
fn Line(
    /// The list.
    list: List,
    /// The board.
    card: BoardCard,
) -> impl IntoView {
    let session = session();
    let id = card.id;
    let (name, facts, _) = words(&card);
    let thrown =
        card.trashed().map(|on| format!("Thrown away {} · ", day(on, session.today.get_untracked())));
    let restore = move |_| {
        leave_line(|| {
            if shelf::restore(session, id) {
                session.tell(format!("'{}' is back in the list", list.name(id)), false);
                list.read(session);
            }
        });
    };
    let label = format!("Restore: {name}");
    view! {
        <li class="row">
            <div class="row-main">
                <p class="row-title" dir="auto">{name.clone()}</p>
                <p class="muted">{thrown}{facts}</p>
            </div>
            <button type="button" class="button" data-row-action="" aria-label=label on:click=restore>"Restore"</button>
            <DeleteButton list id name />
        </li>
    }
}

/// Deletes for good with the second click: it is the one thing that nothing takes back.
#[component]
fn DeleteButton(
    /// The list.
    list: List,
    /// The board.
    id: BoardId,
    /// Its name.
    name: String,
) -> impl IntoView {
    let session = session();
    let armed = RwSignal::new(false);
    let words = move || if armed.get() { "Click again to delete" } else { "Delete for good" };
    let click = move |_| {
        if !armed.get_untracked() {
            armed.set(true);
            session.said.set("Click again to delete the board for good".to_owned());
            _ = after(ARMED, armed, move || armed.set(false));
            return;
        }
        spawn_local(async move {
            let name = list.name(id);
            if shelf::delete(session, id).await {
                leave_line(|| list.read(session));
                session.tell(format!("'{name}' is deleted"), false);
            }
        });
    };
    view! {
        <button type="button" class="button quiet" class:armed=armed aria-label=move || format!("{}: {name}", words()) on:click=click>{words}</button>
    }
}
