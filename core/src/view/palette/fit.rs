//! How well a text fits what was typed: few kinds of fit, so that one can tell beforehand what comes first.

use crate::board::folded;

/// How well a text fits, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// It begins so.
    Beginning,
    /// A word of it begins so; of several words typed, each begins one.
    Word,
    /// It holds what was typed; of several words, each.
    Within,
    /// It holds the letters of the one word typed in this order, the first at the beginning of a word.
    Letters,
}

/// How well a text fits what was typed, whatever the case. Both may be of any script.
pub fn fit(text: &str, typed: &str) -> Option<Fit> {
    let (text, typed) = (folded(text), folded(typed.trim()));
    let words = || typed.split_whitespace();
    let begins = |word: &str| starts(&text, word).next().is_some();
    if text.starts_with(&typed) {
        return Some(Fit::Beginning);
    }
    if words().all(begins) {
        return Some(Fit::Word);
    }
    if words().all(|word| text.contains(word)) {
        return Some(Fit::Within);
    }
    (words().count() == 1 && in_order(&text, &typed)).then_some(Fit::Letters)
}

/// The places where a word of the text begins with what is looked for.
fn starts<'a>(text: &'a str, sought: &'a str) -> impl Iterator<Item = usize> {
    let places = text.match_indices(sought).map(|(at, _)| at);
    places.filter(|at| !text[..*at].ends_with(char::is_alphanumeric))
}

fn in_order(text: &str, typed: &str) -> bool {
    let mut letters = typed.chars();
    let Some(first) = letters.next() else { return true };
    let rest: Vec<char> = letters.collect();
    starts(text, first.to_string().as_str()).any(|at| {
        let mut later = text[at..].chars().skip(1);
        rest.iter().all(|letter| later.any(|other| other == *letter))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_fits_by_its_beginning_then_by_words_then_within_then_by_letters() {
        for (text, typed, expected) in [
            ("New decision", "new d", Some(Fit::Beginning)),
            ("New decision", "DEC", Some(Fit::Word)),
            ("New decision", "dec new", Some(Fit::Word)),
            ("New decision", "cision", Some(Fit::Within)),
            ("New decision", "ision new", Some(Fit::Within)),
            ("New decision", "nd", Some(Fit::Letters)),
            ("New decision", "nwdc", Some(Fit::Letters)),
            ("New decision", "ecsn", None),
            ("New decision", "n d", Some(Fit::Word)),
            ("New decision", "nw dc", None),
            ("Überblick", "über", Some(Fit::Beginning)),
            ("支付 接口", "接口", Some(Fit::Word)),
        ] {
            assert_eq!(fit(text, typed), expected, "{typed} in {text}");
        }
    }

    #[test]
    fn letters_begin_at_the_beginning_of_a_word() {
        assert_eq!(fit("Load test", "lt"), Some(Fit::Letters));
        assert_eq!(fit("Load test", "ot"), None);
    }
}
