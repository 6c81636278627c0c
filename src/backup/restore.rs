//! The preview of a file that holds everything: what each board of it would become, before anything is taken.

use leptos::prelude::*;
use unblock_core::store::{
    Brought, Coming, Condition, Everything, Fate, QUOTA, Shelf as _, read_preferences,
};
use unblock_core::view::Route;

use crate::format::{counted, moment};
use crate::preferences::Preferences;
use crate::session::{Session, session};
use crate::transfer::PendingImport;

/// What the file brings, and what of it is wanted.
#[derive(Clone, Copy)]
struct Offered {
    brought: StoredValue<Brought, LocalStorage>,
    boards: StoredValue<Vec<Coming>>,
    wanted: RwSignal<Vec<bool>>,
    preferences: RwSignal<bool>,
}

/// The preview.
#[component]
pub fn Restore(
    /// The file's name.
    name: String,
    /// Its text.
    text: String,
) -> impl IntoView {
    let session = session();
    let read = Everything::read(&text).map_err(|error| error.to_string()).and_then(|brought| {
        let boards = session.store().coming(&brought).map_err(|error| error.to_string())?;
        Ok((brought, boards))
    });
    match read {
        Ok((brought, boards)) => {
            let wanted = boards.iter().map(|each| each.fate != Fate::Same).collect();
            let offered = Offered {
                brought: StoredValue::new_local(brought),
                boards: StoredValue::new(boards),
                wanted: RwSignal::new(wanted),
                preferences: RwSignal::new(false),
            };
            view! { <Preview name offered /> }.into_any()
        }
        Err(why) => view! {
            <h1>{name}" cannot be restored"</h1>
            <p class="import-why" role="alert">{why}"."</p>
            <p>"Nothing was changed."</p>
            <p class="import-buttons"><Cancel /></p>
        }
        .into_any(),
    }
}

#[component]
fn Cancel() -> impl IntoView {
    let pending = expect_context::<PendingImport>();
    view! { <button type="button" class="button" on:click=move |_| pending.close()>"Cancel"</button> }
}

/// What a readable file holds.
#[component]
fn Preview(
    /// The file's name.
    name: String,
    /// What it brings.
    offered: Offered,
) -> impl IntoView {
    let session = session();
    let pending = expect_context::<PendingImport>();
    let (is_whole, unknown, asides, prefers) = offered.brought.with_value(|brought| {
        let asides = brought.shelf.keys().unwrap_or_default();
        let asides = asides.iter().filter(|key| matches!(key, unblock_core::store::Key::Aside(..))).count();
        let prefers = read_preferences(&brought.shelf).ok().flatten().is_some();
        (brought.is_whole, brought.unknown, asides, prefers)
    });
    let count = move || offered.wanted.with(|wanted| wanted.iter().filter(|wanted| **wanted).count());
    let used = session.store().usage().used;
    let needed = Memo::new(move |_| {
        let wanted = offered.wanted.get();
        offered.boards.with_value(|all| {
            all.iter().zip(wanted).filter(|(_, wanted)| *wanted).map(|(each, _)| each.units).sum::<usize>()
        })
    });
    let lines = offered.boards.with_value(|all| all.iter().cloned().enumerate().collect::<Vec<_>>());
    let words = move || match count() {
        0 => "Restore".to_owned(),
        some => format!("Restore {}", counted(some, "board", "boards")),
    };
    view! {
        <h1>"Restore from "<bdi>{name}</bdi></h1>
        <p>"Nothing that is here is replaced or changed."</p>
        {(!is_whole).then(|| view! { <p class="import-why">"The file is not as it was written. What can be read of it is listed."</p> })}
        {(unknown > 0).then(|| view! { <p class="import-why">{counted(unknown, "text", "texts")}" of a newer version of Unblock cannot be taken; keep the file."</p> })}
        <ul class="rows restore">{lines.into_iter().map(|(at, each)| view! { <Line at each wanted=offered.wanted /> }).collect_view()}</ul>
        {(asides > 0).then(|| view! { <p>{counted(asides, "text that was kept aside comes too.", "texts that were kept aside come too.")}</p> })}
        <Show when=move || prefers>
            <label class="restore-choice">
                <input type="checkbox" prop:checked=move || offered.preferences.get() on:change=move |event| offered.preferences.set(event_target_checked(&event)) />
                "Take its preferences in place of those here: colours, keys, the person acting"
            </label>
        </Show>
        <p class="muted" class:import-why=move || { needed.get() + used > QUOTA }>
            {move || room(needed.get(), used)}
        </p>
        <p class="import-buttons">
            <button type="button" class="button primary" disabled=move || { count() == 0 && asides == 0 && !offered.preferences.get() }
                on:click=move |_| take(session, pending, offered)>{words}</button>
            <Cancel />
        </p>
    }
}

/// How much room is needed and left, in characters as browsers count them.
fn room(needed: usize, used: usize) -> String {
    let percent = |part: usize| (part * 100).div_ceil(QUOTA);
    if needed + used > QUOTA {
        return "There is not enough room for all of them: leave some out, or delete boards here first."
            .to_owned();
    }
    format!("Takes {} % of this browser's room; {} % is in use.", percent(needed), percent(used))
}

/// One board of the file.
#[component]
fn Line(
    /// Its place in the file.
    at: usize,
    /// The board.
    each: Coming,
    /// What is wanted.
    wanted: RwSignal<Vec<bool>>,
) -> impl IntoView {
    let (name, facts) = match &each.card.condition {
        Condition::Known { name, items, edited, trashed } => {
            let edited = Some(*edited).filter(|at| *at > 0).map(|at| format!(" · edited {}", moment(at)));
            let edited = edited.unwrap_or_default();
            let trashed = if trashed.is_some() { " · in the trash" } else { "" };
            (name.to_string(), format!("{}{edited}{trashed}", counted(*items, "item", "items")))
        }
        Condition::Unreadable => {
            ("A board that cannot be read".to_owned(), "its texts are complete".to_owned())
        }
        Condition::Newer => ("A board of a newer version".to_owned(), "its texts are complete".to_owned()),
    };
    let becomes = match each.fate {
        Fate::New => "comes as it is",
        Fate::Same => "is here already, the same",
        Fate::Second => "is here with other content: comes as a second board beside it",
        Fate::Aside => "is here already: its texts are kept aside",
    };
    let is_here = each.fate == Fate::Same;
    let set = move |on: bool| {
        wanted.update(|wanted| wanted.iter_mut().skip(at).take(1).for_each(|each| *each = on));
    };
    view! {
        <li class="row">
            <label class="restore-choice">
                <input type="checkbox" disabled=is_here prop:checked=move || wanted.with(|wanted| wanted.get(at) == Some(&true))
                    on:change=move |event| set(event_target_checked(&event)) />
                <span class="row-main"><span class="row-title" dir="auto">{name}</span><span class="muted">{facts}" · "{becomes}</span></span>
            </label>
        </li>
    }
}

/// Takes what is wanted and says what came of it.
fn take(session: Session, pending: PendingImport, offered: Offered) {
    let store = session.store();
    let wanted = offered.wanted.get_untracked();
    let chosen: Vec<Coming> = offered.boards.with_value(|all| {
        all.iter().zip(&wanted).filter(|(_, wanted)| **wanted).map(|(each, _)| each.clone()).collect()
    });
    let (mut taken, mut failed) = (0, None);
    offered.brought.with_value(|brought| {
        for each in &chosen {
            match store.bring(brought, each) {
                Ok(_) => taken += 1,
                Err(error) => failed = Some(error),
            }
        }
        failed = store.bring_asides(brought).err().or(failed.take());
        if offered.preferences.get_untracked() {
            let theirs = Preferences::read(read_preferences(&brought.shelf).ok().flatten().as_deref());
            session.prefer(|preferences| *preferences = theirs);
        }
    });
    pending.close();
    session.go_to(Route::Boards);
    match failed {
        None => session.tell(format!("{} restored", counted(taken, "board was", "boards were")), false),
        Some(error) => session.complain(format!(
            "{taken} of {} restored: {error}.",
            counted(chosen.len(), "board was", "boards were")
        )),
    }
}
