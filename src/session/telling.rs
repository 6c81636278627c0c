//! What is said: the message at the end of the headline, and the live region.

use std::time::Duration;

use leptos::prelude::*;

use super::{Message, Offer, Session};

/// How long a message stays.
const MESSAGE_STAYS: Duration = Duration::from_secs(12);

impl Session {
    /// Says what was done.
    pub fn tell(self, text: String, undo: bool) {
        self.said.set(text.clone());
        self.show(Message { text, offer: undo.then_some(Offer::Undo), alarm: false });
    }

    /// Says what was refused or went wrong.
    pub fn complain(self, text: String) {
        self.said.set(text.clone());
        self.show(Message { text, offer: None, alarm: true });
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
