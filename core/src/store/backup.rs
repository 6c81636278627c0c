//! When a board was last downloaded as a file, and when it is time for another.
//!
//! Absent on purpose: the file. That a browser can lose all that it keeps is why there should be one.

use serde::{Deserialize, Serialize};

use crate::board::{BoardId, Date};

/// A file without which a board is not left for so many days, unless a person prefers otherwise.
pub const REMIND_AFTER: u32 = 7;

/// When files were downloaded.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Backups {
    /// When one of everything was.
    #[serde(default)]
    everything: Option<Date>,
    /// When each board was, since then.
    #[serde(default)]
    boards: Vec<(BoardId, Date)>,
}

impl Backups {
    /// One of a board was downloaded.
    pub fn note_board(&mut self, board: BoardId, today: Date) {
        self.boards.retain(|(id, _)| *id != board);
        self.boards.push((board, today));
    }

    /// One of everything was downloaded.
    pub fn note_everything(&mut self, today: Date) {
        *self = Self { everything: Some(today), boards: Vec::new() };
    }

    /// When the last file that has this board was downloaded.
    pub fn last(&self, board: BoardId) -> Option<Date> {
        let own = self.boards.iter().find(|(id, _)| *id == board).map(|(_, on)| *on);
        own.max(self.everything)
    }

    /// Whether it is time for a file of a board: it was edited since the last one, or since it was made where there is
    /// none, and that was so many days ago or more. 0 days is never.
    pub fn is_due(&self, board: BoardId, edited: Date, today: Date, after: u32) -> bool {
        let since = self.last(board).or_else(|| made(board));
        let waits = |since: Date| edited >= since && today.days_since(since) >= i64::from(after);
        after > 0 && since.is_some_and(waits)
    }
}

/// The day (UTC) on which a board was made, which its id tells where Unblock made it.
fn made(board: BoardId) -> Option<Date> {
    let id = board.uuid();
    let seconds = (id.get_version_num() == 7).then(|| id.as_u128() >> 80)? / 1_000;
    let days = u64::try_from(seconds / 86_400).ok()?;
    Date::new(1970, 1, 1)?.plus_days(days)
}

/// How long ago a day was: `today`, `yesterday`, `9 days ago`.
pub fn days_ago(day: Date, today: Date) -> String {
    match today.days_since(day) {
        ..=0 => "today".to_owned(),
        1 => "yesterday".to_owned(),
        days => format!("{days} days ago"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Made on 1 January 2026.
    const BOARD: u128 = 1_767_225_600_000 << 80 | 7 << 76 | 2 << 62;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn board(id: u128) -> BoardId {
        BoardId::new(uuid::Uuid::from_u128(id))
    }

    fn due(backups: &Backups, edited: &str, today: &str) -> bool {
        backups.is_due(board(BOARD), day(edited), day(today), REMIND_AFTER)
    }

    #[test]
    fn a_board_without_a_file_is_due_a_week_after_it_was_made() {
        let none = Backups::default();
        assert!(!due(&none, "2026-01-07", "2026-01-07"));
        assert!(due(&none, "2026-01-07", "2026-01-08"));
        assert!(
            !none.is_due(board(7), day("2026-03-01"), day("2026-03-01"), REMIND_AFTER),
            "its age is not known"
        );
        assert!(!none.is_due(board(BOARD), day("2026-03-01"), day("2026-03-01"), 0), "nobody wants to know");
    }

    #[test]
    fn a_file_of_the_board_or_of_everything_counts_and_what_was_not_edited_needs_none() {
        let mut backups = Backups::default();
        backups.note_board(board(BOARD), day("2026-02-01"));
        assert!(!due(&backups, "2026-02-05", "2026-02-07"));
        assert!(due(&backups, "2026-02-05", "2026-02-08"));
        assert!(!due(&backups, "2026-01-31", "2026-04-01"));
        backups.note_everything(day("2026-02-06"));
        assert_eq!(backups.last(board(BOARD)), Some(day("2026-02-06")));
        assert!(!due(&backups, "2026-02-07", "2026-02-08"));
        assert_eq!(backups.last(board(1)), Some(day("2026-02-06")));
    }

    #[test]
    fn days_are_told_as_people_do() {
        let told = |days: &str| days_ago(day(days), day("2026-02-10"));
        assert_eq!(
            [told("2026-02-10"), told("2026-02-09"), told("2026-02-01")],
            ["today", "yesterday", "9 days ago"]
        );
        assert_eq!(told("2026-03-01"), "today", "the clock was set back");
    }
}
