//! Why an item should come first, or can wait: those of the questions of a good priority call that people answer.
//!
//! Absent on purpose: whether others wait for it. The links say that.

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// A reason that somebody sees.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It is worth much to those it is for.
    Value,
    /// Less can go wrong when it is done.
    LessRisk,
    /// It gives more the earlier it is there.
    Compounds,
    /// Nothing gets worse while it waits.
    CanWait,
}

/// A word that is no reason.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("'{0}' is not a reason: value, less-risk, compounds or can-wait")]
pub struct UnknownReason(String);

/// The reasons that people see for one item: any number of them. Stored as a list of words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Vec<String>", into = "Vec<String>")]
pub struct Reasons(u8);

impl Reason {
    /// All, in the order in which they are asked.
    pub const ALL: [Self; 4] = [Self::Value, Self::LessRisk, Self::Compounds, Self::CanWait];

    /// Its word in a file.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Value => "value",
            Self::LessRisk => "less-risk",
            Self::Compounds => "compounds",
            Self::CanWait => "can-wait",
        }
    }

    const fn bit(self) -> u8 {
        1 << self as u8
    }
}

impl Reasons {
    /// True where nobody sees any.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// True where it is among them.
    pub const fn has(self, reason: Reason) -> bool {
        self.0 & reason.bit() != 0
    }

    /// With this one taken in, or out where it was there.
    #[must_use]
    pub const fn toggled(self, reason: Reason) -> Self {
        Self(self.0 ^ reason.bit())
    }
}

impl From<Reasons> for Vec<String> {
    fn from(reasons: Reasons) -> Self {
        Reason::ALL.into_iter().filter(|r| reasons.has(*r)).map(|r| r.word().to_owned()).collect()
    }
}

impl TryFrom<Vec<String>> for Reasons {
    type Error = UnknownReason;

    fn try_from(words: Vec<String>) -> Result<Self, UnknownReason> {
        let mut reasons = Self::default();
        for word in words {
            let known = Reason::ALL.into_iter().find(|reason| reason.word() == word);
            reasons.0 |= known.ok_or(UnknownReason(word))?.bit();
        }
        Ok(reasons)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reasons_are_written_as_words_in_the_order_of_the_questions() {
        let reasons = Reasons::default().toggled(Reason::CanWait).toggled(Reason::Value);
        assert_eq!(serde_json::to_string(&reasons).unwrap(), r#"["value","can-wait"]"#);
        assert_eq!(serde_json::from_str::<Reasons>(r#"["can-wait","value","value"]"#).unwrap(), reasons);
        assert!(reasons.toggled(Reason::Value).toggled(Reason::CanWait).is_empty());
    }

    #[test]
    fn a_word_that_is_no_reason_is_refused_by_name() {
        let why = serde_json::from_str::<Reasons>(r#"["luck"]"#).unwrap_err().to_string();
        assert!(why.starts_with("'luck' is not a reason: value, "), "{why}");
    }
}
