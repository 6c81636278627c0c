//! Where the cut line is seen: a line that stands beyond an edge of the list is held at that edge, within reach.

use leptos::prelude::*;

use super::drag::Dragging;
use super::state::{GAP, ROW};

/// What is left free under the line where it stands at the edge of the list.
const EDGE: f64 = 12.0;

impl Dragging {
    /// Where the line is seen: where it stands, or at the edge of the list beyond which it stands.
    pub fn line_top(self) -> f64 {
        let (top, scrolled, height) = (self.line_at(), self.scrolled.get(), self.size.get().height);
        if height < 3.0 * GAP { top } else { top.clamp(scrolled, scrolled + height - GAP - EDGE) }
    }

    /// True where the line stands beyond an edge of the list.
    pub fn line_is_beyond(self) -> bool {
        (self.line_top() - self.line_at()).abs() > ROW / 2.0
    }

    /// Where the line stands.
    pub(super) fn line_at(self) -> f64 {
        self.cutting.top(self.cutting.line()) - GAP
    }

    /// Scrolls the list so that the line stands where it is seen.
    pub(super) fn reach_the_line(self) {
        if let Some(list) = self.list.get_untracked() {
            let by = untrack(|| self.line_at() - self.line_top());
            list.scroll_by_with_x_and_y(0.0, by);
        }
    }

    /// Scrolls the list so that the line is well in sight.
    pub fn show_the_line(self) {
        let Some(list) = self.list.get_untracked() else { return };
        let (top, height) = (untrack(|| self.line_at()), f64::from(list.client_height()));
        let from_top = top - f64::from(list.scroll_top());
        let by = from_top - from_top.clamp(2.0 * ROW, (height - 3.0 * ROW).max(2.0 * ROW));
        if by.abs() > 0.0 {
            list.scroll_by_with_x_and_y(0.0, by);
        }
    }
}
