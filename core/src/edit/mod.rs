//! The only way to a new board: a command is applied to a board and gives a change or a rejection.
//!
//! A [`Command`] is what a person asks for, as one complete value. A [`Change`] is what it did, reversible, and one
//! step of the [`History`]. A [`Document`] is a board with its history and revision. Nothing here asks for the
//! time, makes an id or saves anything: that comes with the command or is done with the [`Entry`] it gives.

mod agenda;
mod apply;
mod change;
mod command;
mod describe;
mod document;
mod draft;
mod ended;
mod history;
mod import;
mod items;
mod links;
mod meeting;
mod merge;
mod past;
mod people;
mod rank;
mod records;
mod rejection;

pub use agenda::MAX_STEPS;
pub use apply::apply;
pub use change::{Change, Edit, Swap, Turn};
pub use command::{Action, Command, Import, NewItem, Place, Record, Role, Side, Stamp, Update};
pub use document::{Document, Entry, ReplayError, Step};
pub use ended::Ended;
pub use history::{History, KEPT_STEPS};
pub use meeting::{Agenda, AgendaStep, Meeting, Topic};
pub use past::Past;
pub use rejection::Rejection;
