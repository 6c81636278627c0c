//! What a person prefers on this browser. Kept apart from the boards; never undone.

use serde::{Deserialize, Serialize};
use unblock_core::board::{BoardId, Extra, Name};
use unblock_core::store::{Backups, REMIND_AFTER};

/// Light, dark, or what the system says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// As the system is set.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// The three, with the words that the page shows.
    pub const ALL: [(Self, &str); 3] =
        [(Self::System, "System"), (Self::Light, "Light"), (Self::Dark, "Dark")];

    /// The value of `data-theme`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// Where scores are seen outside of Compare.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ShownScores {
    /// Nowhere.
    #[default]
    Hidden,
    /// On the cards and the rows.
    Shown,
    /// There, and the Matrix is sorted by them.
    Sorted,
}

impl ShownScores {
    /// The three, with the words that the page shows.
    pub const ALL: [(Self, &str); 3] =
        [(Self::Hidden, "No scores"), (Self::Shown, "Show scores"), (Self::Sorted, "Sort by score")];
}

/// The preferences.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Preferences {
    /// The colours.
    pub theme: Theme,
    /// True where single letters and digits are no keys, as dictation and some screen readers want it.
    pub letters_off: bool,
    /// Where scores are seen outside of Compare.
    pub scores: ShownScores,
    /// The name of the person acting, looked up in each board's roster.
    pub acting: Option<Name>,
    /// The board that was open last.
    pub last_board: Option<BoardId>,
    /// When boards were last downloaded as files.
    pub backups: Backups,
    /// A file is reminded of after so many days, where a person has said; 0 is never.
    pub remind_after: Option<u32>,
    /// What a later version has put here.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Preferences {
    /// After how many days a file is reminded of; 0 is never.
    pub fn reminds_after(&self) -> u32 {
        self.remind_after.unwrap_or(REMIND_AFTER)
    }

    /// The preferences that a stored text holds; what cannot be read is as if never set.
    pub fn read(text: Option<&str>) -> Self {
        text.and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default()
    }

    /// The text to be stored.
    pub fn write(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use wasm_bindgen_test::wasm_bindgen_test;

    use super::*;

    #[wasm_bindgen_test]
    fn what_a_later_version_has_put_here_stays() {
        let mut read = Preferences::read(Some("{\"theme\":\"dark\",\"density\":{\"rows\":3}}"));
        read.letters_off = true;
        let written = read.write();
        assert!(written.contains("\"density\":{\"rows\":3}") && written.contains("\"theme\":\"dark\""));
    }

    #[wasm_bindgen_test]
    fn without_a_word_about_it_a_file_is_reminded_of_after_a_week() {
        assert_eq!(Preferences::read(None).reminds_after(), 7);
    }
}
