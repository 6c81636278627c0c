//! A card: an item on the board in two lines. One owner, one date, one reason: what the room must see first.

use super::filter::{is_guess, is_late};
use super::scene::Scene;
use crate::board::{Date, Item, ItemId, PersonId, Priority, Quadrant};
use crate::schedule::Criticality;

/// Who is shown in the ring.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Owner {
    /// Who.
    pub id: PersonId,
    /// At most two letters.
    pub initials: String,
    /// The whole name.
    pub name: String,
}

/// Why a date is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateKind {
    /// It must be finished by then.
    Due,
    /// The giver promised it for then.
    Promised,
    /// It has to start by then.
    StartBy,
    /// It does not start before.
    NotBefore,
    /// It was done then.
    Done,
}

/// The one date on a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CardDate {
    /// Why it is shown.
    pub kind: DateKind,
    /// The day.
    pub date: Date,
}

/// The one reason on a card, the most pressing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Without a day to spare.
    Critical,
    /// Past a date, and not done.
    Late,
    /// So many undone items must come first.
    BlockedBy(usize),
    /// Something outside the team.
    External,
    /// Nobody has said how long it takes.
    Guess,
}

/// What a card shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardView {
    /// Which item.
    pub id: ItemId,
    /// Its title.
    pub title: String,
    /// The giver's name, for an external item that has one.
    pub giver: Option<String>,
    /// Who owns it; `None` is a gap, drawn as an empty ring.
    pub owner: Option<Owner>,
    /// The date that binds.
    pub date: Option<CardDate>,
    /// Why it was refused, where it was and somebody said so.
    pub refusal: Option<String>,
    /// The reason to look at it.
    pub reason: Option<Reason>,
    /// Its score, where scores are asked for: whoever shows the card knows that.
    pub score: Option<String>,
    /// Its priority; backlog is not shown.
    pub priority: Option<Priority>,
    /// True for our own work, false for what comes from outside.
    pub is_work: bool,
    /// True for what is to be done: there a missing owner is a gap.
    pub needs_owner: bool,
    /// True for done and delivered.
    pub is_done: bool,
}

/// The card of an item.
pub fn card(scene: &Scene, item: &Item) -> CardView {
    let board = &scene.board;
    let is_work = !item.kind.is_external();
    let person = |id: Option<PersonId>| id.and_then(|id| board.person(id));
    let owner = if is_work { item.responsible.or(item.accountable) } else { item.accountable };
    CardView {
        id: item.id,
        title: item.title.to_string(),
        giver: person(item.responsible).filter(|_| !is_work).map(|giver| giver.name.to_string()),
        owner: person(owner).map(|p| Owner { id: p.id, initials: p.initials(), name: p.name.to_string() }),
        date: date(scene, item),
        refusal: item
            .refusal
            .as_ref()
            .map(|refusal| refusal.reason.clone())
            .filter(|reason| !reason.is_empty()),
        reason: reason(scene, item),
        score: None,
        priority: (item.priority != Priority::Backlog).then_some(item.priority),
        is_work,
        needs_owner: item.quadrant().is_some_and(|quadrant| quadrant != Quadrant::Eliminate),
        is_done: item.progress.is_done(),
    }
}

fn date(scene: &Scene, item: &Item) -> Option<CardDate> {
    if let crate::board::Progress::Done { on, .. } = item.progress {
        return Some(CardDate { kind: DateKind::Done, date: on });
    }
    let due = item.due().map(|date| CardDate { kind: DateKind::Due, date });
    let promised = item.promised.map(|date| CardDate { kind: DateKind::Promised, date });
    let start_by = scene.start_by(item).map(|date| CardDate { kind: DateKind::StartBy, date });
    let not_before = item.not_before.map(|date| CardDate { kind: DateKind::NotBefore, date });
    promised.filter(|_| item.kind.is_external()).or(start_by).or(due).or(promised).or(not_before)
}

fn reason(scene: &Scene, item: &Item) -> Option<Reason> {
    if item.progress.is_done() {
        return None;
    }
    let blocking = scene.blockers(item.id).count();
    if scene.criticality(item) == Criticality::Critical {
        Some(Reason::Critical)
    } else if is_late(scene, item) {
        Some(Reason::Late)
    } else if blocking > 0 {
        Some(Reason::BlockedBy(blocking))
    } else if item.kind.is_external() {
        Some(Reason::External)
    } else {
        is_guess(scene, item).then_some(Reason::Guess)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::board::{Board, BoardId, Kind, Lag, LinkKey, LinkKind, Person};
    use std::sync::Arc;
    use uuid::Uuid;

    const TODAY: fn() -> Date = || Date::new(2026, 3, 12).unwrap();

    fn plan() -> Board {
        let mut board = Board::new(BoardId::new(Uuid::nil()), "Plan".parse().unwrap());
        for n in 1..=3 {
            let mut item = Item::new(ItemId::new(Uuid::from_u128(n)));
            let (important, urgent) = Quadrant::Do.answers();
            (item.important, item.urgent) = (Some(important), Some(urgent));
            // The third takes so long that the others are not critical.
            item.duration = (n == 3).then(|| crate::board::Days::try_from(40).unwrap());
            board.items.insert(item.id, Arc::new(item));
        }
        let ana = Person { id: PersonId::new(Uuid::from_u128(7)), name: "Ana Silva".parse().unwrap() };
        board.people.insert(ana.id, Arc::new(ana));
        board
    }

    fn change(board: &mut Board, n: u128, with: impl FnOnce(&mut Item)) -> CardView {
        let item = Arc::make_mut(board.items.get_mut(&ItemId::new(Uuid::from_u128(n))).unwrap());
        with(item);
        let item = item.clone();
        card(&Scene::of(Arc::new(board.clone()), TODAY()), &item)
    }

    #[test]
    fn the_most_pressing_reason_is_shown_and_no_other() {
        let mut board = plan();
        assert_eq!(change(&mut board, 1, |_| {}).reason, Some(Reason::Guess));
        assert_eq!(change(&mut board, 1, |i| i.kind = Kind::Api).reason, Some(Reason::External));
        let id = |n| ItemId::new(Uuid::from_u128(n));
        let key = LinkKey { predecessor: id(2), successor: id(1), kind: LinkKind::FinishToStart };
        board.links.insert(key, Lag::default());
        assert_eq!(change(&mut board, 1, |_| {}).reason, Some(Reason::BlockedBy(1)));
        let late = change(&mut board, 1, |i| i.promised = Date::new(2026, 3, 11));
        assert_eq!(late.reason, Some(Reason::Late));
        let critical = change(&mut board, 1, |i| i.deadline = Date::new(2026, 3, 11));
        assert_eq!(critical.reason, Some(Reason::Critical));
    }

    #[test]
    fn an_external_card_names_its_giver_and_rings_the_one_who_chases() {
        let mut board = plan();
        let ana = PersonId::new(Uuid::from_u128(7));
        let view = change(&mut board, 1, |i| {
            i.kind = Kind::Vendor;
            i.responsible = Some(ana);
        });
        assert_eq!((view.giver.as_deref(), view.owner), (Some("Ana Silva"), None));
        let view = change(&mut board, 1, |i| i.accountable = Some(ana));
        assert_eq!(view.owner.map(|o| o.initials).as_deref(), Some("AS"));
    }
}
