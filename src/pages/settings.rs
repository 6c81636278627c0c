//! The settings of the open board, and what a person prefers on this browser. Everything is kept as it is typed.

use leptos::prelude::*;
use unblock_core::board::{About, Date, Days, Name, Sizes};
use unblock_core::edit::Action;

use super::calendar::{CalendarFields, PlanningFields};
use super::field::{Field, Lines, Look};
use super::people::{Acting, People};
use super::quadrants::Quadrants;
use super::scales::ScaleFields;
use super::switches::{LetterKeys, ScoresChoice, ThemeChoice};
use crate::backup::ReminderChoice;
use crate::format::day;
use crate::session::{Session, session};

/// The page.
#[component]
pub fn Settings() -> impl IntoView {
    view! {
        <div class="sheet">
            <header class="sheet-head"><h1 tabindex="-1">"Settings"</h1></header>
            <section class="group" aria-labelledby="plan-head">
                <h2 id="plan-head">"The plan"</h2>
                <Plan />
            </section>
            <section class="group" aria-labelledby="calendar-head">
                <h2 id="calendar-head">"Calendar"</h2>
                <CalendarFields />
            </section>
            <section class="group" aria-labelledby="planning-head">
                <h2 id="planning-head">"Planning"</h2>
                <PlanningFields />
            </section>
            <section class="group" aria-labelledby="scores-head">
                <h2 id="scores-head">"Scores"</h2>
                <p class="muted">"Figures stay as they are; the table of Compare explains and proposes these. An empty field is the usual scale of RICE."</p>
                <ScaleFields />
            </section>
            <section class="group" aria-labelledby="people-head">
                <h2 id="people-head">"People"</h2>
                <Acting />
                <People />
            </section>
            <section class="group" aria-labelledby="quadrants-head">
                <h2 id="quadrants-head">"Quadrants"</h2>
                <p class="muted">"An empty field is the usual word."</p>
                <Quadrants />
            </section>
            <section class="group" aria-labelledby="sizes-head">
                <h2 id="sizes-head">"Quick sizes"</h2>
                <p class="muted">"Working days that a letter stands for, such as 3 or 2w."</p>
                <QuickSizes />
            </section>
            <section class="group" aria-labelledby="appearance-head">
                <h2 id="appearance-head">"On this browser"</h2>
                <ThemeChoice />
                <ScoresChoice />
                <LetterKeys />
                <ReminderChoice />
            </section>
        </div>
    }
}

/// Changes what the board says of itself.
pub fn describe(session: Session, change: impl FnOnce(&mut About)) -> Result<(), String> {
    let mut about = session.board.with_untracked(|board| board.about.clone());
    change(&mut about);
    session.attempt(Action::Describe(Box::new(about)))
}

/// Name, goal and target.
#[component]
fn Plan() -> impl IntoView {
    let session = session();
    let name = Signal::derive(move || session.board.with(|board| board.about.name.to_string()));
    let goal = Signal::derive(move || session.board.with(|board| board.about.goal.clone()));
    let target = Signal::derive(move || {
        let target = session.board.with(|board| board.about.target);
        target.map(|target| day(target, session.today.get())).unwrap_or_default()
    });
    let typed_target = Signal::derive(move || {
        session.board.with(|board| board.about.target).map(|target| target.to_string()).unwrap_or_default()
    });
    let rename = move |text: String| {
        let name: Name = text.parse().map_err(|error| format!("A board needs a name: {error}."))?;
        describe(session, |about| about.name = name)
    };
    let aim = move |text: String| {
        // What is refused is told in the headline.
        _ = describe(session, |about| text.trim().clone_into(&mut about.goal));
    };
    let set_target = move |text: String| {
        let target = typed(&text, session)?;
        describe(session, |about| about.target = target)
    };
    view! {
        <Field id="board-name" label="Name" value=name commit=rename />
        <Lines id="board-goal" label="Done when" value=goal commit=aim blank="what is true then?" />
        <Field id="board-target" label="Target date" value=target typed=typed_target commit=set_target
            look=Look { blank: "fri, 12 mar, +2w", picker: true, ..Look::default() } />
    }
}

/// The day that was typed; nothing typed is no day.
pub fn typed(text: &str, session: Session) -> Result<Option<Date>, String> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    Date::typed(text, session.today.get_untracked()).map(Some).map_err(|error| error.to_string())
}

/// What the letters S to XL stand for.
#[component]
fn QuickSizes() -> impl IntoView {
    let session = session();
    let letters = Sizes::default().all().map(|(letter, _)| letter);
    let field = move |(at, letter): (usize, &'static str)| {
        let value = Signal::derive(move || {
            session.board.with(|board| board.about.sizes.all()[at].1.get().to_string())
        });
        let commit = move |text: String| {
            let days: Days =
                text.parse().map_err(|error: unblock_core::board::QuantityError| error.to_string())?;
            describe(session, |about| set_size(&mut about.sizes, at, days))
        };
        view! { <Field id=format!("size-{letter}") label=letter value commit /> }
    };
    view! { <div class="sizes">{letters.into_iter().enumerate().map(field).collect_view()}</div> }
}

fn set_size(sizes: &mut Sizes, at: usize, days: Days) {
    let size = match at {
        0 => &mut sizes.s,
        1 => &mut sizes.m,
        2 => &mut sizes.l,
        _ => &mut sizes.xl,
    };
    *size = days;
}
