//! The markup of a row of the table. Every text that a person wrote is escaped.

use std::fmt::Write as _;

use unblock_core::view::compare::{RowView, State};
use unblock_core::view::escaped;

/// The cells of a row.
pub fn cells(row: &RowView, is_chosen: bool) -> String {
    let title = escaped(&row.title);
    let mut text = format!(
        "<div role=gridcell aria-colindex=1 class=cmp-choose><button type=button role=checkbox data-col=0 tabindex=-1 \
         aria-checked={is_chosen} aria-label=\"Compare {title}\"></button></div>\
         <div role=rowheader aria-colindex=2 data-col=1 tabindex=-1 class=cmp-title title=\"{title}\"><span dir=auto>{title}</span></div>"
    );
    let mut column = 2;
    for input in &row.inputs {
        let (class, words) = match input.state {
            State::Fine => ("", ""),
            State::Missing => (" cmp-missing", " aria-label=\"not set\""),
            State::Wrong => (" cmp-wrong", " aria-invalid=true"),
            State::Doubtful => (" cmp-doubtful", ""),
        };
        let shown = if input.text.is_empty() { "–" } else { &input.text };
        cell(&mut text, &mut column, &format!("cmp-figure{class}"), words, shown, "");
    }
    let (class, score) = match &row.score {
        Ok(score) => ("cmp-figure cmp-score", score),
        Err(why) => ("cmp-figure cmp-none", why),
    };
    cell(&mut text, &mut column, class, "", score, "");
    let rank = row.rank.map(|rank| rank.to_string()).unwrap_or_default();
    cell(&mut text, &mut column, "cmp-figure", "", &rank, "");
    cell(&mut text, &mut column, "cmp-note", "", &row.note, &row.note);
    text
}

fn cell(text: &mut String, column: &mut usize, class: &str, more: &str, shown: &str, title: &str) {
    let (shown, title) = (escaped(shown), escaped(title));
    let title = if title.is_empty() { String::new() } else { format!(" title=\"{title}\"") };
    // Writing to a String cannot fail.
    _ = write!(
        text,
        "<div role=gridcell aria-colindex={} data-col={column} tabindex=-1 class=\"{class}\"{more}{title}>{shown}</div>",
        *column + 1
    );
    *column += 1;
}
