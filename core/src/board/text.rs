//! Names and titles: one line of text that is not empty and not endless.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Why a text is not a name or a title.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum TextError {
    /// Nothing that can be seen is left of it.
    #[error("the text is empty")]
    Empty,
    /// It is longer than a name or a title may be.
    #[error("the text has {got} characters; at most {most} fit")]
    TooLong {
        /// Its characters.
        got: usize,
        /// The most that fit.
        most: usize,
    },
}

/// A text for comparing without regard to case, as far as one character stands for one: of the three Greek sigmas two are
/// small, and mean the same. `str::to_lowercase` tells these apart by what stands around them, which takes two tables
/// that the page would have to load.
#[must_use]
pub fn folded(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    text.chars().flat_map(char::to_lowercase).map(|c| if c == 'ς' { 'σ' } else { c }).collect()
}

/// Characters that show nothing by themselves: a text of these alone is empty.
fn shows_nothing(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}' | '\u{AD}')
}

/// Whether a character turns the direction of what stands behind it, out of the text it stands in too (U+202A to U+202E,
/// U+2066 to U+2069). The marks that give a direction to their place alone (U+200E, U+200F, U+061C) do not.
#[must_use]
pub const fn turns_direction(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// The text as one line: control characters are blanks, runs of blanks one, and nothing turns the sentence around it.
fn one_line(text: &str) -> String {
    let kept = text.chars().filter(|c| !turns_direction(*c));
    let spaced: String = kept.map(|c| if c.is_control() { ' ' } else { c }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn checked(text: &str, most: usize) -> Result<String, TextError> {
    let line = one_line(text);
    if line.chars().all(shows_nothing) {
        return Err(TextError::Empty);
    }
    match line.chars().count() {
        got if got > most => Err(TextError::TooLong { got, most }),
        _ => Ok(line),
    }
}

macro_rules! texts {
    ($($(#[$doc:meta])* $Name:ident, $most:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $Name(String);

        impl $Name {
            /// The most characters it may have.
            pub const MOST: usize = $most;

            /// The text as one line, shortened with an ellipsis where it is too long.
            pub fn shortened(text: &str) -> Result<Self, TextError> {
                match text.parse() {
                    Err(TextError::TooLong { .. }) => {
                        let kept: String = one_line(text).chars().take(Self::MOST - 1).collect();
                        Ok(Self(format!("{}…", kept.trim_end())))
                    }
                    other => other,
                }
            }

            /// The text itself.
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// The text for comparing without regard to case.
            pub fn folded(&self) -> String {
                folded(&self.0)
            }
        }

        impl FromStr for $Name {
            type Err = TextError;
            fn from_str(text: &str) -> Result<Self, TextError> {
                checked(text, Self::MOST).map(Self)
            }
        }

        impl TryFrom<String> for $Name {
            type Error = TextError;
            fn try_from(text: String) -> Result<Self, TextError> {
                text.parse()
            }
        }

        impl From<$Name> for String {
            fn from(text: $Name) -> Self {
                text.0
            }
        }

        impl fmt::Display for $Name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    )*};
}

texts! {
    /// What an item is called.
    Title, 500;
    /// What a board, a person or a tag is called.
    Name, 120;
}

impl Default for Title {
    fn default() -> Self {
        Self("Untitled".to_owned())
    }
}

impl Default for Name {
    fn default() -> Self {
        Self("Unnamed".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_that_differ_in_case_alone_are_folded_to_the_same() {
        for (one, other) in [("API", "api"), ("Müller", "MÜLLER"), ("ΟΔΟΣ", "οδος"), ("Ёлка", "ёЛКА")]
        {
            assert_eq!(folded(one), folded(other));
        }
        assert_ne!(folded("Muller"), folded("Müller"));
    }

    #[test]
    fn a_title_is_one_line_without_control_characters() {
        let title: Title = "  Ship\tthe\r\nbeta\u{0} ".parse().unwrap();
        assert_eq!(title.as_str(), "Ship the beta");
    }

    #[test]
    fn a_title_or_a_name_does_not_turn_the_sentence_around_it() {
        for mark in ('\u{202A}'..='\u{202E}').chain('\u{2066}'..='\u{2069}') {
            let text = format!("{mark}evil{mark} b\u{5D0}\u{200F}");
            assert_eq!(text.parse::<Title>().unwrap().as_str(), "evil b\u{5D0}\u{200F}", "{mark:?}");
            assert_eq!(text.parse::<Name>().unwrap().as_str(), "evil b\u{5D0}\u{200F}", "{mark:?}");
            assert_eq!(
                Name::shortened(&format!("{mark}{}", "x".repeat(200))).unwrap().as_str().chars().next(),
                Some('x')
            );
        }
    }

    #[test]
    fn what_shows_nothing_is_no_title() {
        for text in ["", "  \n", "\u{200B}\u{202E}", "\u{FEFF}"] {
            assert_eq!(text.parse::<Title>(), Err(TextError::Empty), "{text:?}");
        }
    }

    #[test]
    fn a_title_that_is_too_long_is_refused_or_shortened_on_request() {
        let long = "x".repeat(600);
        assert_eq!(long.parse::<Title>(), Err(TextError::TooLong { got: 600, most: 500 }));
        assert_eq!(Title::shortened(&long).unwrap().as_str().chars().count(), 500);
    }
}
