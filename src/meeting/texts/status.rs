//! The status update, and the brief that asks for a decision.

use leptos::prelude::*;
use unblock_core::board::ItemId;
use unblock_core::edit::Action;
use unblock_core::view::brief::{brief, subjects};
use unblock_core::view::minutes::Between;
use unblock_core::view::status::status;

use super::super::go_on_from;
use super::paper::{Paper, PaperTools};
use super::told;
use crate::format::day;
use crate::parts::Choice;
use crate::session::{Session, session};

/// A text that was written by itself, and perhaps edited since.
#[derive(Clone, Copy)]
struct Draft {
    /// As it stands.
    text: RwSignal<String>,
    /// As it was written.
    made: RwSignal<String>,
    /// As it would be written now.
    now: Memo<String>,
}

impl Draft {
    /// Follows what would be written, for as long as nobody has edited it.
    fn of(now: Memo<String>) -> Self {
        let draft = Self { text: RwSignal::new(String::new()), made: RwSignal::new(String::new()), now };
        Effect::new(move |_| {
            now.track();
            if draft.text.with_untracked(|text| draft.made.with_untracked(|made| text == made)) {
                draft.renew();
            }
        });
        draft
    }

    fn renew(self) {
        let now = self.now.get_untracked();
        self.made.set(now.clone());
        self.text.set(now);
    }

    fn is_edited(self) -> bool {
        self.text.with(|text| self.now.with(|now| text != now))
    }
}

/// The page.
#[component]
pub fn StatusPage() -> impl IntoView {
    let asks = RwSignal::new(false);
    let answers = vec![("Status update".to_owned(), false), ("Brief for a decision".to_owned(), true)];
    view! {
        <div class="papers">
            <Choice label="Which text" answers holds=Signal::derive(move || Some(asks.get())) choose=move |to| asks.set(to) />
            <Show when=move || asks.get() fallback=|| view! { <Update /> }><Brief /></Show>
        </div>
    }
}

/// A button that is there while a text differs from what would be written.
#[component]
fn Anew(
    /// The text.
    draft: Draft,
) -> impl IntoView {
    view! {
        <Show when=move || draft.is_edited()>
            <button type="button" class="button" on:click=move |_| { draft.renew(); go_on_from(&[".paper-head .button"]); }>"Write it anew"</button>
        </Show>
    }
}

/// What is written now, compared with the board as it was at the last update.
fn update(session: Session) -> String {
    let reported = session.document.with(|document| document.reported.clone());
    match reported {
        Some(past) => {
            let since = past.since.today;
            told(session, &past, &|between| status(between, Some(since)))
        }
        None => session
            .scene
            .with(|now| status(Between { then: now, now, say: &|date| day(date, now.today) }, None)),
    }
}

/// The status update.
#[component]
fn Update() -> impl IntoView {
    let session = session();
    let draft = Draft::of(Memo::new(move |_| update(session)));
    let since = move || {
        let last = session.document.with(|document| document.reported.as_ref().map(|past| past.since.today));
        last.map_or_else(
            || "No update was sent yet: it tells all that is done.".to_owned(),
            |last| format!("It tells what changed since the last one, {}.", day(last, session.today.get())),
        )
    };
    let sent = move |_| {
        if session.dispatch(Action::Report) {
            session.tell("Noted. The next update tells what changes from now on.".to_owned(), false);
        }
    };
    view! {
        <section class="paper-part" aria-labelledby="update-head">
            <header class="paper-head">
                <h2 id="update-head">"Status update"</h2>
                <Anew draft />
                <PaperTools text=Signal::derive(move || draft.text.get()) copied="The status update is copied" />
                <button type="button" class="button primary" on:click=sent>"I sent it"</button>
            </header>
            <p class="muted">{since}</p>
            <Paper label=Signal::stored("Status update".to_owned()) text=draft.text />
            <details class="paper-rule">
                <summary>"How the colour is chosen"</summary>
                <p>"Red: the finish is past the target, or a deadline or promise is not held."</p>
                <p>"Yellow: a handoff comes later than it is needed or has no date, a buffer is used up, or a critical item has no owner or no duration."</p>
                <p>"Green: none of that."</p>
            </details>
        </section>
    }
}

/// The brief.
#[component]
fn Brief() -> impl IntoView {
    let session = session();
    let about = Memo::new(move |_| session.scene.with(|scene| subjects(scene)));
    let chosen = RwSignal::new(None::<ItemId>);
    let subject =
        move || about.with(|about| chosen.get().filter(|id| about.contains(id)).or(about.first().copied()));
    let draft = Draft::of(Memo::new(move |_| {
        let text = session.scene.with(|scene| brief(scene, subject()?, &|date| day(date, scene.today)));
        text.unwrap_or_default()
    }));
    let title = move |id: ItemId| {
        session.board.with(|board| board.item(id).map(|item| item.title.to_string()).unwrap_or_default())
    };
    let choose = move |event| {
        let id = event_target_value(&event);
        chosen.set(about.with_untracked(|about| about.iter().find(|each| each.to_string() == id).copied()));
        draft.renew();
    };
    view! {
        <section class="paper-part" aria-labelledby="brief-head">
            <header class="paper-head">
                <h2 id="brief-head">"Brief"</h2>
                <label class="paper-about">
                    "About "
                    <select class="field" on:change=choose>
                        {move || about.get().into_iter().map(|id| view! {
                            <option value=id.to_string() selected=move || subject() == Some(id)>{title(id)}</option>
                        }).collect_view()}
                    </select>
                </label>
                <Anew draft />
                <PaperTools text=Signal::derive(move || draft.text.get()) copied="The brief is copied" />
            </header>
            <Show when=move || about.with(|about| !about.is_empty())
                fallback=|| view! { <p class="muted">"Nothing comes too late and nothing is critical: there is nothing to ask for."</p> }>
                <Paper label=Signal::stored("Brief".to_owned()) text=draft.text />
            </Show>
        </section>
    }
}
