//! What the inputs of scores are counted in on a board: the period of reach, and the steps of impact with their names.
//!
//! Absent on purpose: which values count. That is the scores' affair; a scale proposes and explains.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::{Decimal, Name, TextError, folded, is_default, sort_by};

/// The period in which reach is counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Period {
    /// A week.
    Week,
    /// A month.
    Month,
    /// Three months.
    #[default]
    Quarter,
    /// A year.
    Year,
}

impl Period {
    /// All of them, the shortest first.
    pub const ALL: [Self; 4] = [Self::Week, Self::Month, Self::Quarter, Self::Year];

    /// What stands behind "per".
    pub const fn word(self) -> &'static str {
        match self {
            Self::Week => "week",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Year => "year",
        }
    }
}

/// Why a text or a list is no scale.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ScaleError {
    /// A step that is not a number and a name.
    #[error("'{0}' is not a number and a name, such as 3 massive")]
    Step(String),
    /// A name that cannot be shown.
    #[error("{0}")]
    Name(#[from] TextError),
    /// Too few steps or too many.
    #[error("a scale has two to nine steps, not {0}")]
    Steps(usize),
    /// A value that no impact can have.
    #[error("{0} is out of range: 0.01 to 100")]
    OutOfRange(Decimal),
    /// The same value or the same name twice.
    #[error("'{0}' is there twice")]
    Twice(String),
}

/// A step of the scale of impact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImpactStep {
    /// What it counts.
    pub value: Decimal,
    /// What it is called, such as "massive".
    pub label: Name,
}

/// The scale of RICE's impact: two to nine steps, the largest first, no value and no name twice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Vec<ImpactStep>", into = "Vec<ImpactStep>")]
pub struct ImpactScale(Vec<ImpactStep>);

impl ImpactScale {
    /// The steps, the largest first.
    pub fn steps(&self) -> &[ImpactStep] {
        &self.0
    }

    /// The value that a name stands for, whatever its case.
    pub fn value(&self, label: &str) -> Option<Decimal> {
        let label = folded(label.trim());
        self.0.iter().find(|step| step.label.folded() == label).map(|step| step.value)
    }
}

impl Default for ImpactScale {
    /// 3 massive, 2 high, 1 medium, 0.5 low, 0.25 minimal.
    fn default() -> Self {
        let usual =
            [(30_000, "massive"), (20_000, "high"), (10_000, "medium"), (5_000, "low"), (2_500, "minimal")];
        let step = |(scaled, label): (u64, &str)| {
            Some(ImpactStep {
                value: Decimal::from_ten_thousandths(scaled).ok()?,
                label: Name::shortened(label).ok()?,
            })
        };
        Self(usual.into_iter().filter_map(step).collect())
    }
}

impl TryFrom<Vec<ImpactStep>> for ImpactScale {
    type Error = ScaleError;
    #[inline(never)]
    fn try_from(mut steps: Vec<ImpactStep>) -> Result<Self, ScaleError> {
        if !(2..=9).contains(&steps.len()) {
            return Err(ScaleError::Steps(steps.len()));
        }
        sort_by(&mut steps, |a, b| b.value.cmp(&a.value));
        for (at, step) in steps.iter().enumerate() {
            if !(100..=1_000_000).contains(&step.value.ten_thousandths()) {
                return Err(ScaleError::OutOfRange(step.value));
            }
            let before = &steps[..at];
            if before.iter().any(|other| other.value == step.value) {
                return Err(ScaleError::Twice(step.value.to_string()));
            }
            if before.iter().any(|other| other.label.folded() == step.label.folded()) {
                return Err(ScaleError::Twice(step.label.to_string()));
            }
        }
        Ok(Self(steps))
    }
}

impl From<ImpactScale> for Vec<ImpactStep> {
    fn from(scale: ImpactScale) -> Self {
        scale.0
    }
}

impl FromStr for ImpactScale {
    type Err = ScaleError;

    /// `3 massive, 2 high, 1 medium`; semicolons and line breaks part the steps as well.
    fn from_str(text: &str) -> Result<Self, ScaleError> {
        let parts = text.split([',', ';', '\n']).map(str::trim).filter(|part| !part.is_empty());
        let step = |part: &str| {
            let wrong = || ScaleError::Step(part.to_owned());
            let (value, label) = part.split_once(char::is_whitespace).ok_or_else(wrong)?;
            let value = value.trim_end_matches([':', '=']).parse().map_err(|_| wrong())?;
            Ok(ImpactStep { value, label: label.trim_start_matches(['=', ':', '-', ' ']).parse()? })
        };
        parts.map(step).collect::<Result<Vec<ImpactStep>, ScaleError>>()?.try_into()
    }
}

impl fmt::Display for ImpactScale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, step) in self.0.iter().enumerate() {
            let comma = if at == 0 { "" } else { ", " };
            write!(f, "{comma}{} {}", step.value, step.label)?;
        }
        Ok(())
    }
}

/// A board's scales.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scales {
    /// In which period reach is counted.
    #[serde(default, skip_serializing_if = "is_default")]
    pub period: Period,
    /// The steps of RICE's impact.
    #[serde(default, skip_serializing_if = "is_default")]
    pub impact: ImpactScale,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scale(text: &str) -> Result<String, String> {
        text.parse::<ImpactScale>().map(|scale| scale.to_string()).map_err(|error| error.to_string())
    }

    #[test]
    fn a_scale_is_read_as_it_is_written_the_largest_first() {
        let usual = ImpactScale::default().to_string();
        assert_eq!(usual, "3 massive, 2 high, 1 medium, 0.5 low, 0.25 minimal");
        assert_eq!(scale(&usual).unwrap(), usual);
        assert_eq!(
            scale("1 = nice; 5: a must\n3 - good to have").unwrap(),
            "5 a must, 3 good to have, 1 nice"
        );
    }

    #[test]
    fn what_is_no_scale_is_told() {
        for (text, why) in [
            ("3 massive", "a scale has two to nine steps, not 1"),
            ("3 massive, high", "'high' is not a number and a name, such as 3 massive"),
            ("3 massive, 3.0 high", "'3' is there twice"),
            ("3 high, 2 High", "'High' is there twice"),
            ("3 massive, 0 none", "0 is out of range: 0.01 to 100"),
        ] {
            assert_eq!(scale(text).unwrap_err(), why, "{text}");
        }
    }

    #[test]
    fn a_name_stands_for_its_value_and_usual_scales_are_not_written() {
        assert_eq!(
            ImpactScale::default().value(" High ").map(|value| value.to_string()).as_deref(),
            Some("2")
        );
        assert_eq!(serde_json::to_string(&Scales::default()).unwrap(), "{}");
        let own = Scales { period: Period::Month, impact: "5 a must, 1 nice".parse().unwrap() };
        let text = serde_json::to_string(&own).unwrap();
        assert_eq!(
            text,
            r#"{"period":"month","impact":[{"value":"5","label":"a must"},{"value":"1","label":"nice"}]}"#
        );
        assert_eq!(serde_json::from_str::<Scales>(&text).unwrap(), own);
    }
}
