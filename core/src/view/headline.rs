//! The headline: the one thing the room must know, and phrases that each pick out the items they speak of.

use super::filter::{Filter, Flag, Who, has};
use crate::board::{Board, Date, Item, Quadrant};

/// A phrase that filters when it is chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// Its words, such as "3 unowned".
    pub text: String,
    /// What it picks out.
    pub filter: Filter,
    /// True where it says that something is late or wrong.
    pub alarm: bool,
}

/// What the headline says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Headline {
    /// The one thing.
    pub main: String,
    /// The rest, the most pressing first.
    pub phrases: Vec<Phrase>,
}

/// The headline of a board.
pub fn headline(board: &Board, today: Date) -> Headline {
    let live = board.live();
    let open: Vec<&Item> = live.iter().copied().filter(|item| !item.progress.is_done()).collect();
    let count = |test: &dyn Fn(&Item) -> bool| open.iter().filter(|item| test(item)).count();
    let kept = |item: &Item| item.quadrant().is_some_and(|q| q != Quadrant::Eliminate);
    let phrase = |text: String, filter: Filter, alarm: bool| Phrase { text, filter, alarm };
    let flag = |flag: Flag| Filter { flag: Some(flag), ..Filter::default() };
    let nobody = Filter { who: Some(Who::Nobody), ..Filter::default() };
    let unsorted = count(&|item| has(item, Flag::Unsorted, today));
    let done = live.len() - open.len();
    let all = [
        (count(&|item| has(item, Flag::Late, today)), "past their date", flag(Flag::Late), true),
        (count(&|item| kept(item) && item.has_ownership_gap()), "unowned", nobody, false),
        (count(&|item| has(item, Flag::External, today)), "from outside", flag(Flag::External), false),
        (count(&|item| has(item, Flag::Guess, today)), "without a size", flag(Flag::Guess), false),
        (done, "done", flag(Flag::Done), false),
    ];
    let phrases = all.into_iter().filter(|(n, ..)| *n > 0);
    Headline {
        main: main(live.len(), unsorted, open.len()),
        phrases: phrases
            .map(|(n, words, filter, alarm)| phrase(format!("{n} {words}"), filter, alarm))
            .collect(),
    }
}

fn main(all: usize, unsorted: usize, open: usize) -> String {
    match (all, unsorted, open) {
        (0, ..) => "Nothing here yet".to_owned(),
        (_, _, 0) => "Everything is done".to_owned(),
        (_, 0, 1) => "1 item, sorted".to_owned(),
        (_, 0, n) => format!("{n} items, all sorted"),
        (_, n, _) => format!("{n} to sort"),
    }
}
