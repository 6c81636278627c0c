//! Estimates from the room: a place to type or paste what people say of one input, hidden until it is revealed.
//!
//! What was said is passing state: it stays while the page is open, over closing this place and leaving the view, and is
//! gone after that. The board gets what is taken, by a click.
//!
//! Deliberately absent: reading and judging it, which is the core's.

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;
use leptos::web_sys::KeyboardEvent;
use unblock_core::board::{Board, ItemId};
use unblock_core::score::{Factor, Method};
use unblock_core::view::compare::{Column, Question, RoomView, room};

use super::said::{Heard, NotHeard};
use super::state::{Comparing, Lens};
use crate::focus::{focus, focus_on};
use crate::parts::{Icon, Shape};

/// The field's id.
const FIELD: &str = "cmp-room-field";

/// What the room is asked for, and all that was said so far.
#[derive(Clone, Default)]
pub struct Room {
    open: Option<Ask>,
    sheets: Vec<Sheet>,
}

/// An input of an option.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Ask {
    item: ItemId,
    method: Method,
    factor: Factor,
}

/// What was said of an input.
#[derive(Clone)]
struct Sheet {
    ask: Ask,
    text: String,
    revealed: bool,
}

impl Room {
    fn sheet(&self, ask: Ask) -> (&str, bool) {
        let found = self.sheets.iter().find(|sheet| sheet.ask == ask);
        found.map_or(("", false), |sheet| (sheet.text.as_str(), sheet.revealed))
    }

    fn sheet_mut(&mut self, ask: Ask) -> Option<&mut Sheet> {
        if !self.sheets.iter().any(|sheet| sheet.ask == ask) {
            self.sheets.push(Sheet { ask, text: String::new(), revealed: false });
        }
        self.sheets.iter_mut().find(|sheet| sheet.ask == ask)
    }
}

/// Asks the room for an input of an option.
pub fn ask(comparing: Comparing, item: ItemId, factor: Factor) {
    let method = comparing.method.get_untracked();
    comparing.room.update(|room| room.open = Some(Ask { item, method, factor }));
    // It may have been open already.
    request_animation_frame(move || {
        focus(FIELD);
        show_bar(&ask_id(item, factor));
    });
}

/// Keeps what the room is asked about in sight, side by side: its place has grown smaller.
fn show_bar(id: &str) {
    let asked = document().get_element_by_id(id);
    let bar = asked.and_then(|asked| asked.closest(".cmp-bar").ok().flatten());
    if let Some(bar) = bar {
        bar.scroll_into_view_with_bool(false);
    }
}

/// Asks the room for the figure with the focus. True where there is one.
pub fn ask_for_cell(comparing: Comparing) -> bool {
    let place = comparing.place.get_untracked();
    let column = place.and_then(|place| comparing.columns().get(place.column).copied());
    let Some((place, Column::Input(factor))) = place.zip(column) else {
        comparing.session().complain("Go to a figure first: the room is asked for one at a time.".to_owned());
        return false;
    };
    ask(comparing, place.item, factor);
    true
}

/// The id of what asks for an input, side by side.
pub fn ask_id(item: ItemId, factor: Factor) -> String {
    format!("ask-{}-{item}", factor.word())
}

/// The place for it, where the room is asked for something.
#[component]
pub fn AskedRoom() -> impl IntoView {
    let comparing = expect_context::<Comparing>();
    let open = Memo::new(move |_| {
        let method = comparing.method.get();
        let ask = comparing.room.with(|room| room.open).filter(|ask| ask.method == method)?;
        let is_there = |board: &Arc<Board>| board.item(ask.item).is_some_and(|item| item.trashed.is_none());
        comparing.session().board.with(is_there).then_some(ask)
    });
    move || open.get().map(|ask| view! { <Asked ask /> })
}

fn shown(comparing: Comparing, ask: Ask) -> Option<RoomView> {
    let beside = if comparing.lens.get() == Lens::Side { comparing.options() } else { Vec::new() };
    let Ask { item, method, factor } = ask;
    let asked = Question { item, method, factor, beside: &beside };
    comparing.room.with(|kept| {
        let (text, revealed) = kept.sheet(ask);
        comparing.session().scene.with(|scene| room(scene, asked, text, revealed))
    })
}

/// Closes it. The focus goes back to where it was asked from.
fn close(comparing: Comparing, ask: Ask) {
    comparing.room.update(|room| room.open = None);
    let column = comparing.columns().iter().position(|column| *column == Column::Input(ask.factor));
    let cell = format!(".cmp-rows [data-item='{}'] [data-col='{}']", ask.item, column.unwrap_or(1));
    if !focus_on(&cell) {
        focus(&ask_id(ask.item, ask.factor));
    }
}

/// Hides what was said, or shows it and says what comes of it.
fn reveal(comparing: Comparing, ask: Ask) {
    let mut is_shown = false;
    comparing.room.update(|room| {
        if let Some(sheet) = room.sheet_mut(ask).filter(|sheet| !sheet.text.trim().is_empty()) {
            sheet.revealed = !sheet.revealed;
            is_shown = sheet.revealed;
        }
    });
    let said = untrack(|| shown(comparing, ask)).filter(|_| is_shown);
    comparing.session().said.set(said.map_or_else(|| "Hidden".to_owned(), |view| view.aloud()));
    // What is shown takes room from the options.
    request_animation_frame(move || show_bar(&ask_id(ask.item, ask.factor)));
}

#[component]
fn Asked(ask: Ask) -> impl IntoView {
    let comparing = expect_context::<Comparing>();
    let view = Memo::new(move |_| shown(comparing, ask));
    let revealed = Memo::new(move |_| comparing.room.with(|room| room.sheet(ask).1));
    let is_empty = Memo::new(move |_| comparing.room.with(|room| room.sheet(ask).0.trim().is_empty()));
    let text = comparing.room.with_untracked(|room| room.sheet(ask).0.to_owned());
    let field = NodeRef::<html::Textarea>::new();
    Effect::new(move |_| {
        // A field that cannot take the focus is still there to be clicked.
        _ = field.get().map(|field| field.focus());
    });
    let write = move |text: String| {
        comparing.room.update(|room| {
            if let Some(sheet) = room.sheet_mut(ask) {
                // Who begins anew begins hidden.
                sheet.revealed &= !text.trim().is_empty();
                sheet.text = text;
            }
        });
    };
    let keyed = move |event: KeyboardEvent| match event.key().as_str() {
        "Escape" => {
            event.stop_propagation();
            close(comparing, ask);
        }
        "Enter" if event.ctrl_key() || event.meta_key() => {
            event.prevent_default();
            reveal(comparing, ask);
        }
        _ => {}
    };
    let of = move |part: fn(&RoomView) -> &str| {
        move || view.with(|view| view.as_ref().map(part).unwrap_or_default().to_owned())
    };
    view! {
        <section class="cmp-room" aria-labelledby="cmp-room-title" on:keydown=keyed>
            <header class="cmp-room-head">
                <h3 id="cmp-room-title" dir="auto">{of(|view| &view.title)}</h3>
                <span class="muted">{of(|view| &view.now)}</span>
                <button type="button" class="icon-button" aria-label="Close the estimates" title="Close the estimates"
                    on:click=move |_| close(comparing, ask)><Icon shape=Shape::Close /></button>
            </header>
            <div class="cmp-room-body">
                <div class="cmp-room-in">
                    <textarea id=FIELD class="field" class:cmp-hidden=move || !revealed.get() node_ref=field rows="4" dir="auto"
                        aria-label="What people say" aria-describedby="cmp-room-count" autocomplete="off" spellcheck="false"
                        placeholder="5 3 8 3, or lines of a chat: Ana: 5" prop:value=text
                        on:input=move |event| write(event_target_value(&event))></textarea>
                    <p id="cmp-room-count">{of(|view| &view.count)}</p>
                    <button type="button" class="button" class:primary=move || !revealed.get() disabled=move || is_empty.get()
                        title="Ctrl + Enter" on:click=move |_| reveal(comparing, ask)>
                        {move || if revealed.get() { "Hide again" } else { "Reveal" }}</button>
                </div>
                <Show when=move || !revealed.get()>
                    <p class="cmp-room-hint">"Type or paste what people say. It stays hidden until you reveal it, so that nobody follows the first \
                        figure. It is not kept with the board: only what you take is."</p>
                </Show>
                {move || view.with(|view| view.as_ref().and_then(|view| view.outcome.clone()))
                    .map(|outcome| view! { <Heard item=ask.item outcome /> })}
                {move || view.with(|view| view.as_ref().map(|view| view.unread.clone())).filter(|unread| !unread.is_empty())
                    .map(|unread| view! { <NotHeard unread /> })}
            </div>
        </section>
    }
}
