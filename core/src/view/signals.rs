//! Early signals: what has lost its last day to spare, or its buffer, since the board was last opened.
//!
//! A little is remembered from one opening to the next: which items had days to spare and which buffers were not used up.
//! What was not there then is not told: a plan that is being built is no alarm. What was remembered belongs to a browser,
//! not to the board.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::filter::Filter;
use super::headline::Phrase;
use super::markup::cut;
use super::scene::Scene;
use super::status::is_spent;
use crate::board::{Date, Item, ItemId, gathered, sort_by_key};
use crate::schedule::Criticality;

/// How many items with days to spare are remembered, those with the fewest first: what is lost comes to them first.
const WATCHED: usize = 200;
/// The most letters of a title in the headline.
const LETTERS: usize = 40;

/// What an item has lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lost {
    /// Its last day to spare.
    Spare,
    /// The buffer behind its promise.
    Buffer,
}

impl Lost {
    const ALL: [Self; 2] = [Self::Spare, Self::Buffer];

    fn holds(self, scene: &Scene, item: &Item) -> bool {
        match self {
            Self::Spare => scene.criticality(item) == Criticality::Critical,
            Self::Buffer => is_spent(scene, item),
        }
    }
}

/// Something that was noticed when a board was opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Noticed {
    /// Which item.
    pub item: ItemId,
    /// What it has lost.
    pub lost: Lost,
    /// The day it was noticed.
    pub on: Date,
}

/// What is remembered of a board from one opening to the next.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Watch {
    /// Items that had days to spare.
    spare: BTreeSet<ItemId>,
    /// Items from outside whose buffer was not used up.
    buffered: BTreeSet<ItemId>,
    /// What was noticed and not dismissed.
    noticed: Vec<Noticed>,
}

/// Looks at a board that is opened: what was remembered of it is compared, and what is to be remembered comes back.
/// Nothing is noticed where nothing was remembered.
#[must_use]
pub fn look(scene: &Scene, before: Option<Watch>) -> Watch {
    let before = before.unwrap_or_default();
    let mut noticed = before.noticed;
    for (lost, had) in [(Lost::Spare, &before.spare), (Lost::Buffer, &before.buffered)] {
        let known: BTreeSet<ItemId> = gathered(noticed.iter().filter(|it| it.lost == lost).map(|it| it.item));
        let items = had.iter().filter(|id| !known.contains(id)).filter_map(|id| scene.item(*id));
        let gone = items.filter(|item| item.trashed.is_none() && lost.holds(scene, item));
        noticed.extend(gone.map(|item| Noticed { item: item.id, lost, on: scene.today }));
    }
    noticed.retain(|it| still_holds(scene, it));
    let (spare, buffered) = remembered(scene);
    Watch { spare, buffered, noticed }
}

fn still_holds(scene: &Scene, it: &Noticed) -> bool {
    scene.item(it.item).is_some_and(|item| item.trashed.is_none() && it.lost.holds(scene, item))
}

fn remembered(scene: &Scene) -> (BTreeSet<ItemId>, BTreeSet<ItemId>) {
    let open =
        || scene.live().iter().filter(|item| !item.progress.is_done() && scene.schedule.contains(item.id));
    let easy = open().filter(|item| scene.criticality(item) != Criticality::Critical);
    let floats = easy.filter_map(|item| Some((item.id, scene.row(item.id)?.total_float?)));
    let mut floats: Vec<(ItemId, i64)> = floats.collect();
    sort_by_key(&mut floats, |(_, float)| *float);
    let buffered = open().filter(|item| {
        let handoff = scene.schedule.handoff(&scene.board, item.id).filter(|_| item.kind.is_external());
        handoff.is_some_and(|handoff| handoff.buffer > handoff.used)
    });
    (gathered(floats.into_iter().take(WATCHED).map(|(id, _)| id)), gathered(buffered.map(|item| item.id)))
}

impl Watch {
    /// What the headline says of it, each with what it was about. What does not hold any more is not said.
    pub fn phrases(&self, scene: &Scene, say: &dyn Fn(Date) -> String) -> Vec<(Lost, Phrase)> {
        let phrase = |lost: Lost| {
            let of_it = self.noticed.iter().filter(|it| it.lost == lost && still_holds(scene, it));
            let noticed: Vec<&Noticed> = of_it.collect();
            let (first_day, last_day) =
                (noticed.iter().map(|it| it.on).min()?, noticed.iter().map(|it| it.on).max()?);
            let since = if first_day == last_day { "" } else { "since " };
            let on = format!("{since}{}", say(first_day));
            let first = noticed.first().and_then(|it| scene.item(it.item))?;
            let title = cut(first.title.as_str(), LETTERS);
            let text = match (lost, noticed.len()) {
                (Lost::Spare, 1) => format!("'{title}' lost its last day to spare, noticed {on}"),
                (Lost::Spare, n) => format!("{n} items lost their last day to spare, noticed {on}"),
                (Lost::Buffer, 1) => format!("'{title}' used up its buffer, noticed {on}"),
                (Lost::Buffer, n) => format!("{n} promises used up their buffers, noticed {on}"),
            };
            let only = Some(gathered(noticed.iter().map(|it| it.item)));
            let filter = Filter { only, ..Filter::default() };
            Some((lost, Phrase { text, filter, alarm: true }))
        };
        Lost::ALL.into_iter().filter_map(phrase).collect()
    }

    /// Without what was noticed of a kind: somebody has seen it.
    #[must_use]
    pub fn without(&self, lost: Lost) -> Self {
        let mut watch = self.clone();
        watch.noticed.retain(|it| it.lost != lost);
        watch
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use uuid::Uuid;

    use super::*;
    use crate::board::{Board, BoardId, Days, Lag, LinkKey, LinkKind};
    use crate::example::example;

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn id(n: u128) -> ItemId {
        ItemId::new(Uuid::from_u128(n))
    }

    /// A of ten days and B of so many, both before C.
    fn scene(days: u32) -> Scene {
        let mut board = Board::new(BoardId::new(Uuid::nil()), "Plan".parse().unwrap());
        for (n, days) in [(1, 10), (2, days), (3, 1)] {
            let mut item = Item::new(id(n));
            item.title = ["A", "B", "C"][usize::try_from(n - 1).unwrap()].parse().unwrap();
            item.duration = Days::try_from(days).ok();
            board.items.insert(item.id, Arc::new(item));
        }
        for n in [1, 2] {
            let key = LinkKey { predecessor: id(n), successor: id(3), kind: LinkKind::FinishToStart };
            board.links.insert(key, Lag::default());
        }
        Scene::of(Arc::new(board), date("2026-03-02"))
    }

    fn said(scene: &Scene, watch: &Watch) -> Vec<String> {
        let phrases = watch.phrases(scene, &|date| date.to_string());
        phrases.into_iter().map(|(_, phrase)| phrase.text).collect()
    }

    #[test]
    fn an_item_that_lost_its_last_day_to_spare_is_named_at_the_next_opening_with_the_day() {
        let first = look(&scene(8), None);
        assert_eq!(said(&scene(8), &first), [""; 0]);
        let later = scene(10);
        let second = look(&later, Some(first));
        assert_eq!(said(&later, &second), ["'B' lost its last day to spare, noticed 2026-03-02"]);
        let third = look(&later, Some(second.clone()));
        assert_eq!(said(&later, &third), said(&later, &second), "until it is dismissed");
        assert_eq!(said(&later, &third.without(Lost::Spare)), [""; 0]);
        assert_eq!(said(&later, &look(&later, Some(third.without(Lost::Spare)))), [""; 0]);
    }

    #[test]
    fn what_has_days_to_spare_again_is_not_named_any_more() {
        let lost = look(&scene(10), Some(look(&scene(8), None)));
        assert_eq!(said(&scene(8), &lost), [""; 0]);
    }

    #[test]
    fn a_board_that_is_seen_for_the_first_time_is_no_alarm() {
        let scene = scene(10);
        assert_eq!(said(&scene, &look(&scene, None)), [""; 0]);
    }

    #[test]
    fn a_promise_that_used_up_its_buffer_is_named() {
        let today = date("2026-03-02");
        let mut board = example(BoardId::new(Uuid::nil()), today);
        let before = Scene::of(Arc::new(board.clone()), today);
        let id = board.items.values().find(|item| item.title.as_str().starts_with("Sandbox")).unwrap().id;
        let mut item = board.item(id).unwrap().clone();
        item.promised = Some(date("2026-03-12"));
        board.items.insert(id, Arc::new(item));
        let now = Scene::of(Arc::new(board), today);
        let watch = look(&now, Some(look(&before, None)));
        assert_eq!(
            said(&now, &watch),
            ["'Sandbox tenants that know Orders v2' used up its buffer, noticed 2026-03-02"]
        );
    }
}
