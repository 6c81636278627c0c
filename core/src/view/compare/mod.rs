//! Compare: what items are worth, by RICE or by ICE, as a table, side by side, and as value against effort.
//!
//! Deliberately absent: scores themselves (they are [`crate::score`]'s) and any mix of the two methods in one view. The
//! two share an item's impact and confidence, on different scales: what is off the scale of the method that is shown is
//! named, and counts nothing.

mod axis;
mod bars;
mod block;
mod chart;
mod columns;
mod contested;
mod heads;
mod heard;
#[cfg(test)]
mod heard_tests;
mod numbers;
mod picture;
mod plan_words;
mod questions;
mod record;
mod room;
#[cfg(test)]
mod room_tests;
mod side;
mod table;
mod words;
mod words_said;

#[cfg(test)]
mod tests;

pub use axis::Axis;
pub use bars::{BarView, FlipMark, WHOLE};
pub use block::{Filled, columns_from, filled, is_block, typed_field};
pub use chart::{BOTTOM, Chart, LEFT, Label, Mark, RIGHT, TOP, chart};
pub use columns::{Column, columns, factor_name};
pub use contested::Contest;
pub use heads::{explained, scale_words};
pub use heard::Unread;
pub use numbers::{field_text, grouped};
pub use picture::comparison_svg;
pub use questions::{QuestionView, questions};
pub use record::{comparison_markdown, decision_words, kept_comparison};
pub use room::{Outcome, Question, RoomView, Said, Take, room};
pub use side::{OPTIONS, OptionView, SideBySide, side_by_side};
pub use table::{InputView, RowView, Sort, State, Table, row, table};
