//! That the example has what it is there to show, whatever the day.

use std::collections::BTreeSet;

use super::*;
use crate::board::{Item, Kind, LinkKind, Priority, Progress, Quadrant, RawBoard};

const ID: BoardId = BoardId::new(uuid::Uuid::from_u128(7 << 64));

/// A Thursday, a Saturday and the last day of a leap February.
const DAYS: [&str; 3] = ["2026-03-12", "2026-03-14", "2028-02-29"];

fn thursday() -> Date {
    DAYS[0].parse().unwrap()
}

fn board() -> Board {
    example(ID, thursday())
}

fn titled(start: &str) -> Item {
    let board = board();
    let found = board.items.values().find(|item| item.title.as_str().starts_with(start));
    found.unwrap().as_ref().clone()
}

fn count(of: impl Fn(&Item) -> bool) -> usize {
    board().items.values().filter(|item| of(item)).count()
}

#[test]
fn there_are_about_25_items_and_some_in_every_quadrant_and_in_the_inbox() {
    assert!((22..=28).contains(&board().items.len()));
    for quadrant in Quadrant::ALL {
        assert!(count(|item| item.quadrant() == Some(quadrant)) >= 2, "{quadrant:?}");
    }
    assert!((5..=6).contains(&count(|item| item.quadrant().is_none())));
}

#[test]
fn the_same_id_and_day_give_the_same_board() {
    assert_eq!(board(), board());
    let other = example(BoardId::new(uuid::Uuid::from_u128(8 << 64)), thursday());
    assert!(other.items.keys().all(|id| !board().items.contains_key(id)));
}

#[test]
fn the_order_is_that_of_the_table() {
    let titles: Vec<String> = board().live().iter().map(|item| item.title.to_string()).collect();
    let rows = plan::rows(Frame { board: ID, today: thursday() });
    assert_eq!(titles, rows.iter().map(|row| row.item.title.to_string()).collect::<Vec<_>>());
}

#[test]
fn it_is_read_back_without_repairs() {
    for day in DAYS {
        let board = example(ID, day.parse().unwrap());
        let raw: RawBoard = serde_json::from_str(&serde_json::to_string(&board).unwrap()).unwrap();
        assert_eq!(raw.check(), (board, Vec::new()));
    }
}

#[test]
fn nothing_the_table_says_is_lost() {
    let board = board();
    assert_eq!((board.links.len(), board.people.len()), (plan::LINKS.len(), plan::PEOPLE.len()));
    let titles: BTreeSet<&str> = board.items.values().map(|item| item.title.as_str()).collect();
    assert_eq!(titles.len(), board.items.len());
    assert!(!titles.contains("Untitled") && board.about.name.as_str() == plan::NAME);
    assert!(board.live().iter().all(|item| item.accountable.is_some() == item.responsible.is_some()));
}

#[test]
fn facts_and_days_of_asking_are_not_in_the_future() {
    for day in DAYS {
        let today: Date = day.parse().unwrap();
        let past = |date: Option<Date>| date.is_none_or(|date| date <= today);
        for item in example(ID, today).items.values() {
            let (started, finished) = match item.progress {
                Progress::NotStarted => (None, None),
                Progress::Started { on, .. } => (Some(on), None),
                Progress::Done { started, on } => (started, Some(on)),
            };
            let said = item.refusal.as_ref().and_then(|refusal| refusal.on);
            assert!([started, finished, item.requested, said].into_iter().all(past), "{}", item.title);
        }
    }
}

#[test]
fn it_can_be_made_on_the_first_and_the_last_day_of_the_calendar() {
    for day in ["1900-01-01", "9999-12-31"] {
        assert_eq!(example(ID, day.parse().unwrap()).items.len(), board().items.len());
    }
}

#[test]
fn three_teams_wait_for_the_contract() {
    let contract = titled("Publish the API contract");
    assert_eq!((contract.priority, contract.awaited_by.len()), (Priority::P0, 3));
    assert!(contract.awaited_by.iter().all(|awaited| awaited.by > thursday()));
    assert!(matches!(contract.progress, Progress::Started { .. }));
}

#[test]
fn the_four_priorities_are_those_of_practice() {
    assert_eq!(titled("Patch the auth library").priority, Priority::P1);
    assert_eq!(titled("Order search is three times slower").priority, Priority::P2);
    assert_eq!(titled("Take the order rules apart").priority, Priority::P3);
    assert_eq!(titled("Explore").priority, Priority::Backlog);
}

#[test]
fn a_report_is_handed_over_and_a_pet_project_refused() {
    let report = titled("Ad-hoc report");
    assert_eq!(report.quadrant(), Some(Quadrant::Delegate));
    assert_ne!(report.responsible, report.accountable);
    let refusal = titled("Pet project").refusal.unwrap();
    assert!(!refusal.reason.is_empty() && refusal.by.is_some() && refusal.on.is_some());
    let refused = |item: &Item| item.refusal.is_some();
    assert!(count(refused) == count(|item| item.quadrant() == Some(Quadrant::Eliminate)));
}

#[test]
fn a_team_an_api_and_a_tool_are_waited_for() {
    for kind in [Kind::Team, Kind::Api, Kind::Tool] {
        assert_eq!(count(|item| item.kind == kind), 1, "{kind:?}");
    }
    assert_eq!(count(|item| item.kind.is_external()), 3);
    assert_eq!(titled("Rates API").promised, None);
}

#[test]
fn one_promise_slipped_within_its_buffer() {
    let slipped = |item: &Item| item.agreed < item.promised;
    assert_eq!(count(slipped), 1);
    let sandbox = titled("Sandbox tenants");
    let [asked, agreed, promised] =
        [sandbox.requested, sandbox.agreed, sandbox.promised].map(|date| working_days_to(date.unwrap()));
    // Twenty percent of the span, rounded up.
    let buffer = (agreed - asked + 4) / 5;
    assert!(promised - agreed < buffer, "{} of {buffer}", promised - agreed);
}

/// Working days from Monday in the week long before.
fn working_days_to(date: Date) -> i64 {
    let days = date.days_since("2025-01-06".parse().unwrap());
    days / 7 * 5 + (days % 7).min(5)
}

#[test]
fn one_item_in_the_plan_has_no_owner() {
    assert_eq!(count(|item| item.quadrant().is_some() && item.is_unowned()), 1);
}

#[test]
fn some_items_are_done_and_one_is_started() {
    assert!(count(|item| item.progress.is_done()) >= 2);
    assert_eq!(count(|item| matches!(item.progress, Progress::Started { .. })), 1);
}

#[test]
fn links_of_all_four_types_join_the_plan() {
    let board = board();
    for kind in LinkKind::ALL {
        assert!(board.links.keys().any(|key| key.kind == kind), "{kind:?}");
    }
    assert!(board.links.values().any(|lag| lag.get() > 0));
}

#[test]
fn two_rice_scores_are_within_a_tenth_and_ice_is_there_too() {
    let rice = |item: &Item| {
        let [reach, impact, confidence, effort] = [item.reach, item.impact, item.confidence, item.effort];
        let number =
            |decimal: Option<crate::board::Decimal>| decimal.map(|d| u128::from(d.ten_thousandths()));
        Some(number(reach)? * number(impact)? * number(confidence)? / number(effort)?)
    };
    let mut scores: Vec<u128> = board().items.values().filter_map(|item| rice(item)).collect();
    scores.sort_unstable();
    assert!(scores.len() >= 6);
    assert!(scores.windows(2).any(|pair| pair[0] < pair[1] && pair[1] * 10 < pair[0] * 11));
    assert_eq!(count(|item| item.ease.is_some() && item.impact.is_some() && item.confidence.is_some()), 2);
}

#[test]
fn the_goal_says_when_it_is_done_and_by_when() {
    let about = board().about;
    assert!(about.goal.contains("Orders API v2"));
    assert!(about.target.unwrap() > thursday());
}

#[test]
fn a_decision_is_due_for_review_one_holds_and_a_one_way_door_is_still_open() {
    for day in DAYS {
        let today: Date = day.parse().unwrap();
        let board = example(ID, today);
        let decisions: Vec<_> = board.decisions.values().collect();
        let open = decisions.iter().filter(|decision| decision.closed.is_none());
        assert_eq!(decisions.iter().filter(|decision| decision.is_due_for_review(today)).count(), 1, "{day}");
        assert_eq!(open.filter(|decision| decision.lacks_alternatives()).count(), 1, "{day}");
        assert!(decisions.iter().all(|decision| !decision.items.is_empty()), "{day}");
    }
}

#[test]
fn actions_have_an_owner_a_day_and_an_item_and_one_is_done() {
    let board = board();
    let actions: Vec<_> = board.actions.values().collect();
    assert!(actions.iter().all(|a| a.owner.is_some() && a.due.is_some() && a.item.is_some()));
    assert_eq!(actions.iter().filter(|action| action.done.is_some()).count(), 1);
}
