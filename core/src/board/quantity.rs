//! Numbers of a plan: working days, percent, and decimals of at most four places. Whole or scaled integers, so
//! that they compare exactly and are never NaN.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use thiserror::Error;

/// Why a text or a number is not a quantity.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum QuantityError {
    /// It is not a number as it should be written.
    #[error("'{0}' is not {1}")]
    NotANumber(String, &'static str),
    /// It is outside of what is accepted.
    #[error("{0} is out of range: {1}")]
    OutOfRange(String, &'static str),
}

/// A duration in whole working days, 0 to 10,000; 0 is a milestone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u32", into = "u32")]
pub struct Days(u16);

impl Days {
    const RANGE: &str = "0 to 10,000 working days";

    /// How many.
    pub const fn get(self) -> u32 {
        self.0 as u32
    }
}

impl TryFrom<u32> for Days {
    type Error = QuantityError;
    #[inline(never)]
    fn try_from(days: u32) -> Result<Self, QuantityError> {
        match u16::try_from(days) {
            Ok(fits) if fits <= 10_000 => Ok(Self(fits)),
            _ => Err(QuantityError::OutOfRange(days.to_string(), Self::RANGE)),
        }
    }
}

impl From<Days> for u32 {
    fn from(days: Days) -> Self {
        days.get()
    }
}

impl FromStr for Days {
    type Err = QuantityError;

    /// `5`, `5d` or `2w`; a week is five working days.
    fn from_str(text: &str) -> Result<Self, QuantityError> {
        let plain = text.trim().to_ascii_lowercase();
        let (digits, factor) = match plain.strip_suffix('w') {
            Some(weeks) => (weeks, 5),
            None => (plain.strip_suffix('d').unwrap_or(&plain), 1),
        };
        let number: u32 = digits.trim().parse().map_err(|_| {
            QuantityError::NotANumber(text.trim().to_owned(), "a number of working days, such as 5 or 2w")
        })?;
        number
            .checked_mul(factor)
            .ok_or_else(|| QuantityError::OutOfRange(text.trim().to_owned(), Self::RANGE))
            .and_then(Self::try_from)
    }
}

/// A whole percentage, 0 to 100.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "u32", into = "u32")]
pub struct Percent(u8);

impl Percent {
    /// How many.
    pub const fn get(self) -> u32 {
        self.0 as u32
    }
}

impl TryFrom<u32> for Percent {
    type Error = QuantityError;
    fn try_from(percent: u32) -> Result<Self, QuantityError> {
        match u8::try_from(percent) {
            Ok(fits) if fits <= 100 => Ok(Self(fits)),
            _ => Err(QuantityError::OutOfRange(percent.to_string(), "0 to 100 percent")),
        }
    }
}

impl From<Percent> for u32 {
    fn from(percent: Percent) -> Self {
        percent.get()
    }
}

impl FromStr for Percent {
    type Err = QuantityError;
    fn from_str(text: &str) -> Result<Self, QuantityError> {
        let digits = text.trim().trim_end_matches('%').trim_end();
        digits
            .parse::<u32>()
            .map_err(|_| QuantityError::NotANumber(text.trim().to_owned(), "a whole percentage"))
            .and_then(Self::try_from)
    }
}

/// A number from 0 to 1,000,000,000 with at most four decimal places, kept as ten-thousandths.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Decimal(u64);

impl Decimal {
    const SCALE: u64 = 10_000;
    const MOST: u64 = 1_000_000_000 * Self::SCALE;
    const RANGE: &str = "0 to 1,000,000,000 with at most four decimal places";

    /// The number in ten-thousandths.
    pub const fn ten_thousandths(self) -> u64 {
        self.0
    }

    /// The number with so many ten-thousandths.
    pub fn from_ten_thousandths(scaled: u64) -> Result<Self, QuantityError> {
        if scaled > Self::MOST {
            return Err(QuantityError::OutOfRange(format!("{scaled} ten-thousandths"), Self::RANGE));
        }
        Ok(Self(scaled))
    }

    /// Reads a number as people and spreadsheets write it: `4,200`, `4 200`, `0,5`, `.5`. A comma between groups of
    /// three parts thousands; another single one is the decimal point of much of the world.
    pub fn typed(text: &str) -> Result<Self, QuantityError> {
        let figure: String = text.chars().filter(|c| !c.is_whitespace() && *c != '\u{a0}').collect();
        let mut groups = figure.split('.').next().unwrap_or_default().split(',');
        let first = groups.next().unwrap_or_default();
        let are_thousands =
            !first.is_empty() && first.len() <= 3 && first != "0" && groups.all(|group| group.len() == 3);
        let plain = if are_thousands { figure.replace(',', "") } else { figure.replacen(',', ".", 1) };
        let wrong = || QuantityError::NotANumber(text.trim().to_owned(), "a number such as 3, 0.5 or 1,200");
        plain.parse().map_err(|error| match error {
            QuantityError::NotANumber(..) => wrong(),
            out_of_range @ QuantityError::OutOfRange(..) => out_of_range,
        })
    }
}

impl From<u32> for Decimal {
    /// Every `u32` above the range is cut to its end, which no input of a person reaches.
    fn from(whole: u32) -> Self {
        Self((u64::from(whole) * Self::SCALE).min(Self::MOST))
    }
}

impl FromStr for Decimal {
    type Err = QuantityError;
    fn from_str(text: &str) -> Result<Self, QuantityError> {
        let text = text.trim();
        let wrong = || QuantityError::NotANumber(text.to_owned(), "a number such as 3 or 0.25");
        let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
        let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        if text.is_empty() || !all_digits(if whole.is_empty() { "0" } else { whole }) || !all_digits(fraction)
        {
            return Err(wrong());
        }
        let fraction = fraction.trim_end_matches('0');
        if fraction.len() > 4 {
            return Err(QuantityError::OutOfRange(text.to_owned(), Self::RANGE));
        }
        let scaled_fraction: u64 = format!("{fraction:0<4}").parse().map_err(|_| wrong())?;
        let whole: u64 = if whole.is_empty() { 0 } else { whole.parse().map_err(|_| wrong())? };
        whole
            .checked_mul(Self::SCALE)
            .and_then(|scaled| scaled.checked_add(scaled_fraction))
            .ok_or_else(|| QuantityError::OutOfRange(text.to_owned(), Self::RANGE))
            .and_then(Self::from_ten_thousandths)
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, fraction) = (self.0 / Self::SCALE, self.0 % Self::SCALE);
        if fraction == 0 {
            return write!(f, "{whole}");
        }
        write!(f, "{whole}.{}", format!("{fraction:04}").trim_end_matches('0'))
    }
}

impl Serialize for Decimal {
    /// As text: a JSON number would pass through floating point.
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Decimal {
    /// From text, or from the JSON number that a person would write.
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = match serde_json::Value::deserialize(from)? {
            serde_json::Value::String(text) => text,
            serde_json::Value::Number(number) => number.to_string(),
            other => return Err(de::Error::custom(format!("{other} is not a number"))),
        };
        text.parse().map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weeks_are_five_working_days() {
        assert_eq!("2w".parse::<Days>().unwrap().get(), 10);
        assert_eq!(" 3 d".parse::<Days>().unwrap().get(), 3);
    }

    #[test]
    fn durations_are_bounded_and_say_so() {
        for text in ["10001", "3000w", "-1", "1.5", "1e9", "", "4294967296"] {
            assert!(text.parse::<Days>().is_err(), "{text}");
        }
        assert_eq!(
            "10001".parse::<Days>().unwrap_err().to_string(),
            "10001 is out of range: 0 to 10,000 working days"
        );
    }

    #[test]
    fn decimals_are_exact_and_print_as_typed() {
        for (text, shown) in [("0.25", "0.25"), ("3", "3"), (".5", "0.5"), ("1.2300", "1.23"), ("0", "0")] {
            assert_eq!(text.parse::<Decimal>().unwrap().to_string(), shown);
        }
        for text in ["", ".", "-1", "3,5", "NaN", "1e3", "0.12345", "99999999999", "1."] {
            assert!(text.parse::<Decimal>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_decimal_may_be_a_json_number_or_text() {
        assert_eq!(
            serde_json::from_str::<Decimal>("0.5").unwrap(),
            serde_json::from_str::<Decimal>("\"0.5\"").unwrap()
        );
        assert!(serde_json::from_str::<Decimal>("null").is_err());
    }
}
