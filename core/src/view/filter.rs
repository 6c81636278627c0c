//! Which items are shown: by text, person, tag, priority, quadrant, one of the headline's phrases, or one by one.

use std::collections::BTreeSet;

use super::scene::Scene;
use crate::board::{Board, Item, ItemId, Name, PersonId, Priority, Quadrant, folded};
use crate::schedule::Criticality;

/// Whose items.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// Those that a person does, owns or is named in.
    Person(PersonId),
    /// Those with an ownership gap.
    Nobody,
}

/// Where an item stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Where {
    /// Not judged yet.
    Inbox,
    /// In a quadrant.
    Quadrant(Quadrant),
}

impl Where {
    /// The Inbox and the quadrants, in reading order.
    pub const ALL: [Self; 5] = [
        Self::Inbox,
        Self::Quadrant(Quadrant::Do),
        Self::Quadrant(Quadrant::Schedule),
        Self::Quadrant(Quadrant::Delegate),
        Self::Quadrant(Quadrant::Eliminate),
    ];

    /// What the board calls it.
    pub fn name(self, board: &Board) -> &str {
        match self {
            Self::Inbox => "Inbox",
            Self::Quadrant(quadrant) => board.about.quadrants.name(quadrant),
        }
    }

    fn of(item: &Item) -> Self {
        item.quadrant().map_or(Self::Inbox, Self::Quadrant)
    }
}

/// What a phrase of the headline picks out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Flag {
    /// No answer to one of the two questions yet.
    Unsorted,
    /// What keeps the plan from its target.
    PastTarget,
    /// Without a day to spare.
    Critical,
    /// In the plan, and nobody of us has it.
    Unowned,
    /// Work in the plan that somebody does, and nobody answers for.
    NobodyAnswers,
    /// Work in the plan that somebody answers for, and nobody does.
    NobodyDoes,
    /// Handoffs that come too late, or that nobody has promised.
    AtRisk,
    /// Waiting for something that is not done.
    Blocked,
    /// Has to start within a few days.
    StartSoon,
    /// Past a deadline or a promise, and not done.
    Late,
    /// Something outside the team.
    External,
    /// In the plan, and nobody has said how long it takes.
    Guess,
    /// Done and delivered.
    Done,
}

impl Flag {
    /// Its word in a list of states.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Unsorted => "to sort",
            Self::PastTarget => "past target",
            Self::Critical => "critical",
            Self::Unowned => "unowned",
            Self::NobodyAnswers => "nobody answers for",
            Self::NobodyDoes => "nobody does",
            Self::AtRisk => "at risk",
            Self::Blocked => "blocked",
            Self::StartSoon => "start soon",
            Self::Late => "past its date",
            Self::External => "from outside",
            Self::Guess => "guess",
            Self::Done => "done",
        }
    }
}

/// The filter. Empty shows all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Words that the title, the notes or a tag must contain, whatever their case.
    pub text: String,
    /// Whose.
    pub who: Option<Who>,
    /// With this tag.
    pub tag: Option<Name>,
    /// Of this priority.
    pub priority: Option<Priority>,
    /// Standing there.
    pub place: Option<Where>,
    /// One of these and no other: what somebody had selected.
    pub only: Option<BTreeSet<ItemId>>,
    /// One of the headline's phrases.
    pub flag: Option<Flag>,
}

impl Filter {
    /// True where it hides nothing.
    pub fn is_empty(&self) -> bool {
        *self == Self { text: self.text.clone(), ..Self::default() } && self.text.trim().is_empty()
    }

    /// True for the items that are shown.
    pub fn shows(&self, scene: &Scene, item: &Item) -> bool {
        self.who.is_none_or(|who| is_whose(item, who))
            && self.tag.as_ref().is_none_or(|tag| item.tags.contains(tag))
            && self.priority.is_none_or(|priority| item.priority == priority)
            && self.place.is_none_or(|place| Where::of(item) == place)
            && self.only.as_ref().is_none_or(|only| only.contains(&item.id))
            && self.flag.is_none_or(|flag| has(scene, item, flag))
            && self.words().all(|word| contains(&scene.board, item, &word))
    }

    /// How many items it shows, and how many there are, but for those in the trash.
    pub fn count(&self, scene: &Scene) -> (usize, usize) {
        let live = || scene.board.items.values().filter(|item| item.trashed.is_none());
        (live().filter(|item| self.shows(scene, item)).count(), live().count())
    }

    fn words(&self) -> impl Iterator<Item = String> + '_ {
        self.text.split_whitespace().map(folded)
    }
}

fn is_whose(item: &Item, who: Who) -> bool {
    match who {
        Who::Person(person) => item.people().any(|id| id == person),
        Who::Nobody => item.is_unowned(),
    }
}

fn contains(board: &Board, item: &Item, word: &str) -> bool {
    let holds = |text: &str| folded(text).contains(word);
    holds(item.title.as_str())
        || holds(&item.notes)
        || item.tags.iter().any(|tag| holds(tag.as_str()))
        || item.people().filter_map(|id| board.person(id)).any(|person| holds(person.name.as_str()))
        || item.source.as_ref().is_some_and(|source| folded(&source.key) == word)
}

/// True where the phrase is about the item.
pub(super) fn has(scene: &Scene, item: &Item, flag: Flag) -> bool {
    let done = item.progress.is_done();
    match flag {
        Flag::Unsorted => item.quadrant().is_none() && !done,
        Flag::PastTarget => {
            scene.row(item.id).and_then(|row| row.target_float).is_some_and(|float| float < 0)
        }
        Flag::Critical => scene.criticality(item) == Criticality::Critical,
        Flag::Unowned => !done && item.is_unowned() && scene.schedule.contains(item.id),
        Flag::NobodyAnswers => is_half_owned(scene, item) && item.accountable.is_none(),
        Flag::NobodyDoes => is_half_owned(scene, item) && item.responsible.is_none(),
        Flag::AtRisk => is_at_risk(scene, item),
        Flag::Blocked => !done && scene.blockers(item.id).next().is_some(),
        Flag::StartSoon => scene.start_by(item).is_some(),
        Flag::Late => is_late(scene, item),
        Flag::External => item.kind.is_external() && !done,
        Flag::Guess => is_guess(scene, item),
        Flag::Done => done,
    }
}

/// Open work of ours in the plan that somebody either does or answers for.
fn is_half_owned(scene: &Scene, item: &Item) -> bool {
    let is_half = item.responsible.is_some() != item.accountable.is_some();
    is_half && !item.kind.is_external() && !item.progress.is_done() && scene.schedule.contains(item.id)
}

/// A handoff that comes too late, or that others wait for without a date: something from outside; or something of
/// ours that is finished after somebody outside needs it.
pub(super) fn is_at_risk(scene: &Scene, item: &Item) -> bool {
    if item.kind.is_external() {
        return scene.schedule.handoff(&scene.board, item.id).is_some_and(|handoff| handoff.is_at_risk);
    }
    let needed = item.awaited_by.iter().map(|awaited| awaited.by).min();
    let late = |by| scene.row(item.id).is_some_and(|row| row.early_finish > scene.schedule.days().finish(by));
    !item.progress.is_done() && needed.is_some_and(late)
}

/// Past its deadline, what somebody needs, or its promise; and not done.
pub(super) fn is_late(scene: &Scene, item: &Item) -> bool {
    !item.progress.is_done() && item.due().into_iter().chain(item.promised).any(|date| date < scene.today)
}

/// It counts the board's default duration because nobody has given one.
pub(super) fn is_guess(scene: &Scene, item: &Item) -> bool {
    item.duration.is_none() && scene.schedule.is_guess(item.id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::board::{BoardId, Date};
    use std::sync::Arc;
    use uuid::Uuid;

    fn item(title: &str) -> Item {
        let mut item = Item::new(ItemId::new(Uuid::from_u128(1)));
        item.title = title.parse().unwrap();
        item
    }

    fn shows(filter: &Filter, item: &Item) -> bool {
        let mut board = Board::new(BoardId::new(Uuid::nil()), "Plan".parse().unwrap());
        board.items.insert(item.id, Arc::new(item.clone()));
        filter.shows(&Scene::of(Arc::new(board), Date::new(2026, 3, 12).unwrap()), item)
    }

    #[test]
    fn every_word_must_be_found_somewhere() {
        let mut found = item("Ship the Beta");
        found.notes = "needs the payments API".to_owned();
        let filter = |text: &str| Filter { text: text.to_owned(), ..Filter::default() };
        assert!(shows(&filter("beta PAYMENTS"), &found));
        assert!(!shows(&filter("beta invoices"), &found));
        assert!(shows(&filter("  "), &found) && filter("  ").is_empty());
    }

    #[test]
    fn a_quadrant_the_inbox_and_a_selection_pick_out_their_items() {
        let mut judged = item("A");
        let (important, urgent) = Quadrant::Schedule.answers();
        (judged.important, judged.urgent) = (Some(important), Some(urgent));
        let there = |place| Filter { place: Some(place), ..Filter::default() };
        for place in Where::ALL {
            assert_eq!(
                shows(&there(place), &judged),
                place == Where::Quadrant(Quadrant::Schedule),
                "{place:?}"
            );
            assert_eq!(shows(&there(place), &item("B")), place == Where::Inbox, "{place:?}");
        }
        let only = |ids: &[u128]| Filter {
            only: Some(ids.iter().map(|n| ItemId::new(Uuid::from_u128(*n))).collect()),
            ..Filter::default()
        };
        assert!(shows(&only(&[1, 2]), &judged) && !shows(&only(&[2]), &judged));
        assert!(!only(&[]).is_empty());
    }

    #[test]
    fn what_is_in_the_trash_is_not_counted() {
        let mut board = Board::new(BoardId::new(Uuid::nil()), "Plan".parse().unwrap());
        for (n, title) in (1..).zip(["Ship the beta", "Write the notes", "Beta of last year"]) {
            let id = ItemId::new(Uuid::from_u128(n));
            let trashed = Date::new(2026, 3, 1).filter(|_| n == 3);
            board
                .items
                .insert(id, Arc::new(Item { title: title.parse().unwrap(), trashed, ..Item::new(id) }));
        }
        let scene = Scene::of(Arc::new(board), Date::new(2026, 3, 12).unwrap());
        let filter = Filter { text: "beta".to_owned(), ..Filter::default() };
        assert_eq!(filter.count(&scene), (1, 2));
    }

    #[test]
    fn late_is_past_a_deadline_or_a_promise_and_not_done() {
        let filter = Filter { flag: Some(Flag::Late), ..Filter::default() };
        let mut late = item("A");
        assert!(!shows(&filter, &late));
        late.promised = Date::new(2026, 3, 11);
        assert!(shows(&filter, &late));
        late.progress = crate::board::Progress::Done { started: None, on: Date::new(2026, 3, 10).unwrap() };
        assert!(!shows(&filter, &late));
    }
}
