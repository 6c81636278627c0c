//! Where in the page somebody is, as the address after `#`: `#/<board>/matrix`, `#/boards`.

use std::fmt;

use crate::board::BoardId;

/// What is shown of a board.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Page {
    /// The Inbox and the quadrants.
    #[default]
    Matrix,
    /// The Inbox, one card at a time.
    Deal,
    /// The Map as a network: what waits for what.
    Network,
    /// The Map along a date axis.
    Timeline,
    /// The Map as a table of what comes from outside and who outside waits.
    Register,
    /// What items are worth, side by side.
    Compare,
    /// The Meeting's goal and agenda.
    Agenda,
    /// The Meeting's list by priority, with the line under which things are cut.
    Stack,
    /// The Meeting's decisions and actions.
    Decisions,
    /// The Meeting's minutes: of the meeting that goes on, and those that were kept.
    Minutes,
    /// The Meeting's status update, and the brief that asks for a decision.
    Status,
    /// What was said no to.
    Refused,
    /// Items that were thrown away.
    Trash,
    /// Name, goal, target, quadrants, people.
    Settings,
}

impl Page {
    const WORDS: [(Self, &str); 14] = [
        (Self::Matrix, "matrix"),
        (Self::Deal, "deal"),
        (Self::Network, "network"),
        (Self::Timeline, "timeline"),
        (Self::Register, "register"),
        (Self::Compare, "compare"),
        (Self::Agenda, "agenda"),
        (Self::Stack, "stack"),
        (Self::Decisions, "decisions"),
        (Self::Minutes, "minutes"),
        (Self::Status, "status"),
        (Self::Refused, "refused"),
        (Self::Trash, "trash"),
        (Self::Settings, "settings"),
    ];

    /// The lenses of the Map.
    pub const LENSES: [Self; 3] = [Self::Network, Self::Timeline, Self::Register];

    /// The pages of a meeting.
    pub const MEETING: [Self; 5] = [Self::Agenda, Self::Stack, Self::Decisions, Self::Minutes, Self::Status];

    fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(page, _)| *page == self).map_or("matrix", |(_, word)| word)
    }

    fn of(word: &str) -> Option<Self> {
        Self::WORDS.iter().find(|(_, known)| *known == word).map(|(page, _)| *page)
    }
}

/// Where somebody is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Route {
    /// Wherever it was left: the board that was open last.
    #[default]
    Last,
    /// The list of boards.
    Boards,
    /// A page of a board.
    Board(BoardId, Page),
}

impl Route {
    /// The route that an address after `#` names; what is not understood is [`Route::Last`].
    pub fn parse(hash: &str) -> Self {
        let mut parts = hash.trim_start_matches('#').split('/').filter(|part| !part.is_empty());
        match (parts.next(), parts.next()) {
            (Some("boards"), None) => Self::Boards,
            (Some(board), page) => board
                .parse()
                .map_or(Self::Last, |board| Self::Board(board, page.and_then(Page::of).unwrap_or_default())),
            (None, _) => Self::Last,
        }
    }
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Last => f.write_str("#/"),
            Self::Boards => f.write_str("#/boards"),
            Self::Board(board, page) => write!(f, "#/{board}/{}", page.word()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_route_is_read_back_and_anything_else_leads_to_the_last_board() {
        let board = BoardId::new(uuid::Uuid::from_u128(7));
        for (page, _) in Page::WORDS {
            let route = Route::Board(board, page);
            assert_eq!(Route::parse(&route.to_string()), route);
        }
        assert_eq!(Route::parse("#/boards"), Route::Boards);
        for hash in ["", "#", "#/", "#/nonsense/matrix", "#//", "javascript:alert(1)"] {
            assert_eq!(Route::parse(hash), Route::Last, "{hash}");
        }
        assert_eq!(Route::parse(&format!("#/{board}/nonsense")), Route::Board(board, Page::Matrix));
    }
}
