//! The Matrix: four wells by importance and urgency, with the Inbox beside them.

mod areas;
mod ask;
mod card;
mod cards;
mod drag;
mod lifted;
mod menu;
mod well;

pub use cards::Cards;
pub use drag::{Carrying, cancel, cancel_with_escape, hold_the_page, lose, press, release, travel};
pub use lifted::Lifted;
pub use menu::{CardLines, CardMenu, CardMenuState};
pub use well::Matrix;
