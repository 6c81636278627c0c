//! What an item is, and how much it matters against others.

use serde::{Deserialize, Serialize};

/// What an item is: our work, or something outside the team that we wait for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Done by us.
    #[default]
    Work,
    /// Another team.
    Team,
    /// A system.
    System,
    /// An API.
    Api,
    /// A tool.
    Tool,
    /// A vendor.
    Vendor,
}

impl Kind {
    /// All of them, work first.
    pub const ALL: [Self; 6] = [Self::Work, Self::Team, Self::System, Self::Api, Self::Tool, Self::Vendor];

    /// True for everything but our own work.
    pub const fn is_external(self) -> bool {
        !matches!(self, Self::Work)
    }

    /// The word for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Work => "work",
            Self::Team => "team",
            Self::System => "system",
            Self::Api => "api",
            Self::Tool => "tool",
            Self::Vendor => "vendor",
        }
    }
}

/// How much an item matters against others; the first is the most.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Priority {
    /// Drop everything else.
    P0,
    /// Next.
    P1,
    /// Soon.
    P2,
    /// When there is room.
    P3,
    /// Not planned; also where nobody has said.
    #[default]
    #[serde(rename = "backlog")]
    Backlog,
}

impl Priority {
    /// All of them, the highest first.
    pub const ALL: [Self; 5] = [Self::P0, Self::P1, Self::P2, Self::P3, Self::Backlog];

    /// The word for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::P0 => "P0",
            Self::P1 => "P1",
            Self::P2 => "P2",
            Self::P3 => "P3",
            Self::Backlog => "backlog",
        }
    }
}
