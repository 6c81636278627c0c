//! The names of everything that is stored, all under one prefix.
//!
//! Several sites can share one origin and so one storage. Whoever speaks to it through a [`Key`] cannot touch what
//! is not ours. There is no list of boards that could be wrong: boards are found by their keys.

use std::fmt;

use crate::board::BoardId;

/// What every key begins with.
pub const PREFIX: &str = "unblock/v1/";

/// One place in the storage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// A board's snapshot.
    Now(BoardId),
    /// The snapshot before it.
    Before(BoardId),
    /// The step that led to a revision.
    Log(BoardId, u64),
    /// What the list of boards shows of a board.
    About(BoardId),
    /// A text of a board that could not be read, kept as it was.
    Aside(BoardId, u32),
    /// Who edits a board, where the browser has no locks.
    Lease(BoardId),
    /// What is remembered of a board from one opening to the next.
    Watch(BoardId),
    /// What a person prefers, whatever the board.
    Preferences,
}

impl Key {
    /// The key with this name, where it is one of ours as we write it.
    pub fn parse(text: &str) -> Option<Self> {
        let parts: Vec<&str> = text.strip_prefix(PREFIX)?.split('/').collect();
        let key = match parts.as_slice() {
            ["board", id, "now"] => Self::Now(id.parse().ok()?),
            ["board", id, "before"] => Self::Before(id.parse().ok()?),
            ["board", id, "about"] => Self::About(id.parse().ok()?),
            ["board", id, "log", revision] => Self::Log(id.parse().ok()?, revision.parse().ok()?),
            ["aside", id, number] => Self::Aside(id.parse().ok()?, number.parse().ok()?),
            ["board", id, "watch"] => Self::Watch(id.parse().ok()?),
            ["lease", id] => Self::Lease(id.parse().ok()?),
            ["preferences"] => Self::Preferences,
            _ => return None,
        };
        (key.to_string() == text).then_some(key)
    }

    /// The board it belongs to.
    pub const fn board(self) -> Option<BoardId> {
        match self {
            Self::Now(id)
            | Self::Before(id)
            | Self::Log(id, _)
            | Self::About(id)
            | Self::Aside(id, _)
            | Self::Lease(id)
            | Self::Watch(id) => Some(id),
            Self::Preferences => None,
        }
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(PREFIX)?;
        match self {
            Self::Now(id) => write!(f, "board/{id}/now"),
            Self::Before(id) => write!(f, "board/{id}/before"),
            Self::Log(id, revision) => write!(f, "board/{id}/log/{revision}"),
            Self::About(id) => write!(f, "board/{id}/about"),
            Self::Aside(id, number) => write!(f, "aside/{id}/{number}"),
            Self::Lease(id) => write!(f, "lease/{id}"),
            Self::Watch(id) => write!(f, "board/{id}/watch"),
            Self::Preferences => f.write_str("preferences"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_is_read_back_as_written() {
        let id = BoardId::new(uuid::Uuid::from_u128(7));
        for key in [
            Key::Now(id),
            Key::Before(id),
            Key::Log(id, 12),
            Key::About(id),
            Key::Aside(id, 0),
            Key::Lease(id),
            Key::Watch(id),
            Key::Preferences,
        ] {
            assert_eq!(Key::parse(&key.to_string()), Some(key));
        }
    }

    #[test]
    fn what_is_not_written_like_ours_is_not_ours() {
        let log = Key::Log(BoardId::new(uuid::Uuid::from_u128(10)), 12).to_string();
        for foreign in [
            "theme".to_owned(),
            PREFIX.to_owned(),
            format!("{log}/"),
            log.replace("/12", "/012"),
            log.replace("/12", "/+12"),
            log.replace("00a", "00A"),
            log.replace("v1", "v2"),
        ] {
            assert_eq!(Key::parse(&foreign), None, "{foreign}");
        }
    }
}
