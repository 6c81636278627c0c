//! An item of the stack, in one line.

use leptos::prelude::*;
use unblock_core::board::ItemId;
use unblock_core::view::stack::{Entry, Stack, StackRow, row};

use super::drag::{Dragging, Grip};
use super::list::Places;
use super::menu::RowMenuState;
use super::state::Cutting;
use crate::parts::{Icon, Shape};

/// The line of an item.
#[component]
pub fn Row(
    /// Which item.
    id: ItemId,
    /// What is weighed.
    cutting: Cutting,
    /// What is carried.
    dragging: Dragging,
    /// Where the entries stand.
    places: Places,
    /// The menu of all rows.
    menu: RowMenuState,
    /// The row that Tab comes to.
    entry: Memo<Option<ItemId>>,
) -> impl IntoView {
    let session = cutting.session;
    let grip = Grip::Item(id);
    let shown = Memo::new(move |_| session.scene.with(|scene| row(scene, id)));
    let place = move || places.with(|places| places.get(&Entry::Item(id)).copied().unwrap_or_default());
    let transform = move || {
        let carried = dragging.carried.get().filter(|carried| carried.grip == grip);
        format!("translateY({}px)", carried.map_or_else(|| cutting.top(place()), |carried| carried.y))
    };
    let goes = move || cutting.told.with(|told| told.cut.items.contains(&id));
    let held = move || cutting.told.with(|told| told.cut.held.iter().any(|held| held.item == id));
    let dim = move || {
        session.filter.with(|filter| {
            !filter.is_empty()
                && session.scene.with(|scene| scene.item(id).is_some_and(|item| !filter.shows(scene, item)))
        })
    };
    let core = move || shown.with(|row| row.as_ref().is_some_and(|row| row.core));
    let title = move || shown.with(|row| row.as_ref().map(|row| row.card.title.clone()).unwrap_or_default());
    let spoken = move || shown.with(|row| row.as_ref().map(|row| spoken(row, goes(), held())));
    let is_open = move || session.selection.with(|s| s.open == Some(id)).then_some("true");
    let size = move || cutting.stack.with(Stack::entries).to_string();
    view! {
        <div class="stack-row" role="listitem" data-entry=id.to_string() aria-posinset=move || (place() + 1).to_string() aria-setsize=size
            class:stack-goes=goes class:stack-held=held class:stack-dim=dim class:stack-carried=move || dragging.carries(grip)
            class:stack-critical=move || shown.with(|row| row.as_ref().is_some_and(|row| row.is_critical))
            style:transform=transform>
            <button type="button" class="stack-menu" data-grip="true" data-carries="true" tabindex="-1" aria-haspopup="menu" aria-label=move || format!("Menu of {}", title())
                on:click=move |event| if !dragging.dropped.get_value() { menu.open(id, &event) }>
                <Icon shape=Shape::More />
            </button>
            <Owner shown />
            <button type="button" class="stack-title" dir="auto" data-carries="true" aria-label=spoken aria-current=is_open
                tabindex=move || if entry.get() == Some(id) { "0" } else { "-1" }
                on:focus=move |_| session.selection.update(|s| s.focus = Some(id))
                on:click=move |_| if !dragging.dropped.get_value() { session.selection.update(|s| s.open(id)) }>
                {move || shown.with(|row| row.as_ref().and_then(|row| row.card.giver.clone()).map(|giver| format!("{giver} · ")))}{title}
            </button>
            <Show when=move || held() && !core()><span class="stack-why">"stays: others wait for it"</span></Show>
            <button type="button" class="stack-core" tabindex="-1" aria-pressed=move || core().to_string() aria-label=move || format!("Core: {}", title())
                title="The goal cannot do without it: it is never cut" on:click=move |_| cutting.toggle_core(id)>"core"</button>
            <button type="button" class="stack-below" tabindex="-1" aria-label=move || format!("Cut below {}", title()) on:click=move |_| cutting.cut_below(id)>"cut below"</button>
            <span class="stack-size" class:stack-guess=move || shown.with(|row| row.as_ref().is_some_and(|row| row.days.is_none())) aria-hidden="true">
                {move || shown.with(|row| row.as_ref().map(|row| row.days.clone().unwrap_or_else(|| "no size".to_owned())))}
            </span>
            <span class="stack-score" aria-hidden="true">
                {move || shown.with(|row| row.as_ref().and_then(|row| row.score.clone()).map(|score| format!("RICE {score}")))}
            </span>
        </div>
    }
}

/// Who owns it: a ring with initials, empty where nobody does.
#[component]
fn Owner(
    /// What the row shows.
    shown: Memo<Option<StackRow>>,
) -> impl IntoView {
    let name = move || {
        shown.with(|row| row.as_ref().and_then(|row| row.card.owner.as_ref().map(|owner| owner.name.clone())))
    };
    let initials = move || {
        shown.with(|row| row.as_ref().and_then(|row| row.card.owner.as_ref().map(|o| o.initials.clone())))
    };
    view! {
        <span class="ring" class:ring-empty=move || name().is_none() aria-hidden="true"
            title=move || name().unwrap_or_else(|| "Nobody owns this".to_owned())>{initials}</span>
    }
}

/// The row as a screen reader says it.
fn spoken(row: &StackRow, goes: bool, held: bool) -> String {
    let owner =
        row.card.owner.as_ref().map_or("no owner".to_owned(), |owner| format!("owner {}", owner.name));
    let mut parts = vec![row.card.title.clone(), owner];
    parts.extend(row.card.giver.as_ref().map(|giver| format!("from {giver}")));
    parts.push(row.days.clone().unwrap_or_else(|| "no size".to_owned()));
    parts.extend(row.score.as_ref().map(|score| format!("RICE {score}")));
    parts.extend(row.is_critical.then(|| "critical".to_owned()));
    parts.extend(row.core.then(|| "core".to_owned()));
    parts.extend(goes.then(|| "below the cut line".to_owned()));
    parts.extend((held && !row.core).then(|| "stays, others wait for it".to_owned()));
    parts.join(", ")
}
