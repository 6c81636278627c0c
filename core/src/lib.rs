//! Everything of Unblock that is not the browser.
