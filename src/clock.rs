//! The clock and the dice of the page: the core has neither.

use chrono::{Local, Utc};
use unblock_core::board::{BoardId, Date, ItemId, PersonId};
use uuid::Uuid;

/// Today where the browser is. A clock outside of 1900 to 9999 reads 1970.
pub fn today() -> Date {
    Date::from_naive(Local::now().date_naive()).unwrap_or_default()
}

/// Milliseconds since 1970 (UTC).
pub fn now() -> u64 {
    u64::try_from(Utc::now().timestamp_millis()).unwrap_or(0)
}

/// The day of a moment where the browser is.
pub fn day_of(milliseconds: u64) -> Option<Date> {
    let moment = chrono::DateTime::from_timestamp_millis(i64::try_from(milliseconds).ok()?)?;
    Date::from_naive(moment.with_timezone(&Local).date_naive())
}

/// A new id for anything; they sort by time.
pub fn new_uuid() -> Uuid {
    Uuid::now_v7()
}

/// A new id for a board.
pub fn new_board_id() -> BoardId {
    BoardId::new(new_uuid())
}

/// A new id for an item.
pub fn new_item_id() -> ItemId {
    ItemId::new(new_uuid())
}

/// A new id for a person.
pub fn new_person_id() -> PersonId {
    PersonId::new(new_uuid())
}
