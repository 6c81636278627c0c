//! Reading estimates as people say them: figures alone, or lines of a chat with a name and a figure.
//!
//! What could mean two things is not guessed at: it is listed, with the reason, for somebody to put right.
//!
//! Deliberately absent: who people are. A name is what stands in the text.

use super::numbers::typed;
use super::words_said::{Word, is_filler, starts_as_figure, words_of};
use crate::board::{Decimal, Scales, folded};
use crate::score::{Factor, Method, Unscored};

/// Lines of a text that are read; more is no room.
const LINES: usize = 200;
/// Words of a name.
const NAME: usize = 3;
/// Words of a name that stands before a colon.
const SPEAKER: usize = 5;
/// Letters of a line that is told.
const LETTERS: usize = 60;

/// What somebody estimates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Estimate {
    /// Who, where the text says so.
    pub who: Option<String>,
    /// How much.
    pub value: Decimal,
}

/// A part of the text that is no estimate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// What it says, cut where it is long.
    pub text: String,
    /// Why it does not count.
    pub why: String,
}

/// What a text says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heard {
    /// The estimates, in the order of the text.
    pub estimates: Vec<Estimate>,
    /// What does not count.
    pub unread: Vec<Unread>,
}

/// Reads what people said of one input on a board with these scales.
pub fn heard(scales: &Scales, method: Method, factor: Factor, text: &str) -> Heard {
    let mut reader = Reader { scales, method, factor, heard: Heard::default(), speaker: None };
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.by_ref().take(LINES).for_each(|line| reader.line(line));
    reader.forget_speaker();
    let more = lines.count();
    if more > 0 {
        reader.leave_out(&format!("{more} more lines"), "200 lines are read at most");
    }
    reader.heard
}

struct Reader<'a> {
    scales: &'a Scales,
    method: Method,
    factor: Factor,
    heard: Heard,
    /// Who a line named that holds no figure: chats write the name above what was said.
    speaker: Option<(String, String)>,
}

impl Reader<'_> {
    fn line(&mut self, line: &str) {
        let words = words_of(line, self.unit(), &|text| self.figure(text));
        if words.is_empty() {
            return;
        }
        let parts: Vec<&[Word]> =
            words.split(|word| *word == Word::Break).filter(|part| !part.is_empty()).collect();
        // "Ana 5, Ben 3" are two. The commas of "Ana, I say 5" and of "Ana: 3, no, 5" are only commas.
        let colons = parts.iter().filter(|part| part.contains(&Word::Colon)).count();
        let are_whole = parts.iter().all(|part| figures(part).next().is_some());
        if are_whole && (colons == 0 || colons == parts.len()) {
            for part in &parts {
                self.part(line, part);
            }
        } else {
            let whole: Vec<Word> = words.into_iter().filter(|word| *word != Word::Break).collect();
            self.part(line, &whole);
        }
    }

    fn part(&mut self, line: &str, words: &[Word]) {
        let odd = words.iter().find_map(|word| match word {
            Word::Odd(why) => Some(why.clone()),
            _ => None,
        });
        let count = figures(words).count();
        if let Some(why) = odd {
            self.forget_speaker();
            self.leave_out(line, &why);
        } else if count == 0 {
            self.without_figure(line, words);
        } else if words.iter().all(|word| matches!(word, Word::Figure(_))) {
            self.figures_alone(words);
        } else if let Some(pairs) = pairs(words) {
            self.forget_speaker();
            for (who, value) in pairs {
                self.take(line, who, value);
            }
        } else {
            self.forget_speaker();
            self.leave_out(line, "more than one figure");
        }
    }

    /// A line that names somebody is kept for the next; any other says nothing.
    fn without_figure(&mut self, line: &str, words: &[Word]) {
        self.forget_speaker();
        match name_of(words, NAME) {
            Some(name) if !words.contains(&Word::Colon) => self.speaker = Some((name, line.to_owned())),
            _ => self.leave_out(line, "no figure"),
        }
    }

    fn figures_alone(&mut self, words: &[Word]) {
        let named = if words.len() == 1 { self.speaker.take() } else { None };
        self.forget_speaker();
        let who = named.map(|(name, _)| name);
        for value in figures(words) {
            self.take(&value.to_string(), who.clone(), value);
        }
    }

    /// Takes an estimate that the factor's scale knows. Who speaks twice has thought again: the later one counts.
    fn take(&mut self, line: &str, who: Option<String>, value: Decimal) {
        if !self.method.knows(self.factor, value) {
            return self.leave_out(line, &Unscored::OutOfRange(self.method, self.factor).to_string());
        }
        let same = |estimate: &Estimate| match (&estimate.who, &who) {
            (Some(a), Some(b)) => folded(a) == folded(b),
            _ => false,
        };
        if let Some(at) = self.heard.estimates.iter().position(same) {
            let old = self.heard.estimates.remove(at);
            let name = old.who.unwrap_or_default();
            if old.value != value {
                self.leave_out(&format!("{name}: {}", old.value), "said anew later: the later one counts");
            }
        }
        self.heard.estimates.push(Estimate { who, value });
    }

    fn forget_speaker(&mut self) {
        if let Some((_, line)) = self.speaker.take() {
            self.leave_out(&line, "no figure");
        }
    }

    fn leave_out(&mut self, line: &str, why: &str) {
        let mut text: String = line.chars().take(LETTERS).collect();
        if line.chars().nth(LETTERS).is_some() {
            text.push('…');
        }
        self.heard.unread.push(Unread { text, why: why.to_owned() });
    }

    /// What the input is counted in, where that is a time.
    const fn unit(&self) -> &'static str {
        match (self.method, self.factor) {
            (Method::Rice, Factor::Reach) => self.scales.period.word(),
            (Method::Rice, Factor::Effort) => "month",
            _ => "",
        }
    }

    /// A figure as it is typed into a cell; thousands may be written `2k`, and a step of RICE's impact by its name.
    fn figure(&self, text: &str) -> Option<Decimal> {
        if !starts_as_figure(text) {
            let is_named = (self.method, self.factor) == (Method::Rice, Factor::Impact);
            return is_named.then(|| self.scales.impact.value(text)).flatten();
        }
        let thousands = text.strip_suffix(['k', 'K']);
        let read = typed(self.method, self.factor, thousands.unwrap_or(text)).ok()?.value?;
        let times = if thousands.is_some() { 1_000 } else { 1 };
        Decimal::from_ten_thousandths(read.ten_thousandths().checked_mul(times)?).ok()
    }
}

fn figures(words: &[Word]) -> impl Iterator<Item = Decimal> + '_ {
    words.iter().filter_map(|word| if let Word::Figure(value) = word { Some(*value) } else { None })
}

/// Names with a figure each: "Ana: 5", "5 – Chris", "Ana 5 Ben 3". `None` where it is not clear whose a figure is.
fn pairs(words: &[Word]) -> Option<Vec<(Option<String>, Decimal)>> {
    let colon = words.iter().position(|word| *word == Word::Colon);
    let values: Vec<Decimal> = figures(words).collect();
    let first = words.iter().position(|word| matches!(word, Word::Figure(_)))?;
    if let [value] = values.as_slice() {
        let (before, after) = (words.get(..first)?, words.get(first + 1..)?);
        let speaker = match colon {
            Some(colon) if colon < first => name_of(words.get(..colon)?, SPEAKER),
            _ if before.is_empty() => name_of(after, NAME),
            _ => name_of(before, NAME),
        };
        return Some(vec![(speaker, *value)]);
    }
    // What follows one speaker's colon is one speaker's text.
    let colons = words.iter().filter(|word| **word == Word::Colon).count();
    if colons != 0 && colons != values.len() {
        return None;
    }
    let mut pairs = Vec::new();
    for part in words.split_inclusive(|word| matches!(word, Word::Figure(_))) {
        let (Word::Figure(value), name) = part.split_last()? else { return None };
        pairs.push((Some(name_of(name, SPEAKER)?), *value));
    }
    Some(pairs)
}

/// The name in some words: what is left of them without the words that people put around a figure, if it is short.
fn name_of(words: &[Word], most: usize) -> Option<String> {
    let text = |word: &'_ Word| if let Word::Said(text) = word { Some(text.clone()) } else { None };
    let said: Vec<String> = words.iter().filter_map(text).collect();
    let start = said.iter().position(|word| !is_filler(word))?;
    let end = said.iter().rposition(|word| !is_filler(word))?;
    let name = said.get(start..=end).filter(|name| name.len() <= most)?;
    Some(name.join(" "))
}
