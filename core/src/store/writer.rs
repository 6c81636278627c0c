//! Who edits a board when it is open in several tabs: the words tabs say to each other, and the lease that stands
//! in for a lock where the browser has none.

use std::fmt;
use std::str::FromStr;

/// A lease is given up when it has not been renewed for so many milliseconds.
const STALE_AFTER: u64 = 5_000;

/// Who edits a board, and when they last said so. Its text is `<tab> <milliseconds>`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lease {
    /// The tab, by a name of one word that no other has.
    pub tab: String,
    /// Milliseconds since 1970 (UTC).
    pub renewed: u64,
}

/// What a lease means to a tab.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is the tab's own.
    Mine,
    /// Nobody holds it.
    Free,
    /// Another tab holds it.
    Held,
}

impl Lease {
    /// What the stored lease means to a tab. One from the future, as after the clock was set back, is stale too.
    pub fn standing(stored: Option<&str>, tab: &str, now: u64) -> Standing {
        match stored.and_then(|text| text.parse::<Self>().ok()) {
            Some(lease) if lease.tab == tab => Standing::Mine,
            Some(lease) if lease.renewed.abs_diff(now) < STALE_AFTER => Standing::Held,
            _ => Standing::Free,
        }
    }
}

impl fmt::Display for Lease {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.tab, self.renewed)
    }
}

impl FromStr for Lease {
    type Err = ();
    fn from_str(text: &str) -> Result<Self, ()> {
        let (tab, renewed) = text.split_once(' ').ok_or(())?;
        Ok(Self { tab: tab.to_owned(), renewed: renewed.parse().map_err(drop)? })
    }
}

/// What tabs with the same board say to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Message {
    /// "I want to edit."
    Ask,
    /// "Go ahead: all of mine is saved."
    Yielded,
}

impl Message {
    /// Its word.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Ask => "ask",
            Self::Yielded => "yielded",
        }
    }

    /// The message with this word.
    pub fn heard(word: &str) -> Option<Self> {
        [Self::Ask, Self::Yielded].into_iter().find(|message| message.word() == word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn standing(stored: Option<&str>, now: u64) -> Standing {
        Lease::standing(stored, "me", now)
    }

    #[test]
    fn a_lease_holds_for_five_seconds() {
        let other = Lease { tab: "other".to_owned(), renewed: 10_000 }.to_string();
        assert_eq!(standing(Some(&other), 14_999), Standing::Held);
        assert_eq!(standing(Some(&other), 15_000), Standing::Free);
        assert_eq!(standing(Some("me 0"), 99_999), Standing::Mine);
    }

    #[test]
    fn no_lease_a_broken_one_or_one_from_next_year_holds_nobody_back() {
        for stored in [None, Some(""), Some("other"), Some("other soon"), Some("other 31536000000")] {
            assert_eq!(standing(stored, 10_000), Standing::Free, "{stored:?}");
        }
    }

    #[test]
    fn messages_are_heard_as_they_were_said() {
        assert_eq!(Message::heard(Message::Ask.word()), Some(Message::Ask));
        assert_eq!(Message::heard("hello"), None);
    }
}
