//! From one gap of the board to the next, the most severe first: the item opens, with the focus on what is missing.

use leptos::prelude::*;
use unblock_core::view::{Missing, Page, gaps, next_gap};

use crate::focus::focus_on;
use crate::keyboard::has_side;
use crate::session::Session;

/// So many frames the panel has until its words stand there.
const FRAMES: u32 = 30;

/// Goes to the next gap and says which it is.
pub fn go_to_next(session: Session) {
    let all = session.scene.with_untracked(|scene| gaps(scene));
    let Some(place) = next_gap(&all, session.visited.get_value()) else {
        session.tell("There is no gap: everything has an owner, a date and a duration".to_owned(), false);
        return;
    };
    let gap = &all[place];
    session.visited.set_value(Some((place, gap.item, gap.missing)));
    if !untrack(|| session.page()).is_some_and(has_side) {
        session.go(Page::Matrix);
    }
    session.waits.set(None);
    session.selection.update(|selection| selection.open(gap.item));
    let words = session.scene.with_untracked(|scene| gap.words(scene));
    session.tell(format!("Gap {} of {}: {words}", place + 1, all.len()), false);
    focus_soon(format!(".panel [aria-label^='{}: ']", label(gap.missing)), FRAMES);
}

/// What the panel calls it.
const fn label(missing: Missing) -> &'static str {
    match missing {
        Missing::Promise => "Promised for",
        Missing::Giver => "Giver",
        Missing::Chaser => "Our owner",
        Missing::Owner | Missing::Doer => "Owner",
        Missing::Accountable => "Accountable",
        Missing::Duration => "Duration",
    }
}

/// Gives the focus to an element as soon as it is there. The panel takes it first, in a frame of its own.
fn focus_soon(selector: String, frames: u32) {
    request_animation_frame(move || {
        let is_there = frames < FRAMES && focus_on(&selector);
        if !is_there && frames > 0 {
            focus_soon(selector, frames - 1);
        }
    });
}
