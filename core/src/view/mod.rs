//! View models: plain structs that say what the page shows, built from the board, today and the filter.
//!
//! Absent on purpose: how dates are written (the browser's locale), markup, and anything that changes a board.

mod agenda;
mod announce;
pub mod brief;
mod card;
pub mod compare;
mod deal;
mod decisions;
mod effect;
mod filter;
mod finder;
mod gaps;
mod headline;
mod markup;
mod matrix;
pub mod minutes;
mod network;
mod owners;
pub mod palette;
mod refused;
mod register;
mod route;
mod scene;
mod scores;
mod signals;
pub mod stack;
pub mod status;
mod story;
pub mod timeline;
mod window;

pub use agenda::{TimeLeft, page_of, place_words, step_words, time_left};
pub use announce::moved;
pub use card::{CardDate, CardView, DateKind, Owner, Reason, card};
pub use deal::{
    Answers, Deck, Fact, Known, Proposal, Question, Standing, Tally, deck, duplicates, known, proposal,
};
pub use decisions::{
    ActionLine, DecisionState, actions, actions_for, best_item, decisions, decisions_about, due_count,
    understood,
};
pub use effect::{days_words, effect_of, effect_words, foretold};
pub use filter::{Filter, Flag, Where, Who};
pub use finder::{Finds, Found, Proposed, Tie, find, proposed};
pub use gaps::{Gap, Missing, Visited, gaps, next_gap};
pub use headline::{Headline, Phrase, headline};
pub use markup::{escaped, straight};
pub use matrix::{Column, MatrixView, matrix, place_at, steps_to};
pub use network::{
    Ask, CARD_HEIGHT, CARD_WIDTH, Extent, NetworkView, Node, NodeCard, READABLE, Reach, network, network_svg,
    node_card, reach, spoken, step, wires,
};
pub use owners::{Burden, Owners, Unowned, owners};
pub use refused::{READY_REASONS, RefusedView, refused};
pub use register::{Register, RegisterFlag, RegisterRow, register};
pub use route::{Page, Route};
pub use scene::Scene;
pub use scores::{Scores, usual_method};
pub use signals::{Lost, Noticed, Watch, look};
pub use story::{Sentence, counted, story};
pub use window::{Grid, Window, grid_for};
