//! What becomes of the boards of a file that holds everything: nothing that is here is replaced or changed.
//!
//! A board that is not here comes as it is stored there, with its history, its older copy and its place in the trash.
//! One that is here with another content comes as a second board beside it, once: the same file again brings nothing more.

use super::aside::{asides, put_aside};
use super::card::{BoardCard, Condition, boards, write_card};
use super::everything::Brought;
use super::keys::Key;
use super::port::{Shelf, ShelfError, units};
use super::recover::{Loaded, recover};
use super::save::Saver;
use crate::board::{Board, BoardId, Name, sort_by};
use crate::edit::Document;

/// What a board of the file is to those that are here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It is not here, and comes as it is.
    New,
    /// It is here with the same content, or has come beside the one that is: nothing is to be done.
    Same,
    /// It is here with another content, and comes as a second board.
    Second,
    /// It cannot be read and there is something of it here: its texts come to those that are kept aside.
    Aside,
}

/// A board of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coming {
    /// What is known of it.
    pub card: BoardCard,
    /// What becomes of it.
    pub fate: Fate,
    /// The room that it takes, in UTF-16 units.
    pub units: usize,
}

/// The boards of the file, the last edited first, and what would become of each.
pub fn coming(brought: &Brought, here: &dyn Shelf) -> Result<Vec<Coming>, ShelfError> {
    let mut all = Vec::new();
    for mut card in boards(&brought.shelf)? {
        // The card can be older than the board.
        if let (Condition::Known { name, items, .. }, Some(board)) =
            (&mut card.condition, board_on(&brought.shelf, card.id)?)
        {
            (*name, *items) = (board.about.name.clone(), board.live().len());
        }
        let fate = fate(&brought.shelf, here, card.id)?;
        let mut taken = 0;
        for key in keys_of(&brought.shelf, card.id)? {
            taken += brought.shelf.get(key)?.map_or(0, |text| units(&text) + units(&key.to_string()));
        }
        let units = if fate == Fate::Same { 0 } else { taken };
        all.push(Coming { card, fate, units });
    }
    Ok(all)
}

fn fate(file: &dyn Shelf, here: &dyn Shelf, id: BoardId) -> Result<Fate, ShelfError> {
    if keys_of(here, id)?.is_empty() {
        return Ok(Fate::New);
    }
    let mut differs = false;
    for key in keys_of(file, id)? {
        differs |= file.get(key)? != here.get(key)?;
    }
    if !differs {
        return Ok(Fate::Same);
    }
    Ok(match (board_on(file, id)?, board_on(here, id)?) {
        (Some(theirs), Some(ours)) if theirs == ours => Fate::Same,
        (Some(theirs), _) if has_come(here, &theirs)? => Fate::Same,
        (Some(_), _) => Fate::Second,
        (None, _) => Fate::Aside,
    })
}

/// Whether a board came beside another before, and nobody has changed it since.
fn has_come(here: &dyn Shelf, theirs: &Board) -> Result<bool, ShelfError> {
    let mut twin = beside(theirs.clone(), theirs.id);
    for card in boards(here)? {
        twin.id = card.id;
        let is_called_so =
            matches!(&card.condition, Condition::Known { name, .. } if *name == twin.about.name);
        if is_called_so && board_on(here, card.id)?.as_ref() == Some(&twin) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// A board of the file as it comes beside the one that is here.
fn beside(mut board: Board, id: BoardId) -> Board {
    board.id = id;
    let name = format!("{} (restored)", board.about.name);
    board.about.name = Name::shortened(&name).unwrap_or(board.about.name);
    board
}

fn board_on(shelf: &dyn Shelf, id: BoardId) -> Result<Option<Board>, ShelfError> {
    Ok(match recover(shelf, id, None)? {
        Loaded::Open(opened) => Some((*opened.document.board).clone()),
        _ => None,
    })
}

/// The keys of what makes a board, in the order in which each that was written leaves a whole board.
fn keys_of(shelf: &dyn Shelf, id: BoardId) -> Result<Vec<Key>, ShelfError> {
    let is_other = |key: &Key| matches!(key, Key::Aside(..) | Key::Lease(_) | Key::Watch(_));
    let is_part = |key: &Key| key.board() == Some(id) && !is_other(key);
    let mut keys: Vec<Key> = shelf.keys()?.into_iter().filter(is_part).collect();
    sort_by(&mut keys, |a, b| place(*a).cmp(&place(*b)));
    Ok(keys)
}

const fn place(key: Key) -> (u8, u64) {
    match key {
        Key::Now(_) => (0, 0),
        Key::Log(_, revision) => (1, revision),
        _ => (2, 0),
    }
}

/// Takes a board of the file; where it comes as a second one, under a new id. What was written of it before something
/// failed goes again. Gives the id that it has here.
pub fn restore_board(
    brought: &Brought,
    here: &dyn Shelf,
    coming: &Coming,
    new_id: BoardId,
) -> Result<BoardId, ShelfError> {
    let (file, id) = (&brought.shelf, coming.card.id);
    match fate(file, here, id)? {
        Fate::Same => Ok(id),
        Fate::New => copy(file, here, id).map(|()| id).inspect_err(|_| take_back(here, id)),
        Fate::Second => {
            second(file, here, coming, new_id).map(|()| new_id).inspect_err(|_| take_back(here, new_id))
        }
        Fate::Aside => {
            for key in keys_of(file, id)? {
                file.get(key)?.map(|text| put_aside(here, id, &text)).transpose()?;
            }
            Ok(id)
        }
    }
}

/// Removes what was written of a board of which there was nothing before. What cannot be removed is a board that can be
/// thrown away.
fn take_back(here: &dyn Shelf, id: BoardId) {
    for key in keys_of(here, id).unwrap_or_default() {
        _ = here.remove(key);
    }
}

fn copy(file: &dyn Shelf, here: &dyn Shelf, id: BoardId) -> Result<(), ShelfError> {
    for key in keys_of(file, id)? {
        file.get(key)?.map(|text| here.set(key, &text)).transpose()?;
    }
    Ok(())
}

fn second(file: &dyn Shelf, here: &dyn Shelf, coming: &Coming, new_id: BoardId) -> Result<(), ShelfError> {
    let Some(board) = board_on(file, coming.card.id)? else { return Ok(()) };
    let board = beside(board, new_id);
    let mut card = BoardCard::of(&board, coming.card.edited());
    if let Condition::Known { trashed, .. } = &mut card.condition {
        *trashed = coming.card.trashed();
    }
    let saved = Saver::new(new_id).save(here, &Document::new(board));
    saved.shelf.map_err(|error| ShelfError::Other(error.to_string()))?;
    write_card(here, &card)
}

/// Takes the texts that were kept aside there, once each. Gives how many the file has.
pub fn restore_asides(brought: &Brought, here: &dyn Shelf) -> Result<usize, ShelfError> {
    let all = asides(&brought.shelf, None)?;
    for aside in &all {
        if let Some(board) = aside.key.board() {
            put_aside(here, board, &aside.text)?;
        }
    }
    Ok(all.len())
}
