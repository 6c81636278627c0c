//! The field for the item that a card is a duplicate of, with suggestions over all items of the board.

use leptos::html;
use leptos::prelude::*;
use leptos::web_sys::KeyboardEvent;
use unblock_core::board::{Board, ItemId};
use unblock_core::view::{Deck, duplicates};

use super::dealing::Dealing;
use super::tools::{close, focus_on_show};

/// How many suggestions are shown.
const SHOWN: usize = 5;

/// A suggestion: its id, its title, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Suggestion {
    id: ItemId,
    title: String,
    place: String,
}

fn suggestions(board: &Board, card: ItemId, typed: &str) -> Vec<Suggestion> {
    let found = duplicates(board, card, typed, SHOWN).into_iter().filter_map(|id| board.item(id));
    let place = |quadrant| board.about.quadrants.name(quadrant).to_owned();
    found
        .map(|item| Suggestion {
            id: item.id,
            title: item.title.to_string(),
            place: item.quadrant().map_or_else(|| "Inbox".to_owned(), place),
        })
        .collect()
}

/// What is typed, and which suggestion Enter would take.
#[derive(Clone, Copy)]
struct Choice {
    typed: RwSignal<String>,
    found: Memo<Vec<Suggestion>>,
    at: RwSignal<Option<usize>>,
}

impl Choice {
    fn new(dealing: Dealing) -> Self {
        let typed = RwSignal::new(String::new());
        let found = Memo::new(move |_| {
            let Some(card) = dealing.deck.with(Deck::current) else { return Vec::new() };
            dealing.session.board.with(|board| typed.with(|typed| suggestions(board, card, typed)))
        });
        Self { typed, found, at: RwSignal::new(None) }
    }

    /// With nothing typed nothing is chosen yet: Enter by mistake merges nothing.
    fn type_in(self, text: String) {
        self.at.set(if text.trim().is_empty() { None } else { Some(0) });
        self.typed.set(text);
    }

    fn step(self, down: bool) {
        let count = self.found.with_untracked(Vec::len);
        self.at.update(|at| {
            *at = match (*at, down) {
                _ if count == 0 => None,
                (None, true) => Some(0),
                (None, false) => Some(count - 1),
                (Some(at), true) => Some((at + 1) % count),
                (Some(at), false) => Some((at + count - 1) % count),
            }
        });
    }

    fn chosen(self) -> Option<ItemId> {
        let at = self.at.get_untracked()?;
        self.found.with_untracked(|found| found.get(at).map(|one| one.id))
    }
}

/// The field.
#[component]
pub fn MergeField() -> impl IntoView {
    let dealing = expect_context::<Dealing>();
    let choice = Choice::new(dealing);
    let field = NodeRef::<html::Input>::new();
    focus_on_show(field);
    let has_any = move || choice.found.with(|found| !found.is_empty());
    let active = move || choice.at.get().filter(|at| choice.found.with(|f| *at < f.len())).map(option_id);
    view! {
        <label class="deal-tool">
            <span class="deal-tool-name">"Same as"</span>
            <input type="text" class="field" dir="auto" node_ref=field autocomplete="off" placeholder="Type its title, then Enter"
                role="combobox" aria-autocomplete="list" aria-controls="deal-same" aria-expanded=move || has_any().to_string()
                aria-activedescendant=active
                on:input=move |event| choice.type_in(event_target_value(&event))
                on:keydown=move |event| pressed(dealing, choice, &event) />
        </label>
        <button type="button" class="button" on:click=move |_| close(dealing)>"Cancel"</button>
        <Suggestions choice />
    }
}

fn option_id(at: usize) -> String {
    format!("deal-same-{at}")
}

fn pressed(dealing: Dealing, choice: Choice, event: &KeyboardEvent) {
    event.stop_propagation();
    match event.key().as_str() {
        "ArrowDown" => choice.step(true),
        "ArrowUp" => choice.step(false),
        "Escape" => close(dealing),
        "Enter" => match choice.chosen() {
            Some(into) => dealing.merge(into),
            None => dealing.session.complain("No item is called so. Type a part of a title.".to_owned()),
        },
        _ => return,
    }
    event.prevent_default();
}

/// What the card may be a duplicate of.
#[component]
fn Suggestions(
    /// What is chosen from.
    choice: Choice,
) -> impl IntoView {
    let dealing = expect_context::<Dealing>();
    let line = move |(at, one): (usize, Suggestion)| {
        let id = one.id;
        view! {
            <li id=option_id(at) role="option" aria-selected=move || (choice.at.get() == Some(at)).to_string()
                on:pointerdown=|event| event.prevent_default()
                on:click=move |_| dealing.merge(id)>
                <span class="deal-same-title" dir="auto">{one.title}</span>
                <span class="muted">{one.place}</span>
            </li>
        }
    };
    view! {
        <ul id="deal-same" class="deal-same" role="listbox" aria-label="Items of the board"
            class:deal-hidden=move || choice.found.with(Vec::is_empty)>
            {move || choice.found.get().into_iter().enumerate().map(line).collect_view()}
        </ul>
    }
}
