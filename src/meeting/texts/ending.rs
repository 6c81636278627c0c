//! The end of a meeting: what it leaves is kept before the meeting is over, so that nothing of it is lost.

use std::sync::Arc;

use leptos::prelude::*;
use unblock_core::board::{Extra, Minutes, MinutesId, Name};
use unblock_core::edit::{Action, Record};
use unblock_core::view::minutes::{Between, Held, minutes, minutes_title};
use unblock_core::view::{Page, Scene};

use super::super::go_on_from;
use crate::clock;
use crate::format::day;
use crate::session::Session;

/// Ends the meeting that goes on: its minutes are kept, and shown to be read over. Where nothing has changed since it
/// began there is nothing to keep.
pub fn end_meeting(session: Session) {
    let Some(meeting) = session.document.with_untracked(|document| document.meeting.clone()) else { return };
    let now = session.scene.get_untracked();
    let start = meeting.past.board(&now.board);
    let has_changed = start != *now.board;
    if has_changed {
        let then = Scene::of(Arc::new(start), meeting.started().today);
        let say = |date| day(date, now.today);
        let between = Between { then: &then, now: &now, say: &say };
        let held = Held::until(&meeting, &now.board, session.stamp());
        let title = Name::shortened(&minutes_title(&held, &say)).unwrap_or_default();
        let id = MinutesId::new(clock::new_uuid());
        let text = minutes(between, &held);
        let kept = Minutes { id, on: held.on, title, text, extra: Extra::new() };
        if !session.dispatch(Action::Record(Record::KeepMinutes(Box::new(kept)))) {
            return;
        }
    }
    if session.dispatch(Action::Meet(None)) {
        let words = if has_changed {
            "The meeting has ended. Its minutes are kept: read them over, then copy them."
        } else {
            "The meeting has ended. Nothing was recorded, so there are no minutes."
        };
        session.tell(words.to_owned(), false);
        if has_changed {
            session.go(Page::Minutes);
        }
        go_on_from(&[".paper-head .button", ".agenda-start .button", ".views [aria-current]"]);
    }
}
