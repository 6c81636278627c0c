//! What of a long list is in the page: cards have one size, so rows are found by arithmetic and not by looking.

/// CSS pixels between two cards.
const GAP: f64 = 8.0;
/// Height of a full card.
const FULL: f64 = 80.0;
/// Height of a compact card.
const COMPACT: f64 = 44.0;
/// Height of one in the Inbox: it is narrow, and whoever sorts has to read on.
const COMPACT_SINGLE: f64 = 56.0;
/// More cards than this make a column compact.
const FULL_UP_TO: usize = 8;
/// The narrowest card that still reads.
const NARROWEST: f64 = 260.0;
/// Rows kept in the page above and below what is seen.
const SPARE_ROWS: usize = 4;

/// How the cards of a column stand: row by row, in one or two columns of equal width.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Grid {
    /// Cards side by side.
    pub columns: usize,
    /// True for cards of one line.
    pub compact: bool,
    /// Height of a card in CSS pixels.
    pub height: f64,
    /// Width of the area in CSS pixels.
    pub width: f64,
    /// How many cards there are.
    pub count: usize,
}

/// The grid for so many cards in an area so wide. The Inbox (`single`) is one column whatever its width.
///
/// Text and cards may be shown enlarged, by `scale`.
pub fn grid_for(count: usize, width: f64, single: bool, scale: f64) -> Grid {
    let compact = count > FULL_UP_TO;
    let columns = if !single && width >= 2.0 * NARROWEST * scale + GAP { 2 } else { 1 };
    let height = match (compact, single) {
        (false, _) => FULL,
        (true, false) => COMPACT,
        (true, true) => COMPACT_SINGLE,
    };
    Grid { columns, compact, height: scale * height, width, count }
}

/// The part of the cards that is in the page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Window {
    /// The first card in the page.
    pub first: usize,
    /// One past the last.
    pub end: usize,
    /// Height of the whole list.
    pub total: f64,
}

impl Grid {
    /// From one row to the next.
    pub const fn pitch(&self) -> f64 {
        self.height + GAP
    }

    /// Rows in all.
    pub const fn rows(&self) -> usize {
        self.count.div_ceil(if self.columns == 0 { 1 } else { self.columns })
    }

    /// Width of a card.
    pub fn card_width(&self) -> f64 {
        let columns = count(self.columns.max(1));
        (self.width - GAP * (columns - 1.0)) / columns
    }

    /// Left and top of a card.
    pub fn position(&self, index: usize) -> (f64, f64) {
        let columns = self.columns.max(1);
        (count(index % columns) * (self.card_width() + GAP), count(index / columns) * self.pitch())
    }

    /// The cards that are seen, or nearly, when the list is scrolled so far and so much of it is in sight.
    pub fn window(&self, scrolled: f64, seen: f64) -> Window {
        let row = |y: f64| rows_down(y / self.pitch());
        let columns = self.columns.max(1);
        let first = row(scrolled).saturating_sub(SPARE_ROWS) * columns;
        let end = (row(scrolled + seen) + 1 + SPARE_ROWS) * columns;
        let total = (count(self.rows()) * self.pitch() - GAP).max(0.0);
        Window { first: first.min(self.count), end: end.min(self.count), total }
    }

    /// The place, 0 to the number of cards, at which a card dropped at this point of the list goes.
    pub fn drop_index(&self, x: f64, y: f64) -> usize {
        let columns = self.columns.max(1);
        if columns == 1 {
            return rows_down(y / self.pitch() + 0.5).min(self.count);
        }
        let row = rows_down(y / self.pitch());
        let column = rows_down(x / (self.card_width() + GAP) + 0.5).min(columns);
        (row * columns + column).min(self.count)
    }

    /// How far the list must be scrolled for a card to be seen, if it is scrolled so far and so much is in sight.
    pub fn scroll_to(&self, index: usize, scrolled: f64, seen: f64) -> Option<f64> {
        let (_, top) = self.position(index);
        if top < scrolled {
            Some(top)
        } else if top + self.height > scrolled + seen {
            Some(top + self.height - seen)
        } else {
            None
        }
    }
}

/// Counts are far below 2^52.
#[allow(clippy::cast_precision_loss, reason = "a count of cards is far below 2^52")]
const fn count(n: usize) -> f64 {
    n as f64
}

/// A whole number of rows; above the list is row 0.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a float-to-int cast saturates")]
const fn rows_down(rows: f64) -> usize {
    rows.max(0.0) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn above_eight_cards_a_column_turns_compact() {
        assert!(!grid_for(8, 700.0, false, 1.0).compact);
        assert!(grid_for(9, 700.0, false, 1.0).compact);
        assert_eq!(grid_for(9, 400.0, false, 1.0).columns, 1);
        assert_eq!(grid_for(9, 700.0, true, 1.0).columns, 1);
        assert!((grid_for(9, 700.0, false, 1.25).height - 55.0).abs() < 0.01);
    }

    #[test]
    fn a_compact_card_of_the_inbox_has_two_lines() {
        assert!((grid_for(9, 272.0, true, 1.0).height - 56.0).abs() < 0.01);
    }

    #[test]
    fn of_two_thousand_cards_a_few_dozen_are_in_the_page() {
        let grid = grid_for(2000, 700.0, false, 1.0);
        let window = grid.window(10_400.0, 320.0);
        assert!(window.first <= 400 && window.end >= 412, "{window:?}");
        assert!(window.end - window.first <= 40, "{window:?}");
        let end = grid.window(1e9, 320.0);
        assert_eq!((end.first, end.end), (2000, 2000));
        assert!((grid.window(0.0, 0.0).total - (1000.0 * 52.0 - 8.0)).abs() < 1e-9);
    }

    #[test]
    fn a_card_is_dropped_before_the_one_whose_middle_is_not_reached() {
        let one = grid_for(3, 300.0, false, 1.0);
        for (y, index) in [(-50.0, 0), (10.0, 0), (50.0, 1), (140.0, 2), (999.0, 3)] {
            assert_eq!(one.drop_index(10.0, y), index, "{y}");
        }
        let two = grid_for(4, 600.0, false, 1.0);
        for (x, y, index) in
            [(10.0, 10.0, 0), (200.0, 10.0, 1), (590.0, 10.0, 2), (10.0, 90.0, 2), (590.0, 500.0, 4)]
        {
            assert_eq!(two.drop_index(x, y), index, "{x} {y}");
        }
    }

    #[test]
    fn a_card_out_of_sight_is_scrolled_to_by_the_least() {
        let grid = grid_for(100, 300.0, false, 1.0);
        assert_eq!(grid.scroll_to(0, 100.0, 200.0), Some(0.0));
        assert_eq!(grid.scroll_to(50, 0.0, 200.0), Some(50.0 * 52.0 + 44.0 - 200.0));
        assert_eq!(grid.scroll_to(2, 0.0, 200.0), None);
    }
}
