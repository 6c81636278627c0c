//! Decisions and actions side by side: what was decided and why, and who does what by when.
//!
//! Absent on purpose: when a decision may be closed, and how a typed line is understood. The core says that.

mod actions;
mod decision;
mod kept;
mod line;
mod on_item;

use std::time::Duration;

use leptos::html;
use leptos::prelude::*;
use unblock_core::board::{Decision, DecisionId, ItemId, KeptComparison, Title, gathered};
use unblock_core::edit::{Action, Record};
use unblock_core::view::{DecisionState, Page, decisions, due_count};

use crate::clock;
use crate::focus::focus;
use crate::format::counted;
use crate::session::{Session, session};
use actions::Actions;
use decision::DecisionCard;

pub use line::{ActionSheet, ask_for_action};
pub use on_item::OnItem;

/// The id of the field for a new decision.
const NEW_FIELD: &str = "new-decision";

/// How long it takes until a page that was gone to is there.
const GOING: Duration = Duration::from_millis(80);

/// Goes to the decisions, with the focus on the field for a new one.
pub fn begin_decision(session: Session) {
    session.go(Page::Decisions);
    set_timeout(|| focus(NEW_FIELD), GOING);
}

/// The items that are seen to be selected: those chosen, else the one that is open.
fn meant(session: Session) -> Vec<ItemId> {
    session.selection.with(|selection| match selection.open {
        Some(open) if selection.chosen.is_empty() => vec![open],
        _ => selection.chosen.iter().copied().collect(),
    })
}

/// Writes down a decision about items.
fn write_down(session: Session, what: Title, items: Vec<ItemId>, comparison: Option<KeptComparison>) -> bool {
    let stamp = session.stamp();
    let mut decision = Decision::new(DecisionId::new(clock::new_uuid()), what, stamp.today);
    decision.items = gathered(items);
    (decision.by, decision.comparison) = (stamp.by, comparison);
    session.dispatch(Action::Record(Record::Decide(Box::new(decision))))
}

/// Writes down the decision that a comparison leads to, with its numbers as they are now, and goes to it.
pub fn decide_by(session: Session, what: &str, options: Vec<ItemId>, kept: KeptComparison) {
    let Ok(what) = Title::shortened(what) else { return };
    if write_down(session, what, options, Some(kept)) {
        session.go(Page::Decisions);
    }
}

/// The page.
#[component]
pub fn DecisionsPage() -> impl IntoView {
    let session = session();
    let listed = Memo::new(move |_| session.board.with(|board| decisions(board, session.today.get())));
    let none = move || listed.with(Vec::is_empty);
    let due = Memo::new(move |_| session.board.with(|board| due_count(board, session.today.get())));
    view! {
        <div class="decisions">
            <section class="decisions-part" aria-labelledby="decisions-head">
                <header class="well-head">
                    <h2 id="decisions-head">"Decisions"</h2>
                    <span class="well-figures">
                        {move || Some(due.get()).filter(|n| *n > 0).map(|n| format!("{} to look at again", counted(n, "decision", "decisions")))}
                    </span>
                </header>
                <NewDecision />
                <div class="decisions-list" role="list" aria-label="Decisions">
                    <For each=move || listed.get() key=|line| *line children=|(state, id)| view! { <DecisionCard id open={state != DecisionState::Decided} /> } />
                </div>
                <Show when=none>
                    <p class="muted decisions-none">"What did we decide, against what else, and when do we look whether it came so? Type the first decision."</p>
                </Show>
            </section>
            <Actions />
        </div>
    }
}

/// The field for a new decision.
#[component]
fn NewDecision() -> impl IntoView {
    let session = session();
    let field = NodeRef::<html::Input>::new();
    let about = move || {
        let count = meant(session).len();
        if count > 0 {
            format!("What do we decide about {}?", counted(count, "this item", "these items"))
        } else {
            "What do we decide?".to_owned()
        }
    };
    let add = move || {
        let Some(field) = field.get_untracked() else { return };
        if let Ok(what) = Title::shortened(&field.value())
            && write_down(session, what, untrack(|| meant(session)), None)
        {
            field.set_value("");
        }
    };
    view! {
        <input type="text" class="field" id=NEW_FIELD node_ref=field aria-label="New decision" placeholder=about autocomplete="off"
            on:keydown=move |event| if event.key() == "Enter" { add() } />
    }
}
