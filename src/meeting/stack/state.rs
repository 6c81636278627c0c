//! What is weighed on the stack: where the cut line stands, and what a cut there would do.
//!
//! None of it is of the board until somebody cuts.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use leptos::prelude::*;
use unblock_core::board::{BoardId, ItemField, ItemId};
use unblock_core::edit::Action;
use unblock_core::view::Scene;
use unblock_core::view::stack::{
    Cut, CutWords, Figures, Stack, cut_at, cut_words, figures, message, stack, usual,
};

use crate::format::day;
use crate::session::Session;

/// Height of an entry of the list in CSS pixels.
pub const ROW: f64 = 44.0;
/// What the line takes for itself.
pub const GAP: f64 = 44.0;

/// A cut, what it does, and that in words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Told {
    /// What goes and what stays.
    pub cut: Cut,
    /// What that does.
    pub figures: Figures,
    /// The same in words.
    pub words: CutWords,
}

/// The message of a cut that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    /// On which board.
    pub board: BoardId,
    /// What was cut.
    pub items: Vec<ItemId>,
    /// The message as it was written, and changed since.
    pub text: String,
    /// True until the page has been left: whoever cut reads the message next.
    pub is_new: bool,
}

thread_local! {
    /// The message that is not put away yet; it stays while another page is open.
    static SENT: ArcRwSignal<Option<Sent>> = ArcRwSignal::new(None);
}

/// The message of the last cut on the open board.
fn sent_on(session: Session) -> RwSignal<Option<Sent>> {
    let sent = SENT.with(|sent| RwSignal::from(sent.clone()));
    let board = session.board.with_untracked(|board| board.id);
    sent.update_untracked(|sent| {
        *sent = sent.take().filter(|sent| sent.board == board).map(|sent| Sent { is_new: false, ..sent });
    });
    sent
}

/// Figures by the place of the line, as long as the board stays as it is.
#[derive(Default)]
struct Known {
    of: Option<(Arc<Scene>, BTreeSet<ItemId>)>,
    told: HashMap<usize, Arc<Told>>,
}

/// What is weighed. Copied freely.
#[derive(Clone, Copy)]
pub struct Cutting {
    /// What is open in front of the person.
    pub session: Session,
    /// The stack.
    pub stack: Memo<Stack>,
    /// How many items stand below the line.
    pub below: RwSignal<usize>,
    /// What is cut with all that waits for it.
    pub both: RwSignal<BTreeSet<ItemId>>,
    /// What a cut at the line would do.
    pub told: Memo<Arc<Told>>,
    /// Why, as it is typed.
    pub reason: RwSignal<String>,
    /// The message of the last cut, until it is put away.
    pub sent: RwSignal<Option<Sent>>,
}

impl Cutting {
    /// Nothing is weighed.
    pub fn new(session: Session) -> Self {
        let stack = Memo::new(move |_| session.scene.with(|scene| stack(scene)));
        let below = RwSignal::new(0_usize);
        let both = RwSignal::new(BTreeSet::new());
        let known = StoredValue::new(Known::default());
        let told = Memo::new_with_compare(
            move |_| {
                let (scene, both, below) = (session.scene.get(), both.get(), below.get());
                stack.with(|stack| known_or_made(known, &scene, stack, both, below))
            },
            |_, _| true,
        );
        let (reason, sent) = (RwSignal::new(String::new()), sent_on(session));
        // What was undone is not sent.
        Effect::new(move |_| {
            let is_gone = session.board.with(|board| {
                let refused = |id: &ItemId| board.item(*id).is_some_and(|item| item.refusal.is_some());
                sent.with_untracked(|sent| sent.as_ref().is_some_and(|sent| !sent.items.iter().any(refused)))
            });
            if is_gone {
                sent.set(None);
            }
        });
        Self { session, stack, below, both, told, reason, sent }
    }

    /// The message as somebody has changed it.
    pub fn write(self, text: String) {
        self.sent.update_untracked(|sent| {
            if let Some(sent) = sent {
                sent.text = text;
            }
        });
    }

    /// How many items stand above the line.
    pub fn above(self) -> usize {
        self.stack.with(|stack| stack.items.len().saturating_sub(self.below.get()))
    }

    /// The entry before which the line stands.
    pub fn line(self) -> usize {
        let above = self.above();
        self.stack.with(|stack| stack.line(above))
    }

    /// How far from the top an entry begins; the line opens a gap.
    pub fn top(self, entry: usize) -> f64 {
        let gap = if entry >= self.line() { GAP } else { 0.0 };
        ROW.mul_add(count(entry), gap)
    }

    /// Puts the line so that so many items stand below it.
    pub fn cut_last(self, below: usize) {
        let below = below.min(self.stack.with_untracked(|stack| stack.items.len()));
        if self.below.get_untracked() != below {
            self.below.set(below);
        }
        if below > 0 && self.sent.with_untracked(Option::is_some) {
            self.sent.set(None);
        }
    }

    /// Puts the line right below an item.
    pub fn cut_below(self, item: ItemId) {
        let place = self.stack.with_untracked(|stack| stack.place(item).map(|at| stack.items.len() - at - 1));
        if let Some(below) = place {
            self.cut_last(below);
        }
    }

    /// Puts the line into the middle of the usual cut.
    pub fn cut_as_usual(self) {
        let below = self.stack.with_untracked(|stack| {
            let usual = usual(stack.items.len());
            stack.items.len() - usual.start.midpoint(usual.end)
        });
        self.cut_last(below);
    }

    /// Cuts what the line says, as one step, and writes the message.
    pub fn cut(self) {
        let (session, told) = (self.session, self.told.get_untracked());
        let items = told.cut.items.clone();
        if items.is_empty() {
            return;
        }
        let (scene, reason) = (session.scene.get_untracked(), self.reason.get_untracked());
        let say = |date| day(date, scene.today);
        let text = message(&scene, &items, &told.figures, &reason, &say);
        if session.dispatch(Action::Cut { items: items.clone(), reason }) {
            self.cut_last(0);
            self.both.set(BTreeSet::new());
            self.reason.set(String::new());
            self.sent.set(Some(Sent { board: scene.board.id, items, text, is_new: true }));
        }
    }

    /// Takes an item into the core, or out of it.
    pub fn toggle_core(self, item: ItemId) {
        let core = self.session.board.with_untracked(|board| board.item(item).is_some_and(|item| item.core));
        self.session.dispatch(Action::Edit { items: vec![item], field: ItemField::Core(!core) });
    }

    /// Moves an item by so many entries, across dividers too.
    pub fn step(self, item: ItemId, down: bool) {
        let action = self.stack.with_untracked(|stack| {
            let entry = stack.entry(stack.place(item)?);
            // Below the next entry is two further: the item itself stands at the first.
            let to = if down { entry + 2 } else { entry.checked_sub(1).filter(|to| *to > 0)? };
            (to <= stack.entries()).then(|| stack.put(&[item], to))
        });
        if let Some(action) = action {
            self.session.dispatch(action);
        }
    }
}

fn known_or_made(
    known: StoredValue<Known>,
    scene: &Arc<Scene>,
    stack: &Stack,
    both: BTreeSet<ItemId>,
    below: usize,
) -> Arc<Told> {
    let is_same = |of: &(Arc<Scene>, BTreeSet<ItemId>)| Arc::ptr_eq(&of.0, scene) && of.1 == both;
    let found = known.with_value(|known| {
        let told = || known.told.get(&below).cloned();
        known.of.as_ref().is_some_and(is_same).then(told)
    });
    match found {
        Some(Some(told)) => return told,
        Some(None) => {}
        None => known.set_value(Known { of: Some((Arc::clone(scene), both.clone())), told: HashMap::new() }),
    }
    let all = stack.items.len();
    let cut = cut_at(scene, stack, all.saturating_sub(below), &both);
    let figures = if cut.items.is_empty() { Figures::default() } else { figures(scene, stack, &cut.items) };
    let words = cut_words(scene, &cut, &figures, all, &|date| day(date, scene.today));
    let told = Arc::new(Told { cut, figures, words });
    known.update_value(|known| _ = known.told.insert(below, Arc::clone(&told)));
    told
}

/// Counts are far below 2^52.
#[allow(clippy::cast_precision_loss, reason = "a count of lines is far below 2^52")]
pub const fn count(n: usize) -> f64 {
    n as f64
}

/// The number of whole entries in so many pixels, rounded to the nearest.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a list is shorter than 2^31 pixels, and the cast saturates"
)]
pub fn entries_in(pixels: f64) -> usize {
    (pixels / ROW).round().max(0.0) as usize
}
