//! Everything of Unblock that is not the browser: the board, the commands that change it, its files, the format
//! of what is stored, the schedule, the view models and the gestures.
//!
//! Absent on purpose: Leptos, web-sys, a clock, randomness and I/O. Ids, the time and the person acting enter
//! inside the command, so that the same commands always give the same board.

pub mod board;
pub mod edit;
pub mod example;
pub mod exchange;
pub mod gesture;
pub mod layout;
pub mod schedule;
pub mod score;
pub mod store;
pub mod view;
