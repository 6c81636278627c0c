//! The texts that leave a meeting, word for word, on the example board: what a person would send unchanged.
//!
//! Each stands in `fixtures/texts` as it is sent. A test that finds another text writes it beside the build, to be read
//! and, where it is better, taken.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod after;
mod meeting;
mod room;
