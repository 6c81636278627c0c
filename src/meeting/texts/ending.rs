//! The end of a meeting, with the minutes that it leaves; and the way back into a meeting that was ended by mistake.

use std::sync::Arc;

use leptos::prelude::*;
use unblock_core::board::{Extra, Minutes, MinutesId, Name};
use unblock_core::edit::{Action, Meeting};
use unblock_core::view::minutes::{Between, Held, minutes, minutes_title};
use unblock_core::view::{Page, Scene, step_words};

use super::super::{go_on_from, running};
use crate::clock;
use crate::format::day;
use crate::session::{Session, session};

/// Ends the meeting that goes on, as one step: its minutes are kept, and shown to be read over. Where nothing has
/// changed since it began there is nothing to keep.
pub fn end_meeting(session: Session) {
    let Some(meeting) = session.document.with_untracked(|document| document.meeting.clone()) else { return };
    let kept = kept(session, &meeting);
    let has_minutes = kept.is_some();
    if session.dispatch(Action::EndMeeting(kept.map(Box::new))) {
        let words = if has_minutes {
            "The meeting has ended. Its minutes are kept: read them over, then copy them."
        } else {
            "The meeting has ended. Nothing was recorded, so there are no minutes."
        };
        session.tell(words.to_owned(), true);
        if has_minutes {
            session.go(Page::Minutes);
        }
        go_on_from(&[".paper-head .button", ".agenda-start .button", ".views [aria-current]"]);
    }
}

/// The minutes of a meeting that ends now. `None` where nothing has changed since it began.
fn kept(session: Session, meeting: &Meeting) -> Option<Minutes> {
    let now = session.scene.get_untracked();
    let start = meeting.past.board(&now.board);
    if start == *now.board {
        return None;
    }
    let then = Scene::of(Arc::new(start), meeting.started().today);
    let say = |date| day(date, now.today);
    let between = Between { then: &then, now: &now, say: &say };
    let held = Held::until(meeting, &now.board, session.stamp());
    let title = Name::shortened(&minutes_title(&held, &say)).unwrap_or_default();
    let id = MinutesId::new(clock::new_uuid());
    let text = minutes(between, &held);
    Some(Minutes { id, on: held.on, title, text, extra: Extra::new() })
}

/// True where a meeting ended today and none has begun since.
pub fn can_go_on(session: Session) -> bool {
    let ended = session.document.with(|document| document.ended.as_ref().map(|ended| ended.at.today));
    ended == Some(session.today.get())
}

/// Goes on with the meeting that ended, at the page of its step.
pub fn go_on(session: Session) {
    if !session.dispatch(Action::GoOn) {
        return;
    }
    if let Some(agenda) = running::agenda(session) {
        running::open(session);
        session.tell(format!("The meeting goes on. {}", step_words(&agenda)), false);
        go_on_from(&[".strip-next", ".strip-step"]);
    }
}

/// The way back into a meeting that was ended by mistake.
#[component]
pub fn GoOn() -> impl IntoView {
    let session = session();
    let can = Memo::new(move |_| can_go_on(session));
    view! {
        <Show when=move || can.get()>
            <p class="ended">
                "Ended by mistake? "
                <button type="button" class="button" title="Its step, its time and all that was recorded are as they were; the minutes of its end go"
                    on:click=move |_| go_on(session)>"Go on with the meeting"</button>
            </p>
        </Show>
    }
}
