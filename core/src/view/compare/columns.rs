//! The columns of the table and of a pasted block, and what each of them means.

use crate::score::{Factor, Method};

/// A column of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// Whether it is one of the options that stand side by side.
    Choose,
    /// What it is called.
    Title,
    /// An input.
    Input(Factor),
    /// The score, or why there is none.
    Score,
    /// The place by score.
    Rank,
    /// What to think of before the figures are believed.
    Note,
}

/// The columns of a method, in order.
pub fn columns(method: Method) -> Vec<Column> {
    let mut columns = vec![Column::Choose, Column::Title];
    columns.extend(method.factors().iter().map(|factor| Column::Input(*factor)));
    columns.extend([Column::Score, Column::Rank, Column::Note]);
    columns
}

impl Column {
    /// Its name at its head.
    pub fn name(self, method: Method) -> &'static str {
        match self {
            Self::Choose => "Compare",
            Self::Title => "Option",
            Self::Input(factor) => factor_name(factor),
            Self::Score => method.letters(),
            Self::Rank => "Rank",
            Self::Note => "Note",
        }
    }

    /// Its scale, in few words.
    pub const fn scale(self, method: Method) -> &'static str {
        match (self, method) {
            (Self::Input(Factor::Reach), _) => "per quarter",
            (Self::Input(Factor::Impact), Method::Rice) => "0.25 to 3",
            (Self::Input(Factor::Confidence), Method::Rice) => "50, 80, 100 %",
            (Self::Input(Factor::Effort), _) => "person-months",
            (Self::Input(_), _) => "1 to 10",
            (Self::Score, Method::Rice) => "R × I × C ÷ E",
            (Self::Score, Method::Ice) => "I × C × E",
            _ => "",
        }
    }

    /// What it means, as a sentence.
    pub const fn explained(self, method: Method) -> &'static str {
        match (self, method) {
            (Self::Choose, _) => "Two to four options stand side by side",
            (Self::Title, _) => "Enter edits the title; a click opens the item",
            (Self::Input(Factor::Reach), _) => {
                "How many it reaches in a period, the same for all: people per quarter, orders per month"
            }
            (Self::Input(Factor::Impact), Method::Rice) => {
                "What it does for each: 3 massive, 2 high, 1 medium, 0.5 low, 0.25 minimal"
            }
            (Self::Input(Factor::Impact), Method::Ice) => "How much it helps if it works, 1 to 10",
            (Self::Input(Factor::Confidence), Method::Rice) => {
                "How sure we are of the figures: 100 % high, 80 % medium, 50 % low; below that it is a guess to research first"
            }
            (Self::Input(Factor::Confidence), Method::Ice) => "How sure we are that it works, 1 to 10",
            (Self::Input(Factor::Effort), _) => {
                "Person-months of the whole team, more than 0; half a month at least is advised"
            }
            (Self::Input(Factor::Ease), _) => "How easy it is, 1 to 10; 10 is a day's work",
            (Self::Score, Method::Rice) => "Reach × Impact × Confidence ÷ Effort",
            (Self::Score, Method::Ice) => "Impact × Confidence × Ease",
            (Self::Rank, _) => "The place among all items of the board that have a score; equals share one",
            (Self::Note, _) => "What to think of before the figures are believed",
        }
    }

    /// True for what is typed.
    pub const fn is_edited(self) -> bool {
        matches!(self, Self::Title | Self::Input(_))
    }

    /// True for figures, which stand at the right.
    pub const fn is_figure(self) -> bool {
        matches!(self, Self::Input(_) | Self::Score | Self::Rank)
    }
}

/// A factor's name with a capital.
pub const fn factor_name(factor: Factor) -> &'static str {
    match factor {
        Factor::Reach => "Reach",
        Factor::Impact => "Impact",
        Factor::Confidence => "Confidence",
        Factor::Effort => "Effort",
        Factor::Ease => "Ease",
    }
}
