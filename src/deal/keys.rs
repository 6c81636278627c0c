//! Keys of deal mode. They act wherever the focus is, but not while somebody types or a menu is open.

use leptos::prelude::*;
use leptos::web_sys::KeyboardEvent;
use unblock_core::board::{Answer, Quadrant};

use super::dealing::{Dealing, Tool};
use super::last::LAST_FIELD;
use crate::focus::{focus, is_typing};
use crate::keyboard::show_keys;

/// What a key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wish {
    Put(Quadrant),
    Answer(Answer),
    Skip,
    Back,
    Undo,
    Open(Tool),
    AnswerLast,
    Help,
    Leave,
}

/// What a key asks for; single letters and digits nothing where they are switched off.
fn wish(key: &str, letters: bool) -> Option<Wish> {
    match key {
        "ArrowRight" => Some(Wish::Skip),
        "ArrowLeft" | "Backspace" => Some(Wish::Back),
        "Escape" => Some(Wish::Leave),
        _ if !letters => None,
        "1" | "2" | "3" | "4" => {
            let number: usize = key.parse().ok()?;
            Quadrant::ALL.get(number.checked_sub(1)?).copied().map(Wish::Put)
        }
        "?" => Some(Wish::Help),
        _ => match key.to_ascii_lowercase().as_str() {
            "y" => Some(Wish::Answer(Answer::Yes)),
            "n" => Some(Wish::Answer(Answer::No)),
            "s" => Some(Wish::Skip),
            "u" => Some(Wish::Undo),
            "m" => Some(Wish::Open(Tool::Merge)),
            "t" => Some(Wish::Open(Tool::Split)),
            "a" => Some(Wish::AnswerLast),
            _ => None,
        },
    }
}

/// Listens as long as the owner lives.
pub fn listen(dealing: Dealing) {
    let handle = window_event_listener(leptos::ev::keydown, move |event| pressed(dealing, &event));
    on_cleanup(move || handle.remove());
}

/// True where a field has the focus, or a menu or a sheet is open: the keys are theirs.
pub fn is_busy() -> bool {
    is_typing() || document().query_selector(":popover-open").ok().flatten().is_some()
}

fn pressed(dealing: Dealing, event: &KeyboardEvent) {
    // A key that is held down would sort the whole deck.
    let held = event.ctrl_key() || event.meta_key() || event.alt_key() || event.repeat();
    let letters = dealing.session.preferences.with_untracked(|preferences| !preferences.letters_off);
    let Some(wish) = wish(&event.key(), letters).filter(|_| !held) else { return };
    if is_busy() {
        return;
    }
    event.prevent_default();
    match wish {
        Wish::Put(quadrant) => dealing.put(quadrant),
        Wish::Answer(answer) => dealing.answer_next(answer),
        Wish::Skip => dealing.skip(),
        Wish::Back => dealing.back(),
        Wish::Undo => dealing.session.undo(),
        Wish::Open(tool) => dealing.tool.set(Some(tool)),
        Wish::AnswerLast => focus(LAST_FIELD),
        Wish::Help => show_keys(),
        Wish::Leave => dealing.leave(),
    }
}
