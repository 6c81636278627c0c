//! The plan CSV: the project's own table, in and out. What is written is read back as the same plan.
//!
//! A table is not the whole board: its settings, the trash, agreed dates and who refused an item stay behind. The
//! board file keeps all.

mod cells;
mod columns;
mod depends;
mod read;
mod row;
mod short_id;
mod write;

pub(super) use cells::{guarded, unguarded};
pub use depends::typed_link;
pub(super) use read::read;
pub(super) use short_id::{ShortIds, source_key};
pub use write::write_plan_csv;

/// The columns in the order in which they are written.
const COLUMNS: [&str; 34] = [
    "id",
    "title",
    "kind",
    "duration",
    "depends on",
    "responsible",
    "accountable",
    "consulted",
    "informed",
    "important",
    "urgent",
    "priority",
    "core",
    "reason",
    "not before",
    "requested",
    "promised",
    "chase on",
    "deadline",
    "awaited by",
    "status",
    "started",
    "finished",
    "remaining",
    "buffer",
    "door",
    "reach",
    "impact",
    "confidence",
    "effort",
    "ease",
    "reasons",
    "tags",
    "notes",
];
