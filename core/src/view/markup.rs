//! Texts that people wrote, made safe for markup, and cut to fit a drawing.

use crate::board::turns_direction;

/// Colours of drawings that leave the page: it may be dark, paper is light.
pub(super) mod paper {
    /// Texts.
    pub const INK: &str = "#1c2026";
    /// Texts that matter less.
    pub const MUTED: &str = "#565d67";
    /// What is chosen, or wins.
    pub const ACCENT: &str = "#2456c8";
    /// The body of a bar.
    pub const BAR: &str = "#9aa3b0";
}

/// A text as XML and HTML write it, in an attribute too. Line ends become blanks; what XML cannot write is left out.
pub fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            '\t' | '\n' | '\r' => safe.push(' '),
            letter if letter < ' ' || matches!(letter, '\u{fffe}' | '\u{ffff}') => {}
            letter => safe.push(letter),
        }
    }
    safe
}

/// A text of ours with texts of people in it, without the marks that turn the direction of what comes after them. Titles
/// and names have none; reasons, goals and notes may: where they stand alone, their element keeps them apart.
pub fn straight(text: &str) -> String {
    text.chars().filter(|letter| !turns_direction(*letter)).collect()
}

/// A text of at most so many letters; a longer one ends in an ellipsis.
pub(super) fn cut(text: &str, letters: usize) -> String {
    if text.chars().count() <= letters {
        return text.to_owned();
    }
    text.chars().take(letters.saturating_sub(1)).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_cannot_write_is_left_out() {
        assert_eq!(escaped("a\u{0}b\u{1b}c\nd\u{ffff}"), "abc d");
    }

    #[test]
    fn a_title_does_not_turn_the_sentence_around_it() {
        assert_eq!(
            straight("'\u{202e}li\u{2069}ve' moved: \u{5d0}\u{200f}"),
            "'live' moved: \u{5d0}\u{200f}"
        );
    }

    #[test]
    fn a_long_text_ends_in_an_ellipsis_within_its_letters() {
        assert_eq!((cut("Größe", 5), cut("Größen", 5)), ("Größe".to_owned(), "Größ…".to_owned()));
    }
}
