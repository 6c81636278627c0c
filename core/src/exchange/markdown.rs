//! A board as Markdown, to paste into a document or a chat: items by quadrant, refused ones with their reasons.
//!
//! It is one way: what is written here is not read back.

use std::fmt::Write;

use crate::board::{Board, Item, PersonId, Priority, Quadrant};

/// The board's items by quadrant, in the board's order; what is in the trash is not there.
pub fn write_markdown(board: &Board) -> String {
    let mut out = format!("# {}\n", escaped(board.about.name.as_str()));
    if !board.about.goal.trim().is_empty() {
        _ = write!(out, "\nDone when {}\n", escaped(board.about.goal.trim()));
    }
    if let Some(target) = board.about.target {
        _ = write!(out, "\nTarget: {target}\n");
    }
    let live = board.live();
    for place in Quadrant::ALL.into_iter().map(Some).chain([None]) {
        let items: Vec<&&Item> = live.iter().filter(|item| item.quadrant() == place).collect();
        if items.is_empty() {
            continue;
        }
        let name = place.map_or("Inbox", |quadrant| board.about.quadrants.name(quadrant));
        _ = write!(out, "\n## {} ({})\n\n", escaped(name), items.len());
        for item in items {
            out.push_str(&line(board, item));
        }
    }
    out
}

fn line(board: &Board, item: &Item) -> String {
    let mark = if item.progress.is_done() { "[x]" } else { "[ ]" };
    let mut line = match &item.refusal {
        Some(_) => format!("- {}", escaped(item.title.as_str())),
        None => format!("- {mark} {}", escaped(item.title.as_str())),
    };
    for fact in facts(board, item) {
        _ = write!(line, " · {fact}");
    }
    line + "\n"
}

fn facts(board: &Board, item: &Item) -> Vec<String> {
    let name = |id: PersonId| board.person(id).map(|person| escaped(person.name.as_str()));
    let mut facts = Vec::new();
    if let Some(refusal) = &item.refusal {
        let reason = refusal.reason.trim();
        let reason = if reason.is_empty() { "no reason given".to_owned() } else { escaped(reason) };
        let by = refusal.by.and_then(name).map(|who| format!(", {who}")).unwrap_or_default();
        let on = refusal.on.map(|day| format!(", {day}")).unwrap_or_default();
        facts.push(format!("refused: {reason}{by}{on}"));
    }
    if item.kind.is_external() {
        facts.push(item.kind.word().to_owned());
    }
    if item.priority != Priority::Backlog {
        facts.push(item.priority.word().to_owned());
    }
    facts.extend(item.responsible.and_then(name));
    facts.extend(item.promised.map(|day| format!("promised {day}")));
    facts.extend(item.due().map(|day| format!("due {day}")));
    let waits = board.waits_for(item.id).filter_map(|link| board.item(link.key.predecessor));
    let waits: Vec<String> =
        waits.filter(|item| item.trashed.is_none()).map(|item| escaped(item.title.as_str())).collect();
    if !waits.is_empty() {
        facts.push(format!("waits for {}", waits.join(", ")));
    }
    facts
}

/// Text on one line in which Markdown and HTML find nothing of theirs. A sign that means nothing where it stands, such
/// as those of "C# & .NET" or `snake_case`, stays as it is: such a text is also read as it was written.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        let after = rest.as_str();
        let is_marked = match c {
            '\\' | '`' | '*' | '[' | ']' | '<' | '>' | '|' | '~' => true,
            '_' => !(ends_in_word(&out) && after.starts_with(char::is_alphanumeric)),
            '#' => out.is_empty(),
            '&' => is_entity(after),
            _ => false,
        };
        out.extend(is_marked.then_some('\\'));
        out.push(if matches!(c, '\r' | '\n') { ' ' } else { c });
    }
    out
}

fn ends_in_word(text: &str) -> bool {
    text.ends_with(char::is_alphanumeric)
}

/// True for the rest of `&amp;` or `&#38;`.
fn is_entity(after: &str) -> bool {
    let name = after.trim_start_matches('#').trim_start_matches(|c: char| c.is_ascii_alphanumeric());
    name.len() < after.len() && name.starts_with(';')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::board::{Answer, BoardId, ItemField, ItemId, Refusal};
    use std::sync::Arc;

    #[test]
    fn signs_are_escaped_only_where_they_mean_something() {
        for (text, safe) in [
            ("C# & .NET: R&D", "C# & .NET: R&D"),
            ("snake_case of A", "snake_case of A"),
            ("_so_ and a_ b", r"\_so\_ and a\_ b"),
            ("# hash", r"\# hash"),
            ("&amp; &#38; &", r"\&amp; \&#38; &"),
            ("*a* <b> [c](d)", r"\*a\* \<b\> \[c\](d)"),
        ] {
            assert_eq!(escaped(text), safe, "{text}");
        }
    }

    #[test]
    fn items_stand_under_their_quadrants_and_refused_ones_say_why() {
        let mut board = Board::new(BoardId::new(uuid::Uuid::nil()), "Q3 <b>plan</b>".parse().unwrap());
        board.about.goal = "the *beta* is out".to_owned();
        let refusal = Refusal { reason: "not now: v2".to_owned(), by: None, on: "2026-03-12".parse().ok() };
        for (n, title, answer, refusal) in
            [(1, "Ship", Answer::Yes, None), (2, "Pet", Answer::No, Some(refusal))]
        {
            let mut item = Item::new(ItemId::new(uuid::Uuid::from_u128(n)));
            item.title = title.parse().unwrap();
            item.replace(ItemField::Important(Some(answer)));
            item.replace(ItemField::Urgent(Some(answer)));
            item.refusal = refusal;
            board.items.insert(item.id, Arc::new(item));
        }
        let lines = write_markdown(&board);
        let lines: Vec<&str> = lines.lines().filter(|line| !line.is_empty()).collect();
        assert_eq!(
            lines,
            [
                r"# Q3 \<b\>plan\</b\>",
                r"Done when the \*beta\* is out",
                "## Do now (1)",
                "- [ ] Ship",
                "## Eliminate or backlog (1)",
                "- Pet · refused: not now: v2, 2026-03-12",
            ]
        );
    }
}
