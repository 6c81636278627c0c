//! What the list of boards asks of the store, in the words of the list. What fails is said.
//!
//! Absent on purpose: how boards are stored. What needs a board's content opens the board first.

use leptos::prelude::*;
use leptos::task::spawn_local;
use unblock_core::board::{Board, BoardId, Name};
use unblock_core::edit::Document;
use unblock_core::example::example;
use unblock_core::store::{BoardCard, Condition};
use unblock_core::view::{Page, Route};

use crate::session::{Session, Shown};
use crate::store::StoreError;
use crate::{app, clock, transfer};

/// All boards, those in the trash too, the last edited first. The open one is told as it is now.
pub fn list(session: Session) -> Vec<BoardCard> {
    let mut cards = session.store().boards();
    if session.shown.get_untracked() == Shown::Board {
        let now = session.board.with_untracked(|board| BoardCard::of(board, clock::now()));
        match cards.iter_mut().find(|card| card.id == now.id) {
            Some(card) => freshen(card, now),
            None => cards.insert(0, now),
        }
    }
    cards
}

/// What the board itself knows better than its card.
fn freshen(card: &mut BoardCard, now: BoardCard) {
    let Condition::Known { name: name_now, items: items_now, .. } = now.condition else { return };
    if let Condition::Known { name, items, .. } = &mut card.condition {
        (*name, *items) = (name_now, items_now);
    }
}

/// Goes to a page of a board.
pub fn open(session: Session, id: BoardId, page: Page) {
    session.go_to(Route::Board(id, page));
}

/// A new board with this name, or with a usual one where the text is none. It is opened.
pub fn create(session: Session, text: &str) {
    let name = Name::shortened(text).or_else(|_| app::FIRST_NAME.parse()).unwrap_or_default();
    spawn_local(keep_and_open(
        session,
        Board::new(clock::new_board_id(), name).starting(session.today.get_untracked()),
    ));
}

/// The example board, with dates around today. It is opened.
pub fn create_example(session: Session) {
    let board = example(clock::new_board_id(), session.today.get_untracked());
    spawn_local(keep_and_open(session, board));
}

/// A copy of a board, without its past. It is opened.
pub fn duplicate(session: Session, id: BoardId) {
    spawn_local(async move {
        if !bring_up(session, id).await {
            return;
        }
        let mut copy = session.board.with_untracked(|board| (**board).clone());
        copy.id = clock::new_board_id();
        let name = format!("{} (copy)", copy.about.name);
        copy.about.name = Name::shortened(&name).unwrap_or(copy.about.name);
        keep_and_open(session, copy).await;
    });
}

/// Downloads a board as a board file. It is the open one then.
pub fn download(session: Session, id: BoardId) {
    spawn_local(async move {
        if bring_up(session, id).await {
            transfer::download_board(session);
        }
    });
}

/// Puts a board into the trash.
pub async fn trash(session: Session, id: BoardId) -> bool {
    step_aside(session, id).await;
    told(session, session.store().trash(id, session.today.get_untracked()))
}

/// Takes a board out of the trash.
pub fn restore(session: Session, id: BoardId) -> bool {
    told(session, session.store().restore(id))
}

/// Deletes everything of a board.
pub async fn delete(session: Session, id: BoardId) -> bool {
    step_aside(session, id).await;
    told(session, session.store().delete_for_good(id).await)
}

/// True where it was done; else the reason is told.
fn told(session: Session, outcome: Result<(), StoreError>) -> bool {
    if let Err(error) = &outcome {
        session.complain(format!("That was not done: {error}."));
    }
    outcome.is_ok()
}

async fn keep_and_open(session: Session, board: Board) {
    let document = Document::new(board);
    let kept = session.store().create(&document).await;
    if told(session, kept) {
        open(session, document.board.id, Page::Matrix);
    }
}

fn is_open(session: Session, id: BoardId) -> bool {
    session.shown.get_untracked() == Shown::Board && session.board.with_untracked(|board| board.id == id)
}

/// Makes a board the open one while the list stays in view. False where it cannot be opened; going there says why.
async fn bring_up(session: Session, id: BoardId) -> bool {
    if !is_open(session, id) {
        app::open(session, id).await;
    }
    let is_up = is_open(session, id);
    if !is_up {
        open(session, id, Page::Matrix);
    }
    is_up
}

/// Where a board is the open one, another is opened in its place: a board in the trash is not worked on.
async fn step_aside(session: Session, id: BoardId) {
    if !is_open(session, id) {
        return;
    }
    let cards = session.store().boards();
    let usable =
        |card: &&BoardCard| card.id != id && matches!(card.condition, Condition::Known { trashed: None, .. });
    if let Some(other) = cards.iter().find(usable) {
        app::open(session, other.id).await;
        return;
    }
    let fresh = Document::new(app::first(clock::new_board_id(), session.today.get_untracked()));
    let kept = session.store().create(&fresh).await;
    if told(session, kept) {
        app::open(session, fresh.board.id).await;
    }
}
