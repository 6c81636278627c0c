//! What an item waits for, in MS Project's notation: `A; B SS+2; C FF-1d`.
//!
//! Lags are working days; `2w` is ten. Hours, percent and elapsed days are refused.

use super::super::note::quoted;
use crate::board::{Lag, LinkKind};

const NO_WORKING_DAYS: &str = "has a lag that is not in working days";
const BEYOND_THE_RANGE: &str = "has a lag that is not from -10,000 to 10,000 working days";

/// One entry of the list: the id as it stands there, the type and the lag. `known` tells whether a text is an id:
/// an id may end in letters or digits that look like a type or a lag.
pub(super) fn entry(text: &str, known: &dyn Fn(&str) -> bool) -> Result<(String, LinkKind, Lag), String> {
    let text = text.trim();
    let none = Lag::default();
    let (head, lag) = match split_lag(text) {
        _ if known(text) => (text, none),
        Some((head, lag)) => (head, lag.map_err(|why| format!("{} {why}", quoted(text)))?),
        None => (text, none),
    };
    if known(head) {
        return Ok((head.to_owned(), LinkKind::FinishToStart, lag));
    }
    let typed = LinkKind::ALL.into_iter().find_map(|kind| {
        let (id, letters) = head.split_at_checked(head.len().checked_sub(2)?)?;
        let id = id.trim_end();
        (letters.eq_ignore_ascii_case(kind.letters()) && known(id)).then(|| (id.to_owned(), kind, lag))
    });
    typed.ok_or_else(|| format!("{} names no item of this file", quoted(text)))
}

/// A type and a lag as a person types them: `SS+2`, `FF-1d`, `+3`; nothing typed is the usual link.
pub fn typed_link(text: &str) -> Result<(LinkKind, Lag), String> {
    let text = text.trim();
    if let Some((_, Err(BEYOND_THE_RANGE))) = split_lag(text) {
        return Err(format!("{} {BEYOND_THE_RANGE}", quoted(text)));
    }
    // Any id will do: what stands behind it is what is read.
    let whole = entry(&format!("x {text}"), &|id| id == "x");
    whole
        .map(|(_, kind, lag)| (kind, lag))
        .map_err(|_| format!("{} is no link: write it like FS, SS+2 or FF-1, in working days", quoted(text)))
}

/// The text before a lag at its end, and the lag, or why it is none.
fn split_lag(text: &str) -> Option<(&str, Result<Lag, &'static str>)> {
    let at = text.rfind(['+', '-'])?;
    let (head, tail) = text.split_at_checked(at)?;
    let amount = tail.get(1..)?.trim().to_ascii_lowercase();
    let digits = amount.find(|c: char| !c.is_ascii_digit()).unwrap_or(amount.len());
    let (number, unit) = amount.split_at_checked(digits)?;
    let factor = match unit.trim() {
        "" | "d" | "day" | "days" => Ok(1),
        "w" | "wk" | "wks" | "week" | "weeks" => Ok(5),
        _ => Err(NO_WORKING_DAYS),
    };
    let lag = factor.and_then(|factor| {
        let days = number.parse::<i32>().ok().and_then(|number| number.checked_mul(factor));
        let signed = days.map(|days| if tail.starts_with('-') { -days } else { days });
        signed.and_then(|days| Lag::try_from(days).ok()).ok_or(BEYOND_THE_RANGE)
    });
    (!number.is_empty()).then_some((head.trim_end(), lag))
}

/// An entry as it is written.
pub(super) fn written(id: &str, kind: LinkKind, lag: Lag) -> String {
    match (kind, lag.get()) {
        (LinkKind::FinishToStart, 0) => id.to_owned(),
        (kind, 0) => format!("{id} {}", kind.letters()),
        (kind, days) => format!("{id} {}{days:+}", kind.letters()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<(String, &'static str, i32), String> {
        let known = |id: &str| ["A", "B", "12", "API-1", "CUFF", "x+1"].contains(&id);
        entry(text, &known).map(|(id, kind, lag)| (id, kind.letters(), lag.get()))
    }

    #[test]
    fn entries_are_read_as_ms_project_writes_them() {
        for (text, id, kind, lag) in [
            ("A", "A", "FS", 0),
            (" B SS+2", "B", "SS", 2),
            ("A ff-1d", "A", "FF", -1),
            ("12FS+2 days", "12", "FS", 2),
            ("12SF", "12", "SF", 0),
            ("A+2w", "A", "FS", 10),
            ("API-1", "API-1", "FS", 0),
            ("API-1 SS - 3", "API-1", "SS", -3),
            ("CUFF", "CUFF", "FS", 0),
            ("x+1", "x+1", "FS", 0),
        ] {
            assert_eq!(read(text), Ok((id.to_owned(), kind, lag)), "{text}");
        }
    }

    #[test]
    fn what_is_no_entry_is_refused_with_the_reason() {
        for (text, said) in [
            ("C", "'C' names no item of this file"),
            ("A XX", "'A XX' names no item of this file"),
            ("A FS+2h", "'A FS+2h' has a lag that is not in working days"),
            ("A FS+50%", "'A FS+50%' has a lag that is not in working days"),
            ("A FS+99999", "'A FS+99999' has a lag that is not from -10,000 to 10,000 working days"),
            ("A +9999999999w", "'A +9999999999w' has a lag that is not from -10,000 to 10,000 working days"),
            ("é", "'é' names no item of this file"),
        ] {
            assert_eq!(read(text), Err(said.to_owned()), "{text}");
        }
    }

    #[test]
    fn a_link_is_typed_without_an_id() {
        for (text, kind, lag) in
            [("", "FS", 0), ("ss", "SS", 0), (" FF - 1d ", "FF", -1), ("+2w", "FS", 10), ("SF+1", "SF", 1)]
        {
            let read = typed_link(text).map(|(kind, lag)| (kind.letters(), lag.get()));
            assert_eq!(read, Ok((kind, lag)), "{text}");
        }
        let why = "'soon' is no link: write it like FS, SS+2 or FF-1, in working days";
        assert_eq!(typed_link("soon"), Err(why.to_owned()));
        let why = "'SS+10001' has a lag that is not from -10,000 to 10,000 working days";
        assert_eq!(typed_link("SS+10001"), Err(why.to_owned()));
    }

    #[test]
    fn what_is_written_is_read_back() {
        for kind in LinkKind::ALL {
            for days in [-10_000, -1, 0, 1, 7] {
                let lag = Lag::try_from(days).unwrap();
                assert_eq!(read(&written("A", kind, lag)), Ok(("A".to_owned(), kind.letters(), days)));
            }
        }
    }
}
