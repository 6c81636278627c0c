//! Links: what waits for what, by which of the four types, with a lag.

use serde::{Deserialize, Serialize};

use super::{ItemId, QuantityError};

/// Which ends of two items a link joins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum LinkKind {
    /// Finish to start: the successor starts after the predecessor's finish.
    #[default]
    #[serde(rename = "FS")]
    FinishToStart,
    /// Start to start.
    #[serde(rename = "SS")]
    StartToStart,
    /// Finish to finish.
    #[serde(rename = "FF")]
    FinishToFinish,
    /// Start to finish.
    #[serde(rename = "SF")]
    StartToFinish,
}

impl LinkKind {
    /// The four, the usual one first.
    pub const ALL: [Self; 4] =
        [Self::FinishToStart, Self::StartToStart, Self::FinishToFinish, Self::StartToFinish];

    /// Its two letters.
    pub const fn letters(self) -> &'static str {
        match self {
            Self::FinishToStart => "FS",
            Self::StartToStart => "SS",
            Self::FinishToFinish => "FF",
            Self::StartToFinish => "SF",
        }
    }
}

/// Working days between the two ends of a link, -10,000 to 10,000; a negative lag is a lead.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "i32", into = "i32")]
pub struct Lag(i16);

impl Lag {
    /// How many.
    pub const fn get(self) -> i32 {
        self.0 as i32
    }
}

impl TryFrom<i32> for Lag {
    type Error = QuantityError;
    fn try_from(days: i32) -> Result<Self, QuantityError> {
        match i16::try_from(days) {
            Ok(fits) if fits.unsigned_abs() <= 10_000 => Ok(Self(fits)),
            _ => Err(QuantityError::OutOfRange(days.to_string(), "-10,000 to 10,000 working days")),
        }
    }
}

impl From<Lag> for i32 {
    fn from(lag: Lag) -> Self {
        lag.get()
    }
}

/// Which link: at most one per pair and type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct LinkKey {
    /// What is waited for.
    pub predecessor: ItemId,
    /// What waits.
    pub successor: ItemId,
    /// By which ends.
    #[serde(default, rename = "type", skip_serializing_if = "super::is_default")]
    pub kind: LinkKind,
}

/// One link.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// Which one.
    #[serde(flatten)]
    pub key: LinkKey,
    /// Its lag.
    #[serde(default, skip_serializing_if = "super::is_default")]
    pub lag: Lag,
}

impl Link {
    /// Its type and its lag, such as `FS` and `SS+2`.
    pub fn tie(&self) -> String {
        let lag = Some(self.lag.get()).filter(|lag| *lag != 0).map(|lag| format!("{lag:+}"));
        format!("{}{}", self.key.kind.letters(), lag.unwrap_or_default())
    }
}
