//! The timeline: rows along a date axis. Only what is in sight is worked out; the order of the rows alone is made for
//! all of them.
//!
//! Absent on purpose: how dates are written, and the page. The one markup is that of the picture to take away.

mod axis;
mod lines;
mod pull;
mod row;
mod scale;
mod svg;
mod threads;
mod words;

pub use axis::{Axis, Off, Tick, Writing, axis, weekends};
pub use lines::{Extent, Group, Grouping, Line, Lines, ROW, lines, steps_down, top};
pub use pull::{Grip, Pull, Pulled};
pub use row::{Look, Mark, MarkKind, RowView, Trait};
pub use scale::{STEP, Scale, Span};
pub use svg::picture;
pub use threads::{Neighbours, neighbours, threads};

#[cfg(test)]
mod pull_tests;
#[cfg(test)]
mod tests;
