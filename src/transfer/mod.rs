//! Files in and out, as the page sees them: choosing, dropping, pasting, previewing, downloading.
//!
//! What a file means is decided by [`unblock_core::exchange`]; here is how it gets there and what is shown of it.

mod download;
mod incoming;
mod joining;
mod preview;
mod sheet;

pub use download::{Export, copy_or_download, download, download_board, export, file_name, give};
pub use incoming::{FileField, PendingImport, choose_file, offer_paste, parse, take_drop};
pub use preview::ImportPage;
