//! Plain text: one item a line, with bullets, numbers and check boxes taken off.
//!
//! Indentation has no meaning: a bullet below a bullet is an item, too. Nothing is read into the words.

use super::error::ReadError;
use super::note::{NoteKind, Notes, Place};
use super::plan::{Gathered, Plan, Sketch};
use super::{Format, file_stem};
use crate::board::{Date, FieldName, ItemField, MAX_ITEMS, Name, Progress};

const SPEAKS: [FieldName; 3] = [FieldName::Title, FieldName::Progress, FieldName::Notes];

/// The plan in a text. `file` is the file's name, `None` where the text was pasted.
pub(super) fn read(text: &str, file: Option<&str>, today: Date) -> Result<Plan, ReadError> {
    let lines = || text.lines().zip(1..).filter(|(line, _)| !is_blank(line));
    if lines().nth(MAX_ITEMS).is_some() {
        return Err(ReadError::TooManyItems(lines().count()));
    }
    let mut gathered = Gathered::default();
    for (line, number) in lines() {
        if let Some(sketch) = item(line, Place::Line(number), today, &mut gathered.notes) {
            gathered.take(sketch);
        }
    }
    let stem = file.map_or("Pasted list", file_stem);
    let name =
        Name::shortened(stem).or_else(|_| Name::shortened("Pasted list")).map_err(|_| ReadError::Empty)?;
    gathered.finish(Format::Text, format!("text:{}", stem.to_lowercase()), name, &SPEAKS)
}

/// Nothing on it, or a rule of dashes.
fn is_blank(line: &str) -> bool {
    line.chars().all(|c| c.is_whitespace() || matches!(c, '-' | '*' | '=' | '_' | '•' | '#'))
}

fn item(line: &str, place: Place, today: Date, notes: &mut Notes) -> Option<Sketch> {
    let (text, done) = unticked(without_bullet(line.trim()));
    let (title, rest) = text.split_once('\t').unwrap_or((text, ""));
    let mut sketch = Sketch::new(title.trim(), title, place.clone(), notes)?;
    if done {
        sketch.set(ItemField::Progress(Progress::Done { started: None, on: today }));
        notes.say(NoteKind::ReadAs, Some(place.clone()), "a ticked line was read as done today");
    }
    if !rest.trim().is_empty() {
        sketch.paragraph(
            rest.split('\t').map(str::trim).filter(|cell| !cell.is_empty()).collect::<Vec<_>>().join("\n"),
        );
        notes.say(NoteKind::Kept, Some(place), "what stands behind a tab is in the notes");
    }
    Some(sketch)
}

/// The line without `-`, `*`, `•`, `1.`, `2)` or the marks of a heading at its start.
fn without_bullet(line: &str) -> &str {
    let bullet = line.trim_start_matches('#');
    let rest = bullet.strip_prefix(['-', '*', '+', '•', '‣', '◦', '–', '—', '·']).unwrap_or(bullet);
    if rest.len() < line.len() && rest.starts_with(char::is_whitespace) {
        return rest.trim_start();
    }
    let digits = line.find(|c: char| !c.is_ascii_digit()).unwrap_or(0);
    let numbered = line.get(digits..).and_then(|rest| rest.strip_prefix(['.', ')'])).filter(|_| digits > 0);
    numbered.filter(|rest| rest.starts_with(char::is_whitespace)).map_or(line, str::trim_start)
}

/// The text behind a check box, and whether the box is ticked.
fn unticked(text: &str) -> (&str, bool) {
    for (mark, done) in
        [("[ ]", false), ("[x]", true), ("[X]", true), ("☐", false), ("☑", true), ("✅", true)]
    {
        if let Some(rest) = text.strip_prefix(mark).filter(|rest| rest.starts_with(char::is_whitespace)) {
            return (rest.trim_start(), done);
        }
    }
    (text, false)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn titles(text: &str) -> Vec<String> {
        let plan = read(text, None, Date::default()).unwrap();
        plan.items.iter().map(|item| item.title().to_owned()).collect()
    }

    #[test]
    fn each_line_is_an_item_without_its_bullet() {
        let text = "- Freeze the API\r\n\n  * Load test\n    • Warm caches\n12. Cut over\n2) Tell sales\n---\n## Later\n[ ] Tidy up\n- [x] Book a room\n+1 for dark mode\n-5 °C alarm\n3.5 upgrade";
        assert_eq!(
            titles(text),
            [
                "Freeze the API",
                "Load test",
                "Warm caches",
                "Cut over",
                "Tell sales",
                "Later",
                "Tidy up",
                "Book a room",
                "+1 for dark mode",
                "-5 °C alarm",
                "3.5 upgrade",
            ]
        );
    }

    #[test]
    fn a_ticked_line_is_done_and_a_second_column_is_kept() {
        let plan =
            read("[x] Book a room\nLoad test\tneeds the staging cluster\t3 days", None, Date::default())
                .unwrap();
        assert!(
            plan.items[0]
                .fields
                .contains(&ItemField::Progress(Progress::Done { started: None, on: Date::default() }))
        );
        assert!(
            plan.items[1].fields.contains(&ItemField::Notes("needs the staging cluster\n3 days".to_owned()))
        );
        assert_eq!(plan.notes.len(), 2);
    }

    #[test]
    fn more_lines_than_a_board_holds_are_refused() {
        assert_eq!(read(&"a\n".repeat(20_001), None, Date::default()), Err(ReadError::TooManyItems(20_001)));
    }

    #[test]
    fn nothing_but_rules_is_no_plan() {
        assert_eq!(read("---\n***", None, Date::default()), Err(ReadError::NoItems("text")));
    }
}
