//! What the item waits for and what waits for it: each link with its type and lag.

use leptos::prelude::*;
use unblock_core::board::{Board, ItemId, Link, LinkKey, LinkKind};
use unblock_core::edit::{Action, Side};
use unblock_core::exchange::typed_link;

use crate::parts::{Icon, Shape, Word, WordOptions};
use crate::session::{Waits, session};

/// Both lists, each with a blank that asks for one more.
#[component]
pub fn Links(
    /// Which item.
    id: ItemId,
) -> impl IntoView {
    let session = session();
    let ask = move |side: Side| session.waits.set(Some(Waits { item: id, side }));
    view! {
        <div class="panel-links">
            <p class="sentence">"Waits for "
                <button type="button" id="ask-waits-for" class="word word-blank" aria-label="Waits for what?" on:click=move |_| ask(Side::Before)>"what?"</button>
            </p>
            <LinkList id side=Side::Before />
            <p class="sentence">"Waited for by "
                <button type="button" id="ask-awaited-by" class="word word-blank" aria-label="Waited for by whom?" on:click=move |_| ask(Side::After)>"whom?"</button>
            </p>
            <LinkList id side=Side::After />
        </div>
    }
}

/// A link as a line: which, the other item, and its type with its lag.
type Line = (LinkKey, ItemId, String);

fn line(board: &Board, link: Link, other: ItemId) -> Option<(Line, String)> {
    let item = board.item(other).filter(|item| item.trashed.is_none())?;
    Some(((link.key, other, link.tie()), item.title.to_string()))
}

fn lines(board: &Board, id: ItemId, side: Side) -> Vec<(Line, String)> {
    match side {
        Side::Before => board.waits_for(id).filter_map(|l| line(board, l, l.key.predecessor)).collect(),
        Side::After => board.awaited_in(id).filter_map(|l| line(board, l, l.key.successor)).collect(),
    }
}

/// The links of an item on one side, each to be opened, changed and removed.
#[component]
pub fn LinkList(
    /// Which item.
    id: ItemId,
    /// On which side of it.
    side: Side,
) -> impl IntoView {
    let session = session();
    let links = move || session.board.with(|board| lines(board, id, side));
    view! {
        <ul class="link-list">
            <For each=links key=|line| line.clone() children=|((key, other, tie), title)| view! { <LinkLine key other tie title /> } />
        </ul>
    }
}

#[component]
fn LinkLine(
    /// Which link.
    key: LinkKey,
    /// The item at its other end.
    other: ItemId,
    /// Its type and lag.
    tie: String,
    /// What the other item is called.
    title: String,
) -> impl IntoView {
    let session = session();
    let commit = move |text: String| {
        let (kind, lag) = typed_link(&text)?;
        session.attempt(Action::Relink { key, kind, lag })
    };
    let kinds =
        WordOptions { choices: LinkKind::ALL.map(|kind| kind.letters().to_owned()).to_vec(), picker: false };
    let label = format!("Remove the link to {title}");
    let tie = Signal::stored(tie);
    view! {
        <li>
            <button type="button" class="link" dir="auto" on:click=move |_| session.selection.update(|s| s.open(other))>{title.clone()}</button>
            <span class="link-tie"><Word label=format!("Link to {title}") value=tie blank="FS" options=Signal::stored(kinds) commit /></span>
            <button type="button" class="icon-button" aria-label=label
                on:click=move |_| _ = session.dispatch(Action::Unlink(key))><Icon shape=Shape::Close /></button>
        </li>
    }
}
