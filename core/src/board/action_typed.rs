//! An action as it is typed, in one line: who, what, by when. "Ana asks Payments for a date by Thursday".

use super::{ActionItem, Date, DateError, Name, Title, folded};

/// What was understood of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypedAction {
    /// Who does it: somebody of the roster, or who was named after an `@`.
    pub owner: Option<Name>,
    /// What is done.
    pub what: Title,
    /// By when.
    pub due: Option<Date>,
}

/// Words after which a date is the day something is done by.
const UNTIL: [&str; 6] = ["by", "until", "till", "before", "on", "at"];
/// Words after which a day is a part of what is done: "the notes of Monday".
const BELONGS: [&str; 10] = ["for", "from", "of", "since", "the", "in", "every", "each", "last", "after"];
/// What people do, as it follows a name that the roster does not have yet. No word of it is a plural as well.
const DOES: [&str; 24] = [
    "agrees",
    "arranges",
    "asks",
    "brings",
    "clarifies",
    "collects",
    "confirms",
    "decides",
    "does",
    "explains",
    "finds",
    "gets",
    "gives",
    "informs",
    "invites",
    "investigates",
    "makes",
    "organises",
    "organizes",
    "prepares",
    "sends",
    "takes",
    "tells",
    "writes",
];
/// The most words of a name.
const NAME_WORDS: usize = 4;

impl ActionItem {
    /// What a line says: who does it, what, and by when. Nothing of it is an error where only a name and a date stand.
    pub fn typed(text: &str, roster: &[&Name], today: Date) -> Result<TypedAction, String> {
        let words: Vec<&str> = text.split_whitespace().collect();
        let (owner, words) = owner(&words, roster);
        let (due, words) = due(words, today)?;
        let what = words.join(" ");
        let what = what.trim_matches([',', ';', ':', ' ']).trim_end_matches('.');
        let what = what.parse().map_err(|_| "Say what is done.".to_owned())?;
        Ok(TypedAction { owner, what, due })
    }
}

/// Who does it, and the words that are left.
fn owner<'a>(words: &'a [&'a str], roster: &[&Name]) -> (Option<Name>, &'a [&'a str]) {
    let Some(first) = words.first() else { return (None, words) };
    let marked = first.starts_with('@');
    let upto = NAME_WORDS.min(words.len());
    // The longest name holds: "Ana Silva asks" is not Ana, also where only Ana is known.
    let named = |n: &usize| {
        acts(words, *n)
            || known(&words[..*n], roster).is_some()
            || *n == 1 && by_first_name(first, roster).is_some() && (marked || is_said_of(words))
    };
    let colon = (1..=upto).find(|n| words[n - 1].ends_with(':')).filter(|_| marked);
    let found = colon.or_else(|| (1..=upto).rev().find(named)).or_else(|| marked.then_some(1));
    let name = |n: usize| {
        let known = known(&words[..n], roster);
        let known = known.or_else(|| by_first_name(first, roster).filter(|_| n == 1));
        known.or_else(|| plain(&words[..n]).parse().ok())
    };
    match found.and_then(|n| Some((name(n)?, n))) {
        Some((name, n)) => (Some(name), &words[n..]),
        None => (None, words),
    }
}

/// The words without the signs around a name.
fn plain(words: &[&str]) -> String {
    words.join(" ").trim_start_matches('@').trim_end_matches([':', ',']).to_owned()
}

/// The name of the roster that the words are.
fn known(words: &[&str], roster: &[&Name]) -> Option<Name> {
    let called = folded(&plain(words));
    roster.iter().find(|name| name.folded() == called).map(|name| (*name).clone())
}

/// The one person of the roster whose first name the word is. Nobody where two are called so.
fn by_first_name(word: &str, roster: &[&Name]) -> Option<Name> {
    let called = folded(&plain(&[word]));
    let first = |name: &Name| name.folded().split_whitespace().next().map(str::to_owned);
    let mut found = roster.iter().filter(|name| first(name).as_ref() == Some(&called));
    let one = found.next().filter(|_| found.next().is_none());
    one.map(|name| (*name).clone())
}

/// True where the second word says what the first does, so that it is a name: "Mark: ...", "Mark to ...", "Mark
/// writes ...", and not "mark the tickets".
fn is_said_of(words: &[&str]) -> bool {
    let is_name = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
    match words {
        [first, ..] if first.ends_with([':', ',']) => true,
        [first, second, ..] => is_name(first) && follows_a_name(second),
        _ => false,
    }
}

/// True for a word that tells what the person named before it does: "Ana *asks*", "Ana *to* ask".
#[must_use]
pub fn follows_a_name(word: &str) -> bool {
    matches!(word, "to" | "will" | "and") || word.ends_with('s')
}

/// True where so many words with capitals are followed by what somebody does.
fn acts(words: &[&str], n: usize) -> bool {
    let capital = |word: &&str| word.trim_start_matches('@').chars().next().is_some_and(char::is_uppercase);
    n <= 2 && words.len() > n && words[..n].iter().all(capital) && DOES.contains(&folded(words[n]).as_str())
}

/// The day it is done by, and the words that are left: the last date after "by" or its like, else one at the end. A day
/// at the very end that can be two is asked for.
fn due<'a>(words: &[&'a str], today: Date) -> Result<(Option<Date>, Vec<&'a str>), String> {
    let read = |from: usize, to: usize| {
        Date::typed(words[from..to].join(" ").trim_end_matches([',', ';', '!']), today)
    };
    let longest = |from: usize| {
        let mut ends = (from + 1..=words.len().min(from + Date::WORDS)).rev();
        ends.find_map(|to| read(from, to).ok().map(|date| (date, to)))
    };
    let is_one_of = |list: &[&str], at: usize| list.contains(&folded(words[at]).as_str());
    let without = |from: usize, to: usize| [&words[..from], &words[to..]].concat();
    for at in (0..words.len()).rev().filter(|at| is_one_of(&UNTIL, *at)) {
        if let Some((date, to)) = longest(at + 1) {
            return Ok((Some(date), without(at, to)));
        }
        if let (true, Err(why @ DateError::Either(..))) = (at + 2 == words.len(), read(at + 1, words.len())) {
            return Err(why.to_string());
        }
    }
    let start = words.len().saturating_sub(Date::WORDS);
    let at_end = (start..words.len()).find_map(|from| Some((read(from, words.len()).ok()?, from)));
    // "Version 12.3" ends with a number, "the report of Monday" with a day that is a part of it.
    let is_due = |from: usize| {
        words[from..].concat().contains(|c: char| c.is_alphabetic() || "+-".contains(c))
            && !is_one_of(&BELONGS, from)
            && (from == 0 || !is_one_of(&BELONGS, from - 1))
    };
    Ok(match at_end.filter(|(_, from)| is_due(*from)) {
        Some((date, from)) => (Some(date), without(from, words.len())),
        None => (None, words.to_vec()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<(String, String, String), String> {
        let names: Vec<Name> =
            ["Ana", "Ana Silva", "Legal", "Ben"].iter().map(|name| name.parse().unwrap()).collect();
        // A Monday.
        let today = Date::new(2026, 3, 9).unwrap();
        let typed = ActionItem::typed(text, &names.iter().collect::<Vec<_>>(), today)?;
        let shown = |name: Option<String>| name.unwrap_or_else(|| "-".to_owned());
        Ok((
            shown(typed.owner.map(|n| n.to_string())),
            typed.what.to_string(),
            shown(typed.due.map(|d| d.to_string())),
        ))
    }

    #[test]
    fn a_line_says_who_does_what_by_when() {
        for (text, owner, what, due) in [
            ("Ana asks Payments for a date by Thursday", "Ana", "asks Payments for a date", "2026-03-12"),
            ("ana asks Payments for a date by Thursday.", "Ana", "asks Payments for a date", "2026-03-12"),
            ("ask legal by 12 mar", "-", "ask legal", "2026-03-12"),
            ("@ben: send the brief tomorrow", "Ben", "send the brief", "2026-03-10"),
            ("@Chris send the brief", "Chris", "send the brief", "-"),
            ("@Chris Young: send the brief +2w", "Chris Young", "send the brief", "2026-03-23"),
            ("Ana Silva writes to Legal until 2026-04-01", "Ana Silva", "writes to Legal", "2026-04-01"),
            ("Ben: book a room", "Ben", "book a room", "-"),
            ("Dora Lee asks the vendor, by fri", "Dora Lee", "asks the vendor", "2026-03-13"),
            ("@Ana Lima writes the runbook", "Ana Lima", "writes the runbook", "-"),
            ("Check tests by next fri", "-", "Check tests", "2026-03-20"),
            ("Ben writes to Legal by end of week", "Ben", "writes to Legal", "2026-03-13"),
            ("Ben writes to Legal by the end of next week.", "Ben", "writes to Legal", "2026-03-20"),
            ("Ben writes to Legal at the end of the month", "Ben", "writes to Legal", "2026-03-31"),
            ("Ben writes to Legal end of march", "Ben", "writes to Legal", "2026-03-31"),
            ("Ben writes to Legal by 20.3.2026", "Ben", "writes to Legal", "2026-03-20"),
            ("Ben writes to Legal by 20.3.", "Ben", "writes to Legal", "2026-03-20"),
            ("Ben writes by 20.3. to Legal", "Ben", "writes to Legal", "2026-03-20"),
            ("Ben writes to Legal by 3/20.", "Ben", "writes to Legal", "2026-03-20"),
        ] {
            let expected = (owner.to_owned(), what.to_owned(), due.to_owned());
            assert_eq!(read(text), Ok(expected), "{text}");
        }
    }

    #[test]
    fn a_first_name_is_the_one_person_of_the_roster_who_is_called_so() {
        let names: Vec<Name> = ["Mei Tanaka", "Mark Webb", "Ana Silva", "Ana Lima", "Ines"]
            .iter()
            .map(|name| name.parse().unwrap())
            .collect();
        let owner = |text: &str| {
            let today = Date::new(2026, 3, 9).unwrap();
            let typed = ActionItem::typed(text, &names.iter().collect::<Vec<_>>(), today).unwrap();
            (typed.owner.map(|name| name.to_string()).unwrap_or_default(), typed.what.to_string())
        };
        for (text, who, what) in [
            ("Mei reads the logs", "Mei Tanaka", "reads the logs"),
            ("@mei reads the logs", "Mei Tanaka", "reads the logs"),
            ("mei: read the logs", "Mei Tanaka", "read the logs"),
            ("Mei writes to Legal", "Mei Tanaka", "writes to Legal"),
            ("Mark to call Legal", "Mark Webb", "to call Legal"),
            ("Mark the tickets as done", "", "Mark the tickets as done"),
            ("Mei Chen writes to Legal", "Mei Chen", "writes to Legal"),
            ("Ana writes to Legal", "Ana", "writes to Legal"),
            ("@Ana reads the logs", "Ana", "reads the logs"),
        ] {
            assert_eq!(owner(text), (who.to_owned(), what.to_owned()), "{text}");
        }
    }

    #[test]
    fn a_day_inside_of_the_text_is_no_due_date_unless_by_stands_before_it() {
        for (text, what, due) in [
            ("Ben sends the Friday report by Thursday", "sends the Friday report", "2026-03-12"),
            ("Ben sends the Friday report", "sends the Friday report", "-"),
            ("Ben sends by friday the report to Ana", "sends the report to Ana", "2026-03-13"),
            ("Ben reads the notes from Monday", "reads the notes from Monday", "-"),
            ("Ben works on the plan by 12 mar 2027", "works on the plan", "2027-03-12"),
            ("Ben waits by the door", "waits by the door", "-"),
            ("Ben ships version 12.3", "ships version 12.3", "-"),
            ("Ben works on 1/2 of the tickets", "works on 1/2 of the tickets", "-"),
            ("Ben plans for the end of month", "plans for the end of month", "-"),
            ("Ben prepares the end of week report", "prepares the end of week report", "-"),
        ] {
            assert_eq!(read(text), Ok(("Ben".to_owned(), what.to_owned(), due.to_owned())), "{text}");
        }
    }

    #[test]
    fn a_day_that_can_be_two_is_asked_for() {
        let why = "'3/12' can be 3 dec or 12 mar: type the one that is meant";
        assert_eq!(read("Ben writes to Legal by 3/12"), Err(why.to_owned()));
    }

    #[test]
    fn a_line_without_anything_to_do_says_so() {
        for text in ["", "  ", "Ana", "@ben: tomorrow", "by Thursday"] {
            assert_eq!(read(text), Err("Say what is done.".to_owned()), "{text}");
        }
    }
}
