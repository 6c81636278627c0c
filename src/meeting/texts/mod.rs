//! The texts of the Meeting: minutes, status update, brief. Written by the core, edited here, copied and printed.
//!
//! Absent on purpose: sending. What leaves the browser is what a person copies.

mod ending;
mod minutes;
mod paper;
mod status;

use std::sync::Arc;

use leptos::prelude::*;
use unblock_core::edit::Past;
use unblock_core::view::Scene;
use unblock_core::view::minutes::Between;

use crate::format::day;
use crate::session::Session;

pub use ending::{GoOn, can_go_on, end_meeting, go_on};
pub use minutes::MinutesPage;
pub use status::StatusPage;

/// What lies between the board as it was and as it is, as a text.
fn told(session: Session, past: &Past, text: &dyn Fn(Between) -> String) -> String {
    session.scene.with(|now| {
        let then = Scene::of(Arc::new(past.board(&now.board)), past.since.today);
        text(Between { then: &then, now, say: &|date| day(date, now.today) })
    })
}
