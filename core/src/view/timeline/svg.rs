//! The timeline as a picture to take away.

/// A text as it can stand in markup, in an attribute too.
pub fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            _ => safe.push(letter),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_cannot_end_an_attribute_or_begin_an_element() {
        assert_eq!(escaped("a\"b'<i>&"), "a&quot;b&#39;&lt;i&gt;&amp;");
    }
}
