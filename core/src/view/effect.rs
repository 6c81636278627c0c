//! What a command would do to the plan, before it is done: "finish +3 days", "breaks the deadline of 'API'".

use std::sync::Arc;

use super::scene::Scene;
use super::story::counted;
use crate::board::{Board, ItemId};
use crate::edit::{Command, Rejection, apply};
use crate::schedule::{Effect, Moved};

/// What a command would do to the plan, or why it would be refused. Nothing is changed.
pub fn effect_of(scene: &Scene, command: &Command) -> Result<Effect, Rejection> {
    let (board, _) = apply(&scene.board, command)?;
    let then = Scene::of(Arc::new(board), scene.today);
    Ok(Effect::between((&scene.board, &scene.schedule), (&then.board, &then.schedule)))
}

/// An effect in the words of the room; `board` is the one before the change.
pub fn effect_words(board: &Board, effect: &Effect) -> String {
    let days = days_words(effect.days);
    let finish = format!("finish {days}");
    let parts = [
        (effect.days != 0).then_some(finish),
        commitments(board, "breaks", &effect.broken),
        commitments(board, "saves", &effect.saved),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    match (parts.is_empty(), effect.critical.split_first()) {
        (false, _) => parts.join(", "),
        (true, Some((first, others))) => format!("0 days, {}", becoming(board, *first, others.len())),
        (true, None) => "not on the path: 0 days".to_owned(),
    }
}

/// What is said before a command is done: its effect, or what is in the way.
pub fn foretold(scene: &Scene, command: &Command) -> Result<String, String> {
    match effect_of(scene, command) {
        Ok(effect) => Ok(effect_words(&scene.board, &effect)),
        Err(Rejection::Cycle(round)) => Err(format!("would close a cycle: {round}")),
        Err(rejection) => Err(rejection.to_string()),
    }
}

/// Days as a difference: `+3 days`, `−1 day`, `0 days`.
pub fn days_words(days: i64) -> String {
    let sign = match days {
        0 => "",
        1.. => "+",
        _ => "−",
    };
    format!("{sign}{}", counted(days.abs()))
}

/// "breaks the deadline of 'API' and 2 more".
fn commitments(board: &Board, verb: &str, moved: &[Moved]) -> Option<String> {
    let first = moved.first()?;
    let more = match moved.len() {
        1 => String::new(),
        n => format!(" and {} more", n - 1),
    };
    Some(format!("{verb} {}{more}", commitment(board, *first)))
}

/// "'API' becomes critical".
fn becoming(board: &Board, first: ItemId, others: usize) -> String {
    let title = board.item(first).map(|item| item.title.to_string()).unwrap_or_default();
    match others {
        0 => format!("'{title}' becomes critical"),
        n => format!("'{title}' and {n} more become critical"),
    }
}

/// What a date was given as. A date that the command itself sets is not on the board yet: it is a date like any.
pub(super) fn commitment(board: &Board, moved: Moved) -> String {
    let Some(item) = board.item(moved.item) else { return "a date".to_owned() };
    let title = &item.title;
    let waiting = item.awaited_by.iter().find(|awaited| awaited.by == moved.date);
    if item.deadline == Some(moved.date) {
        format!("the deadline of '{title}'")
    } else if let Some(awaited) = waiting {
        format!("the promise to {}: '{title}'", awaited.who)
    } else if item.promised == Some(moved.date) {
        format!("the promise of '{title}'")
    } else {
        format!("the date of '{title}'")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::board::{BoardId, Date, Days, Item, LinkKey, LinkKind};
    use crate::edit::{Action, Stamp};
    use uuid::Uuid;

    fn id(n: u128) -> ItemId {
        ItemId::new(Uuid::from_u128(n))
    }

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }

    /// Three items by name and days, from Monday 2 March.
    fn scene(days: [u32; 3]) -> Scene {
        let mut board = Board::new(BoardId::new(Uuid::nil()), "Plan".parse().unwrap());
        for (n, days) in (1..).zip(days) {
            let mut item = Item::new(id(n));
            item.title = ["A", "B", "C"][usize::try_from(n - 1).unwrap()].parse().unwrap();
            item.duration = Some(Days::try_from(days).unwrap());
            board.items.insert(item.id, Arc::new(item));
        }
        Scene::of(Arc::new(board), date("2026-03-02"))
    }

    fn said(scene: &Scene, action: Action) -> Result<String, String> {
        foretold(scene, &Command { stamp: Stamp { at: 0, today: scene.today, by: None }, action })
    }

    fn link(from: u128, to: u128) -> Action {
        let kind = LinkKind::FinishToStart;
        Action::link(LinkKey { predecessor: id(from), successor: id(to), kind })
    }

    fn with(scene: &Scene, change: impl FnOnce(&mut Board)) -> Scene {
        let mut board = (*scene.board).clone();
        change(&mut board);
        Scene::of(Arc::new(board), scene.today)
    }

    fn linked(scene: &Scene, from: u128, to: u128) -> Scene {
        let Action::Link(link) = link(from, to) else { panic!("a link") };
        with(scene, |board| _ = board.links.insert(link.key, link.lag))
    }

    #[test]
    fn a_link_that_moves_the_finish_says_by_how_many_days() {
        assert_eq!(said(&scene([5, 3, 1]), link(1, 2)).unwrap(), "finish +3 days");
        assert_eq!(said(&scene([5, 1, 1]), link(1, 2)).unwrap(), "finish +1 day");
    }

    #[test]
    fn what_is_off_the_path_moves_nothing() {
        assert_eq!(said(&scene([9, 1, 1]), link(2, 3)).unwrap(), "not on the path: 0 days");
        assert_eq!(said(&scene([2, 1, 1]), link(2, 3)).unwrap(), "0 days, 'B' and 1 more become critical");
    }

    #[test]
    fn taking_a_link_away_gives_days_back() {
        let chain = linked(&scene([5, 3, 1]), 1, 2);
        let key = *chain.board.links.keys().next().unwrap();
        assert_eq!(said(&chain, Action::Unlink(key)).unwrap(), "finish −3 days");
    }

    #[test]
    fn what_it_breaks_is_named_by_what_was_given() {
        let due = with(&scene([5, 3, 9]), |board| {
            let item = Arc::make_mut(board.items.get_mut(&id(2)).unwrap());
            item.deadline = Some(date("2026-03-05"));
        });
        assert_eq!(said(&due, link(1, 2)).unwrap(), "breaks the deadline of 'B'");
    }

    #[test]
    fn a_cycle_is_named_before_it_is_made() {
        let chain = linked(&scene([1, 1, 1]), 1, 2);
        assert_eq!(said(&chain, link(2, 1)).unwrap_err(), "would close a cycle: B → A → B");
    }
}
