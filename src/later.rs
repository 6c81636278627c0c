//! What is done later for a view: in the next frame, or after a while. By then the view may have been left, and its
//! signals with it; to read one of them would stop the page. So whoever puts something off says what it needs.
//!
//! Absent on purpose: what needs nothing of a view but elements, or the session, which lives as long as the page.

use std::time::Duration;

use leptos::prelude::*;

/// Does something in the next frame, unless what it needs, a signal of the view, is gone by then.
pub fn in_next_frame(needs: impl IsDisposed + 'static, act: impl FnOnce() + 'static) {
    request_animation_frame(unless_gone(needs, act));
}

/// Does something after a while, unless what it needs, a signal of the view, is gone by then. `None` where the browser
/// gives no timer: then it is not done.
pub fn after(
    wait: Duration,
    needs: impl IsDisposed + 'static,
    act: impl FnOnce() + 'static,
) -> Option<TimeoutHandle> {
    set_timeout_with_handle(unless_gone(needs, act), wait).ok()
}

fn unless_gone(needs: impl IsDisposed, act: impl FnOnce()) -> impl FnOnce() {
    move || {
        if !needs.is_disposed() {
            act();
        }
    }
}
