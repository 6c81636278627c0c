//! The way of scoring that is shown, and the scores where they are to be seen outside of Compare.

use std::sync::Arc;

use leptos::prelude::*;
use unblock_core::board::ItemId;
use unblock_core::score::Method;
use unblock_core::view::{MatrixView, Scene, Scores, usual_method};

use super::Session;
use crate::preferences::{Preferences, ShownScores};

/// The signals about scores.
#[derive(Clone, Copy)]
pub struct Scoring {
    /// The way that was chosen; `None` leaves it to the board.
    pub chosen_method: RwSignal<Option<Method>>,
    /// The way that is shown.
    pub method: Memo<Method>,
    /// The scores; nothing is computed where nobody asks for them.
    pub scores: Memo<Option<Arc<Scores>>>,
    shown: Memo<ShownScores>,
}

impl Scoring {
    /// The scores of a scene, as far as the preferences ask for them.
    pub(super) fn of(scene: Memo<Arc<Scene>>, preferences: RwSignal<Preferences>) -> Self {
        let shown = Memo::new(move |_| preferences.with(|preferences| preferences.scores));
        let chosen_method = RwSignal::new(None);
        let method = Memo::new(move |_| {
            chosen_method.get().unwrap_or_else(|| scene.with(|scene| usual_method(scene)))
        });
        let scores = Memo::new_with_compare(
            move |_| {
                let asked = shown.get() != ShownScores::Hidden;
                asked.then(|| scene.with(|scene| Arc::new(Scores::of(scene, method.get()))))
            },
            |before, now| !matches!((before, now), (Some(None), Some(None))),
        );
        Self { chosen_method, method, scores, shown }
    }

    /// The Matrix, sorted where that is asked for.
    pub(super) fn sorted(self, mut view: MatrixView) -> MatrixView {
        if self.shown.get() == ShownScores::Sorted {
            self.scores.with(|scores| scores.as_ref().map(|scores| scores.sort(&mut view)));
        }
        view
    }
}

impl Session {
    /// The score of an item in words, where scores are to be seen.
    pub fn score_of(self, item: ItemId) -> Option<String> {
        self.scoring.scores.with(|scores| scores.as_ref().and_then(|scores| scores.words(item)))
    }

    /// The letters of the method by which the Matrix is sorted; `None` where it has the board's order.
    pub fn sorted_by(self) -> Option<&'static str> {
        let sorted = self.scoring.shown.get() == ShownScores::Sorted;
        sorted.then(|| self.scoring.method.get().letters())
    }
}
