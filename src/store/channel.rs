//! What tabs with the same board say to each other, over a channel of the browser.

use unblock_core::board::BoardId;
use unblock_core::store::Message;
use wasm_bindgen::prelude::*;
use web_sys::{BroadcastChannel, MessageEvent};

/// The channel of a board. Closed when dropped.
pub(super) struct Channel {
    channel: Option<BroadcastChannel>,
    _heard: Closure<dyn FnMut(MessageEvent)>,
}

impl Channel {
    /// Opens it. Where the browser has none, nothing is heard, and whoever asks takes over after a while.
    pub(super) fn open(board: BoardId, hear: impl Fn(Message) + 'static) -> Self {
        let heard = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            if let Some(message) = event.data().as_string().and_then(|word| Message::heard(&word)) {
                hear(message);
            }
        });
        let channel = BroadcastChannel::new(&format!("unblock/board/{board}")).ok();
        if let Some(channel) = &channel {
            channel.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        }
        Self { channel, _heard: heard }
    }

    /// Says something to the other tabs.
    pub(super) fn say(&self, message: Message) {
        _ = self.channel.as_ref().map(|channel| channel.post_message(&message.word().into()));
    }
}

impl Drop for Channel {
    fn drop(&mut self) {
        if let Some(channel) = &self.channel {
            channel.set_onmessage(None);
            channel.close();
        }
    }
}
