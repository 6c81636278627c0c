//! What each command does to a board, that all of it can be undone, and that no sequence of commands breaks a board.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

#[path = "../common/mod.rs"]
mod common;

mod endings;
mod fields;
mod imports;
mod links;
mod meetings;
mod merging;
mod names;
mod order;
mod people;
mod quadrants;
mod records;
mod sequences;
mod stack;
mod strategies;
mod trash;
