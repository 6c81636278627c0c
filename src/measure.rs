//! Performance marks that anyone can read in the browser's tools: `unblock:start`, `unblock:open`, `unblock:edit`,
//! `unblock:schedule`, `unblock:layout`.

use leptos::prelude::{request_animation_frame, set_timeout, window};
use std::time::Duration;

/// Begins a measure.
pub fn begin(name: &'static str) {
    if let Some(performance) = window().performance() {
        // A mark that cannot be set costs a figure, nothing else.
        _ = performance.mark(&start_of(name));
    }
}

/// Measures what is worked out at once.
pub fn timed<T>(name: &'static str, work: impl FnOnce() -> T) -> T {
    begin(name);
    let done = work();
    end(name, Some(&start_of(name)));
    done
}

/// Ends a measure when what was changed has been painted.
pub fn end_painted(name: &'static str) {
    request_animation_frame(move || set_timeout(move || end(name, Some(&start_of(name))), Duration::ZERO));
}

/// Ends the measure that began with the navigation when the page has been painted, and goes on with what comes after.
pub fn end_start(then: impl FnOnce() + 'static) {
    let painted = || {
        end("unblock:start", None);
        then();
    };
    request_animation_frame(move || set_timeout(painted, Duration::ZERO));
}

fn end(name: &str, from: Option<&str>) {
    let Some(performance) = window().performance() else { return };
    _ = match from {
        Some(mark) => performance.measure_with_start_mark(name, mark),
        None => performance.measure(name),
    };
}

fn start_of(name: &str) -> String {
    format!("{name}:begin")
}
