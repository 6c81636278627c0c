//! Out: a file for the browser to keep, or a text for the clipboard.

use js_sys::Array;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};
use unblock_core::exchange::{
    write_ics, write_markdown, write_plan_csv, write_schedule_csv, write_scores_csv,
};
use wasm_bindgen::{JsCast, JsValue};

use crate::backup::note_board;
use crate::clock;
use crate::lazy;
use crate::parts::copy;
use crate::session::Session;

/// Gives a text to the browser as a file.
pub fn download(name: &str, kind: &str, text: &str) {
    // Making a blob and its address fails only where memory is out; there is nothing to download then.
    _ = try_download(name, kind, text);
}

fn try_download(name: &str, kind: &str, text: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&JsValue::from_str(text)), &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let anchor: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    anchor.set_href(&address);
    anchor.set_download(name);
    anchor.click();
    // Browsers read it after the click; a minute is enough for any of them.
    set_timeout(move || _ = Url::revoke_object_url(&address), std::time::Duration::from_mins(1));
    Ok(())
}

/// A file name made of the board's name.
pub fn file_name(session: Session, ending: &str) -> String {
    let name = session.board.with_untracked(|board| board.about.name.to_string());
    let plain: String = name.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
    let parts: Vec<&str> = plain.split('-').filter(|part| !part.is_empty()).collect();
    format!("{}.{ending}", if parts.is_empty() { "board".to_owned() } else { parts.join("-") })
}

/// Downloads the open board as a board file.
pub fn download_board(session: Session) {
    let Some(keeper) = session.keeper() else { return };
    let text = session.board.with_untracked(|board| (keeper.write_board)(board));
    download(&file_name(session, "unblock.json"), "application/json", &text);
    note_board(session);
    session.tell("The board was downloaded".to_owned(), false);
}

/// A format that the open board is given away in, beside its own.
#[derive(Clone, Copy)]
pub enum Export {
    /// The plan as CSV.
    Plan,
    /// The schedule as CSV.
    Schedule,
    /// Handoffs, deadlines and actions as a calendar.
    Calendar,
    /// The scores as CSV.
    Scores,
    /// The board as Markdown, into the clipboard; where the browser does not allow it, it is downloaded.
    Markdown,
}

/// Gives the open board away in a format, as soon as what writes it is here.
pub fn give(session: Session, what: Export) {
    lazy::with_views(session, move |views| (views.export)(session, what));
}

/// Gives the open board away in a format.
pub fn export(session: Session, what: Export) {
    let (text, ending, kind, told) = session.scene.with_untracked(|scene| {
        let board = &scene.board;
        match what {
            Export::Plan => (write_plan_csv(board), "csv", "text/csv", "The plan was downloaded as CSV"),
            Export::Schedule => (
                write_schedule_csv(board, &scene.schedule),
                "schedule.csv",
                "text/csv",
                "The schedule was downloaded as CSV",
            ),
            Export::Calendar => (
                write_ics(board, &scene.schedule, clock::now()),
                "ics",
                "text/calendar",
                "Handoffs, deadlines and actions were downloaded as a calendar",
            ),
            Export::Scores => {
                (write_scores_csv(board), "scores.csv", "text/csv", "The scores were downloaded as CSV")
            }
            Export::Markdown => (write_markdown(board), "md", "text/markdown", ""),
        }
    });
    if let Export::Markdown = what {
        return copy_or_download(session, text, "The board", ending);
    }
    download(&file_name(session, ending), kind, &text);
    session.tell(told.to_owned(), false);
}

/// Copies Markdown of something; where the browser does not allow it, it is downloaded.
pub fn copy_or_download(session: Session, text: String, what: &'static str, ending: &'static str) {
    spawn_local(async move {
        let copied = copy(&text).await;
        if copied {
            session.tell(format!("{what} is in the clipboard, as Markdown"), false);
        } else {
            download(&file_name(session, ending), "text/markdown", &text);
            session.tell("The browser did not allow copying; the Markdown was downloaded".to_owned(), false);
        }
    });
}
