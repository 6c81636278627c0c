//! One card of the network.

use leptos::prelude::*;
use unblock_core::board::ItemId;
use unblock_core::schedule::Criticality;
use unblock_core::view::{Node, NodeCard, Reach, node_card, spoken};

use super::state::{Level, Net};

/// A card at its place. What it is pressed, clicked and typed for is heard by the window.
#[component]
pub fn NetworkCard(
    /// The network.
    net: Net,
    /// Which item.
    id: ItemId,
    /// The card that can be reached with Tab.
    entry: Memo<Option<ItemId>>,
) -> impl IntoView {
    let session = net.session();
    let node = Memo::new(move |_| net.view.with(|view| view.node(id).cloned()));
    let card = Memo::new(move |_| {
        let mut node = session.scene.with(|scene| node_card(scene, id))?;
        node.card.score = session.score_of(id);
        Some(node)
    });
    let class = Memo::new(move |_| card.with(|card| card.as_ref().map(|card| class(net, id, card))));
    // Places, not transforms: a thousand of these would be a thousand layers to look through in each frame.
    let left = move || node.with(|node| node.as_ref().map(|node| format!("{:.1}px", node.at.x)));
    let top = move || node.with(|node| node.as_ref().map(|node| format!("{:.1}px", node.at.y)));
    let label = move || {
        let words = |card: &NodeCard| session.scene.with(|scene| spoken(scene, card, &net.say()));
        card.with(|card| card.as_ref().map(words))
    };
    let place = move || net.view.with(|view| view.place(id).map(|place| (place + 1).to_string()));
    let title = move || card.with(|card| card.as_ref().map(|card| card.card.title.clone()));
    view! {
        <div role="listitem" class=move || class.get() data-node=id.to_string() style:left=left style:top=top
            tabindex=move || if entry.get() == Some(id) { "0" } else { "-1" }
            aria-label=label aria-posinset=place aria-setsize=move || net.view.with(|view| view.nodes.len().to_string())
            aria-current=move || session.selection.with(|s| (s.open == Some(id)).then_some("true")) title=title>
            {move || {
                let shown = card.with(|card| card.as_ref().is_some_and(|card| shows_text(net, card)));
                if !shown { return view! { <div class="node-face"></div> }.into_any() }
                let (card, node) = (card.get(), node.get());
                card.zip(node).map(|(card, node)| face(net, &card, &node)).into_any()
            }}
        </div>
    }
}

fn shows_text(net: Net, card: &NodeCard) -> bool {
    match net.level.get() {
        Level::Whole => true,
        Level::Critical => card.criticality == Criticality::Critical,
        Level::Block => false,
    }
}

/// The classes of a card: each is said in words too.
fn class(net: Net, id: ItemId, card: &NodeCard) -> String {
    let reach = net.reach.with(|reach| {
        let place = net.view.with(|view| view.place(id))?;
        reach.as_ref().and_then(|reach| reach.get(place).copied())
    });
    let is_target = net.over.get() == Some(id) && net.linking().is_some();
    let flags = [
        (card.criticality == Criticality::Critical, " node-critical"),
        (card.card.is_done, " node-done"),
        (card.is_guess, " node-guess"),
        (!card.card.is_work, " node-external"),
        (reach == Some(Reach::Outside) || net.dimmed.with(|dimmed| dimmed.contains(&id)), " node-quiet"),
        (matches!(reach, Some(Reach::Before(true) | Reach::After(true))), " node-lit"),
        (reach == Some(Reach::Item), " node-open"),
        (net.session().selection.with(|s| s.chosen.contains(&id)), " node-open"),
        (is_target, " node-target"),
        (net.linking() == Some(id), " node-source"),
    ];
    flags.iter().filter(|(on, _)| *on).fold("node".to_owned(), |all, (_, name)| all + name)
}

/// What stands on it, with its handle and its stubs.
fn face(net: Net, card: &NodeCard, node: &Node) -> AnyView {
    let view = &card.card;
    let (name, initials) =
        view.owner.as_ref().map(|owner| (owner.name.clone(), owner.initials.clone())).unzip();
    let reason = card.reason();
    let stub = |count: usize, class: &'static str, words: &str, side: &'static str| {
        let label = format!("Show {count} more that {words} {}", view.title);
        let shown = if side == "before" { format!("‹ {count}") } else { format!("{count} ›") };
        (count > 0).then(|| {
            view! { <button type="button" class=class tabindex="-1" data-stub=side aria-label=label>{shown}</button> }
        })
    };
    view! {
        <div class="node-face">
            <p class="node-title" dir="auto">
                {view.giver.clone().map(|giver| view! { <span class="node-giver">{giver}" · "</span> })}
                {view.title.clone()}
            </p>
            <p class="node-line" aria-hidden="true">
                {(name.is_some() || view.needs_owner).then(|| view! {
                    <span class="ring" class:ring-empty=name.is_none() title=name.unwrap_or_else(|| "Nobody owns this".to_owned())>{initials}</span>
                })}
                <span class="node-when">{card.when(&net.say())}</span>
                {view.score.as_deref().and_then(|score| score.split_once(' ')).map(|(_, figure)| view! {
                    <span class="card-score">{figure.to_owned()}</span>
                })}
                {reason.map(|(words, alarm)| view! { <span class="card-reason" class:alarm=alarm>{words}</span> })}
            </p>
        </div>
        {stub(node.hidden_before, "stub stub-before", "come before", "before")}
        {stub(node.hidden_after, "stub stub-after", "come after", "after")}
        <button type="button" class="node-handle" tabindex="-1" data-handle="true" aria-label=format!("Link from {}", view.title)>"→"</button>
    }
    .into_any()
}
