//! The format of what is stored, how it is saved and how it is read back.
//!
//! A board is a snapshot and a log of the steps since. Each step is one small text under its own key; now and then
//! they are folded into a new snapshot, and the old one is kept. The same goes to a journal that is safe from a
//! crash sooner. Whatever cannot be read is kept as it is.
//!
//! Absent on purpose: the browser. The shelf is a trait ([`Shelf`]), what the journal gets and gives are values,
//! the time is an argument. Nothing here decides when to save, only what and in which order.

mod aside;
mod backup;
mod card;
mod envelope;
mod everything;
mod found;
mod keys;
mod log;
mod memory;
mod port;
mod preferences;
mod quota;
mod recover;
mod restore;
mod save;
mod snapshot;
mod watch;
mod writer;

pub use aside::{Aside, asides, delete, raw_texts};
pub use backup::{Backups, REMIND_AFTER, days_ago};
pub use card::{BoardCard, Condition, boards, conflict_copy, read_card, write_card};
pub use envelope::{Damage, FORMAT, Unread};
pub use everything::{Brought, Everything, EverythingError};
pub use keys::{Key, PREFIX};
pub use log::{read as read_entry, replay, write as write_entry};
pub use memory::MemoryShelf;
pub use port::{JournalRead, JournalWrite, Shelf, ShelfError, units};
pub use preferences::{read_preferences, write_preferences};
pub use quota::{Level, QUOTA, Usage};
pub use recover::{Loaded, Notice, Opened, Origin, Piece, Unreadable, previous, recover};
pub use restore::{Coming, Fate, coming, restore_asides, restore_board};
pub use save::{Attempt, SaveError, Saver};
pub use snapshot::{read as read_snapshot, undo_survives, write as write_snapshot};
pub use watch::{read_watch, write_watch};
pub use writer::{Lease, Message, Standing};
