//! What is saved is there again: after a reload, after the process ended between any two writes, after a crash that
//! took the newest writes along, and beside texts that cannot be read.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

#[path = "../common/mod.rs"]
mod common;

mod broken;
mod desk;
mod everything;
mod faults;
mod format;
mod journal;
mod list;
mod room;
mod scenes;
mod tab;
mod tabs;
mod world;
