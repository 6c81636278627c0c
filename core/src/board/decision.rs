//! Decisions: what was decided, against what else, and when to look again.
//!
//! A decision keeps what it was taken on as it was then. What it means for the plan is not said here: items are.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{Date, DecisionId, Door, Extra, ItemId, PersonId, Title, is_default};

/// Something that is to be decided, or was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// Which decision.
    pub id: DecisionId,
    /// What is decided, in one line.
    pub what: Title,
    /// The day it was first written down.
    pub noted: Date,
    /// Who decided.
    #[serde(default, skip_serializing_if = "is_default")]
    pub by: Option<PersonId>,
    /// Why it came up, and what was known.
    #[serde(default, skip_serializing_if = "is_default")]
    pub context: String,
    /// What else was weighed, one a line.
    #[serde(default, skip_serializing_if = "is_default")]
    pub alternatives: String,
    /// What is expected of it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub expected: String,
    /// The day to look whether it came so.
    #[serde(default, skip_serializing_if = "is_default")]
    pub review: Option<Date>,
    /// The day somebody looked.
    #[serde(default, skip_serializing_if = "is_default")]
    pub reviewed: Option<Date>,
    /// Whether it can be taken back.
    #[serde(default, skip_serializing_if = "is_default")]
    pub door: Option<Door>,
    /// The items it is about.
    #[serde(default, skip_serializing_if = "is_default")]
    pub items: BTreeSet<ItemId>,
    /// The comparison it rests on, with the numbers of that day.
    #[serde(default, skip_serializing_if = "is_default")]
    pub comparison: Option<KeptComparison>,
    /// When and how it was closed; `None` while it is open.
    #[serde(default, skip_serializing_if = "is_default")]
    pub closed: Option<Closed>,
    /// Fields this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

/// How a decision was closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closed {
    /// The day.
    pub on: Date,
    /// A one-way door that somebody closed knowing that no alternative was named.
    #[serde(default, skip_serializing_if = "is_default")]
    pub without_alternatives: bool,
}

/// A comparison as it stood: words and numbers that do not change any more.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptComparison {
    /// The verdict in words.
    pub verdict: String,
    /// The table as it was shown: the head first, the options from the second column on.
    pub rows: Vec<Vec<String>>,
}

impl Decision {
    /// A decision that is still open, of which no more is known.
    pub fn new(id: DecisionId, what: Title, noted: Date) -> Self {
        Self {
            id,
            what,
            noted,
            by: None,
            context: String::new(),
            alternatives: String::new(),
            expected: String::new(),
            review: None,
            reviewed: None,
            door: None,
            items: BTreeSet::new(),
            comparison: None,
            closed: None,
            extra: Extra::new(),
        }
    }

    /// True for a decision that is hard to reverse and names nothing else that was weighed.
    pub fn lacks_alternatives(&self) -> bool {
        self.door == Some(Door::OneWay) && self.alternatives.trim().is_empty()
    }

    /// True where the day to look has come and nobody has looked since.
    pub fn is_due_for_review(&self, today: Date) -> bool {
        let looked = |day| self.reviewed.is_some_and(|reviewed| reviewed >= day);
        self.closed.is_some() && self.review.is_some_and(|day| day <= today && !looked(day))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn decision() -> Decision {
        let id = DecisionId::new(uuid::Uuid::nil());
        Decision::new(id, "Buy the auth service".parse().unwrap(), day("2026-03-12"))
    }

    #[test]
    fn a_closed_decision_is_due_for_review_from_its_day_until_somebody_looks() {
        let mut decision = decision();
        decision.review = Some(day("2026-04-01"));
        assert!(!decision.is_due_for_review(day("2026-04-01")), "it is still open");
        decision.closed = Some(Closed { on: day("2026-03-12"), without_alternatives: false });
        let due = |decision: &Decision| {
            ["2026-03-31", "2026-04-01", "2026-05-01"].map(|today| decision.is_due_for_review(day(today)))
        };
        assert_eq!(due(&decision), [false, true, true]);
        decision.reviewed = Some(day("2026-04-02"));
        assert_eq!(due(&decision), [false, false, false]);
    }

    #[test]
    fn only_a_one_way_door_lacks_alternatives() {
        let mut decision = decision();
        assert!(!decision.lacks_alternatives());
        decision.door = Some(Door::OneWay);
        decision.alternatives = " \n".to_owned();
        assert!(decision.lacks_alternatives());
        decision.alternatives = "build it".to_owned();
        assert!(!decision.lacks_alternatives());
    }
}
