//! A line of a chat as words: names, figures, and what stands between them. Times, dates and the marks of lists are
//! left out.

use crate::board::{Decimal, folded};

/// A part of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Word {
    /// A word.
    Said(String),
    /// A figure.
    Figure(Decimal),
    /// What stands between a speaker and what is said.
    Colon,
    /// A comma or semicolon.
    Break,
    /// Digits that are no figure, or a unit that is not the input's: why it is not read.
    Odd(String),
}

/// Words that people put around a figure, and that are no name.
const FILLERS: &str = "i i'd i’d i'm im id me my we it it's its is a an the and or to but so say says said think thinks \
    guess would could maybe perhaps probably about around roughly approx ca vote votes estimate \
    estimates for of from at more like month months person-month person-months pm percent people users \
    customers points point per week weeks quarter quarters year years impact reach \
    effort ease confidence everyone all here hmm ok yes = - / + ± ~ ≈ %";

/// Units that an input is not counted in.
const UNITS: &str = "week weeks wk wks day days hour hours month months quarter quarters year years sprint \
    sprints million thousand";

/// How figures are read.
struct Reading<'a> {
    unit: &'a str,
    figure: &'a dyn Fn(&str) -> Option<Decimal>,
}

/// True for a word that is no name.
pub(super) fn is_filler(word: &str) -> bool {
    is_among(FILLERS, word)
}

fn is_among(list: &str, word: &str) -> bool {
    let word = folded(word);
    list.split(' ').any(|each| each == word)
}

/// The words of a line. `unit` is what the figures are counted in, where that is a time; `figure` reads one.
pub(super) fn words_of(line: &str, unit: &str, figure: &dyn Fn(&str) -> Option<Decimal>) -> Vec<Word> {
    let reading = Reading { unit, figure };
    // Chats put marks for the direction of writing around names and times.
    let plain: String =
        line.chars().filter(|c| !matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}')).collect();
    let raw: Vec<&str> = plain.split_whitespace().collect();
    let mut words = Vec::new();
    let mut after_time = false;
    for (index, text) in raw.iter().enumerate() {
        let core = text
            .trim_matches(|c| matches!(c, '[' | ']' | '(' | ')' | ',' | ':' | '•' | '*' | '@' | '<' | '>'));
        let is_time = is_clock(core)
            || (raw.len() > 1 && is_date(core))
            || (after_time && matches!(folded(core).as_str(), "am" | "pm"));
        let is_mark = index == 0
            && is_list_mark(text)
            && raw.len() > 1
            && !raw.get(1).is_some_and(|next| starts_as_figure(next));
        after_time = is_time;
        if is_time && text.ends_with(':') && words.iter().any(|word| matches!(word, Word::Said(_))) {
            words.push(Word::Colon);
        }
        if !is_time && !is_mark && !core.is_empty() {
            split(text, &reading, &mut words);
        }
    }
    addressed(&mut words);
    words
}

/// "From Ana to Everyone: 5" is said by Ana.
fn addressed(words: &mut Vec<Word>) {
    let is = |word: Option<&Word>, text: &str| matches!(word, Some(Word::Said(said)) if said.eq_ignore_ascii_case(text));
    let Some(colon) = words.iter().position(|word| *word == Word::Colon) else { return };
    if !is(words.first(), "from") {
        return;
    }
    let to = words.iter().take(colon).position(|word| is(Some(word), "to")).unwrap_or(colon);
    words.drain(to..colon);
    words.remove(0);
}

/// A word of a line at its colons, dashes and commas.
fn split(text: &str, reading: &Reading<'_>, words: &mut Vec<Word>) {
    let inside = text.strip_prefix('<').and_then(|text| text.strip_suffix('>')).unwrap_or(text);
    let whole =
        inside.trim_matches(|c| matches!(c, '(' | ')' | '[' | ']' | '"' | '!' | '?' | '@' | '~' | '≈'));
    let mut rest = whole;
    while let Some(at) = rest.find([':', '=', '–', '—', ';', '|']) {
        let (before, after) = rest.split_at(at);
        piece(before, reading, words);
        let mark = after.chars().next();
        words.push(if mark == Some(';') || mark == Some('|') { Word::Break } else { Word::Colon });
        rest = after.get(mark.map_or(1, char::len_utf8)..).unwrap_or_default();
    }
    piece(rest, reading, words);
}

fn piece(text: &str, reading: &Reading<'_>, words: &mut Vec<Word>) {
    let ends = text.ends_with(',');
    let core = text.trim_matches(|c| matches!(c, ',' | '.' | '!' | '?' | ')' | '(' | '"'));
    // The point of ".5" is none of a sentence's.
    let core = if text.starts_with('.') { text.trim_end_matches([',', '.', '!', '?']) } else { core };
    if core.is_empty() {
        words.extend((ends && !text.is_empty()).then_some(Word::Break));
        return;
    }
    if core == "%" && matches!(words.last(), Some(Word::Figure(_))) {
        return;
    }
    if is_among(UNITS, core) && folded(core).trim_end_matches('s') != reading.unit {
        words.push(Word::Odd(format!("the unit '{core}' is not the one that is asked for")));
    } else if let Some(value) = (reading.figure)(core) {
        words.push(Word::Figure(value));
    } else if !starts_as_figure(core) {
        words.push(Word::Said(core.to_owned()));
    } else {
        words.extend(
            several(core, reading.figure)
                .unwrap_or_else(|| vec![Word::Odd(format!("'{core}' is not one figure"))]),
        );
    }
    words.extend(ends.then_some(Word::Break));
}

/// "5,3,8" without blanks.
fn several(text: &str, figure: &dyn Fn(&str) -> Option<Decimal>) -> Option<Vec<Word>> {
    text.split(',').map(|part| figure(part).map(Word::Figure)).collect()
}

/// True for what has a digit where a figure has one.
pub(super) fn starts_as_figure(text: &str) -> bool {
    text.trim_start_matches(['-', '+', '.', ',', '(', '~', '≈', '<', '>'])
        .starts_with(|c: char| c.is_ascii_digit())
}

/// "1." or "1)" or a dot at the head of a line.
fn is_list_mark(text: &str) -> bool {
    matches!(text, "-" | "*" | "•" | "–" | "—" | "·")
        || text
            .strip_suffix(['.', ')'])
            .is_some_and(|digits| !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()))
}

/// "10:41", "10:41:05", "10:41am".
fn is_clock(text: &str) -> bool {
    let lower = folded(text);
    let bare = lower.strip_suffix("am").or_else(|| lower.strip_suffix("pm")).unwrap_or(&lower);
    are_digits(bare, ':', &[1, 2])
        && bare.contains(':')
        && bare.split(':').skip(1).all(|part| part.len() == 2)
}

/// "21/11/2026", "2026-11-21", "21.11.26".
fn is_date(text: &str) -> bool {
    ['/', '-', '.']
        .into_iter()
        .any(|mark| text.split(mark).count() == 3 && are_digits(text, mark, &[1, 2, 4]))
}

fn are_digits(text: &str, mark: char, lengths: &[usize]) -> bool {
    text.split(mark).all(|part| lengths.contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit()))
}
