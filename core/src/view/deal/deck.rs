//! The deck of deal mode: which card is shown, what is answered so far, and where *next* and *back* lead.
//!
//! The cards are frozen when the dealing begins, so that sorting one does not shuffle the others. What happens to
//! them on the board, here or by undo, is followed: see [`Deck::follow`].

use super::deck;
use crate::board::{Answer, Board, BoardId, Item, ItemId, Quadrant};

/// One of the two questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// Important?
    Important,
    /// Urgent?
    Urgent,
}

/// The answers to the two questions, as far as they are given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    /// Important?
    pub important: Option<Answer>,
    /// Urgent?
    pub urgent: Option<Answer>,
}

impl Answers {
    /// The answer to a question.
    pub const fn to(self, question: Question) -> Option<Answer> {
        match question {
            Question::Important => self.important,
            Question::Urgent => self.urgent,
        }
    }

    /// True where the answers given so far do not rule a quadrant out.
    pub fn allow(self, quadrant: Quadrant) -> bool {
        let (important, urgent) = quadrant.answers();
        self.important.is_none_or(|given| given == important)
            && self.urgent.is_none_or(|given| given == urgent)
    }
}

/// Where a card stands on the board.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// In the Inbox.
    Open,
    /// Sorted.
    In(Quadrant),
    /// In the trash, done without being sorted, or not on the board at all.
    Gone,
}

impl Standing {
    fn of(item: Option<&Item>) -> Self {
        match item.filter(|item| item.trashed.is_none()) {
            None => Self::Gone,
            Some(item) => match item.quadrant() {
                Some(quadrant) => Self::In(quadrant),
                None if item.progress.is_done() => Self::Gone,
                None => Self::Open,
            },
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Card {
    id: ItemId,
    standing: Standing,
    answers: Answers,
}

/// How far the dealing is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// The number of the card that is shown; past the last one, the number of all.
    pub at: usize,
    /// How many cards there are; those that are gone are not counted.
    pub all: usize,
    /// How many were put into each quadrant, in reading order.
    pub sorted: [usize; 4],
    /// How many are still in the Inbox.
    pub open: usize,
}

/// The cards, and the one that is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deck {
    board: BoardId,
    cards: Vec<Card>,
    at: usize,
}

impl Deck {
    /// The Inbox of a board as it is now.
    pub fn of(board: &Board) -> Self {
        let cards = deck(board).into_iter().map(|id| fresh(board, id)).collect();
        Self { board: board.id, cards, at: 0 }
    }

    /// The card that is shown; `None` past the last one.
    pub fn current(&self) -> Option<ItemId> {
        self.cards.get(self.at).map(|card| card.id)
    }

    /// Where the shown card stands.
    pub fn standing(&self) -> Option<Standing> {
        self.cards.get(self.at).map(|card| card.standing)
    }

    /// The answers given for the shown card. One that is sorted is asked anew.
    pub fn answers(&self) -> Answers {
        self.cards.get(self.at).map(|card| card.answers).unwrap_or_default()
    }

    /// The question that comes next.
    pub fn asked(&self) -> Question {
        if self.answers().important.is_none() { Question::Important } else { Question::Urgent }
    }

    /// Takes an answer; the same one again is taken back. The quadrant where both questions are answered now.
    pub fn answer(&mut self, question: Question, answer: Answer) -> Option<Quadrant> {
        let card = self.cards.get_mut(self.at)?;
        let field = match question {
            Question::Important => &mut card.answers.important,
            Question::Urgent => &mut card.answers.urgent,
        };
        *field = if *field == Some(answer) { None } else { Some(answer) };
        Quadrant::of(card.answers.important, card.answers.urgent)
    }

    /// To the next card that is still in the Inbox, or past the last one.
    pub fn next(&mut self) {
        let is_open = |card: &Card| card.standing == Standing::Open;
        let from = (self.at + 1).min(self.cards.len());
        self.at = self.cards[from..].iter().position(is_open).map_or(self.cards.len(), |step| from + step);
    }

    /// To the card before, sorted or not. False where there is none.
    pub fn back(&mut self) -> bool {
        let to = self.cards[..self.at].iter().rposition(|card| card.standing != Standing::Gone);
        self.at = to.unwrap_or(self.at);
        to.is_some()
    }

    /// To the first card that is still in the Inbox: what was skipped is dealt again.
    pub fn again(&mut self) {
        let first = self.cards.iter().position(|card| card.standing == Standing::Open);
        self.at = first.unwrap_or(self.cards.len());
    }

    /// A part that was split off the shown card becomes the next card.
    pub fn insert(&mut self, board: &Board, part: ItemId) {
        if self.cards.iter().all(|card| card.id != part) {
            let place = (self.at + 1).min(self.cards.len());
            self.cards.insert(place, fresh(board, part));
        }
    }

    /// Follows the board. What was sorted or went leaves the shown place to the next card; what came back from where
    /// it was put, as undo does it, is shown again; what is new in the Inbox is dealt at the end. True where
    /// anything changed.
    pub fn follow(&mut self, board: &Board) -> bool {
        if self.board != board.id {
            *self = Self::of(board);
            return true;
        }
        let before = self.clone();
        let moved: Vec<usize> = (0..self.cards.len()).filter(|at| self.look_again(*at, board)).collect();
        let news = deck(board).into_iter().filter(|id| before.cards.iter().all(|card| card.id != *id));
        self.cards.extend(news.map(|id| fresh(board, id)));
        let is_back = |at: &&usize| **at < self.at && self.cards[**at].standing != Standing::Gone;
        if let Some(back) = moved.iter().rev().find(is_back) {
            self.at = *back;
        } else if moved.contains(&self.at) && self.standing() != Some(Standing::Open) {
            self.next();
        }
        *self != before
    }

    /// Notes where a card stands now. True where that is not where it stood.
    fn look_again(&mut self, at: usize, board: &Board) -> bool {
        let now = fresh(board, self.cards[at].id);
        let moved = self.cards[at].standing != now.standing;
        if moved {
            self.cards[at] = now;
        }
        moved
    }

    /// How far the dealing is.
    pub fn tally(&self) -> Tally {
        let mut tally = Tally::default();
        for (at, card) in self.cards.iter().enumerate() {
            match card.standing {
                Standing::Gone => continue,
                Standing::Open => tally.open += 1,
                Standing::In(quadrant) => tally.sorted[quadrant.index()] += 1,
            }
            tally.all += 1;
            tally.at += usize::from(at <= self.at);
        }
        tally
    }
}

/// A card as the board has it: half an answer that the board holds counts, a whole one is asked anew.
fn fresh(board: &Board, id: ItemId) -> Card {
    let item = board.item(id);
    let standing = Standing::of(item);
    let half = item.filter(|_| standing == Standing::Open);
    let answers =
        half.map(|item| Answers { important: item.important, urgent: item.urgent }).unwrap_or_default();
    Card { id, standing, answers }
}
