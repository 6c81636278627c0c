//! Eisenhower's quadrants: where an item stands by importance and urgency.

use serde::{Deserialize, Serialize};

/// An answer to "important?" or "urgent?"; no answer yet is `None`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Answer {
    /// Yes.
    Yes,
    /// No.
    No,
}

/// One of the four quadrants. An item that is not judged on both questions is in none: it is in the Inbox.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Quadrant {
    /// Important and urgent.
    Do,
    /// Important, not urgent.
    Schedule,
    /// Urgent, not important.
    Delegate,
    /// Neither: an item here is refused.
    Eliminate,
}

impl Quadrant {
    /// The four in reading order, which is the order of the keys 1 to 4.
    pub const ALL: [Self; 4] = [Self::Do, Self::Schedule, Self::Delegate, Self::Eliminate];

    /// Where the two answers put an item.
    pub const fn of(important: Option<Answer>, urgent: Option<Answer>) -> Option<Self> {
        match (important, urgent) {
            (Some(Answer::Yes), Some(Answer::Yes)) => Some(Self::Do),
            (Some(Answer::Yes), Some(Answer::No)) => Some(Self::Schedule),
            (Some(Answer::No), Some(Answer::Yes)) => Some(Self::Delegate),
            (Some(Answer::No), Some(Answer::No)) => Some(Self::Eliminate),
            _ => None,
        }
    }

    /// The answers, important and urgent, that put an item here.
    pub const fn answers(self) -> (Answer, Answer) {
        match self {
            Self::Do => (Answer::Yes, Answer::Yes),
            Self::Schedule => (Answer::Yes, Answer::No),
            Self::Delegate => (Answer::No, Answer::Yes),
            Self::Eliminate => (Answer::No, Answer::No),
        }
    }

    /// Its place in reading order, 0 to 3.
    pub const fn index(self) -> usize {
        self as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_quadrant_is_where_its_answers_lead() {
        for quadrant in Quadrant::ALL {
            let (important, urgent) = quadrant.answers();
            assert_eq!(Quadrant::of(Some(important), Some(urgent)), Some(quadrant));
            assert_eq!(Quadrant::of(Some(important), None), None);
            assert_eq!(Quadrant::of(None, Some(urgent)), None);
        }
    }
}
