//! What the board calls its quadrants, and what it does with what stands there.

use leptos::prelude::*;
use unblock_core::board::{Name, Quadrant, QuadrantLabel, QuadrantLabels};

use super::field::{Field, Look};
use super::settings::describe;
use crate::session::session;

/// Four rows of a name and an action.
#[component]
pub fn Quadrants() -> impl IntoView {
    view! {
        <ol class="quadrant-rows">{Quadrant::ALL.map(|quadrant| view! { <Row quadrant /> }).collect_view()}</ol>
    }
}

/// One quadrant.
#[component]
fn Row(
    /// Which.
    quadrant: Quadrant,
) -> impl IntoView {
    let session = session();
    let (usual_name, usual_action) = usual(quadrant);
    let number = quadrant.index() + 1;
    let own = Memo::new(move |_| session.board.with(|board| board.about.quadrants.own(quadrant).clone()));
    let name = Signal::derive(move || text(own.get().name));
    let action = Signal::derive(move || text(own.get().action));
    let set = move |label: QuadrantLabel| {
        describe(session, |about| about.quadrants = about.quadrants.clone().with(quadrant, label))
    };
    let set_name = move |text: String| set(QuadrantLabel { name: own_words(&text)?, ..own.get_untracked() });
    let set_action =
        move |text: String| set(QuadrantLabel { action: own_words(&text)?, ..own.get_untracked() });
    view! {
        <li class="quadrant-row">
            <kbd aria-hidden="true">{number}</kbd>
            <Field id=format!("quadrant-{number}-name") label=format!("Name of quadrant {number}") value=name commit=set_name
                look=Look { blank: usual_name, bare: true, picker: false } />
            <Field id=format!("quadrant-{number}-action") label=format!("What to do in quadrant {number}") value=action
                commit=set_action look=Look { blank: usual_action, bare: true, picker: false } />
        </li>
    }
}

/// The usual words, which last as long as the page.
fn usual(quadrant: Quadrant) -> (&'static str, &'static str) {
    static USUAL: std::sync::LazyLock<QuadrantLabels> = std::sync::LazyLock::new(QuadrantLabels::default);
    (USUAL.name(quadrant), USUAL.action(quadrant))
}

fn text(words: Option<Name>) -> String {
    words.map(|words| words.to_string()).unwrap_or_default()
}

/// The board's own words; none where the field is empty or holds nothing that can be seen.
fn own_words(text: &str) -> Result<Option<Name>, String> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    text.parse().map(Some).map_err(|error| format!("That cannot be shown: {error}."))
}
