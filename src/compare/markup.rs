//! The markup of a row of the table. Every text that a person wrote is escaped.

use unblock_core::view::compare::{RowView, State};
use unblock_core::view::escaped;

use super::keyed::Part;

/// The cells of a row.
pub fn cells(row: &RowView, is_chosen: bool) -> Vec<Part> {
    let title = escaped(&row.title);
    let part = |open: String, inner: String| Part { open, inner, close: "</div>" };
    let choose = format!(
        "<button type=button role=checkbox data-col=0 tabindex=-1 aria-checked={is_chosen} aria-label=\"Compare {title}\"></button>"
    );
    let head = format!(
        "<div role=rowheader aria-colindex=2 data-col=1 tabindex=-1 class=cmp-title title=\"{title}\">"
    );
    let mut parts = vec![
        part("<div role=gridcell aria-colindex=1 class=cmp-choose>".to_owned(), choose),
        part(head, format!("<span dir=auto>{title}</span>")),
    ];
    let mut cell = |class: &str, more: &str, shown: &str| {
        let column = parts.len();
        let place = column + 1;
        let open = format!(
            "<div role=gridcell aria-colindex={place} data-col={column} tabindex=-1 class=\"{class}\"{more}>"
        );
        parts.push(part(open, escaped(shown)));
    };
    for input in &row.inputs {
        let (class, words) = match input.state {
            State::Fine => ("cmp-figure", ""),
            State::Missing => ("cmp-figure cmp-missing", " aria-label=\"not set\""),
            State::Wrong => ("cmp-figure cmp-wrong", " aria-invalid=true"),
            State::Doubtful => ("cmp-figure cmp-doubtful", ""),
        };
        cell(class, words, if input.text.is_empty() { "–" } else { &input.text });
    }
    match &row.score {
        Ok(score) => cell("cmp-figure cmp-score", "", score),
        Err(why) => cell("cmp-figure cmp-none", "", why),
    }
    cell("cmp-figure", "", &row.rank.map(|rank| rank.to_string()).unwrap_or_default());
    let told = if row.note.is_empty() { String::new() } else { format!(" title=\"{}\"", escaped(&row.note)) };
    cell("cmp-note", &told, &row.note);
    parts
}
