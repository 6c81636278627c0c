//! What is said: the message at the end of the headline, and the live region.

use std::time::Duration;

use leptos::prelude::*;
use unblock_core::view::{Filter, days_words, straight};

use super::{Message, Offer, Session};

/// How long a message stays.
const MESSAGE_STAYS: Duration = Duration::from_secs(12);

/// How long a move of the finish stays beside it.
const SHIFT_STAYS: Duration = Duration::from_secs(4);

/// How long the filter is left alone before it is said what it shows: not at every letter.
const TYPING_PAUSES: Duration = Duration::from_millis(600);

impl Session {
    /// Says how many items are shown whenever that is asked for anew.
    pub fn tell_what_is_shown(self) {
        let timer = StoredValue::new(None::<TimeoutHandle>);
        let say = move || {
            let (shown, all) =
                self.scene.with_untracked(|scene| self.filter.with_untracked(|f| f.count(scene)));
            self.said.set(format!("{shown} of {all} shown"));
        };
        Effect::new(move |before: Option<Filter>| {
            let now = self.filter.get();
            if before.is_some_and(|before| before != now) {
                if let Some(old) = timer.get_value() {
                    old.clear();
                }
                // Without a timer it is not said.
                timer.set_value(set_timeout_with_handle(say, TYPING_PAUSES).ok());
            }
            now
        });
    }

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
        self.shift.set((days != 0).then_some(days));
        hide_after(self.shift, self.shift_timer, SHIFT_STAYS);
    }

    /// Shows a message for a while.
    pub(super) fn show(self, mut message: Message) {
        message.text = straight(&message.text);
        self.message.set(Some(message));
        hide_after(self.message, self.message_timer, MESSAGE_STAYS);
    }
}

/// Takes away what is shown after a while, counted from now: a timer of what was shown before is stopped.
fn hide_after<T: Send + Sync + 'static>(
    shown: RwSignal<Option<T>>,
    timer: StoredValue<Option<TimeoutHandle>>,
    stays: Duration,
) {
    if let Some(old) = timer.get_value() {
        old.clear();
    }
    // Without a timer it stays until the next.
    timer.set_value(set_timeout_with_handle(move || shown.set(None), stays).ok());
}
