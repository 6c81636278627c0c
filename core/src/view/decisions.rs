//! Decisions and actions as they are listed: what is due first, what is open, what is behind.

use super::Scene;
use super::palette::fit;
use crate::board::{
    ActionId, ActionItem, Board, Date, Decision, DecisionId, ItemId, TypedAction, folded, sort_by,
};

/// How a decision stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DecisionState {
    /// It was decided, and the day to look again has come.
    Due,
    /// It is to be decided.
    Open,
    /// It was decided.
    Decided,
}

impl DecisionState {
    /// How a decision stands on a day.
    pub fn of(decision: &Decision, today: Date) -> Self {
        match decision.closed {
            _ if decision.is_due_for_review(today) => Self::Due,
            None => Self::Open,
            Some(_) => Self::Decided,
        }
    }
}

/// The decisions: those to be looked at again first, the longest due before the others; then the open ones as they
/// were written down; then those decided, the last one first.
pub fn decisions(board: &Board, today: Date) -> Vec<(DecisionState, DecisionId)> {
    let mut listed: Vec<(DecisionState, &Decision)> =
        board.decisions.values().map(|held| (DecisionState::of(held, today), held.as_ref())).collect();
    sort_by(&mut listed, |(a, one), (b, other)| {
        let closed = |decision: &Decision| decision.closed.map(|closed| closed.on);
        let within = match a {
            DecisionState::Due => one.review.cmp(&other.review),
            DecisionState::Open => one.id.cmp(&other.id),
            DecisionState::Decided => closed(other).cmp(&closed(one)).then(other.id.cmp(&one.id)),
        };
        a.cmp(b).then(within)
    });
    listed.into_iter().map(|(standing, decision)| (standing, decision.id)).collect()
}

/// How many decisions are to be looked at again.
pub fn due_count(board: &Board, today: Date) -> usize {
    board.decisions.values().filter(|decision| decision.is_due_for_review(today)).count()
}

/// The decisions that are about an item.
pub fn decisions_about(board: &Board, item: ItemId) -> Vec<String> {
    let about = board.decisions.values().filter(|decision| decision.items.contains(&item));
    about.map(|decision| decision.what.to_string()).collect()
}

/// The open actions that serve an item.
pub fn actions_for(board: &Board, item: ItemId) -> Vec<String> {
    let open = board.actions.values().filter(|action| action.item == Some(item) && action.done.is_none());
    open.map(|action| action.what.to_string()).collect()
}

/// The item that a typed title means: the one called so, else the one that fits best.
pub fn best_item(board: &Board, typed: &str) -> Option<ItemId> {
    let called = folded(typed.trim());
    if called.is_empty() {
        return None;
    }
    let live = board.live();
    let same = live.iter().find(|item| item.title.folded() == called);
    let best = || {
        live.iter()
            .filter_map(|item| Some((fit(item.title.as_str(), &called)?, item)))
            .min_by_key(|(fit, _)| *fit)
    };
    same.or_else(|| best().map(|(_, item)| item)).map(|item| item.id)
}

/// How a typed action is understood, in a sentence: "Ana asks Payments for a date, by Thu 12 Mar".
pub fn understood(typed: &TypedAction, item: Option<&str>, write: &dyn Fn(Date) -> String) -> String {
    let who =
        typed.owner.as_ref().map_or_else(|| "Nobody named yet (@Name):".to_owned(), ToString::to_string);
    let due = typed.due.map_or_else(|| "no date yet".to_owned(), |due| format!("by {}", write(due)));
    let item = item.map(|item| format!(", for '{item}'"));
    format!("{who} {}, {due}{}", typed.what, item.unwrap_or_default())
}

/// An action as a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActionLine {
    /// Which.
    pub id: ActionId,
    /// Who does it; empty where nobody was named.
    pub owner: String,
    /// What is done.
    pub what: String,
    /// By when.
    pub due: Option<Date>,
    /// What it serves.
    pub item: Option<(ItemId, String)>,
    /// True where its day has passed and it is open.
    pub late: bool,
    /// The day it was done.
    pub done: Option<Date>,
}

/// The actions: open ones by owner and then by date, without a date last; then what is done, the last one first.
pub fn actions(scene: &Scene) -> Vec<ActionLine> {
    let line = |action: &ActionItem| ActionLine {
        id: action.id,
        owner: action
            .owner
            .and_then(|id| scene.board.person(id))
            .map(|p| p.name.to_string())
            .unwrap_or_default(),
        what: action.what.to_string(),
        due: action.due,
        item: action.item.and_then(|id| scene.item(id)).map(|item| (item.id, item.title.to_string())),
        late: action.done.is_none() && action.due.is_some_and(|due| due < scene.today),
        done: action.done,
    };
    let mut lines: Vec<ActionLine> = scene.board.actions.values().map(|action| line(action)).collect();
    sort_by(&mut lines, |a, b| {
        let owner = |line: &ActionLine| (line.owner.is_empty(), folded(&line.owner));
        let due = |line: &ActionLine| (line.due.is_none(), line.due);
        let open = || owner(a).cmp(&owner(b)).then(due(a).cmp(&due(b)));
        match (a.done, b.done) {
            (None, None) => open().then(a.id.cmp(&b.id)),
            (one, other) => one.is_some().cmp(&other.is_some()).then(other.cmp(&one)).then(b.id.cmp(&a.id)),
        }
    });
    lines
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use uuid::Uuid;

    use super::*;
    use crate::board::{BoardId, Closed, Person, PersonId};

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn board() -> Board {
        Board::new(BoardId::new(Uuid::nil()), "Plan".parse().unwrap())
    }

    fn decide(board: &mut Board, n: u128, closed: Option<&str>, review: Option<&str>) {
        let id = DecisionId::new(Uuid::from_u128(n));
        let mut decision = Decision::new(id, format!("Decision {n}").parse().unwrap(), day("2026-03-01"));
        decision.closed = closed.map(|on| Closed { on: day(on), without_alternatives: false });
        decision.review = review.map(day);
        board.decisions.insert(id, Arc::new(decision));
    }

    #[test]
    fn what_is_to_be_looked_at_again_comes_first_then_what_is_open_then_the_last_decided() {
        let mut board = board();
        decide(&mut board, 1, Some("2026-03-02"), None);
        decide(&mut board, 2, Some("2026-03-03"), Some("2026-03-20"));
        decide(&mut board, 3, None, None);
        decide(&mut board, 4, Some("2026-03-02"), Some("2026-03-08"));
        decide(&mut board, 5, Some("2026-03-02"), Some("2026-03-07"));
        let listed: Vec<_> = decisions(&board, day("2026-03-09"))
            .into_iter()
            .map(|(standing, id)| (standing, board.decisions[&id].what.to_string()))
            .collect();
        let expected = [
            (DecisionState::Due, "Decision 5"),
            (DecisionState::Due, "Decision 4"),
            (DecisionState::Open, "Decision 3"),
            (DecisionState::Decided, "Decision 2"),
            (DecisionState::Decided, "Decision 1"),
        ];
        assert_eq!(listed, expected.map(|(standing, what)| (standing, what.to_owned())));
        assert_eq!(due_count(&board, day("2026-03-09")), 2);
    }

    #[test]
    fn open_actions_stand_by_owner_and_date_and_what_is_done_is_last() {
        let mut board = board();
        let person = |n: u128, name: &str| Person {
            id: PersonId::new(Uuid::from_u128(n)),
            name: name.parse().unwrap(),
        };
        for person in [person(1, "Ben"), person(2, "Ana")] {
            board.people.insert(person.id, Arc::new(person));
        }
        let lines = [
            (1, "a", Some(1), Some("2026-03-12"), None),
            (2, "b", Some(2), None, None),
            (3, "c", Some(2), Some("2026-03-05"), None),
            (4, "d", None, Some("2026-03-01"), None),
            (5, "e", Some(2), Some("2026-03-01"), Some("2026-03-02")),
        ];
        for (n, what, owner, due, done) in lines {
            let id = ActionId::new(Uuid::from_u128(n));
            let mut action = ActionItem::new(id, what.parse().unwrap(), day("2026-03-01"));
            action.owner = owner.map(|n| PersonId::new(Uuid::from_u128(n)));
            (action.due, action.done) = (due.map(day), done.map(day));
            board.actions.insert(id, Arc::new(action));
        }
        let scene = Scene::of(Arc::new(board), day("2026-03-09"));
        let told: Vec<_> =
            actions(&scene).into_iter().map(|line| (line.what, line.owner, line.late)).collect();
        let expected = [
            ("c", "Ana", true),
            ("b", "Ana", false),
            ("a", "Ben", false),
            ("d", "", true),
            ("e", "Ana", false),
        ];
        assert_eq!(told, expected.map(|(what, owner, late)| (what.to_owned(), owner.to_owned(), late)));
    }
}
