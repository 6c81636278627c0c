//! Pages beside the views: all boards, the things said no to, the trash, the settings, the keys.
//!
//! Absent on purpose: questions like "are you sure?". What is done here can be undone, or taken back from a trash.

mod asides;
mod boards;
mod calendar;
mod copy;
mod field;
mod keys;
mod markdown;
mod people;
mod quadrants;
mod refused;
mod rows;
mod scales;
mod settings;
mod shelf;
mod switches;
mod thrown;
mod trash;

pub use boards::Boards;
pub use calendar::set_capacity;
pub use keys::Keys;
pub use refused::Refused;
pub use settings::{Settings, describe, typed};
pub use shelf::create_example as open_example;
pub use trash::Trash;
