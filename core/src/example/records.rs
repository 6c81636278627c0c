//! What the team of the example has decided and taken on: one decision to look at again, one that holds, one that is
//! still open; actions that are open, and one that is done.

use std::sync::Arc;

use super::plan::{AMARA, LEILA, TOMASZ};
use super::row::{Day, Frame, Row};
use crate::board::{
    ActionId, ActionItem, Board, Closed, Decision, DecisionId, Door, ItemId, Title, gathered,
};

/// Puts them on the board, which has its items and people.
pub(super) fn put(board: &mut Board, at: Frame, rows: &[Row]) {
    let decisions = decisions(at, rows);
    board.decisions = gathered(decisions.into_iter().map(|decision| (decision.id, Arc::new(decision))));
    let actions = actions(at, rows);
    board.actions = gathered(actions.into_iter().map(|action| (action.id, Arc::new(action))));
}

fn decisions(at: Frame, rows: &[Row]) -> [Decision; 3] {
    let decision = |n: usize, what: &str, noted: i32, about: &[&str]| {
        let id = DecisionId::new(at.counted_on(2001 + n));
        let mut decision = Decision::new(id, title(what), at.date(Day(noted)));
        decision.by = at.person(AMARA);
        decision.items = gathered(about.iter().filter_map(|key| item(at, rows, key)));
        decision
    };
    let closed = |day: i32| Some(Closed { on: at.date(Day(day)), without_alternatives: false });
    let ask = Decision {
        context: "The contract tests need tenants that know v2; the sandbox is Identity's".to_owned(),
        alternatives: "build a sandbox of our own\ntest against a stub".to_owned(),
        expected: "tenants two weeks before the mobile app moves".to_owned(),
        review: Some(at.date(Day(-1))),
        door: Some(Door::TwoWay),
        closed: closed(-8),
        ..decision(0, "Ask Identity for tenants instead of building our own sandbox", -8, &["sandbox"])
    };
    let both = Decision {
        context: "Partners cannot all move on one day".to_owned(),
        alternatives: "one day for everybody".to_owned(),
        expected: "no partner is without orders for an hour".to_owned(),
        review: Some(at.date(Day(15))),
        door: Some(Door::TwoWay),
        closed: closed(-5),
        ..decision(1, "Run v1 and v2 side by side until the portal has moved", -5, &["both", "portal"])
    };
    let off = Decision {
        context: "Whoever still calls v1 on that day fails".to_owned(),
        door: Some(Door::OneWay),
        ..decision(2, "The day on which v1 goes", -2, &["off"])
    };
    [ask, both, off]
}

fn actions(at: Frame, rows: &[Row]) -> [ActionItem; 3] {
    let action = |n: usize, who: &str, what: &str, due: i32, about: &str| {
        let mut action =
            ActionItem::new(ActionId::new(at.counted_on(3001 + n)), title(what), at.date(Day(-5)));
        action.owner = at.person(who);
        action.due = Some(at.date(Day(due)));
        action.item = item(at, rows, about);
        action
    };
    let mut told = action(2, LEILA, "tells the mobile team when the contract comes", -3, "contract");
    told.done = Some(at.date(Day(-3)));
    [
        action(0, AMARA, "asks Identity for two tenants ahead of the others", 1, "sandbox"),
        action(1, TOMASZ, "lists the partners who still call v1", 4, "off"),
        told,
    ]
}

fn item(at: Frame, rows: &[Row], key: &str) -> Option<ItemId> {
    rows.iter().position(|row| row.key == key).map(|n| at.item(n))
}

fn title(text: &str) -> Title {
    text.parse().unwrap_or_default()
}
