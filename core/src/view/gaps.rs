//! What is missing anywhere on the board, the most severe first: handoffs at risk, owners, dates, durations.

use super::filter::is_guess;
use super::scene::Scene;
use crate::board::{Item, ItemId};
use crate::schedule::Criticality;

/// What is missing of an item, the most pressing first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Missing {
    /// A day that the giver promises.
    Promise,
    /// Somebody outside who gives it.
    Giver,
    /// Somebody of us who chases it.
    Chaser,
    /// Somebody who has it.
    Owner,
    /// Somebody who does it, where somebody answers for it.
    Doer,
    /// Somebody who answers for it.
    Accountable,
    /// How long it takes; a shorter time, where somebody outside waits too long.
    Duration,
}

/// Why that matters, the most severe first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Why {
    /// It comes so many days too late.
    Late(i64),
    /// Others wait for what nobody has promised.
    Awaited,
    /// A critical item has no owner.
    Critical,
    /// Nobody has promised it.
    Undated,
    /// It has no owner.
    Unowned,
    /// A critical item takes nobody knows how long.
    Guess,
}

impl Why {
    /// Handoffs at risk, critical items without an owner, external ones without a date, the rest.
    const fn severity(self) -> u8 {
        match self {
            Self::Late(_) | Self::Awaited => 0,
            Self::Critical => 1,
            Self::Undated => 2,
            Self::Unowned => 3,
            Self::Guess => 4,
        }
    }
}

/// Something that is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    /// Of which item.
    pub item: ItemId,
    /// What.
    pub missing: Missing,
    why: Why,
}

impl Gap {
    /// What it means, as "nobody owns 'Load test'".
    pub fn words(&self, scene: &Scene) -> String {
        let title = scene.item(self.item).map(|item| item.title.to_string()).unwrap_or_default();
        match self.why {
            Why::Late(1) => format!("'{title}' comes a day too late"),
            Why::Late(days) => format!("'{title}' comes {days} days too late"),
            Why::Awaited => format!("'{title}' has no date, and others wait for it"),
            Why::Undated => format!("'{title}' has no date"),
            Why::Critical => format!("{} '{title}', and it is critical", self.nobody()),
            Why::Unowned => format!("{} '{title}'", self.nobody()),
            Why::Guess => format!("'{title}' is critical, and its days are a guess"),
        }
    }

    /// True where one of us is missing.
    pub(super) const fn is_of_ours(&self) -> bool {
        matches!(self.missing, Missing::Owner | Missing::Doer | Missing::Accountable | Missing::Chaser)
    }

    /// True where the item is known to be critical.
    pub(super) fn is_critical(&self) -> bool {
        self.why == Why::Critical
    }

    /// True where a critical item takes nobody knows how long.
    pub(super) fn is_guess(&self) -> bool {
        self.why == Why::Guess
    }

    /// "nobody owns": what comes before the titles.
    pub(in crate::view) const fn nobody(&self) -> &'static str {
        match self.missing {
            Missing::Chaser => "nobody chases",
            Missing::Giver => "nobody is named who gives",
            Missing::Doer => "nobody does",
            Missing::Accountable => "nobody answers for",
            _ => "nobody owns",
        }
    }
}

/// All gaps, the most severe first; within a severity in the board's order. O(items), and no dates are made for items
/// that are no handoffs.
pub fn gaps(scene: &Scene) -> Vec<Gap> {
    let open =
        scene.live().iter().filter(|item| !item.progress.is_done() && scene.schedule.contains(item.id));
    let mut all: Vec<Gap> = open.flat_map(|item| of_item(scene, item)).collect();
    crate::board::sort_by_key(&mut all, |gap| gap.why.severity());
    all
}

fn of_item(scene: &Scene, item: &Item) -> impl Iterator<Item = Gap> {
    let is_critical = || scene.criticality(item) == Criticality::Critical;
    let owner =
        owner_gap(item).map(|missing| (missing, if is_critical() { Why::Critical } else { Why::Unowned }));
    let is_guess = !item.kind.is_external() && is_guess(scene, item) && is_critical();
    let guess = is_guess.then_some((Missing::Duration, Why::Guess));
    let all = date_gap(scene, item).into_iter().chain(owner).chain(guess);
    all.map(|(missing, why)| Gap { item: item.id, missing, why })
}

/// A handoff that comes too late, or that nobody has promised.
fn date_gap(scene: &Scene, item: &Item) -> Option<(Missing, Why)> {
    let is_external = item.kind.is_external();
    if !is_external && item.awaited_by.is_empty() {
        return None;
    }
    let missing = if is_external { Missing::Promise } else { Missing::Duration };
    let handoff = scene.schedule.handoff(&scene.board, item.id)?;
    match handoff.gap {
        Some(gap) if gap < 0 => Some((missing, Why::Late(-gap))),
        _ if !is_external || item.promised.is_some() => None,
        _ if handoff.is_at_risk => Some((missing, Why::Awaited)),
        _ => Some((missing, Why::Undated)),
    }
}

const fn owner_gap(item: &Item) -> Option<Missing> {
    match (item.kind.is_external(), item.responsible, item.accountable) {
        (true, _, None) => Some(Missing::Chaser),
        (true, None, _) => Some(Missing::Giver),
        (false, None, None) => Some(Missing::Owner),
        (false, None, _) => Some(Missing::Doer),
        (false, _, None) => Some(Missing::Accountable),
        _ => None,
    }
}

/// Where a walk over the gaps is: its place, and the gap that was there.
pub type Visited = (usize, ItemId, Missing);

/// The place of the next gap, round and round. Where the last one has been closed, the next has taken its place.
pub fn next_gap(gaps: &[Gap], last: Option<Visited>) -> Option<usize> {
    let Some((place, item, missing)) = last else { return (!gaps.is_empty()).then_some(0) };
    let found = gaps.iter().position(|gap| (gap.item, gap.missing) == (item, missing));
    let next = found.map_or(place, |place| place + 1);
    (!gaps.is_empty()).then_some(if next < gaps.len() { next } else { 0 })
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use uuid::Uuid;

    use super::*;
    use crate::board::{Board, BoardId, Date, Days, Kind, Lag, LinkKey, LinkKind, PersonId};
    use crate::example;

    fn id(n: u128) -> ItemId {
        ItemId::new(Uuid::from_u128(n))
    }

    fn today() -> Date {
        "2026-03-02".parse().unwrap()
    }

    fn words(board: Board) -> Vec<String> {
        let scene = Scene::of(Arc::new(board), today());
        gaps(&scene).into_iter().map(|gap| gap.words(&scene)).collect()
    }

    /// Three items by their kind, the first waiting for the second.
    fn plan(with: impl Fn(u128, &mut Item)) -> Board {
        let mut board = Board::new(BoardId::new(Uuid::nil()), "Plan".parse().unwrap());
        for (n, title) in (1..).zip(["Work", "API", "Tool"]) {
            let mut item = Item::new(id(n));
            item.title = title.parse().unwrap();
            item.duration = Some(Days::try_from(if n == 3 { 1 } else { 10 }).unwrap());
            with(n, &mut item);
            board.items.insert(item.id, Arc::new(item));
        }
        let key = LinkKey { predecessor: id(2), successor: id(1), kind: LinkKind::FinishToStart };
        board.links.insert(key, Lag::default());
        board
    }

    fn owned(item: &mut Item) {
        let somebody = Some(PersonId::new(Uuid::from_u128(9)));
        (item.responsible, item.accountable) = (somebody, somebody);
    }

    #[test]
    fn the_most_severe_gap_comes_first() {
        let board = plan(|n, item| {
            if n > 1 {
                item.kind = Kind::Api;
            } else {
                item.duration = None;
            }
        });
        assert_eq!(
            words(board),
            [
                "'API' has no date, and others wait for it",
                "nobody owns 'Work', and it is critical",
                "nobody chases 'API', and it is critical",
                "'Tool' has no date",
                "nobody chases 'Tool'",
                "'Work' is critical, and its days are a guess",
            ]
        );
    }

    #[test]
    fn what_comes_too_late_says_by_how_much() {
        let mut board = plan(|n, item| {
            owned(item);
            if n == 2 {
                item.kind = Kind::Vendor;
                item.promised = "2026-03-20".parse().ok();
                item.agreed = item.promised;
            }
        });
        board.about.target = "2026-04-02".parse().ok();
        board.about.planning.buffer = "0".parse().unwrap();
        assert_eq!(words(board), ["'API' comes a day too late"]);
    }

    #[test]
    fn a_plan_with_owners_dates_and_durations_has_no_gap() {
        assert!(words(plan(|_, item| owned(item))).is_empty());
    }

    #[test]
    fn the_example_has_gaps_of_several_kinds() {
        let board = example::example(BoardId::new(Uuid::nil()), today());
        assert!(words(board).iter().any(|words| words.starts_with("nobody owns 'Load test")));
    }

    #[test]
    fn a_walk_goes_on_behind_the_last_gap_or_in_the_place_of_one_that_was_closed() {
        let gaps = gaps(&Scene::of(Arc::new(plan(|_, _| {})), today()));
        assert_eq!(gaps.len(), 3);
        let at = |place: usize| Some((place, gaps[place].item, gaps[place].missing));
        assert_eq!(next_gap(&gaps, None), Some(0));
        assert_eq!(next_gap(&gaps, at(0)), Some(1));
        assert_eq!(next_gap(&gaps, at(2)), Some(0), "round and round");
        assert_eq!(next_gap(&gaps[1..], at(0)), Some(0), "closed");
        assert_eq!(next_gap(&[], at(0)), None);
    }
}
