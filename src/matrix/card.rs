//! One card.

use std::collections::HashMap;
use std::time::Duration;

use leptos::html;
use leptos::prelude::*;
use leptos::web_sys::MouseEvent;
use unblock_core::board::{ItemField, ItemId, Priority, Quadrant};
use unblock_core::edit::Action;
use unblock_core::view::{CardDate, CardView, DateKind, Grid, Reason, card};

use super::ask::AskField;
use super::drag::Carrying;
use super::menu::CardMenuState;
use crate::focus::focused_in;
use crate::format;
use crate::later::in_next_frame;
use crate::parts::{Icon, Shape, px, translate};
use crate::session::session;

/// How long a second click is waited for.
const SECOND_CLICK: Duration = Duration::from_millis(220);

/// A card at its place in the grid.
#[component]
pub fn Card(
    /// Which item.
    id: ItemId,
    /// The column it stands in.
    column: Option<Quadrant>,
    /// How the cards of the column stand.
    grid: Memo<Grid>,
    /// The places of the cards that are in the page.
    places: Memo<HashMap<ItemId, usize>>,
    /// The card of the column that can be reached with Tab.
    entry: Memo<Option<ItemId>>,
) -> impl IntoView {
    let session = session();
    let carrying = expect_context::<Carrying>();
    let shown = Memo::new(move |_| {
        let card = session.scene.with(|scene| scene.item(id).map(|item| card(scene, item)))?;
        Some(CardView { score: session.score_of(id), ..card })
    });
    let place = Memo::new(move |_| places.with(|places| places.get(&id).copied()).unwrap_or(0));
    let focused = Memo::new(move |_| session.selection.with(|s| s.focus == Some(id)));
    let chosen = Memo::new(move |_| session.selection.with(|s| s.chosen.contains(&id)));
    let open = Memo::new(move |_| session.selection.with(|s| s.open == Some(id)));
    let lifted = Memo::new(move |_| carrying.lifted().contains(&id));
    let asked = Memo::new(move |_| session.ask.get().filter(|ask| ask.item == id).map(|ask| ask.quadrant));
    let renaming = Memo::new(move |_| session.renaming.get() == Some(id));
    let element = NodeRef::<html::Div>::new();
    let has_field = Memo::new(move |_| renaming.get() || asked.get().is_some());
    take_focus(element, focused, has_field);
    let transform = move || {
        let (left, top) = grid.get().position(place.get());
        translate(left, top)
    };
    let flag = move |test: fn(&CardView) -> bool| shown.with(|view| view.as_ref().is_some_and(test));
    view! {
        <div class="card" role="listitem" node_ref=element data-item=id.to_string()
            class:card-compact=move || grid.get().compact
            class:card-chosen=chosen class:card-open=open class:card-lifted=lifted
            class:card-late=move || flag(|view| view.reason == Some(Reason::Late))
            class:card-critical=move || flag(|view| view.reason == Some(Reason::Critical))
            class:card-external=move || flag(|view| !view.is_work)
            class:card-done=move || flag(|view| view.is_done)
            style:transform=transform style:width=move || px(grid.get().card_width())
            tabindex=move || if entry.get() == Some(id) { "0" } else { "-1" }
            aria-label=move || shown.with(|view| view.as_ref().map(|view| spoken(view, chosen.get(), session.today.get())))
            aria-posinset=move || (place.get() + 1).to_string() aria-setsize=move || grid.get().count.to_string()
            aria-current=move || open.get().then_some("true")
            on:focus=move |_| session.selection.update(|s| s.focus = Some(id))
            on:click=move |event| if !carrying.swallows_click() { chosen_by(id, column, &event) }
            on:dblclick=move |_| session.renaming.set(Some(id))>
            {move || match (renaming.get(), asked.get()) {
                (true, _) => view! { <Rename id /> }.into_any(),
                (_, Some(quadrant)) => view! { <AskField id quadrant /> }.into_any(),
                _ => view! { <Face shown /> }.into_any(),
            }}
            <button type="button" class="card-handle" tabindex="-1" aria-haspopup="menu" data-handle="true"
                aria-label=move || shown.with(|view| view.as_ref().map(|view| format!("Menu of {}", view.title)))
                on:click=move |event| {
                    event.stop_propagation();
                    if !carrying.swallows_click() { expect_context_menu(id, column, &event) }
                }>
                <Icon shape=Shape::More />
            </button>
        </div>
    }
}

fn expect_context_menu(id: ItemId, column: Option<Quadrant>, event: &MouseEvent) {
    use wasm_bindgen::JsCast;
    let anchor = event.current_target().and_then(|target| target.dyn_into().ok());
    if let (Some(anchor), Some(menu)) = (anchor, use_context::<CardMenuState>()) {
        menu.open(id, column, &anchor);
    }
}

/// A plain click opens the item; with Ctrl, Cmd or Shift it is taken into the selection or out of it. The panel takes
/// the Inbox's place, so there it waits whether a second click follows, which edits the title.
fn chosen_by(id: ItemId, column: Option<Quadrant>, event: &MouseEvent) {
    let session = session();
    event.stop_propagation();
    if event.ctrl_key() || event.meta_key() || event.shift_key() {
        session.selection.update(|selection| selection.toggle(id));
        return;
    }
    let open = move || session.selection.update(|selection| selection.open(id));
    if column.is_some() {
        open();
        return;
    }
    session.selection.update(|selection| selection.focus_on(id));
    let still = move || {
        session.renaming.get_untracked().is_none() && session.selection.with_untracked(|s| s.meant() == [id])
    };
    set_timeout(
        move || {
            if still() {
                open();
            }
        },
        SECOND_CLICK,
    );
}

/// Gives the browser's focus to the card when it gets the page's, as after a move into another quadrant. A field in
/// which somebody types keeps it.
fn take_focus(element: NodeRef<html::Div>, focused: Memo<bool>, has_field: Memo<bool>) {
    Effect::new(move |_| {
        has_field.track();
        let (Some(card), true) = (element.get(), focused.get()) else { return };
        // In the next frame a menu that this came from is closed.
        in_next_frame(element, move || {
            // By then another card can have it.
            if !focused.get_untracked() {
                return;
            }
            if !focused_in("input, textarea, .panel, .map, .compare, :popover-open") {
                let options = leptos::web_sys::FocusOptions::new();
                options.set_prevent_scroll(true);
                // The list scrolls by itself; a card that cannot be focused stays reachable with Tab.
                _ = card.focus_with_options(&options);
            }
        });
    });
}

/// Title and bottom line.
#[component]
fn Face(
    /// What the card shows.
    shown: Memo<Option<CardView>>,
) -> impl IntoView {
    let session = session();
    move || {
        shown.get().map(|view| {
            let date = view.date.map(|date| date_words(date, session.today.get_untracked()));
            let (name, initials) = view.owner.clone().map(|owner| (owner.name, owner.initials)).unzip();
            view! {
                <p class="card-title" dir="auto">
                    {view.giver.clone().map(|giver| view! { <span class="card-giver">{giver}" · "</span> })}
                    {view.title.clone()}
                </p>
                <p class="card-line" aria-hidden="true">
                    {(name.is_some() || view.needs_owner).then(|| view! {
                        <span class="ring" class:ring-empty=name.is_none() title=name.unwrap_or_else(|| "Nobody owns this".to_owned())>
                            {initials}
                        </span>
                    })}
                    {view.priority.map(|priority| view! { <span class="card-priority">{priority.word()}</span> })}
                    {view.score.as_deref().and_then(|score| score.split_once(' ')).map(|(method, figure)| view! {
                        <span class="card-score"><span class="card-method">{method.to_owned()}" "</span>{figure.to_owned()}</span>
                    })}
                    {date.map(|date| view! { <span class="card-date">{date}</span> })}
                    {view.refusal.map(|why| view! { <span class="card-date">{why}</span> })}
                    {view.reason.map(|reason| view! { <span class="card-reason" class:alarm=matches!(reason, Reason::Late | Reason::Critical)>{reason_words(reason)}</span> })}
                </p>
            }
        })
    }
}

fn date_words(date: CardDate, today: unblock_core::board::Date) -> String {
    let day = format::day(date.date, today);
    match date.kind {
        DateKind::Due => format!("due {day}"),
        DateKind::StartBy => format!("start by {day}"),
        DateKind::Promised => format!("promised {day}"),
        DateKind::NotBefore => format!("from {day}"),
        DateKind::Done => format!("done {day}"),
    }
}

fn reason_words(reason: Reason) -> String {
    match reason {
        Reason::Critical => "critical".to_owned(),
        Reason::Late => "late".to_owned(),
        Reason::BlockedBy(n) => format!("blocked by {n}"),
        Reason::External => "outside".to_owned(),
        Reason::Guess => "guess".to_owned(),
    }
}

/// The card as a screen reader says it.
fn spoken(view: &CardView, chosen: bool, today: unblock_core::board::Date) -> String {
    let owner = view.owner.as_ref().map_or("no owner".to_owned(), |owner| format!("owner {}", owner.name));
    let mut parts = vec![view.title.clone(), owner];
    parts.extend(view.giver.as_ref().map(|giver| format!("from {giver}")));
    parts.extend(view.priority.map(|priority: Priority| priority.word().to_owned()));
    parts.extend(view.score.clone());
    parts.extend(view.date.map(|date| date_words(date, today)));
    parts.extend(view.refusal.as_ref().map(|why| format!("refused: {why}")));
    parts.extend(view.reason.map(reason_words));
    parts.extend(chosen.then(|| "selected".to_owned()));
    parts.join(", ")
}

/// The title as a field on the card itself.
#[component]
fn Rename(
    /// Which item.
    id: ItemId,
) -> impl IntoView {
    let session = session();
    let field = NodeRef::<html::Input>::new();
    let title = session
        .board
        .with_untracked(|board| board.item(id).map(|item| item.title.to_string()))
        .unwrap_or_default();
    Effect::new(move |_| {
        if let Some(field) = field.get() {
            // A field that cannot be focused is still there to be clicked.
            _ = field.focus();
            // Its value is set after it stands in the page.
            queue_microtask(move || field.select());
        }
    });
    let keep = move |text: String| {
        if session.renaming.get_untracked() != Some(id) {
            return;
        }
        match text.parse() {
            Ok(title) => {
                _ = session.dispatch(Action::Edit { items: vec![id], field: ItemField::Title(title) });
            }
            Err(error) => session.complain(format!("The title stays as it was: {error}.")),
        }
        session.renaming.set(None);
    };
    view! {
        <input type="text" class="field card-rename" node_ref=field prop:value=title aria-label="Title"
            on:click=|event| event.stop_propagation() on:pointerdown=|event| event.stop_propagation()
            on:keydown=move |event| {
                event.stop_propagation();
                match event.key().as_str() {
                    "Enter" => keep(event_target_value(&event)),
                    "Escape" => session.renaming.set(None),
                    _ => {}
                }
            }
            on:blur=move |event| keep(event_target_value(&event)) />
    }
}
