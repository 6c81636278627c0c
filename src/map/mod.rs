//! The Map: what waits for what, who owns it, and when it is really done. One view with three lenses on the same
//! items: the network, the timeline and the register.
//!
//! Absent on purpose: rules of the schedule and places of cards. They are in the core.

mod camera;
mod network;
mod owners;
mod register;
mod timeline;

use leptos::prelude::*;
use unblock_core::view::{Page, Route};

use crate::session::session;
use network::Network;
use owners::OwnersStrip;
use register::Register;
use timeline::Timeline;

/// The Map.
#[component]
pub fn Map(
    /// Which lens.
    lens: Page,
) -> impl IntoView {
    let shown = match lens {
        Page::Timeline => view! { <Timeline /> }.into_any(),
        Page::Register => view! { <Register /> }.into_any(),
        _ => view! { <Network /> }.into_any(),
    };
    view! {
        <section class="map" aria-label="Map">
            <Lenses lens />
            <OwnersStrip />
            {shown}
        </section>
    }
}

/// The links from one lens to another.
#[component]
fn Lenses(
    /// The one that is shown.
    lens: Page,
) -> impl IntoView {
    let session = session();
    let link = move |(page, words): (Page, &'static str)| {
        let address = move || Route::Board(session.board.with(|board| board.id), page).to_string();
        let here = (page == lens).then_some("page");
        view! { <a class="view-link" href=address aria-current=here>{words}</a> }
    };
    let lenses = [(Page::Network, "Network"), (Page::Timeline, "Timeline"), (Page::Register, "Register")];
    view! { <nav class="lenses" aria-label="Lenses of the Map">{lenses.map(link)}</nav> }
}
