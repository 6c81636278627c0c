//! The tray under the network: items that no link joins wait there.

use leptos::html;
use leptos::prelude::*;
use unblock_core::board::ItemId;

use super::pointer::{cancel, click, press, release, travel};
use super::state::Net;
use crate::format::counted;
use crate::parts::{Size, watch_size};

/// How wide a chip is with the space behind it, in CSS pixels.
const CHIP: f64 = 216.0;

/// The tray, where there is something in it. Only the chips in sight are in the page.
#[component]
pub fn Tray(
    /// The network.
    net: Net,
) -> impl IntoView {
    let list = NodeRef::<html::Div>::new();
    let (size, scrolled) = (RwSignal::new(Size::default()), RwSignal::new(0.0_f64));
    Effect::new(move |_| {
        if let Some(list) = list.get() {
            watch_size(&list, size);
        }
    });
    let count = Memo::new(move |_| net.view.with(|view| view.loose.len()));
    let window = Memo::new(move |_| {
        let (first, seen) = (whole(scrolled.get() / CHIP), whole(size.get().width / CHIP) + 2);
        (first.saturating_sub(1), (first + seen).min(count.get()))
    });
    let shown = move || {
        let (first, end) = window.get();
        net.view.with(|view| {
            let loose = view.loose.get(first..end.min(view.loose.len())).unwrap_or_default();
            loose.iter().enumerate().map(|(at, id)| (first + at, *id)).collect::<Vec<_>>()
        })
    };
    view! {
        <Show when=move || { count.get() > 0 }>
            <section class="net-tray" aria-label="Without links">
                <p class="net-tray-name">{move || format!("{} without links", counted(count.get(), "item", "items"))}</p>
                <div class="net-tray-list" role="list" aria-label="Items without links" node_ref=list
                    on:scroll=move |_| if let Some(list) = list.get_untracked() { scrolled.set(f64::from(list.scroll_left())) }
                    on:pointerdown=move |event| press(net, &event)
                    on:pointermove=move |event| travel(net, &event)
                    on:pointerup=move |event| release(net, &event)
                    on:pointercancel=move |event| { net.lens.release(&event); cancel(net); }
                    on:click=move |event| click(net, &event)>
                    <div class="net-tray-room" role="presentation" style:width=move || format!("{:.0}px", real(count.get()) * CHIP)>
                        <For each=shown key=|chip| *chip children=move |(at, id)| view! { <Chip net id at /> } />
                    </div>
                </div>
            </section>
        </Show>
    }
}

/// An item of the tray, with a handle to link from.
#[component]
fn Chip(
    /// The network.
    net: Net,
    /// Which item.
    id: ItemId,
    /// Its place in the tray.
    at: usize,
) -> impl IntoView {
    let session = net.session();
    let title = move || session.board.with(|board| board.item(id).map(|item| item.title.to_string()));
    let is_done =
        move || session.board.with(|board| board.item(id).is_some_and(|item| item.progress.is_done()));
    view! {
        <div role="listitem" class="chip" data-node=id.to_string()
            class:chip-quiet=move || is_done() || net.dimmed.with(|dimmed| dimmed.contains(&id))
            class:node-target=move || net.over.get() == Some(id) && net.linking().is_some()
            class:chip-open=move || session.selection.with(|s| s.open == Some(id))
            style:transform=format!("translateX({:.0}px)", real(at) * CHIP)
            aria-posinset=(at + 1).to_string() aria-setsize=move || net.view.with(|view| view.loose.len().to_string())>
            <button type="button" class="chip-title" title=title dir="auto">{title}{move || is_done().then_some(" · done")}</button>
            <button type="button" class="chip-handle" data-handle="true" tabindex="-1"
                aria-label=move || title().map(|title| format!("Link from {title}"))>"→"</button>
        </div>
    }
}

#[expect(clippy::cast_precision_loss, reason = "chips are few")]
fn real(count: usize) -> f64 {
    count as f64
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "chips are few, and the cast saturates"
)]
fn whole(chips: f64) -> usize {
    chips as usize
}
