//! The twenty promises about people's data, and where each of them is tried.

use super::report::Part;

/// A promise.
pub(super) struct Promise {
    pub(super) number: u8,
    pub(super) words: &'static str,
    /// Where it must be tried; a part that left no line is named in the table.
    pub(super) parts: &'static [Part],
    /// What of it comes with a later part of the app.
    pub(super) later: Option<&'static str>,
}

const NATIVE: &[Part] = &[Part::Native];
const BROWSER: &[Part] = &[Part::Browser];
const BOTH: &[Part] = &[Part::Native, Part::Browser];

const fn promise(number: u8, words: &'static str, parts: &'static [Part]) -> Promise {
    Promise { number, words, parts, later: None }
}

const fn partly(promise: Promise, later: &'static str) -> Promise {
    Promise { later: Some(later), ..promise }
}

pub(super) const PROMISES: [Promise; 20] = [
    promise(1, "An edit shown as saved survives close, reload, navigation", BOTH),
    promise(2, "kill -9 of the browser costs at most 1 s of work", BOTH),
    promise(3, "Unreadable data is never overwritten, deleted or shown as empty", NATIVE),
    partly(
        promise(4, "A newer format is opened read-only or refused, never saved", NATIVE),
        "a link of a newer version: comes with sharing by link",
    ),
    promise(5, "Every format ever released opens for ever", NATIVE),
    promise(6, "Full storage is told before and at the moment; nothing old is dropped; saving resumes", BOTH),
    promise(7, "Two tabs never lose an edit", BOTH),
    promise(8, "An import cannot harm what is there", NATIVE),
    partly(promise(9, "Inputs are bounded", NATIVE), "a deflate bomb in a link: comes with sharing by link"),
    promise(10, "Undo and redo are exact, and survive a reload", NATIVE),
    promise(11, "Export and import are lossless", NATIVE),
    promise(12, "There is always an older copy, and a trash", BOTH),
    partly(promise(13, "Data cannot run", BROWSER), "script in a link: comes with sharing by link"),
    promise(14, "A CSV cannot run in a spreadsheet", NATIVE),
    promise(15, "Nothing leaves the machine", BROWSER),
    promise(16, "No storage: works in memory and says so", BROWSER),
    promise(17, "A load failure explains itself and offers the boards for download", BROWSER),
    promise(18, "A panic is one reload from health", BROWSER),
    promise(19, "A good neighbour", BOTH),
    promise(20, "Dates do not drift", BROWSER),
];

/// What is promised once it exists.
pub(super) const LATER: [&str; 2] =
    ["offline by a service worker: comes later", "a board tied to a file on disk: comes later"];
