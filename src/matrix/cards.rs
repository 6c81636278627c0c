//! The cards of a column. Only those in sight are in the page; the others are room to scroll through.

use std::collections::HashMap;
use std::time::Duration;

use leptos::html;
use leptos::prelude::*;
use unblock_core::board::{ItemId, Quadrant};
use unblock_core::view::{Filter, Grid, Page, grid_for};

use super::areas::Zone;
use super::card::Card;
use super::drag::Carrying;
use crate::later::after;
use crate::parts::{Size, px, translate, watch_size};
use crate::present::scale;
use crate::session::session;

/// How long another view is left alone before the Inbox beside it follows its focus.
const FOLLOWS_AFTER: Duration = Duration::from_millis(200);

/// The scrolling list of a column's cards.
#[component]
pub fn Cards(
    /// The quadrant; `None` is the Inbox.
    column: Option<Quadrant>,
) -> impl IntoView {
    let session = session();
    let carrying = expect_context::<Carrying>();
    let list = NodeRef::<html::Div>::new();
    let size = RwSignal::new(Size::default());
    let scrolled = RwSignal::new(0.0_f64);
    let items = Memo::new(move |_| session.matrix.with(|view| view.column(column).items.clone()));
    let grid = Memo::new(move |_| {
        grid_for(items.with(Vec::len), size.get().width, column.is_none(), scale(session))
    });
    let window = Memo::new(move |_| grid.get().window(scrolled.get(), size.get().height));
    let shown =
        move || items.with(|items| items[window.get().first..window.get().end.min(items.len())].to_vec());
    let places = Memo::new(move |_| {
        let first = window.get().first;
        let shown = shown();
        shown.into_iter().enumerate().map(|(i, id)| (id, first + i)).collect::<HashMap<ItemId, usize>>()
    });
    Effect::new(move |_| {
        if let Some(list) = list.get() {
            watch_size(&list, size);
        }
    });
    carrying.register(column, Zone { list, grid, items });
    keep_focus_in_sight(column, list, grid);
    let insertion = Memo::new(move |_| {
        carrying
            .insertion(column)
            .filter(|_| session.sorted_by().is_none())
            .map(|index| insertion_line(&grid.get(), index))
    });
    let name = move || {
        session.board.with(|board| match column {
            None => "Inbox".to_owned(),
            Some(quadrant) => board.about.quadrants.name(quadrant).to_owned(),
        })
    };
    // One card of each list can be reached with Tab: the one with the focus, else the first in sight.
    let entry = Memo::new(move |_| {
        let focus = session.selection.with(|selection| selection.focus);
        let here = focus.filter(|focus| places.with(|places| places.contains_key(focus)));
        here.or_else(|| items.with(|items| items.get(window.get().first).copied()))
    });
    view! {
        <div class="cards-area">
        <div class="cards" node_ref=list role="list" aria-label=name
            on:scroll=move |_| if let Some(list) = list.get_untracked() { scrolled.set(f64::from(list.scroll_top())) }>
            <div class="cards-room" role="presentation" style:height=move || px(window.get().total)>
                <For each=shown key=|id| *id children=move |id| view! { <Card id column grid places entry /> } />
                <Show when=move || insertion.get().is_some()>
                    <div class="insertion" aria-hidden="true" style:transform=move || insertion.get().unwrap_or_default().0
                        style:width=move || insertion.get().unwrap_or_default().1
                        style:height=move || insertion.get().unwrap_or_default().2></div>
                </Show>
            </div>
        </div>
            <Show when=move || items.with(Vec::is_empty) && (column.is_some() || session.filter.with(|f| !f.is_empty()))>
                <p class="well-empty">{move || if session.filter.with(Filter::is_empty) { "Drop a card here, or press its number" } else { "Nothing here matches the filter" }}</p>
            </Show>
        </div>
    }
}

/// Where the insertion mark stands: its transform, width and height. Between rows in one column, between cards in two.
fn insertion_line(grid: &Grid, index: usize) -> (String, String, String) {
    if grid.columns <= 1 {
        let (left, top) = grid.position(index);
        return (translate(left, (top - 5.0).max(0.0)), px(grid.card_width()), px(2.0));
    }
    let after_last_in_row = index > 0 && index.is_multiple_of(grid.columns) && index == grid.count;
    let (left, top) = if after_last_in_row {
        let (left, top) = grid.position(index - 1);
        (left + grid.card_width() + 3.0, top)
    } else {
        let (left, top) = grid.position(index);
        ((left - 5.0).max(0.0), top)
    };
    (translate(left, top), px(2.0), px(grid.height))
}

/// Scrolls the card with the focus into sight when the focus or the order changes: at once on the Matrix; beside another
/// view, when that has been left alone for a moment, so that what is done there is painted first.
fn keep_focus_in_sight(column: Option<Quadrant>, list: NodeRef<html::Div>, grid: Memo<Grid>) {
    let session = session();
    let place = Memo::new(move |_| {
        let focus = session.selection.with(|selection| selection.focus)?;
        let (at, index) = session.matrix.with(|view| view.find(focus))?;
        (at == column).then_some((focus, index))
    });
    let timer = StoredValue::new(None::<TimeoutHandle>);
    Effect::new(move |_| {
        let Some((_, index)) = place.get() else { return };
        if let Some(before) = timer.get_value() {
            before.clear();
        }
        if untrack(|| session.page()) == Some(Page::Matrix) {
            return scroll_to(list, grid, index);
        }
        // Without a timer it stays where it is.
        timer.set_value(after(FOLLOWS_AFTER, list, move || scroll_to(list, grid, index)));
    });
}

/// Scrolls a card into sight, by the least.
fn scroll_to(list: NodeRef<html::Div>, grid: Memo<Grid>, index: usize) {
    let Some(list) = list.get_untracked() else { return };
    let (scrolled, seen) = (f64::from(list.scroll_top()), f64::from(list.client_height()));
    if let Some(to) = grid.get_untracked().scroll_to(index, scrolled, seen) {
        list.set_scroll_top(rounded(to));
    }
}

#[allow(
    clippy::cast_possible_truncation,
    reason = "a list is shorter than 2^31 pixels, and the cast saturates"
)]
fn rounded(pixels: f64) -> i32 {
    pixels.round() as i32
}
