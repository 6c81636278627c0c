//! Does what a line of the palette says.

use std::time::Duration;

use leptos::prelude::*;
use unblock_core::board::ItemId;
use unblock_core::gesture::Intent;
use unblock_core::view::palette::{COMMANDS, Does, Download, Entry};
use unblock_core::view::{Page, Route};

use crate::keyboard::{act_anywhere, has_side};
use crate::meeting::{end_meeting, go_on, running};
use crate::session::Session;
use crate::transfer::{self, Export, give};

/// How long it takes until a page that was gone to is there.
const GOING: Duration = Duration::from_millis(60);

/// Does it.
pub fn run(session: Session, entry: Entry) {
    match entry {
        Entry::Item(id) => open(session, id),
        Entry::Command(at) => COMMANDS.get(at).into_iter().for_each(|command| act(session, command.does)),
    }
}

/// Opens an item, on a page that has a place for it.
fn open(session: Session, id: ItemId) {
    with_side(session);
    session.selection.update(|selection| selection.open(id));
}

/// Goes to a page with the left column, where there is none. True where it went.
fn with_side(session: Session) -> bool {
    let goes = !untrack(|| session.page()).is_some_and(has_side);
    if goes {
        session.go(Page::Matrix);
    }
    goes
}

fn act(session: Session, does: Does) {
    match does {
        Does::Ask(intent) => {
            let needs_side =
                matches!(intent, Intent::New | Intent::WaitsFor | Intent::AwaitedBy | Intent::NextGap);
            let goes = needs_side && with_side(session);
            if intent == Intent::New {
                // The Inbox stands where an open item does.
                session.selection.update(|selection| selection.open = None);
            }
            // The page that is gone to has to be there, and the Inbox in place of the item.
            let after = if goes || intent == Intent::New { GOING } else { Duration::ZERO };
            set_timeout(move || act_anywhere(session, intent), after);
        }
        Does::Go(page) => session.go(page),
        Does::Boards => session.go_to(Route::Boards),
        Does::StartMeeting => running::start(session),
        Does::SkipStep => running::skip(session),
        Does::EndMeeting => end_meeting(session),
        Does::GoOn => go_on(session),
        Does::Import => transfer::choose_file(),
        Does::Download(file) => match file {
            Download::Board => transfer::download_board(session),
            Download::Csv => give(session, Export::Plan),
            Download::Schedule => give(session, Export::Schedule),
            Download::Calendar => give(session, Export::Calendar),
            Download::Scores => give(session, Export::Scores),
        },
        Does::CopyMarkdown => give(session, Export::Markdown),
    }
}
