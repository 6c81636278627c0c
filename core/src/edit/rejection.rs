//! Why a command was refused, in words a person can act on.

use thiserror::Error;

use crate::board::Date;

/// Why nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Rejection {
    /// The item is not on the board any more.
    #[error("That item is not on this board any more.")]
    UnknownItem,
    /// The item is in the trash.
    #[error("'{0}' is in the trash: restore it first.")]
    InTrash(String),
    /// The person is not in the roster any more.
    #[error("That person is not on this board any more.")]
    UnknownPerson,
    /// The decision, action or minutes are not there.
    #[error("That is not on this board any more.")]
    UnknownRecord,
    /// A one-way door without alternatives.
    #[error("'{0}' is hard to take back: name what else was weighed, or close it without alternatives.")]
    NeedsAlternatives(String),
    /// The link is not there.
    #[error("That link is not on this board any more.")]
    UnknownLink,
    /// A link would close a cycle.
    #[error("That would make a cycle in which nothing can start: {0}.")]
    Cycle(String),
    /// The pair has a link of that type.
    #[error("There is an {0} link between them already: change or remove that one.")]
    LinkedAlready(String),
    /// An item cannot wait for itself.
    #[error("'{0}' cannot wait for itself.")]
    WaitsForItself(String),
    /// The id is taken: the same command came twice.
    #[error("'{0}' is on the board already.")]
    AlreadyThere(String),
    /// Two people with one name.
    #[error("There is a {0} on this board already.")]
    NameTaken(String),
    /// A fact that has not happened yet.
    #[error("{0} is still to come: something that has happened cannot have that date.")]
    FactInFuture(Date),
    /// The finish before the start.
    #[error("It cannot be finished on {finished}, before it started on {started}.")]
    FinishedBeforeStart {
        /// The start.
        started: Date,
        /// The finish.
        finished: Date,
    },
    /// An item cannot be merged with itself.
    #[error("An item cannot be merged with itself.")]
    MergedWithItself,
    /// Only what is refused has a reason for it.
    #[error("'{0}' is not refused: only what stands in Eliminate has a reason.")]
    NotRefused(String),
    /// What the goal cannot do without is not refused.
    #[error("'{0}' is core, and what is core is not refused: take it out of the core first.")]
    Core(String),
    /// What is refused is not core.
    #[error("'{0}' is refused: bring it back before it is core.")]
    CoreButRefused(String),
    /// The field is not edited in this way.
    #[error("That is not changed by hand.")]
    NotByHand,
    /// More than a board holds.
    #[error("A board holds 20,000 items; this would make {0}.")]
    TooManyItems(usize),
}
