//! The actions: open ones by owner and date, then what is done.

use leptos::prelude::*;
use leptos::web_sys::{HtmlElement, KeyboardEvent};
use unblock_core::board::{ActionId, ActionItem, Person};
use unblock_core::edit::{Action, Record};
use unblock_core::view::{ActionLine as Line, actions};
use wasm_bindgen::JsCast;

use super::super::go_on_from_one;
use super::line::ActionLine;
use crate::format::{counted, day};
use crate::pages::typed;
use crate::panel::{named, roster};
use crate::parts::{Icon, Shape, Word, WordOptions};
use crate::session::{Session, session};

/// The list with the line for one more.
#[component]
pub fn Actions() -> impl IntoView {
    let session = session();
    let lines = Memo::new(move |_| session.scene.with(|scene| actions(scene)));
    let ids = move || lines.with(|lines| lines.iter().map(|line| line.id).collect::<Vec<_>>());
    let open = move || lines.with(|lines| lines.iter().filter(|line| line.done.is_none()).count());
    view! {
        <section class="decisions-part" aria-labelledby="actions-head">
            <header class="well-head">
                <h2 id="actions-head">"Actions"</h2>
                <span class="well-figures">{move || Some(open()).filter(|n| *n > 0).map(|n| counted(n, "open", "open"))}</span>
            </header>
            <ActionLine label="New action" over=false />
            <ul class="rows" aria-label="Actions" on:keydown=move |event| walk(&event)>
                <For each=ids key=|id| *id children=move |id| view! { <Row id lines /> } />
            </ul>
        </section>
    }
}

/// Changes an action; its owner stays unless another is given.
fn edit(
    session: Session,
    id: ActionId,
    change: impl FnOnce(&mut ActionItem, &mut Option<Person>),
) -> Result<(), String> {
    let held = session.board.with_untracked(|board| {
        let action = board.actions.get(&id)?;
        Some(((**action).clone(), action.owner.and_then(|owner| board.person(owner)).cloned()))
    });
    let Some((mut action, mut owner)) = held else { return Ok(()) };
    change(&mut action, &mut owner);
    session.attempt(Action::Record(Record::Note { action: Box::new(action), owner }))
}

/// Done today, or not done after all.
fn finish(session: Session, id: ActionId) {
    let today = session.today.get_untracked();
    let next = after(id);
    _ = edit(session, id, |action, _| action.done = if action.done.is_some() { None } else { Some(today) });
    go_on_from_one(next);
}

fn remove(session: Session, id: ActionId) {
    let next = after(id);
    session.dispatch(Action::Record(Record::Unnote(id)));
    go_on_from_one(next);
}

/// What finds the line after an action's, so that the next one is at hand; else its own, and else any.
fn after(id: ActionId) -> String {
    let row = document().query_selector(&format!("[data-action='{id}']")).ok().flatten();
    let next = row.and_then(|row| row.next_element_sibling()?.get_attribute("data-action"));
    let next = next.map(|next| format!("[data-action='{next}']"));
    next.unwrap_or_else(|| format!("[data-action='{id}'], .action-row:not(:has(~ .action-row))"))
}

/// One action.
#[component]
fn Row(
    /// Which.
    id: ActionId,
    /// All of them.
    lines: Memo<Vec<Line>>,
) -> impl IntoView {
    let session = session();
    let line = Memo::new(move |_| lines.with(|lines| lines.iter().find(|line| line.id == id).cloned()));
    let of = move |read: fn(&Line) -> String| {
        Signal::derive(move || line.with(|line| line.as_ref().map(read).unwrap_or_default()))
    };
    let what = of(|line| line.what.clone());
    let is_done = move || line.with(|line| line.as_ref().is_some_and(|line| line.done.is_some()));
    let due = Signal::derive(move || {
        line.with(|line| line.as_ref().and_then(|line| line.due))
            .map(|due| day(due, session.today.get()))
            .unwrap_or_default()
    });
    let put_owner = move |text: String| {
        let person = if text.trim().is_empty() { None } else { Some(named(text.trim())?) };
        edit(session, id, |_, owner| *owner = person)
    };
    let put_what = move |text: String| {
        let what = text.parse().map_err(|error| format!("Say what is done: {error}."))?;
        edit(session, id, |action, _| action.what = what)
    };
    let put_due = move |text: String| {
        let due = typed(&text, session)?;
        edit(session, id, |action, _| action.due = due)
    };
    let item = move || line.with(|line| line.as_ref().and_then(|line| line.item.clone()));
    let pressed = move |event: KeyboardEvent| match event.key().as_str() {
        _ if event.ctrl_key() || event.meta_key() || in_field(&event) => {}
        "x" | "X" => finish(session, id),
        "Delete" => remove(session, id),
        _ => {}
    };
    view! {
        <li class="row action-row" class:action-done=is_done tabindex="0" aria-label=what data-action=id.to_string() on:keydown=pressed>
            <button type="button" class="button" aria-pressed=move || is_done().to_string() aria-label=move || format!("Done: {}", what.get())
                title="X" on:click=move |_| finish(session, id)>{move || if is_done() { "Done" } else { "To do" }}</button>
            <p class="row-main sentence">
                <span>
                    <Word label="Who does it" value=of(|line| line.owner.clone()) blank="who?" options=roster(session) commit=put_owner />" "
                    <Word label="Action" value=what blank="what?" commit=put_what />" by "
                    <span class:alarm=move || line.with(|line| line.as_ref().is_some_and(|line| line.late))>
                        <Word label="Due" value=due typed=of(|line| line.due.map(|due| due.to_string()).unwrap_or_default()) blank="when?"
                            options=Signal::stored(WordOptions { picker: true, ..WordOptions::default() }) commit=put_due />
                    </span>
                    {move || item().map(|(item, title)| view! {
                        " for "<button type="button" class="link" dir="auto" on:click=move |_| session.selection.update(|selection| selection.open(item))>{title}</button>
                    })}
                </span>
            </p>
            <button type="button" class="icon-button" aria-label=move || format!("Remove the action {}", what.get())
                on:click=move |_| remove(session, id)><Icon shape=Shape::Close /></button>
        </li>
    }
}

fn in_field(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
    target.is_some_and(|target| matches!(target.tag_name().as_str(), "INPUT" | "TEXTAREA"))
}

/// Arrows go from one action to the next.
fn walk(event: &KeyboardEvent) {
    let down = match event.key().as_str() {
        "ArrowDown" => true,
        "ArrowUp" => false,
        _ => return,
    };
    let row = document().active_element().and_then(|active| active.closest(".action-row").ok().flatten());
    let next =
        row.and_then(|row| if down { row.next_element_sibling() } else { row.previous_element_sibling() });
    if let Some(next) = next.and_then(|next| next.dyn_into::<HtmlElement>().ok()).filter(|_| !in_field(event))
    {
        event.prevent_default();
        // A line that cannot take the focus leaves it where it is.
        _ = next.focus();
    }
}
