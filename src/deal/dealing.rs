//! What can be done with a card that is dealt, for buttons and keys alike; each is one command.

use leptos::prelude::*;
use leptos::web_sys::{FocusOptions, HtmlElement};
use unblock_core::board::{Answer, Days, Item, ItemField, ItemId, Quadrant, Title};
use unblock_core::edit::{Action, NewItem, Place};
use unblock_core::view::{Deck, Page, Question, Standing};
use wasm_bindgen::JsCast;

use crate::clock;
use crate::format::counted;
use crate::session::{Ask, Session};

/// The id of the card, or of what stands in its place at the end: what has the focus.
pub const CARD: &str = "deal-card";

/// Gives the card the focus, without scrolling: what is looked at stays in place.
pub fn focus_card() {
    let card = document().get_element_by_id(CARD).and_then(|card| card.dyn_into::<HtmlElement>().ok());
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    // The keys work wherever the focus is.
    _ = card.map(|card| card.focus_with_options(&options));
}

/// A field that opens on the card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tool {
    /// Which item the card is a duplicate of.
    Merge,
    /// What is split off the card.
    Split,
}

/// The passing state of deal mode. Copied freely; a context.
#[derive(Clone, Copy)]
pub struct Dealing {
    /// What is open.
    pub session: Session,
    /// The cards.
    pub deck: RwSignal<Deck>,
    /// The field that is open on the card.
    pub tool: RwSignal<Option<Tool>>,
    /// What was dealt last, and what its quadrant asks for.
    pub last: RwSignal<Option<Ask>>,
}

impl Dealing {
    /// The dealing of the open board's Inbox as it is now.
    pub fn new(session: Session) -> Self {
        // A question of the Matrix is asked here in another place.
        session.ask.set(None);
        Self {
            session,
            deck: RwSignal::new(session.board.with_untracked(|board| Deck::of(board))),
            tool: RwSignal::new(None),
            last: RwSignal::new(None),
        }
    }

    fn current(self) -> Option<ItemId> {
        self.deck.with_untracked(Deck::current)
    }

    /// Puts the card into a quadrant and goes on. One that stands there stays there.
    pub fn put(self, quadrant: Quadrant) {
        let Some(id) = self.current() else { return };
        if self.deck.with_untracked(Deck::standing) == Some(Standing::In(quadrant)) {
            self.deck.update(Deck::next);
            self.say_next("It stays there");
            return;
        }
        self.session.put(vec![id], Some(quadrant), Place::Bottom);
        self.session.ask.set(None);
        let there = self.session.board.with_untracked(|b| b.item(id).and_then(Item::quadrant));
        if there == Some(quadrant) {
            self.last.set(Some(Ask { item: id, quadrant }));
            self.follow();
            self.say_next(&self.session.said.get_untracked());
        }
    }

    /// Takes an answer; the second one puts the card where both lead.
    pub fn answer(self, question: Question, answer: Answer) {
        let quadrant = self.deck.try_update(|deck| deck.answer(question, answer)).flatten();
        match quadrant {
            Some(quadrant) => self.put(quadrant),
            None => self.say_answers(),
        }
    }

    /// Takes an answer to the question that comes next.
    pub fn answer_next(self, answer: Answer) {
        self.answer(self.deck.with_untracked(Deck::asked), answer);
    }

    /// Leaves the card in the Inbox and goes on.
    pub fn skip(self) {
        if self.current().is_some() {
            self.deck.update(Deck::next);
            self.say_next("Skipped");
        }
    }

    /// Shows the card before, to be put elsewhere.
    pub fn back(self) {
        if self.deck.try_update(Deck::back) == Some(true) {
            self.say_next("Back");
        }
    }

    /// Deals again what was skipped.
    pub fn again(self) {
        self.deck.update(Deck::again);
        self.say_next("Once more");
    }

    /// The card is a duplicate: the other item takes over what it says.
    pub fn merge(self, into: ItemId) {
        let Some(from) = self.current() else { return };
        if self.session.dispatch(Action::Merge { into, from }) {
            self.tool.set(None);
            self.follow();
            self.say_next(&self.session.said.get_untracked());
        }
    }

    /// A part of the card becomes the next card.
    pub fn split(self, text: &str) {
        let Some(item) = self.current() else { return };
        let title = match text.parse::<Title>() {
            Ok(title) => title,
            Err(error) => return self.session.complain(format!("That is no title: {error}.")),
        };
        let part = NewItem { id: clock::new_item_id(), title: title.clone() };
        let id = part.id;
        if self.session.dispatch(Action::Split { item, part }) {
            self.session.board.with_untracked(|board| self.deck.update(|deck| deck.insert(board, id)));
            self.tool.set(None);
            self.session.said.set(format!("{title} is the next card"));
        }
    }

    /// How long the card takes; the same size again is taken back.
    pub fn size(self, days: Days) {
        let Some(id) = self.current() else { return };
        let held = self.session.board.with_untracked(|board| board.item(id).and_then(|item| item.duration));
        let duration = if held == Some(days) { None } else { Some(days) };
        self.session.dispatch(Action::Edit { items: vec![id], field: ItemField::Duration(duration) });
    }

    /// To the Matrix.
    pub fn leave(self) {
        self.session.go(Page::Matrix);
    }

    /// The deck takes in at once what has just been done.
    fn follow(self) {
        self.session.board.with_untracked(|board| self.deck.maybe_update(|deck| deck.follow(board)));
    }

    fn say_answers(self) {
        let answers = self.deck.with_untracked(Deck::answers);
        let word = |answer: Option<Answer>| match answer {
            Some(Answer::Yes) => "yes",
            Some(Answer::No) => "no",
            None => "not answered",
        };
        let (important, urgent) = (word(answers.important), word(answers.urgent));
        self.session.said.set(format!("Important: {important}. Urgent: {urgent}"));
    }

    /// Says what was done and which card is shown now.
    fn say_next(self, done: &str) {
        let tally = self.deck.with_untracked(Deck::tally);
        let title = self.current().and_then(|id| {
            self.session.board.with_untracked(|board| board.item(id).map(|item| item.title.to_string()))
        });
        let next = match title {
            Some(title) => format!("{title}, {} of {}", tally.at, tally.all),
            None if tally.open == 0 => "All sorted".to_owned(),
            None => format!("The end: {} skipped", counted(tally.open, "card", "cards")),
        };
        self.session.said.set(format!("{done}. {next}"));
    }
}
