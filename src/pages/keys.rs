//! The list of all keys, over whatever page is shown.
//!
//! Absent on purpose: what the keys do. The core says which there are, the page's keyboard does them.

use leptos::prelude::*;
use leptos::web_sys::KeyboardEvent;
use unblock_core::gesture::KeyHelp;
use unblock_core::view::palette::key_sheet;

use super::switches::LetterKeys;
use crate::keyboard::show_keys;
use crate::parts::{Icon, Shape};

/// The list, closed until somebody asks for it.
#[component]
pub fn Keys() -> impl IntoView {
    view! {
        <div id="keys" class="keys" popover="auto" role="dialog" aria-label="All keys" tabindex="-1" autofocus="true"
            on:keydown=|event| keep_inside(&event)>
            <header class="sheet-head">
                <h2>"All keys"</h2>
                <button type="button" class="icon-button" aria-label="Close" on:click=|_| show_keys()>
                    <Icon shape=Shape::Close />
                </button>
            </header>
            <dl class="keys-list">{key_sheet().into_iter().map(|line| view! { <Line line /> }).collect_view()}</dl>
            <footer class="keys-foot">
                <LetterKeys />
                <p class="muted">"What is done to an item, such as 1 to 4, E, P, X and Delete, works in the Matrix and in the Map."</p>
                <p class="muted">"On a Mac, Cmd stands for Ctrl and Option for Alt."</p>
            </footer>
        </div>
    }
}

/// One line: the keys, and what they do.
#[component]
fn Line(
    /// Which.
    line: KeyHelp,
) -> impl IntoView {
    let key = |word: &'static str| match word {
        "+" => view! { <span>"+"</span> }.into_any(),
        _ => view! { <kbd>{word}</kbd> }.into_any(),
    };
    view! {
        <div class="keys-line">
            <dt>{line.keys.split(' ').map(key).collect_view()}</dt>
            <dd>{line.does}</dd>
        </div>
    }
}

/// Keys that are pressed in the list mean nothing to the page under it, but for `?`, which closes the list.
fn keep_inside(event: &KeyboardEvent) {
    if event.key() != "?" {
        event.stop_propagation();
    }
}
