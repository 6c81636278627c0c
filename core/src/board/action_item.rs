//! Actions: what somebody does after a meeting, by when. (In the code an action *item*: [`crate::edit::Action`] is
//! what is asked of the board.)

use serde::{Deserialize, Serialize};

use super::{ActionId, Date, Extra, ItemId, PersonId, Title, is_default};

/// Something that somebody does, and that is no item of the plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActionItem {
    /// Which action.
    pub id: ActionId,
    /// What is done, in one line: "asks Payments for a date".
    pub what: Title,
    /// The day it was written down.
    pub noted: Date,
    /// Who does it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub owner: Option<PersonId>,
    /// The day it is done by.
    #[serde(default, skip_serializing_if = "is_default")]
    pub due: Option<Date>,
    /// The item it serves.
    #[serde(default, skip_serializing_if = "is_default")]
    pub item: Option<ItemId>,
    /// The day it was done; `None` while it is open.
    #[serde(default, skip_serializing_if = "is_default")]
    pub done: Option<Date>,
    /// Fields this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}

impl ActionItem {
    /// An open action of nobody in particular.
    pub fn new(id: ActionId, what: Title, noted: Date) -> Self {
        Self { id, what, noted, owner: None, due: None, item: None, done: None, extra: Extra::new() }
    }
}
