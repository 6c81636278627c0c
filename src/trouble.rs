//! What stands in the place of a board that cannot be shown: what is wrong, that nothing is lost, and what to do.

use leptos::prelude::*;
use leptos::task::spawn_local;
use unblock_core::board::{BoardId, Name};
use unblock_core::edit::Document;
use unblock_core::view::Route;

use crate::app::add_board;
use crate::clock;
use crate::session::{Session, Shown, session};
use crate::transfer::download;

/// Why there is no board, in words.
#[component]
pub fn Trouble() -> impl IntoView {
    let session = session();
    let texts = move |id: BoardId| {
        let store = session.store();
        view! {
            <button type="button" class="button primary"
                on:click=move |_| download(&format!("unblock-{id}.txt"), "text/plain", &store.raw_texts(id))>
                "Download what is stored"
            </button>
        }
    };
    let earlier = move |id: BoardId| {
        session.store().previous(id).map(|document| {
            let name = document.board.about.name.to_string();
            view! {
                <button type="button" class="button" on:click=move |_| open_copy(session, document.clone())>
                    "Open the version before as a board of its own: "{name}
                </button>
            }
        })
    };
    view! {
        {move || match session.shown.get() {
            Shown::Board | Shown::Opening => ().into_any(),
            Shown::Missing => view! {
                <h1>"This board is not in this browser"</h1>
                <p>"It may be in another browser or on another machine, or it was deleted here."</p>
            }.into_any(),
            Shown::Newer { id, format } => view! {
                <h1>"A newer version of Unblock wrote this board"</h1>
                <p>"It is in format "{format}", which this version does not know. It is left as it is. Reload the page to get the newer version, or download what is stored."</p>
                {texts(id)}
            }.into_any(),
            Shown::Unreadable { id, why } => view! {
                <h1>"This board cannot be read"</h1>
                <p>{why}</p>
                <p>"Nothing was overwritten: what is stored stays as it is, and can be downloaded."</p>
                <p class="import-buttons">{texts(id)}{earlier(id)}</p>
            }.into_any(),
            Shown::Failed(why) => view! {
                <h1>"The browser's storage failed"</h1>
                <p>{why}</p>
            }.into_any(),
        }}
        <p><a href=Route::Boards.to_string()>"All boards"</a></p>
    }
}

/// Keeps the version before of a board as a board of its own and opens it. Says where there is none.
pub fn open_before(session: Session, id: BoardId) {
    match session.store().previous(id) {
        Some(document) => open_copy(session, document),
        None => session
            .tell("There is no version before: it comes with the first hundred edits".to_owned(), false),
    }
}

fn open_copy(session: Session, document: Document) {
    let mut board = (*document.board).clone();
    board.id = clock::new_board_id();
    let name = format!("{} (version before)", board.about.name);
    board.about.name = Name::shortened(&name).unwrap_or(board.about.name);
    spawn_local(async move { _ = add_board(session, &Document::new(board)).await });
}
