//! Minutes of a meeting as they were kept: a text, not what it was made of.

use serde::{Deserialize, Serialize};

use super::{Date, Extra, MinutesId, Name};

/// The minutes of one meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Minutes {
    /// Which minutes.
    pub id: MinutesId,
    /// The day of the meeting.
    pub on: Date,
    /// What they are listed under.
    pub title: Name,
    /// What they say, as Markdown.
    pub text: String,
    /// Fields this version does not know.
    #[serde(flatten)]
    pub extra: Extra,
}
