//! The list of things said no to: what, why, by whom and when. The reason is edited in place.

use leptos::prelude::*;
use unblock_core::board::{ItemField, ItemId, Quadrant};
use unblock_core::edit::{Action, Place};
use unblock_core::view::{Page, READY_REASONS, RefusedView, refused};

use super::copy::CopyButton;

use super::markdown;
use super::rows::{FIRST, More, leave_line};
use crate::format::{counted, day};
use crate::parts::{Word, WordOptions};
use crate::session::{Session, session};

/// The page.
#[component]
pub fn Refused() -> impl IntoView {
    let session = session();
    let list = Memo::new(move |_| session.board.with(|board| refused(board)));
    let count = Signal::derive(move || list.with(Vec::len));
    let shown = RwSignal::new(FIRST);
    let ids = move || list.with(|list| list.iter().take(shown.get()).map(|line| line.id).collect::<Vec<_>>());
    let text = move || {
        let name = session.board.with_untracked(|board| board.about.name.to_string());
        list.with_untracked(|list| markdown::list(&name, list))
    };
    let copied = move || format!("{} copied as Markdown", counted(count.get_untracked(), "line", "lines"));
    view! {
        <div class="sheet">
            <header class="sheet-head">
                <h1 tabindex="-1">"Said no"</h1>
                <Show when=move || { count.get() > 0 }>
                    <span class="muted">{move || counted(count.get(), "item", "items")}</span>
                    <CopyButton text done=copied />
                </Show>
            </header>
            <Show when=move || { count.get() > 0 } fallback=move || view! { <Nothing /> }>
                <ul class="rows">
                    <For each=ids key=|id| *id children=move |id| view! { <Line list id /> } />
                </ul>
                <More shown all=count />
            </Show>
        </div>
    }
}

/// What the page is for, where it has nothing to show.
#[component]
fn Nothing() -> impl IntoView {
    let session = session();
    let name = move || session.board.with(|board| board.about.quadrants.name(Quadrant::Eliminate).to_owned());
    view! {
        <div class="sheet-empty">
            <p class="sheet-empty-head">"Nothing was refused yet."</p>
            <p class="muted">
                "Put an item into "<b dir="auto">{name}</b>" and say why. Here stands what you do not do, and why, with who \
                said it and when: the answer for the next time somebody asks."
            </p>
            <button type="button" class="button primary" on:click=move |_| session.go(Page::Matrix)>"To the Matrix"</button>
        </div>
    }
}

/// One refused item.
#[component]
fn Line(
    /// All of them.
    list: Memo<Vec<RefusedView>>,
    /// Which.
    id: ItemId,
) -> impl IntoView {
    let session = session();
    let line = Memo::new(move |_| list.with(|list| list.iter().find(|line| line.id == id).cloned()));
    let title = Signal::derive(move || line.get().map(|line| line.title).unwrap_or_default());
    let reason = Signal::derive(move || line.get().map(|line| line.reason).unwrap_or_default());
    let told = move || line.get().map(|line| told(&line, session)).unwrap_or_default();
    let options = WordOptions { choices: READY_REASONS.map(str::to_owned).to_vec(), picker: false };
    let back = move |_| leave_line(|| session.put(vec![id], None, Place::Bottom));
    view! {
        <li class="row">
            <div class="row-main">
                <p class="row-title" dir="auto">{title}</p>
                <div class="row-line">
                    <Word label=format!("Why not {}", title.get_untracked()) value=reason blank="Say why"
                        options=Signal::stored(options) commit=move |text: String| give_reason(session, id, &text) />
                    <span class="muted" dir="auto">{told}</span>
                </div>
            </div>
            <button type="button" class="button" data-row-action="" aria-label=move || format!("Put back into the Inbox: {}", title.get()) on:click=back>
                "Put back into the Inbox"
            </button>
        </li>
    }
}

/// Who said no and when, as far as it is known.
fn told(line: &RefusedView, session: Session) -> String {
    let on = line.on.map(|on| day(on, session.today.get()));
    let words: Vec<String> = line.by.clone().into_iter().chain(on).collect();
    words.join(" · ")
}

/// The new reason; who said no and when stays.
fn give_reason(session: Session, id: ItemId, text: &str) -> Result<(), String> {
    let held = session.board.with_untracked(|board| board.item(id).and_then(|item| item.refusal.clone()));
    let mut refusal = held.unwrap_or_default();
    text.trim().clone_into(&mut refusal.reason);
    session.attempt(Action::Edit { items: vec![id], field: ItemField::Refusal(Some(refusal)) })
}
