//! From the start to an open board.

use leptos::prelude::*;
use leptos::task::spawn_local;
use unblock_core::edit::Document;

use crate::frame::Frame;
use crate::preferences::Preferences;
use crate::session::Session;
use crate::store::Store;
use crate::{clock, measure};

/// The whole page.
#[component]
pub fn App() -> impl IntoView {
    let started = RwSignal::new(None::<Session>);
    spawn_local(async move {
        let store = Store::start().await;
        let preferences = Preferences::read(store.preferences().as_deref());
        let document =
            Document::new(unblock_core::board::Board::new(clock::new_board_id(), "Plan".parse().unwrap()));
        started.set(Some(Session::new(document, store, preferences)));
        ready();
    });
    move || started.get().map(|session| view! { <Frame session /> })
}

/// Takes the loading text away and tells the page's script that the app runs.
fn ready() {
    if let Some(boot) = document().get_element_by_id("boot") {
        boot.remove();
    }
    if let Some(root) = document().document_element() {
        // Setting an attribute with a valid name cannot fail.
        _ = root.set_attribute("data-ready", "true");
    }
    measure::end_start();
}
