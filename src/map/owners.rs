//! Who owns what, in one line above the lenses: items that nobody has taken, everyone's load, and the way from gap to
//! gap.

use leptos::prelude::*;
use unblock_core::board::{ItemId, Name, PersonId};
use unblock_core::edit::{Action, Role};
use unblock_core::view::{Burden, Filter, Owners, Unowned, Who, owners};

use crate::gaps;
use crate::panel::{named, roster};
use crate::parts::Word;
use crate::session::{Session, session};

/// The strip.
#[component]
pub fn OwnersStrip() -> impl IntoView {
    let session = session();
    let shown = Memo::new(move |_| session.scene.with(|scene| owners(scene)));
    let is_open = RwSignal::new(false);
    let unowned = move || shown.with(|shown| shown.words.clone());
    let is_owned = move || shown.with(|shown| shown.words.is_empty());
    let is_empty = move || shown.with(|shown| *shown == Owners::default());
    view! {
        <section class="owners" aria-label="Owners" hidden=is_empty>
            <div class="owners-line">
                <button type="button" class="phrase" hidden=is_owned aria-expanded=move || is_open.get().to_string()
                    on:click=move |_| is_open.update(|open| *open = !*open)>
                    {unowned}
                </button>
                <button type="button" class="phrase" hidden=move || shown.with(|shown| shown.gaps == 0) on:click=move |_| gaps::go_to_next(session)>
                    {move || shown.with(|shown| if shown.gaps == 1 { "1 gap: show it".to_owned() } else { format!("{} gaps: show the next", shown.gaps) })}
                </button>
                <div class="owners-people" role="group" aria-label="Days of work left">
                    <For each=move || shown.with(|shown| shown.people.clone()) key=|burden| burden.clone() children=|burden| view! { <Person burden /> } />
                </div>
            </div>
            <Show when=move || is_open.get() && !is_owned()>
                <ul class="owners-list" aria-label="Items without owner">
                    <For each=move || shown.with(|shown| shown.unowned.clone())
                        key=|unowned| unowned.clone() children=|unowned| view! { <Line unowned /> } />
                </ul>
            </Show>
        </section>
    }
}

/// Somebody's load; a click filters by them.
#[component]
fn Person(
    /// What they have to do.
    burden: Burden,
) -> impl IntoView {
    let session = session();
    let who = Some(Who::Person(burden.person));
    let is_chosen = move || session.filter.with(|filter| filter.who == who);
    let choose = move |_| {
        let who = who.filter(|_| !is_chosen());
        session.filter.update(|filter| *filter = Filter { who, ..filter.clone() });
    };
    view! {
        <button type="button" class="phrase" class:alarm=burden.is_over aria-pressed=move || is_chosen().to_string() on:click=choose>
            {burden.words}
        </button>
    }
}

/// An item that nobody has taken: taken by the one who acts, or by a name that is typed.
#[component]
fn Line(
    /// Which.
    unowned: Unowned,
) -> impl IntoView {
    let session = session();
    let Unowned { item, title, is_critical, role, verb, nobody } = unowned;
    let asks_who = RwSignal::new(false);
    let take = move |_| match session.stamp().by {
        Some(person) => assign(session, item, role, person),
        None => asks_who.set(true),
    };
    let commit = move |text: String| match text.trim() {
        "" => Ok(()),
        text => session.attempt(Action::Assign { items: vec![item], role, person: Some(named(text)?) }),
    };
    let (label, taken_by) = (format!("Owner of {title}"), format!("I'll {verb} {title}"));
    view! {
        <li>
            <button type="button" class="link" dir="auto" on:click=move |_| session.selection.update(|s| s.open(item))>{title}</button>
            {is_critical.then(|| view! { <strong class="alarm">"critical"</strong> })}
            {nobody.map(|nobody| view! { <span class="muted">{format!("{nobody} it")}</span> })}
            <button type="button" class="button" aria-label=taken_by hidden=move || asks_who.get() on:click=take>{format!("I'll {verb} it")}</button>
            <Show when=move || asks_who.get()><WhoAmI item role /></Show>
            <span>"or "<Word label value=Signal::stored(String::new()) blank="who?" options=roster(session) commit /></span>
        </li>
    }
}

/// Asks once who acts, and gives them the item.
#[component]
fn WhoAmI(
    /// The item.
    item: ItemId,
    /// What they become to it.
    role: Role,
) -> impl IntoView {
    let session = session();
    let names = move || {
        session
            .board
            .with(|board| board.roster().iter().map(|person| person.name.to_string()).collect::<Vec<_>>())
    };
    let chosen = move |text: String| {
        let name: Option<Name> = text.parse().ok();
        let person = name
            .as_ref()
            .and_then(|name| session.board.with_untracked(|board| board.person_named(name).map(|p| p.id)));
        if let Some(person) = person {
            session.prefer(|preferences| preferences.acting = name);
            assign(session, item, role, person);
        }
    };
    view! {
        <select class="field owners-who" aria-label="Who are you?" on:change=move |event| chosen(event_target_value(&event))>
            <option value="">"Who are you?"</option>
            {move || names().into_iter().map(|name| view! { <option value=name.clone()>{name.clone()}</option> }).collect_view()}
        </select>
    }
}

fn assign(session: Session, item: ItemId, role: Role, person: PersonId) {
    let person = session.board.with_untracked(|board| board.person(person).cloned());
    session.dispatch(Action::Assign { items: vec![item], role, person });
}
