//! The left column: the Inbox, or the item that is open.

use leptos::prelude::*;

use crate::inbox::Inbox;
use crate::panel::Panel;
use crate::session::session;

/// The left column.
#[component]
pub fn Side() -> impl IntoView {
    let session = session();
    let open = Memo::new(move |_| session.selection.with(|selection| selection.open));
    view! {
        <aside class="side" aria-label="Inbox and item">
            {move || match open.get() {
                Some(id) => view! { <Panel id /> }.into_any(),
                None => view! { <Inbox /> }.into_any(),
            }}
        </aside>
    }
}
