//! Compare: what items are worth. One view with three lenses on the same options: side by side, the table, and value
//! against effort.
//!
//! Deliberately absent: scores, verdicts and their words. They are the core's.

mod cells;
mod chart;
mod field;
mod grid;
mod keyed;
mod marks;
mod markup;
mod paint;
mod questions;
mod room;
mod said;
mod side;
mod state;
mod tools;

use leptos::prelude::*;
use unblock_core::view::compare::OPTIONS;

use crate::focus::focus;
use crate::inbox::NEW_ITEM_FIELD;
use chart::Chart;
use grid::Grid;
use room::AskedRoom;
use side::SideBySide;
use state::Lens;
use tools::Tools;

pub use questions::Questions;
pub use state::Comparing;

/// Compare.
#[component]
pub fn Compare() -> impl IntoView {
    let comparing = expect_context::<Comparing>();
    let session = comparing.session();
    // Who comes with a few chosen cards wants to see them side by side.
    let chosen =
        session.selection.with_untracked(|selection| selection.chosen.iter().copied().collect::<Vec<_>>());
    if OPTIONS.contains(&chosen.len()) {
        comparing.options.set(chosen);
        comparing.lens.set(Lens::Side);
    }
    let has_items = Memo::new(move |_| session.scene.with(|scene| !scene.live().is_empty()));
    view! {
        <section class="compare" aria-label="Compare">
            <Tools />
            <AskedRoom />
            {move || match (has_items.get(), comparing.lens.get()) {
                (false, _) => view! { <NoItems /> }.into_any(),
                (_, Lens::Side) => view! { <SideBySide /> }.into_any(),
                (_, Lens::Table) => view! { <Grid /> }.into_any(),
                (_, Lens::Chart) => view! { <Chart /> }.into_any(),
            }}
        </section>
    }
}

/// What is said on a board without items.
#[component]
fn NoItems() -> impl IntoView {
    view! {
        <div class="nothing">
            <p>"Every item of the board can be an option. Write down what competes."</p>
            <button type="button" class="button primary" on:click=|_| focus(NEW_ITEM_FIELD)>"Write the first item"</button>
        </div>
    }
}
