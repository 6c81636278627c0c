//! Files in and out, as the page sees them: choosing, dropping, previewing, downloading, copying.

mod preview;

pub use preview::{ImportPage, PendingImport};

use crate::session::Session;

/// Opens the browser's dialog for a file to import.
pub fn choose_file() {}

/// Gives a text to the browser as a file.
pub fn download(_name: &str, _kind: &str, _text: &str) {}

/// Downloads the open board as a board file.
pub fn download_board(_session: Session) {}

/// Downloads the open board as plan CSV.
pub fn download_csv(_session: Session) {}

/// Copies the open board as Markdown.
pub fn copy_markdown(_session: Session) {}
