//! JSON with one line for each member of the outermost object and for each element of its lists; what is deeper
//! stands on one line. From a compact text, so that the page needs one writer of each type.

/// How many levels are spread over lines.
const SPREAD: usize = 2;

/// The same JSON, laid out. The text is JSON without spaces, as `serde_json` writes it.
pub(super) fn in_lines(compact: &str) -> String {
    let mut lines = String::with_capacity(compact.len() + compact.len() / 4);
    let (mut depth, mut opened, mut quoted, mut escaped) = (0_usize, false, false, false);
    for c in compact.chars() {
        if quoted {
            lines.push(c);
            (quoted, escaped) = (escaped || c != '"', c == '\\' && !escaped);
            continue;
        }
        if matches!(c, '}' | ']') {
            depth -= 1;
            if depth < SPREAD && !opened {
                new_line(&mut lines, depth);
            }
        } else if opened && depth <= SPREAD {
            new_line(&mut lines, depth);
        }
        lines.push(c);
        opened = matches!(c, '{' | '[');
        match c {
            '"' => quoted = true,
            '{' | '[' => depth += 1,
            ',' if depth <= SPREAD => new_line(&mut lines, depth),
            ',' | ':' => lines.push(' '),
            _ => {}
        }
    }
    lines
}

fn new_line(lines: &mut String, depth: usize) {
    lines.push('\n');
    lines.extend(std::iter::repeat_n("  ", depth));
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn two_levels_are_spread_and_the_rest_stands_on_a_line() {
        let value = json!({"a": 1, "b": [{"c": [1, 2], "d": {}}, 5], "e": [], "f": {"g": [[]]}});
        insta::assert_snapshot!(in_lines(&value.to_string()), @r#"
        {
          "a": 1,
          "b": [
            {"c": [1, 2], "d": {}},
            5
          ],
          "e": [],
          "f": {
            "g": [[]]
          }
        }
        "#);
    }

    #[test]
    fn texts_stay_as_they_are() {
        let value = json!({"a": "b,c:{[\"]}\\", "\\\"": "\n"});
        insta::assert_snapshot!(in_lines(&value.to_string()), @r#"
        {
          "\\\"": "\n",
          "a": "b,c:{[\"]}\\"
        }
        "#);
    }
}
