//! The two by two wells with their headings.

use leptos::html;
use leptos::prelude::*;
use unblock_core::board::Quadrant;
use unblock_core::edit::{Action, Command, NewItem, Place};
use unblock_core::view::{Column, effect_words};

use super::Cards;
use super::drag::Carrying;
use crate::clock;
use crate::format::counted;
use crate::parts::{Icon, Shape};
use crate::session::{Session, session};

/// The four quadrants with importance and urgency on the axes.
#[component]
pub fn Matrix() -> impl IntoView {
    view! {
        <div class="matrix">
            <p class="axis axis-top" aria-hidden="true"><span>"Urgent"</span><span>"Not urgent"</span></p>
            <p class="axis axis-side" aria-hidden="true"><span>"Important"</span><span>"Not important"</span></p>
            <div class="wells">
                {Quadrant::ALL.map(|quadrant| view! { <Well quadrant /> })}
            </div>
        </div>
    }
}

/// One quadrant.
#[component]
fn Well(
    /// Which.
    quadrant: Quadrant,
) -> impl IntoView {
    let session = session();
    let carrying = expect_context::<Carrying>();
    let column = Memo::new(move |_| session.matrix.with(|view| view.column(Some(quadrant)).clone()));
    let label = move || session.board.with(|board| board.about.quadrants.name(quadrant).to_owned());
    let action = move || session.board.with(|board| board.about.quadrants.action(quadrant).to_owned());
    let dropped = move || {
        let order = session.sorted_by().map(|by| format!(" · sorted by {by}: its place follows the score"));
        format!(
            "{}{}{}",
            promise(quadrant),
            foretold_drop(session, carrying, quadrant),
            order.unwrap_or_default()
        )
    };
    let is_target = Memo::new(move |_| carrying.is_over(Some(quadrant)));
    let adding = RwSignal::new(false);
    let heading = format!("quadrant-{}", quadrant.index() + 1);
    let labelled_by = heading.clone();
    view! {
        <section class="well" class:well-target=is_target aria-labelledby=labelled_by>
            <header class="well-head">
                <h2 id=heading>{label}</h2>
                <span class="well-number" aria-hidden="true">{quadrant.index() + 1}</span>
                <span class="well-figures">{move || column.with(figures)}</span>
                <button type="button" class="icon-button" aria-label=move || format!("Add to {}", label())
                    on:click=move |_| adding.set(true)><Icon shape=Shape::Plus /></button>
                <p class="well-action">
                    {move || if is_target.get() { dropped() } else { explained(session.sorted_by(), column.with(|c| c.hint.clone()), action()) }}
                </p>
            </header>
            <Show when=move || adding.get()>
                <AddHere quadrant adding />
            </Show>
            <Cards column=Some(quadrant) />
        </section>
    }
}

/// Count and work: "5 · 12 days · 2 guesses".
fn figures(column: &Column) -> String {
    let mut parts = vec![column.count.to_string()];
    if column.days > 0 {
        parts.push(counted(usize::try_from(column.days).unwrap_or(usize::MAX), "day", "days"));
    }
    if column.guesses > 0 {
        parts.push(counted(column.guesses, "guess", "guesses"));
    }
    parts.join(" · ")
}

/// What the room should know of a quadrant, and what the quadrant is for.
fn explained(sorted_by: Option<&str>, hint: Option<String>, action: String) -> String {
    let order = sorted_by.map(|by| format!("Sorted by {by}: a drop changes the quadrant, not the order"));
    let action = order.unwrap_or(action);
    hint.map_or(action.clone(), |hint| format!("{hint} · {action}"))
}

/// How the plan changes when the carried cards are dropped into a quadrant; nothing where it does not, but for a
/// refusal, which is told in any case.
fn foretold_drop(session: Session, carrying: Carrying, quadrant: Quadrant) -> String {
    let Some(keeper) = session.store().keeper() else { return String::new() };
    let items = untrack(|| carrying.lifted());
    let action = Action::Move { items, to: Some(quadrant), place: Place::Bottom };
    let command = Command { stamp: session.stamp(), action };
    session.scene.with_untracked(|scene| match (keeper.effect_of)(scene, &command) {
        Ok(effect) if !effect.is_nothing() || quadrant == Quadrant::Eliminate => {
            format!(" · {}", effect_words(&scene.board, &effect))
        }
        _ => String::new(),
    })
}

/// What a quadrant says it will do with what is dropped there.
const fn promise(quadrant: Quadrant) -> &'static str {
    match quadrant {
        Quadrant::Do => "Do it now",
        Quadrant::Schedule => "Schedule: by when?",
        Quadrant::Delegate => "Delegate: to whom?",
        Quadrant::Eliminate => "Say no: for what reason?",
    }
}

/// A field for new items of a quadrant. Enter adds and stays, Escape and an empty Enter close it.
#[component]
fn AddHere(
    /// Where they go.
    quadrant: Quadrant,
    /// True while the field is there.
    adding: RwSignal<bool>,
) -> impl IntoView {
    let session = session();
    let field = NodeRef::<html::Input>::new();
    Effect::new(move |_| {
        if let Some(field) = field.get() {
            // A field that cannot be focused is still there to be clicked.
            _ = field.focus();
        }
    });
    let add = move || {
        let Some(field) = field.get_untracked() else { return };
        let typed = field.value();
        let Ok(title) = typed.parse() else {
            adding.set(false);
            return;
        };
        field.set_value("");
        session.once_kept(move |kept| {
            let items = vec![NewItem { id: clock::new_item_id(), title }];
            let put = Action::Add { items, to: Some(quadrant), place: Place::Bottom };
            if !(kept && session.dispatch(put)) && field.value().is_empty() {
                field.set_value(&typed);
            }
        });
    };
    view! {
        <input type="text" class="field add-here" node_ref=field placeholder="Title, then Enter" aria-label="Title of the new item"
            on:keydown=move |event| {
                event.stop_propagation();
                match event.key().as_str() {
                    "Enter" => add(),
                    "Escape" => adding.set(false),
                    _ => {}
                }
            }
            on:blur=move |event| if event_target_value(&event).trim().is_empty() { adding.set(false) } />
    }
}
