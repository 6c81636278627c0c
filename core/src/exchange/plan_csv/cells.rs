//! The texts of a plan CSV's cells, one way and the other: words for answers and stages, scores, and the guard
//! that keeps a spreadsheet from running a cell as a formula.

use std::borrow::Cow;

use super::super::note::quoted;
use crate::board::{Answer, Awaited, Date, Decimal, Door, Kind, Priority, Reasons, UnknownReason};

/// Characters with which a spreadsheet may take a cell for a formula.
fn starts_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'])
}

/// A cell that no spreadsheet runs: one that could be run begins with an apostrophe.
pub(in crate::exchange) fn guarded(text: &str) -> Cow<'_, str> {
    if starts_formula(text.trim_start_matches('\'')) {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// The text of a cell without the guard.
pub(in crate::exchange) fn unguarded(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if starts_formula(rest.trim_start_matches('\'')) => rest,
        _ => text,
    }
}

/// Entries of a list, as a cell holds them.
pub(super) fn joined<'a>(entries: impl IntoIterator<Item = &'a str>) -> String {
    // A semicolon inside an entry would split it in two.
    entries.into_iter().map(|entry| entry.replace(';', ",")).collect::<Vec<_>>().join("; ")
}

/// The entries of a cell.
pub(super) fn split(cell: &str) -> impl Iterator<Item = &str> {
    cell.split(';').map(str::trim).filter(|entry| !entry.is_empty())
}

type Read<T> = Result<T, String>;

fn not(text: &str, expected: &str) -> String {
    format!("{} is not {expected}", quoted(text))
}

pub(super) fn answer(text: &str) -> Read<Answer> {
    match text.to_lowercase().as_str() {
        "yes" | "y" | "true" | "1" | "x" => Ok(Answer::Yes),
        "no" | "n" | "false" | "0" => Ok(Answer::No),
        _ => Err(not(text, "yes, no or blank")),
    }
}

pub(super) const fn answer_word(answer: Answer) -> &'static str {
    match answer {
        Answer::Yes => "yes",
        Answer::No => "no",
    }
}

pub(super) fn kind(text: &str) -> Read<Kind> {
    let found = Kind::ALL.into_iter().find(|kind| kind.word().eq_ignore_ascii_case(text));
    found.ok_or_else(|| not(text, "work, team, system, api, tool or vendor"))
}

pub(super) fn priority(text: &str) -> Read<Priority> {
    let found = Priority::ALL.into_iter().find(|priority| priority.word().eq_ignore_ascii_case(text));
    found.ok_or_else(|| not(text, "P0, P1, P2, P3 or backlog"))
}

pub(super) fn door(text: &str) -> Read<Door> {
    match text.to_lowercase().replace(' ', "-").as_str() {
        "one-way" => Ok(Door::OneWay),
        "two-way" => Ok(Door::TwoWay),
        _ => Err(not(text, "one-way or two-way")),
    }
}

pub(super) const fn door_word(door: Door) -> &'static str {
    match door {
        Door::OneWay => "one-way",
        Door::TwoWay => "two-way",
    }
}

/// Which of the questions of a good priority call are answered with yes.
pub(super) fn reasons(text: &str) -> Result<Reasons, UnknownReason> {
    let words: Vec<String> = split(text).map(|word| word.to_lowercase().replace(' ', "-")).collect();
    words.try_into()
}

/// `Team A 2026-03-10`: who, then the day.
pub(super) fn awaited(text: &str) -> Read<Awaited> {
    let wrong = || not(text, "a name and a date, such as Team A 2026-03-10");
    let (who, by) = text.rsplit_once(char::is_whitespace).ok_or_else(wrong)?;
    Ok(Awaited { who: who.parse().map_err(|_| wrong())?, by: by.parse().map_err(|_| wrong())? })
}

pub(super) fn awaited_text(awaited: &Awaited) -> String {
    format!("{} {}", awaited.who, awaited.by)
}

/// How a confidence was written.
pub(super) enum Confidence {
    /// As percent.
    Percent(Decimal),
    /// As a fraction: at most 1 without a percent sign. In percent here.
    Fraction(Decimal),
}

pub(super) fn confidence(text: &str) -> Read<Confidence> {
    const ONE: u64 = 10_000;
    let percent = text.strip_suffix('%').map(str::trim_end);
    let number: Decimal = percent.unwrap_or(text).parse().map_err(|error| format!("{error}"))?;
    let scaled = number.ten_thousandths();
    if scaled > 100 * ONE {
        return Err(not(text, "a confidence: 0 to 100 %"));
    }
    if percent.is_some() || scaled > ONE || scaled == 0 {
        return Ok(Confidence::Percent(number));
    }
    Decimal::from_ten_thousandths(scaled * 100).map(Confidence::Fraction).map_err(|error| format!("{error}"))
}

/// The stage that a cell of the column `status` names.
pub(super) enum Status {
    NotStarted,
    Started,
    Done,
}

pub(super) fn status(text: &str) -> Read<Status> {
    match text.to_lowercase().as_str() {
        "not started" | "open" | "todo" | "to do" => Ok(Status::NotStarted),
        "started" | "in progress" | "doing" => Ok(Status::Started),
        "done" | "finished" | "delivered" => Ok(Status::Done),
        _ => Err(not(text, "a status (not started, started or done)")),
    }
}

/// A date as `read` needs it, from a text that was already looked at.
pub(super) fn date(text: &str, found: Option<Date>) -> Read<Date> {
    found.ok_or_else(|| not(text, "a clear date: write it like 2026-03-12"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_starts_a_formula_and_each_comes_back_as_it_was() {
        for text in ["=1+1", "+1", "-1", "@sum", "\tx", "\rx", "'=1", "''=1", "'quoted'", "plain", "", "＝1"]
        {
            let cell = guarded(text);
            assert!(!starts_formula(&cell), "{text:?}");
            assert_eq!(unguarded(&cell), text);
        }
    }

    #[test]
    fn a_confidence_of_at_most_one_without_a_sign_is_a_fraction() {
        let read = |text| match confidence(text) {
            Ok(Confidence::Percent(number)) => format!("{number}"),
            Ok(Confidence::Fraction(number)) => format!("{number} from a fraction"),
            Err(said) => said,
        };
        for (text, meant) in [
            ("80", "80"),
            ("80 %", "80"),
            ("1%", "1"),
            ("0.8", "80 from a fraction"),
            ("1", "100 from a fraction"),
            ("0", "0"),
            ("101", "'101' is not a confidence: 0 to 100 %"),
            ("3,5", "'3,5' is not a number such as 3 or 0.25"),
        ] {
            assert_eq!(read(text), meant, "{text}");
        }
    }
}
