//! Files in and out: what each format becomes, that importing again doubles nothing, that what is written is read
//! back, and that no file does harm.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

#[path = "../common/mod.rs"]
mod common;
#[path = "../edit/strategies.rs"]
mod strategies;

mod again;
mod bad_files;
mod board_file;
mod formulas;
mod github;
mod ics;
mod jira;
mod ms_project;
mod ms_project_links;
mod ms_project_xml;
mod mutants;
mod plan_csv;
mod reading;
mod trello;
