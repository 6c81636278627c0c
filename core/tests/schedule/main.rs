//! The schedule held against its rules, sentence by sentence, against published networks, and against a slow one
//! that is plainly right.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

#[path = "../common/mod.rs"]
mod common;

#[path = "../common/published.rs"]
mod published;

mod calendar;
mod chains;
mod command_line;
mod csv;
mod cut;
mod effect;
mod externals;
mod externals_pushed;
mod floats;
mod in_the_plan;
mod limits;
mod links;
mod load;
mod milestones;
mod networks;
mod plan;
mod progress;
mod properties;
mod random;
mod reference;
mod release;
mod why;
