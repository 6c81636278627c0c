//! The focus of what is drawn anew.

use leptos::prelude::*;

use crate::keyboard::{focus, focus_is_lost};

/// Gives the focus back to the element that has it now, by its id, when what is drawn anew has taken it away.
pub fn keep_focus() {
    let id = document().active_element().map(|active| active.id()).unwrap_or_default();
    if !id.is_empty() {
        request_animation_frame(move || {
            if focus_is_lost() {
                focus(&id);
            }
        });
    }
}
