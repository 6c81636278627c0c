//! The two questions as the axes of the Matrix, and the four places they lead to: answering a question picks a row
//! or a column, answering both the place. What the tracker knew is a faint mark beside an answer.

use leptos::prelude::*;
use unblock_core::board::{Answer, Board, Quadrant, QuadrantLabels};
use unblock_core::view::{Deck, Known, Proposal, Question, Standing, proposal};

use super::dealing::Dealing;
use crate::format;

/// What the tracker speaks for, and in which words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Marks {
    answers: Proposal,
    important: String,
    urgent: String,
}

/// Questions and quadrants.
#[component]
pub fn Questions(
    /// What is known of the card.
    shown: Memo<Option<Known>>,
) -> impl IntoView {
    let dealing = expect_context::<Dealing>();
    let marks = Memo::new(move |_| {
        let (session, today) = (dealing.session, dealing.session.today.get());
        let current = dealing.deck.with(Deck::current);
        let item = |board: &Board| Some(proposal(board.item(current?)?, today));
        let answers = session.board.with(|board| item(board)).unwrap_or_default();
        shown.with(|shown| Marks {
            answers,
            important: shown
                .as_ref()
                .and_then(|s| s.priority)
                .map(|p| format!("tracker says {}", p.word()))
                .unwrap_or_default(),
            urgent: shown
                .as_ref()
                .and_then(|s| s.due)
                .map(|d| format!("due {}", format::day(d, today)))
                .unwrap_or_default(),
        })
    });
    view! {
        <div class="deal-questions">
            <Axis question=Question::Important words="Important?" marks />
            <Axis question=Question::Urgent words="Urgent?" marks />
            {Quadrant::ALL.map(|quadrant| view! { <Place quadrant marks /> })}
        </div>
    }
}

/// A question with its two answers.
#[component]
fn Axis(
    /// Which.
    question: Question,
    /// Its words.
    words: &'static str,
    /// What the tracker speaks for.
    marks: Memo<Marks>,
) -> impl IntoView {
    let dealing = expect_context::<Dealing>();
    let is_side = question == Question::Important;
    let asked = Memo::new(move |_| dealing.deck.with(Deck::asked) == question);
    view! {
        <div class="deal-axis" class:deal-side=is_side class:deal-top=!is_side role="group" aria-label=words>
            <p class="deal-question" class:deal-asked=asked>{words}</p>
            <AnswerButton question answer=Answer::Yes asked marks />
            <AnswerButton question answer=Answer::No asked marks />
        </div>
    }
}

/// Yes or No.
#[component]
fn AnswerButton(
    /// The question.
    question: Question,
    /// The answer.
    answer: Answer,
    /// True where the question comes next.
    asked: Memo<bool>,
    /// What the tracker speaks for.
    marks: Memo<Marks>,
) -> impl IntoView {
    let dealing = expect_context::<Dealing>();
    let given = Memo::new(move |_| dealing.deck.with(|deck| deck.answers().to(question) == Some(answer)));
    let letters = move || dealing.session.preferences.with(|preferences| !preferences.letters_off);
    let mark = move || {
        marks.with(|marks| match question {
            Question::Important => (marks.answers.important == Some(answer)).then(|| marks.important.clone()),
            Question::Urgent => (marks.answers.urgent == Some(answer)).then(|| marks.urgent.clone()),
        })
    };
    let (word, key) = if answer == Answer::Yes { ("Yes", "Y") } else { ("No", "N") };
    view! {
        <button type="button" class="deal-answer" class:deal-no=answer == Answer::No
            class:deal-proposed=move || mark().is_some() aria-pressed=move || given.get().to_string()
            on:click=move |_| dealing.answer(question, answer)>
            <span class="deal-word">
                {word}
                <Show when=move || asked.get() && letters()><kbd aria-hidden="true">{key}</kbd></Show>
            </span>
            {move || mark().map(|mark| view! { <span class="deal-mark">{mark}</span> })}
        </button>
    }
}

/// One of the four places.
#[component]
fn Place(
    /// Which.
    quadrant: Quadrant,
    /// What the tracker speaks for.
    marks: Memo<Marks>,
) -> impl IntoView {
    let dealing = expect_context::<Dealing>();
    let about = move |read: fn(&QuadrantLabels, Quadrant) -> &str| {
        dealing.session.board.with(|board| read(&board.about.quadrants, quadrant).to_owned())
    };
    let here = Memo::new(move |_| dealing.deck.with(Deck::standing) == Some(Standing::In(quadrant)));
    // A row or a column is picked while one question is answered.
    let open = Memo::new(move |_| {
        let answers = dealing.deck.with(Deck::answers);
        (answers.important.is_some() != answers.urgent.is_some()).then(|| answers.allow(quadrant))
    });
    let proposed =
        move || marks.with(|m| Quadrant::of(m.answers.important, m.answers.urgent) == Some(quadrant));
    let letters = move || dealing.session.preferences.with(|preferences| !preferences.letters_off);
    let number = quadrant.index() + 1;
    view! {
        <button type="button" class="deal-place" aria-pressed=move || here.get().then_some("true")
            class:deal-proposed=proposed class:deal-picked=move || open.get() == Some(true)
            class:deal-out=move || open.get() == Some(false)
            on:click=move |_| dealing.put(quadrant)>
            <Show when=letters><kbd aria-hidden="true">{number}</kbd></Show>
            <span class="deal-place-name">{move || about(QuadrantLabels::name)}</span>
            <span class="deal-place-action">
                {move || if here.get() { "It stands here now".to_owned() } else { about(QuadrantLabels::action) }}
            </span>
        </button>
    }
}
