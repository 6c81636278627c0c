//! What is said: the message at the end of the headline, and the live region.

use std::time::Duration;

use leptos::prelude::*;
use unblock_core::view::days_words;

use super::{Message, Offer, Session};

/// How long a message stays.
const MESSAGE_STAYS: Duration = Duration::from_secs(12);

/// How long a move of the finish stays beside it.
const SHIFT_STAYS: Duration = Duration::from_secs(4);

impl Session {
    /// Says what was done.
    pub fn tell(self, text: String, undo: bool) {
        let moved = self.shift.get_untracked().map(|days| format!(". Finish {}", days_words(days)));
        self.said.set(format!("{text}{}", moved.unwrap_or_default()));
        self.show(Message { text, offer: undo.then_some(Offer::Undo), alarm: false });
    }

    /// Says what was refused or went wrong.
    pub fn complain(self, text: String) {
        self.said.set(text.clone());
        self.show(Message { text, offer: None, alarm: true });
    }

    /// Says by how many working days the finish has moved.
    pub(super) fn tell_shift(self, days: i64) {
        let shift = (days != 0).then_some(days);
        self.shift.set(shift);
        if shift.is_some() {
            set_timeout(
                move || {
                    if self.shift.get_untracked() == shift {
                        self.shift.set(None);
                    }
                },
                SHIFT_STAYS,
            );
        }
    }

    /// Shows a message for a while.
    pub(super) fn show(self, message: Message) {
        self.message.set(Some(message.clone()));
        set_timeout(
            move || {
                if self.message.with_untracked(|now| now.as_ref() == Some(&message)) {
                    self.message.set(None);
                }
            },
            MESSAGE_STAYS,
        );
    }
}
