//! The heads of the table's columns on a board that may have scales of its own.

use super::columns::Column;
use crate::board::{ImpactStep, Scales};
use crate::score::{Factor, Method};

/// A column's scale on a board, in few words.
pub fn scale_words(scales: &Scales, column: Column, method: Method) -> String {
    match (column, method) {
        (Column::Input(Factor::Reach), _) => format!("per {}", scales.period.word()),
        (Column::Input(Factor::Impact), Method::Rice) => {
            let value =
                |step: Option<&ImpactStep>| step.map(|step| step.value.to_string()).unwrap_or_default();
            let steps = scales.impact.steps();
            format!("{} to {}", value(steps.last()), value(steps.first()))
        }
        _ => column.scale(method).to_owned(),
    }
}

/// What a column means on a board, as a sentence.
pub fn explained(scales: &Scales, column: Column, method: Method) -> String {
    match (column, method) {
        (Column::Input(Factor::Reach), _) => {
            let period = scales.period.word();
            format!("How many it reaches in a {period}, counted alike for all: people, orders, accounts")
        }
        (Column::Input(Factor::Impact), Method::Rice) => {
            format!("What it does for each: {}. A step's name can be typed as well", scales.impact)
        }
        _ => column.explained(method).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::board::Period;

    #[test]
    fn a_board_explains_its_own_scale_and_period() {
        let own = Scales { period: Period::Month, impact: "5 a must, 3 good, 1 nice".parse().unwrap() };
        let (reach, impact) = (Column::Input(Factor::Reach), Column::Input(Factor::Impact));
        let words = |column, method| scale_words(&own, column, method);
        assert_eq!(
            (words(reach, Method::Rice), words(impact, Method::Rice)),
            ("per month".into(), "1 to 5".into())
        );
        assert_eq!(words(impact, Method::Ice), "1 to 10", "ICE has its own");
        assert!(explained(&own, impact, Method::Rice).contains("5 a must, 3 good, 1 nice"));
        assert_eq!(scale_words(&Scales::default(), impact, Method::Rice), impact.scale(Method::Rice));
    }
}
