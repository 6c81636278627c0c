//! What a meeting is for, at the top of each of its pages: goal, target, constraints, who escalates. A sentence whose
//! words are edited in place.

use leptos::prelude::*;
use unblock_core::board::About;

use crate::format::day;
use crate::pages::{describe, typed};
use crate::parts::{Word, WordOptions};
use crate::session::session;

/// A text without the full stop that the sentence has anyway.
fn unended(text: &str) -> String {
    text.trim_end().trim_end_matches('.').to_owned()
}

/// The sentence.
#[component]
pub fn Goal() -> impl IntoView {
    let session = session();
    let about = move |read: fn(&About) -> String| {
        Signal::derive(move || session.board.with(|board| read(&board.about)))
    };
    let target = Signal::derive(move || {
        let target = session.board.with(|board| board.about.target);
        target.map(|target| day(target, session.today.get())).unwrap_or_default()
    });
    let typed_target = about(|about| about.target.map(|target| target.to_string()).unwrap_or_default());
    let put = move |write: fn(&mut About, String)| {
        move |text: String| describe(session, |about| write(about, text.trim().to_owned()))
    };
    let aim = move |text: String| {
        let target = typed(&text, session)?;
        describe(session, |about| about.target = target)
    };
    let picker = WordOptions { picker: true, ..WordOptions::default() };
    view! {
        <p class="sentence meeting-goal">
            "Done when " <Word label="Done when" value=about(|about| unended(&about.goal)) blank="what is true?"
                commit=put(|about, text| about.goal = text) />
            ", by " <Word label="Target date" value=target typed=typed_target blank="which day?" options=Signal::stored(picker) commit=aim />
            ". Fixed: " <Word label="Constraints" value=about(|about| unended(&about.constraints)) blank="money, people, rules?"
                commit=put(|about, text| about.constraints = text) />
            ". What we cannot decide goes to " <Word label="Who escalates" value=about(|about| unended(&about.escalation)) blank="whom, by whom?"
                commit=put(|about, text| about.escalation = text) />
            "."
        </p>
    }
}
