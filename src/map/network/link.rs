//! The chosen link: its type, its lag, and what the plan would be without it.

use leptos::prelude::*;
use unblock_core::board::{Board, Lag, Link, LinkKey, LinkKind};
use unblock_core::edit::{Action, Command};
use unblock_core::view::foretold;

use super::keys::focus_card;
use super::state::Net;
use crate::later::in_next_frame;
use crate::parts::{Choice, Icon, Shape};

/// How large the box is about, so that it stays in the window.
const BOX: (f64, f64) = (330.0, 280.0);

/// A box beside the chosen link.
#[component]
pub fn LinkBox(
    /// The network.
    net: Net,
) -> impl IntoView {
    let there =
        Memo::new(move |_| net.chosen.get().filter(|key| net.view.with(|view| view.wire(*key).is_some())));
    move || there.get().map(|key| view! { <Chosen net key /> })
}

#[component]
fn Chosen(
    /// The network.
    net: Net,
    /// The link.
    key: LinkKey,
) -> impl IntoView {
    let session = net.session();
    let ends = session.board.with_untracked(|board| ends(board, key));
    let lag = move || session.board.with(|board| board.links.get(&key).map_or(0, |lag| lag.get()));
    let without = move || {
        let command = Command { stamp: session.stamp(), action: Action::Unlink(key) };
        session.scene.with(|scene| foretold(scene, &command)).unwrap_or_default()
    };
    let kinds = LinkKind::ALL.map(|kind| (kind.letters().to_owned(), kind)).to_vec();
    let relink = move |kind: LinkKind| {
        let lag = session.board.with_untracked(|board| board.links.get(&key).copied().unwrap_or_default());
        if session.dispatch(Action::Relink { key, kind, lag }) {
            net.chosen.set(Some(LinkKey { kind, ..key }));
        }
    };
    let set_lag = move |text: String| match text.trim().replace('−', "-").parse::<i32>().map(Lag::try_from)
    {
        Ok(Ok(lag)) => _ = session.dispatch(Action::Link(Link { key, lag })),
        _ => session.complain("A lag is a number of working days, -10,000 to 10,000.".to_owned()),
    };
    let remove = move |_| {
        close(net);
        session.dispatch(Action::Unlink(key));
    };
    view! {
        <section class="link-box" data-tool="true" aria-label=format!("Link: {ends}") style:transform=move || place(net, key)
            on:keydown=move |event| if event.key() == "Escape" {
                event.stop_propagation();
                close(net);
            }>
            <p class="link-box-head">
                <span dir="auto">{ends.clone()}</span>
                <button type="button" class="icon-button" aria-label="Close" on:click=move |_| close(net)><Icon shape=Shape::Close /></button>
            </p>
            <p class="muted">{meaning(key.kind)}</p>
            <Choice label="Type" answers=kinds holds=Signal::stored(Some(key.kind)) choose=relink />
            <label class="link-box-row">"Lag in working days"
                <input type="number" class="field" step="1" min="-10000" max="10000" prop:value=move || lag().to_string()
                    on:change=move |event| set_lag(event_target_value(&event)) />
            </label>
            <p class="link-box-row">
                <button type="button" class="button" on:click=remove>"Remove"</button>
                <span class="muted">{move || format!("then {}", without())}</span>
            </p>
        </section>
    }
}

/// Closes the box; the focus goes back to the card.
fn close(net: Net) {
    net.chosen.set(None);
    if let Some(id) = net.session().selection.with_untracked(|selection| selection.focus) {
        in_next_frame(net.chosen, move || focus_card(net, id));
    }
}

fn ends(board: &Board, key: LinkKey) -> String {
    let title = |id| board.item(id).map(|item| item.title.to_string()).unwrap_or_default();
    format!("{} → {}", title(key.predecessor), title(key.successor))
}

const fn meaning(kind: LinkKind) -> &'static str {
    match kind {
        LinkKind::FinishToStart => "It starts when the other has finished.",
        LinkKind::StartToStart => "It starts when the other has started.",
        LinkKind::FinishToFinish => "It finishes when the other has finished.",
        LinkKind::StartToFinish => "It finishes when the other has started.",
    }
}

/// Below the link, inside of the window.
fn place(net: Net, key: LinkKey) -> Option<String> {
    let middle = net.view.with(|view| view.wire_middle(key))?;
    let (at, size) = (net.lens.camera.get().seen(middle), net.lens.size.get());
    let x = (at.x - BOX.0 / 2.0).min(size.width - BOX.0 - 8.0).max(8.0);
    let y = if at.y + 20.0 + BOX.1 > size.height { at.y - 20.0 - BOX.1 } else { at.y + 20.0 };
    let y = y.min(size.height - BOX.1).max(8.0);
    Some(format!("translate({x:.0}px, {y:.0}px)"))
}
