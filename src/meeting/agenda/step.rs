//! One step of the agenda.

use leptos::prelude::*;
use unblock_core::board::Name;
use unblock_core::edit::AgendaStep;

use super::{minutes, remove};
use crate::meeting::{go_on_from_one, running};
use crate::parts::{Icon, Shape, Word};
use crate::session::session;

/// A step as it is listed: it is drawn anew when any of this differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    /// Its place.
    pub at: usize,
    /// True for the step that is on.
    pub on: bool,
    /// What it says, without the time spent on it.
    pub step: AgendaStep,
}

impl std::hash::Hash for Key {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        (self.at, self.on, self.step.minutes, self.step.skipped, self.step.name.as_str()).hash(state);
    }
}

/// What finds the line of a step; lines are made anew when they change.
fn line(at: usize) -> String {
    format!(".agenda-steps > :nth-child({})", at + 1)
}

/// The line of a step.
#[component]
pub fn Step(
    /// Which.
    key: Key,
) -> impl IntoView {
    let session = session();
    let Key { at, on, step } = key;
    let named = step.name.to_string();
    let rename = move |text: String| {
        let name: Name = text.parse().map_err(|error| format!("A step needs a name: {error}."))?;
        running::change(session, |agenda| agenda.changed(at, |step| step.name = name));
        go_on_from_one(format!("{} .agenda-name .word", line(at)));
        Ok(())
    };
    let plan = move |text: String| {
        let minutes = minutes(&text)?;
        running::change(session, |agenda| agenda.changed(at, |step| step.minutes = minutes));
        go_on_from_one(format!("{} > .word", line(at)));
        Ok(())
    };
    let shift = move |later: bool| {
        running::change(session, |agenda| agenda.moved(at, later));
        let (to, way) = if later { (at + 1, "Later") } else { (at.saturating_sub(1), "Earlier") };
        go_on_from_one(format!("{} [aria-label^='{way}']", line(to)));
    };
    let said = |what: &str| format!("{what}: {named}");
    view! {
        <li class="row agenda-row" class:agenda-on=on class:agenda-skipped=step.skipped aria-current=on.then_some("step")>
            <span class="agenda-name">
                <Word label=format!("Step {}", at + 1) value=Signal::stored(named.clone()) blank="name?" commit=rename />
                {step.skipped.then_some(" · left out")}
                {on.then_some(" · now")}
            </span>
            <Word label=format!("Minutes of step {}", at + 1) value=Signal::stored(format!("{} min", step.minutes)) blank="min" commit=plan />
            <button type="button" class="button" aria-label=said("Go to") disabled=on on:click=move |_| running::come_to(session, at)>"Go"</button>
            <button type="button" class="icon-button agenda-up" aria-label=said("Earlier") on:click=move |_| shift(false)><Icon shape=Shape::Chevron /></button>
            <button type="button" class="icon-button" aria-label=said("Later") on:click=move |_| shift(true)><Icon shape=Shape::Chevron /></button>
            <button type="button" class="icon-button" aria-label=said("Remove") on:click=move |_| remove(session, at)><Icon shape=Shape::Close /></button>
        </li>
    }
}
