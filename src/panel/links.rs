//! What the item waits for and what waits for it, in plain form.

use leptos::prelude::*;
use unblock_core::board::{Board, ItemId, Link, LinkKey, LinkKind};
use unblock_core::edit::Action;

use crate::parts::{Icon, Shape, Word, WordOptions};
use crate::session::session;

/// Both lists, and a blank for one more.
#[component]
pub fn Links(
    /// Which item.
    id: ItemId,
) -> impl IntoView {
    let session = session();
    let before = move || {
        session
            .board
            .with(|board| board.waits_for(id).map(|l| line(board, l, l.key.predecessor)).collect::<Vec<_>>())
    };
    let after = move || {
        session
            .board
            .with(|board| board.awaited_in(id).map(|l| line(board, l, l.key.successor)).collect::<Vec<_>>())
    };
    let others = Signal::derive(move || WordOptions {
        choices: session.board.with(|board| {
            board.live().into_iter().filter(|i| i.id != id).map(|i| i.title.to_string()).collect()
        }),
        picker: false,
    });
    let find = move |text: &str| {
        let wanted = text.trim().to_lowercase();
        session.board.with_untracked(|board| {
            let same = |title: &str| title.to_lowercase() == wanted;
            board.live().into_iter().find(|item| same(item.title.as_str())).map(|item| item.id)
        })
    };
    let commit = move |text: String| {
        if text.trim().is_empty() {
            return Ok(());
        }
        let predecessor = find(&text).ok_or("No item is called so.")?;
        session.attempt(Action::link(LinkKey { predecessor, successor: id, kind: LinkKind::FinishToStart }))
    };
    view! {
        <div class="panel-links">
            <p class="sentence">"Waits for " <Word label="Waits for" value=Signal::derive(String::new) blank="what?" options=others commit /></p>
            <LinkList links=Signal::derive(before) />
            <Show when=move || !after().is_empty()><p class="sentence">"Waited for by"</p></Show>
            <LinkList links=Signal::derive(after) />
        </div>
    }
}

/// A link as a line: which, the other item, and its type where it is not the usual one.
type Line = (LinkKey, ItemId, String);

fn line(board: &Board, link: Link, other: ItemId) -> Line {
    let title = board.item(other).map(|item| item.title.to_string()).unwrap_or_default();
    let lag = match link.lag.get() {
        0 => String::new(),
        lag => format!("{lag:+} d"),
    };
    let kind = if link.key.kind == LinkKind::FinishToStart { "" } else { link.key.kind.letters() };
    let words = format!("{title} {kind}{lag}");
    (link.key, other, words.trim().to_owned())
}

#[component]
fn LinkList(
    /// The lines.
    links: Signal<Vec<Line>>,
) -> impl IntoView {
    let session = session();
    view! {
        <ul class="link-list">
            <For each=move || links.get() key=|line| line.clone() children=move |(key, other, words)| {
                let label = format!("Remove the link to {words}");
                view! {
                    <li>
                        <button type="button" class="link" dir="auto" on:click=move |_| session.selection.update(|s| s.open(other))>{words}</button>
                        <button type="button" class="icon-button" aria-label=label
                            on:click=move |_| _ = session.dispatch(Action::Unlink(key))><Icon shape=Shape::Close /></button>
                    </li>
                }
            } />
        </ul>
    }
}
