//! Figures as they are shown and as they are typed.

use crate::board::Decimal;
use crate::score::{Factor, Method};

/// A figure with its thousands set apart: `4,200`, `13.85`.
pub fn grouped(figure: &str) -> String {
    let (whole, rest) = figure.split_once('.').map_or((figure, None), |(whole, rest)| (whole, Some(rest)));
    let mut text = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    rest.map_or(text.clone(), |rest| format!("{text}.{rest}"))
}

/// An input as it stands in a cell: `4,200`, and a confidence of RICE as `80 %`.
pub fn input_text(method: Method, factor: Factor, value: Decimal) -> String {
    let figure = grouped(&value.to_string());
    if is_percent(method, factor) { format!("{figure} %") } else { figure }
}

/// An input as it stands in a field that is open.
pub fn field_text(method: Method, factor: Factor, value: Option<Decimal>) -> String {
    let percent = if is_percent(method, factor) { "%" } else { "" };
    value.map(|value| format!("{value}{percent}")).unwrap_or_default()
}

fn is_percent(method: Method, factor: Factor) -> bool {
    method == Method::Rice && factor == Factor::Confidence
}

/// What somebody typed into a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Typed {
    /// The figure; `None` for an empty cell.
    pub value: Option<Decimal>,
    /// True where a confidence of RICE was typed as a fraction: at most 1, and without `%`.
    pub was_fraction: bool,
}

/// Reads a cell: `4,200`, `4 200`, `0,5`, `80 %`. An error says what was expected.
pub fn typed(method: Method, factor: Factor, text: &str) -> Result<Typed, String> {
    const ONE: u64 = 10_000;
    let plain: String = text.chars().filter(|c| !c.is_whitespace() && *c != '\u{a0}').collect();
    if plain.is_empty() || plain == "-" || plain == "–" {
        return Ok(Typed { value: None, was_fraction: false });
    }
    let figure = plain.strip_suffix('%').unwrap_or(&plain);
    let value = Decimal::typed(figure).map_err(|_| {
        let shown: String = text.trim().chars().take(24).collect();
        format!("'{shown}' is not a number such as 3, 0.5 or 1,200")
    })?;
    let scaled = value.ten_thousandths();
    let is_bare = figure == plain && scaled > 0 && scaled <= ONE;
    if is_percent(method, factor) && is_bare {
        let percent = Decimal::from_ten_thousandths(scaled * 100).map_err(|error| error.to_string())?;
        return Ok(Typed { value: Some(percent), was_fraction: true });
    }
    Ok(Typed { value: Some(value), was_fraction: false })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_set_apart() {
        for (figure, shown) in [("0", "0"), ("999", "999"), ("4200", "4,200"), ("1234567.25", "1,234,567.25")]
        {
            assert_eq!(grouped(figure), shown);
        }
    }

    #[test]
    fn a_cell_is_read_as_people_and_spreadsheets_write_it() {
        let read =
            |text| typed(Method::Rice, Factor::Reach, text).unwrap().value.map(|value| value.to_string());
        for (text, value) in [
            ("4,200", "4200"),
            ("1,234,567.5", "1234567.5"),
            ("4 200", "4200"),
            ("0,5", "0.5"),
            ("0,125", "0.125"),
            ("3", "3"),
            (" .5 ", "0.5"),
        ] {
            assert_eq!(read(text).as_deref(), Some(value), "{text}");
        }
        assert_eq!(read(" – "), None);
    }

    #[test]
    fn a_confidence_of_at_most_one_is_a_fraction_for_rice_alone() {
        let read = |method, text| {
            typed(method, Factor::Confidence, text).map(|t| (t.value.unwrap().to_string(), t.was_fraction))
        };
        assert_eq!(read(Method::Rice, "0.8"), Ok(("80".to_owned(), true)));
        assert_eq!(read(Method::Rice, "0.8%"), Ok(("0.8".to_owned(), false)));
        assert_eq!(read(Method::Rice, "80"), Ok(("80".to_owned(), false)));
        assert_eq!(read(Method::Ice, "1"), Ok(("1".to_owned(), false)));
    }

    #[test]
    fn what_is_no_number_is_told() {
        for text in ["abc", "1,2,3", "-4", "1e3", "3..4"] {
            assert!(
                typed(Method::Rice, Factor::Reach, text).unwrap_err().contains("is not a number"),
                "{text}"
            );
        }
    }
}
